//! Passwords: which ones are taken, and how they are kept (SECURITY 3.3).

mod hashing;
mod rules;

pub use self::hashing::{Passwords, Unhashed, Verdict};
pub use self::rules::{LONGEST, SHORTEST, Weakness, accept};
