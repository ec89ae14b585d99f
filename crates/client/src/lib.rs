//! A Doorward device without a window: encrypted files, outbox, replay, sync and the views a screen shows.
//!
//! [`Workplace`] is the whole surface. It knows no window: the shell forwards to it, tests and benches drive it headless.
//! Rules are the domain's; this crate never tests a status, a date or a permission itself.

mod cache;
mod clock;
pub mod contract;
mod desk;
mod error;
mod files;
mod key;
mod keychain;
mod lookups;
mod outbox;
mod remote;
mod replay;
mod search;
mod session;
mod sync;
#[cfg(test)]
mod tests;
mod view;
mod workplace;

pub use clock::{Chance, Clock, SystemChance, SystemClock, Tick};
pub use contract::{Act, Answer, Changed, Execute, Executed, Failure, Query};
pub use keychain::{Keychain, KeychainError, MemoryKeychain, NoKeychain};
pub use workplace::{Options, Workplace};
