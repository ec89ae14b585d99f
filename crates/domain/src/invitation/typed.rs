//! What people type or paste to invite somebody: an address, perhaps with a name around it, perhaps with a slip in it.

use crate::{Contact, Name};

/// Mail domains that many people have, so that a slip in one is noticed.
const WELL_KNOWN: [&str; 14] = [
    "gmail.com",
    "outlook.com",
    "hotmail.com",
    "yahoo.com",
    "icloud.com",
    "mail.ru",
    "yandex.ru",
    "ya.ru",
    "bk.ru",
    "list.ru",
    "inbox.ru",
    "mail.ee",
    "hot.ee",
    "yahoo.ro",
];
/// The shortest domain in which a slip is looked for; in shorter ones another domain is too near.
const SHORTEST: usize = 6;

/// A line that somebody typed to invite a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedContact {
    /// The address in it, if it is one.
    pub contact: Option<Contact>,
    /// The name in it.
    pub name: Option<Name>,
}

impl TypedContact {
    /// Reads a line such as `Anna Tamm <anna@example.ee>`, `anna@example.ee` or `+372 5555 1234`.
    pub fn of(line: &str) -> Self {
        let line = line.trim().trim_end_matches([',', ';']).trim();
        let (name, address) = match line.strip_suffix('>').and_then(|it| it.rsplit_once('<')) {
            Some((name, address)) => (name.trim().trim_matches('"').trim(), address),
            None => ("", line),
        };
        Self {
            contact: address.parse().ok(),
            name: Name::try_from(name).ok(),
        }
    }
}

impl Contact {
    /// The domain of an e-mail address.
    pub fn domain(&self) -> Option<&str> {
        match self {
            Self::Email(text) => text.rsplit_once('@').map(|(_, domain)| domain),
            Self::Phone(_) => None,
        }
    }

    /// The address that was probably meant, where the domain is one slip away from one that many people have or that
    /// is `usual` here, and is none of them itself.
    pub fn did_you_mean<'a>(&self, usual: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let domain = self.domain()?;
        let known: Vec<&str> = usual.into_iter().chain(WELL_KNOWN).collect();
        if domain.len() < SHORTEST || known.contains(&domain) {
            return None;
        }
        let meant = known.into_iter().find(|it| is_one_slip(domain, it))?;
        let (local, _) = self.as_str().rsplit_once('@')?;
        format!("{local}@{meant}").parse().ok()
    }
}

/// Whether one text becomes the other by one letter too many, one too few, another one, or two that changed places.
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let begin = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[begin..], &other[begin..]);
    let ends = one.iter().rev().zip(other.iter().rev());
    let end = ends.take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    match (one, other) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(typed: &str) -> Option<String> {
        let contact: Contact = typed.parse().unwrap();
        contact
            .did_you_mean(["example.ee"])
            .map(|it| it.to_string())
    }

    #[test]
    fn a_name_around_an_address_is_the_name() {
        let line = TypedContact::of("\"Anna Tamm\" <Anna@Example.ee>, ");
        assert_eq!(line.contact.unwrap().as_str(), "anna@example.ee");
        assert_eq!(line.name.unwrap().as_str(), "Anna Tamm");
        let line = TypedContact::of(" +372 5555 1234 ");
        assert_eq!(line.contact.unwrap().as_str(), "+37255551234");
        assert_eq!(line.name, None);
        assert_eq!(TypedContact::of("Anna Tamm").contact, None);
        assert_eq!(TypedContact::of("anna@@example.ee").contact, None);
    }

    #[test]
    fn a_slip_in_a_domain_is_noticed_and_a_domain_of_its_own_is_not() {
        assert_eq!(meant("j@exmaple.ee").as_deref(), Some("j@example.ee"));
        assert_eq!(meant("j@exampl.ee").as_deref(), Some("j@example.ee"));
        assert_eq!(meant("j@gmial.com").as_deref(), Some("j@gmail.com"));
        assert_eq!(meant("j@gmail.con").as_deref(), Some("j@gmail.com"));
        assert_eq!(meant("j@example.ee"), None);
        assert_eq!(meant("j@elsewhere.ee"), None);
        assert_eq!(meant("j@ua.ru"), None, "too short to tell");
        assert_eq!(meant("+37255551234"), None);
    }
}
