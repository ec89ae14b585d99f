//! Every place there is to look at: the screens, what can be open in them, and the layers over them.

mod access;
mod care;
mod import;
mod links;
mod many;
mod one;
mod online;
mod owners;
mod states;

pub use access::access;
pub use care::care;
pub use import::importing;
pub use links::links;
pub use many::many;
pub(crate) use one::at;
pub use one::{Meanwhile, Place};
pub use online::{composing, invitations, layers, others, over_people, people, requests};
pub use owners::owners;
pub use states::{
    belongs_nowhere, brand_new, conflict, handed, in_memory, locked, nobody, offered, offline,
    other_signed_out, routed, sealed, several, side_by_side, signed_out, staff, stalled, too_old,
    undecided,
};
