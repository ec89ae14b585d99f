//! Delivery: how the letter of an addressed invitation fares. A kind of its own, because it moves without any
//! command: what becomes of the invitation itself (accepted, revoked and so on) is the membership's status.

use serde::{Deserialize, Serialize};

use crate::{Membership, MembershipId, Moment, Note};

/// Where the letter of an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// It waits to be sent.
    Queued,
    /// It was handed over.
    Sent,
    /// The recipient's side has confirmed that it arrived.
    Delivered,
    /// The recipient's side has refused it for good.
    Bounced,
    /// It could not be sent.
    Failed,
    /// Somebody pressed Continue on its page; fetching the page changes nothing.
    Opened,
    /// Nothing is configured to send with; the link is there to be copied.
    NotSent,
}

/// One step on the way of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DeliveryStep {
    /// Where the letter stood from then on.
    pub state: DeliveryState,
    /// Since when.
    pub at: Moment,
    /// Why, in the words of whoever refused it.
    pub reason: Option<Note>,
}

/// Why a letter waits although it could leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Delay {
    /// Whoever takes it asked to be left alone for now.
    Asked,
    /// What it is handed to does not answer, or not to this server.
    Unusable,
    /// As much has been sent as may be for now.
    Limit,
}

/// That a letter waits, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DeliveryWait {
    /// Why.
    pub why: Delay,
    /// When it is tried again.
    pub until: Moment,
}

/// How the latest sending of one invitation has fared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// The invitation.
    pub membership: MembershipId,
    /// Which of its sendings; every resend begins anew.
    pub generation: u32,
    /// Its steps in their order; the last one is where it stands.
    pub steps: Vec<DeliveryStep>,
    /// What keeps its letter in the queue, where something does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits: Option<DeliveryWait>,
}

/// How far apart two times are at most that are told as one, in milliseconds.
const ABOUT: u64 = 60 * 60 * 1000;

impl Delivery {
    /// A sending that begins: its letter waits in the queue. None for what is no addressed invitation.
    pub fn begun(invitation: &Membership, at: Moment) -> Option<Self> {
        let sent = invitation.invitation.as_ref()?;
        let queued = DeliveryStep {
            state: DeliveryState::Queued,
            at,
            reason: None,
        };
        Some(Self {
            membership: invitation.id,
            generation: sent.generation,
            steps: vec![queued],
            waits: None,
        })
    }

    /// Where it stands.
    pub fn state(&self) -> DeliveryState {
        self.steps
            .last()
            .map_or(DeliveryState::Queued, |step| step.state)
    }

    /// Whether the letter of the sending `generation` reached nobody, and never will.
    pub fn came_back(&self, generation: u32) -> bool {
        let failed = matches!(self.state(), DeliveryState::Bounced | DeliveryState::Failed);
        generation == self.generation && failed
    }

    /// The delivery after a step of the sending `generation`; none where it changes nothing: another sending lives,
    /// it stood there already, or somebody has opened the letter and whatever is heard later says less.
    #[must_use]
    pub fn after(&self, generation: u32, step: DeliveryStep) -> Option<Self> {
        let opened = self.state() == DeliveryState::Opened;
        if generation != self.generation || step.state == self.state() || opened {
            return None;
        }
        let mut after = self.clone();
        after.steps.push(step);
        after.waits = None;
        Some(after)
    }

    /// The delivery once the letter of the sending `generation` waits; none where it stands in no queue, another sending
    /// lives, or as much is known: the same reason, and about the same time.
    #[must_use]
    pub fn waiting(&self, generation: u32, wait: DeliveryWait) -> Option<Self> {
        let queued = self.state() == DeliveryState::Queued;
        let is_known = self
            .waits
            .is_some_and(|it| it.why == wait.why && it.until.0.abs_diff(wait.until.0) <= ABOUT);
        (generation == self.generation && queued && !is_known).then(|| Self {
            waits: Some(wait),
            ..self.clone()
        })
    }
}
