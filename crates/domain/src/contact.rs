//! Contacts: an e-mail address or a phone number, in the one form in which they are compared (IDN-1).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// Longest address accepted, in bytes of its normalised form (RFC 5321, 4.5.3.1.3).
const LONGEST_EMAIL: usize = 254;
/// Digits of an E.164 number, without the plus sign.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// Something that is no usable contact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address or phone number")]
pub struct NotAContact;

/// Where somebody can be reached; two contacts are the same when they are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub enum Contact {
    /// An e-mail address.
    Email(String),
    /// A phone number in E.164, with its plus sign.
    Phone(String),
}

impl Contact {
    /// The form in which the contact is stored, compared and written to.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(text) | Self::Phone(text) => text,
        }
    }

    /// Whether it is a phone number of one of these country codes, such as `+372`: text messages go nowhere else (SMS-1).
    pub fn is_texted_in(&self, countries: &[String]) -> bool {
        match self {
            Self::Email(_) => false,
            Self::Phone(number) => countries.iter().any(|code| number.starts_with(code)),
        }
    }

    /// The contact as a stranger may see it: first character and domain, or the last two digits.
    pub fn masked(&self) -> String {
        match self {
            Self::Email(text) => {
                let (local, domain) = text.split_once('@').unwrap_or((text, ""));
                format!("{}…@{domain}", local.chars().next().unwrap_or('…'))
            }
            Self::Phone(text) => format!("…{}", text.get(text.len() - 2..).unwrap_or_default()),
        }
    }
}

impl FromStr for Contact {
    type Err = NotAContact;

    fn from_str(text: &str) -> Result<Self, NotAContact> {
        let text = text.trim().nfc().collect::<String>();
        if text.starts_with('+') {
            return phone(&text);
        }
        email(&text)
    }
}

/// Trim, NFC, IDNA for the domain, lower case for the ASCII letters of the local part; nothing else is folded.
fn email(text: &str) -> Result<Contact, NotAContact> {
    let (local, domain) = text.rsplit_once('@').ok_or(NotAContact)?;
    let domain = idna::domain_to_ascii_strict(domain).map_err(|_| NotAContact)?;
    let plain = |c: char| {
        !c.is_whitespace() && !c.is_control() && !"\"(),:;<>[\\]@".contains(c) && !is_format(c)
    };
    let local_ok = !local.is_empty() && local.len() <= 64 && local.chars().all(plain);
    let dots_ok = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    let address = format!("{}@{domain}", local.to_ascii_lowercase());
    if local_ok && dots_ok && domain.contains('.') && address.len() <= LONGEST_EMAIL {
        Ok(Contact::Email(address))
    } else {
        Err(NotAContact)
    }
}

fn phone(text: &str) -> Result<Contact, NotAContact> {
    let digits: String = text
        .chars()
        .skip(1)
        .filter(|c| !" -().\u{a0}".contains(*c))
        .collect();
    let fits = PHONE_DIGITS.contains(&digits.len()) && !digits.starts_with('0');
    if fits && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(Contact::Phone(format!("+{digits}")))
    } else {
        Err(NotAContact)
    }
}

/// Invisible characters that could make two addresses look alike or turn text round.
pub(crate) fn is_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

impl TryFrom<String> for Contact {
    type Error = NotAContact;

    fn try_from(text: String) -> Result<Self, NotAContact> {
        text.parse()
    }
}

impl From<Contact> for String {
    fn from(contact: Contact) -> Self {
        match contact {
            Contact::Email(text) | Contact::Phone(text) => text,
        }
    }
}

impl fmt::Display for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn contact(text: &str) -> Contact {
        text.parse().unwrap()
    }

    #[test]
    fn the_same_address_in_another_spelling_is_the_same_s_55() {
        assert_eq!(contact(" Anna@X.Test "), contact("anna@x.test"));
        assert_eq!(contact("jose\u{301}@x.test"), contact("jos\u{e9}@x.test"));
        assert_eq!(
            contact("anna@bücher.example"),
            contact("anna@xn--bcher-kva.example")
        );
        assert_eq!(contact("+372 5555-1234"), contact("+37255551234"));
    }

    #[test]
    fn look_alike_addresses_stay_apart_s_54() {
        let mike = contact("mike@example.org");
        assert_eq!(contact("MIKE@EXAMPLE.ORG"), mike);
        for other in [
            "m\u{131}ke@example.org",
            "mike@exampl\u{435}.org",
            "\u{ff4d}ike@example.org",
        ] {
            assert_ne!(
                other.parse::<Contact>().ok(),
                Some(mike.clone()),
                "{other} is another address"
            );
        }
    }

    #[test]
    fn what_is_no_contact_is_refused() {
        for text in [
            "",
            "anna",
            "a@b",
            "a@@b.ee",
            "a b@c.ee",
            "a@c.ee\r\nBcc: x@d.ee",
            "55512345",
            "+0123456789",
            "+12",
            "\"a\"@b.ee",
        ] {
            assert!(text.parse::<Contact>().is_err(), "{text:?} is no contact");
        }
    }

    #[test]
    fn a_masked_contact_hides_the_person_s_01() {
        assert_eq!(contact("kadri.tamm@example.ee").masked(), "k…@example.ee");
        assert_eq!(contact("+37255551234").masked(), "…34");
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing_idn_1(text in "\\PC{0,40}@\\PC{1,20}\\.\\PC{2,5}") {
            if let Ok(once) = text.parse::<Contact>() {
                prop_assert_eq!(once.as_str().parse::<Contact>(), Ok(once.clone()));
            }
        }
    }
}
