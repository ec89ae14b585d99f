//! A desktop of its own for the real application: a display, a session bus, an unlocked keychain, a home folder, and
//! the driver that opens the application in it.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tempfile::TempDir;
use tokio::net::TcpStream;
use url::Url;

use crate::guard::Guarded;
use crate::window::Window;
use crate::{http, programs, wait};

/// Unlocks an empty keychain, then becomes the program.
const WITH_KEYCHAIN: &str = r#"
printf '\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" "$@"
"#;

/// One person's desktop; what the application keeps stays until it is dropped.
#[derive(Debug)]
pub struct Desktop {
    driver: Url,
    session: Guarded,
    _display: Guarded,
    _home: TempDir,
}

impl Desktop {
    /// Starts a desktop; the application offers `server` at sign-in.
    pub async fn start(server: &Url) -> Result<Self> {
        let home = tempfile::Builder::new()
            .prefix("doorward-desktop-")
            .tempdir()?;
        let (display, number) = display().await?;
        let port = http::free_port()?;

        let mut session = Command::new("dbus-run-session");
        session.args([
            "--",
            "sh",
            "-c",
            WITH_KEYCHAIN,
            "WebKitWebDriver",
            "--host=127.0.0.1",
        ]);
        session.arg(format!("--port={port}"));
        session
            .env("HOME", home.path())
            .env("XDG_RUNTIME_DIR", home.path().join("run"));
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            session.env(name, home.path().join(folder));
        }
        std::fs::create_dir(home.path().join("run"))?;
        session
            .env("DISPLAY", number)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
        session
            .env("NO_AT_BRIDGE", "1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        session
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1");
        session.env("DOORWARD_SERVER", server.as_str());

        let session = Guarded::start(&session, "TERM", None)?;
        answers(port, &session).await?;
        let driver = Url::parse(&format!("http://127.0.0.1:{port}"))?;
        Ok(Self {
            driver,
            session,
            _display: display,
            _home: home,
        })
    }

    /// Opens the application.
    pub async fn open_app(&self) -> Result<Window> {
        let binary = programs::app().await?;
        let options = json!({ "webkitgtk:browserOptions": { "binary": binary, "args": [] } });
        Window::open(&self.driver, options)
            .await
            .with_context(|| self.session.said())
    }
}

/// Starts a display on a free number and answers it as `:number`.
async fn display() -> Result<(Guarded, String)> {
    let mut display = Command::new("Xvfb");
    display.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1440x900x24",
        "-nolisten",
        "tcp",
    ]);
    let display = Guarded::start(&display, "TERM", None)?;
    let is_number = |line: &str| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
    let number = display
        .line_where("the number of its display", is_number)
        .await?;
    Ok((display, format!(":{number}")))
}

async fn answers(port: u16, session: &Guarded) -> Result<()> {
    wait::until("WebKitWebDriver listens", async || {
        ensure!(!session.has_ended(), "WebKitWebDriver ended");
        Ok(TcpStream::connect(("127.0.0.1", port)).await.ok().map(drop))
    })
    .await
    .with_context(|| session.said())
}
