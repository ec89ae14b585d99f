//! Signing: the server's half of a pass.

use ring::signature::{Ed25519KeyPair, KeyPair};

use crate::keys::PublishedKey;
use crate::pass::{Pass, signed, text_of};

/// A key that signs passes.
#[derive(Debug)]
pub struct Signer {
    id: u32,
    pair: Ed25519KeyPair,
}

/// A pass that cannot be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unsigned {
    /// It names more rooms than a pass can.
    #[error("a pass names at most {} rooms", crate::MOST_ROOMS)]
    TooManyRooms,
    /// The seed is no key.
    #[error("the seed is no key")]
    NoKey,
}

impl Signer {
    /// The key that comes of a seed, under this number.
    pub fn of(id: u32, seed: &[u8; 32]) -> Result<Self, Unsigned> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| Unsigned::NoKey)?;
        Ok(Self { id, pair })
    }

    /// The half of it that everybody may know.
    pub fn published(&self) -> PublishedKey {
        PublishedKey::of(self.id, self.pair.public_key().as_ref())
    }

    /// The text of a pass's QR code.
    pub fn sign(&self, pass: &Pass) -> Result<String, Unsigned> {
        let bytes = pass.written(self.id).ok_or(Unsigned::TooManyRooms)?;
        let signature = self.pair.sign(&signed(&bytes));
        Ok(text_of(&bytes, signature.as_ref()))
    }
}
