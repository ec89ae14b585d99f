//! Open requests: the work list, and one of them with everything its panel shows.

use doorward_domain::{
    Action, Answer, CareKind, CommandId, Contact, LevelChoice, LevelRef, Locale, MembershipId,
    Moment, Name, Note, OrganisationId, Signed, Status,
};

use super::super::shape::{shapes, words};

words! {
    /// How a request came in.
    CameBy {
        /// By the form of the organisation's page.
        Form,
        /// By a share link or QR code.
        Link,
    }
}

shapes! {
    /// A question about the open requests that can be kept under a name.
    RequestsFilter {
        /// What somebody typed to find people.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        search: Option<String>,
        /// How they came in; both ways when none is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        came_by: Option<CameBy>,
        /// Waiting for so many days at least.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        waiting_days: Option<u32>,
        /// Those that are put off, instead of those that are not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        snoozed: Option<bool>,
    }
    /// A question about what needs care that can be kept under a name.
    CareFilter {
        /// What somebody typed to find people.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        search: Option<String>,
        /// Those that are put off, instead of those that are not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        snoozed: Option<bool>,
    }
    /// The open requests.
    RequestsView {
        /// The first of them, those that wait longest first.
        rows: Vec<RequestRow>,
        /// How many there are.
        total: u32,
        /// How many are put off on this computer.
        snoozed: u32,
        /// In how many milliseconds the first of these is due again, by the time that decides it; a second at least.
        wakes_in_ms: Option<u64>,
        /// The server's time of what is shown; none before the first sync.
        as_of: Option<Moment>,
    }
    /// What needs somebody's care beside requests, the most urgent first.
    CareView {
        /// The rows.
        rows: Vec<CareRow>,
        /// How many there are, put off or not as it was asked for.
        total: u32,
        /// Whether there may be more than were looked at; these are the most urgent.
        more_than: bool,
        /// How many are put off on this computer.
        snoozed: u32,
        /// In how many milliseconds the next of what is shown becomes something else, or the first of what is put off is
        /// due again, by the time that decides it; a second at least.
        wakes_in_ms: Option<u64>,
    }
    /// One invitation or membership that needs care.
    CareRow {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        membership: MembershipId,
        /// What needs care.
        kind: CareKind,
        /// When the invitation or the access ends or ended.
        at: Moment,
        /// What the person is called.
        name: Option<Name>,
        /// How they are reached.
        contact: Option<Contact>,
        /// The level.
        level: Option<LevelRef>,
        /// What an own level is called.
        level_name: Option<Name>,
        /// Why the letter did not arrive, in the words of who refused it.
        reason: Option<String>,
        /// Until when it is put off on this computer.
        snoozed_until: Option<Moment>,
        /// What may be done, and why not.
        actions: Vec<Action>,
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
        /// Until when it is put off on this computer.
        snoozed_until: Option<Moment>,
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
        /// Why it was declined, in the words that the person reads.
        reason: Option<Note>,
        /// Every level as it could be given.
        levels: Vec<LevelChoice>,
        /// The level proposed first.
        proposed: Option<LevelRef>,
        /// How the person is reached.
        contacts: Vec<Contact>,
        /// The language that the person asked in, where it is known.
        locale: Option<Locale>,
        /// What the person wrote.
        note: Option<Note>,
        /// What the person answered, each with the question as it was asked.
        answers: Vec<Answer>,
        /// How it came in.
        came_by: CameBy,
        /// The command waiting on this computer that made what is shown.
        pending: Option<CommandId>,
    }
}
