//! What travels, as snapshots: a change of any of them is a new version of the protocol, or it is a mistake.

mod commands;
mod protocol;
mod records;
mod shape;
mod version;
