//! Deleting an own level; where it is in use, everybody gets the replacement in the same step.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::event::Event;
use crate::level::LevelRef;
use crate::level::make::may_put_into_level;
use crate::permission::Permission;
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
        let default = settings.default_level == reference || settings.request_level == reference;
        if (!holders.is_empty() || !links.is_empty() || default) && self.replacement.is_none() {
            return Err(Refusal::LevelInUse.into());
        }
        case.may_edit_holders(&editor, reference)?;
        may_put_into_level(&editor, level.permissions, crate::PermissionSet::NONE)?;
        let mut events = Vec::new();
        if let Some(replacement) = self.replacement {
            if replacement == reference || Grant::of(replacement).is_owner() {
                return Err(Refusal::Invalid {
                    field: "replacement".into(),
                }
                .into());
            }
            case.may_give(&editor, &Grant::of(replacement))?;
            for link in links {
                let changed = crate::Link {
                    level: replacement,
                    ..link.value.clone()
                };
                case.link_is_within_bounds(&editor, &changed)?;
                events.push(Event::LinkChanged { link: changed });
            }
            for holder in holders {
                let before = holder.grant.clone().ok_or(Stop::Unknown)?;
                let after = Grant {
                    level: replacement,
                    ..before.clone()
                };
                let membership = holder.id;
                events.push(if holder.status.is_approved() {
                    Event::GrantChanged {
                        membership,
                        before,
                        after,
                    }
                } else {
                    Event::InvitationChanged {
                        membership,
                        before,
                        after,
                    }
                });
            }
        }
        events.push(Event::LevelDeleted {
            level: level.value.clone(),
            replacement: self.replacement,
        });
        Ok(events)
    }
}
