//! Configuration. Every key is explained in docs/configuration.md.

mod check;
mod error;
mod keys;
mod mail;
mod providers;
mod read;
mod sms;

pub use self::check::is_loopback;
pub use self::error::Error;
pub use self::keys::{Config, Limits, Passwords, SignUp};
pub use self::mail::{Encryption, Mail, Transport};
pub use self::providers::{Provider, Providers};
pub use self::sms::{Gateway, Sms};
