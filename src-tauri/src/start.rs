//! What the program is started with.

use std::env;
use std::path::PathBuf;

use tauri::{AppHandle, Manager};

/// What the computer gives along when it starts the program by itself.
pub(crate) const HIDDEN: &str = "--hidden";

/// Whether the program is started without anybody who looks at it.
pub(crate) fn is_hidden() -> bool {
    env::args_os().any(|it| it == HIDDEN)
}

/// The server to propose to somebody who is not signed in.
pub(crate) fn server() -> Option<String> {
    env::var("DOORWARD_SERVER")
        .ok()
        .filter(|server| !server.is_empty())
}

/// Where this computer keeps what it knows.
pub(crate) fn folder(app: &AppHandle) -> tauri::Result<PathBuf> {
    match env::var_os("DOORWARD_FOLDER") {
        Some(folder) if !folder.is_empty() => Ok(folder.into()),
        _ => app.path().app_local_data_dir(),
    }
}

/// Where files go that somebody saves: the folder that this system has for it, else the home of whoever uses it.
pub(crate) fn downloads(app: &AppHandle) -> Option<PathBuf> {
    let path = app.path();
    path.download_dir().or_else(|_| path.home_dir()).ok()
}
