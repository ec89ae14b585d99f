//! Deleting an own level; where it is in use, everybody gets the replacement in the same step.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::entitlement::Entitlement;
use crate::event::Event;
use crate::level::LevelRef;
use crate::level::make::may_put_into_level;
use crate::link::Link;
use crate::membership::Membership;
use crate::permission::Permission;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::{Grant, LevelId};

/// The organisation deletes a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct DeleteLevel {
    /// Which.
    pub level: LevelId,
    /// What its holders, links and defaults have instead; needed where the level is in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replacement: Option<LevelRef>,
}

impl DeleteLevel {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let editor = case.entitled(Permission::LevelsManage)?;
        let reference = LevelRef::Own(self.level);
        let level = case.level(reference).or_stop()?.ok_or(Refusal::NotFound)?;
        if level.deleted {
            return Err(Stop::Unchanged);
        }
        let holders = case.holders_of(reference).or_stop()?;
        let links = case.links_of(reference).or_stop()?;
        let settings = case.settings().or_stop()?;
        case.may_edit_holders(&editor, reference)?;
        may_put_into_level(&editor, level.permissions, crate::PermissionSet::NONE)?;
        let default = settings.default_level == reference || settings.request_level == reference;
        let mut events = Vec::new();
        if let Some(replacement) = self.replacement {
            self.can_replace(case, &editor, replacement)?;
            events.extend(changed_links(case, &editor, &links, replacement)?);
            events.extend(changed_members(&holders, replacement));
        } else if !holders.is_empty() || !links.is_empty() || default {
            return Err(Refusal::LevelInUse.into());
        }
        events.push(Event::LevelDeleted {
            level: level.value.clone(),
            replacement: self.replacement,
        });
        Ok(events)
    }

    fn can_replace(
        &self,
        case: &Case<'_>,
        editor: &Entitlement,
        replacement: LevelRef,
    ) -> Result<(), Stop> {
        if replacement == LevelRef::Own(self.level) || Grant::of(replacement).is_owner() {
            return Err(Refusal::Invalid {
                field: "replacement".into(),
            }
            .into());
        }
        case.may_give(editor, &Grant::of(replacement))
    }
}

fn changed_links(
    case: &Case<'_>,
    editor: &Entitlement,
    links: &[&Held<Link>],
    replacement: LevelRef,
) -> Result<Vec<Event>, Stop> {
    let changed = |link: &&Held<Link>| {
        let link = Link {
            level: replacement,
            ..link.value.clone()
        };
        case.link_is_within_bounds(editor, &link)?;
        Ok(Event::LinkChanged { link })
    };
    links.iter().map(changed).collect()
}

/// Members hear of it one by one. Open invitations follow the level when it goes: whoever sent them still answers
/// for them, and must hold the replacement when they are accepted.
fn changed_members(holders: &[&Held<Membership>], replacement: LevelRef) -> Vec<Event> {
    let members = holders.iter().filter(|it| it.status.is_approved());
    let changed = |member: &&Held<Membership>| {
        let before = member.grant.clone()?;
        Some(Event::GrantChanged {
            membership: member.id,
            after: Grant {
                level: replacement,
                ..before.clone()
            },
            before,
            note: None,
        })
    };
    members.filter_map(changed).collect()
}
