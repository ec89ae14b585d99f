//! The person's own feed: their account, memberships everywhere, invitations to them, devices and bell, by the same
//! protocol as an organisation's (DESIGN 4).

use std::collections::BTreeMap;

use doorward_domain::{
    About, Account, Contact, Day, DeviceId, Membership, Moment, Name, OrganisationId,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::sum::Sum;

/// One page of `GET /v1/me/changes?cursor=…`: the person's own rows, in the order of their changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// Whether this page begins anew: what was held is to be dropped first.
    pub reset: bool,
    /// The latest state of changed rows.
    pub records: Vec<MySentRecord>,
    /// Rows that are there no more.
    pub gone: Vec<MyGone>,
    /// Where the next page begins; opaque.
    pub cursor: String,
    /// Whether more is there now.
    pub more: bool,
    /// The revision of the person's rows as of this page.
    pub revision: u64,
    /// On the last page, per kind, how many rows there are and their sum.
    pub sums: Option<MySums>,
    /// How this server sends text messages; none where it sends none.
    #[serde(default)]
    pub texts: Option<Texts>,
}

/// How a server sends text messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// The country codes that may be written to, such as `+372`.
    pub countries: Vec<String>,
    /// The sender that phones show.
    pub sender: String,
    /// How many letters the link in a message has.
    pub link_length: u32,
}

/// Per kind of the person's own rows, its sum.
pub type MySums = BTreeMap<MyKind, Sum>;

/// What one of the person's own rows is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MyKind {
    /// The account.
    Account,
    /// An open invitation to a contact that the person has verified.
    Invitation,
    /// A membership or request of the person, or an invitation they answered.
    Membership,
    /// A device or browser that is signed in.
    Device,
    /// An entry of the bell.
    Notice,
}

impl MyKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Account,
        Self::Invitation,
        Self::Membership,
        Self::Device,
        Self::Notice,
    ];

    /// The stable key, such as `membership`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Invitation => "invitation",
            Self::Membership => "membership",
            Self::Device => "device",
            Self::Notice => "notice",
        }
    }
}

/// One of the person's own rows as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MySentRecord {
    /// The row.
    pub record: MyRecord,
    /// The person's revision at which it changed last.
    pub revision: u64,
}

/// One of the person's own rows that is there no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyGone {
    /// What it was.
    pub kind: MyKind,
    /// Its identity.
    pub id: Uuid,
    /// The person's revision at which it went.
    pub revision: u64,
}

/// One of the person's own rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MyRecord {
    /// The account.
    Account(Account),
    /// An open invitation to the person, who is not its member yet. Whether its term has passed is judged when read.
    Invitation(Box<MyMembership>),
    /// A membership or request of the person, or an invitation they answered.
    Membership(Box<MyMembership>),
    /// A device or browser that is signed in.
    Device(MyDevice),
    /// An entry of the bell.
    Notice(MyNotice),
}

impl MyRecord {
    /// What it is.
    pub const fn kind(&self) -> MyKind {
        match self {
            Self::Account(_) => MyKind::Account,
            Self::Invitation(_) => MyKind::Invitation,
            Self::Membership(_) => MyKind::Membership,
            Self::Device(_) => MyKind::Device,
            Self::Notice(_) => MyKind::Notice,
        }
    }

    /// Its identity among those of its kind; an invitation and the membership it becomes share theirs.
    pub const fn id(&self) -> Uuid {
        match self {
            Self::Account(it) => it.person.0,
            Self::Invitation(it) | Self::Membership(it) => it.membership.id.0,
            Self::Device(it) => it.id.0,
            Self::Notice(it) => it.id,
        }
    }
}

/// A membership of the person with what a list of them needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyMembership {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// What the organisation is called.
    pub organisation_name: Name,
    /// The membership.
    pub membership: Membership,
}

/// A device or browser on which the person is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyDevice {
    /// Its identity.
    pub id: DeviceId,
    /// What it is called.
    pub name: String,
    /// Whether it is a browser.
    pub browser: bool,
    /// When somebody signed in on it.
    pub made_at: Moment,
    /// The day on which it was used last, in UTC.
    pub last_seen_on: Day,
    /// The first instant at which its session no longer works, used or not.
    pub expires_at: Moment,
}

/// An entry of the bell: something the person was told, once per event (RULES 7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyNotice {
    /// Its identity; the same as that of the letter about it.
    pub id: Uuid,
    /// What it is about: the key of a notice or reminder. A device shows one that it does not know without a sentence.
    pub kind: String,
    /// In which organisation.
    pub organisation: OrganisationId,
    /// What the organisation was called then.
    pub organisation_name: Name,
    /// About which membership or link.
    pub about: About,
    /// What the membership's person or the link was called then, if that was known.
    pub name: Option<Name>,
    /// The contact that the membership kept first, where no name was known.
    pub contact: Option<Contact>,
    /// Who did what it tells of; none where time passed.
    pub by: Option<Name>,
    /// When.
    pub at: Moment,
    /// Whether the person has read it.
    pub read: bool,
}

/// The body of `POST /v1/me/notices/read`: the person has read these entries of the bell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadNotices {
    /// Which; at most 500.
    pub notices: Vec<Uuid>,
}
