//! an organisation keeps an Owner in force, one without an end date, and one whose account stays.

use crate::actor::AccountStanding;
use crate::case::{Case, Fact, Stop};
use crate::membership::Membership;
use crate::refusal::Refusal;
use crate::{Grant, MembershipId, Moment, PersonId};

/// The three promises about Owners that no command may break.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Owners {
    /// Somebody is Owner in force.
    pub(crate) in_force: bool,
    /// One of them has no end date.
    pub(crate) undated: bool,
    /// The account of one of these is not closing.
    staying: bool,
}

impl Owners {
    fn with(
        self,
        owner: &Membership,
        grant: &Grant,
        account: AccountStanding,
        now: Moment,
    ) -> Self {
        let in_force = grant.is_owner() && owner.is_in_force(now) && account.has_rights(now);
        let undated = in_force && grant.ends_at.is_none();
        Self {
            in_force: self.in_force || in_force,
            undated: self.undated || undated,
            staying: self.staying || (undated && account.stays()),
        }
    }

    pub(crate) fn is_less_than(self, before: Self) -> bool {
        (before.in_force && !self.in_force)
            || (before.undated && !self.undated)
            || (before.staying && !self.staying)
    }
}

impl Case<'_> {
    /// The Owners as they are, with this person's account as if it lived.
    pub(crate) fn owners_and(&self, person: PersonId) -> Fact<Owners> {
        self.owners_now(|owner, account| {
            let theirs = owner == person;
            Some(if theirs {
                AccountStanding::Living
            } else {
                account
            })
        })
    }

    /// The Owners as they are once this person's membership is no more.
    pub(crate) fn owners_without(&self, person: Option<PersonId>) -> Fact<Owners> {
        self.owners_now(|owner, account| (Some(owner) != person).then_some(account))
    }

    fn owners_now(
        &self,
        counts: impl Fn(PersonId, AccountStanding) -> Option<AccountStanding>,
    ) -> Fact<Owners> {
        let Fact::Known(owners) = self.owners() else {
            return Fact::Unknown;
        };
        let (mut found, mut certain) = (Owners::default(), true);
        for owner in owners {
            let (Some(person), Some(grant)) = (owner.person, owner.grant.as_ref()) else {
                continue;
            };
            match self.account(person) {
                Fact::Known(Some(account)) => {
                    if let Some(standing) = counts(person, account.standing) {
                        found = found.with(owner, grant, standing, self.now);
                    }
                }
                Fact::Known(None) => {}
                Fact::Unknown => certain = false,
            }
        }
        if certain {
            Fact::Known(found)
        } else {
            Fact::Unknown
        }
    }

    /// Refuses a command that would break a promise about Owners by changing this membership to `after`.
    pub fn an_owner_remains(
        &self,
        id: MembershipId,
        after: Option<&Membership>,
    ) -> Result<(), Stop> {
        if self.organisation()?.managed_by.is_some() {
            return Ok(());
        }
        let Fact::Known(owners) = self.owners() else {
            return Ok(());
        };
        let (mut before, mut later) = (Owners::default(), Owners::default());
        let mut certain = true;
        for owner in owners {
            let (Some(person), Some(grant)) = (owner.person, owner.grant.as_ref()) else {
                continue;
            };
            let account = match self.account(person) {
                Fact::Known(Some(account)) => account,
                Fact::Known(None) => continue,
                // Whoever it is may be the Owner that remains.
                Fact::Unknown => {
                    certain = certain && owner.id == id;
                    continue;
                }
            };
            before = before.with(owner, grant, account.standing, self.now);
            let changed = if owner.id == id {
                after
            } else {
                Some(&owner.value)
            };
            if let Some((membership, grant)) =
                changed.and_then(|it| it.grant.as_ref().map(|grant| (it, grant)))
            {
                later = later.with(membership, grant, account.standing, self.now);
            }
        }
        if certain && later.is_less_than(before) {
            Err(Refusal::LastOwner.into())
        } else {
            Ok(())
        }
    }
}
