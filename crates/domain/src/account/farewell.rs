//! What follows in one organisation when an account closes or is gone, and when the organisation itself is (R-44, R-60,
//! Whoever keeps the time asks, as for reminders; no command brings these facts about.

use std::collections::BTreeSet;

use crate::actor::{Account, Actor};
use crate::case::{Case, Fact, Stop};
use crate::event::Event;
use crate::level::{LevelRef, Preset};
use crate::membership::{Membership, Side, Status};
use crate::organisation::{Organisation, Standing};
use crate::ownership::OwnershipOffer;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::world::World;
use crate::{Grant, Lookup, Moment, PersonId, Signed};

/// The answer to what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Farewell {
    /// These facts.
    Facts(Vec<Event>),
    /// Questions must be answered first.
    Asks(BTreeSet<Lookup>),
}

/// What follows here when a person's account is about to close at an instant.
pub fn closing(world: &World, account: &Account, at: Moment, now: Moment) -> Farewell {
    judged(world, now, |case| {
        case.ask_of_leaving(account);
        case.closes(account, at)
    })
}

/// What follows here when a person's account is gone: their memberships end, and where they were the last Owner, the
/// organisation lives on with an Owner whose end date is lifted, or is deleted.
pub fn farewell(world: &World, account: &Account, now: Moment) -> Farewell {
    judged(world, now, |case| {
        case.ask_of_leaving(account);
        let is_last = case.is_needed(account.person)?.or_stop()?;
        let succession = if is_last {
            case.without_its_last_owner(Some(account.person))?
        } else {
            Vec::new()
        };
        let left = case.leaves(account)?;
        Ok(left.into_iter().chain(succession).collect())
    })
}

/// What follows here when the organisation that managed this one was deleted.
pub fn orphaned(world: &World, now: Moment) -> Farewell {
    judged(world, now, |case| {
        let organisation = case.organisation()?;
        let Some(manager) = organisation.managed_by else {
            return Ok(Vec::new());
        };
        if organisation.standing == Standing::Deleted {
            return Ok(Vec::new());
        }
        // Whoever asks may be mistaken; a manager that is not known to be deleted goes on managing.
        let deleted =
            |it: Option<&Organisation>| it.is_some_and(|it| it.standing == Standing::Deleted);
        if !case.nearby(manager).known_and(deleted) {
            return Ok(Vec::new());
        }
        let accepted = true;
        let independent = Event::ManagementEnded { manager, accepted };
        let rest = case.without_its_last_owner(None)?;
        Ok(std::iter::once(independent).chain(rest).collect())
    })
}

/// What becomes of a row of an organisation that was deleted; none where it is closed already.
pub fn after_deletion(row: &Membership) -> Option<Event> {
    let membership = row.id;
    match row.status {
        Status::Approved => Some(Event::MembershipEnded {
            membership,
            by: Side::System,
        }),
        Status::Initiated { .. } => Some(Event::Withdrawn { membership }),
        Status::Rejected { .. }
        | Status::Cancelled { .. }
        | Status::Ended { .. }
        | Status::Expired { .. } => None,
    }
}

fn judged(
    world: &World,
    now: Moment,
    judge: impl Fn(&Case<'_>) -> Result<Vec<Event>, Stop>,
) -> Farewell {
    let actor = Actor::System;
    let case = Case::new(world, &actor, now);
    let found = judge(&case);
    let questions = case.open_questions();
    match found {
        _ if !questions.is_empty() => Farewell::Asks(questions),
        Ok(events) => Farewell::Facts(events),
        Err(Stop::Refused(_) | Stop::Unchanged | Stop::Unknown) => Farewell::Facts(Vec::new()),
    }
}

impl<'a> Case<'a> {
    /// Asks at once for what leaving asks for in the end: fewer rounds of questions.
    pub(super) fn ask_of_leaving(&self, account: &Account) {
        self.ask_about(account);
        // Only the questions matter here; whoever needs an answer asks again.
        drop((self.owners(), self.administrators()));
    }

    /// whether the organisation needs a person as its last Owner. A managed one has those who act.
    pub(super) fn is_needed(&self, person: PersonId) -> Result<Fact<bool>, Stop> {
        let organisation = self.organisation()?;
        if organisation.standing == Standing::Deleted || organisation.managed_by.is_some() {
            return Ok(Fact::Known(false));
        }
        let before = self.owners_and(person);
        let later = self.owners_without(Some(person));
        Ok(match (before, later) {
            (Fact::Known(before), Fact::Known(later)) => Fact::Known(later.is_less_than(before)),
            (Fact::Known(_) | Fact::Unknown, _) => Fact::Unknown,
        })
    }

    /// The end of the organisation's grace period, were it to begin now.
    pub(super) fn end_of_grace(&self) -> Result<Moment, Stop> {
        let settings = self.settings().or_stop()?;
        Ok(self.now.plus_days(settings.grace_days))
    }

    /// Approved members at the preset Administrator.
    pub(super) fn administrators(&self) -> Fact<Vec<&'a Held<Membership>>> {
        let level = LevelRef::Preset(Preset::Administrator);
        let approved = |held: Vec<&'a Held<Membership>>| {
            let approved = held.into_iter().filter(|it| it.status.is_approved());
            approved.collect()
        };
        self.holders_of(level).map(approved)
    }

    /// The Administrators. They and the Owners are told, so both have to be known, and the rooms of those who are limited.
    fn those_who_hear(&self) -> Result<Vec<&'a Held<Membership>>, Stop> {
        let (administrators, _) = (self.administrators().or_stop()?, self.owners().or_stop()?);
        for grant in administrators.iter().filter_map(|it| it.grant.as_ref()) {
            self.rooms_of(&grant.limited_to).or_stop()?;
        }
        Ok(administrators)
    }

    /// The account is about to close; where it is the last Owner's, Administrators in force are offered ownership.
    pub(super) fn closes(&self, account: &Account, at: Moment) -> Result<Vec<Event>, Stop> {
        let rows = self.of_person(account.person).or_stop()?;
        let Some(member) = rows.into_iter().find(|it| it.status.is_approved()) else {
            return Ok(Vec::new());
        };
        let administrators = self.those_who_hear()?;
        let mut events = vec![Event::AccountClosing {
            membership: member.id,
            at,
        }];
        let gives =
            member.grant.as_ref().is_some_and(Grant::is_owner) && member.is_in_force(self.now);
        if gives && self.is_needed(account.person)?.or_stop()? {
            let offer = OwnershipOffer {
                by: Signed {
                    author: crate::Author::Person {
                        id: account.person,
                        name: account.name.clone(),
                        from: None,
                    },
                    at: self.now,
                },
                step_down: false,
                expires_at: at,
            };
            let able = administrators
                .into_iter()
                .filter(|it| it.is_in_force(self.now));
            events.extend(able.map(|it| Event::OwnershipOffered {
                membership: it.id,
                offer: offer.clone(),
            }));
        }
        Ok(events)
    }

    /// the person's approved membership ends, what is open is withdrawn, and Administrators and Owners are told.
    pub(super) fn leaves(&self, account: &Account) -> Result<Vec<Event>, Stop> {
        let rows = self.of_person(account.person).or_stop()?;
        let mut events = Vec::new();
        for row in rows.iter().filter(|it| it.status.is_live()) {
            let membership = row.id;
            if row.status.is_approved() {
                self.those_who_hear()?;
                let by = Side::Person;
                events.push(Event::MembershipEnded { membership, by });
                events.push(Event::AccountDeleted { membership });
            } else {
                events.push(Event::Withdrawn { membership });
            }
        }
        for contact in &account.contacts {
            for row in self.by_contact(contact).or_stop()? {
                let membership = row.id;
                let withdrawn = Event::Withdrawn { membership };
                if row.is_open_invitation() && !events.contains(&withdrawn) {
                    events.push(withdrawn);
                }
            }
        }
        Ok(events)
    }

    /// Owners with an end date lose it; without any Owner in force the organisation is deleted.
    fn without_its_last_owner(&self, gone: Option<PersonId>) -> Result<Vec<Event>, Stop> {
        let left = self.owners_without(gone).or_stop()?;
        if left.undated {
            return Ok(Vec::new());
        }
        if !left.in_force {
            let name = self.organisation()?.name.clone();
            return Ok(vec![Event::OrganisationDeleted { name }]);
        }
        let owners = self.owners().or_stop()?.into_iter();
        let remaining = owners.filter(|it| it.person != gone && it.is_in_force(self.now));
        let mut events = Vec::new();
        for owner in remaining {
            let before = owner.grant.clone().ok_or(Refusal::NotFound)?;
            let after = Grant {
                ends_at: None,
                ..before.clone()
            };
            events.push(Event::GrantChanged {
                membership: owner.id,
                before,
                after,
                note: None,
            });
        }
        Ok(events)
    }
}
