//! A Doorward device without a window: encrypted files, outbox, replay, sync and the views a screen shows.
//!
//! [`Workplace`] is the whole surface. It knows no window: the shell forwards to it, tests and benches drive it headless.
//! Rules are the domain's; this crate never tests a status, a date or a permission itself.

mod at_login;
mod browser;
#[cfg(feature = "by-hand")]
mod by_hand;
mod cache;
mod clock;
pub mod contract;
mod desk;
mod error;
mod files;
mod handed;
mod happened;
mod here;
mod import;
mod iso;
mod keeping;
mod key;
mod keychain;
mod leaving;
mod lookups;
mod outbox;
mod remote;
mod replay;
mod search;
mod session;
mod sync;
mod table;
#[cfg(test)]
mod tests;
mod vault;
mod view;
mod workplace;

pub use at_login::AtLogin;
pub use browser::{Browser, NoBrowser};
#[cfg(feature = "by-hand")]
pub use by_hand::{ByHand, Job, Materials};
#[cfg(feature = "by-hand")]
pub use cache::Listing;
pub use clock::{Chance, Clock, SystemChance, SystemClock, Tick};
pub use contract::{Act, Answer, Changed, Execute, Executed, Failure, Query};
pub use doorward_protocol::SignedIn;
pub use here::{HereError, ServerHere};
pub use keychain::{Keychain, KeychainError, MemoryKeychain, NoKeychain};
#[cfg(feature = "by-hand")]
pub use remote::Carrier;
pub use workplace::{Glance, InProgress, Options, Workplace};
