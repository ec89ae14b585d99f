//! Every fact that follows from a command. Events make up the history; they are evolved into records and never sent.

use serde::{Deserialize, Serialize};

use crate::level::{Level, LevelRef};
use crate::link::Link;
use crate::management::ManagementProposal;
use crate::membership::{Membership, Side};
use crate::organisation::Settings;
use crate::ownership::OwnershipOffer;
use crate::record::{Room, Site};
use crate::staff::StaffRecord;
use crate::{
    Contact, Grant, LinkId, MembershipId, Moment, Name, Note, OrganisationId, PersonId, StaffId,
};

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// Somebody was invited by an address.
    PersonInvited {
        /// The new row.
        membership: Box<Membership>,
        /// Where the letter goes.
        contact: Contact,
    },
    /// An invitation was sent again with a new secret and term.
    InvitationResent {
        /// Which.
        membership: MembershipId,
        /// The new term's end.
        expires_at: Moment,
        /// The new grant, where its dates had to change.
        grant: Grant,
    },
    /// What an open invitation gives was changed.
    InvitationChanged {
        /// Which.
        membership: MembershipId,
        /// What it gave.
        before: Grant,
        /// What it gives.
        after: Grant,
    },
    /// The organisation took an invitation back.
    InvitationRevoked {
        /// Which.
        membership: MembershipId,
    },
    /// The invited person accepted.
    InvitationAccepted {
        /// Which.
        membership: MembershipId,
        /// Who.
        person: PersonId,
        /// Their name.
        name: Name,
        /// Their verified contacts.
        contacts: Vec<Contact>,
    },
    /// The invited person declined.
    InvitationDeclined {
        /// Which.
        membership: MembershipId,
        /// Who.
        person: PersonId,
    },
    /// An open row gave way to another one.
    Superseded {
        /// Which.
        membership: MembershipId,
        /// By which row.
        by: MembershipId,
    },
    /// Somebody asked to join.
    JoinRequested {
        /// The new row.
        membership: Box<Membership>,
        /// Their verified contacts.
        contacts: Vec<Contact>,
    },
    /// The person took their request back.
    RequestCancelled {
        /// Which.
        membership: MembershipId,
    },
    /// The organisation approved a request, or request and invitation met.
    RequestApproved {
        /// Which.
        membership: MembershipId,
        /// What the person has from now on.
        grant: Grant,
    },
    /// The organisation declined a request.
    RequestDeclined {
        /// Which.
        membership: MembershipId,
        /// Why, as the person reads it.
        reason: Option<Note>,
    },
    /// The organisation took up a request it had declined.
    RequestReopened {
        /// Which.
        membership: MembershipId,
    },
    /// The organisation made somebody it knows a member, or somebody joined by a link without approval.
    MemberAdded {
        /// The new row.
        membership: Box<Membership>,
        /// Their verified contacts.
        contacts: Vec<Contact>,
    },
    /// A person used a link for the first time.
    LinkUsed {
        /// Which.
        link: LinkId,
    },
    /// What a member has was changed.
    GrantChanged {
        /// Whose.
        membership: MembershipId,
        /// What they had.
        before: Grant,
        /// What they have.
        after: Grant,
        /// What whoever changed it kept about why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },
    /// A member was paused.
    MemberSuspended {
        /// Who.
        membership: MembershipId,
    },
    /// A paused member goes on.
    MemberResumed {
        /// Who.
        membership: MembershipId,
    },
    /// A membership was ended early.
    MembershipEnded {
        /// Which.
        membership: MembershipId,
        /// By which side.
        by: Side,
    },
    /// A membership was set to expired.
    MembershipExpired {
        /// Which.
        membership: MembershipId,
        /// By which side.
        by: Side,
    },
    /// A membership got a new term.
    MembershipRenewed {
        /// Which.
        membership: MembershipId,
        /// What the person has from now on.
        grant: Grant,
    },
    /// A member chose to be listed publicly or not.
    VisibilitySet {
        /// Who.
        membership: MembershipId,
        /// Whether they are listed.
        visible: bool,
    },
    /// A member's position was set.
    PositionSet {
        /// Whose.
        membership: MembershipId,
        /// The position.
        position: Option<Name>,
    },
    /// A link was made.
    LinkMade {
        /// The link.
        link: Link,
    },
    /// A link was changed, or its secret made anew.
    LinkChanged {
        /// The link as it is now.
        link: Link,
    },
    /// A link was closed.
    LinkClosed {
        /// Which.
        link: LinkId,
    },
    /// An own level was made.
    LevelMade {
        /// The level.
        level: Level,
    },
    /// An own level was changed, and with it everybody who has it.
    LevelChanged {
        /// What it was.
        before: Level,
        /// What it is.
        after: Level,
    },
    /// An own level was deleted; who had it has another.
    LevelDeleted {
        /// The level.
        level: Level,
        /// What takes its place in links and settings.
        replacement: Option<LevelRef>,
    },
    /// Ownership was offered to a member.
    OwnershipOffered {
        /// Whose membership.
        membership: MembershipId,
        /// The offer.
        offer: OwnershipOffer,
    },
    /// A member accepted ownership.
    OwnershipAccepted {
        /// Whose membership.
        membership: MembershipId,
        /// What they had.
        before: Grant,
        /// What they have.
        after: Grant,
    },
    /// An offer of ownership was taken back.
    OfferWithdrawn {
        /// From whose membership.
        membership: MembershipId,
    },
    /// A room was made.
    RoomMade {
        /// The room.
        room: Room,
    },
    /// A room was renamed or moved to another site.
    RoomChanged {
        /// What it was.
        before: Room,
        /// What it is.
        after: Room,
    },
    /// A room was removed from everywhere.
    RoomRemoved {
        /// The room.
        room: Room,
    },
    /// A site was made.
    SiteMade {
        /// The site.
        site: Site,
    },
    /// A site was renamed.
    SiteChanged {
        /// What it was.
        before: Site,
        /// What it is.
        after: Site,
    },
    /// An empty site was removed.
    SiteRemoved {
        /// The site.
        site: Site,
    },
    /// A staff record was made.
    StaffRecordMade {
        /// The record.
        staff: StaffRecord,
    },
    /// A staff record was changed.
    StaffRecordChanged {
        /// What it said.
        before: StaffRecord,
        /// What it says.
        after: StaffRecord,
    },
    /// A staff record was removed.
    StaffRecordRemoved {
        /// The record.
        staff: StaffRecord,
    },
    /// A membership was tied to a staff record.
    StaffTied {
        /// Which membership.
        membership: MembershipId,
        /// To which record.
        staff: StaffId,
    },
    /// An organisation was asked to manage this one.
    ManagementProposed {
        /// The proposal.
        proposal: ManagementProposal,
    },
    /// An organisation manages this one from now on.
    ManagementAccepted {
        /// Which.
        manager: OrganisationId,
    },
    /// Management, or a proposal of it, was ended.
    ManagementEnded {
        /// Who managed, or was asked to.
        manager: OrganisationId,
        /// Whether it had been accepted.
        accepted: bool,
    },
    /// A member's account is to close.
    AccountClosing {
        /// Whose membership.
        membership: MembershipId,
        /// The first instant at which the account counts as gone.
        at: Moment,
    },
    /// A member's account was to close and does not.
    AccountKept {
        /// Whose membership.
        membership: MembershipId,
    },
    /// A member's account was deleted.
    AccountDeleted {
        /// Whose membership it was.
        membership: MembershipId,
    },
    /// An open request or invitation was withdrawn, because its person's account or the organisation is gone.
    Withdrawn {
        /// Which.
        membership: MembershipId,
    },
    /// The organisation was deleted.
    OrganisationDeleted {
        /// What it was called.
        name: Name,
    },
    /// The settings were changed.
    SettingsChanged {
        /// What they were.
        before: Settings,
        /// What they are.
        after: Settings,
    },
}
