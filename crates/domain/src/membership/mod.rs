//! A membership: the relation of one organisation and one person, or, before acceptance, one contact.
//! Rows are never deleted; only the status changes (R-13, BEL-19).

mod access;
mod add;
mod answer;
mod care;
mod change_grant;
mod end;
mod expire;
mod less;
mod preview;
mod record;
mod renew;
mod resident;
mod set_position;
mod set_visibility;
mod state;
mod status;
mod story;
mod suspend;
mod term;

pub use self::access::{
    AccessFrom, AccessLine, NotInForce, OpenRooms, access, known_rooms, open_rooms,
};
pub use self::add::AddMember;
pub use self::answer::Answer;
pub use self::care::{Care, CareKind};
pub use self::change_grant::ChangeGrant;
pub use self::end::EndMembership;
pub use self::expire::ExpireMembership;
pub use self::less::{GivesLess, fewer_permissions, gives_less};
pub use self::preview::{
    AccessEdge, AccessItem, AccessPreview, EdgeChange, EdgeOf, Equals, access_preview, equals,
};
pub(crate) use self::preview::{Reach, once_in_force};
pub use self::record::{Asked, Locale, Membership, Sent};
pub use self::renew::RenewMembership;
pub use self::resident::{enters, is_listed};
pub use self::set_position::SetPosition;
pub use self::set_visibility::SetVisibility;
pub use self::state::{PersonState, unseen_since};
pub use self::status::{Side, Status, StatusName};
pub use self::story::Milestone;
pub use self::suspend::{ResumeMember, SuspendMember};
pub use self::term::AnotherTerm;
