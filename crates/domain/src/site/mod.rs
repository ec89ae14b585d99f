//! Sites: named groups of rooms, and the unit an administrator can be limited to (RULES 2, R-36).

mod change;
mod make;
mod remove;

pub use self::change::ChangeSite;
pub use self::make::MakeSite;
pub use self::remove::RemoveSite;
