//! A membership as it stands.

use serde::{Deserialize, Serialize};

use super::{Answer, Side, Status};
use crate::actor::Signed;
use crate::ownership::OwnershipOffer;
use crate::{Grant, LinkId, MembershipId, Moment, Name, Note, PersonId, StaffId};

/// One membership row, whatever its status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Its identity.
    pub id: MembershipId,
    /// The person; none while an addressed invitation waits for its recipient.
    pub person: Option<PersonId>,
    /// The person's name, or what the inviter called them; none is shown as the contact.
    pub name: Option<Name>,
    /// The position in the organisation.
    pub position: Option<Name>,
    /// The staff record it is tied to, if the organisation kept one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// Where it stands.
    pub status: Status,
    /// What it has on paper; none before a request is approved.
    pub grant: Option<Grant>,
    /// Whether an approved membership is paused.
    pub suspended: bool,
    /// Whether it is listed publicly; only approved ones are (BEL-6).
    pub visible: bool,
    /// Who began it and when.
    pub begun: Signed,
    /// What was sent out, if it began as an addressed invitation.
    pub invitation: Option<Sent>,
    /// What was asked, if it began as a request.
    pub asked: Option<Asked>,
    /// Who decided last and when; set with every change of status.
    pub decided: Option<Signed>,
    /// When it was approved or renewed last, whether or not it still stands; none where nobody noted that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_at: Option<Moment>,
    /// When the end of an approved membership was set to what it is; none where that was with the approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_set_at: Option<Moment>,
    /// Why it was declined, as the other side reads it.
    pub reason: Option<Note>,
    /// Ownership offered to this member and not yet accepted, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<OwnershipOffer>,
}

/// The part of an addressed invitation that its membership carries (RULES 4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// Who answers for it: the last to send or change it.
    pub giver: Signed,
    /// The first instant at which it no longer works.
    pub expires_at: Moment,
    /// Which of its secrets is alive; every resend raises it.
    pub generation: u32,
    /// When its letter was sent last; none where nobody noted that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Moment>,
    /// The language its letter is written in; none means the organisation's.
    pub locale: Option<Locale>,
    /// What the inviter added to the letter.
    pub message: Option<Note>,
}

/// The part of a request that its membership carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// What the person wrote.
    pub note: Option<Note>,
    /// Answers to the organisation's questions, each with its question as it was asked.
    pub answers: Vec<Answer>,
    /// The link it came by, if any.
    pub link: Option<LinkId>,
    /// The instant from which reminders and escalation count; reopening sets it anew.
    pub waits_since: Moment,
    /// The language that the person asked in, and is answered in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
}

/// A language the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Estonian.
    Et,
    /// Romanian.
    Ro,
}

impl Locale {
    /// Every language.
    pub const ALL: [Self; 4] = [Self::En, Self::Ru, Self::Et, Self::Ro];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Et => "et",
            Self::Ro => "ro",
        }
    }
}

impl Membership {
    /// Whether it is approved and its end date has passed.
    pub fn is_lapsed(&self, now: Moment) -> bool {
        let ends_at = self.grant.as_ref().and_then(|grant| grant.ends_at);
        self.status.is_approved() && ends_at.is_some_and(|end| now.is_past(end))
    }

    /// Whether it is approved and its start has not come.
    pub fn is_ahead(&self, now: Moment) -> bool {
        let starts_at = self.grant.as_ref().and_then(|grant| grant.starts_at);
        self.status.is_approved() && starts_at.is_some_and(|start| !now.is_past(start))
    }

    /// Whether the membership itself gives rights at `now`; the account and the organisation count besides.
    pub fn is_in_force(&self, now: Moment) -> bool {
        self.status.is_approved() && !self.suspended && !self.is_lapsed(now) && !self.is_ahead(now)
    }

    /// Whether it is an open addressed invitation whose term has passed.
    pub fn is_expired_invitation(&self, now: Moment) -> bool {
        self.is_open_invitation()
            && self
                .invitation
                .as_ref()
                .is_some_and(|sent| now.is_past(sent.expires_at))
    }

    /// Whether it waits for the invited person.
    pub fn is_open_invitation(&self) -> bool {
        self.status
            == Status::Initiated {
                by: Side::Organisation,
            }
    }

    /// The instant from which a request waits: reopening sets it anew.
    pub fn waits_since(&self) -> Moment {
        let asked = self.asked.as_ref().map(|asked| asked.waits_since);
        asked.unwrap_or(self.begun.at)
    }

    /// Whether it waits for the organisation.
    pub fn is_open_request(&self) -> bool {
        self.status == Status::Initiated { by: Side::Person }
    }
}
