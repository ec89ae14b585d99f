//! Who acts: a signed-in person, the system, or the operator; and what the rules know of an account.

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;
use crate::{Contact, Moment, Name, PersonId};

/// Where an account stands (RULES 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum AccountStanding {
    /// It works.
    Living,
    /// It closes at the instant given and counts as gone from then on.
    Closing {
        /// First instant at which the account counts as gone.
        at: Moment,
    },
    /// The operator suspended it.
    Suspended,
    /// It is gone.
    Gone,
}

impl AccountStanding {
    /// Whether the account can have rights at `now`.
    pub fn has_rights(self, now: Moment) -> bool {
        match self {
            Self::Living => true,
            Self::Closing { at } => !now.is_past(at),
            Self::Suspended | Self::Gone => false,
        }
    }

    /// Whether the account neither goes nor is gone.
    pub fn stays(self) -> bool {
        self == Self::Living
    }
}

/// What the rules need to know of a person's account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Account {
    /// The person.
    pub person: PersonId,
    /// First and last name as others see them.
    pub name: Name,
    /// The contacts the person has verified, the one letters go to first.
    pub contacts: Vec<Contact>,
    /// Where the account stands.
    pub standing: AccountStanding,
}

/// Who gives a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person.
    Person {
        /// The account that is signed in.
        account: Account,
        /// Whether the person proved who they are within the last 10 minutes (RULES 6).
        fresh: bool,
    },
    /// Doorward itself: terms and clean-up.
    System,
    /// Who runs the server; always entitled.
    Operator,
}

impl Actor {
    /// The account of the person who acts, if a person acts.
    pub fn account(&self) -> Option<&Account> {
        match self {
            Self::Person { account, .. } => Some(account),
            Self::System | Self::Operator => None,
        }
    }

    /// The person who acts, if a person acts.
    pub fn person(&self) -> Option<PersonId> {
        self.account().map(|account| account.person)
    }

    /// The same one, as they are once they have proved anew who they are: what may be done apart from that.
    #[must_use]
    pub fn once_proved(&self) -> Self {
        match self {
            Self::Person { account, .. } => Self::Person {
                account: account.clone(),
                fresh: true,
            },
            Self::System => Self::System,
            Self::Operator => Self::Operator,
        }
    }

    /// RULES 6, *fresh sign-in*: who acts proved who they are within the last 10 minutes.
    pub(crate) fn has_proved_who_they_are(&self) -> Result<(), Refusal> {
        match self {
            Self::Person { fresh: false, .. } => Err(Refusal::SignInAgain),
            Self::Person { fresh: true, .. } | Self::System | Self::Operator => Ok(()),
        }
    }

    /// The actor as it is written into records and history.
    pub fn author(&self) -> Author {
        match self {
            Self::Person { account, .. } => Author::Person {
                id: account.person,
                name: account.name.clone(),
                from: None,
            },
            Self::System => Author::System,
            Self::Operator => Author::Operator,
        }
    }
}

/// Who did something, as records and history keep it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Author {
    /// A person.
    Person {
        /// Who.
        id: PersonId,
        /// Their name at that time.
        name: Name,
        /// What the organisation is called from which they did it, where that manages this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "bindings", ts(optional))]
        from: Option<Name>,
    },
    /// Doorward itself.
    System,
    /// Who runs the server.
    Operator,
}

impl Author {
    /// The person, if a person did it.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person { id, .. } => Some(*id),
            Self::System | Self::Operator => None,
        }
    }
}

/// Who did something and when, by the server's clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// Who.
    pub author: Author,
    /// When.
    pub at: Moment,
}
