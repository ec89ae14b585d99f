//! Opening the app: on the user's screen, or inside Xvfb where there is none.

use std::env;
use std::process::Command;

use anyhow::Result;

use crate::place;

/// Unlocks an empty keychain for the session, then becomes the program.
const WITH_KEYCHAIN: &str = "\
printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\"";

/// The command that opens the app.
pub fn app() -> Result<Command> {
    let app = place::built("doorward")?;
    if has_screen() {
        return Ok(Command::new(app));
    }
    println!("There is no display here, so the app opens inside Xvfb, where nobody sees it.");
    let mut command = Command::new("dbus-run-session");
    command
        .args(["--", "xvfb-run", "--auto-servernum"])
        .args(["--server-args", "-screen 0 1440x900x24"])
        .args(["sh", "-c", WITH_KEYCHAIN])
        .arg(app)
        .env("NO_AT_BRIDGE", "1")
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    Ok(command)
}

fn has_screen() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
