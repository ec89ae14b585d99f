//! Making an own level.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::entitlement::Entitlement;
use crate::event::Event;
use crate::level::{Level, LevelRef};
use crate::permission::{Family, Permission};
use crate::refusal::{DatesRule, Refusal};
use crate::{LevelId, Name, PermissionSet};

/// The organisation makes a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct MakeLevel {
    /// The id of the level that comes of it.
    pub level: LevelId,
    /// What it is called.
    pub name: Name,
    /// What it allows.
    pub permissions: PermissionSet,
}

impl MakeLevel {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let maker = case.entitled(Permission::LevelsManage)?;
        if case
            .level(LevelRef::Own(self.level))
            .known_and(|it| it.is_some())
        {
            return Err(Refusal::Invalid {
                field: "level".into(),
            }
            .into());
        }
        let permissions = self.permissions.implied();
        may_put_into_level(&maker, PermissionSet::NONE, permissions)?;
        let level = Level {
            id: self.level,
            name: self.name.clone(),
            permissions,
            deleted: false,
        };
        Ok(vec![Event::LevelMade { level }])
    }
}

/// the editor holds the old and the new permissions, and who has an end date adds no administration.
pub(crate) fn may_put_into_level(
    editor: &Entitlement,
    before: PermissionSet,
    after: PermissionSet,
) -> Result<(), Stop> {
    let delete = PermissionSet::of(&[Permission::OrganisationDelete]);
    if after.has(Permission::OrganisationDelete) {
        return Err(Refusal::AboveGiver { lacks: delete }.into());
    }
    let Some(rights) = &editor.rights else {
        return Ok(());
    };
    let free = PermissionSet::EVERY_MEMBERS;
    let lacks = before.with(after).without(rights.permissions).without(free);
    if !lacks.is_empty() {
        return Err(Refusal::AboveGiver { lacks }.into());
    }
    let added = after.without(before).in_family(Family::Administration);
    if rights.until.is_some() && !added.is_empty() {
        return Err(Refusal::from(DatesRule::BeyondGiver).into());
    }
    Ok(())
}
