//! Coming in with the account of another site: going there, coming back, and the form that ends it.

mod drawn;
mod finish;
mod go;
mod told;
mod ways;

pub use self::finish::{show, take};
pub use self::go::{back, enter};
pub use self::ways::{Way, begin, ways};
