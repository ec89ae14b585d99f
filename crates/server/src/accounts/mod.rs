//! Accounts: signing up with a confirmed address, signing in, devices, and how often any of it may be tried.

mod limits;
pub mod password;

pub use self::password::Passwords;
