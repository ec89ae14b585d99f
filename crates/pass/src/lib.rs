//! The pass that a member shows at a door (RULES 8): who, where, which rooms, for one minute, signed with Ed25519.
//!
//! [`Signer`] belongs to the server; a door needs [`PublishedKeys`], a clock and [`PublishedKeys::open`], and no network.

mod keys;
mod pass;
mod signer;

pub use keys::{PublishedKey, PublishedKeys};
pub use pass::{MOST_ROOMS, Pass, PassRooms, Unfit};
pub use signer::{Signer, Unsigned};
