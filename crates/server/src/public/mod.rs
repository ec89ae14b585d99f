//! The public side of memberships: who is listed where, for the pages, for programs and for other websites (BEL-3 to
//! BEL-7). Only approved members who chose it, and only while their membership is in force.

mod listed;

pub use self::listed::{Listed, listing, listings_of, with_pages};
