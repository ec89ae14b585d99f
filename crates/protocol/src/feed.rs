//! Feed: the latest state of what changed after a cursor, for one account and device (DESIGN 4).

use doorward_domain::{MembershipId, PersonId, Record, RecordKind, Signed, View};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::push::Settled;
use crate::sum::Sums;

/// One page of `GET /v1/organisations/{id}/changes?cursor=…`. The server, which keeps records as they are sent, puts them
/// in without reading them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
#[expect(
    clippy::large_enum_variant,
    reason = "a page is the usual answer, and there is one at a time"
)]
pub enum Changes<R = SentRecord> {
    /// Records after the cursor.
    Page {
        /// Whether this page begins anew: what was held of the organisation is to be dropped first.
        reset: bool,
        /// What this account may see here now.
        view: View,
        /// The latest state of changed records, in commit order.
        records: Vec<R>,
        /// Records that left the kind named.
        gone: Vec<Gone>,
        /// Who was erased: what is kept of them beside these records is to be dropped at once.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        erased: Vec<Erased>,
        /// What became of this device's commands since the cursor.
        settled: Vec<Settled>,
        /// Where the next page begins; opaque.
        cursor: String,
        /// Whether more is there now.
        more: bool,
        /// The organisation's revision as of this page.
        revision: u64,
        /// On the last page, per kind of the view, how many records there are and their sum.
        sums: Option<Sums>,
    },
    /// This account sees nothing here any more; what is held of the organisation is to be deleted.
    Gone,
}

/// One record as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentRecord {
    /// The kind under which it is sent.
    pub kind: RecordKind,
    /// The record.
    pub record: Record,
    /// The revision of its last change.
    pub revision: u64,
    /// Who changed it last.
    pub signed: Option<Signed>,
}

/// Somebody who was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Whose name and words are to be kept nowhere.
    pub person: PersonId,
    /// The memberships that were theirs, and the invitations to them.
    pub memberships: Vec<MembershipId>,
    /// The revision at which it was done.
    pub revision: u64,
}

/// A record that left a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// The kind it left.
    pub kind: RecordKind,
    /// Its identity.
    pub id: Uuid,
    /// The revision at which it left.
    pub revision: u64,
}
