//! The system's browser, for the pages of a server. The device has checked the address.

use std::io;

use doorward_client::Browser;

/// Whatever this system opens web pages with.
#[derive(Debug)]
pub(crate) struct SystemBrowser;

impl Browser for SystemBrowser {
    fn open(&self, address: &str) -> io::Result<()> {
        open::that_detached(address)
    }
}
