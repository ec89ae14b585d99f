//! A real Kannel with its fake message centre: what leaves for a phone is read as the phone would show it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::guard::Guarded;
use crate::{http, wait};

/// The name and password that the server signs in with.
pub const USER: &str = "doorward";
/// See [`USER`].
pub const PASSWORD: &str = "kannel-secret-canary";

/// The gateway of one test.
#[derive(Debug)]
pub struct Kannel {
    port: u16,
    centre: Guarded,
    _boxes: [Guarded; 2],
    _folder: TempDir,
}

/// One message as a phone shows it, its parts put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The number it went to.
    pub to: String,
    /// What it says.
    pub text: String,
    /// How many messages it came to.
    pub parts: usize,
}

impl Kannel {
    /// Starts the three programs on free ports.
    pub async fn open() -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("doorward-kannel-")
            .tempdir()?;
        let [admin, inner, centre, send] = [
            http::free_port()?,
            http::free_port()?,
            http::free_port()?,
            http::free_port()?,
        ];
        let file = folder.path().join("kannel.conf");
        std::fs::write(&file, configuration([admin, inner, centre, send]))?;
        let bearer = start("/usr/sbin/bearerbox", &file)?;
        listens(inner, &bearer).await?;
        listens(centre, &bearer).await?;
        let messages = start("/usr/sbin/smsbox", &file)?;
        listens(send, &messages).await?;
        let mut fake = Command::new("/usr/lib/kannel/test/fakesmsc");
        // It connects to the message centre's port and sends nothing of its own.
        fake.args([
            "-H",
            "127.0.0.1",
            "-r",
            &centre.to_string(),
            "-m",
            "0",
            "1 2 text none",
        ]);
        let fake = Guarded::start(&fake, "KILL", None)?;
        fake.line("Connecting to").await?;
        Ok(Self {
            port: send,
            centre: fake,
            _boxes: [bearer, messages],
            _folder: folder,
        })
    }

    /// The address of its sendsms interface.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/cgi-bin/sendsms", self.port)
    }

    /// Every message that arrived whole, the oldest first.
    pub fn texts(&self) -> Result<Vec<Text>> {
        read(&self.centre.said())
    }

    /// Waits until a number has received `count` messages in all, and answers the last of these.
    pub async fn text(&self, number: &str, count: usize) -> Result<Text> {
        let what = format!("message number {count} arrives at {number}");
        let look = async || {
            Ok(self
                .texts()?
                .into_iter()
                .filter(|it| it.to == number)
                .nth(count - 1))
        };
        wait::until(&what, look)
            .await
            .with_context(|| self.centre.said())
    }
}

fn configuration([admin, inner, centre, send]: [u16; 4]) -> String {
    format!(
        "group = core\nadmin-port = {admin}\nadmin-password = none\nsmsbox-port = {inner}\nbox-allow-ip = 127.0.0.1\n\n\
         group = smsc\nsmsc = fake\nsmsc-id = CENTRE\nport = {centre}\nconnect-allow-ip = 127.0.0.1\n\n\
         group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = {send}\nsendsms-interface = 127.0.0.1\n\n\
         group = sendsms-user\nusername = {USER}\npassword = {PASSWORD}\nmax-messages = 3\nconcatenation = true\n"
    )
}

fn start(program: &str, file: &Path) -> Result<Guarded> {
    let mut command = Command::new(program);
    command.args(["-v", "1"]).arg(file);
    Guarded::start(&command, "KILL", None)
}

async fn listens(port: u16, program: &Guarded) -> Result<()> {
    wait::until("Kannel listens", async || {
        if program.has_ended() {
            bail!("it ended: {}", program.said());
        }
        Ok(TcpStream::connect(("127.0.0.1", port)).await.ok().map(drop))
    })
    .await
}

/// Reads what the message centre printed: `Got message 1: <from to text …>`, or parts with a header of their own.
fn read(said: &str) -> Result<Vec<Text>> {
    let mut texts: Vec<Text> = Vec::new();
    let mut open: Vec<u16> = Vec::new();
    for line in said.lines().filter(|line| line.contains("Got message ")) {
        let (_, message) = line.split_once('<').context("a message begins")?;
        let message = message.strip_suffix('>').context("a message ends")?;
        let mut words = message.splitn(4, ' ');
        let (_, to, kind) = (
            words.next(),
            words.next().context("to whom")?,
            words.next().context("what")?,
        );
        let rest = words.next().unwrap_or_default();
        let (text, part, parts) = match kind {
            "text" => (rest.to_owned(), 1, 1),
            "data" => (wide(&bytes(rest)?, &mut open), 1, 1),
            "udh" => {
                let (header, rest) = rest.split_once(' ').context("a header and a body")?;
                let header = bytes(header)?;
                let [_, _, _, _, parts, part] = header[..] else {
                    bail!("a strange header: {header:?}")
                };
                let (kind, body) = rest.split_once(' ').context("a kind and a body")?;
                let text = if kind == "data" {
                    wide(&bytes(body)?, &mut open)
                } else {
                    body.to_owned()
                };
                (text, part, usize::from(parts))
            }
            other => bail!("a strange message: {other}"),
        };
        match texts.last_mut() {
            Some(last) if part > 1 => last.text.push_str(&text),
            _ => texts.push(Text {
                to: to.to_owned(),
                text,
                parts,
            }),
        }
    }
    Ok(texts)
}

fn wide(bytes: &[u8], open: &mut Vec<u16>) -> String {
    open.extend(
        bytes
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]])),
    );
    String::from_utf16_lossy(&std::mem::take(open))
}

fn bytes(text: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut left = text.as_bytes();
    while let [first, rest @ ..] = left {
        (bytes, left) = match first {
            b'%' => {
                let (code, rest) = rest.split_at_checked(2).context("two digits")?;
                let code = u8::from_str_radix(std::str::from_utf8(code)?, 16)?;
                ([bytes, vec![code]].concat(), rest)
            }
            b'+' => ([bytes, vec![b' ']].concat(), rest),
            other => ([bytes, vec![*other]].concat(), rest),
        };
    }
    Ok(bytes)
}
