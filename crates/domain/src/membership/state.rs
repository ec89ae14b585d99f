//! Where a person stands at a moment, in the words that people read: the status, the pause and the dates
//! together, judged when read.

use serde::{Deserialize, Serialize};

use crate::membership::{Membership, StatusName};
use crate::{Day, Moment};

/// Where a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PersonState {
    /// A member.
    Member,
    /// A member from a later day on.
    Starting,
    /// A member whose end date has passed.
    Lapsed,
    /// A member who is paused.
    Paused,
    /// Invited, and has not answered.
    Invited,
    /// Asked to join, and is not answered.
    Waiting,
    /// Declined by the other side.
    Declined,
    /// Withdrawn or superseded.
    Cancelled,
    /// Ended.
    Ended,
    /// Set to expired.
    Expired,
}

impl PersonState {
    /// Every state, in the order in which lists show them.
    pub const ALL: [Self; 10] = [
        Self::Member,
        Self::Starting,
        Self::Lapsed,
        Self::Paused,
        Self::Invited,
        Self::Waiting,
        Self::Declined,
        Self::Cancelled,
        Self::Ended,
        Self::Expired,
    ];

    /// The states that a list of people shows unless it is asked for others: who belongs, and who is invited to.
    pub const USUAL: [Self; 5] = [
        Self::Member,
        Self::Starting,
        Self::Lapsed,
        Self::Paused,
        Self::Invited,
    ];

    /// The stable key, such as `starting`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Starting => "starting",
            Self::Lapsed => "lapsed",
            Self::Paused => "paused",
            Self::Invited => "invited",
            Self::Waiting => "waiting",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
            Self::Ended => "ended",
            Self::Expired => "expired",
        }
    }

    /// Whether somebody in this state is approved, whatever the dates say.
    pub const fn is_approved(self) -> bool {
        matches!(
            self,
            Self::Member | Self::Starting | Self::Lapsed | Self::Paused
        )
    }
}

/// The first day that somebody who was not here for `days` days has not been seen on; who was never seen was not here.
pub fn unseen_since(days: u32, now: Moment) -> Day {
    Day(now.day().0 - i64::from(days) + 1)
}

impl Membership {
    /// Where the person stands at `now`. An end that has passed is said first, because a pause does not stop it.
    pub fn state(&self, now: Moment) -> PersonState {
        match self.status.name() {
            StatusName::Approved if self.is_lapsed(now) => PersonState::Lapsed,
            StatusName::Approved if self.suspended => PersonState::Paused,
            StatusName::Approved if self.is_ahead(now) => PersonState::Starting,
            StatusName::Approved => PersonState::Member,
            StatusName::Invited => PersonState::Invited,
            StatusName::Requested => PersonState::Waiting,
            StatusName::Rejected => PersonState::Declined,
            StatusName::Cancelled => PersonState::Cancelled,
            StatusName::Ended => PersonState::Ended,
            StatusName::Expired => PersonState::Expired,
        }
    }

    /// Between which instants time alone changes nothing about where the person and the invitation stand; whoever
    /// keeps a judgement of `now` asks again from the second one on, and whenever the clock is before the first.
    pub fn judged_between(&self, now: Moment) -> (Option<Moment>, Option<Moment>) {
        let dates = self.grant.iter().flat_map(|it| [it.starts_at, it.ends_at]);
        let term = self.invitation.as_ref().map(|sent| sent.expires_at);
        let of_member = dates.flatten().filter(|_| self.status.is_approved());
        let of_invitation = term.filter(|_| self.is_open_invitation());
        let turns: Vec<Moment> = of_member.chain(of_invitation).collect();
        let past = turns.iter().filter(|at| now.is_past(**at)).max();
        let ahead = turns.iter().filter(|at| !now.is_past(**at)).min();
        (past.copied(), ahead.copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::{Author, Signed};
    use crate::level::Preset;
    use crate::membership::{Sent, Side, Status};
    use crate::{Grant, MembershipId};
    use uuid::Uuid;

    const NOW: Moment = Moment(1_000);

    fn row(status: Status) -> Membership {
        let by = Signed {
            author: Author::System,
            at: Moment(0),
        };
        Membership {
            id: MembershipId(Uuid::nil()),
            person: None,
            name: None,
            position: None,
            staff: None,
            status,
            grant: Some(Grant::of(Preset::Staff)),
            suspended: false,
            visible: false,
            begun: by,
            invitation: None,
            asked: None,
            decided: None,
            reason: None,
            offer: None,
            approved_at: None,
            end_set_at: None,
        }
    }

    fn dated(starts_at: Option<i64>, ends_at: Option<i64>, suspended: bool) -> Membership {
        Membership {
            grant: Some(Grant {
                starts_at: starts_at.map(Moment),
                ends_at: ends_at.map(Moment),
                ..Grant::of(Preset::Staff)
            }),
            suspended,
            ..row(Status::Approved)
        }
    }

    #[test]
    fn dates_and_pauses_are_judged_when_read_r_1_r_2_r_12() {
        for (starts, ends, suspended, state) in [
            (None, None, false, PersonState::Member),
            (Some(1_000), None, false, PersonState::Member),
            (Some(1_001), None, false, PersonState::Starting),
            (None, Some(1_001), false, PersonState::Member),
            (None, Some(1_000), false, PersonState::Lapsed),
            (None, None, true, PersonState::Paused),
            (Some(1_001), None, true, PersonState::Paused),
            (None, Some(1_000), true, PersonState::Lapsed),
        ] {
            let row = dated(starts, ends, suspended);
            assert_eq!(
                row.state(NOW),
                state,
                "{starts:?} {ends:?} suspended: {suspended}"
            );
        }
    }

    #[test]
    fn every_status_has_its_word() {
        use PersonState as S;
        let organisation = Side::Organisation;
        for (status, state) in [
            (Status::Initiated { by: organisation }, S::Invited),
            (Status::Initiated { by: Side::Person }, S::Waiting),
            (Status::Rejected { by: organisation }, S::Declined),
            (Status::Cancelled { by: Side::System }, S::Cancelled),
            (Status::Expired { by: Side::System }, S::Expired),
        ] {
            assert_eq!(row(status).state(NOW), state);
        }
        assert!(S::ALL.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_judgement_holds_between_the_dates_that_count() {
        let dates = dated(Some(1_500), Some(2_000), false);
        let (first, second) = (Some(Moment(1_500)), Some(Moment(2_000)));
        assert_eq!(dates.judged_between(NOW), (None, first));
        assert_eq!(dates.judged_between(Moment(1_500)), (first, second));
        assert_eq!(dates.judged_between(Moment(2_000)), (second, None));
        let waits = Status::Initiated {
            by: Side::Organisation,
        };
        let invited = Membership {
            invitation: Some(Sent {
                giver: row(waits).begun,
                expires_at: Moment(3_000),
                generation: 1,
                sent_at: None,
                locale: None,
                message: None,
            }),
            ..row(waits)
        };
        assert_eq!(invited.judged_between(NOW), (None, Some(Moment(3_000))));
        let revoked = Membership {
            status: Status::Cancelled {
                by: Side::Organisation,
            },
            ..invited
        };
        let never = (None, None);
        assert_eq!(
            revoked.judged_between(NOW),
            never,
            "its term is of no account"
        );
    }
}
