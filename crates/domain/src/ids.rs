//! Identifiers: one newtype over a UUID for each thing that has an identity.
//! An id is identity only; the time inside is never read.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    };
}

id!(
    /// Names an organisation.
    OrganisationId
);
id!(
    /// Names a person, that is a human with an account.
    PersonId
);
id!(
    /// Names one membership row; an addressed invitation and a request are memberships too.
    MembershipId
);
id!(
    /// Names a share link or a QR code.
    LinkId
);
id!(
    /// Names an organisation's own access level.
    LevelId
);
id!(
    /// Names a room.
    RoomId
);
id!(
    /// Names a site, that is a group of rooms.
    SiteId
);
id!(
    /// Names a staff record: somebody the organisation knows who may never sign in.
    StaffId
);
id!(
    /// Names a command; made where the command is made, the same through every retry.
    CommandId
);
id!(
    /// Names a device on which somebody has signed in.
    DeviceId
);
