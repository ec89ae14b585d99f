//! The tray: how many people wait, the newest of them, and what is done from there. On Linux it is spoken to over D-Bus,
//! and nothing is loaded that may be missing.

mod chosen;
mod digits;
mod host;
mod items;
mod keep;
mod picture;
mod state;

pub(crate) use self::host::follow as follow_host;
pub(crate) use self::keep::{follow_work, keep};
pub(crate) use self::state::{Tray, show_without};
