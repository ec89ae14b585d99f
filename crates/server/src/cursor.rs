//! Cursors: where a device's copy of a feed ends. Opaque to the device, and authenticated, so that none works for
//! another account, device or organisation (TEN-3).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorward_domain::{DeviceId, OrganisationId, PersonId};
use hmac::{Hmac, KeyInit, Mac};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::tokens::TokenKey;

/// Bytes of the code in front of a cursor.
const CODE: usize = 16;

/// Whose copy of what a cursor is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// The organisation; none for the person's own rows.
    pub organisation: Option<OrganisationId>,
    /// The account.
    pub person: PersonId,
    /// The device.
    pub device: DeviceId,
}

#[derive(Serialize, Deserialize)]
struct Sealed<T> {
    scope: Scope,
    place: T,
}

/// Makes a cursor of a place.
pub fn seal<T: Serialize>(key: &TokenKey, scope: Scope, place: &T) -> String {
    // These types have no maps and no floats: writing them as JSON cannot fail.
    let text = serde_json::to_vec(&Sealed { scope, place }).unwrap_or_default();
    let mut bytes = code(key, &text).to_vec();
    bytes.extend(text);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The place a cursor stands for, if it was made here for this scope.
pub fn open<T: DeserializeOwned>(key: &TokenKey, scope: Scope, cursor: &str) -> Option<T> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let (sealed, text) = bytes.split_at_checked(CODE)?;
    mac(key, text).verify_truncated_left(sealed).ok()?;
    let sealed: Sealed<T> = serde_json::from_slice(text).ok()?;
    (sealed.scope == scope).then_some(sealed.place)
}

fn code(key: &TokenKey, text: &[u8]) -> [u8; CODE] {
    let whole = mac(key, text).finalize().into_bytes();
    let mut code = [0; CODE];
    code.iter_mut().zip(whole).for_each(|(byte, of)| *byte = of);
    code
}

fn mac(key: &TokenKey, text: &[u8]) -> Hmac<Sha256> {
    // A key shorter than a block is filled up with zeros, as HMAC does itself.
    let mut block = [0; 64];
    block
        .iter_mut()
        .zip(key.derive("cursor"))
        .for_each(|(byte, of)| *byte = of);
    Hmac::<Sha256>::new(&block.into()).chain_update(text)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn scope(organisation: u128, person: u128, device: u128) -> Scope {
        Scope {
            organisation: Some(OrganisationId(Uuid::from_u128(organisation))),
            person: PersonId(Uuid::from_u128(person)),
            device: DeviceId(Uuid::from_u128(device)),
        }
    }

    #[test]
    fn a_cursor_works_for_its_own_scope_only_ten_3() {
        let folder = tempfile::tempdir().unwrap();
        let key = TokenKey::open(folder.path()).unwrap();
        let own = scope(1, 2, 3);
        let cursor = seal(&key, own, &7_u64);
        assert_eq!(open(&key, own, &cursor), Some(7_u64));
        for foreign in [
            scope(9, 2, 3),
            scope(1, 9, 3),
            scope(1, 2, 9),
            Scope {
                organisation: None,
                ..own
            },
        ] {
            assert_eq!(open::<u64>(&key, foreign, &cursor), None);
        }
        let other = tempfile::tempdir().unwrap();
        assert_eq!(
            open::<u64>(&TokenKey::open(other.path()).unwrap(), own, &cursor),
            None
        );
        for at in 0..cursor.len() {
            let changed: String = cursor
                .char_indices()
                .map(|(i, c)| {
                    if i == at {
                        if c == 'A' { 'B' } else { 'A' }
                    } else {
                        c
                    }
                })
                .collect();
            if changed != cursor {
                assert_eq!(
                    open::<u64>(&key, own, &changed),
                    None,
                    "no letter of it can be changed"
                );
            }
        }
    }
}
