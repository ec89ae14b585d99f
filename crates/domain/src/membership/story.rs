//! What a membership row itself tells of what happened to it; for who may not read the history, or not now.

use serde::{Deserialize, Serialize};

use crate::Moment;
use crate::actor::Signed;
use crate::membership::{Membership, Side, Status};

/// One thing that happened to a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// The key of the event, as the history spells it.
    pub kind: String,
    /// Who and when, where it is known.
    pub signed: Signed,
}

impl Membership {
    /// Since when the person stands where they stand: since they were approved or the membership was closed, or since
    /// they wait.
    pub fn stands_since(&self) -> Moment {
        match (&self.status, &self.asked, &self.decided) {
            (Status::Initiated { .. }, Some(asked), _) => asked.waits_since,
            (Status::Initiated { .. }, None, _) | (_, _, None) => self.begun.at,
            (_, _, Some(decided)) => decided.at,
        }
    }

    /// What happened to this row, as far as it tells itself, the newest first.
    pub fn story(&self) -> Vec<Milestone> {
        let milestone = |kind: &str, signed: &Signed| Milestone {
            kind: kind.to_owned(),
            signed: signed.clone(),
        };
        let decided = self.decided.as_ref().filter(|it| **it != self.begun);
        let last = decided
            .zip(self.last_move())
            .map(|(signed, kind)| milestone(kind, signed));
        let resent = self.invitation.as_ref().filter(|it| it.generation > 1);
        let resent = resent.map(|sent| milestone("invitation_resent", &sent.giver));
        let first = milestone(self.first_move(), &self.begun);
        let mut story: Vec<Milestone> = [Some(first), resent, last].into_iter().flatten().collect();
        story.sort_by_key(|it| std::cmp::Reverse(it.signed.at));
        story
    }

    fn first_move(&self) -> &'static str {
        if self.invitation.is_some() {
            "person_invited"
        } else if self.asked.is_some() {
            "join_requested"
        } else {
            "member_added"
        }
    }

    /// The move that brought it where it stands.
    fn last_move(&self) -> Option<&'static str> {
        Some(match self.status {
            Status::Initiated { .. } if self.asked.is_some() => "request_reopened",
            Status::Initiated { .. } => return None,
            Status::Approved if self.invitation.is_some() => "invitation_accepted",
            Status::Approved if self.asked.is_some() => "request_approved",
            Status::Approved => "member_added",
            Status::Rejected { by: Side::Person } => "invitation_declined",
            Status::Rejected { .. } => "request_declined",
            Status::Cancelled { by: Side::System } => "superseded",
            Status::Cancelled { by: Side::Person } => "request_cancelled",
            Status::Cancelled {
                by: Side::Organisation,
            } => "invitation_revoked",
            Status::Ended { .. } => "membership_ended",
            Status::Expired { .. } => "membership_expired",
        })
    }
}
