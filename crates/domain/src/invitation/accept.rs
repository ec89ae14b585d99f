//! Accepting an addressed invitation: only who has verified exactly that contact (R-27, R-51, INV-3).

use serde::{Deserialize, Serialize};

use crate::MembershipId;
use crate::actor::{Account, Author};
use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::membership::Membership;
use crate::record::Held;
use crate::refusal::Refusal;

/// The invited person accepts. Nothing in the command can change contact, organisation or grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct AcceptInvitation {
    /// Which.
    pub membership: MembershipId,
}

impl AcceptInvitation {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        case.actor
            .account()
            .inspect(|account| case.ask_about(account));
        let (invitation, account) = case.invitation_to_answer(self.membership)?;
        if invitation.status.is_approved() && invitation.person == Some(account.person) {
            return Err(Stop::Unchanged);
        }
        if !account.standing.has_rights(case.now) {
            return Err(Refusal::Forbidden { needs: None }.into());
        }
        case.takes_invitations()?;
        let answers_for_it =
            |sent: &crate::Sent| sent.giver.author.person() == Some(account.person);
        if invitation.invitation.as_ref().is_some_and(answers_for_it) {
            return Err(Refusal::Own.into());
        }
        stands(invitation, invitation.is_open_invitation())?;
        case.is_acceptable(invitation, account)?;
        let rows = case.of_person(account.person).or_stop()?;
        if let Some(row) = rows.into_iter().find(|row| row.status.is_approved()) {
            return Err(Refusal::AlreadyMember {
                membership: Some(row.id),
            }
            .into());
        }
        case.accepted(invitation, account)
    }
}

impl<'a> Case<'a> {
    /// The invitation an invited person answers, and their account; a person without its contact may not.
    pub(crate) fn invitation_to_answer(
        &self,
        id: MembershipId,
    ) -> Result<(&'a Held<Membership>, &'a Account), Stop> {
        let account = self
            .actor
            .account()
            .ok_or(Refusal::Forbidden { needs: None })?;
        let contacts = self.contacts(id);
        let invitation = self.target(id)?;
        if invitation.invitation.is_none() {
            return Err(Refusal::NotFound.into());
        }
        if invitation.person == Some(account.person) {
            return Ok((invitation, account));
        }
        let contacts = contacts.or_stop()?;
        if contacts
            .iter()
            .any(|contact| account.contacts.contains(contact))
        {
            return Ok((invitation, account));
        }
        if !invitation.is_open_invitation() {
            // A row that nobody can accept any more says nothing about whose it was.
            return Err(Refusal::NotFound.into());
        }
        let masked = contacts
            .first()
            .map(crate::Contact::masked)
            .unwrap_or_default();
        Err(Refusal::AddressMismatch { masked }.into())
    }

    /// Whether the actor is the system acting on its own.
    pub(crate) fn is_system(&self) -> bool {
        self.actor.author() == Author::System
    }
}
