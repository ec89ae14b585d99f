//! Activity: on which day a member was here last. A kind of its own, noted at most once a day, so that being seen does
//! not move the member's own record.

use serde::{Deserialize, Serialize};

use crate::{Day, Membership, MembershipId, Moment};

/// When a member was here last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MemberActivity {
    /// The member.
    pub membership: MembershipId,
    /// On which day.
    pub last_seen_on: Day,
}

impl MemberActivity {
    /// What is noted when the person of a membership is here at `now`; none where that is no news: who is no member is
    /// not watched, and a day is noted once. A clock that was set back takes nothing back.
    pub fn seen(membership: &Membership, before: Option<&Self>, now: Moment) -> Option<Self> {
        let today = now.day();
        let news = before.is_none_or(|before| before.last_seen_on < today);
        (membership.status.is_approved() && news).then_some(Self {
            membership: membership.id,
            last_seen_on: today,
        })
    }
}
