//! Every way to say no: a stable code, and the facts its sentence needs. They are tested in the order of RULES 6, but
//! for `no_account` and `invalid`, which are said as soon as they are seen.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::actor::Signed;
use crate::membership::StatusName;
use crate::{MailDomain, MembershipId, Moment, Permission, PermissionSet};

/// An expected "no"; the order of the variants is the order in which they are tested (RULES 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "code", content = "facts", rename_all = "snake_case")]
pub enum Refusal {
    /// Unknown, foreign, or the actor has no right here at all: the same answer.
    #[error("there is no such thing here")]
    NotFound,
    /// The organisation is out of reach for this account; queued commands end with it.
    #[error("this account has no access here any more")]
    NoAccess,
    /// The actor lacks the permission named.
    #[error("the permission {needs:?} is missing")]
    Forbidden {
        /// What it would take; none when it takes being a certain person.
        needs: Option<Permission>,
    },
    /// Needs a sign-in of the last 10 minutes.
    #[error("sign in again first")]
    SignInAgain,
    /// The organisation takes only external sign-in.
    #[error("the organisation takes only external sign-in")]
    ExternalSignIn,
    /// Nobody does this to themselves.
    #[error("nobody does this to themselves")]
    #[serde(rename = "self")]
    Own,
    /// The contact of the invitation is not one that the person has verified.
    #[error("the invitation is for another address")]
    AddressMismatch {
        /// The address of the invitation as a stranger may see it.
        masked: String,
    },
    /// The record stands elsewhere than the command needs.
    #[error("it is {status:?} now")]
    WrongStatus {
        /// Where it stands.
        status: StatusName,
        /// Who brought it there and when, if known.
        decided: Option<Signed>,
    },
    /// The term of an invitation, link or door has passed.
    #[error("it no longer works")]
    Expired,
    /// A link has been used by as many persons as it allows.
    #[error("it has been used up")]
    UsedUp,
    /// The organisation takes no requests.
    #[error("requests are not taken")]
    NotAccepting,
    /// The offer no longer stands.
    #[error("the offer no longer stands")]
    OfferVoid,
    /// Was not accepted.
    #[error("it was not accepted")]
    NotAccepted,
    /// Management goes one step only: who manages is not managed.
    #[error("who manages is not managed")]
    OneStep,
    /// Somebody changed the record since the version this is based on.
    #[error("somebody changed this meanwhile")]
    ChangedMeanwhile {
        /// Who and when, if known.
        signed: Option<Signed>,
    },
    /// The target holds more than the actor.
    #[error("this person holds more than you")]
    TargetAbove,
    /// A link gives less than this to anybody, whoever makes it.
    #[error("a link does not give this much")]
    AboveLink,
    /// The grant holds more than the actor.
    #[error("this gives more than you hold")]
    AboveGiver {
        /// What the actor lacks.
        lacks: PermissionSet,
    },
    /// The grant names a room or site that the actor does not hold.
    #[error("this gives a room that you do not hold")]
    RoomNotHeld,
    /// The dates cannot be; which rule says so, where it was said.
    #[error("the dates cannot be")]
    Dates(Option<DatesRule>),
    /// The plan does not have it.
    #[error("the plan does not include this")]
    PlanRequired,
    /// An invitation's giver may no longer give this.
    #[error("who invited may no longer give this")]
    GiverLostRight,
    /// Nobody becomes Owner without accepting.
    #[error("nobody becomes Owner without accepting")]
    NeedsAcceptance,
    /// The level is in use.
    #[error("the level is in use")]
    LevelInUse,
    /// The site has rooms or is the last one (RULES 6).
    #[error("the site has rooms or is the last one")]
    SiteInUse,
    /// The person is a member.
    #[error("this person is a member")]
    AlreadyMember {
        /// The membership, where the actor may know it.
        membership: Option<MembershipId>,
    },
    /// The person has an open request or invitation.
    #[error("there is an open request or invitation")]
    AlreadyOpen {
        /// The open membership, where the actor may know it.
        membership: Option<MembershipId>,
    },
    /// An invitation to this contact is open.
    #[error("an invitation to this contact is open")]
    AlreadyInvited {
        /// The open invitation.
        membership: MembershipId,
    },
    /// This contact's request waits for somebody who may decide it.
    #[error("this contact's request waits to be decided")]
    RequestWaiting {
        /// The open request.
        membership: MembershipId,
    },
    /// The link is for addresses in other mail domains than those that the person has verified.
    #[error("the link is for addresses in other mail domains")]
    OtherDomain {
        /// For which.
        domains: BTreeSet<MailDomain>,
    },
    /// The person's own last word was no.
    #[error("this person left or declined")]
    PersonLeft,
    /// The organisation knows no such account.
    #[error("the organisation knows no such account")]
    NoAccount,
    /// A rejected person waits before asking again.
    #[error("it is too soon to ask again")]
    TooSoon {
        /// First instant at which asking works.
        until: Moment,
    },
    /// No text message goes to phones of this country: whoever runs the server named others (SMS-1).
    #[error("no text message goes to this country")]
    NotTexted,
    /// A limit is reached; which one is not known where an earlier version said so.
    #[error("a limit is reached")]
    Limit(Option<Reached>),
    /// A field holds what it cannot hold.
    #[error("the field {field} cannot hold this")]
    Invalid {
        /// The field's name as it travels.
        field: String,
    },
    /// The organisation has members besides its Owners.
    #[error("there are members besides the Owners")]
    HasMembers,
    /// A community that it manages has no undated Owner of its own.
    #[error("it manages a community without an Owner")]
    ManagesOwnerless,
    /// An Owner must remain.
    #[error("an Owner must remain")]
    LastOwner,
    /// The word of a newer version, read by one that does not know it; no rule of this version says it.
    #[error("this version does not know the reason")]
    Unknown,
}

/// Which rule dates break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum DatesRule {
    /// Whoever gives has an end, and this goes beyond it.
    #[serde(rename = "R-26")]
    BeyondGiver,
    /// An end in the past, or before the start.
    #[serde(rename = "R-30")]
    Over,
}

impl DatesRule {
    /// Its id, as a list of one.
    pub const fn id(self) -> &'static [&'static str] {
        match self {
            Self::BeyondGiver => &["R-26"],
            Self::Over => &["R-30"],
        }
    }
}

/// Which limit is reached (RAT-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    /// What one contact gets from one organisation in a day.
    Contact,
    /// What one contact gets from all organisations in a day.
    Everywhere,
    /// What one organisation sends in a day.
    Organisation,
    /// This contact gets none from here, today or later.
    Stopped,
    /// What one may keep for oneself.
    Kept,
}

impl Reached {
    /// Every limit, for the completeness of messages.
    pub const ALL: [Self; 5] = [
        Self::Contact,
        Self::Everywhere,
        Self::Organisation,
        Self::Stopped,
        Self::Kept,
    ];

    /// The stable key, as messages select on it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Everywhere => "everywhere",
            Self::Organisation => "organisation",
            Self::Stopped => "stopped",
            Self::Kept => "kept",
        }
    }
}

impl From<DatesRule> for Refusal {
    fn from(rule: DatesRule) -> Self {
        Self::Dates(Some(rule))
    }
}

impl Refusal {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::NoAccess => "no_access",
            Self::Forbidden { .. } => "forbidden",
            Self::SignInAgain => "sign_in_again",
            Self::ExternalSignIn => "external_sign_in",
            Self::Own => "self",
            Self::AddressMismatch { .. } => "address_mismatch",
            Self::WrongStatus { .. } => "wrong_status",
            Self::Expired => "expired",
            Self::UsedUp => "used_up",
            Self::NotAccepting => "not_accepting",
            Self::OfferVoid => "offer_void",
            Self::NotAccepted => "not_accepted",
            Self::OneStep => "one_step",
            Self::ChangedMeanwhile { .. } => "changed_meanwhile",
            Self::TargetAbove => "target_above",
            Self::AboveLink => "above_link",
            Self::AboveGiver { .. } => "above_giver",
            Self::RoomNotHeld => "room_not_held",
            Self::Dates(_) => "dates",
            Self::PlanRequired => "plan_required",
            Self::GiverLostRight => "giver_lost_right",
            Self::NeedsAcceptance => "needs_acceptance",
            Self::LevelInUse => "level_in_use",
            Self::SiteInUse => "site_in_use",
            Self::AlreadyMember { .. } => "already_member",
            Self::AlreadyOpen { .. } => "already_open",
            Self::AlreadyInvited { .. } => "already_invited",
            Self::RequestWaiting { .. } => "request_waiting",
            Self::OtherDomain { .. } => "other_domain",
            Self::PersonLeft => "person_left",
            Self::NoAccount => "no_account",
            Self::TooSoon { .. } => "too_soon",
            Self::NotTexted => "not_texted",
            Self::Limit(_) => "limit",
            Self::Invalid { .. } => "invalid",
            Self::HasMembers => "has_members",
            Self::ManagesOwnerless => "manages_ownerless",
            Self::LastOwner => "last_owner",
            Self::Unknown => "unknown",
        }
    }

    /// Every code, for the completeness of messages.
    pub const CODES: [&'static str; 40] = [
        "not_found",
        "no_access",
        "forbidden",
        "sign_in_again",
        "external_sign_in",
        "self",
        "address_mismatch",
        "wrong_status",
        "expired",
        "used_up",
        "not_accepting",
        "offer_void",
        "not_accepted",
        "one_step",
        "changed_meanwhile",
        "target_above",
        "above_link",
        "above_giver",
        "room_not_held",
        "dates",
        "plan_required",
        "giver_lost_right",
        "needs_acceptance",
        "level_in_use",
        "site_in_use",
        "already_member",
        "already_open",
        "already_invited",
        "request_waiting",
        "other_domain",
        "person_left",
        "no_account",
        "too_soon",
        "not_texted",
        "limit",
        "invalid",
        "has_members",
        "manages_ownerless",
        "last_owner",
        "unknown",
    ];

    /// The rules that it is the word of, the first one first; none where a request was not whole, or a limit is reached.
    pub fn rules(&self) -> &'static [&'static str] {
        if let Self::Dates(Some(rule)) = self {
            rule.id()
        } else {
            Self::rules_of(self.code())
        }
    }

    /// The rules that refusals with a code are the word of.
    pub fn rules_of(code: &str) -> &'static [&'static str] {
        match code {
            "not_found" | "no_access" => &["R-1"],
            "forbidden" => &["R-1", "R-41"],
            "sign_in_again" => &["R-24", "R-60"],
            "external_sign_in" => &["R-33"],
            "self" => &["R-22"],
            "address_mismatch" => &["R-51"],
            "wrong_status" => &["R-1", "R-13"],
            "expired" => &["R-10", "R-50"],
            "above_link" | "used_up" | "other_domain" => &["R-52"],
            "not_accepting" => &["R-45"],
            "offer_void" => &["R-24", "R-40"],
            "not_accepted" | "one_step" => &["R-40"],
            "has_members" => &["R-62"],
            "manages_ownerless" => &["R-44"],
            "target_above" => &["R-21"],
            "above_giver" => &["R-20", "R-23"],
            "room_not_held" => &["R-20", "R-36"],
            "dates" => &["R-26", "R-30"],
            "plan_required" => &["R-32"],
            "giver_lost_right" => &["R-27"],
            "needs_acceptance" => &["R-24"],
            "level_in_use" => &["R-28"],
            "site_in_use" => &["R-29"],
            "already_member" => &["R-3", "R-5"],
            "already_open" => &["R-3"],
            "already_invited" => &["R-4"],
            "request_waiting" => &["R-6"],
            "person_left" => &["R-9"],
            "no_account" => &["R-7"],
            "too_soon" => &["R-11"],
            "not_texted" => &["R-50"],
            "last_owner" => &["R-25"],
            _ => &[],
        }
    }
}
