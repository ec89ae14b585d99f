//! Asking to join: on a community's own page, from the list of communities, and at the first sign-in (OLV-5 to OLV-7,
//! OLV-20 to OLV-29).

mod choice;
mod community;
mod deciders;
mod declined;
mod first;
mod offered;
mod request;

pub use self::choice::{choose, take_choice};
pub use self::community::{show, take};
pub use self::first::first_page;
pub use self::request::{About, about};
#[cfg(test)]
pub use offered::SHOWN;
