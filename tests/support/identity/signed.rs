//! What the site signs, and what it is to be verified with.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, anyhow};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::site::{CLIENT, Fault, Identity};

/// A key that tokens are signed with.
#[derive(Debug)]
pub struct Key(EcdsaKeyPair);

/// A token that somebody is to be given.
#[derive(Debug, Clone, Copy)]
pub struct Token<'a> {
    /// Whose account it is about.
    pub who: &'a Identity,
    /// The site.
    pub issuer: &'a str,
    /// What the server asked with.
    pub nonce: &'a str,
    /// What is wrong with it.
    pub fault: Option<Fault>,
}

impl Key {
    /// A new one.
    pub fn fresh() -> Result<Self> {
        let (kind, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
        let unmade = |_| anyhow!("no key could be made");
        let document = EcdsaKeyPair::generate_pkcs8(kind, &random).map_err(unmade)?;
        let pair = EcdsaKeyPair::from_pkcs8(kind, document.as_ref(), &random);
        pair.map(Self).map_err(|error| anyhow!("{error}"))
    }

    /// What everybody may know of it.
    pub fn public(&self) -> Result<Value> {
        // A point without compression: a byte that says so, and two numbers of 32 bytes.
        let point = self.0.public_key().as_ref().get(1..);
        let (x, y) = point
            .and_then(|it| it.split_at_checked(32))
            .context("a point")?;
        let number = |it: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(it);
        Ok(json!({
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256",
            "kid": self.id(), "x": number(x), "y": number(y),
        }))
    }

    /// A token, signed; or however it is wrong.
    pub fn token(&self, of: Token<'_>) -> Result<String> {
        let is = |fault| of.fault == Some(fault);
        let head = if is(Fault::Unsigned) {
            json!({ "alg": "none" })
        } else {
            json!({ "alg": "ES256", "typ": "JWT", "kid": self.id() })
        };
        let part = |it: &Value| BASE64_URL_SAFE_NO_PAD.encode(it.to_string());
        let text = format!("{}.{}", part(&head), part(&claims(of)?));
        let signature = if is(Fault::Unsigned) {
            String::new()
        } else if is(Fault::Key) {
            Self::fresh()?.sign(&text)?
        } else {
            self.sign(&text)?
        };
        Ok(format!("{text}.{signature}"))
    }

    fn id(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(self.0.public_key()))
    }

    fn sign(&self, text: &str) -> Result<String> {
        let signed = self.0.sign(&SystemRandom::new(), text.as_bytes());
        let signed = signed.map_err(|_| anyhow!("nothing could be signed"))?;
        Ok(BASE64_URL_SAFE_NO_PAD.encode(signed))
    }
}

fn claims(of: Token<'_>) -> Result<Value> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the server that believes these tokens goes by the same clock"
    )]
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let is = |fault| of.fault == Some(fault);
    let wrong = |fault, wrong: &str, right: &str| if is(fault) { wrong } else { right }.to_owned();
    let ends = if is(Fault::Expired) {
        now - 60
    } else {
        now + 60
    };
    Ok(json!({
        "iss": wrong(Fault::Issuer, "https://evil.example", of.issuer),
        "aud": [wrong(Fault::Audience, "somebody-else", CLIENT.0)],
        "nonce": wrong(Fault::Nonce, "of-another-attempt", of.nonce),
        "sub": of.who.subject, "iat": now - 120, "exp": ends,
        "email": of.who.email, "email_verified": of.who.is_verified, "name": of.who.name,
    }))
}
