//! The calls: one write, a few typed reads, a few acts, one event.

use doorward_domain::{
    Command, CommandId, Locale, MembershipId, OrganisationId, RecordKind, Refusal,
};
use serde::{Deserialize, Serialize};

use super::views::{
    IdsView, OutboxView, PeopleView, RequestView, RequestsView, SessionView, SyncView, ViewName,
};

/// Any write: a command of the domain, passed on unopened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Execute {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// What.
    pub command: Command,
}

/// A command is saved on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Executed {
    /// The command's identity, by which it is undone.
    pub id: CommandId,
    /// Whether everything the decision rests on was known here; else the server checks it.
    pub certain: bool,
    /// How long it waits before it may be sent, in milliseconds.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub held_ms: u64,
}

/// What a person is to be told of a call that did not work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[error("{code}")]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// The stable code: of a refusal, of the protocol, or one of [`super::CLIENT_CODES`].
    pub code: String,
    /// The refusal, if the rules said no.
    pub refusal: Option<Refusal>,
    /// Whether the same may work a little later.
    pub retry: bool,
}

/// What was shown may look different now; ask again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// Which views.
    pub views: Vec<ViewName>,
}

macro_rules! calls {
    ($($(#[$doc:meta])* $name:ident = $key:literal {
        $($(#[$field_doc:meta])* $field:ident: $kind:ty,)*
    } -> $reply:ident;)*) => {
        /// A question to the device.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[serde(tag = "ask", deny_unknown_fields)]
        pub enum Query {
            $(
                $(#[$doc])*
                #[serde(rename = $key)]
                #[cfg_attr(feature = "bindings", ts(optional_fields))]
                $name {
                    $($(#[$field_doc])* $field: $kind,)*
                },
            )*
        }

        /// The reply to a question: the view itself.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(untagged)]
        pub enum Answer {
            $($(#[$doc])* $name(Box<$reply>),)*
        }

        $(
            impl From<$reply> for Answer {
                fn from(view: $reply) -> Self {
                    Self::$name(Box::new(view))
                }
            }
        )*

        #[cfg(feature = "bindings")]
        pub(super) fn replies(types: &mut super::bindings::Types) -> Vec<(&'static str, String)> {
            vec![$(($key, types.name::<$reply>()),)*]
        }
    };
}

calls! {
    /// Who is signed in, and the organisations.
    Session = "session" {} -> SessionView;
    /// The open requests of one organisation or of all.
    Requests = "requests" {
        /// Which organisation; all of them when none is named.
        organisation: Option<OrganisationId>,
        /// What somebody typed to find people.
        search: Option<String>,
        /// How many rows at most.
        limit: Option<u32>,
    } -> RequestsView;
    /// One request with everything its panel shows.
    Request = "request" {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        membership: MembershipId,
    } -> RequestView;
    /// Memberships of one kind: members, invitations or requests.
    People = "people" {
        /// In which organisation.
        organisation: OrganisationId,
        /// Of which kind.
        kind: RecordKind,
        /// Whether closed ones are listed too.
        closed: Option<bool>,
        /// What somebody typed to find people.
        search: Option<String>,
        /// How many rows at most.
        limit: Option<u32>,
    } -> PeopleView;
    /// What was made on this computer and what became of it.
    Outbox = "outbox" {} -> OutboxView;
    /// How this device stands with the server.
    Sync = "sync" {} -> SyncView;
    /// New identities for the records that commands make.
    Ids = "ids" {
        /// How many.
        count: u32,
    } -> IdsView;
}

/// Something the device is to do that is no command of the domain.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Act {
    /// Signs in at a server.
    SignIn {
        /// Its address.
        server: String,
        /// The account's address.
        email: String,
        /// The password.
        password: String,
    },
    /// Signs out; unsent work is thrown away or kept for the same account.
    SignOut {
        /// Whether it is thrown away.
        discard: bool,
    },
    /// Asks the server at once.
    SyncNow,
    /// Takes a command back that has not left this computer.
    Undo {
        /// Which.
        id: CommandId,
    },
    /// Puts an ended or stuck command out of sight.
    Discard {
        /// Which.
        id: CommandId,
    },
    /// Sends a stuck command again.
    Retry {
        /// Which.
        id: CommandId,
    },
    /// Sets the language.
    SetLocale {
        /// Which.
        locale: Locale,
    },
    /// Closes the program, whatever is lost by it.
    Close,
}

impl std::fmt::Debug for Act {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::SignIn { .. } => "SignIn",
            Self::SignOut { .. } => "SignOut",
            Self::SyncNow => "SyncNow",
            Self::Undo { .. } => "Undo",
            Self::Discard { .. } => "Discard",
            Self::Retry { .. } => "Retry",
            Self::SetLocale { .. } => "SetLocale",
            Self::Close => "Close",
        })
    }
}
