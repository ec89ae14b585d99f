//! Fixes that fit many rows at once: a country code that is missing, a slip in a domain.

use doorward_domain::Contact;
use doorward_protocol::fold_typed;

use super::level::LevelCell;
use super::line::{Edit, Line};
use crate::contract::{RowFix, RowProblem};

/// Country codes of those who write here; the longer ones first.
const COUNTRIES: [&str; 14] = [
    "372", "373", "371", "370", "358", "380", "375", "359", "40", "49", "44", "48", "7", "1",
];

/// What a fix makes of a row; nothing where it does not fit.
pub(super) fn fixed(line: &Line, fix: &RowFix) -> Option<Edit> {
    let contact = match fix {
        RowFix::Country { code } if line.problem == Some(RowProblem::NoCountry) => {
            with_country(&line.typed, code)?
        }
        RowFix::Domain { from, to } => {
            let (local, domain) = line.contact.as_ref()?.as_str().rsplit_once('@')?;
            (domain == from).then(|| format!("{local}@{to}"))?
        }
        RowFix::Level { written, level } => {
            return is_written(line, written).then(|| Edit {
                level: Some(*level),
                ..Edit::default()
            });
        }
        RowFix::Country { .. } => return None,
    };
    Some(Edit {
        contact: Some(contact),
        ..Edit::default()
    })
}

/// Whether the level of a row is written so; one that somebody picked is not.
fn is_written(line: &Line, written: &str) -> bool {
    match &line.level {
        Some(LevelCell::Written(it)) => fold_typed(it) == fold_typed(written),
        Some(LevelCell::Picked(_)) | None => false,
    }
}

/// A number as it is dialled within a country, as it is dialled from anywhere: the sign that begins it at home goes.
fn with_country(typed: &str, code: &str) -> Option<String> {
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    if code.is_empty() {
        return None;
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let home = match code.as_str() {
        "7" if digits.len() == 11 => digits
            .strip_prefix('8')
            .or_else(|| digits.strip_prefix('7')),
        _ => digits.strip_prefix('0'),
    };
    let text = format!("+{code}{}", home.unwrap_or(&digits));
    text.parse::<Contact>().ok()?;
    Some(text)
}

/// The country that most of the numbers in the table are of.
pub(super) fn usual_country(lines: &[Line]) -> Option<String> {
    let numbers = lines.iter().filter_map(|line| match &line.contact {
        Some(Contact::Phone(number)) => number.strip_prefix('+'),
        Some(Contact::Email(_)) | None => None,
    });
    let codes =
        numbers.filter_map(|number| COUNTRIES.into_iter().find(|code| number.starts_with(code)));
    let codes: Vec<&str> = codes.collect();
    let times = |code: &str| codes.iter().filter(|it| **it == code).count();
    let most = COUNTRIES
        .into_iter()
        .filter(|code| times(code) > 0)
        .max_by_key(|code| times(code))?;
    Some(format!("+{most}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_gets_its_country_and_loses_the_sign_of_home() {
        for (typed, code, number) in [
            ("8342555012", "+7", Some("+78342555012")),
            ("8 (342) 555-01-22", "7", Some("+73425550122")),
            ("0722 123 456", "+40", Some("+40722123456")),
            ("5551 2345", "+372", Some("+37255512345")),
            ("5551 2345", "", None),
            ("12", "+372", None),
        ] {
            assert_eq!(with_country(typed, code).as_deref(), number, "{typed}");
        }
    }
}
