//! Fate: what is to be done with a letter that is due: whether it is still true, who reads it and in which language,
//! and where its button leads.

mod decided;
mod link;
mod reader;
mod truth;

pub use self::decided::{Fate, fate};
pub use self::reader::Reader;
