//! The version that all types of this crate have together. A test hashes their shapes: changing one without a new
//! version fails it.

/// The header in which a client says its version.
pub const PROTOCOL_HEADER: &str = "doorward-protocol";

/// The version spoken now.
pub const PROTOCOL_VERSION: u32 = 1;

/// The oldest version that is still served.
pub const OLDEST_SERVED: u32 = 1;

/// One line for each version.
pub const HISTORY: &[(u32, &str)] = &[(1, "commands, feed, doorbell, sign-in")];
