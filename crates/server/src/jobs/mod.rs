//! Jobs: what runs beside the requests for as long as the server does. Nothing rests on them but what is told: terms
//! are judged when they are read.

mod agreed;
pub mod close;
#[cfg(test)]
mod closing_tests;
mod each;
pub mod expire;
pub mod hand;
pub mod part;
mod readdress;
pub mod remind;
mod rename;
mod run;
#[cfg(test)]
mod tests;

pub use self::run::run;
pub use crate::accounts::tidy;
