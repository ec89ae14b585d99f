//! The domain of an e-mail address, in the one form in which the domains of addresses are kept and compared (IDN-1).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::contact::{Contact, NotAContact};

/// The domain of e-mail addresses, such as `example.ee`; what stands below it is another one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct MailDomain(String);

impl MailDomain {
    /// The form in which it is stored and compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of somebody in this domain; none where the two make no address.
    pub fn address_of(&self, local: &str) -> Option<Contact> {
        format!("{local}@{self}").parse().ok()
    }
}

impl FromStr for MailDomain {
    type Err = NotAContact;

    /// As people write it: with or without the sign that stands before it in an address.
    fn from_str(text: &str) -> Result<Self, NotAContact> {
        let text = text.trim();
        let text: String = text.strip_prefix('@').unwrap_or(text).nfc().collect();
        let somebody: Contact = format!("a@{text}").parse()?;
        match somebody.domain() {
            Some(domain) if !text.contains('@') => Ok(Self(domain.to_owned())),
            Some(_) | None => Err(NotAContact),
        }
    }
}

impl TryFrom<String> for MailDomain {
    type Error = NotAContact;

    fn try_from(text: String) -> Result<Self, NotAContact> {
        text.parse()
    }
}

impl From<MailDomain> for String {
    fn from(domain: MailDomain) -> Self {
        domain.0
    }
}

impl fmt::Display for MailDomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_in_another_spelling_is_the_same_idn_1() {
        let domain = |text: &str| text.parse::<MailDomain>().unwrap();
        assert_eq!(domain(" @Example.EE "), domain("example.ee"));
        assert_eq!(domain("bücher.example"), domain("xn--bcher-kva.example"));
        let address: Contact = "Anna@BÜCHER.example".parse().unwrap();
        assert_eq!(address.domain(), Some(domain("bücher.example").as_str()));
        for text in [
            "",
            "ee",
            "@",
            "a@b.ee",
            "@@b.ee",
            "b ee.ee",
            "b.ee, c.ee",
            "+37255551234",
        ] {
            assert!(text.parse::<MailDomain>().is_err(), "{text:?} is no domain");
        }
    }
}
