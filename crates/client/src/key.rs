//! The key of the files on this computer: HKDF of a secret in the keychain and the server's share, so that neither
//! alone opens them (DESIGN 4, *On this computer*).

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// A key of 32 bytes that is wiped when it is dropped.
#[derive(Clone)]
pub(crate) struct Key(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// Derives the key of one account's folder; none when secret or share are not 32 bytes of base64url.
    pub(crate) fn derive(secret: &str, share: &str, folder: &str) -> Option<Self> {
        let (secret, share) = (decode(secret)?, decode(share)?);
        let mut key = Zeroizing::new([0; 32]);
        let info = format!("doorward cache 1 {folder}");
        Hkdf::<Sha256>::new(Some(&share[..]), &secret[..])
            .expand(info.as_bytes(), &mut key[..])
            .ok()?;
        Some(Self(key))
    }

    /// The key as SQLCipher takes it: raw, without a passphrase function over it.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        use std::fmt::Write;
        let mut text = String::with_capacity(69);
        text.push_str("\"x'");
        for byte in self.0.iter() {
            // Writing into a string cannot fail.
            let _: std::fmt::Result = write!(text, "{byte:02x}");
        }
        text.push_str("'\"");
        Zeroizing::new(text)
    }
}

/// Thirty-two bytes as the text the keychain keeps.
pub(crate) fn encode(bytes: &[u8; 32]) -> Zeroizing<String> {
    Zeroizing::new(BASE64_URL_SAFE_NO_PAD.encode(bytes))
}

fn decode(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let bytes = Zeroizing::new(
        BASE64_URL_SAFE_NO_PAD
            .decode(text.trim_end_matches('='))
            .ok()?,
    );
    (bytes.len() == 32).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_half_alone_makes_the_key_cch_2() {
        let (secret, share) = (encode(&[1; 32]), encode(&[2; 32]));
        let key = |secret: &str, share: &str, folder: &str| {
            Key::derive(secret, share, folder)
                .unwrap()
                .pragma()
                .to_string()
        };
        let whole = key(&secret, &share, "a");
        assert_eq!(whole, key(&secret, &share, "a"));
        assert_ne!(whole, key(&encode(&[3; 32]), &share, "a"));
        assert_ne!(whole, key(&secret, &encode(&[3; 32]), "a"));
        assert_ne!(
            whole,
            key(&secret, &share, "b"),
            "two accounts have two keys"
        );
        assert_eq!(whole.len(), 69);
        assert!(Key::derive("short", &share, "a").is_none());
    }
}
