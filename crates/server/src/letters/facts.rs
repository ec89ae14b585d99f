//! Facts: what a letter tells, kept with its row until it is settled.

use doorward_domain::{
    Contact, Level, LevelRef, Link, Locale, Membership, MembershipId, Name, Note, NoticeKind,
    ReminderKind,
};
use serde::{Deserialize, Serialize};

/// What letters are about: a notice of the domain, or an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A notice.
    Notice(NoticeKind),
    /// A reminder.
    Reminder(ReminderKind),
    /// Several requests are theirs to decide from now on.
    RequestsHanded,
    /// Somebody wants to accept an invitation whose term has passed.
    NewLinkWanted,
    /// An address is to be confirmed.
    Confirmation,
    /// Somebody signed up with an address that has an account.
    AccountExists,
    /// Somebody asked for a new password.
    Reset,
    /// The password was changed.
    PasswordChanged,
    /// Somebody wants an address for their account.
    NewAddress,
    /// The account is reached elsewhere now.
    AddressChanged,
    /// The phone of the account has come, changed or gone.
    PhoneChanged,
    /// An account of another site is a way into the account now.
    ProviderConnected,
    /// What happened since the last digest.
    Digest,
}

impl Subject {
    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Notice(kind) => kind.key(),
            Self::Reminder(kind) => kind.key(),
            Self::RequestsHanded => "requests_handed",
            Self::NewLinkWanted => "new_link_wanted",
            Self::Confirmation => "confirmation",
            Self::AccountExists => "account_exists",
            Self::Reset => "reset",
            Self::PasswordChanged => "password_changed",
            Self::NewAddress => "new_address",
            Self::AddressChanged => "address_changed",
            Self::PhoneChanged => "phone_changed",
            Self::ProviderConnected => "provider_connected",
            Self::Digest => "digest",
        }
    }

    /// Whether a letter about it may wait for the next digest.
    pub const fn may_wait(self) -> bool {
        match self {
            Self::Notice(kind) => kind.may_wait(),
            Self::Reminder(kind) => kind.may_wait(),
            Self::RequestsHanded | Self::NewLinkWanted => true,
            Self::Confirmation
            | Self::AccountExists
            | Self::Reset
            | Self::PasswordChanged
            | Self::NewAddress
            | Self::AddressChanged
            | Self::PhoneChanged
            | Self::ProviderConnected
            | Self::Digest => false,
        }
    }

    /// Whether a letter about it carries a code.
    pub const fn has_code(self) -> bool {
        matches!(self, Self::Confirmation | Self::NewAddress)
    }

    /// The subject with this key.
    pub fn of(key: &str) -> Option<Self> {
        let notices = NoticeKind::ALL.into_iter().map(Self::Notice);
        let reminders = ReminderKind::ALL.into_iter().map(Self::Reminder);
        let others = [
            Self::RequestsHanded,
            Self::NewLinkWanted,
            Self::Confirmation,
            Self::AccountExists,
            Self::Reset,
            Self::PasswordChanged,
            Self::NewAddress,
            Self::AddressChanged,
            Self::PhoneChanged,
            Self::ProviderConnected,
            Self::Digest,
        ];
        notices
            .chain(reminders)
            .chain(others)
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
    /// The link it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// The requests that it is about, where it is about several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<MembershipId>,
    /// Why a letter did not arrive, in the words of whoever refused it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Note>,
    /// Whether another organisation manages this one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub managed: bool,
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
