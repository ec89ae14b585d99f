//! Who may do what: rights on paper and in force, a person's own and those of an acting Owner.

use std::collections::BTreeMap;

use crate::actor::{Account, Actor};
use crate::case::{Case, Fact, Stop};
use crate::level::{Level, LevelRef, Preset};
use crate::membership::Membership;
use crate::organisation::{Organisation, Plan, Standing};
use crate::permission::{Family, Permission};
use crate::refusal::Refusal;
use crate::rights::{Rights, Rooms};
use crate::{Grant, LevelId, Moment, PermissionSet, PersonId};

/// What a grant comes to on paper, given what its level allows.
pub(crate) fn on_paper(grant: &Grant, level: PermissionSet) -> Rights {
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
            .with(PermissionSet::EVERY_MEMBERS),
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
pub(crate) fn in_force(paper: Rights, plan: Plan) -> Rights {
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

impl Entitlement {
    /// Of the system and the operator.
    pub(crate) const ALWAYS: Self = Self {
        rights: None,
        from_manager: false,
    };
}

/// Whether there are rights and the permission is among them.
fn has(rights: Option<&Rights>, permission: Permission) -> bool {
    rights.is_some_and(|rights| rights.has(permission))
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
        Ok(self.rights_above(person))
    }

    /// The rights a person has in the organisation that manages this one or is asked to.
    pub(crate) fn rights_above(&self, person: PersonId) -> Fact<Option<Rights>> {
        let (Fact::Known(found), Fact::Known(account)) =
            (self.in_manager(person), self.account(person))
        else {
            return Fact::Unknown;
        };
        let (Some(found), Some(account)) = (found, account) else {
            return Fact::Known(None);
        };
        let levels: &BTreeMap<LevelId, Level> = &found.levels;
        Fact::Known(rights_from(
            &found.organisation,
            |id| levels.get(&id),
            &found.memberships,
            account,
            self.now,
        ))
    }

    /// The rights of a person here: their own, or those of an acting Owner.
    pub fn rights(&self, person: PersonId) -> Result<Fact<Option<Rights>>, Stop> {
        let own = self.own_rights(person)?;
        Ok(match self.acting_owner(person)? {
            Fact::Known(Some(acting)) => Fact::Known(Some(acting)),
            Fact::Unknown if own.clone().known_and(|rights| rights.is_none()) => Fact::Unknown,
            Fact::Known(None) | Fact::Unknown => own,
        })
    }

    /// The rights of a person here if they take `permission`; a lack of it is certain only where all is known.
    pub(crate) fn rights_with(
        &self,
        person: PersonId,
        permission: Permission,
    ) -> Result<Option<Rights>, Stop> {
        let own = self.own_rights(person)?;
        match self.acting_owner(person)? {
            Fact::Known(Some(acting)) => Ok(Some(acting)),
            Fact::Unknown if !own.clone().known_and(|it| has(it.as_ref(), permission)) => {
                Err(Stop::Unknown)
            }
            Fact::Known(None) | Fact::Unknown => own.or_stop(),
        }
    }

    /// while a managed community has no Owner in force, the Owners of the managing organisation act as its own.
    pub(crate) fn acting_owner(&self, person: PersonId) -> Result<Fact<Option<Rights>>, Stop> {
        if self.organisation()?.managed_by.is_none() {
            return Ok(Fact::Known(None));
        }
        let above = self.manager_rights(person)?;
        match self.owners_in_force()? {
            Fact::Known(0) => {}
            Fact::Known(_) => return Ok(Fact::Known(None)),
            Fact::Unknown => return Ok(Fact::Unknown),
        }
        let plan = self.organisation()?.plan;
        Ok(above.map(|above| {
            let above = above.filter(|rights| rights.owner)?;
            let owner = on_paper(&Grant::of(Preset::Owner), PermissionSet::all());
            Some(Rights {
                until: above.until,
                ..in_force(owner, plan)
            })
        }))
    }

    /// How many Owners are in force, at least.
    fn owners_in_force(&self) -> Result<Fact<usize>, Stop> {
        let Fact::Known(owners) = self.owners() else {
            return Ok(Fact::Unknown);
        };
        let (mut count, mut certain) = (0, true);
        for person in owners.into_iter().filter_map(|it| it.person) {
            match self.own_rights(person)? {
                Fact::Known(rights) => count += usize::from(rights.is_some_and(|it| it.owner)),
                Fact::Unknown => certain = false,
            }
        }
        Ok(if certain || count > 0 {
            Fact::Known(count)
        } else {
            Fact::Unknown
        })
    }

    /// The actor's rights for a command that takes `permission`: nobody without any right learns that the thing exists.
    pub fn entitled(&self, permission: Permission) -> Result<Entitlement, Stop> {
        let lacking = Refusal::Forbidden {
            needs: Some(permission),
        };
        let person = match self.actor {
            Actor::Operator => return Ok(Entitlement::ALWAYS),
            // Doorward itself follows rules of its own (`ExpireMembership`); it is nobody's deputy.
            Actor::System => return Err(lacking.into()),
            Actor::Person { account, .. } => account.person,
        };
        let rights = self.rights_with(person, permission)?;
        let rights = rights.ok_or(Refusal::NotFound)?;
        if !rights.has(permission) {
            return Err(lacking.into());
        }
        Ok(Entitlement {
            rights: Some(rights),
            from_manager: false,
        })
    }
}
