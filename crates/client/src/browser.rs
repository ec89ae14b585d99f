//! The system's browser, where pages of a server are opened; and what a link must look like to be opened at all.

use std::fmt::Debug;
use std::io;

use url::Url;

use crate::error::{Error, Result};
use crate::remote::is_trusted_way;

/// The first letters of the secrets that invitations and share links carry.
const SECRETS: [char; 3] = ['i', 'l', 't'];
/// The lengths of a secret: short in a text message, long with the proof that a letter adds.
const LENGTHS: std::ops::RangeInclusive<usize> = 15..=200;

/// What opens a page outside the program.
pub trait Browser: Send + Sync + Debug {
    /// Opens an address that has been checked.
    fn open(&self, address: &str) -> io::Result<()>;
}

/// No browser at all; for headless devices.
#[derive(Debug, Default)]
pub struct NoBrowser;

impl Browser for NoBrowser {
    fn open(&self, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Checks the form of an invitation or share link. Whether it works is the server's page to say.
pub(crate) fn joining_link(text: &str) -> Result<Url> {
    let url = Url::parse(text.trim()).map_err(|_| Error::NotALink)?;
    let path: Vec<&str> = url
        .path_segments()
        .map(Iterator::collect)
        .unwrap_or_default();
    let [door, secret] = path[..] else {
        return Err(Error::NotALink);
    };
    let plain = url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if door == "j" && plain && is_secret(secret) && is_trusted_way(&url) {
        Ok(url)
    } else {
        Err(Error::NotALink)
    }
}

/// Whether a text has the form of a secret that an invitation or a share link carries.
pub(crate) fn is_secret(text: &str) -> bool {
    LENGTHS.contains(&text.len())
        && text.starts_with(SECRETS)
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "iAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    #[test]
    fn only_a_link_to_join_is_opened_s_59() {
        for good in [
            format!("https://door.example.ee/j/{SECRET}"),
            format!("  https://door.example.ee:8443/j/{SECRET}.{SECRET}\n"),
            format!("http://127.0.0.1:8080/j/{}", SECRET.replacen('i', "l", 1)),
            "https://door.example.ee/j/tAAAAAAAAAAAAAA".to_owned(),
        ] {
            assert!(joining_link(&good).is_ok(), "{good}");
        }
        for bad in [
            format!("http://door.example.ee/j/{SECRET}"),
            format!("https://door.example.ee/join/{SECRET}"),
            format!("https://door.example.ee/j/{SECRET}/more"),
            format!("https://door.example.ee/j/{SECRET}?server=https://evil.example"),
            format!("https://u:p@door.example.ee/j/{SECRET}"),
            format!("https://door.example.ee/j/r{SECRET}"),
            format!("file:///j/{SECRET}"),
            format!("javascript:alert('/j/{SECRET}')"),
            "https://door.example.ee/j/i..%2f..%2fetc%2fpasswd%00aaaaaaaaaa".to_owned(),
            format!("https://door.example.ee/j/{}", "i".repeat(1_000_000)),
            String::new(),
        ] {
            let begin: String = bad.chars().take(80).collect();
            assert!(
                matches!(joining_link(&bad), Err(Error::NotALink)),
                "{begin}"
            );
        }
    }
}
