//! The computer on which a device stands, as far as it does something by itself.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use doorward_client::AtLogin;

/// A computer that starts nothing, until it is told to.
#[derive(Debug, Default)]
pub(super) struct Computer(AtomicBool);

impl AtLogin for Computer {
    fn is_on(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn set(&self, on: bool) -> io::Result<()> {
        self.0.store(on, Ordering::Relaxed);
        Ok(())
    }
}
