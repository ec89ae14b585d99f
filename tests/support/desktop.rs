//! A desktop of its own for the real application: a display, a session bus, a keychain or none, a home folder, and the
//! driver that opens the application in it.

use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tempfile::TempDir;
use tokio::net::TcpStream;
use url::Url;

use crate::guard::Guarded;
use crate::window::Window;
use crate::{http, programs, wait};

/// Says where the bus is, unlocks an empty keychain where there is to be one, then becomes the program.
const SESSION: &str = r#"
echo "listening on bus $DBUS_SESSION_BUS_ADDRESS"
if [ -n "$KEYCHAIN" ]; then printf '\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit; fi
exec "$0" "$@"
"#;

/// What its address follows.
const BUS: &str = "listening on bus ";

/// The variable in which it stands.
const BUS_ADDRESS: &str = "DBUS_SESSION_BUS_ADDRESS";

/// A bus that starts nobody: neither a keychain nor somebody who asks for its password.
const LONELY_BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// Who keeps secrets on a desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrets {
    /// An unlocked keychain; once it is locked, the person is asked for its password.
    Kept,
    /// An unlocked keychain; once it is locked, nobody can be asked and it refuses.
    KeptOrRefused,
    /// Nobody.
    NotKept,
}

/// One person's desktop; what the application keeps stays until it is dropped.
#[derive(Debug)]
pub struct Desktop {
    driver: Url,
    session: Guarded,
    environment: Vec<(&'static str, OsString)>,
    _display: Guarded,
    home: TempDir,
}

impl Desktop {
    /// Starts a desktop; the application offers `server` at sign-in.
    pub async fn start(server: &Url) -> Result<Self> {
        Self::start_with(server, Secrets::Kept).await
    }

    /// Starts a desktop on which secrets are kept so.
    pub async fn start_with(server: &Url, secrets: Secrets) -> Result<Self> {
        let home = tempfile::Builder::new()
            .prefix("doorward-desktop-")
            .tempdir()?;
        let (display, number) = display().await?;
        let port = http::free_port()?;
        let mut environment = environment(home.path(), &number)?;
        environment.push(("DOORWARD_SERVER", server.as_str().into()));
        let mut session = Command::new("dbus-run-session");
        if secrets != Secrets::Kept {
            let bus = home.path().join("bus.conf");
            std::fs::write(&bus, LONELY_BUS)?;
            session.arg("--config-file").arg(bus);
        }
        session.args(["--", "sh", "-c", SESSION]);
        session.args(["WebKitWebDriver", "--host=127.0.0.1"]);
        session.arg(format!("--port={port}"));
        session.envs(environment.iter().cloned());
        let has_keychain = secrets != Secrets::NotKept;
        session.env("KEYCHAIN", if has_keychain { "yes" } else { "" });
        session
            .env_remove("WAYLAND_DISPLAY")
            .env_remove(BUS_ADDRESS);

        let session = Guarded::start(&session, "TERM", None)?;
        answers(port, &session).await?;
        // What the bus itself complains of may stand in the same line.
        let is_bus = |line: &str| line.contains(BUS);
        let line = session.line_where("where the bus is", is_bus).await?;
        let (_, bus) = line.split_once(BUS).context("the bus has an address")?;
        environment.push((BUS_ADDRESS, bus.into()));
        Ok(Self {
            driver: Url::parse(&format!("http://127.0.0.1:{port}"))?,
            session,
            environment,
            _display: display,
            home,
        })
    }

    /// Opens the application.
    pub async fn open_app(&self) -> Result<Window> {
        self.open(programs::app().await?).await
    }

    /// Opens the application as a browser does that was given a link of it.
    pub async fn open_app_by(&self, link: &str) -> Result<Window> {
        self.open_with(programs::app().await?, &[link]).await
    }

    /// Opens the application as the computer does by itself when somebody signs in.
    pub async fn open_app_hidden(&self) -> Result<Window> {
        self.open_with(programs::app().await?, &["--hidden"]).await
    }

    /// Starts the application a second time, as a browser does that was given a link of it; answers once that has ended.
    pub async fn start_again_by(&self, link: &str) -> Result<()> {
        let app = programs::app().await?.to_str().context("a path")?;
        self.runs(app, &[link], "").await.map(drop)
    }

    /// Opens a program.
    pub async fn open(&self, binary: &Path) -> Result<Window> {
        self.open_with(binary, &[]).await
    }

    async fn open_with(&self, binary: &Path, arguments: &[&str]) -> Result<Window> {
        let options =
            json!({ "webkitgtk:browserOptions": { "binary": binary, "args": arguments } });
        Window::open(&self.driver, options)
            .await
            .with_context(|| self.session.said())
    }

    /// Where the application keeps what it knows.
    pub fn kept(&self) -> PathBuf {
        self.home.path().join("data/org.doorward.desktop")
    }

    /// A folder whose programs are found before all others.
    pub fn programs(&self) -> PathBuf {
        self.home.path().join("bin")
    }

    /// Where the bus of this desktop is.
    pub(crate) fn bus(&self) -> Result<&str> {
        let bus = self.environment.iter().find(|it| it.0 == BUS_ADDRESS);
        bus.and_then(|it| it.1.to_str()).context("it has a bus")
    }

    /// Everything that was written to the terminal.
    pub fn said(&self) -> String {
        self.session.said()
    }

    /// A program that is to run on this desktop.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.envs(self.environment.iter().cloned());
        command
    }

    /// Runs a program on this desktop and answers what it printed.
    pub(crate) async fn runs(
        &self,
        program: &str,
        arguments: &[&str],
        input: &str,
    ) -> Result<String> {
        let mut command = self.command(program);
        command
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut running = tokio::process::Command::from(command).spawn()?;
        let mut pipe = running.stdin.take().context("it takes input")?;
        tokio::io::AsyncWriteExt::write_all(&mut pipe, input.as_bytes()).await?;
        drop(pipe);
        let done = running.wait_with_output().await?;
        let errors = String::from_utf8_lossy(&done.stderr);
        ensure!(done.status.success(), "{program} failed: {errors}");
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    }
}

fn environment(home: &Path, display: &str) -> Result<Vec<(&'static str, OsString)>> {
    let mut environment: Vec<(&str, OsString)> = vec![
        ("HOME", home.into()),
        ("DISPLAY", display.into()),
        ("NO_AT_BRIDGE", "1".into()),
        ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".into()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".into()),
    ];
    for (name, folder) in [
        ("XDG_RUNTIME_DIR", "run"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
    ] {
        environment.push((name, home.join(folder).into()));
    }
    let (run, bin) = (home.join("run"), home.join("bin"));
    std::fs::create_dir(&run)?;
    std::fs::set_permissions(&run, PermissionsExt::from_mode(0o700))?;
    std::fs::create_dir(&bin)?;
    let path = std::env::var_os("PATH").context("there is no PATH")?;
    let path = std::iter::once(bin).chain(std::env::split_paths(&path));
    environment.push(("PATH", std::env::join_paths(path)?));
    Ok(environment)
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
