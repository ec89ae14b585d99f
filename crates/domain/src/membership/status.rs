//! The status of a membership and the moves of RULES 1.

use serde::{Deserialize, Serialize};

/// One of the two sides of a membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The organisation.
    Organisation,
    /// The person.
    Person,
    /// Neither: Doorward itself, because a rule says so.
    System,
}

/// Where a membership stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Status {
    /// Begun by one side; the other has not answered (BEL-9).
    Initiated {
        /// Who began it.
        by: Side,
    },
    /// Both sides agree (BEL-12).
    Approved,
    /// The other side declined (BEL-11).
    Rejected {
        /// Who declined.
        by: Side,
    },
    /// Withdrawn by who began it, or superseded by the system (BEL-10, R-4, R-5).
    Cancelled {
        /// Who withdrew it.
        by: Side,
    },
    /// Ended early by either side (BEL-13).
    Ended {
        /// Who ended it.
        by: Side,
        /// Whether it was suspended when it ended.
        suspended: bool,
    },
    /// The term passed without renewal (BEL-14).
    Expired {
        /// Who set it.
        by: Side,
    },
}

/// The bare name of a status, as refusals and words on screen use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StatusName {
    /// Waits for the invited person.
    Invited,
    /// Waits for the organisation.
    Requested,
    /// A member.
    Approved,
    /// Declined.
    Rejected,
    /// Withdrawn or superseded.
    Cancelled,
    /// Ended.
    Ended,
    /// Expired.
    Expired,
}

impl Status {
    /// Whether it is approved.
    pub fn is_approved(self) -> bool {
        self == Self::Approved
    }

    /// Whether it is open or approved; a person has at most one such membership in an organisation.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Initiated { .. } | Self::Approved)
    }

    /// Whether it is or once was approved.
    pub fn was_approved(self) -> bool {
        matches!(
            self,
            Self::Approved | Self::Ended { .. } | Self::Expired { .. }
        )
    }

    /// Its bare name.
    pub fn name(self) -> StatusName {
        match self {
            Self::Initiated { by: Side::Person } => StatusName::Requested,
            Self::Initiated {
                by: Side::Organisation | Side::System,
            } => StatusName::Invited,
            Self::Approved => StatusName::Approved,
            Self::Rejected { .. } => StatusName::Rejected,
            Self::Cancelled { .. } => StatusName::Cancelled,
            Self::Ended { .. } => StatusName::Ended,
            Self::Expired { .. } => StatusName::Expired,
        }
    }

    /// Whether the person's own last word was leaving, declining or cancelling.
    pub fn is_persons_no(self) -> bool {
        matches!(
            self,
            Self::Ended {
                by: Side::Person,
                ..
            } | Self::Rejected { by: Side::Person }
                | Self::Cancelled { by: Side::Person }
        )
    }

    /// Whether the organisation closed the door, or the person left while suspended.
    pub fn closes_the_door(self) -> bool {
        matches!(
            self,
            Self::Rejected {
                by: Side::Organisation
            } | Self::Ended {
                by: Side::Organisation,
                ..
            } | Self::Ended {
                suspended: true,
                ..
            } | Self::Expired { .. }
        )
    }
}
