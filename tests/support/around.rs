//! What happens around the application on its desktop: the keychain is locked, the window is closed, a notification is
//! pressed, the keyboard goes elsewhere.

use anyhow::{Result, ensure};

use crate::desktop::Desktop;
use crate::guard::Guarded;

/// Where the keychain keeps what is unlocked at sign-in to the computer.
const LOGIN: &str = "['/org/freedesktop/secrets/collection/login']";

/// The file that says which button of a notification is wanted.
const WANTED: &str = "button";

/// Does with the application's window what a window manager does.
const WINDOW: &str = include_str!("window.py");

impl Desktop {
    /// Locks the keychain, as when the person leaves the computer.
    pub async fn locks_keychain(&self) -> Result<()> {
        let call = [
            "call",
            "--session",
            "--dest=org.freedesktop.secrets",
            "--object-path=/org/freedesktop/secrets",
            "--method=org.freedesktop.Secret.Service.Lock",
            LOGIN,
        ];
        self.runs("gdbus", &call, "").await.map(drop)
    }

    /// Unlocks the keychain with its password; the daemon that held it locked gives way to one that does not.
    pub async fn unlocks_keychain(&self) -> Result<()> {
        const UNLOCK: &str =
            "exec gnome-keyring-daemon --replace --unlock --components=secrets >/dev/null 2>&1";
        self.runs("sh", &["-c", UNLOCK], "\n").await.map(drop)
    }

    /// Clicks on the cross of the application's window.
    pub async fn closes_window(&self) -> Result<()> {
        self.window("close").await.map(drop)
    }

    /// Starts a real notification service on this desktop; it prints what it shows.
    pub fn shows_notifications(&self) -> Result<Guarded> {
        let folder = self.programs();
        std::fs::create_dir_all(&folder)?;
        let (settings, wanted) = (folder.join("dunstrc"), folder.join(WANTED));
        // Of all buttons that it offers the one is pressed that is wanted by then.
        let menu = format!("[global]\n    dmenu = grep -m 1 -f {}\n", wanted.display());
        std::fs::write(&settings, menu)?;
        // By lines: what it prints into a pipe would wait there.
        let mut service = self.command("stdbuf");
        service.args(["-oL", "dunst", "-print", "-conf"]);
        service.arg(settings);
        Guarded::start(&service, "TERM", None)
    }

    /// Clicks on the first of the notifications that are shown.
    pub async fn presses_notification(&self) -> Result<()> {
        self.runs("dunstctl", &["action", "0"], "").await.map(drop)
    }

    /// How many notifications are shown.
    pub async fn counts_notifications(&self) -> Result<usize> {
        let said = self.runs("dunstctl", &["count", "displayed"], "").await?;
        Ok(said.trim().parse()?)
    }

    /// Presses a button of the notification in which a name stands.
    pub async fn presses_button(&self, button: &str, name: &str) -> Result<()> {
        std::fs::write(self.programs().join(WANTED), format!("{button}.*{name}\n"))?;
        self.runs("dunstctl", &["context"], "").await.map(drop)
    }

    /// Gives the keyboard to the application's window, or takes it away.
    pub async fn focuses_window(&self, focused: bool) -> Result<()> {
        let what = if focused { "give" } else { "take" };
        let has = self.window(what).await?;
        ensure!(has == focused, "the keyboard goes where it is sent");
        Ok(())
    }

    /// Whether the application has a window that was on the screen, hidden by now or not.
    pub async fn has_window(&self) -> Result<bool> {
        self.window("there").await
    }

    /// Whether the application's window has the keyboard.
    pub async fn has_focus(&self) -> Result<bool> {
        self.window("ask").await
    }

    /// Does something with the application's window and answers what it said.
    async fn window(&self, what: &str) -> Result<bool> {
        let said = self
            .runs("/usr/bin/python3", &["-c", WINDOW, what], "")
            .await?;
        Ok(said.trim() == "yes")
    }
}
