//! Text that people type: names, positions, notes, reasons. Text is data and never markup (MAIL-1).

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::contact::is_format;

/// A text that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// Nothing is left after cleaning.
    #[error("the text is empty")]
    Empty,
    /// More characters than the kind of text allows.
    #[error("the text is longer than {0} characters")]
    TooLong(usize),
    /// A name that looks like an address of the web.
    #[error("a name may not look like a web address")]
    LooksLikeAddress,
    /// One word where people say who they are.
    #[error("a first and a last name are two words")]
    OneWord,
}

/// Removes control and direction characters, joins runs of blanks, trims, and normalises to NFC.
fn clean(text: &str, lines: bool) -> String {
    let kept = text.nfc().filter(|c| {
        (lines && *c == '\n') || !(is_format(*c) || c.is_control() && !c.is_whitespace())
    });
    let mut cleaned = String::with_capacity(text.len());
    for c in kept {
        match c {
            '\n' if lines => cleaned.push('\n'),
            c if c.is_whitespace() => {
                if !cleaned.ends_with([' ', '\n']) {
                    cleaned.push(' ');
                }
            }
            c => cleaned.push(c),
        }
    }
    cleaned.trim().to_owned()
}

fn looks_like_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("://") || lower.contains("www.")
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $longest:literal, $lines:literal, $address:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The cleaned text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text with its dots broken by a zero-width space, so that no mail program makes a link of it (MAIL-1).
            pub fn unlinked(&self) -> String {
                self.0.replace('.', ".\u{200b}")
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadText;

            fn try_from(text: String) -> Result<Self, BadText> {
                let cleaned = clean(&text, $lines);
                if cleaned.is_empty() {
                    Err(BadText::Empty)
                } else if cleaned.chars().count() > $longest {
                    Err(BadText::TooLong($longest))
                } else if !$address && looks_like_address(&cleaned) {
                    Err(BadText::LooksLikeAddress)
                } else {
                    Ok(Self(cleaned))
                }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = BadText;

            fn try_from(text: &str) -> Result<Self, BadText> {
                text.to_owned().try_into()
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", self.0)
            }
        }
    };
}

text!(
    /// The name of a person, organisation, level, link or position: one line, at most 80 characters, no web address.
    Name, 80, false, false
);
text!(
    /// A note, an answer or a reason: at most 500 characters, line breaks kept.
    Note, 500, true, true
);

impl Name {
    /// The name that people give themselves: a first and a last one, so that others know who it is (BTX-13).
    pub fn of_person(text: &str) -> Result<Self, BadText> {
        let name = Self::try_from(text)?;
        if name.0.contains(' ') {
            Ok(name)
        } else {
            Err(BadText::OneWord)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_clean_line_mail_1_s_49() {
        assert_eq!(
            Name::try_from(" Anna \u{202e}\r\nSokolova\u{0} ")
                .unwrap()
                .as_str(),
            "Anna Sokolova"
        );
    }

    #[test]
    fn people_have_a_first_and_a_last_name_btx_13() {
        for one in ["A", " Anna ", "Anna\u{200b}", "Anna\u{2003}"] {
            assert_eq!(Name::of_person(one), Err(BadText::OneWord), "{one:?}");
        }
        let both = Name::of_person(" Ștefan\u{a0} Brânză ").unwrap();
        assert_eq!(both.as_str(), "Ștefan Brânză");
        assert_eq!(Name::of_person(" "), Err(BadText::Empty));
    }

    #[test]
    fn a_name_that_is_a_web_address_is_refused_mail_1() {
        for text in ["http://evil.example", "https://x.ee", "Anna www.evil.ee"] {
            assert_eq!(
                Name::try_from(text),
                Err(BadText::LooksLikeAddress),
                "{text}"
            );
        }
        let name = Name::try_from("ИОЛЛА.центр").unwrap();
        assert_eq!(
            name.unlinked(),
            "ИОЛЛА.\u{200b}центр",
            "a name with a dot is a name, but never a link"
        );
    }

    #[test]
    fn eighty_characters_are_the_most_s_48() {
        assert!(Name::try_from("ä".repeat(80).as_str()).is_ok());
        assert_eq!(
            Name::try_from("ä".repeat(81).as_str()),
            Err(BadText::TooLong(80))
        );
    }
}
