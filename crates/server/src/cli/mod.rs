//! The command line: `serve`, `openapi`, `verify-history`, `demo` and the operator's door.

mod admin;
mod demo;
mod run;
mod serve;
mod verify_history;

use self::run::print;
pub use self::run::{Place, run};
