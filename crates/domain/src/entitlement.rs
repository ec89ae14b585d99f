//! Who may do what: rights in force and on paper, routing to the managing organisation, and the two great rules
//! that nobody gives more than they hold and nobody changes somebody who holds more.

use std::collections::BTreeMap;

use crate::actor::{Account, Actor};
use crate::case::{Case, Fact, Stop};
use crate::level::{Level, LevelRef, Preset};
use crate::membership::Membership;
use crate::organisation::{Organisation, Plan, Standing};
use crate::permission::{Family, Permission};
use crate::record::Held;
use crate::refusal::Refusal;
use crate::rights::{Rights, Rooms};
use crate::{Grant, LevelId, MembershipId, Moment, PermissionSet, PersonId};

/// What a grant comes to on paper, given what its level allows.
fn on_paper(grant: &Grant, level: PermissionSet) -> Rights {
    let preset = match grant.level {
        LevelRef::Preset(preset) => Some(preset),
        LevelRef::Own(_) => None,
    };
    let named = || Rooms::Some {
        rooms: grant.rooms.clone(),
        sites: grant.room_sites.clone(),
    };
    Rights {
        permissions: level
            .with(grant.extras)
            .implied()
            .with(PermissionSet::of(&[Permission::Discounts])),
        rooms: if preset.is_some_and(Preset::opens_all_rooms) {
            Rooms::All
        } else {
            named()
        },
        limited_to: grant.limited_to.clone(),
        owner: preset == Some(Preset::Owner),
        administrator: grant.is_owner_or_administrator(),
        until: grant.ends_at,
    }
}

/// What a grant gives in an organisation with this plan: taken off.
fn in_force(paper: Rights, plan: Plan) -> Rights {
    let mut rights = paper.in_limit();
    if plan == Plan::Free && !rights.administrator {
        rights.permissions = rights
            .permissions
            .without(rights.permissions.in_family(Family::Work));
    }
    rights
}

/// The rights a person has in an organisation, given their memberships and own levels there.
fn rights_from<'m>(
    organisation: &Organisation,
    levels: impl Fn(LevelId) -> Option<&'m Level>,
    memberships: impl IntoIterator<Item = &'m Membership>,
    account: &Account,
    now: Moment,
) -> Option<Rights> {
    if organisation.standing != Standing::Active || !account.standing.has_rights(now) {
        return None;
    }
    let membership = memberships.into_iter().find(|it| it.is_in_force(now))?;
    let grant = membership.grant.as_ref()?;
    let level = match grant.level {
        LevelRef::Preset(preset) => preset.permissions(),
        LevelRef::Own(id) => levels(id)
            .map(|level| level.permissions)
            .unwrap_or_default(),
    };
    Some(in_force(on_paper(grant, level), organisation.plan))
}

/// By what right somebody decides a request.
#[derive(Debug, Clone)]
pub struct Entitlement {
    /// The rights that count; none for system and operator, who are always entitled.
    pub rights: Option<Rights>,
    /// Whether they come from the managing organisation.
    pub from_manager: bool,
}

impl Case<'_> {
    /// What a level allows; a deleted or unknown own level allows nothing.
    pub fn level_permissions(&self, level: LevelRef) -> Fact<PermissionSet> {
        match level {
            LevelRef::Preset(preset) => Fact::Known(preset.permissions()),
            LevelRef::Own(_) => self
                .level(level)
                .map(|held| held.map(|it| it.permissions).unwrap_or_default()),
        }
    }

    /// What a grant comes to on paper.
    pub fn paper(&self, grant: &Grant) -> Fact<Rights> {
        self.level_permissions(grant.level)
            .map(|level| on_paper(grant, level))
    }

    /// The rights a person has here from their own membership, in force now.
    pub fn own_rights(&self, person: PersonId) -> Result<Fact<Option<Rights>>, Stop> {
        let organisation = self.organisation()?;
        let (Fact::Known(account), Fact::Known(memberships)) =
            (self.account(person), self.of_person(person))
        else {
            return Ok(Fact::Unknown);
        };
        let Some(account) = account else {
            return Ok(Fact::Known(None));
        };
        let memberships = memberships.into_iter().map(|held| &held.value);
        Ok(Fact::Known(rights_from(
            organisation,
            |id| self.world.level(id),
            memberships,
            account,
            self.now,
        )))
    }

    /// The rights a person has in the organisation that manages this one.
    pub(crate) fn manager_rights(&self, person: PersonId) -> Result<Fact<Option<Rights>>, Stop> {
        if self.organisation()?.managed_by.is_none() {
            return Ok(Fact::Known(None));
        }
        let (Fact::Known(found), Fact::Known(account)) =
            (self.in_manager(person), self.account(person))
        else {
            return Ok(Fact::Unknown);
        };
        let (Some(found), Some(account)) = (found, account) else {
            return Ok(Fact::Known(None));
        };
        let levels: &BTreeMap<LevelId, Level> = &found.levels;
        Ok(Fact::Known(rights_from(
            &found.organisation,
            |id| levels.get(&id),
            &found.memberships,
            account,
            self.now,
        )))
    }

    /// The rights of a person here: their own, or those of an acting Owner.
    pub fn rights(&self, person: PersonId) -> Result<Fact<Option<Rights>>, Stop> {
        let own = self.own_rights(person)?;
        if own.clone().known_and(|rights| rights.is_some())
            || self.organisation()?.managed_by.is_none()
        {
            return Ok(own);
        }
        let Fact::Known(Some(above)) = self.manager_rights(person)? else {
            return Ok(own);
        };
        let orphaned = self.owners_in_force()?.known_and(|owners| owners == 0);
        if !(above.owner && orphaned) {
            return Ok(own);
        }
        let plan = self.organisation()?.plan;
        let mut acting = in_force(
            on_paper(&Grant::of(Preset::Owner), PermissionSet::all()),
            plan,
        );
        acting.until = above.until;
        Ok(Fact::Known(Some(acting)))
    }

    /// How many Owners are in force.
    fn owners_in_force(&self) -> Result<Fact<usize>, Stop> {
        let Fact::Known(owners) = self.owners() else {
            return Ok(Fact::Unknown);
        };
        let mut count = 0;
        for owner in owners {
            let Some(person) = owner.person else { continue };
            match self.own_rights(person)? {
                Fact::Known(rights) => count += usize::from(rights.is_some_and(|it| it.owner)),
                Fact::Unknown => return Ok(Fact::Unknown),
            }
        }
        Ok(Fact::Known(count))
    }

    /// The actor's rights for a command that takes `permission`: nobody without any right learns that the thing exists.
    pub fn entitled(&self, permission: Permission) -> Result<Entitlement, Stop> {
        let person = match self.actor {
            Actor::System | Actor::Operator => {
                return Ok(Entitlement {
                    rights: None,
                    from_manager: false,
                });
            }
            Actor::Person { account, .. } => account.person,
        };
        let rights = self.rights(person)?.or_stop()?.ok_or(Refusal::NotFound)?;
        if rights.has(permission) {
            Ok(Entitlement {
                rights: Some(rights),
                from_manager: false,
            })
        } else {
            Err(Refusal::Forbidden {
                needs: Some(permission),
            }
            .into())
        }
    }

    /// The actor's right to decide a request: own, or routed from the managing organisation.
    pub fn entitled_to_decide(&self, request: &Membership) -> Result<Entitlement, Stop> {
        let own = self.entitled(Permission::RequestsDecide);
        let Some(person) = self.actor.person() else {
            return own;
        };
        if own.is_ok() || self.organisation()?.managed_by.is_none() {
            return own;
        }
        let above = self.manager_rights(person)?;
        match above {
            Fact::Known(Some(rights))
                if rights.has(Permission::RequestsDecide) && self.is_routed(request)? =>
            {
                Ok(Entitlement {
                    rights: Some(rights),
                    from_manager: true,
                })
            }
            Fact::Unknown => Err(Stop::Unknown),
            Fact::Known(_) => own,
        }
    }

    /// Whether the managing organisation may decide a request; unknown facts do not route.
    pub fn is_routed(&self, request: &Membership) -> Result<bool, Stop> {
        let Fact::Known(settings) = self.settings() else {
            return Ok(false);
        };
        let waits_since = request
            .asked
            .as_ref()
            .map_or(request.begun.at, |asked| asked.waits_since);
        if self
            .now
            .is_past(waits_since.plus_days(settings.escalation_days))
        {
            return Ok(true);
        }
        let Fact::Known(candidates) = self.deciders() else {
            return Ok(false);
        };
        for candidate in candidates {
            let Some(person) = candidate.person else {
                continue;
            };
            let decides = |rights: Option<Rights>| {
                rights.is_some_and(|it| it.has(Permission::RequestsDecide))
            };
            if self.own_rights(person)?.known_and(decides) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A request and the right to decide it; who may not decide does not learn whether it exists.
    pub(crate) fn request_to_decide(
        &self,
        id: MembershipId,
    ) -> Result<(&Held<Membership>, Entitlement), Stop> {
        if self.organisation()?.managed_by.is_none() {
            self.entitled(Permission::RequestsDecide)?;
        }
        let request = self.target(id)?;
        let decider = self.entitled_to_decide(request)?;
        if request.asked.is_none() {
            return Err(Refusal::NotFound.into());
        }
        self.not_own(request)?;
        Ok((request, decider))
    }
}
