//! Packs: everything that a view shows at a revision, made ready for devices that begin (decision 0016). What is kept here
//! is a copy of what the store holds: it is made again when it is missing, and goes as soon as it says too much.

mod kept;
mod make;
mod offer;
mod parcel;
mod sweep;

pub use self::kept::Packs;
pub use self::offer::offer;
pub use self::parcel::Parcel;
pub use self::sweep::sweep;
