//! Everything people read, from the message files compiled in: one [`Words`] for each language.

mod abilities;
mod dates;
mod names;
mod negotiation;
mod numbers;
mod words;

pub use self::names::{initials, listed, status_key};
pub use self::negotiation::{accepted, locale_from};
pub use self::words::{Value, Words, words};
pub use crate::letters::{asks_for_care, asks_for_decision, line_of};
