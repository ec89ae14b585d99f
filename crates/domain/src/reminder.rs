//! Reminders: what somebody is reminded of because time has passed (R-41, R-54, RULES 7). No command brings them about;
//! whoever keeps the time asks, and tells once of each occasion.

use std::collections::BTreeSet;

use crate::actor::Actor;
use crate::case::{Case, Stop};
use crate::membership::Membership;
use crate::notice::Recipients;
use crate::world::World;
use crate::{Lookup, MembershipId, Moment, Permission};

/// Milliseconds in one day.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// Days after which an open invitation is reminded of.
const INVITATION_WAITS: i64 = 3;
/// Days before its end at which an invitation is reminded of.
const INVITATION_ENDS: i64 = 1;
/// Days before its end at which a membership is told of, the first time (RULES 7).
const MEMBERSHIP_ENDS_SOON: i64 = 7;
/// Days before its end at which a membership is told of, the last time (RULES 7).
const MEMBERSHIP_ENDS: i64 = 1;

/// What somebody is reminded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReminderKind {
    /// You were invited some days ago; carries the link.
    InvitationWaits,
    /// Your invitation works for one more day; carries the link.
    InvitationEnds,
    /// Somebody has waited for an answer for as many days as the organisation's settings say.
    RequestWaits,
    /// Somebody has waited longer than the escalation term.
    RequestEscalates,
    /// Nobody but you could decide your request.
    RequestStuck,
    /// Your membership ends in a week.
    MembershipEndsSoon,
    /// Your membership ends in a day.
    MembershipEnds,
}

impl ReminderKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::InvitationWaits,
        Self::InvitationEnds,
        Self::RequestWaits,
        Self::RequestEscalates,
        Self::RequestStuck,
        Self::MembershipEndsSoon,
        Self::MembershipEnds,
    ];

    /// Whether a letter about it may wait for the next digest, as with notices.
    pub const fn may_wait(self) -> bool {
        matches!(self, Self::RequestWaits)
    }

    /// The stable key, such as `request_waits`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::InvitationWaits => "invitation_waits",
            Self::InvitationEnds => "invitation_ends",
            Self::RequestWaits => "request_waits",
            Self::RequestEscalates => "request_escalates",
            Self::RequestStuck => "request_stuck",
            Self::MembershipEndsSoon => "membership_ends_soon",
            Self::MembershipEnds => "membership_ends",
        }
    }
}

/// One thing to remind somebody of, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// To whom.
    pub to: Recipients,
    /// What about.
    pub kind: ReminderKind,
    /// About which membership.
    pub membership: MembershipId,
    /// What tells this occasion from others of the same membership: a secret's generation, the instant from which a
    /// request waits, the instant at which a membership ends.
    pub occasion: i64,
}

/// The answer to whoever keeps the time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// Somebody is to be reminded, unless that has been done on this occasion.
    Reminder(Reminder),
    /// Nobody is to be reminded now.
    Nothing,
    /// Questions must be answered first.
    Asks(BTreeSet<Lookup>),
}

/// What a membership gives occasion to remind of now: of all that has come due, the latest. Answer its questions and
/// ask again.
pub fn reminder(world: &World, membership: MembershipId, now: Moment) -> Due {
    let actor = Actor::System;
    let case = Case::new(world, &actor, now);
    let found = case.reminder(membership);
    let questions = case.open_questions();
    match found {
        _ if !questions.is_empty() => Due::Asks(questions),
        Ok(Some(reminder)) => Due::Reminder(reminder),
        Ok(None) | Err(Stop::Refused(_) | Stop::Unchanged | Stop::Unknown) => Due::Nothing,
    }
}

/// A kind of reminder and the first instant at which it is due.
type Stage = (ReminderKind, Moment);

impl Case<'_> {
    fn reminder(&self, id: MembershipId) -> Result<Option<Reminder>, Stop> {
        if self.organisation()?.standing != crate::Standing::Active {
            return Ok(None);
        }
        let row = self.target(id)?;
        if row.is_open_invitation() {
            self.of_invitation(row)
        } else if row.is_open_request() {
            self.of_request(row)
        } else {
            Ok(self.of_end(row))
        }
    }

    /// an invitation that could be accepted and did not come back, on day 3 and one day before its end, where the setting is on.
    fn of_invitation(&self, row: &Membership) -> Result<Option<Reminder>, Stop> {
        let (Some(sent), Some(grant)) = (&row.invitation, &row.grant) else {
            return Ok(None);
        };
        let is_off = self.settings().known_and(|settings| !settings.reminders);
        let too_late = grant.ends_at.is_some_and(|end| self.now.is_past(end));
        if is_off || too_late || row.is_expired_invitation(self.now) {
            return Ok(None);
        }
        self.takes_invitations()?;
        self.giver_still_may(&sent.giver.author, grant)?;
        let Some(sent_at) = row.sent_at() else {
            return Ok(None);
        };
        let ends = days(sent.expires_at, -INVITATION_ENDS);
        let waits = days(sent_at, INVITATION_WAITS);
        let stages = [
            (ReminderKind::InvitationWaits, waits),
            (ReminderKind::InvitationEnds, ends),
        ];
        let stages = stages.into_iter().filter(|(kind, at)| {
            // What comes at the end, or after its own reminder, says nothing new.
            *kind == ReminderKind::InvitationEnds || *at < ends
        });
        let Some(kind) = self.latest(stages, sent_at) else {
            return Ok(None);
        };
        // Where the letter came back, its reminder would; whoever invited has been told.
        let fared = self.delivery(row.id).or_stop()?;
        if fared.is_some_and(|it| it.came_back(sent.generation)) {
            return Ok(None);
        }
        let Some(contact) = self.contacts(row.id).or_stop()?.first().cloned() else {
            return Ok(None);
        };
        Ok(Some(Reminder {
            to: Recipients::Contact { contact },
            kind,
            membership: row.id,
            occasion: sent.generation.into(),
        }))
    }

    /// A request that waits: after the days of the setting, and when the escalation term has passed; at once where
    /// it is stuck.
    fn of_request(&self, row: &Membership) -> Result<Option<Reminder>, Stop> {
        let since = row.waits_since();
        let requester = row.person.map(|person| Recipients::Person { person });
        if self.is_stuck(row)?.known_and(|is_stuck| is_stuck) {
            // an Owner in force of either side could decide, so there is none to tell but the requester.
            return Ok(requester.map(|to| Reminder {
                to,
                kind: ReminderKind::RequestStuck,
                membership: row.id,
                occasion: since.0,
            }));
        }
        let escalation = self.escalates_at(row).or_stop()?;
        let waits = self.settings().or_stop()?.reminder_days;
        let stages = [
            (ReminderKind::RequestWaits, since.plus_days(waits)),
            (ReminderKind::RequestEscalates, escalation),
        ];
        let reminder = |kind| Reminder {
            to: Recipients::Holders {
                permission: Permission::RequestsDecide,
            },
            kind,
            membership: row.id,
            occasion: since.0,
        };
        Ok(self.latest(stages, since).map(reminder))
    }

    /// RULES 7: a membership 7 days and 1 day before its end, where that end stood before.
    fn of_end(&self, row: &Membership) -> Option<Reminder> {
        let end = row.grant.as_ref()?.ends_at?;
        if !row.status.is_approved() || row.is_lapsed(self.now) {
            return None;
        }
        let stages = [
            (
                ReminderKind::MembershipEndsSoon,
                days(end, -MEMBERSHIP_ENDS_SOON),
            ),
            (ReminderKind::MembershipEnds, days(end, -MEMBERSHIP_ENDS)),
        ];
        let approved_at = row.decided.as_ref().unwrap_or(&row.begun).at;
        let stands_since = row.end_set_at.map_or(approved_at, |at| at.max(approved_at));
        Some(Reminder {
            to: Recipients::Person {
                person: row.person?,
            },
            kind: self.latest(stages, stands_since)?,
            membership: row.id,
            occasion: end.0,
        })
    }

    /// Of the stages that have come since `begin`, the latest: whoever missed one is not told twice at once.
    fn latest(
        &self,
        stages: impl IntoIterator<Item = Stage>,
        begin: Moment,
    ) -> Option<ReminderKind> {
        let come = stages
            .into_iter()
            .filter(|(_, at)| *at > begin && self.now.is_past(*at));
        come.max_by_key(|(_, at)| *at).map(|(kind, _)| kind)
    }
}

const fn days(from: Moment, days: i64) -> Moment {
    from.plus_millis(days * DAY)
}
