//! What a pass says, and how it is written: a few bytes, so that its QR code stays coarse enough for a cheap camera.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

/// What a pass begins with; another layout would have another beginning.
const BEGINNING: &str = "DW1.";
/// The bytes of an Ed25519 signature.
pub(crate) const SIGNATURE: usize = 64;
/// Key, organisation, person, end and the number of rooms.
const HEAD: usize = 4 + 16 + 16 + 8 + 2;
/// The number of rooms that stands for all of them.
const ALL: u16 = u16::MAX;
/// Rooms that one pass names at most; more would not fit into a code that is easy to read.
pub const MOST_ROOMS: usize = 64;

/// A pass: one person may enter some rooms of one organisation until an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// The organisation whose doors it is for.
    pub organisation: Uuid,
    /// Who shows it.
    pub person: Uuid,
    /// What it opens.
    pub rooms: PassRooms,
    /// The first instant at which it no longer works, in milliseconds since 1970 in UTC.
    pub expires_at: i64,
}

/// The rooms that a pass opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PassRooms {
    /// All of them.
    All,
    /// These.
    Some(Vec<Uuid>),
}

/// Why a door does not open for what was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It is no pass.
    #[error("this is no pass")]
    NoPass,
    /// It was signed with a key that is not among the published ones.
    #[error("it was signed with a key that this verifier does not have")]
    UnknownKey,
    /// Its signature does not fit.
    #[error("its signature does not fit: it is forged or damaged")]
    Forged,
    /// Its minute has passed.
    #[error("it has expired")]
    Expired,
    /// It ends later than a pass can: one of the two clocks is wrong.
    #[error("it ends later than a pass can: compare the clocks")]
    TooLong,
    /// It is for the doors of another organisation.
    #[error("it is for another organisation")]
    Elsewhere,
    /// It does not open this room.
    #[error("it does not open this room")]
    NotThisRoom,
}

impl Pass {
    /// Whether it opens a room.
    pub fn opens(&self, room: Uuid) -> bool {
        match &self.rooms {
            PassRooms::All => true,
            PassRooms::Some(rooms) => rooms.contains(&room),
        }
    }

    /// The bytes that are signed; none where it names more rooms than a pass can.
    pub(crate) fn written(&self, key: u32) -> Option<Vec<u8>> {
        let (count, rooms): (u16, &[Uuid]) = match &self.rooms {
            PassRooms::All => (ALL, &[]),
            PassRooms::Some(rooms) if rooms.len() > MOST_ROOMS => return None,
            PassRooms::Some(rooms) => (u16::try_from(rooms.len()).ok()?, rooms),
        };
        let mut bytes = Vec::with_capacity(HEAD + rooms.len() * 16 + SIGNATURE);
        bytes.extend(key.to_be_bytes());
        bytes.extend(self.organisation.as_bytes());
        bytes.extend(self.person.as_bytes());
        bytes.extend(self.expires_at.to_be_bytes());
        bytes.extend(count.to_be_bytes());
        for room in rooms {
            bytes.extend(room.as_bytes());
        }
        Some(bytes)
    }

    /// What was written, and with which key.
    pub(crate) fn read(bytes: &[u8]) -> Option<(u32, Self)> {
        let (key, rest) = take::<4>(bytes)?;
        let (organisation, rest) = take::<16>(rest)?;
        let (person, rest) = take::<16>(rest)?;
        let (expires_at, rest) = take::<8>(rest)?;
        let (count, rest) = take::<2>(rest)?;
        let rooms = match u16::from_be_bytes(count) {
            ALL if rest.is_empty() => PassRooms::All,
            count if usize::from(count) <= MOST_ROOMS && rest.len() == usize::from(count) * 16 => {
                let rooms = rest.chunks_exact(16).map(Uuid::from_slice);
                PassRooms::Some(rooms.collect::<Result<_, _>>().ok()?)
            }
            _ => return None,
        };
        let pass = Self {
            organisation: Uuid::from_bytes(organisation),
            person: Uuid::from_bytes(person),
            rooms,
            expires_at: i64::from_be_bytes(expires_at),
        };
        Some((u32::from_be_bytes(key), pass))
    }
}

/// What is signed: the bytes behind words that nothing else is signed behind.
pub(crate) fn signed(bytes: &[u8]) -> Vec<u8> {
    [b"doorward pass 1\0", bytes].concat()
}

/// The text of a QR code.
pub(crate) fn text_of(bytes: &[u8], signature: &[u8]) -> String {
    let mut text = BEGINNING.to_owned();
    URL_SAFE_NO_PAD.encode_string([bytes, signature].concat(), &mut text);
    text
}

/// The bytes of a QR code's text, and its signature.
pub(crate) fn bytes_of(text: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let longest = BEGINNING.len() + (HEAD + MOST_ROOMS * 16 + SIGNATURE) * 4 / 3 + 4;
    let text = text.trim();
    if text.len() > longest {
        return None;
    }
    let mut bytes = URL_SAFE_NO_PAD.decode(text.strip_prefix(BEGINNING)?).ok()?;
    let at = bytes.len().checked_sub(SIGNATURE)?;
    let signature = bytes.split_off(at);
    Some((bytes, signature))
}

fn take<const LENGTH: usize>(bytes: &[u8]) -> Option<([u8; LENGTH], &[u8])> {
    let (first, rest) = bytes.split_first_chunk::<LENGTH>()?;
    Some((*first, rest))
}
