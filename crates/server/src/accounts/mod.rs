//! Accounts: signing up with a confirmed address, signing in, devices, and how often any of it may be tried.

pub mod address;
mod api;
mod bearer;
pub mod elsewhere;
#[cfg(test)]
mod guessing_tests;
pub mod limits;
pub mod own_password;
pub mod password;
#[cfg(test)]
mod proof_tests;
pub mod providers;
pub mod reset;
pub mod sign_in;
pub mod sign_up;
mod tidy;

pub use self::api::{Network, routes, too_often};
pub use self::bearer::SignedInDevice;
pub use self::password::Passwords;
pub use self::providers::Providers;
pub use self::tidy::tidy;
