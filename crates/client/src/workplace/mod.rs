//! The facade: everything a shell, a test or a bench does with a device goes through here.

mod answers;
mod device;
#[cfg(feature = "by-hand")]
mod examine;
mod first_run;
mod glance;
mod handed;
mod importing;
mod options;
mod outside;
mod saving;
mod seat;
mod seats;
mod signing;
#[cfg(test)]
mod tests;
mod together;

pub use device::Workplace;
pub use glance::{Glance, InProgress};
pub use options::Options;
