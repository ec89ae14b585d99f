//! What needs somebody's care although nobody asks for a decision: invitations that did not arrive or run out, and access
//! that is about to end. Judged when read, like every date.

use serde::{Deserialize, Serialize};

use crate::actions::Action;
use crate::delivery::Delivery;
use crate::invitation::InvitationState;
use crate::membership::Membership;
use crate::moment::Moment;

/// Days before its end from which an invitation is about to run out.
const RUNS_OUT: u32 = 2;
/// Days after its sending in which an invitation is left alone, however short its term.
const FRESH: u32 = 1;
/// Days for which an invitation that ran out is work; afterwards it stands among the invitations alone.
const RAN_OUT: u32 = 14;
/// Days before its end from which access is about to end; the person is told then, too (RULES 7).
const ENDS: u32 = 7;

/// What needs care, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CareKind {
    /// An invitation that bounced or could not be sent.
    Undelivered,
    /// An invitation that is about to run out.
    RunsOut,
    /// Access that is about to end.
    AccessEnds,
    /// An invitation that ran out a short while ago.
    RanOut,
}

/// What needs care about a membership, and the instant it is about: the one at which it ends or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Care {
    /// What.
    pub kind: CareKind,
    /// The end of the term or of the access.
    pub at: Moment,
}

impl CareKind {
    /// The commands that take care of it.
    const fn cures(self) -> &'static [&'static str] {
        match self {
            Self::Undelivered | Self::RunsOut | Self::RanOut => {
                &["resend_invitation", "revoke_invitation"]
            }
            Self::AccessEnds => &["change_grant"],
        }
    }

    /// Whether somebody who may do this much can take care of it; to others it is no work.
    pub fn is_work_for(self, actions: &[Action]) -> bool {
        let may = |it: &Action| it.refusal.is_none() && self.cures().contains(&&*it.command);
        actions.iter().any(may)
    }
}

impl Care {
    /// Until when something may end and need care at `now`: whoever looks for it needs to look no further ahead.
    pub fn ahead(now: Moment) -> Moment {
        now.plus_days(ENDS)
    }

    /// Until when an invitation may end and be about to run out at `now`.
    pub fn ahead_of_invitations(now: Moment) -> Moment {
        now.plus_days(RUNS_OUT)
    }

    /// When whatever ends then, and lies further ahead than one has to look, is to be looked at.
    pub fn comes_due(ends_at: Moment, is_invitation: bool) -> Moment {
        ends_at.minus_days(if is_invitation { RUNS_OUT } else { ENDS })
    }

    /// Since when an invitation may have run out and need care at `now`.
    pub fn behind(now: Moment) -> Moment {
        now.minus_days(RAN_OUT)
    }
}

impl Membership {
    /// What needs care about it at `now`, given how the letter of the invitation fares.
    pub fn needs_care(&self, delivery: Option<&Delivery>, now: Moment) -> Option<Care> {
        if self.is_open_invitation() {
            return self.invitation_care(delivery, now);
        }
        let at = self.grant.as_ref()?.ends_at?;
        let ends = self.status.is_approved() && !now.is_past(at) && at <= Care::ahead(now);
        ends.then_some(Care {
            kind: CareKind::AccessEnds,
            at,
        })
    }

    /// The next instant after `now` at which time alone may change what needs care about it.
    pub fn care_turns(&self, now: Moment) -> Option<Moment> {
        let term = self.invitation.as_ref().map(|sent| sent.expires_at);
        let term = term.filter(|_| self.is_open_invitation());
        let of_term = term.into_iter().flat_map(|at| {
            let rested = self.sent_at().map(|sent_at| sent_at.plus_days(FRESH));
            let turns = [at, Care::comes_due(at, true), at.plus_days(RAN_OUT)];
            turns.into_iter().chain(rested)
        });
        let end = self.grant.as_ref().and_then(|grant| grant.ends_at);
        let end = end.filter(|_| self.status.is_approved());
        let of_end = end.map(|at| [at, Care::comes_due(at, false)]);
        let turns = of_term.chain(of_end.into_iter().flatten());
        turns.filter(|at| *at > now).min()
    }

    fn invitation_care(&self, delivery: Option<&Delivery>, now: Moment) -> Option<Care> {
        let at = self.invitation.as_ref()?.expires_at;
        let is_fresh = self
            .sent_at()
            .is_some_and(|sent_at| now < sent_at.plus_days(FRESH));
        let runs_out = at <= now.plus_days(RUNS_OUT) && !is_fresh;
        let kind = match self.invitation_state(delivery, now)? {
            InvitationState::Bounced | InvitationState::Failed => CareKind::Undelivered,
            InvitationState::Expired => (at > Care::behind(now)).then_some(CareKind::RanOut)?,
            InvitationState::Queued
            | InvitationState::Sent
            | InvitationState::Delivered
            | InvitationState::Opened
            | InvitationState::NotSent => runs_out.then_some(CareKind::RunsOut)?,
            InvitationState::Accepted
            | InvitationState::Declined
            | InvitationState::Revoked
            | InvitationState::Superseded => return None,
        };
        Some(Care { kind, at })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::actor::{Author, Signed};
    use crate::delivery::{DeliveryState, DeliveryStep};
    use crate::level::Preset;
    use crate::membership::{Sent, Side, Status};
    use crate::{Grant, MembershipId};

    const NOW: Moment = Moment(1_000 * 24 * 60 * 60 * 1000);
    const ID: MembershipId = MembershipId(Uuid::nil());

    fn row(status: Status) -> Membership {
        let signed = Signed {
            author: Author::System,
            at: NOW.minus_days(30),
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
            begun: signed,
            invitation: None,
            asked: None,
            decided: None,
            reason: None,
            offer: None,
            approved_at: None,
            end_set_at: None,
        }
    }

    fn invited(expires_at: Moment) -> Membership {
        let open = row(Status::Initiated {
            by: Side::Organisation,
        });
        let giver = open.begun.clone();
        Membership {
            invitation: Some(Sent {
                giver,
                expires_at,
                generation: 1,
                sent_at: None,
                locale: None,
                message: None,
            }),
            ..open
        }
    }

    fn kind(row: &Membership, delivery: Option<&Delivery>) -> Option<CareKind> {
        row.needs_care(delivery, NOW).map(|it| it.kind)
    }

    #[test]
    fn an_invitation_is_work_when_it_did_not_arrive_runs_out_or_ran_out_r_50_r_53() {
        let in_days = |days| invited(NOW.plus_days(days));
        assert_eq!(kind(&in_days(3), None), None);
        assert_eq!(kind(&in_days(2), None), Some(CareKind::RunsOut));
        assert_eq!(kind(&in_days(0), None), Some(CareKind::RanOut));
        let ago = |days| invited(NOW.minus_days(days));
        assert_eq!(kind(&ago(13), None), Some(CareKind::RanOut));
        assert_eq!(kind(&ago(14), None), None, "by then it is nobody's work");
        let bounced = Delivery {
            membership: ID,
            generation: 1,
            steps: vec![DeliveryStep {
                state: DeliveryState::Bounced,
                at: NOW,
                reason: None,
            }],
            waits: None,
        };
        assert_eq!(
            kind(&in_days(3), Some(&bounced)),
            Some(CareKind::Undelivered)
        );
        let mut fresh = in_days(1);
        fresh.begun.at = NOW;
        if let Some(sent) = &mut fresh.invitation {
            sent.giver.at = NOW;
        }
        assert_eq!(kind(&fresh, None), None, "it was sent a moment ago");
    }

    #[test]
    fn access_is_work_a_week_before_its_end_and_no_longer_after_it_r_2() {
        let ends = |at| {
            let mut member = row(Status::Approved);
            member.grant = Some(Grant {
                ends_at: Some(at),
                ..Grant::of(Preset::Staff)
            });
            kind(&member, None)
        };
        assert_eq!(ends(NOW.plus_days(7).plus_millis(1)), None);
        assert_eq!(ends(NOW.plus_days(7)), Some(CareKind::AccessEnds));
        assert_eq!(ends(NOW.plus_millis(1)), Some(CareKind::AccessEnds));
        assert_eq!(ends(NOW), None);
        assert_eq!(kind(&row(Status::Approved), None), None, "no end");
    }

    #[test]
    fn the_next_turn_is_when_time_alone_changes_what_needs_care() {
        let turns =
            |row: &Membership, now| row.care_turns(now).map(|at| (at.0 - NOW.0) / 86_400_000);
        let mut sent = invited(NOW.plus_days(5));
        assert_eq!(turns(&sent, NOW), Some(3), "about to run out");
        assert_eq!(turns(&sent, NOW.plus_days(3)), Some(5), "runs out");
        assert_eq!(
            turns(&sent, NOW.plus_days(5)),
            Some(19),
            "nobody's work any more"
        );
        sent.begun.at = NOW;
        if let Some(invitation) = &mut sent.invitation {
            invitation.giver.at = NOW;
        }
        assert_eq!(turns(&sent, NOW), Some(1), "left alone until then");
        let mut member = row(Status::Approved);
        assert_eq!(turns(&member, NOW), None);
        member.grant = Some(Grant {
            ends_at: Some(NOW.plus_days(20)),
            ..Grant::of(Preset::Staff)
        });
        assert_eq!(turns(&member, NOW), Some(13));
        assert_eq!(turns(&member, NOW.plus_days(13)), Some(20));
    }

    #[test]
    fn what_somebody_can_do_nothing_about_is_no_work_of_theirs_r_1() {
        let action = |command: &str, refusal| Action {
            command: command.to_owned(),
            refusal,
        };
        let may = [action("resend_invitation", None)];
        assert!(CareKind::RanOut.is_work_for(&may));
        assert!(!CareKind::AccessEnds.is_work_for(&may));
        let refused = [action("change_grant", Some(crate::Refusal::NotFound))];
        assert!(!CareKind::AccessEnds.is_work_for(&refused));
    }
}
