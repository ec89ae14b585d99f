//! Inviting somebody by an address (R-4, R-6, R-20, R-50, R-55, ACT-2, ACT-3).

use serde::{Deserialize, Serialize};

use crate::actor::Signed;
use crate::case::{Case, Fact, Stop};
use crate::decide::signed_here;
use crate::entitlement::Entitlement;
use crate::event::Event;
use crate::membership::{Locale, Membership, Sent, Side, Status};
use crate::permission::Permission;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::rights::Rights;
use crate::{Contact, Grant, Lookup, MembershipId, Moment, Name, Note, StaffId};

/// The organisation invites somebody by an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct InvitePerson {
    /// The id of the row that comes of it.
    pub membership: MembershipId,
    /// Where the letter goes; only who has verified it can accept.
    pub contact: Contact,
    /// What the person will have.
    pub grant: Grant,
    /// What the inviter calls the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// The position in the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Name>,
    /// The staff record that gets a login by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// The language of the letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// What the inviter adds to the letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Note>,
}

impl InvitePerson {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        case.will_ask(Lookup::ByContact(self.contact.clone()));
        case.will_ask(Lookup::SentTo(self.contact.clone()));
        let inviter = case.entitled(Permission::InvitationsManage)?;
        case.takes_invitations()?;
        let grant = self.grant.clone().saved();
        case.may_offer(&inviter, &grant)?;
        if case
            .membership(self.membership)
            .known_and(|it| it.is_some())
        {
            return Err(Refusal::Invalid {
                field: "membership".into(),
            }
            .into());
        }
        let outdated = self
            .staff
            .map_or(Ok(None), |staff| case.may_be_invited_for(staff))?;
        let Fact::Known(known) = case.by_contact(&self.contact) else {
            return Ok(vec![self.invited(case, grant)]);
        };
        if let Some(row) = known.iter().find(|it| it.status.is_approved()) {
            let is_there = case.is_there_for(&inviter, row)?;
            return Err(Refusal::AlreadyMember {
                membership: is_there.then_some(row.id),
            }
            .into());
        }
        if let Some(request) = known.iter().find(|it| it.is_open_request()) {
            return self.meet(case, &inviter, request, grant);
        }
        let mut events = self.in_place_of(case, &known, outdated)?;
        case.within_limits(&self.contact)?;
        events.push(self.invited(case, grant));
        Ok(events)
    }

    /// an invitation whose term has passed gives way to the new one.
    fn in_place_of(
        &self,
        case: &Case<'_>,
        known: &[&Held<Membership>],
        outdated: Option<&Held<Membership>>,
    ) -> Result<Vec<Event>, Stop> {
        let open = known.iter().copied().filter(|it| it.is_open_invitation());
        let tied = outdated.filter(|row| known.iter().all(|it| it.id != row.id));
        open.chain(tied)
            .map(|row| {
                if row.is_expired_invitation(case.now) {
                    Ok(Event::Superseded {
                        membership: row.id,
                        by: self.membership,
                    })
                } else {
                    Err(Refusal::AlreadyInvited { membership: row.id }.into())
                }
            })
            .collect()
    }

    /// inviting somebody who has asked counts as approving them, by who may decide.
    fn meet(
        &self,
        case: &Case<'_>,
        inviter: &Entitlement,
        request: &Held<Membership>,
        grant: Grant,
    ) -> Result<Vec<Event>, Stop> {
        case.not_own(request)?;
        if grant.is_owner() {
            return Err(Refusal::NeedsAcceptance.into());
        }
        let membership = request.id;
        let decides = |rights: &Rights| rights.has(Permission::RequestsDecide);
        if !inviter.rights.as_ref().is_none_or(decides) {
            return Err(Refusal::RequestWaiting { membership }.into());
        }
        let mut events = vec![Event::RequestApproved { membership, grant }];
        events.extend(
            self.staff
                .map(|staff| Event::StaffTied { membership, staff }),
        );
        let contacts = case.contacts(membership).or_stop()?;
        events.extend(case.superseded_by(membership, request.person, contacts)?);
        Ok(events)
    }

    fn invited(&self, case: &Case<'_>, grant: Grant) -> Event {
        let by = signed_here(case.world, case.actor, case.now);
        let membership = Membership {
            id: self.membership,
            person: None,
            name: self.name.clone(),
            position: self.position.clone(),
            staff: self.staff,
            status: Status::Initiated {
                by: Side::Organisation,
            },
            grant: Some(grant),
            suspended: false,
            visible: false,
            begun: by.clone(),
            invitation: Some(self.sent(case, by)),
            asked: None,
            decided: None,
            reason: None,
            offer: None,
            approved_at: None,
            end_set_at: None,
        };
        Event::PersonInvited {
            membership: Box::new(membership),
            contact: self.contact.clone(),
        }
    }

    fn sent(&self, case: &Case<'_>, giver: Signed) -> Sent {
        Sent {
            giver,
            expires_at: case.term_from_now(),
            generation: 1,
            sent_at: Some(case.now),
            locale: self.locale,
            message: self.message.clone(),
        }
    }
}

impl Case<'_> {
    /// the days of a term: the organisation's setting under the operator's maximum.
    pub(crate) fn term_days(&self) -> u32 {
        let longest = self
            .organisation()
            .map_or(crate::LONGEST_TERM_DAYS, |it| it.longest_term_days);
        match self.settings() {
            Fact::Known(settings) => settings.term_days.min(longest),
            Fact::Unknown => crate::Settings::default().term_days.min(longest),
        }
    }

    /// the end of a term that begins now.
    pub(crate) fn term_from_now(&self) -> Moment {
        self.now.plus_days(self.term_days())
    }

    /// SMS-1: a phone is written to only where whoever runs the server lets messages go. RAT-2: nobody is flooded.
    pub(crate) fn within_limits(&self, contact: &Contact) -> Result<(), Stop> {
        if self.is_out_of_reach(contact).known_and(|it| it) {
            return Err(Refusal::NotTexted.into());
        }
        match self.limit_reached(contact) {
            Fact::Known(Some(reached)) => Err(Refusal::Limit(Some(reached)).into()),
            Fact::Known(None) | Fact::Unknown => Ok(()),
        }
    }
}
