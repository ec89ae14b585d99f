//! Secrets in links (INV-1): derived from a key that never stands in the database, found again by their hash.
//! A token carries the prefix of its type; one of another type is another token altogether.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorward_domain::PersonId;
use hmac::{Hmac, KeyInit, Mac};
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::private;

/// The file beside the database that holds the key.
const KEY_FILE: &str = "secret.key";

/// The bytes of a token in a text message, which has to be short: whoever guesses has one of 2^80 (SMS-1).
const TEXT_BYTES: usize = 10;

/// What a token opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// An addressed invitation.
    Invitation,
    /// An addressed invitation, by the short link of a text message: who has it has read the phone it went to.
    Text,
    /// A share link or QR code.
    Link,
    /// The confirmation of an address.
    Confirmation,
    /// A new password.
    Reset,
}

impl TokenKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Invitation,
        Self::Text,
        Self::Link,
        Self::Confirmation,
        Self::Reset,
    ];

    /// The first letter of its tokens.
    pub const fn prefix(self) -> char {
        match self {
            Self::Invitation => 'i',
            Self::Text => 't',
            Self::Link => 'l',
            Self::Confirmation => 'c',
            Self::Reset => 'r',
        }
    }

    /// The key under which the store keeps it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Text => "text",
            Self::Link => "link",
            Self::Confirmation => "confirmation",
            Self::Reset => "reset",
        }
    }

    /// The kind a token claims to be of.
    pub fn of(token: &str) -> Option<Self> {
        let first = token.chars().next()?;
        Self::ALL.into_iter().find(|kind| kind.prefix() == first)
    }
}

/// The key from which every token is derived.
#[derive(Clone)]
pub struct TokenKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TokenKey").finish_non_exhaustive()
    }
}

impl TokenKey {
    /// Reads the key kept in a folder, or makes one that only this user can read. It appears whole or not at all, and
    /// the first of two processes wins.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let path = folder.join(KEY_FILE);
        if !path.exists() {
            // A name of its own each time: a process that died may have left a draft behind, and the next one may have its id.
            let draft = folder.join(format!("{KEY_FILE}.{}", fresh_secret()?));
            let made = Self::draft(&draft).and_then(|()| fs::hard_link(&draft, &path));
            let removed = fs::remove_file(&draft);
            match made {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                Ok(()) | Err(_) => removed?,
            }
            fs::File::open(folder)?.sync_all()?;
        }
        Self::read(&path)
    }

    fn draft(path: &Path) -> io::Result<()> {
        let key = Self(Zeroizing::new(random()?));
        let mut file = private::open(fs::OpenOptions::new().write(true).create_new(true), path)?;
        file.write_all(key.0.as_slice())?;
        file.sync_all()
    }

    fn read(path: &Path) -> io::Result<Self> {
        let mut key = Zeroizing::new([0; 32]);
        let mut file = fs::File::open(path)?;
        file.read_exact(key.as_mut_slice())?;
        Ok(Self(key))
    }

    /// The token of one generation of one thing.
    pub fn token(&self, kind: TokenKind, id: Uuid, generation: u32) -> String {
        let mut text = String::from(kind.prefix());
        let mac = self.mac(kind.key(), id, generation);
        let bytes = if kind == TokenKind::Text {
            &mac[..TEXT_BYTES]
        } else {
            &mac[..]
        };
        URL_SAFE_NO_PAD.encode_string(bytes, &mut text);
        text
    }

    /// What only a letter carries beside an invitation's token: who has it has read the mailbox it went to. A link that
    /// somebody copied in the program lacks it.
    pub fn mailbox_proof(&self, id: Uuid, generation: u32) -> String {
        URL_SAFE_NO_PAD.encode(self.mac("mailbox", id, generation))
    }

    /// Whether a proof is the one of this invitation and generation.
    pub fn is_mailbox_proof(&self, proof: &str, id: Uuid, generation: u32) -> bool {
        hash(proof) == hash(&self.mailbox_proof(id, generation))
    }

    /// The six digits that are sent to a phone to confirm it: they stand nowhere, and are made again to be compared (INV-9).
    pub fn code(&self, id: Uuid) -> String {
        let mac = self.mac("code", id, 0);
        let number = mac[..8]
            .iter()
            .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        format!("{:06}", number % 1_000_000)
    }

    /// Whether somebody typed the code of this id; how much of it is right does not show in the time it takes.
    pub fn is_code(&self, typed: &str, id: Uuid) -> bool {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        hash(&digits) == hash(&self.code(id))
    }

    /// A key of this server for one other purpose, such as authenticating cursors.
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        self.mac(purpose, Uuid::nil(), 0)
    }

    /// The seed of the key that signs passes under this number.
    pub fn pass_seed(&self, id: u32) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.mac("pass", Uuid::nil(), id))
    }

    /// The server's share of the key of an account's files on a computer: the same at every sign-in, so that work kept
    /// at sign-out opens again for who signs in as the same account, and for nobody else (S-63).
    pub fn cache_share(&self, person: PersonId) -> String {
        URL_SAFE_NO_PAD.encode(self.mac("cache share", person.0, 0))
    }

    fn mac(&self, purpose: &str, id: Uuid, generation: u32) -> [u8; 32] {
        // A key shorter than a block is filled up with zeros, as HMAC does itself.
        let mut block = Zeroizing::new([0; 64]);
        block
            .iter_mut()
            .zip(self.0.iter())
            .for_each(|(byte, of)| *byte = *of);
        let mut mac = Hmac::<Sha256>::new((&*block).into());
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(id.as_bytes());
        mac.update(&generation.to_be_bytes());
        mac.finalize().into_bytes().into()
    }
}

/// What the store keeps of a secret: its SHA-256.
pub fn hash(token: &str) -> String {
    hash_of(token.as_bytes())
}

/// The SHA-256 of anything, as text.
pub fn hash_of(content: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(content))
}

/// 32 random bytes as text: the secret of a session, or a share of a cache key.
pub fn fresh_secret() -> io::Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(random()?))
}

fn random() -> io::Result<[u8; 32]> {
    let mut bytes = [0; 32];
    OsRng.try_fill_bytes(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_outlives_the_process_and_is_private_inv_1() {
        let folder = tempfile::tempdir().unwrap();
        let first = TokenKey::open(folder.path()).unwrap();
        let again = TokenKey::open(folder.path()).unwrap();
        let id = Uuid::from_u128(7);
        assert_eq!(
            first.token(TokenKind::Invitation, id, 1),
            again.token(TokenKind::Invitation, id, 1)
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder.path().join(KEY_FILE))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600, "nobody else reads the key");
        }
    }

    #[test]
    fn a_draft_that_was_left_behind_is_nobodys_key() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder
            .path()
            .join(format!("{KEY_FILE}.{}", std::process::id()));
        fs::write(&left, "half a k").unwrap();
        TokenKey::open(folder.path()).unwrap();
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 2, "its own draft is gone");
    }

    /// Links that have gone out, codes and signed passes hold for as long as the key does.
    #[test]
    fn tokens_are_the_hmac_of_the_key_inv_1() {
        let key = TokenKey(Zeroizing::new([7; 32]));
        let mut mac = Hmac::<Sha256>::new_from_slice(&[7; 32]).unwrap();
        mac.update(b"purpose\0");
        mac.update(Uuid::nil().as_bytes());
        mac.update(&0_u32.to_be_bytes());
        let expected: [u8; 32] = mac.finalize().into_bytes().into();
        assert_eq!(key.derive("purpose"), expected);
    }

    #[test]
    fn a_code_is_six_digits_of_its_own_inv_9() {
        let folder = tempfile::tempdir().unwrap();
        let key = TokenKey::open(folder.path()).unwrap();
        let codes: Vec<String> = (0..100).map(|id| key.code(Uuid::from_u128(id))).collect();
        let is_code = |it: &String| it.len() == 6 && it.bytes().all(|b| b.is_ascii_digit());
        assert!(codes.iter().all(is_code), "{codes:?}");
        let different: std::collections::BTreeSet<_> = codes.iter().collect();
        assert!(different.len() > 95, "each has its own: {codes:?}");
        let id = Uuid::from_u128(7);
        let typed = format!(" {} {}", &codes[7][..3], &codes[7][3..]);
        assert!(key.is_code(&typed, id), "however it is spaced");
        assert!(!key.is_code(&codes[8], id) && !key.is_code("", id));
    }

    #[test]
    fn every_kind_id_and_generation_has_a_token_of_its_own_inv_5() {
        let folder = tempfile::tempdir().unwrap();
        let key = TokenKey::open(folder.path()).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for kind in TokenKind::ALL {
            for id in 0..4 {
                for generation in 0..4 {
                    let token = key.token(kind, Uuid::from_u128(id), generation);
                    assert_eq!(TokenKind::of(&token), Some(kind));
                    let (long, why) = match kind {
                        TokenKind::Text => (15, "the prefix and 80 bits (SMS-1)"),
                        TokenKind::Invitation
                        | TokenKind::Link
                        | TokenKind::Confirmation
                        | TokenKind::Reset => (44, "the prefix and 256 bits"),
                    };
                    assert_eq!(token.len(), long, "{why}");
                    assert!(seen.insert(hash(&token)), "no two tokens are the same");
                }
            }
        }
    }
}
