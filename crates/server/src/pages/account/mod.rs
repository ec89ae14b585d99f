//! My account: who one is here, where one is signed in, and the end of it.

mod act;
mod page;

pub use self::act::{proved, take};
pub use self::page::show;
