//! Pack: everything that a view shows at a revision, made once for many devices: the pages of a database as devices keep
//! it, compressed with zstd (DESIGN 4, decision 0016).

use doorward_domain::View;
use serde::{Deserialize, Serialize};

/// The type of an answer that is a pack: four bytes with the length of its [`PackHead`], big-endian, the head as JSON, and
/// the pages.
pub const PACK_TYPE: &str = "application/vnd.doorward.pack";
/// The longest head that is read.
pub const MAX_PACK_HEAD: usize = 256 * 1024;
/// The most pages that a pack has: 2 GiB of them.
pub const MAX_PACK_PAGES: u32 = 512 * 1024;

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackHead {
    /// What this account may see, as every page of the feed says it.
    pub view: View,
    /// Where the feed goes on after it; opaque.
    pub cursor: String,
    /// The revision as of which it was made.
    pub revision: u64,
    /// How many pages of 4,096 bytes it has, once it is unpacked.
    pub pages: u32,
    /// SHA-256 of what follows the head, in hexadecimal.
    pub digest: String,
}
