//! The two great rules: nobody gives more than they hold, and nobody changes somebody who holds more.

use std::collections::BTreeSet;

use crate::case::{Case, Fact, Stop};
use crate::entitlement::Entitlement;
use crate::level::LevelRef;
use crate::membership::Membership;
use crate::organisation::Plan;
use crate::permission::{Family, Permission};
use crate::refusal::{DatesRule, Refusal};
use crate::rights::{Rights, Rooms};
use crate::{Grant, PermissionSet, SiteId};

impl Case<'_> {
    /// R-20 in full: whether a giver may give `grant`, with its dates, rooms and plan.
    pub fn may_give(&self, giver: &Entitlement, grant: &Grant) -> Result<(), Stop> {
        self.may_give_instead(giver, None, grant)
    }

    /// R-20 where somebody has a grant already: what of it stays is not given anew by R-32.
    pub fn may_give_instead(
        &self,
        giver: &Entitlement,
        had: Option<&Grant>,
        grant: &Grant,
    ) -> Result<(), Stop> {
        self.can_be_kept(grant)?;
        let paper = self.paper(grant).or_stop()?;
        if let Some(rights) = &giver.rights {
            let lacks = rights.lacks(&paper);
            if !lacks.is_empty()
                || (paper.owner && !rights.owner)
                || (giver.from_manager && paper.owner)
            {
                return Err(Refusal::AboveGiver { lacks }.into());
            }
            self.rooms_are_held(giver, rights, &paper)?;
            if self.is_outside(rights, grant) {
                return Err(Refusal::RoomNotHeld.into());
            }
        }
        self.rooms_are_there(grant)?;
        self.dates_can_be(giver, grant, &paper)?;
        self.plan_allows(had, &paper)
    }

    /// outside Pro nobody but Owners and Administrators is given permissions to work; who has some may keep them on
    /// paper, or have fewer.
    fn plan_allows(&self, had: Option<&Grant>, paper: &Rights) -> Result<(), Stop> {
        if paper.administrator || self.organisation()?.plan != Plan::Free {
            return Ok(());
        }
        let had = had.map(|grant| self.paper(grant).or_stop()).transpose()?;
        let kept = had
            .filter(|had| !had.administrator)
            .map(|had| had.permissions)
            .unwrap_or_default();
        let given = paper.permissions.without(kept);
        if given.in_family(Family::Work).is_empty() {
            Ok(())
        } else {
            Err(Refusal::PlanRequired.into())
        }
    }

    /// R-20 for an invitation. Accepting takes a new Owner's dates away, so an end given with ownership binds
    /// nobody, and a giver who has an end cannot hand ownership over.
    pub(crate) fn may_offer(&self, giver: &Entitlement, grant: &Grant) -> Result<(), Stop> {
        self.may_give(giver, grant)?;
        let ends = giver
            .rights
            .as_ref()
            .is_some_and(|rights| rights.until.is_some());
        if grant.is_owner() && ends {
            return Err(Refusal::from(DatesRule::BeyondGiver).into());
        }
        Ok(())
    }

    /// Whether the level is there, and `organisation.delete` is no extra.
    pub(crate) fn can_be_kept(&self, grant: &Grant) -> Result<(), Stop> {
        let gone = matches!(grant.level, LevelRef::Own(_))
            && self
                .level(grant.level)
                .known_and(|it| it.is_none_or(|it| it.deleted));
        if gone {
            return Err(Refusal::Invalid {
                field: "level".into(),
            }
            .into());
        }
        if grant.extras.has(Permission::OrganisationDelete) {
            return Err(Refusal::AboveGiver {
                lacks: PermissionSet::of(&[Permission::OrganisationDelete]),
            }
            .into());
        }
        Ok(())
    }

    /// Whether the rooms and sites that a grant names are there.
    pub(crate) fn rooms_are_there(&self, grant: &Grant) -> Result<(), Stop> {
        if self.rooms_exist(grant).known_and(|exist| !exist) {
            Err(Refusal::RoomNotHeld.into())
        } else {
            Ok(())
        }
    }

    /// whether a grant belongs to a site that limited rights do not cover; without rooms it belongs to every site.
    fn is_outside(&self, rights: &Rights, grant: &Grant) -> bool {
        if !rights.is_limited() {
            return false;
        }
        let limit = &rights.limited_to;
        let named = !grant.rooms.is_empty()
            && self
                .lie_within(&grant.rooms, limit)
                .known_and(|within| !within);
        named || !grant.room_sites.is_subset(limit)
    }

    /// Whether the rooms that are given on paper are held by the giver.
    pub(crate) fn rooms_are_held(
        &self,
        giver: &Entitlement,
        rights: &Rights,
        paper: &Rights,
    ) -> Result<(), Stop> {
        let held = match (&rights.rooms, &paper.rooms) {
            (Rooms::All, _) => !giver.from_manager || rights.administrator,
            (Rooms::Some { .. }, Rooms::All) => false,
            (
                Rooms::Some { rooms, sites },
                Rooms::Some {
                    rooms: asked,
                    sites: asked_sites,
                },
            ) => {
                let one_by_one: BTreeSet<_> = asked.difference(rooms).copied().collect();
                let beyond = |of: BTreeSet<SiteId>| of.is_empty() || !of.is_subset(sites);
                let by_site =
                    one_by_one.is_empty() || !self.sites_of(&one_by_one).known_and(beyond);
                asked_sites.is_subset(sites)
                    && by_site
                    && (!giver.from_manager || asked.is_empty() && asked_sites.is_empty())
            }
        };
        if held {
            Ok(())
        } else {
            Err(Refusal::RoomNotHeld.into())
        }
    }

    /// no end in the past or before the start, and none beyond the giver's own end for administration.
    fn dates_can_be(&self, giver: &Entitlement, grant: &Grant, paper: &Rights) -> Result<(), Stop> {
        let over = grant.ends_at.is_some_and(|end| self.now.is_past(end));
        let turned = grant
            .ends_at
            .zip(grant.starts_at)
            .is_some_and(|(end, start)| end <= start);
        let administers = !paper
            .permissions
            .in_family(Family::Administration)
            .is_empty();
        let giver_end = giver.rights.as_ref().and_then(|rights| rights.until);
        let outlives = giver_end
            .is_some_and(|until| administers && grant.ends_at.is_none_or(|end| end > until));
        if over || turned {
            Err(Refusal::from(DatesRule::Over).into())
        } else if outlives {
            Err(Refusal::from(DatesRule::BeyondGiver).into())
        } else {
            Ok(())
        }
    }

    /// the actor's rights in force must contain the target's grant on paper; an Owner always can.
    pub fn may_change(&self, actor: &Entitlement, grant: Option<&Grant>) -> Result<(), Stop> {
        let (Some(rights), Some(grant)) = (&actor.rights, grant) else {
            return Ok(());
        };
        if rights.owner && !actor.from_manager {
            return Ok(());
        }
        let Fact::Known(paper) = self.paper(grant) else {
            return Ok(());
        };
        let above = !rights.lacks(&paper).is_empty()
            || paper.owner
            || self.is_outside(rights, grant)
            || self.rooms_are_held(actor, rights, &paper).is_err();
        if above {
            Err(Refusal::TargetAbove.into())
        } else {
            Ok(())
        }
    }

    /// nobody does to themselves what the rules keep for others.
    pub fn not_own(&self, target: &Membership) -> Result<(), Stop> {
        if self.actor.person().is_some() && self.actor.person() == target.person {
            return Err(Refusal::Own.into());
        }
        Ok(())
    }
}
