//! Who is told of a fact, and what about (RULES 7). Each notice goes out once per event and recipient.

use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::event::Event;
use crate::level::LevelRef;
use crate::membership::Membership;
use crate::refusal::Refusal;
use crate::told::{Who, told, told_apart};
use crate::world::World;
use crate::{
    Contact, DeliveryState, LevelId, LinkId, MembershipId, Moment, OrganisationId, Permission,
    PersonId,
};

/// Milliseconds from midnight, in UTC, to the time of digests.
const MORNING: i64 = 5 * 60 * 60 * 1000;

/// Who is told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "are", rename_all = "snake_case")]
pub enum Recipients {
    /// Somebody who may have no account.
    Contact {
        /// Where.
        contact: Contact,
    },
    /// One person.
    Person {
        /// Who.
        person: PersonId,
    },
    /// Every Owner in force of an organisation, but not who did it.
    Owners {
        /// Which organisation.
        of: OrganisationId,
    },
    /// Everybody with this permission in force here, but not who did it.
    Holders {
        /// Which permission.
        permission: Permission,
    },
}

/// What somebody is told about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// You are invited; carries the link.
    Invitation,
    /// Somebody asks to join.
    Request,
    /// Your request was approved.
    Approved,
    /// Your request was declined.
    Declined,
    /// A request was decided by somebody else.
    Decided,
    /// Your invitation was accepted.
    Accepted,
    /// Your invitation was declined.
    InvitationDeclined,
    /// Somebody could not accept, because who invited may no longer give that.
    GiverLostRight,
    /// Somebody could not join by a link, because who made it may no longer give that.
    LinkLostRight,
    /// Your invitation was refused by the recipient's side for good.
    Bounced,
    /// Your invitation could not be sent.
    Failed,
    /// You are a member now.
    Added,
    /// What you may do has changed.
    GrantChanged,
    /// Your membership is paused.
    Suspended,
    /// Your membership goes on.
    Resumed,
    /// Your membership has ended.
    Ended,
    /// Your membership has a new term.
    Renewed,
    /// Ownership is offered to you.
    OwnershipOffered,
    /// Ownership is offered to somebody.
    OwnershipOfferMade,
    /// Somebody is Owner now.
    OwnershipAccepted,
    /// An offer of ownership was taken back.
    OwnershipWithdrawn,
    /// An organisation is asked to manage another one.
    ManagementProposed,
    /// An organisation manages another one.
    ManagementAccepted,
    /// Management, or a proposal of it, was ended.
    ManagementEnded,
    /// The account of the last Owner closes at the end of a grace period.
    AccountClosing,
    /// A member deleted their account.
    AccountDeleted,
    /// The organisation was deleted, and your membership with it.
    OrganisationDeleted,
}

impl NoticeKind {
    /// Every kind.
    pub const ALL: [Self; 27] = [
        Self::Invitation,
        Self::Request,
        Self::Approved,
        Self::Declined,
        Self::Decided,
        Self::Accepted,
        Self::InvitationDeclined,
        Self::GiverLostRight,
        Self::LinkLostRight,
        Self::Bounced,
        Self::Failed,
        Self::Added,
        Self::GrantChanged,
        Self::Suspended,
        Self::Resumed,
        Self::Ended,
        Self::Renewed,
        Self::OwnershipOffered,
        Self::OwnershipOfferMade,
        Self::OwnershipAccepted,
        Self::OwnershipWithdrawn,
        Self::ManagementProposed,
        Self::ManagementAccepted,
        Self::ManagementEnded,
        Self::AccountClosing,
        Self::AccountDeleted,
        Self::OrganisationDeleted,
    ];

    /// The stable key, such as `grant_changed`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Request => "request",
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Decided => "decided",
            Self::Accepted => "accepted",
            Self::InvitationDeclined => "invitation_declined",
            Self::GiverLostRight => "giver_lost_right",
            Self::LinkLostRight => "link_lost_right",
            Self::Bounced => "bounced",
            Self::Failed => "failed",
            Self::Added => "added",
            Self::GrantChanged => "grant_changed",
            Self::Suspended => "suspended",
            Self::Resumed => "resumed",
            Self::Ended => "ended",
            Self::Renewed => "renewed",
            Self::OwnershipOffered => "ownership_offered",
            Self::OwnershipOfferMade => "ownership_offer_made",
            Self::OwnershipAccepted => "ownership_accepted",
            Self::OwnershipWithdrawn => "ownership_withdrawn",
            Self::ManagementProposed => "management_proposed",
            Self::ManagementAccepted => "management_accepted",
            Self::ManagementEnded => "management_ended",
            Self::AccountClosing => "account_closing",
            Self::AccountDeleted => "account_deleted",
            Self::OrganisationDeleted => "organisation_deleted",
        }
    }
}

impl NoticeKind {
    /// Whether a letter about it may wait for the next digest, where the person wants one: it is about somebody else, and
    /// stands in the app until somebody takes care of it.
    pub const fn may_wait(self) -> bool {
        matches!(
            self,
            Self::Request
                | Self::Decided
                | Self::Accepted
                | Self::InvitationDeclined
                | Self::GiverLostRight
                | Self::LinkLostRight
                | Self::Bounced
                | Self::Failed
        )
    }
}

/// How somebody wants letters that may wait; nobody can do without them (RULES 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letters {
    /// Each at once.
    #[default]
    AtOnce,
    /// Together, once a day.
    Daily,
}

impl Letters {
    /// The stable key, such as `at_once`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Daily => "daily",
        }
    }

    /// The choice with this key.
    pub fn of(key: &str) -> Option<Self> {
        [Self::AtOnce, Self::Daily]
            .into_iter()
            .find(|it| it.key() == key)
    }

    /// The instant of the next digest after `now`: in the morning, wherever the product is at home.
    pub fn next_digest(now: Moment) -> Moment {
        let today = now.day().begins().plus_millis(MORNING);
        if now < today {
            today
        } else {
            today.plus_days(1)
        }
    }
}

/// One thing to tell to some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// To whom.
    pub to: Recipients,
    /// What about.
    pub kind: NoticeKind,
    /// About which membership or link.
    pub about: About,
}

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A membership, request or invitation.
    Membership(MembershipId),
    /// A share link or QR code.
    Link(LinkId),
    /// An organisation as a whole.
    Organisation(OrganisationId),
}

/// Who is told of a fact at `now`; ask after it was evolved into the world.
pub fn notices(world: &World, event: &Event, now: Moment) -> Vec<Notice> {
    if let Event::LevelChanged { before, after } = event {
        return if before.permissions == after.permissions {
            Vec::new()
        } else {
            told_of_level(world, after.id)
        };
    }
    if let Some(apart) = told_apart(world, event, now) {
        return apart;
    }
    let Some((membership, told)) = told(event) else {
        return Vec::new();
    };
    let row = world.membership(membership);
    let person = row
        .and_then(|it| it.person)
        .map(|person| Recipients::Person { person });
    let giver = row
        .and_then(|it| it.invitation.as_ref())
        .and_then(|sent| sent.giver.author.person());
    let contact = world.contacts_of(membership).first().cloned();
    let to = |who: Who| match who {
        Who::Person => person.clone(),
        Who::Giver => giver.map(|person| Recipients::Person { person }),
        Who::Contact => contact
            .clone()
            .map(|contact| Recipients::Contact { contact }),
        Who::Deciders => Some(Recipients::Holders {
            permission: Permission::RequestsDecide,
        }),
        // the preset Owner alone has it.
        Who::Owners => Some(Recipients::Holders {
            permission: Permission::OrganisationDelete,
        }),
    };
    told.iter()
        .filter_map(|(who, kind)| {
            to(*who).map(|to| Notice {
                to,
                kind: *kind,
                about: About::Membership(membership),
            })
        })
        .collect()
}

/// editing a level is editing everybody who has it, so each of them hears of it.
fn told_of_level(world: &World, level: LevelId) -> Vec<Notice> {
    let at_level = |it: &Membership| {
        it.status.is_approved()
            && it
                .grant
                .as_ref()
                .is_some_and(|grant| grant.level == LevelRef::Own(level))
    };
    let members = world.memberships.values().filter(|it| at_level(it));
    members
        .filter_map(|it| {
            Some(Notice {
                to: Recipients::Person { person: it.person? },
                kind: NoticeKind::GrantChanged,
                about: About::Membership(it.id),
            })
        })
        .collect()
}

/// Who is told that a command was refused: the invitation or link stays open, and somebody should make it anew.
pub fn notices_of_refusal(command: &Command, refusal: &Refusal) -> Vec<Notice> {
    let (kind, about) = match (command, refusal) {
        (Command::AcceptInvitation(accept), Refusal::GiverLostRight) => (
            NoticeKind::GiverLostRight,
            About::Membership(accept.membership),
        ),
        (Command::JoinByLink(join), Refusal::GiverLostRight) => {
            (NoticeKind::LinkLostRight, About::Link(join.link))
        }
        _ => return Vec::new(),
    };
    vec![Notice {
        to: Recipients::Holders {
            permission: Permission::InvitationsManage,
        },
        kind,
        about,
    }]
}

/// Who is told where an invitation's letter came to stand: who answers for it, when it reaches nobody.
pub fn notices_of_delivery(invitation: &Membership, state: DeliveryState) -> Vec<Notice> {
    let kind = match state {
        DeliveryState::Bounced => NoticeKind::Bounced,
        DeliveryState::Failed => NoticeKind::Failed,
        DeliveryState::Queued
        | DeliveryState::Sent
        | DeliveryState::Delivered
        | DeliveryState::Opened
        | DeliveryState::NotSent => return Vec::new(),
    };
    let sent = invitation.invitation.as_ref();
    let giver = sent.filter(|_| invitation.is_open_invitation());
    let giver = giver.and_then(|sent| sent.giver.author.person());
    let notice = |person| Notice {
        to: Recipients::Person { person },
        kind,
        about: About::Membership(invitation.id),
    };
    giver.map(notice).into_iter().collect()
}
