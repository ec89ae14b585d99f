//! Making somebody a member whom the organisation already knows (R-5, R-7, R-9, OLV-9, OLV-10).

use serde::{Deserialize, Serialize};

use crate::case::{Case, Fact, Stop};
use crate::decide::signed_here;
use crate::event::Event;
use crate::membership::{Membership, Status};
use crate::permission::Permission;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::{Contact, Grant, Lookup, MembershipId, Name, PersonId};

/// The organisation makes somebody it knows a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct AddMember {
    /// The id of the row that comes of it, unless the person's open request is approved instead.
    pub membership: MembershipId,
    /// Who.
    pub person: PersonId,
    /// What the person will have.
    pub grant: Grant,
    /// The position in the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Name>,
}

/// What is known of whoever is added.
struct Known {
    name: Option<Name>,
    contacts: Vec<Contact>,
}

impl AddMember {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let adder = case.entitled(Permission::MembersManage)?;
        if case.actor.person() == Some(self.person) {
            return Err(Refusal::Own.into());
        }
        let rows = case.of_person(self.person).or_stop()?;
        if rows.is_empty()
            && case
                .is_known_nearby(self.person)
                .known_and(|is_known| !is_known)
        {
            return Err(Refusal::NoAccount.into());
        }
        let known = self.who(case, &rows)?;
        let grant = self.grant.clone().saved();
        case.may_give(&adder, &grant)?;
        if grant.is_owner() {
            return Err(Refusal::NeedsAcceptance.into());
        }
        if let Some(row) = rows.iter().find(|it| it.status.is_approved()) {
            let is_there = case.is_there_for(&adder, row)?;
            return Err(Refusal::AlreadyMember {
                membership: is_there.then_some(row.id),
            }
            .into());
        }
        last_word_was_not_no(&rows)?;
        let request = rows.iter().find(|it| it.is_open_request());
        let approved = request.map_or(self.membership, |it| it.id);
        let first = match request {
            Some(_) => Event::RequestApproved {
                membership: approved,
                grant,
            },
            None => self.added(case, &known, grant)?,
        };
        let mut events = vec![first];
        events.extend(self.position_of(request));
        events.extend(case.superseded_by(approved, Some(self.person), &known.contacts)?);
        Ok(events)
    }

    /// A position given here replaces the one that the request names.
    fn position_of(&self, request: Option<&&Held<Membership>>) -> Option<Event> {
        let request = request.filter(|it| it.position != self.position)?;
        self.position.as_ref().map(|position| Event::PositionSet {
            membership: request.id,
            position: Some(position.clone()),
        })
    }

    /// Who is added, by the account. A device that does not know it goes by what the organisation calls them.
    fn who(&self, case: &Case<'_>, rows: &[&Held<Membership>]) -> Result<Known, Stop> {
        match case.account(self.person) {
            Fact::Known(account) => {
                let living = account.filter(|it| it.standing.has_rights(case.now));
                let account = living.ok_or(Refusal::NoAccount)?;
                Ok(Known {
                    name: Some(account.name.clone()),
                    contacts: account.contacts.clone(),
                })
            }
            Fact::Unknown => {
                let newest = rows.iter().max_by_key(|it| it.begun.at);
                let newest = newest.ok_or(Stop::Unknown)?;
                // Asked once it is certain that the account will not be known.
                let account = Lookup::Account(self.person);
                let kept = (!case.world.lacks(&account)).then(|| case.contacts(newest.id));
                let contacts = match kept {
                    Some(Fact::Known(contacts)) => contacts.to_vec(),
                    Some(Fact::Unknown) | None => Vec::new(),
                };
                Ok(Known {
                    name: newest.name.clone(),
                    contacts,
                })
            }
        }
    }

    fn added(&self, case: &Case<'_>, known: &Known, grant: Grant) -> Result<Event, Stop> {
        if case
            .membership(self.membership)
            .known_and(|it| it.is_some())
        {
            return Err(Refusal::Invalid {
                field: "membership".into(),
            }
            .into());
        }
        let by = signed_here(case.world, case.actor, case.now);
        let membership = Membership {
            id: self.membership,
            person: Some(self.person),
            name: known.name.clone(),
            position: self.position.clone(),
            staff: None,
            status: Status::Approved,
            grant: Some(grant),
            suspended: false,
            visible: false,
            begun: by.clone(),
            invitation: None,
            asked: None,
            decided: Some(by),
            reason: None,
            offer: None,
            approved_at: Some(case.now),
            end_set_at: None,
        };
        Ok(Event::MemberAdded {
            membership: Box::new(membership),
            contacts: known.contacts.clone(),
        })
    }
}

impl Case<'_> {
    /// a closed row comes back only when the account lives and no other row of the person is live.
    pub(crate) fn no_other_live_row(&self, row: &Membership) -> Result<(), Stop> {
        let Some(person) = row.person else {
            return Err(Refusal::NoAccount.into());
        };
        if self
            .account(person)
            .known_and(|it| it.is_none_or(|it| !it.standing.has_rights(self.now)))
        {
            return Err(Refusal::NoAccount.into());
        }
        let rows = self.of_person(person).or_stop()?;
        match rows
            .into_iter()
            .find(|other| other.id != row.id && other.status.is_live())
        {
            Some(other) if other.status.is_approved() => Err(Refusal::AlreadyMember {
                membership: Some(other.id),
            }
            .into()),
            Some(other) => Err(Refusal::AlreadyOpen {
                membership: Some(other.id),
            }
            .into()),
            None => Ok(()),
        }
    }
}

/// the person's own last word was not leaving, declining or cancelling.
pub(crate) fn last_word_was_not_no(rows: &[&Held<Membership>]) -> Result<(), Stop> {
    let asks = rows.iter().any(|it| it.is_open_request());
    let decided = rows.iter().filter(|it| !it.is_open_request());
    let newest = decided.max_by_key(|it| it.decided.as_ref().map(|by| by.at));
    if !asks && newest.is_some_and(|it| it.status.is_persons_no()) {
        Err(Refusal::PersonLeft.into())
    } else {
        Ok(())
    }
}
