//! Doorbell: `GET /v1/stream` says that something is new; the data itself comes by pull.

use doorward_domain::OrganisationId;
use serde::{Deserialize, Serialize};

/// One ring, the `data` of one server-sent event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Ring {
    /// An organisation is at a revision.
    Organisation {
        /// Which.
        id: OrganisationId,
        /// Its revision.
        revision: u64,
    },
    /// The person's own rows are at a revision.
    Me {
        /// Their revision.
        revision: u64,
    },
    /// The session has ended, or what may be seen of an organisation has become nothing or other with no change there;
    /// the stream closes when no organisation is named.
    AccessEnded {
        /// Which organisation, or the whole session.
        organisation: Option<OrganisationId>,
    },
}
