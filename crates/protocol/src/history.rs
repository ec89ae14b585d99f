//! The history as it is read: entries in a chain. Each entry's hash covers the one before, so that whoever reads can see
//! for themselves whether one was changed, taken out or put in; what an entry says in full can be erased all the same.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A page of `GET /v1/organisations/{id}/history`, the newest entry first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HistoryPage {
    /// The entries.
    pub entries: Vec<Entry>,
    /// Whether there are older ones.
    pub more: bool,
    /// The hash of the entry before the oldest of these: what that one must follow.
    pub follows: String,
}

/// One entry of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entry {
    /// Its number, from 1 without a gap.
    pub seq: u64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The fact's name.
    pub kind: String,
    /// Who did it: a person's id, `system` or `operator`.
    pub actor: String,
    /// What it is about.
    pub object: String,
    /// The command it followed from.
    pub command: Option<String>,
    /// SHA-256(salt ‖ payload), in hex.
    pub payload_hash: String,
    /// SHA-256 over the hash before and all of the above, in hex.
    pub hash: String,
    /// The salt, unless it was erased.
    pub salt: Option<String>,
    /// The fact in full as JSON, unless it was erased.
    pub payload: Option<String>,
}

impl Entry {
    /// What the first entry of a chain follows.
    pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

    /// The hash this entry must have when it follows the one whose hash is given.
    pub fn hash_after(&self, before: &str) -> String {
        let mut digest = Sha256::new()
            .chain_update(before)
            .chain_update(self.seq.to_be_bytes())
            .chain_update(self.at.to_be_bytes());
        let command = self.command.as_deref().unwrap_or_default();
        for field in [
            &self.kind,
            &self.actor,
            &self.object,
            command,
            &self.payload_hash,
        ] {
            // The length stands before each field, so that no two entries read the same.
            digest.update((field.len() as u64).to_be_bytes());
            digest.update(field);
        }
        hex(&digest.finalize())
    }

    /// Whether the payload is what the chain says it is; an erased one says nothing.
    pub fn payload_holds(&self) -> bool {
        match (&self.salt, &self.payload) {
            (Some(salt), Some(payload)) => payload_hash(salt, payload) == self.payload_hash,
            _ => true,
        }
    }
}

impl HistoryPage {
    /// Whether each entry, in the order of the page, continues the chain and says what it said when it was made.
    pub fn holds(&self) -> Vec<bool> {
        let before = self.entries.iter().skip(1).map(|it| it.hash.as_str());
        let before = before.chain([self.follows.as_str()]);
        let both = self.entries.iter().zip(before);
        both.map(|(entry, before)| entry.hash_after(before) == entry.hash && entry.payload_holds())
            .collect()
    }
}

/// What the chain holds of a payload: SHA-256(salt ‖ payload), in hex.
pub fn payload_hash(salt: &str, payload: &str) -> String {
    hex(&Sha256::new()
        .chain_update(salt)
        .chain_update(payload)
        .finalize())
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing into a string cannot fail.
            let _: std::fmt::Result = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> HistoryPage {
        let mut entries: Vec<Entry> = Vec::new();
        for seq in 5..9 {
            let (salt, payload) = (format!("salt {seq}"), format!("{{\"n\":{seq}}}"));
            let mut entry = Entry {
                seq,
                at: 1_000,
                kind: "level_made".into(),
                actor: "system".into(),
                object: "thing".into(),
                command: None,
                payload_hash: payload_hash(&salt, &payload),
                hash: String::new(),
                salt: Some(salt),
                payload: Some(payload),
            };
            entry.hash = entry.hash_after(entries.last().map_or("before", |it| &it.hash));
            entries.push(entry);
        }
        entries.reverse();
        HistoryPage {
            entries,
            more: true,
            follows: "before".into(),
        }
    }

    #[test]
    fn what_was_changed_taken_out_or_put_in_is_seen_by_who_reads_aud_2() {
        assert_eq!(chain().holds(), [true; 4]);
        let mut edited = chain();
        edited.entries[1].actor = "operator".into();
        assert_eq!(edited.holds(), [true, false, true, true]);
        let mut retold = chain();
        retold.entries[2].payload = Some("{}".into());
        assert_eq!(retold.holds(), [true, true, false, true]);
        let mut shorter = chain();
        shorter.entries.remove(2);
        assert_eq!(shorter.holds(), [true, false, true]);
        let mut cut = chain();
        cut.entries.pop();
        assert_eq!(cut.holds(), [true, true, false]);
        let mut erased = chain();
        erased.entries[0].payload = None;
        erased.entries[0].salt = None;
        assert_eq!(erased.holds(), [true; 4], "erased is not broken");
    }
}
