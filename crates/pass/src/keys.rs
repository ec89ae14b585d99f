//! The published keys, and opening what was signed with one of them: a door's half of a pass.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Serialize};

use crate::pass::{Pass, Unfit, bytes_of, signed};

/// The longest that a pass may still work, and how far two clocks may differ, in milliseconds.
const LONGEST: i64 = 60_000 + 30_000;

/// One published key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedKey {
    /// Its number, which every pass names.
    pub id: u32,
    /// The 32 bytes of the Ed25519 public key, in base64url.
    pub public_key: String,
}

/// The keys as a server publishes them: that of now and the one after it, so that a door may fetch them rarely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedKeys {
    /// The keys.
    pub keys: Vec<PublishedKey>,
}

impl PublishedKey {
    pub(crate) fn of(id: u32, bytes: &[u8]) -> Self {
        Self {
            id,
            public_key: URL_SAFE_NO_PAD.encode(bytes),
        }
    }
}

impl PublishedKeys {
    /// What a text says, if it is a pass that was signed with one of these keys and works at `now`.
    pub fn open(&self, text: &str, now: i64) -> Result<Pass, Unfit> {
        let (bytes, signature) = bytes_of(text).ok_or(Unfit::NoPass)?;
        let (id, pass) = Pass::read(&bytes).ok_or(Unfit::NoPass)?;
        let key = self.keys.iter().find(|key| key.id == id);
        let key = URL_SAFE_NO_PAD
            .decode(&key.ok_or(Unfit::UnknownKey)?.public_key)
            .map_err(|_| Unfit::UnknownKey)?;
        UnparsedPublicKey::new(&ED25519, key)
            .verify(&signed(&bytes), &signature)
            .map_err(|_| Unfit::Forged)?;
        if now >= pass.expires_at {
            return Err(Unfit::Expired);
        }
        if pass.expires_at.saturating_sub(now) > LONGEST {
            return Err(Unfit::TooLong);
        }
        Ok(pass)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::pass::{MOST_ROOMS, PassRooms};
    use crate::signer::{Signer, Unsigned};

    const NOW: i64 = 1_795_000_000_000;

    fn pass(rooms: PassRooms) -> Pass {
        Pass {
            organisation: Uuid::from_u128(1),
            person: Uuid::from_u128(2),
            rooms,
            expires_at: NOW + 60_000,
        }
    }

    fn signer(id: u32) -> Signer {
        Signer::of(id, &[u8::try_from(id).unwrap(); 32]).unwrap()
    }

    fn keys() -> PublishedKeys {
        PublishedKeys {
            keys: [7, 8].map(|id| signer(id).published()).into(),
        }
    }

    #[test]
    fn a_pass_opens_what_it_names_for_one_minute_olv_19() {
        let room = Uuid::from_u128(3);
        let shown = pass(PassRooms::Some(vec![room]));
        let text = signer(7).sign(&shown).unwrap();
        let opened = keys().open(&text, NOW).unwrap();
        assert_eq!(opened, shown);
        assert!(opened.opens(room) && !opened.opens(Uuid::from_u128(4)));
        assert_eq!(keys().open(&text, NOW + 59_999), Ok(shown));
        assert_eq!(keys().open(&text, NOW + 60_000), Err(Unfit::Expired));
        assert_eq!(keys().open(&text, NOW - 30_001), Err(Unfit::TooLong));
        let all = pass(PassRooms::All);
        let text = signer(8).sign(&all).unwrap();
        assert_eq!(keys().open(&text, NOW), Ok(all), "the key after it");
    }

    #[test]
    fn what_was_changed_or_signed_by_another_key_opens_nothing() {
        let text = signer(7).sign(&pass(PassRooms::All)).unwrap();
        for at in 4..text.len() {
            let mut forged = text.clone();
            let other = if &text[at..=at] == "A" { "B" } else { "A" };
            forged.replace_range(at..=at, other);
            let opened = keys().open(&forged, NOW);
            assert!(
                matches!(
                    opened,
                    Err(Unfit::NoPass | Unfit::Forged | Unfit::UnknownKey)
                ),
                "{at}: {opened:?}"
            );
        }
        let foreign = Signer::of(7, &[9; 32]).unwrap();
        let text = foreign.sign(&pass(PassRooms::All)).unwrap();
        assert_eq!(keys().open(&text, NOW), Err(Unfit::Forged));
        let text = signer(9).sign(&pass(PassRooms::All)).unwrap();
        assert_eq!(keys().open(&text, NOW), Err(Unfit::UnknownKey));
        for nothing in ["", "DW1.", "DW1.AAAA", "https://evil.example", "DW2.AAAA"] {
            assert_eq!(keys().open(nothing, NOW), Err(Unfit::NoPass), "{nothing}");
        }
        assert_eq!(
            keys().open(&format!("DW1.{}", "A".repeat(1 << 20)), NOW),
            Err(Unfit::NoPass)
        );
    }

    #[test]
    fn a_pass_names_as_many_rooms_as_a_code_can_hold() {
        let rooms = |count: usize| {
            let ids = (0..count).map(|id| Uuid::from_u128(id as u128));
            pass(PassRooms::Some(ids.collect()))
        };
        let most = rooms(MOST_ROOMS);
        let text = signer(7).sign(&most).unwrap();
        assert_eq!(keys().open(&text, NOW), Ok(most));
        assert!(text.len() < 1_600, "{}", text.len());
        let more = signer(7).sign(&rooms(MOST_ROOMS + 1));
        assert_eq!(more, Err(Unsigned::TooManyRooms));
    }
}
