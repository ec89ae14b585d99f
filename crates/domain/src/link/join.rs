//! Joining by a link: at once, or as a request where the link or the past asks for approval.

use serde::{Deserialize, Serialize};

use crate::actor::{Account, AccountStanding};
use crate::case::{Case, Stop};
use crate::decide::signed;
use crate::event::Event;
use crate::link::Link;
use crate::membership::{Asked, Locale, Membership, Status};
use crate::refusal::Refusal;
use crate::request::RequestToJoin;
use crate::{Grant, LinkId, MembershipId, Name, Note};

/// A signed-in person joins by a link they hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct JoinByLink {
    /// Which link.
    pub link: LinkId,
    /// The id of the row that comes of it.
    pub membership: MembershipId,
    /// The position the person says they have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Name>,
    /// What the person adds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// The language that the person asks in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
}

impl JoinByLink {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let account = case
            .actor
            .account()
            .ok_or(Refusal::Forbidden { needs: None })?;
        case.ask_about(account);
        let link = case.link(self.link)?;
        if account.standing != AccountStanding::Living {
            return Err(Refusal::Forbidden { needs: None }.into());
        }
        case.takes_invitations()?;
        if link.giver.author.person() == Some(account.person) {
            return Err(Refusal::Own.into());
        }
        if link.closed || case.now.is_past(link.expires_at) {
            return Err(Refusal::Expired.into());
        }
        let rows = case.of_person(account.person).or_stop()?;
        let first_time = !rows.iter().any(|row| {
            row.asked
                .as_ref()
                .is_some_and(|asked| asked.link == Some(link.id))
        });
        if first_time && link.uses >= link.max_uses {
            return Err(Refusal::UsedUp.into());
        }
        case.giver_still_may(&link.giver.author, &Grant::of(link.level))?;
        case.may_begin(self.membership, account)?;
        if !link.is_for(&account.contacts) {
            return Err(Refusal::OtherDomain {
                domains: link.domains.clone(),
            }
            .into());
        }
        if let Some(meeting) = case.meets_invitation(account)? {
            // The invitation lets them in, so the link is not used.
            return case.accepted(meeting, account);
        }
        case.waited_long_enough(account)?;
        let mut events = if link.needs_approval || case.door_closed_at(account)?.is_some() {
            vec![self.as_request().requested(case, account, Some(link.id))]
        } else {
            self.joined(case, link, account)?
        };
        if first_time {
            events.push(Event::LinkUsed { link: link.id });
        }
        Ok(events)
    }

    fn as_request(&self) -> RequestToJoin {
        RequestToJoin {
            membership: self.membership,
            position: self.position.clone(),
            note: self.note.clone(),
            answers: Vec::new(),
            locale: self.locale,
        }
    }

    fn joined(&self, case: &Case<'_>, link: &Link, account: &Account) -> Result<Vec<Event>, Stop> {
        let by = signed(case.actor, case.now);
        let asked = Asked {
            note: self.note.clone(),
            answers: Vec::new(),
            link: Some(link.id),
            waits_since: case.now,
            locale: self.locale,
        };
        let membership = Membership {
            id: self.membership,
            person: Some(account.person),
            name: Some(account.name.clone()),
            position: self.position.clone(),
            staff: None,
            status: Status::Approved,
            grant: Some(Grant::of(link.level)),
            suspended: false,
            visible: false,
            begun: by.clone(),
            invitation: None,
            asked: Some(asked),
            decided: Some(by),
            reason: None,
            offer: None,
            approved_at: Some(case.now),
            end_set_at: None,
        };
        let added = Event::MemberAdded {
            membership: Box::new(membership),
            contacts: account.contacts.clone(),
        };
        let mut events = vec![added];
        events.extend(case.superseded_by(
            self.membership,
            Some(account.person),
            &account.contacts,
        )?);
        Ok(events)
    }
}
