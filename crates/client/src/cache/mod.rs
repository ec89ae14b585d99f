//! The rows of one organisation as this account may see them: one encrypted file, written by sync alone.
//! Lists and lookups read it; what queued commands would change lies above it and is never written here.

mod answers;
mod apply;
mod asleep;
mod bell;
mod care;
#[cfg(feature = "by-hand")]
mod contents;
mod draft;
mod file;
mod happened;
mod image;
mod judged;
mod listed;
#[cfg(feature = "by-hand")]
mod listing;
mod mail;
mod mine;
mod own;
mod preferences;
mod spelling;
mod tab;
mod tally;
mod unpack;
mod waiting;
mod window;

pub(crate) use answers::Row;
pub(crate) use apply::Page;
pub(crate) use doorward_copy::{Person, Rank, level_order, state_number};
pub(crate) use file::{Cache, Standing};
pub(crate) use listed::Listed;
#[cfg(feature = "by-hand")]
pub use listing::Listing;
#[cfg(test)]
pub(crate) use own::MIGRATIONS as ACCOUNT_MIGRATIONS;
pub(crate) use own::{KnownOrganisation, Own};
pub(crate) use tab::tab_number;

pub(crate) use preferences::Saved;
pub(crate) use spelling::{from_json, id_set, text_set, to_json, uuid};
pub(crate) use waiting::{Part, Wish};
pub(crate) use window::{Crowd, Door, Filter};
