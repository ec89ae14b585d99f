//! S-50: whatever host a request names, in its line, its headers or those of a proxy that is none: links in letters lead
//! to the address that the server was given, and a host that nobody serves is told so.

use anyhow::{Context, Result, ensure};
use doorward_protocol::Code;
use doorward_suite::api::Request;
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::ids;
use doorward_suite::smtp::Letter;
use reqwest::Method;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::ground::{Ground, one};

const EVIL: &str = "evil.example";

/// A request as it goes over the wire: who asks for what at which path.
struct Wanted {
    path: String,
    headers: String,
    body: String,
}

impl Wanted {
    /// A letter for a new password.
    fn reset() -> Self {
        Self {
            path: "/forgot".to_owned(),
            headers:
                "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n"
                    .to_owned(),
            body: format!("email={}", OLGA.email),
        }
    }

    /// An invitation of Anna by Olga.
    fn invitation(ground: &Ground) -> Self {
        let invite = json!({ "type": "invite_person", "membership": ids::new(), "contact": ANNA.email,
            "grant": { "level": "staff" } });
        Self {
            path: ground.path("/commands"),
            headers: format!(
                "Content-Type: application/json\r\nAuthorization: Bearer {}\r\n",
                ground.olga
            ),
            body: one(&invite).to_string(),
        }
    }

    /// Posts it: `line` is put before the path, `named` are the headers that say where it goes.
    async fn post(&self, ground: &Ground, line: &str, named: &str) -> Result<u16> {
        let address = ground.house.server.address()?;
        let mut stream = TcpStream::connect(address).await?;
        let request = format!(
            "POST {line}{} HTTP/1.1\r\n{named}{}Connection: close\r\nContent-Length: {}\r\n\r\n{}",
            self.path,
            self.headers,
            self.body.len(),
            self.body
        );
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        let answer = String::from_utf8_lossy(&answer);
        let status = answer.split_whitespace().nth(1).context("a status")?;
        Ok(status.parse()?)
    }
}

#[tokio::test]
async fn s_50_a_host_that_nobody_serves_is_told_so() -> Result<()> {
    let ground = Ground::lay().await?;
    for host in [EVIL, "localhost.evil.example"] {
        let request = Request::new(Method::GET, "/v1/me")
            .by(&ground.olga)
            .header("host", host);
        ground
            .refuses("another host", request, Code::UnknownHost)
            .await?;
    }
    let ours = &*ground.house.server.address()?;
    for wanted in [Wanted::reset(), Wanted::invitation(&ground)] {
        for (line, hosts) in [
            ("", vec![EVIL]),
            ("", vec![ours, EVIL]),
            ("", vec![EVIL, ours]),
            ("", vec![]),
            ("http://evil.example", vec![EVIL]),
            // The line counts more than the header (RFC 9112, 3.2.2).
            ("http://evil.example", vec![ours]),
            ("http://ours@evil.example", vec![ours]),
            (&format!("http://{ours}"), vec![EVIL]),
        ] {
            let named: Vec<String> = hosts.iter().map(|it| format!("Host: {it}\r\n")).collect();
            let status = wanted.post(&ground, line, &named.concat()).await?;
            ensure!(
                matches!(status, 400 | 421),
                "{} of {line:?} at {hosts:?}: {status}",
                wanted.path
            );
        }
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn s_50_letters_lead_to_the_address_that_the_server_was_given() -> Result<()> {
    let ground = Ground::lay().await?;
    let ours = ground.house.server.address()?;
    let whole = format!("http://{ours}");
    let told = format!(
        "Host: {ours}\r\nX-Forwarded-Host: {EVIL}\r\nX-Forwarded-Server: {EVIL}\r\nX-Forwarded-Proto: https\r\n\
         Forwarded: host={EVIL};proto=https\r\nX-Host: {EVIL}\r\nX-Original-URL: http://{EVIL}/\r\n"
    );
    // Her invitation came first.
    for (wanted, line, status, to, count) in [
        (Wanted::reset(), "", 202, OLGA, 2),
        (Wanted::invitation(&ground), &*whole, 200, ANNA, 1),
    ] {
        let answered = wanted.post(&ground, line, &told).await?;
        ensure!(answered == status, "{}: {answered}", wanted.path);
        let letter = ground.house.post.letter(to.email, count).await?;
        leads_to(&letter, &whole)?;
    }
    ground.house.server.ensure_no_errors()
}

/// Fails unless every link of a letter is one to this address, and there is one.
fn leads_to(letter: &Letter, address: &str) -> Result<()> {
    ensure!(!letter.text.contains(EVIL), "{}", letter.text);
    let links = || {
        letter
            .text
            .split_whitespace()
            .filter(|it| it.contains("://"))
    };
    ensure!(links().count() > 0, "it has a link: {}", letter.text);
    for link in links() {
        ensure!(
            link.starts_with(&format!("{address}/")),
            "{link} in {}",
            letter.text
        );
    }
    Ok(())
}
