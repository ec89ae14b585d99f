//! My memberships: what I belong to and what I asked for, with a way back (OLV-11 to OLV-19, OLV-28 to OLV-37).

mod act;
mod list;
mod notices;
mod pass;
mod profile;
mod residence;
mod row;

pub use self::act::take;
pub use self::list::{home, show};
pub use self::notices::{show as notices, take as read_notices};
pub use self::pass::show as pass;
pub use self::residence::residence;
