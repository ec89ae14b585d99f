//! Rendering: the words of a letter in its reader's language. Names are data: escaped, and never a link (MAIL-1).

mod accounts;
mod digest;
mod ids;
mod notices;
mod reminders;
#[cfg(any(test, feature = "samples"))]
mod samples;
#[cfg(test)]
mod tests;
mod writer;

pub use self::ids::line_of;
#[cfg(feature = "samples")]
pub use self::samples::{Sample, samples};
pub use self::writer::{Ingredients, Rendered, render};
