//! A site that people have accounts at, and that proves who they are by OpenID Connect, over real HTTP and with real
//! signatures. It can be told to do wrong.

mod answers;
mod signed;
mod site;

pub use self::site::{CLIENT, Fault, Identity, Site};
