//! What was made on this computer, what became of it, and what somebody else changed meanwhile.

use doorward_domain::{
    AccessItem, Command, CommandId, GivesLess, Grant, LevelRef, MembershipId, Moment, Name,
    OrganisationId, PermissionSet, Refusal, Signed,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::shape::{shapes, words};

words! {
    /// What a line of a conflict is about.
    ConflictField {
        /// The level.
        Level,
        /// Permissions beyond the level.
        Extras,
        /// Rooms and sites.
        Rooms,
        /// The limit of administration to sites.
        Limit,
        /// The start.
        Starts,
        /// The end.
        Ends,
        /// Whether the membership is there and in which state.
        State,
        /// A name.
        Name,
        /// A position.
        Position,
        /// What a level allows.
        Permissions,
        /// Whether joining by a link needs approval.
        Approval,
        /// How many persons may use a link.
        Uses,
        /// The mail domains that a link is for.
        Domains,
        /// A setting; which one stands in its value.
        Setting,
    }
}

shapes! {
    /// What was made on this computer and what became of it.
    OutboxView {
        /// Every entry that is no row of a table, the newest first.
        entries: Vec<OutboxEntry>,
        /// The tables whose rows are in the outbox, the newest first.
        batches: Vec<OutboxBatch>,
        /// Those of the last day that took effect or had nothing left to change, the newest first.
        sent_today: Vec<OutboxEntry>,
        /// How many no server has settled.
        waiting: u32,
        /// How many need the person: refused or stuck.
        needs_you: u32,
    }
    /// The rows of one table that are in the outbox, counted.
    OutboxBatch {
        /// Which.
        batch: Uuid,
        /// In which organisation.
        organisation: OrganisationId,
        /// What that is called.
        organisation_name: String,
        /// What the file is called; empty where it was pasted.
        name: String,
        /// When it was sent.
        made_at: Moment,
        /// How many rows no server has settled.
        waiting: u32,
        /// How many were refused.
        refused: u32,
        /// How many took effect within the last day.
        sent_today: u32,
        /// Whether what waits is held back until somebody says go on.
        paused: bool,
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
        /// When this device learned what became of it.
        settled_at: Option<Moment>,
        /// Whether the rules are sure of it; else the server checks it.
        certain: bool,
        /// What the rules say of it now, after what others did meanwhile.
        doubt: Option<Refusal>,
        /// Whether it can still be undone.
        can_undo: bool,
        /// What became of it.
        state: EntryState,
        /// What does the opposite, where it is one of the newest and took effect; nothing where the rules refuse it by now.
        back: Option<Command>,
        /// What somebody else changed meanwhile, if that is why it was refused.
        conflict: Option<ConflictView>,
    }
    /// Two changes of one thing: mine, which was refused, and theirs, which holds.
    ConflictView {
        /// Whom or what it is about.
        subject: Option<String>,
        /// Who changed it meanwhile and when, if known.
        by: Option<Signed>,
        /// The membership of who changed it, where a letter reaches them.
        asks: Option<MembershipId>,
        /// When mine was made.
        mine_at: Moment,
        /// What differs.
        lines: Vec<ConflictLine>,
        /// What theirs lets somebody do beyond mine, as the editor of access says it.
        theirs_more: Vec<AccessItem>,
        /// What mine lets them do beyond theirs.
        mine_more: Vec<AccessItem>,
        /// My access on what holds now, to go on with in the editor; none where it is about something else.
        draft: Option<ConflictDraft>,
        /// Which of the two gives less: the answer proposed first.
        less: GivesLess,
        /// My change on what holds now; none when there is nothing left to change or it cannot be made any more.
        mine: Option<Command>,
        /// Why my change cannot be made on what holds now.
        refusal: Option<Refusal>,
    }
    /// An access that the editor can go on with.
    ConflictDraft {
        /// Whose.
        membership: MembershipId,
        /// The access.
        grant: Grant,
    }
    /// One line of a conflict.
    ConflictLine {
        /// What it is about.
        what: ConflictField,
        /// What it was when mine was made, where this device still knows.
        before: Option<ConflictValue>,
        /// What it is now.
        theirs: ConflictValue,
        /// What mine makes it.
        mine: ConflictValue,
    }
    /// A command made of lines chosen one by one.
    ResolutionView {
        /// The command; none when what was chosen is what holds now.
        command: Option<Command>,
    }
}

/// A value in a line of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum ConflictValue {
    /// Nothing, or never.
    Nothing,
    /// A level.
    Level {
        /// Which.
        level: LevelRef,
        /// What an own level is called.
        name: Option<Name>,
    },
    /// Permissions.
    Permissions {
        /// Which.
        permissions: PermissionSet,
    },
    /// Names, such as those of rooms.
    Names {
        /// The names; what has no name here is left out.
        names: Vec<Name>,
        /// How many there are.
        count: u32,
    },
    /// An instant.
    At {
        /// Which.
        at: Moment,
    },
    /// A text.
    Text {
        /// The text.
        text: String,
    },
    /// A number.
    Number {
        /// The number.
        number: u32,
    },
    /// Whether something is on.
    Switch {
        /// Whether it is.
        on: bool,
    },
    /// The state of a person.
    State {
        /// Which.
        state: doorward_domain::PersonState,
    },
    /// One of the organisation's settings.
    Setting {
        /// Its name as it travels.
        name: String,
        /// Its value as JSON.
        value: String,
    },
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
