//! Store: the only place with SQL. One struct over SQLite and PostgreSQL; what differs between them is in [`Dialect`].
//! Everything is read and written in sets: a whole batch's lookups of one kind are one statement, and statements that
//! belong together are one [`Script`].

pub mod accounts;
pub mod activity;
mod asked;
pub mod attempts;
mod change;
pub mod communities;
mod connect;
mod contact_keys;
pub mod deleted;
pub mod denied;
mod departures;
mod dialect;
pub mod doorbell;
pub mod due;
pub mod erasing;
mod error;
pub mod feed;
mod handle;
pub mod history;
mod in_manager;
pub mod ledger;
pub mod letter_facts;
pub mod letters;
pub mod lookups;
pub mod management;
mod migrations;
pub mod mine;
mod named;
pub mod outcomes;
mod places;
mod placing;
pub mod public;
mod records;
pub mod renaming;
mod renewing;
pub mod resets;
pub mod save;
mod script;
pub mod secrets;
pub mod sessions;
pub mod stopped;
mod sums;
pub mod texted;
pub mod told_once;
mod tx;
mod values;

pub use self::connect::{Floor, SQLITE_FLOOR};
pub use self::dialect::{Column, Dialect};
pub use self::error::Error;
pub use self::handle::{Opening, Store};
pub use self::renewing::note_renewed_before;
pub use self::script::{Answers, Script, Slot, Statement};
pub use self::tx::{Tx, ping};
use self::values::{id, json, optional_id};
