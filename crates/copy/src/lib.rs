//! What a device keeps of an organisation: the tables, and how records become their rows. A device writes with it what
//! it is sent, and the server what it packs for those who have nothing yet; what is made in one place cannot differ.

#![deny(missing_docs)]

mod blank;
mod columns;
mod error;
mod incomplete;
mod lists;
mod mail;
mod people;
mod person;
mod records;
mod spelling;
mod standing;
mod sums;
mod tables;
mod tally;
mod text;
mod texts;

pub use blank::{PAGE, blank};
pub use columns::deciding_levels;
pub use error::{Error, Result};
pub use incomplete::{complete, set_aside};
pub use lists::{VERSION, make_lists};
pub use mail::rewrite as rewrite_contacts;
pub use people::{forget, is_about_a_person, records_beside, rewrite};
pub use person::{Beside, NO_DAY, Person, Rank, level_order, state_number, tab_of};
pub use records::{Lists, Prepared, prepare, write};
pub use spelling::{from_json, id_set, text_set, to_json, uuid};
pub use standing::{Standing, write_standing};
pub use sums::{Difference, agree, read_sums, write_sums};
pub use tables::{MIGRATIONS, layout, migrate, tables};
pub use tally::NO_TAB;
pub use text::{order_text, text_of};
