//! Every place there is to look at: the screens, what can be open in them, and the layers over them.

mod access;
mod one;
mod online;
mod states;

pub use access::access;
pub use one::Place;
pub(crate) use one::at;
pub use online::{composing, invitations, layers, others, over_people, people, requests};
pub use states::{brand_new, conflict, nobody, offline, several, signed_out, staff, stalled};
