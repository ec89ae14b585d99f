//! Accepting ownership: the only way to it besides an addressed invitation.

use serde::{Deserialize, Serialize};

use super::OwnershipOffer;
use crate::actor::Author;
use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::level::Preset;
use crate::membership::Membership;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::{Grant, MembershipId, PersonId};

/// The member to whom ownership is offered accepts it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AcceptOwnership {
    /// Whose membership: the member's own.
    pub membership: MembershipId,
}

impl AcceptOwnership {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let account = case
            .actor
            .account()
            .ok_or(Refusal::Forbidden { needs: None })?;
        let member = case.target(self.membership)?;
        if member.person != Some(account.person)
            || case.organisation()?.standing != crate::Standing::Active
        {
            return Err(Refusal::NotFound.into());
        }
        case.actor.has_proved_who_they_are()?;
        stands(
            member,
            member.is_in_force(case.now) && account.standing.has_rights(case.now),
        )?;
        let Some(before) = member.grant.clone().filter(|grant| !grant.is_owner()) else {
            return Err(Stop::Unchanged);
        };
        let offer = member.offer.as_ref().ok_or(Refusal::OfferVoid)?;
        case.offer_stands(offer)?;
        let mut events = vec![Event::OwnershipAccepted {
            membership: member.id,
            before,
            after: Grant::of(Preset::Owner),
        }];
        if offer.step_down {
            let stepped = case.stepping_down(offer)?;
            if !account.standing.stays() {
                case.an_owner_remains(stepped.0.id, Some(&stepped.1))?;
            }
            events.extend(stepped_down(stepped.0, &stepped.1));
        }
        Ok(events)
    }
}

fn stepped_down(before: &Membership, after: &Membership) -> Option<Event> {
    Some(Event::GrantChanged {
        membership: before.id,
        before: before.grant.clone()?,
        after: after.grant.clone()?,
        note: None,
    })
}

impl<'a> Case<'a> {
    /// an offer is void past its term, and when who offered it is no longer Owner.
    fn offer_stands(&self, offer: &OwnershipOffer) -> Result<(), Stop> {
        let is_owner = match &offer.by.author {
            Author::Person { id, .. } => self
                .rights(*id)?
                .or_stop()?
                .is_some_and(|rights| rights.owner && rights.until.is_none()),
            Author::Operator => true,
            Author::System => false,
        };
        if is_owner && !offer.is_past(self.now) {
            Ok(())
        } else {
            Err(Refusal::OfferVoid.into())
        }
    }

    /// The membership of who steps down, as it is and as it will be.
    fn stepping_down(
        &self,
        offer: &OwnershipOffer,
    ) -> Result<(&'a Held<Membership>, Membership), Stop> {
        let person = offer.by.author.person().ok_or(Refusal::OfferVoid)?;
        let row = self.owner_row(person)?;
        let grant = row.grant.clone().map(|grant| Grant {
            level: Preset::Administrator.into(),
            ..grant
        });
        let later = Membership {
            grant,
            ..row.value.clone()
        };
        Ok((row, later))
    }

    /// The membership of an Owner of this organisation's own.
    pub(super) fn owner_row(&self, person: PersonId) -> Result<&'a Held<Membership>, Stop> {
        let owns = |row: &&Held<Membership>| {
            row.status.is_approved() && row.grant.as_ref().is_some_and(Grant::is_owner)
        };
        let rows = self.of_person(person).or_stop()?;
        Ok(rows.into_iter().find(owns).ok_or(Refusal::OfferVoid)?)
    }
}
