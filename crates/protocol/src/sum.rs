//! Sums: how both sides notice that they hold different records, without sending them.

use std::collections::BTreeMap;

use doorward_domain::RecordKind;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Per kind of a view, its sum.
pub type Sums = BTreeMap<RecordKind, Sum>;

/// How many records there are of a kind, and the sum of their hashes modulo 2^64.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// How many records.
    pub count: u64,
    /// The sum of `SHA-256(id ‖ revision)`, its first eight bytes read big-endian, modulo 2^64.
    pub hash: u64,
}

impl Sum {
    /// Adds a record at a revision.
    pub fn add(&mut self, id: Uuid, revision: u64) {
        self.count += 1;
        self.hash = self.hash.wrapping_add(hash(id, revision));
    }

    /// Takes away a record that was added at a revision.
    pub fn remove(&mut self, id: Uuid, revision: u64) {
        self.count = self.count.saturating_sub(1);
        self.hash = self.hash.wrapping_sub(hash(id, revision));
    }
}

fn hash(id: Uuid, revision: u64) -> u64 {
    let digest = Sha256::new()
        .chain_update(id.as_bytes())
        .chain_update(revision.to_be_bytes())
        .finalize();
    digest
        .iter()
        .take(8)
        .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adding_and_removing_in_any_order_comes_to_the_same_syn_7() {
        let ids: Vec<Uuid> = (0..20).map(Uuid::from_u128).collect();
        let mut there = Sum::default();
        for id in &ids {
            there.add(*id, 1);
        }
        let mut here = Sum::default();
        for id in ids.iter().rev() {
            here.add(*id, 7);
        }
        for id in &ids {
            here.remove(*id, 7);
            here.add(*id, 1);
        }
        assert_eq!(here, there);
        here.remove(ids[3], 1);
        here.add(ids[3], 2);
        assert_ne!(here, there, "another revision of one record is another sum");
    }
}
