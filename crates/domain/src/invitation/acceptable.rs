//! When an invitation can still be accepted, and what accepting leads to.

use crate::actor::{Account, Author};
use crate::case::{Case, Fact, Stop};
use crate::entitlement::Entitlement;
use crate::event::Event;
use crate::membership::Membership;
use crate::organisation::{SignIn, Standing};
use crate::permission::Permission;
use crate::record::Held;
use crate::refusal::{DatesRule, Refusal};
use crate::{Contact, Grant, MembershipId, Moment, PersonId};

impl Case<'_> {
    /// Asks at once for what approving this person asks for in the end: fewer rounds of questions.
    pub(crate) fn ask_about(&self, account: &Account) {
        // Only the questions matter here; whoever needs an answer asks again.
        drop(self.of_person(account.person));
        for contact in &account.contacts {
            drop(self.by_contact(contact));
        }
    }

    /// an organisation that takes only external sign-in has no use for invitations.
    pub(crate) fn takes_invitations(&self) -> Result<(), Stop> {
        let organisation = self.organisation()?;
        if organisation.standing != Standing::Active {
            return Err(Refusal::NotFound.into());
        }
        match organisation.sign_in {
            SignIn::Any => Ok(()),
            SignIn::ExternalOnly => Err(Refusal::ExternalSignIn.into()),
        }
    }

    /// Whether an open invitation can be accepted by this person now.
    pub(crate) fn is_acceptable(
        &self,
        invitation: &Held<Membership>,
        account: &Account,
    ) -> Result<(), Stop> {
        self.takes_invitations()?;
        let (Some(sent), Some(grant)) = (&invitation.invitation, &invitation.grant) else {
            return Err(Refusal::Expired.into());
        };
        if sent.giver.author.person() == Some(account.person) {
            return Err(Refusal::Own.into());
        }
        if invitation.is_expired_invitation(self.now)
            || self.door_closed_since(account, sent.giver.at)?
        {
            return Err(Refusal::Expired.into());
        }
        if grant.ends_at.is_some_and(|end| self.now.is_past(end)) {
            return Err(Refusal::from(DatesRule::Over).into());
        }
        self.giver_still_may(&sent.giver.author, grant)
    }

    /// whether who answers for it could still give exactly this.
    pub(crate) fn giver_still_may(&self, giver: &Author, grant: &Grant) -> Result<(), Stop> {
        let Author::Person { id, .. } = giver else {
            return Ok(());
        };
        let rights = self.rights_with(*id, Permission::InvitationsManage)?;
        let entitled = rights.filter(|rights| rights.has(Permission::InvitationsManage));
        let Some(rights) = entitled else {
            return Err(Refusal::GiverLostRight.into());
        };
        match self.may_offer(
            &Entitlement {
                rights: Some(rights),
                from_manager: false,
            },
            grant,
        ) {
            Err(Stop::Refused(_)) => Err(Refusal::GiverLostRight.into()),
            verdict => verdict,
        }
    }

    /// whether the organisation closed its door on this person after `since`, or they left while suspended.
    pub(crate) fn door_closed_since(&self, account: &Account, since: Moment) -> Result<bool, Stop> {
        Ok(self.door_closed_at(account)?.is_some_and(|at| at > since))
    }

    /// when the door was closed on this person, unless the organisation has approved them again since.
    pub(crate) fn door_closed_at(&self, account: &Account) -> Result<Option<Moment>, Stop> {
        let rows = self.of_person(account.person).or_stop()?;
        // A row that ended was approved before, and never while another was open: the newest word tells.
        let newest = rows
            .iter()
            .filter(|row| row.status.was_approved() || row.status.closes_the_door())
            .filter_map(|row| Some((row.decided.as_ref()?.at, row.status.closes_the_door())))
            .max();
        Ok(newest.and_then(|(at, closed)| closed.then_some(at)))
    }

    /// The facts of an accepted invitation.
    pub(crate) fn accepted(
        &self,
        invitation: &Held<Membership>,
        account: &Account,
    ) -> Result<Vec<Event>, Stop> {
        let mut events = vec![Event::InvitationAccepted {
            membership: invitation.id,
            person: account.person,
            name: account.name.clone(),
            contacts: account.contacts.clone(),
        }];
        events.extend(self.superseded_by(
            invitation.id,
            Some(account.person),
            &account.contacts,
        )?);
        Ok(events)
    }

    /// whatever approves a person cancels their other open requests and invitations here.
    pub(crate) fn superseded_by(
        &self,
        approved: MembershipId,
        person: Option<PersonId>,
        contacts: &[Contact],
    ) -> Result<Vec<Event>, Stop> {
        let mut others = std::collections::BTreeSet::new();
        if let Some(person) = person {
            let rows = self.of_person(person).or_stop()?.into_iter();
            others.extend(
                rows.filter(|it| it.status.is_live() && !it.status.is_approved())
                    .map(|it| it.id),
            );
        }
        for contact in contacts {
            if let Fact::Known(rows) = self.by_contact(contact) {
                others.extend(
                    rows.into_iter()
                        .filter(|it| it.is_open_invitation())
                        .map(|it| it.id),
                );
            }
        }
        others.remove(&approved);
        Ok(others
            .into_iter()
            .map(|membership| Event::Superseded {
                membership,
                by: approved,
            })
            .collect())
    }
}
