//! What each column of a table is: by its heading where that says it, else by what stands in it.

use doorward_domain::Contact;

use super::line::{looks_like_email, looks_like_phone};
use super::table::Row;
use crate::contract::ColumnUse;

/// Headings, as people write them in the languages of this product; the beginning of a word is enough.
const HEADINGS: [(ColumnUse, &[&str]); 7] = [
    (
        ColumnUse::Email,
        &[
            "e-mail",
            "email",
            "mail",
            "e-post",
            "epost",
            "почт",
            "эл. п",
            "имейл",
            "poșta el",
            "posta el",
        ],
    ),
    (
        ColumnUse::Phone,
        &[
            "phone", "mobile", "cell", "tel", "mob", "тел", "моб", "nr. tel",
        ],
    ),
    (
        ColumnUse::FirstName,
        &["first name", "firstname", "given", "eesnimi", "prenume"],
    ),
    (
        ColumnUse::LastName,
        &[
            "last name",
            "lastname",
            "surname",
            "family name",
            "perekonnanimi",
            "perenimi",
            "фамилия",
            "nume de familie",
        ],
    ),
    (
        ColumnUse::Name,
        &[
            "name",
            "full name",
            "person",
            "nimi",
            "täisnimi",
            "имя",
            "фио",
            "ф. и. о",
            "nume",
        ],
    ),
    (
        ColumnUse::Level,
        &[
            "level",
            "access level",
            "уровень",
            "tase",
            "ligipääsutase",
            "nivel",
        ],
    ),
    (
        ColumnUse::Position,
        &[
            "position",
            "job",
            "title",
            "role",
            "должност",
            "amet",
            "roll",
            "func",
            "rol",
            "post",
        ],
    ),
];
/// Rows that are looked at.
const LOOKED_AT: usize = 200;

/// Whether the first row names the columns.
pub(super) fn has_headings(rows: &[Row]) -> bool {
    let Some((first, rest)) = rows.split_first() else {
        return false;
    };
    let has_contact = |row: &Row| row.cells.iter().any(|it| is_contact(it));
    let named = first
        .cells
        .iter()
        .filter(|it| by_heading(it).is_some())
        .count();
    // Numbers alone name nothing, whether or not they say their country.
    let filled_cells = || first.cells.iter().filter(|it| !it.is_empty());
    let is_numbers = filled_cells().all(|it| looks_like_phone(it));
    !has_contact(first)
        && !is_numbers
        && (named > 0 && named * 2 >= filled(first) || rest.iter().take(LOOKED_AT).any(has_contact))
}

/// What each column is.
pub(super) fn guess(headings: Option<&Row>, rows: &[Row]) -> Vec<ColumnUse> {
    let width = rows
        .iter()
        .chain(headings)
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    let mut uses: Vec<ColumnUse> = (0..width)
        .map(|at| {
            let heading = headings.and_then(|row| row.cells.get(at));
            heading
                .and_then(|it| by_heading(it))
                .unwrap_or(ColumnUse::Ignored)
        })
        .collect();
    // «Имя» beside «Фамилия» is the first name alone.
    if uses.contains(&ColumnUse::LastName) && !uses.contains(&ColumnUse::FirstName) {
        replace(&mut uses, ColumnUse::Name, ColumnUse::FirstName);
    }
    for (kind, is) in [
        (ColumnUse::Email, looks_like_email as fn(&str) -> bool),
        (ColumnUse::Phone, looks_like_phone),
        (ColumnUse::Name, looks_like_name),
    ] {
        let named = [ColumnUse::FirstName, ColumnUse::LastName];
        let has = uses.contains(&kind)
            || kind == ColumnUse::Name && named.iter().any(|it| uses.contains(it));
        if !has && let Some(at) = most(rows, &uses, is) {
            uses[at] = kind;
        }
    }
    uses
}

fn by_heading(text: &str) -> Option<ColumnUse> {
    let text = text.to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    HEADINGS
        .iter()
        .find(|(_, words)| begins(words))
        .map(|(kind, _)| *kind)
}

fn replace(uses: &mut [ColumnUse], from: ColumnUse, to: ColumnUse) {
    if let Some(it) = uses.iter_mut().find(|it| **it == from) {
        *it = to;
    }
}

/// The free column in which more than half of what is written looks like that.
fn most(rows: &[Row], uses: &[ColumnUse], is: fn(&str) -> bool) -> Option<usize> {
    let share = |at: usize| {
        let cells = rows
            .iter()
            .take(LOOKED_AT)
            .filter_map(|row| row.cells.get(at));
        let cells: Vec<&String> = cells.filter(|it| !it.is_empty()).collect();
        let fits = cells.iter().filter(|it| is(it)).count();
        (fits * 2 > cells.len()).then_some(fits)
    };
    let free = (0..uses.len()).filter(|at| uses[*at] == ColumnUse::Ignored);
    free.filter_map(|at| Some((share(at)?, std::cmp::Reverse(at))))
        .max()
        .map(|(_, at)| at.0)
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|it| !it.is_empty()).count()
}

fn is_contact(text: &str) -> bool {
    text.parse::<Contact>().is_ok() || looks_like_email(text)
}

fn looks_like_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && !text.contains('@') && !text.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use ColumnUse as C;

    use super::*;

    fn row(number: u32, cells: &[&str]) -> Row {
        Row {
            number,
            cells: cells.iter().map(|it| (*it).to_owned()).collect(),
        }
    }

    #[test]
    fn columns_are_known_by_their_headings_in_every_language() {
        for (heads, uses) in [
            (["Имя", "Почта", "Телефон"], [C::Name, C::Email, C::Phone]),
            (
                ["Eesnimi", "Perekonnanimi", "E-post"],
                [C::FirstName, C::LastName, C::Email],
            ),
            (
                ["Фамилия", "Имя", "Эл. почта"],
                [C::LastName, C::FirstName, C::Email],
            ),
            (
                ["Nume", "Funcția", "E-mail"],
                [C::Name, C::Position, C::Email],
            ),
            (
                ["Access level", "Level", "E-mail"],
                [C::Level, C::Level, C::Email],
            ),
            (
                ["Уровень доступа", "Имя", "Почта"],
                [C::Level, C::Name, C::Email],
            ),
            (
                ["Ligipääsutase", "Tase", "E-post"],
                [C::Level, C::Level, C::Email],
            ),
            (
                ["Nivel de acces", "Nume", "E-mail"],
                [C::Level, C::Name, C::Email],
            ),
            (
                ["Room", "Full name", "Mobile"],
                [C::Ignored, C::Name, C::Phone],
            ),
        ] {
            assert_eq!(guess(Some(&row(1, &heads)), &[]), uses, "{heads:?}");
        }
    }

    #[test]
    fn columns_without_headings_are_known_by_what_stands_in_them() {
        let rows = [
            row(1, &["17", "anna@x.ee", "Anna Tamm", "+372 5551 2345"]),
            row(2, &["18", "mari@@x.ee", "Mari Mets", "5551 2346"]),
        ];
        assert!(!has_headings(&rows));
        assert_eq!(
            guess(None, &rows),
            [C::Ignored, C::Email, C::Name, C::Phone]
        );
        let headed = [
            row(1, &["id", "wer", "wohin"]),
            row(2, &["1", "Anna Tamm", "anna@x.ee"]),
        ];
        assert!(has_headings(&headed));
        assert_eq!(
            guess(Some(&headed[0]), &headed[1..]),
            [C::Ignored, C::Name, C::Email]
        );
    }
}
