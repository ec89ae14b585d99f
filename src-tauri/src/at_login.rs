//! Starting with the computer, in the background: an entry among what this system starts for whoever signs in to it.

use std::fmt;
use std::io;

use doorward_client::AtLogin;
use tauri::AppHandle;
use tauri_plugin_autostart::ManagerExt;

/// What this system starts.
pub(crate) struct SystemLogin(AppHandle);

impl fmt::Debug for SystemLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SystemLogin").finish_non_exhaustive()
    }
}

impl SystemLogin {
    /// The entry of this program.
    pub(crate) const fn new(app: AppHandle) -> Self {
        Self(app)
    }
}

impl AtLogin for SystemLogin {
    fn is_on(&self) -> bool {
        self.0.autolaunch().is_enabled().unwrap_or_else(|error| {
            tracing::warn!(%error, "nobody can say whether this starts with the computer");
            false
        })
    }

    fn set(&self, on: bool) -> io::Result<()> {
        let entry = self.0.autolaunch();
        let done = if on { entry.enable() } else { entry.disable() };
        done.map_err(io::Error::other)
    }
}
