//! The system's browser, where pages of a server are opened; and what a link must look like to be opened at all.

use std::fmt::Debug;
use std::io;

use url::Url;

use crate::error::{Error, Result};
use crate::remote::is_trusted_way;

/// The first letters of the secrets that invitations and share links carry.
const SECRETS: [char; 3] = ['i', 'l', 't'];
/// What links begin with that other programs on this computer hand over.
const HANDED: &str = "doorward://join/";
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

/// The secret in a link that another program handed over; none where it is anything but `doorward://join/` and a secret.
/// It names no server: which one is asked is never for a link to say (DSK-5, S-59).
pub(crate) fn handed_secret(link: &str) -> Option<&str> {
    link.strip_prefix(HANDED).filter(|it| is_secret(it))
}

fn is_secret(text: &str) -> bool {
    LENGTHS.contains(&text.len())
        && text.starts_with(SECRETS)
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_is_handed_over_is_a_secret_and_nothing_else_dsk_5_s_59() {
        let good = format!("doorward://join/{SECRET}");
        assert_eq!(handed_secret(&good), Some(SECRET));
        for bad in [
            format!("doorward://leave/{SECRET}"),
            format!("doorward://evil.example/join/{SECRET}"),
            format!("doorward://evil.example@join/{SECRET}"),
            format!("doorward://join:8443/{SECRET}"),
            format!("doorward://join/{SECRET}?server=https://evil.example"),
            format!("doorward://join/{SECRET}#session={SECRET}"),
            format!("doorward://join/{SECRET}/"),
            format!("doorward://join/..%2f{SECRET}"),
            format!("doorward://join/{SECRET}\0"),
            format!("doorward://join/r{SECRET}"),
            format!("doorward://join/i{}", "A".repeat(1_000_000)),
            format!("https://door.example.ee/j/{SECRET}"),
            "doorward://join/".to_owned(),
            "doorward:".to_owned(),
        ] {
            let begin: String = bad.chars().take(80).collect();
            assert_eq!(handed_secret(&bad), None, "{begin}");
        }
    }

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
