//! The views: finished for rendering, with what may be done already judged.

use doorward_domain::{
    Action, Command, CommandId, Contact, Grant, LevelChoice, LevelRef, Locale, MembershipId,
    Moment, Name, Note, OrganisationId, Refusal, Signed, Status,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $kind,)*
        }
    )*};
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$word_doc])* $word,)*
        }
    )*};
}

words! {
    /// A part of the screen that an event names.
    ViewName {
        /// Who is signed in and where.
        Session,
        /// Requests and people.
        Requests,
        /// Queued work.
        Outbox,
        /// The state of the connection.
        Sync,
        /// Nothing to ask for again: the program was asked to close, and work would be lost by it.
        Closing,
    }
    /// How files are kept.
    Kept {
        /// Encrypted on disk.
        Encrypted,
        /// In memory only: lost when Doorward is closed.
        Memory,
    }
    /// How a request came in.
    CameBy {
        /// By the form of the organisation's page.
        Form,
        /// By a share link or QR code.
        Link,
    }
    /// How this device stands with the server.
    SyncState {
        /// The server cannot be reached.
        Offline,
        /// Something is on its way.
        Working,
        /// Everything this device knows of is done.
        Idle,
        /// Nobody is signed in, or the session has ended.
        SignedOut,
        /// This version is too old for the server.
        UpdateNeeded,
    }
}

shapes! {
    /// Who is signed in, and the organisations.
    SessionView {
        /// The account, if somebody is signed in.
        signed_in: Option<SignedInView>,
        /// How files are kept.
        kept: Kept,
        /// The organisations, by name.
        organisations: Vec<KnownOrganisation>,
        /// The language chosen, if one was.
        locale: Option<Locale>,
    }
    /// The account that is signed in.
    SignedInView {
        /// The person's name.
        name: Name,
        /// The address of the account.
        email: String,
        /// The server.
        server: String,
    }
    /// An organisation in the list of them.
    KnownOrganisation {
        /// Which.
        id: OrganisationId,
        /// What it is called.
        name: String,
        /// How many requests wait.
        waiting: u32,
        /// What this account does there.
        may: Rights,
        /// Whether this account sees nothing there any more.
        gone: bool,
    }
    /// What an account does in an organisation, as its view says.
    Rights {
        /// Whether it decides requests.
        decide: bool,
        /// Whether it invites.
        invite: bool,
    }
    /// The open requests.
    RequestsView {
        /// The first of them, those that wait longest first.
        rows: Vec<RequestRow>,
        /// How many there are.
        total: u32,
        /// The server's time of what is shown; none before the first sync.
        as_of: Option<Moment>,
    }
    /// One open request in the list.
    RequestRow {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        membership: MembershipId,
        /// The person's name.
        name: Option<Name>,
        /// The position they gave.
        position: Option<Name>,
        /// How they are reached, where this account may know.
        contact: Option<Contact>,
        /// Since when they wait.
        waits_since: Moment,
        /// What may be done, and why not.
        actions: Vec<Action>,
    }
    /// One request with everything its panel shows.
    RequestView {
        /// The request as the list shows it.
        row: RequestRow,
        /// Where it stands now.
        status: Status,
        /// Who decided and when, if it is decided.
        decided: Option<Signed>,
        /// Every level as it could be given.
        levels: Vec<LevelChoice>,
        /// The level proposed first.
        proposed: Option<LevelRef>,
        /// How the person is reached.
        contacts: Vec<Contact>,
        /// What the person wrote.
        note: Option<Note>,
        /// The organisation's questions, where this account may know them.
        questions: Vec<Note>,
        /// The answers to them, in their order.
        answers: Vec<Note>,
        /// How it came in.
        came_by: CameBy,
        /// The command waiting on this computer that made what is shown.
        pending: Option<CommandId>,
    }
    /// Memberships of one kind.
    PeopleView {
        /// The first of them by name, or by how well they are found.
        rows: Vec<PersonRow>,
        /// How many there are; with a search counted up to a thousand.
        total: u32,
        /// The server's time of what is shown.
        as_of: Option<Moment>,
    }
    /// One membership in a list.
    PersonRow {
        /// Which.
        membership: MembershipId,
        /// The person's name.
        name: Option<Name>,
        /// The position.
        position: Option<Name>,
        /// How they are reached, where this account may know.
        contact: Option<Contact>,
        /// Where it stands.
        status: Status,
        /// What they have on paper.
        grant: Option<Grant>,
        /// Whether it is paused.
        suspended: bool,
        /// Which version a command that overwrites is based on.
        version: doorward_domain::Version,
        /// Whether a command waiting on this computer made what is shown.
        pending: bool,
    }
    /// What was made on this computer and what became of it.
    OutboxView {
        /// Every entry, the newest first.
        entries: Vec<OutboxEntry>,
        /// How many no server has settled.
        waiting: u32,
        /// How many need the person: refused or stuck.
        needs_you: u32,
    }
    /// One entry of the outbox.
    OutboxEntry {
        /// Its identity.
        id: CommandId,
        /// In which organisation.
        organisation: OrganisationId,
        /// What that is called.
        organisation_name: String,
        /// The command.
        command: Command,
        /// Whom it is about.
        subject: Option<String>,
        /// When it was made.
        made_at: Moment,
        /// Whether the rules are sure of it; else the server checks it.
        certain: bool,
        /// What the rules say of it now, after what others did meanwhile.
        doubt: Option<Refusal>,
        /// Whether it can still be undone.
        can_undo: bool,
        /// What became of it.
        state: EntryState,
    }
    /// How this device stands with the server.
    SyncView {
        /// The state.
        state: SyncState,
        /// The server's time of the last contact.
        last_contact_at: Option<Moment>,
        /// How many commands no server has settled.
        unsent: u32,
    }
    /// New identities.
    IdsView {
        /// The identities.
        ids: Vec<Uuid>,
    }
}

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum EntryState {
    /// It waits so that it can be undone.
    Held {
        /// The rest of that, in milliseconds.
        #[cfg_attr(feature = "bindings", ts(type = "number"))]
        ms: u64,
    },
    /// It waits to be sent.
    Waiting,
    /// It is on its way.
    Sending,
    /// It took effect.
    Applied,
    /// Nothing was left to change.
    NoChange {
        /// Who had done it, if known.
        by: Option<Signed>,
    },
    /// It was refused.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// The server could not take it; send it again or discard it.
    Stuck,
}
