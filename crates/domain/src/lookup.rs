//! Typed questions that a decision asks about an organisation; a command touches only what it names.

use crate::level::LevelRef;
use crate::{
    CommandId, Contact, LinkId, MembershipId, Moment, OrganisationId, PersonId, RoomId, SiteId,
    StaffId,
};

/// One question; the store answers all questions of one kind with one statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lookup {
    /// The organisation, its settings and all its own levels.
    Organisation,
    /// The rooms and sites of the organisation.
    Rooms,
    /// One membership.
    Membership(MembershipId),
    /// The contacts kept with one membership.
    Contacts(MembershipId),
    /// How the latest sending of one invitation has fared.
    Delivery(MembershipId),
    /// Every membership of one person here, live or closed.
    OfPerson(PersonId),
    /// Every live membership that keeps this contact: invitation, request or member.
    ByContact(Contact),
    /// One account.
    Account(PersonId),
    /// Every approved membership at the preset Owner.
    Owners,
    /// Approved memberships that may hold `requests.decide`, those without an end first, at most 200.
    Deciders,
    /// Every live membership that has or is invited at a level.
    HoldersOf(LevelRef),
    /// Every open link that gives a level.
    LinksOf(LevelRef),
    /// Every live membership whose grant names a room.
    HoldersOfRoom(RoomId),
    /// Every live membership whose grant names a site.
    HoldersOfSite(SiteId),
    /// One staff record, and every membership tied to it, live or closed.
    Staff(StaffId),
    /// One link.
    Link(LinkId),
    /// The open request that has waited since this instant or longer, the newest of those.
    WaitingSince(Moment),
    /// What this person has in the organisation that manages this one or is asked to, and whether a sister community knows them.
    InManager(PersonId),
    /// Who may hold `requests.decide` in the managing organisation, at most 200.
    DecidersInManager,
    /// Another organisation, as one that may be asked to manage this one.
    Nearby(OrganisationId),
    /// The organisations that this one manages, each with its approved memberships at the preset Owner.
    Communities,
    /// One approved membership at another level than the preset Owner, if there is any.
    MemberBesidesOwners,
    /// How many invitations were sent to a contact within the last 24 hours.
    SentTo(Contact),
    /// Which countries text messages go to, where whoever runs the server lets them go to some alone.
    TextedIn,
    /// The revision at which an earlier command was applied.
    Command(CommandId),
}
