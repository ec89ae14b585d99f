//! A membership as lists of people and invitations hold it: judged by the domain at a moment, and spelled so that
//! indexes order it. The same for rows of the server and for what waiting commands made of them.

use doorward_domain::{
    Contact, Delivery, InvitationState, LevelRef, MemberActivity, Membership, Moment, PersonState,
    Preset,
};
use doorward_protocol::order_key;

use crate::text::{order_text, text_of};

/// Which day stands for never.
pub const NO_DAY: i64 = -1;

/// By what a list is ordered; what is equal there is ordered by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// By name alone.
    Name,
    /// By level.
    Level,
    /// By state.
    State,
    /// By the day of the last sign-in.
    Seen,
    /// By when an invitation was sent last.
    Sent,
}

/// A membership as lists hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The row of the membership.
    pub number: i64,
    /// Its kind.
    pub kind: &'static str,
    /// Whether it is not closed.
    pub live: bool,
    /// The collation key of the name, then the identity.
    pub place: Vec<u8>,
    /// The order of its level.
    pub level: Vec<u8>,
    /// The number of the word for where the person stands.
    pub state: i64,
    /// Of an addressed invitation: the tab it stands in.
    pub tab: Option<i64>,
    /// Of an addressed invitation: when it was sent last.
    pub sent_at: i64,
    /// The day of the last sign-in.
    pub seen: i64,
    /// The judgement holds from this instant on,
    pub since: Option<i64>,
    /// and before this one.
    pub until: Option<i64>,
    /// What it is found by.
    pub text: String,
}

/// What else is known of a membership.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// How the person is reached.
    pub contacts: &'a [Contact],
    /// How the letter of an invitation fares.
    pub delivery: Option<&'a Delivery>,
    /// When the person was here last.
    pub activity: Option<&'a MemberActivity>,
}

impl Person {
    /// Judges a membership at `now`.
    pub fn judge(number: i64, it: &Membership, beside: &Beside<'_>, now: Moment) -> Self {
        let mut place = order_key(order_text(it, beside.contacts));
        // The key alone may be that of another person too; the identity behind it makes every place the only one.
        place.push(0);
        place.extend_from_slice(it.id.0.as_bytes());
        let (since, until) = it.judged_between(now);
        let tab = it.invitation_state(beside.delivery, now);
        Self {
            number,
            kind: it.kind().key(),
            live: it.status.is_live(),
            place,
            level: level_order(it.grant.as_ref().map(|grant| grant.level)),
            state: state_number(it.state(now)),
            tab: tab.map(tab_of),
            sent_at: it.sent_at().map_or(0, |at| at.0),
            seen: beside.activity.map_or(NO_DAY, |it| it.last_seen_on.0),
            since: since.map(|at| at.0),
            until: until.map(|at| at.0),
            text: text_of(it, beside.contacts),
        }
    }

    /// The key that orders it in a list.
    pub fn key(&self, rank: Rank) -> Vec<u8> {
        let first = match rank {
            Rank::Name | Rank::Level => 0,
            Rank::State => self.state,
            Rank::Seen => self.seen,
            Rank::Sent => self.sent_at,
        };
        rank.key(&self.level, first, &self.place)
    }
}

impl Rank {
    /// A key that orders by what comes first in this order, then by place.
    pub fn key(self, level: &[u8], first: i64, place: &[u8]) -> Vec<u8> {
        let mut key = match self {
            Self::Name => Vec::new(),
            Self::Level => level.to_vec(),
            Self::State | Self::Seen | Self::Sent => number_key(first).to_vec(),
        };
        key.extend_from_slice(place);
        key
    }
}

/// A number as bytes in the same order.
fn number_key(number: i64) -> [u8; 8] {
    (number.cast_unsigned() ^ (1 << 63)).to_be_bytes()
}

/// The order of levels: the presets, the widest first, then own levels, then none. No order begins another one.
pub fn level_order(level: Option<LevelRef>) -> Vec<u8> {
    match level {
        Some(LevelRef::Preset(preset)) => {
            let place = Preset::ALL.iter().position(|it| *it == preset);
            vec![place.and_then(|it| u8::try_from(it).ok()).unwrap_or(0x7f)]
        }
        Some(LevelRef::Own(id)) => {
            let mut order = vec![0x80];
            order.extend_from_slice(id.0.as_bytes());
            order
        }
        None => vec![0xff],
    }
}

/// The number of a state in the order in which lists show them.
pub fn state_number(state: PersonState) -> i64 {
    let place = PersonState::ALL.iter().position(|it| *it == state);
    place
        .and_then(|it| i64::try_from(it).ok())
        .unwrap_or(NO_DAY)
}

/// The number of the tab in which an invitation stands: waiting, failed, expired, accepted, and at last those that came
/// to nothing.
pub const fn tab_of(state: InvitationState) -> i64 {
    match state {
        InvitationState::Queued
        | InvitationState::Sent
        | InvitationState::Delivered
        | InvitationState::Opened
        | InvitationState::NotSent => 0,
        InvitationState::Bounced | InvitationState::Failed => 1,
        InvitationState::Expired => 2,
        InvitationState::Accepted => 3,
        InvitationState::Declined | InvitationState::Revoked | InvitationState::Superseded => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use doorward_domain::LevelId;
    use uuid::Uuid;

    #[test]
    fn numbers_and_levels_are_ordered_byte_by_byte() {
        let numbers = [i64::MIN, -1, 0, 1, 20_000, i64::MAX].map(number_key);
        assert!(numbers.is_sorted());
        let own = LevelRef::Own(LevelId(Uuid::from_u128(1)));
        let levels = [
            Some(Preset::Owner.into()),
            Some(Preset::Guest.into()),
            Some(own),
            None,
        ];
        let orders = levels.map(level_order);
        assert!(orders.is_sorted(), "{orders:?}");
        let begins = |one: &[u8], other: &[u8]| one != other && other.starts_with(one);
        assert!(
            !orders
                .iter()
                .any(|one| orders.iter().any(|it| begins(one, it)))
        );
    }
}
