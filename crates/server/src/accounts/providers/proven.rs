//! What a site has said of somebody, on its way from its answer to the form that they confirm. The browser keeps it, sealed:
//! nothing of it is changed on the way, it works for ten minutes, and nothing is kept of whoever goes away.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorward_domain::{Contact, Moment};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::tokens::TokenKey;

/// How long it works, in milliseconds.
const TERM: i64 = 10 * 60 * 1000;
/// Bytes of the code in front of it.
const CODE: usize = 32;

/// Somebody, as a site knows them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proven {
    /// The short name of the site.
    pub provider: String,
    /// The site.
    pub issuer: String,
    /// What the site calls their account.
    pub subject: String,
    /// Their address, where the site says that it has verified it.
    pub email: Option<Contact>,
    /// Their name, as the site has it; perhaps empty.
    pub name: String,
    /// Where they were going.
    pub next: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Sealed<T> {
    until: Moment,
    proven: T,
}

impl std::fmt::Debug for Proven {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proven")
            .field("provider", &self.provider)
            .finish_non_exhaustive()
    }
}

impl Proven {
    /// It, as a browser keeps it.
    pub fn seal(&self, key: &TokenKey, now: Moment) -> String {
        let sealed = Sealed {
            until: now.plus_millis(TERM),
            proven: self,
        };
        // These types have no maps and no floats: writing them as JSON cannot fail.
        let text = serde_json::to_vec(&sealed).unwrap_or_default();
        let mut bytes = mac(key, &text).finalize().into_bytes().to_vec();
        bytes.extend(text);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// What a browser kept, if it was sealed here and still works.
    pub fn open(key: &TokenKey, kept: &str, now: Moment) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(kept).ok()?;
        let (code, text) = bytes.split_at_checked(CODE)?;
        mac(key, text).verify_slice(code).ok()?;
        let sealed: Sealed<Self> = serde_json::from_slice(text).ok()?;
        (!now.is_past(sealed.until)).then_some(sealed.proven)
    }
}

fn mac(key: &TokenKey, text: &[u8]) -> Hmac<Sha256> {
    // A key shorter than a block is filled up with zeros, as HMAC does itself.
    let mut block = [0; 64];
    block
        .iter_mut()
        .zip(key.derive("proven by a provider"))
        .for_each(|(byte, of)| *byte = of);
    Hmac::<Sha256>::new(&block.into()).chain_update(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_site_said_is_not_changed_on_the_way_and_works_for_ten_minutes_9_1_1_9_2_1() {
        let folder = tempfile::tempdir().unwrap();
        let (key, now) = (
            TokenKey::open(folder.path()).unwrap(),
            Moment(1_795_000_000_000),
        );
        let proven = Proven {
            provider: "google".into(),
            issuer: "https://accounts.google.com".into(),
            subject: "10769150350006150715113082367".into(),
            email: "anna@example.net".parse().ok(),
            name: "Анна Соколова".into(),
            next: Some("/join".into()),
        };
        let kept = proven.seal(&key, now);
        assert_eq!(Proven::open(&key, &kept, now), Some(proven.clone()));
        let late = now.plus_millis(TERM);
        assert_eq!(Proven::open(&key, &kept, late), None);
        let mut bytes = URL_SAFE_NO_PAD.decode(&kept).unwrap();
        let at = bytes.len() - 60;
        bytes[at] ^= 1;
        let changed = URL_SAFE_NO_PAD.encode(bytes);
        assert_eq!(Proven::open(&key, &changed, now), None);
        let elsewhere = tempfile::tempdir().unwrap();
        let foreign = TokenKey::open(elsewhere.path()).unwrap();
        assert_eq!(Proven::open(&foreign, &kept, now), None);
        assert!(kept.len() < 3000, "a browser keeps it: {}", kept.len());
    }
}
