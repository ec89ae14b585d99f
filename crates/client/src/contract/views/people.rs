//! People: the list with its filters, and one person with what they may do and how they came.

use doorward_domain::{
    AccessLine, Action, Answer, CommandId, Contact, Grant, LevelRef, MembershipId, Milestone,
    Moment, Name, OrganisationId, OwnershipOffer, Permission, PersonState, RoomId, Signed, Status,
    Version,
};

use super::super::shape::{shapes, words};

words! {
    /// What people are ordered by.
    PeopleOrder {
        /// By name, as the root collation orders names.
        Name,
        /// By level: the presets from the widest on, then own levels by name.
        Level,
        /// By state, in the order of the words.
        State,
        /// By the day of the last sign-in; those who never came last.
        LastSeen,
    }
}

shapes! {
    /// A window of the people of an organisation.
    PeopleView {
        /// The rows of the window.
        rows: Vec<PersonRow>,
        /// Where the window begins.
        offset: u32,
        /// How many match; with a search counted up to a thousand.
        total: u32,
        /// Whether more match than were counted.
        more_than: bool,
        /// How many people are approved, whatever the filter.
        members: u32,
        /// The server's time of what is shown; none before the first sync.
        as_of: Option<Moment>,
    }
    /// One person in a list.
    PersonRow {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which membership.
        membership: MembershipId,
        /// The person's name.
        name: Option<Name>,
        /// The position.
        position: Option<Name>,
        /// How they are reached, where this account may know.
        contact: Option<Contact>,
        /// Where they stand now.
        state: PersonState,
        /// The level they have or are invited at.
        level: Option<LevelRef>,
        /// What an own level is called; presets are named by the screen.
        level_name: Option<Name>,
        /// Whether they own the organisation at that level.
        owns: bool,
        /// The day of the last sign-in, where this account may know; the instant at which the day began in UTC.
        last_seen_on: Option<Moment>,
        /// From when on they have it.
        starts_at: Option<Moment>,
        /// Until when they have it.
        ends_at: Option<Moment>,
        /// Which version a command that overwrites is based on.
        version: Version,
        /// The command waiting on this computer that made what is shown.
        pending: Option<CommandId>,
    }
    /// One person with everything their panel shows.
    PersonView {
        /// The person as the list shows them.
        row: PersonRow,
        /// Whether this account is the one who looks.
        own: bool,
        /// How they are reached, where this account may know.
        contacts: Vec<Contact>,
        /// What they have on paper.
        grant: Option<Grant>,
        /// Which version a command that overwrites is based on.
        version: Version,
        /// What they may do, where it comes from, and what is not in force.
        access: Vec<AccessLine>,
        /// Who gave what they have beyond their level and when, where that is known here.
        given: Vec<GivenExtra>,
        /// Whether all rooms are open to them, also later ones.
        all_rooms: bool,
        /// The rooms that are open to them by name.
        rooms: Vec<RoomName>,
        /// Whether they are listed publicly.
        visible: bool,
        /// What may be done, and why not.
        actions: Vec<Action>,
        /// The offer of ownership that stands, if one does.
        offer: Option<OwnershipOffer>,
        /// Who invited them, if they were invited.
        invited_by: Option<Signed>,
        /// Since when they belong or wait.
        since: Moment,
        /// Where the membership stands.
        status: Status,
        /// Who made it so and when, if known.
        signed: Option<Signed>,
        /// What they answered when they asked to join, each with the question as it was asked.
        answers: Vec<Answer>,
        /// What happened, the newest first.
        timeline: Vec<Milestone>,
    }
    /// Who may be the same as somebody who asks.
    SimilarView {
        /// Those reached in the same way first, at most three.
        rows: Vec<PersonRow>,
    }
    /// The rooms of an organisation.
    RoomsView {
        /// Those that were not removed, by name.
        rooms: Vec<RoomName>,
    }
    /// Who gave somebody a permission beyond their level.
    GivenExtra {
        /// Which.
        permission: Permission,
        /// Who and when.
        signed: Signed,
    }
    /// A room by its name.
    RoomName {
        /// Which.
        id: RoomId,
        /// What it is called.
        name: Name,
    }
    /// A question about people that can be kept under a name.
    PeopleFilter {
        /// What somebody typed to find people.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        search: Option<String>,
        /// In which states.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        states: Option<Vec<PersonState>>,
        /// At which level.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level: Option<LevelRef>,
        /// With which room.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        room: Option<RoomId>,
        /// Not signed in for so many days.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unseen_days: Option<u32>,
        /// In which order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sort: Option<PeopleOrder>,
        /// Whether the order is turned round.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        descending: Option<bool>,
    }
}

impl Default for PeopleFilter {
    /// The question that everybody starts with.
    fn default() -> Self {
        Self {
            search: None,
            states: None,
            level: None,
            room: None,
            unseen_days: None,
            sort: None,
            descending: None,
        }
    }
}
