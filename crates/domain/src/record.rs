//! Records: what the store saves, the feed sends and a screen shows, one kind at a time.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::activity::MemberActivity;
use crate::actor::Signed;
use crate::delivery::Delivery;
use crate::level::Level;
use crate::link::Link;
use crate::membership::{Membership, Side, Status};
use crate::organisation::{Organisation, Settings};
use crate::staff::StaffRecord;
use crate::{CommandId, Contact, MembershipId, Name, OrganisationId, RoomId, SiteId};

/// A door or room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Its identity; never used again.
    pub id: RoomId,
    /// The site it belongs to.
    pub site: SiteId,
    /// What it is called.
    pub name: Name,
    /// Whether it was removed.
    pub removed: bool,
}

/// A named group of rooms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Its identity.
    pub id: SiteId,
    /// What it is called.
    pub name: Name,
    /// Whether it was removed.
    pub removed: bool,
}

/// The contacts kept with one membership; a kind of its own, because not everybody who sees members sees contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MemberContact {
    /// The membership.
    pub membership: MembershipId,
    /// The address of the invitation, or the verified contacts of the person, the preferred one first.
    pub contacts: Vec<Contact>,
}

/// What is sent to whom is decided by kind, never by field (DESIGN 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// The organisation.
    Organisation,
    /// Its settings.
    Settings,
    /// An own level.
    Level,
    /// A room.
    Room,
    /// A site.
    Site,
    /// Somebody the organisation keeps by name.
    Staff,
    /// A membership that is or was approved.
    Member,
    /// A membership that the person began and that was never approved.
    Request,
    /// A membership that the organisation began and that was never approved.
    Invitation,
    /// The contacts of a membership.
    MemberContact,
    /// A share link or QR code.
    Link,
    /// How the letter of an invitation fares.
    Delivery,
    /// When a member was here last.
    MemberActivity,
}

impl RecordKind {
    /// Every kind, in the order in which the feed sends them within one revision.
    pub const ALL: [Self; 13] = [
        Self::Organisation,
        Self::Settings,
        Self::Level,
        Self::Room,
        Self::Site,
        Self::Staff,
        Self::Member,
        Self::Request,
        Self::Invitation,
        Self::MemberContact,
        Self::Link,
        Self::Delivery,
        Self::MemberActivity,
    ];

    /// The stable key, such as `member_contact`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Settings => "settings",
            Self::Level => "level",
            Self::Room => "room",
            Self::Site => "site",
            Self::Staff => "staff",
            Self::Member => "member",
            Self::Request => "request",
            Self::Invitation => "invitation",
            Self::MemberContact => "member_contact",
            Self::Link => "link",
            Self::Delivery => "delivery",
            Self::MemberActivity => "member_activity",
        }
    }
}

/// One record of any kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// The organisation.
    Organisation(Organisation),
    /// Its settings.
    Settings(Settings),
    /// An own level.
    Level(Level),
    /// A room.
    Room(Room),
    /// A site.
    Site(Site),
    /// A staff record.
    Staff(StaffRecord),
    /// A membership of any status.
    Membership(Box<Membership>),
    /// The contacts of a membership.
    MemberContact(MemberContact),
    /// A share link or QR code.
    Link(Link),
    /// How the letter of an invitation fares.
    Delivery(Delivery),
    /// When a member was here last.
    MemberActivity(MemberActivity),
}

/// What a record is, apart from what it holds; a membership keeps its shelf through every status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// The organisation.
    Organisation,
    /// Its settings.
    Settings,
    /// Own levels.
    Level,
    /// Rooms.
    Room,
    /// Sites.
    Site,
    /// Staff records.
    Staff,
    /// Memberships of any status.
    Membership,
    /// Contacts of memberships.
    MemberContact,
    /// Links.
    Link,
    /// How the letters of invitations fare.
    Delivery,
    /// When members were here last.
    MemberActivity,
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Self; 11] = [
        Self::Organisation,
        Self::Settings,
        Self::Level,
        Self::Room,
        Self::Site,
        Self::Staff,
        Self::Membership,
        Self::MemberContact,
        Self::Link,
        Self::Delivery,
        Self::MemberActivity,
    ];

    /// The stable key, such as `member_contact`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Settings => "settings",
            Self::Level => "level",
            Self::Room => "room",
            Self::Site => "site",
            Self::Staff => "staff",
            Self::Membership => "membership",
            Self::MemberContact => "member_contact",
            Self::Link => "link",
            Self::Delivery => "delivery",
            Self::MemberActivity => "member_activity",
        }
    }
}

/// Names one record within an organisation, whatever its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordKey {
    /// What it is.
    pub shelf: Shelf,
    /// Its identity there; organisation and settings have the organisation's.
    pub id: Uuid,
}

impl RecordKey {
    /// The key of a membership.
    pub fn membership(id: MembershipId) -> Self {
        Self {
            shelf: Shelf::Membership,
            id: id.0,
        }
    }
}

impl Record {
    /// Its key in the organisation given.
    pub fn key(&self, organisation: OrganisationId) -> RecordKey {
        let (kept_on, id) = match self {
            Self::Organisation(it) => (Shelf::Organisation, it.id.0),
            Self::Settings(_) => (Shelf::Settings, organisation.0),
            Self::Level(it) => (Shelf::Level, it.id.0),
            Self::Room(it) => (Shelf::Room, it.id.0),
            Self::Site(it) => (Shelf::Site, it.id.0),
            Self::Staff(it) => (Shelf::Staff, it.id.0),
            Self::Membership(it) => (Shelf::Membership, it.id.0),
            Self::MemberContact(it) => (Shelf::MemberContact, it.membership.0),
            Self::Link(it) => (Shelf::Link, it.id.0),
            Self::Delivery(it) => (Shelf::Delivery, it.membership.0),
            Self::MemberActivity(it) => (Shelf::MemberActivity, it.membership.0),
        };
        RecordKey { shelf: kept_on, id }
    }

    /// The kind under which it is sent now; a membership changes its kind with its status.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Organisation(_) => RecordKind::Organisation,
            Self::Settings(_) => RecordKind::Settings,
            Self::Level(_) => RecordKind::Level,
            Self::Room(_) => RecordKind::Room,
            Self::Site(_) => RecordKind::Site,
            Self::Staff(_) => RecordKind::Staff,
            Self::Membership(it) => it.kind(),
            Self::MemberContact(_) => RecordKind::MemberContact,
            Self::Link(_) => RecordKind::Link,
            Self::Delivery(_) => RecordKind::Delivery,
            Self::MemberActivity(_) => RecordKind::MemberActivity,
        }
    }

    /// How a member is reached, where it says that.
    pub const fn member_contact(&self) -> Option<&MemberContact> {
        match self {
            Self::MemberContact(it) => Some(it),
            Self::Organisation(_)
            | Self::Settings(_)
            | Self::Level(_)
            | Self::Room(_)
            | Self::Site(_)
            | Self::Staff(_)
            | Self::Membership(_)
            | Self::Link(_)
            | Self::Delivery(_)
            | Self::MemberActivity(_) => None,
        }
    }
}

impl Membership {
    /// The kind under which it is sent now.
    pub fn kind(&self) -> RecordKind {
        match self.status {
            Status::Approved | Status::Ended { .. } | Status::Expired { .. } => RecordKind::Member,
            Status::Initiated {
                by: Side::Organisation | Side::System,
            } => RecordKind::Invitation,
            Status::Rejected { .. } | Status::Cancelled { .. } if self.invitation.is_some() => {
                RecordKind::Invitation
            }
            Status::Initiated { by: Side::Person }
            | Status::Rejected { .. }
            | Status::Cancelled { .. } => RecordKind::Request,
        }
    }
}

/// Which version of a record something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Version {
    /// The one the server saved at this revision.
    Revision(#[cfg_attr(feature = "bindings", ts(type = "number"))] u64),
    /// The one that a command made that no server has settled yet.
    Command(CommandId),
}

/// A record as it is held: with its version, and who changed it last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held<T> {
    /// The record.
    pub value: T,
    /// Which version it is.
    pub version: Version,
    /// Who changed it last and when.
    pub signed: Option<Signed>,
}

impl<T> std::ops::Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
