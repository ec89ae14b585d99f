//! Inviting many at once: a table that is being looked at, and the batches that were sent of tables.

use doorward_domain::{
    Contact, DeliveryWait, InvitationState, LevelRef, MembershipId, Moment, Name, OrganisationId,
    Refusal,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::shape::{shapes, words};

words! {
    /// What a column of a table is.
    ColumnUse {
        /// Nothing that is read.
        Ignored,
        /// The whole name.
        Name,
        /// The first name.
        FirstName,
        /// The last name.
        LastName,
        /// An e-mail address.
        Email,
        /// A phone number.
        Phone,
        /// The position.
        Position,
        /// The level of access that the row gives.
        Level,
    }
    /// What is wrong with a row.
    RowProblem {
        /// It names nothing that could be written to.
        NoContact,
        /// An address with two @ signs.
        TwoAts,
        /// A phone number without its country.
        NoCountry,
        /// No contact that could be written to.
        Malformed,
        /// A name or position that cannot be kept.
        BadName,
        /// No level is called so.
        UnknownLevel,
        /// More than one level is called so.
        TwoLevels,
        /// A level that whoever invites may not give.
        LevelBarred,
    }
    /// What sending a row would come to.
    RowState {
        /// They would be invited.
        Ready,
        /// They have asked to join: inviting counts as approving.
        Approves,
        /// They are a member.
        Member,
        /// An invitation is open.
        Invited,
        /// The same contact stands further up.
        Twice,
        /// The rules say no; why stands beside it.
        Refused,
        /// Somebody has to fix it first.
        ToFix,
    }
    /// Which rows are shown.
    RowFilter {
        /// Those that somebody has to fix.
        ToFix,
        /// Those that are left out.
        Skipped,
    }
    /// How a row of a batch stands.
    BatchRowState {
        /// It was never sent: somebody has to fix it.
        ToFix,
        /// It was left out.
        Skipped,
        /// It was taken back before it left.
        TakenBack,
        /// It waits on this computer.
        Waiting,
        /// The server refused it.
        Refused,
        /// The server has it.
        Sent,
    }
}

/// A fix that fits many rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "fix", rename_all = "snake_case", deny_unknown_fields)]
pub enum RowFix {
    /// The country of phone numbers that have none.
    Country {
        /// Its code, such as `+372`.
        code: String,
    },
    /// Another domain for addresses of one.
    Domain {
        /// As it stands.
        from: String,
        /// As it is meant.
        to: String,
    },
    /// One level for all rows whose level is written the same.
    Level {
        /// As it stands.
        written: String,
        /// Which is meant.
        level: LevelRef,
    },
}

shapes! {
    /// The table that is being looked at, if one is.
    TableView {
        /// It.
        table: Option<OpenTable>,
    }
    /// A table that is being looked at.
    OpenTable {
        /// What the file is called; none when it was pasted.
        name: Option<String>,
        /// In which encoding it is read; none for a workbook.
        encoding: Option<String>,
        /// The encodings that can be chosen.
        encodings: Vec<String>,
        /// What stands between two cells; none for a workbook.
        separator: Option<String>,
        /// The separators that can be chosen.
        separators: Vec<String>,
        /// Whether the first row names the columns.
        headings: bool,
        /// The columns.
        columns: Vec<TableColumn>,
        /// Names in which it shows whether the letters are right.
        samples: Vec<String>,
        /// How many rows there are of each kind.
        counts: TableCounts,
        /// The rows of the window.
        rows: Vec<TableRow>,
        /// Where the window begins.
        offset: u32,
        /// How many rows match.
        total: u32,
        /// The country that most numbers are of, such as `+372`.
        country: Option<String>,
        /// How many numbers lack their country.
        without_country: u32,
        /// Which levels the rows that would be sent give, and how many each.
        levels: Vec<TableLevel>,
        /// Whether everything this rests on is known here; else the server checks it.
        certain: bool,
    }
    /// How many rows give a level.
    TableLevel {
        /// Which.
        level: LevelRef,
        /// What an own level is called.
        name: Option<Name>,
        /// How many rows would be sent at it.
        rows: u32,
    }
    /// A column of a table.
    TableColumn {
        /// Its heading.
        heading: String,
        /// What stands in it first.
        sample: String,
        /// What it is.
        used: ColumnUse,
    }
    /// How many rows there are of each kind.
    TableCounts {
        /// All of them.
        all: u32,
        /// Those that would be sent.
        ready: u32,
        /// Those that are left out.
        skipped: u32,
        /// Those that somebody has to fix.
        to_fix: u32,
    }
    /// One row of a table.
    TableRow {
        /// The line or row in which it stands.
        number: u32,
        /// Where it would go, as it is written.
        typed: String,
        /// Whom it names.
        name: Option<Name>,
        /// The level of its own, as it is written.
        level_typed: Option<String>,
        /// The level that it gives, where it is known.
        level: Option<LevelRef>,
        /// What that is called, where it is the organisation's own.
        level_name: Option<Name>,
        /// What sending it would come to.
        state: RowState,
        /// What is wrong with it.
        problem: Option<RowProblem>,
        /// Why not, where the rules say no.
        refusal: Option<Refusal>,
        /// Another spelling that was probably meant.
        did_you_mean: Option<Contact>,
        /// How many rows the same fix fits.
        similar: u32,
    }
    /// What was sent of tables, the newest first.
    BatchesView {
        /// One line for each.
        batches: Vec<BatchSummary>,
    }
    /// One batch in a list.
    BatchSummary {
        /// Which.
        id: Uuid,
        /// In which organisation.
        organisation: OrganisationId,
        /// What the file was called; empty when it was pasted.
        name: String,
        /// When it was sent.
        made_at: Moment,
        /// The level it gives where a row does not say another.
        level: LevelRef,
        /// Whether rows of it say their own level.
        levels_by_row: bool,
        /// Whether what waits is not to be sent now.
        paused: bool,
        /// How many rows it has.
        rows: u32,
        /// How many of them the server has.
        sent: u32,
        /// How many wait on this computer.
        waiting: u32,
        /// How many the server refused.
        refused: u32,
        /// How many somebody has to fix.
        to_fix: u32,
        /// How many were left out.
        skipped: u32,
    }
    /// One batch with everything its screen shows.
    BatchView {
        /// The batch as the list shows it.
        batch: BatchSummary,
        /// What an own level is called.
        level_name: Option<Name>,
        /// The rows of the window: those that need somebody first.
        rows: Vec<BatchRow>,
        /// Where the window begins.
        offset: u32,
        /// How many rows there are.
        total: u32,
        /// How many invitations could be sent again: they were refused, came back or were not sent.
        resendable: u32,
        /// How many invitations nobody has accepted yet.
        revocable: u32,
        /// How many were accepted.
        accepted: u32,
    }
    /// One row of a batch.
    BatchRow {
        /// The line or row in which it stood.
        number: u32,
        /// Where it went.
        contact: String,
        /// How it stands.
        state: BatchRowState,
        /// What was wrong with it.
        problem: Option<RowProblem>,
        /// Why the server refused it.
        refusal: Option<Refusal>,
        /// What became of the invitation.
        delivery: Option<InvitationState>,
        /// What keeps its letter from leaving for now, and until when.
        waits: Option<DeliveryWait>,
        /// Its membership.
        membership: Option<MembershipId>,
    }
    /// Where a file was saved.
    SavedFile {
        /// Its path on this computer.
        path: String,
    }
}
