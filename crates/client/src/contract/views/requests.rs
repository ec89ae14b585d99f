//! Open requests: the work list, and one of them with everything its panel shows.

use doorward_domain::{
    Action, CommandId, Contact, LevelChoice, LevelRef, Locale, MembershipId, Moment, Name, Note,
    OrganisationId, Signed, Status,
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
    /// The open requests.
    RequestsView {
        /// The first of them, those that wait longest first.
        rows: Vec<RequestRow>,
        /// How many there are.
        total: u32,
        /// How many are put off on this computer.
        snoozed: u32,
        /// When the first of these is due again.
        wakes_at: Option<Moment>,
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
        /// Every level as it could be given.
        levels: Vec<LevelChoice>,
        /// The level proposed first.
        proposed: Option<LevelRef>,
        /// How the person is reached.
        contacts: Vec<Contact>,
        /// The name in Latin letters, where it is written in others: somebody may be known by it already.
        latin_name: Option<String>,
        /// The language that the person asked in, where it is known.
        locale: Option<Locale>,
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
}
