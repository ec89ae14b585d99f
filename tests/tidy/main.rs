//! The repository's own rules as tests: what a reviewer would otherwise have to remember.
//! Each finding names the file and says what to do; a rule that turns out wrong is changed here.

mod bodies;
mod dependencies;
mod desktop;
mod documents;
mod finding;
mod generated;
mod links;
mod literals;
mod locales;
mod migrations;
mod names;
mod proofs;
mod sizes;
mod sql;
mod tree;
