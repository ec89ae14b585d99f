//! A real SMTP server (aiosmtpd) that puts letters into a folder, but for those it refuses (`post.py`), and reading the
//! letters as a person would.

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use mail_parser::{HeaderName, MessageParser};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use url::Url;

use crate::guard::Guarded;
use crate::http;
use crate::programs;
use crate::wait;

/// The SMTP server of one test.
#[derive(Debug)]
pub struct PostOffice {
    port: u16,
    folder: TempDir,
    _server: Guarded,
}

/// One letter as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Where it was delivered.
    pub to: String,
    /// Its subject line.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// The same as a page.
    pub html: String,
    /// The names of its headers in small letters, each as often as it stands there.
    pub headers: Vec<String>,
    /// The `Message-ID`, the same through every attempt to send it.
    pub id: String,
    arrival: SystemTime,
}

impl PostOffice {
    /// Opens the post office on a free port.
    pub async fn open() -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("doorward-mail-")
            .tempdir()?;
        // The port is free when it is chosen, yet somebody may be quicker: then another one.
        for _ in 0..5 {
            let port = http::free_port()?;
            let server =
                Guarded::start(&command(&folder.path().join("letters"), port), "KILL", None)?;
            if greets(port, &server).await? {
                return Ok(Self {
                    port,
                    folder,
                    _server: server,
                });
            }
        }
        bail!("the SMTP server found no port")
    }

    /// The port on 127.0.0.1.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// All letters that have arrived, the oldest first.
    pub fn letters(&self) -> Result<Vec<Letter>> {
        let mut letters = Vec::new();
        let Ok(entries) = std::fs::read_dir(self.folder.path().join("letters/new")) else {
            return Ok(letters);
        };
        for entry in entries {
            let entry = entry?;
            letters.push(read(&entry.path(), entry.metadata()?.modified()?)?);
        }
        letters.sort_by_key(|letter| letter.arrival);
        Ok(letters)
    }

    /// The letters that have arrived for one address, the oldest first.
    pub fn letters_to(&self, address: &str) -> Result<Vec<Letter>> {
        Ok(self
            .letters()?
            .into_iter()
            .filter(|letter| letter.to == address)
            .collect())
    }

    /// Waits until an address has received `count` letters in all, and answers the last of these.
    pub async fn letter(&self, address: &str, count: usize) -> Result<Letter> {
        let what = format!("letter number {count} arrives for {address}");
        let look = async || Ok(self.letters_to(address)?.into_iter().nth(count - 1));
        wait::until(&what, look)
            .await
            .with_context(|| self.summary())
    }

    fn summary(&self) -> String {
        let letters = self.letters().unwrap_or_default();
        let lines: Vec<String> = letters
            .iter()
            .map(|it| format!("  {}: {}", it.to, it.subject))
            .collect();
        format!("letters that did arrive:\n{}", lines.join("\n"))
    }
}

impl Letter {
    /// The six digits that stand on a line of their own.
    pub fn code(&self) -> Result<String> {
        let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|it| it.is_ascii_digit());
        let found = self.text.lines().find(is_code);
        let missing = || format!("no code in the letter \"{}\":\n{}", self.subject, self.text);
        found.map(str::to_owned).with_context(missing)
    }

    /// The first link in the text whose path begins with `path`.
    pub fn link(&self, path: &str) -> Result<Url> {
        self.text
            .split_whitespace()
            .filter_map(|word| Url::parse(word.trim_matches(['<', '>', '.', ','])).ok())
            .find(|url| url.has_host() && url.path().starts_with(path))
            .with_context(|| {
                format!(
                    "no link to {path} in the letter \"{}\":\n{}",
                    self.subject, self.text
                )
            })
    }
}

fn command(letters: &Path, port: u16) -> Command {
    // Debian's own Python: it has the module that `cargo xtask setup` installs.
    let mut command = Command::new("/usr/bin/python3");
    command
        .args(["-m", "aiosmtpd", "-n", "-c", "post.Post"])
        .arg(letters)
        .env("PYTHONPATH", programs::root().join("tests/support"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    command.args(["-l", &format!("127.0.0.1:{port}")]);
    command
}

/// Whether the server we started answers at this port; false when it has ended because the port was taken.
async fn greets(port: u16, server: &Guarded) -> Result<bool> {
    wait::until("the SMTP server greets", async || {
        if server.has_ended() {
            return Ok(Some(false));
        }
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await else {
            return Ok(None);
        };
        let mut greeting = [0; 4];
        let greeted = stream.read_exact(&mut greeting).await.is_ok() && &greeting == b"220 ";
        // Whoever had the port first may have closed already; ours then ends by itself.
        let _ = stream.write_all(b"QUIT\r\n").await;
        Ok(greeted.then_some(true))
    })
    .await
    .with_context(|| server.said())
}

fn read(path: &Path, arrival: SystemTime) -> Result<Letter> {
    let bytes = std::fs::read(path)?;
    let message = MessageParser::default()
        .parse(&bytes)
        .context("a letter cannot be parsed")?;
    let to = message
        .header_raw(HeaderName::Other("X-RcptTo".into()))
        .context("the server notes the recipient")?;
    Ok(Letter {
        to: to.trim().to_owned(),
        subject: message.subject().unwrap_or_default().to_owned(),
        text: message
            .body_text(0)
            .context("a letter has no text")?
            .into_owned(),
        html: message.body_html(0).unwrap_or_default().into_owned(),
        headers: message
            .headers_raw()
            .map(|(name, _)| name.to_ascii_lowercase())
            .collect(),
        id: message
            .message_id()
            .context("a letter has no Message-ID")?
            .to_owned(),
        arrival,
    })
}
