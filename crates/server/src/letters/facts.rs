//! Facts: what a letter tells, kept with its row until it is settled.

use doorward_domain::{Contact, Level, LevelRef, Locale, Membership, Name, NoticeKind};
use serde::{Deserialize, Serialize};

/// What letters are about: a notice of the domain, or an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A notice.
    Notice(NoticeKind),
    /// An address is to be confirmed.
    Confirmation,
    /// Somebody signed up with an address that has an account.
    AccountExists,
}

impl Subject {
    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Notice(kind) => kind.key(),
            Self::Confirmation => "confirmation",
            Self::AccountExists => "account_exists",
        }
    }

    /// The subject with this key.
    pub fn of(key: &str) -> Option<Self> {
        let notices = NoticeKind::ALL.into_iter().map(Self::Notice);
        notices
            .chain([Self::Confirmation, Self::AccountExists])
            .find(|subject| subject.key() == key)
    }
}

/// What one letter tells.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The organisation's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Name>,
    /// The membership as it was then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub membership: Option<Box<Membership>>,
    /// The own level of its grant, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The contact that the membership keeps first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// The language chosen at a sign-up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// The name of an account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
}

impl Facts {
    /// The level of the membership's grant.
    pub fn level_ref(&self) -> Option<LevelRef> {
        Some(self.membership.as_ref()?.grant.as_ref()?.level)
    }
}
