//! Dice: everything that chance decides comes from one seed.

use doorward_client::Chance;
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// Numbers that follow from a seed (`SplitMix64`).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// The dice of a seed.
    pub const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not zero.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    /// Whether one of `many` is thrown.
    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    /// One of several; none where there are none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// A new identity.
    pub fn id(&mut self) -> Uuid {
        let (high, low) = (self.next(), self.next());
        let bytes = Uuid::from_u64_pair(high, low).into_bytes();
        uuid::Builder::from_bytes(bytes)
            .with_version(uuid::Version::SortRand)
            .into_uuid()
    }
}

/// The randomness of a device.
#[derive(Debug)]
pub struct DeviceDice(Mutex<Dice>);

impl DeviceDice {
    /// The randomness that follows from a seed.
    pub const fn of(seed: u64) -> Self {
        Self(Mutex::new(Dice::of(seed)))
    }
}

impl Chance for DeviceDice {
    fn id(&self) -> Uuid {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).id()
    }

    fn secret(&self) -> [u8; 32] {
        let mut dice = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = [0; 32];
        for part in bytes.chunks_mut(8) {
            part.copy_from_slice(&dice.next().to_le_bytes());
        }
        bytes
    }
}
