//! The server as this device reaches it: one origin, TLS verified, redirects refused, everything timed out (DSK-4).

mod address;
mod answer;
#[cfg(feature = "by-hand")]
mod carrier;
mod date;
mod doorbell;
mod parcel;
mod server;

pub(crate) use address::is_trusted_way;
pub(crate) use answer::Heard;
#[cfg(feature = "by-hand")]
pub use carrier::Carrier;
pub(crate) use doorbell::Doorbell;
pub(crate) use parcel::Parcel;
pub(crate) use server::{First, Remote};
