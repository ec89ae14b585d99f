//! Passes: what a member shows at a door, and the keys by which doors without a network judge it (RULES 8).

mod keys;
mod make;

pub use self::keys::published;
pub use self::make::make;
