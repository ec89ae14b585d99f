//! One person of a table: whom the row names, where an invitation would go, and what is wrong with it, if something is.

use doorward_domain::{BadText, Contact, LevelRef, Name, TypedContact};

use super::level::LevelCell;
use super::table::Row;
use crate::contract::{ColumnUse, RowProblem};

/// Digits of the shortest thing that is meant as a phone number.
const SHORTEST_PHONE: usize = 6;

/// One person of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line or row in which it stands.
    pub(crate) number: u32,
    /// The cells as they came.
    pub(crate) cells: Vec<String>,
    /// Where it would go, as it is written.
    pub(crate) typed: String,
    pub(crate) contact: Option<Contact>,
    pub(crate) name: Option<Name>,
    pub(crate) position: Option<Name>,
    /// The level of its own; without one it gets what everybody gets.
    pub(crate) level: Option<LevelCell>,
    pub(crate) problem: Option<RowProblem>,
    /// Whether somebody wrote another name than the table has.
    pub(crate) renamed: bool,
}

/// What somebody changed in a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) contact: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) level: Option<LevelRef>,
}

impl Line {
    /// Reads one row.
    pub(super) fn of(row: &Row, uses: &[ColumnUse], edit: Option<&Edit>) -> Self {
        let of = |kind: ColumnUse| {
            let cells = row.cells.iter().zip(uses);
            let mut cells = cells.filter(|(cell, it)| **it == kind && !cell.is_empty());
            cells.next().map(|(cell, _)| cell.clone())
        };
        let typed = edit
            .and_then(|it| it.contact.clone())
            .or_else(|| of(ColumnUse::Email))
            .or_else(|| of(ColumnUse::Phone))
            .unwrap_or_default();
        let read = TypedContact::of(&international(&typed));
        let named = edit.and_then(|it| it.name.clone());
        let renamed = named.is_some();
        let named = named.or_else(|| of(ColumnUse::Name)).or_else(|| {
            let both = [of(ColumnUse::FirstName), of(ColumnUse::LastName)];
            let both: Vec<String> = both.into_iter().flatten().collect();
            (!both.is_empty()).then(|| both.join(" "))
        });
        let name = named.as_deref().map(text);
        let position = of(ColumnUse::Position).as_deref().map(text);
        let level = edit
            .and_then(|it| it.level)
            .map(LevelCell::Picked)
            .or_else(|| of(ColumnUse::Level).map(LevelCell::Written));
        let bad = [&name, &position]
            .iter()
            .any(|it| matches!(it, Some(Err(_))));
        let problem = match &read.contact {
            None => Some(problem(&typed)),
            Some(_) if bad => Some(RowProblem::BadName),
            Some(_) => None,
        };
        Self {
            number: row.number,
            cells: row.cells.clone(),
            typed,
            name: name.and_then(Result::ok).flatten().or(read.name),
            position: position.and_then(Result::ok).flatten(),
            contact: read.contact,
            level,
            problem,
            renamed,
        }
    }
}

/// A text of a cell; a cell of blanks is none.
fn text(cell: &str) -> Result<Option<Name>, BadText> {
    match Name::try_from(cell.trim_matches('"')) {
        Ok(name) => Ok(Some(name)),
        Err(BadText::Empty) => Ok(None),
        Err(bad) => Err(bad),
    }
}

/// What is wrong with what should be a contact.
fn problem(typed: &str) -> RowProblem {
    if typed.is_empty() {
        RowProblem::NoContact
    } else if typed.matches('@').count() > 1 {
        RowProblem::TwoAts
    } else if looks_like_phone(typed) && !typed.trim().starts_with('+') {
        RowProblem::NoCountry
    } else {
        RowProblem::Malformed
    }
}

/// A number that begins as one dials abroad.
pub(super) fn international(typed: &str) -> String {
    match typed.trim().strip_prefix("00") {
        Some(rest) if looks_like_phone(rest) => format!("+{rest}"),
        _ => typed.to_owned(),
    }
}

/// Whether a cell is meant as an e-mail address.
pub(super) fn looks_like_email(text: &str) -> bool {
    text.contains('@') && !text.starts_with('@')
}

/// Whether a cell is meant as a phone number.
pub(super) fn looks_like_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= SHORTEST_PHONE
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " +-().\u{a0}/".contains(c))
}

#[cfg(test)]
mod tests {
    use ColumnUse as C;
    use RowProblem as P;

    use super::*;

    fn line(cells: &[&str], uses: &[ColumnUse]) -> Line {
        let row = Row {
            number: 7,
            cells: cells.iter().map(|it| (*it).to_owned()).collect(),
        };
        Line::of(&row, uses, None)
    }

    #[test]
    fn a_row_says_what_is_wrong_with_it() {
        for (typed, wrong) in [
            ("", Some(P::NoContact)),
            ("anna@@ya.ru", Some(P::TwoAts)),
            ("8342555012", Some(P::NoCountry)),
            ("anna", Some(P::Malformed)),
            ("+12", Some(P::Malformed)),
            ("00372 5551 2345", None),
            ("Anna Tamm <anna@x.ee>", None),
        ] {
            assert_eq!(line(&[typed], &[C::Email]).problem, wrong, "{typed}");
        }
        let odd = line(&["a@x.ee", "http://evil.example"], &[C::Email, C::Name]);
        assert_eq!(
            odd.problem,
            Some(P::BadName),
            "a name that is an address (MAIL-1)"
        );
    }

    #[test]
    fn names_come_from_one_column_or_two_or_stand_around_the_address() {
        let name = |line: Line| line.name.map(|it| it.to_string());
        let two = line(
            &["Õnne", "Õunapuu", "o@x.ee"],
            &[C::FirstName, C::LastName, C::Email],
        );
        assert_eq!(name(two).as_deref(), Some("Õnne Õunapuu"));
        assert_eq!(
            name(line(&["Anna <a@x.ee>"], &[C::Email])).as_deref(),
            Some("Anna")
        );
        let phone = line(&["", "+372 5551 2345"], &[C::Email, C::Phone]);
        assert_eq!(phone.contact.unwrap().as_str(), "+37255512345");
    }
}
