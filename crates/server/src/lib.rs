//! Doorward's server as a library: configuration, store, the single write path, API and pages.
//!
//! [`App`] is the running server; `execute` is the only way anything of an organisation changes, and `store` the only
//! place with SQL.

mod accounts;
pub mod anchor;
mod api;
mod app;
pub mod cli;
mod clock;
mod config;
mod connections;
mod cursor;
mod demo;
mod doorbell;
pub mod execute;
pub mod here;
pub mod jobs;
mod letters;
mod packs;
mod pages;
mod passes;
mod private;
mod problem;
mod public;
mod serving;
pub mod store;
pub mod text;
mod tokens;

pub use app::{App, Error};
pub use clock::Clock;
pub use config::Config;
#[cfg(feature = "samples")]
pub use letters::{Sample as LetterSample, samples as letter_samples};
pub use tokens::TokenKind;
