//! Where an addressed invitation stands at a moment: its membership's status, its term and the way of its letter
//! together.

use serde::{Deserialize, Serialize};

use crate::Moment;
use crate::delivery::{Delivery, DeliveryState};
use crate::membership::{Membership, Side, Status};

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

impl InvitationState {
    /// Every state.
    pub const ALL: [Self; 12] = [
        Self::Queued,
        Self::Sent,
        Self::Delivered,
        Self::Bounced,
        Self::Failed,
        Self::Opened,
        Self::NotSent,
        Self::Accepted,
        Self::Declined,
        Self::Expired,
        Self::Revoked,
        Self::Superseded,
    ];

    /// The stable key, such as `not_sent`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Bounced => "bounced",
            Self::Failed => "failed",
            Self::Opened => "opened",
            Self::NotSent => "not_sent",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Superseded => "superseded",
        }
    }
}

impl From<DeliveryState> for InvitationState {
    fn from(state: DeliveryState) -> Self {
        match state {
            DeliveryState::Queued => Self::Queued,
            DeliveryState::Sent => Self::Sent,
            DeliveryState::Delivered => Self::Delivered,
            DeliveryState::Bounced => Self::Bounced,
            DeliveryState::Failed => Self::Failed,
            DeliveryState::Opened => Self::Opened,
            DeliveryState::NotSent => Self::NotSent,
        }
    }
}

impl Membership {
    /// When the invitation's letter was sent last. Changing what it gives sends nothing.
    pub fn sent_at(&self) -> Option<Moment> {
        let sent = self.invitation.as_ref()?;
        // Before that was noted, a second letter's instant was the giver's.
        let before = if sent.generation == 1 {
            self.begun.at
        } else {
            sent.giver.at
        };
        Some(sent.sent_at.unwrap_or(before))
    }

    /// Where the invitation stands at `now`, given how its letter fares; none where nothing was sent out. A letter of
    /// which nothing is told has been sent: letters are told of from their queue on.
    pub fn invitation_state(
        &self,
        delivery: Option<&Delivery>,
        now: Moment,
    ) -> Option<InvitationState> {
        let sent = self.invitation.as_ref()?;
        let of_letter = || {
            delivery
                .filter(|it| it.generation == sent.generation)
                .map_or(InvitationState::Sent, |it| it.state().into())
        };
        Some(match self.status {
            Status::Initiated { .. } if now.is_past(sent.expires_at) => InvitationState::Expired,
            Status::Initiated { .. } => of_letter(),
            Status::Approved | Status::Ended { .. } | Status::Expired { .. } => {
                InvitationState::Accepted
            }
            Status::Rejected { .. } => InvitationState::Declined,
            Status::Cancelled { by: Side::System } => InvitationState::Superseded,
            Status::Cancelled { .. } => InvitationState::Revoked,
        })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::actor::{Author, Signed};
    use crate::delivery::DeliveryStep;
    use crate::level::Preset;
    use crate::membership::Sent;
    use crate::{Grant, MembershipId};

    const ID: MembershipId = MembershipId(Uuid::nil());

    fn invited(status: Status) -> Membership {
        let giver = Signed {
            author: Author::System,
            at: Moment(0),
        };
        Membership {
            id: ID,
            person: None,
            name: None,
            position: None,
            staff: None,
            status,
            grant: Some(Grant::of(Preset::Staff)),
            suspended: false,
            visible: false,
            begun: giver.clone(),
            invitation: Some(Sent {
                giver,
                expires_at: Moment(1_000),
                generation: 2,
                sent_at: None,
                locale: None,
                message: None,
            }),
            asked: None,
            decided: None,
            reason: None,
            offer: None,
            approved_at: None,
            end_set_at: None,
        }
    }

    fn letter(generation: u32, state: DeliveryState) -> Delivery {
        let step = DeliveryStep {
            state,
            at: Moment(5),
            reason: None,
        };
        Delivery {
            membership: ID,
            generation,
            steps: vec![step],
            waits: None,
        }
    }

    #[test]
    fn an_open_invitation_stands_where_its_letter_stands_until_its_term_has_passed_r_50_r_53() {
        let open = invited(Status::Initiated {
            by: Side::Organisation,
        });
        let bounced = letter(2, DeliveryState::Bounced);
        let at = |delivery, now| open.invitation_state(delivery, Moment(now)).unwrap();
        assert_eq!(at(Some(&bounced), 999), InvitationState::Bounced);
        assert_eq!(at(Some(&bounced), 1_000), InvitationState::Expired);
        assert_eq!(at(None, 999), InvitationState::Sent);
        let earlier = letter(1, DeliveryState::Failed);
        assert_eq!(
            at(Some(&earlier), 999),
            InvitationState::Sent,
            "what became of an earlier letter says nothing of this one"
        );
    }

    #[test]
    fn an_answered_invitation_says_how_it_was_answered() {
        let by = Side::Organisation;
        for (status, state) in [
            (Status::Approved, InvitationState::Accepted),
            (Status::Expired { by }, InvitationState::Accepted),
            (
                Status::Rejected { by: Side::Person },
                InvitationState::Declined,
            ),
            (Status::Cancelled { by }, InvitationState::Revoked),
            (
                Status::Cancelled { by: Side::System },
                InvitationState::Superseded,
            ),
        ] {
            let row = invited(status);
            assert_eq!(row.invitation_state(None, Moment(9_999)), Some(state));
        }
        let asked = Membership {
            invitation: None,
            ..invited(Status::Approved)
        };
        assert_eq!(asked.invitation_state(None, Moment(0)), None);
    }
}
