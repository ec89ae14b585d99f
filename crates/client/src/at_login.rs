//! What the computer starts when somebody signs in to it.

use std::fmt::Debug;
use std::io;

/// What starts the program when its person signs in to the computer. It is set there and nowhere else, so that whoever
/// changes it in the settings of the system finds it changed here.
pub trait AtLogin: Send + Sync + Debug {
    /// Whether it does.
    fn is_on(&self) -> bool;

    /// Has it do so, or no longer.
    fn set(&self, on: bool) -> io::Result<()>;
}
