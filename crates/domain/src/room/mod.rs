//! Rooms: doors and rooms that members may be let into, each in one site (RULES 2, R-29).

mod change;
mod make;
mod remove;

pub use self::change::ChangeRoom;
pub use self::make::MakeRoom;
pub use self::remove::RemoveRoom;
