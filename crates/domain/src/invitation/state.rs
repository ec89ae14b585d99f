//! Where an addressed invitation stands at a moment: its membership's status, its term and the way of its letter
//! together.

use serde::{Deserialize, Serialize};

/// Where an addressed invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// Its letter waits to be sent.
    Queued,
    /// Its letter was handed over.
    Sent,
    /// The recipient's side has confirmed that it arrived.
    Delivered,
    /// The recipient's side has refused it for good.
    Bounced,
    /// It could not be sent.
    Failed,
    /// The person pressed Continue.
    Opened,
    /// Nothing is configured to send with; there is a link to copy.
    NotSent,
    /// The person accepted, or was approved in another way.
    Accepted,
    /// The person declined.
    Declined,
    /// Its term has passed.
    Expired,
    /// The organisation took it back.
    Revoked,
    /// Another row took its place.
    Superseded,
}
