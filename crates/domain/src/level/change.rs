//! Editing an own level, which is editing everybody who has it or is invited at it.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Fact, Stop};
use crate::entitlement::Entitlement;
use crate::event::Event;
use crate::level::make::may_put_into_level;
use crate::level::{Level, LevelRef};
use crate::link::links_may_give;
use crate::organisation::Plan;
use crate::permission::{Family, Permission};
use crate::refusal::Refusal;
use crate::{LevelId, Name, PermissionSet, Version};

/// The organisation edits a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ChangeLevel {
    /// Which.
    pub level: LevelId,
    /// What it is called.
    pub name: Name,
    /// What it allows.
    pub permissions: PermissionSet,
    /// The version the edit is based on.
    pub based_on: Version,
}

impl ChangeLevel {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let editor = case.entitled(Permission::LevelsManage)?;
        let reference = LevelRef::Own(self.level);
        let before = case
            .level(reference)
            .or_stop()?
            .filter(|it| !it.deleted)
            .ok_or(Refusal::NotFound)?;
        let after = Level {
            name: self.name.clone(),
            permissions: self.permissions.implied(),
            ..before.value.clone()
        };
        if before.value == after {
            return Err(Stop::Unchanged);
        }
        case.still_based_on(before, self.based_on)?;
        case.may_edit_holders(&editor, reference)?;
        may_put_into_level(&editor, before.permissions, after.permissions)?;
        let added = after.permissions.without(before.permissions);
        case.holders_can_have(reference, added)?;
        case.links_can_give(reference, after.permissions)?;
        Ok(vec![Event::LevelChanged {
            before: before.value.clone(),
            after,
        }])
    }
}

impl Case<'_> {
    /// outside Pro, nobody is given work by way of their level either.
    fn holders_can_have(&self, level: LevelRef, added: PermissionSet) -> Result<(), Stop> {
        let works = !added.in_family(Family::Work).is_empty();
        let held = |holders: Vec<_>| !holders.is_empty();
        if works
            && self.organisation()?.plan == Plan::Free
            && self.holders_of(level).known_and(held)
        {
            return Err(Refusal::PlanRequired.into());
        }
        Ok(())
    }

    /// a level that an open link gives stays within what links may give.
    fn links_can_give(&self, level: LevelRef, permissions: PermissionSet) -> Result<(), Stop> {
        let given = |links: Vec<_>| !links.is_empty();
        if !links_may_give().contains(permissions) && self.links_of(level).known_and(given) {
            return Err(Refusal::LevelInUse.into());
        }
        Ok(())
    }

    /// the editor holds all that each holder of the level has on paper, else the whole edit is refused.
    pub(crate) fn may_edit_holders(
        &self,
        editor: &Entitlement,
        level: LevelRef,
    ) -> Result<(), Stop> {
        let Fact::Known(holders) = self.holders_of(level) else {
            return Ok(());
        };
        for holder in holders {
            if self.actor.person().is_none() || holder.person != self.actor.person() {
                self.may_change(editor, holder.grant.as_ref())?;
            }
        }
        Ok(())
    }
}
