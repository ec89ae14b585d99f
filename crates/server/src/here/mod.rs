//! The server inside another program, for the one person at this computer to try it with demo data. It listens on
//! loopback only, keeps its store in a folder of its own, and uses one connection to it in all, because the program may
//! have been built with an SQLite that is safe only so (docs/adr/0010).

mod house;
#[cfg(test)]
mod tests;

pub use self::house::{Error, Here};
