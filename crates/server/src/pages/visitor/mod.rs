//! Somebody at a page, and how they are answered.

mod answer;
mod who;

pub use self::answer::{Answer, Early};
pub use self::who::{Speech, Visitor};
