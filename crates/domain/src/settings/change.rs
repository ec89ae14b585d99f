//! Changing the settings; those about links, approval and default levels need the right to invite too (R-31, S-29).

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::event::Event;
use crate::organisation::{LONGEST_LOCK_DAYS, LONGEST_TERM_DAYS, Settings};
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::{Grant, Version};

/// The organisation changes its settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ChangeSettings {
    /// The settings as they will be.
    pub settings: Settings,
    /// The version the change is based on.
    pub based_on: Version,
}

impl ChangeSettings {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let actor = case.entitled(Permission::SettingsManage)?;
        let held = case.settings().or_stop()?;
        let (before, after) = (&held.value, &self.settings);
        let inviting = |it: &Settings| {
            (
                it.default_level,
                it.request_level,
                it.term_days,
                it.links_need_approval,
            )
        };
        if inviting(before) != inviting(after) {
            case.entitled(Permission::InvitationsManage)?;
        }
        within_ranges(case, after)?;
        if before == after {
            return Err(Stop::Unchanged);
        }
        case.still_based_on(held, self.based_on)?;
        for (was, level) in [
            (before.default_level, after.default_level),
            (before.request_level, after.request_level),
        ] {
            if was != level {
                let grant = Grant::of(level);
                if grant.is_owner() {
                    return Err(Refusal::Invalid {
                        field: "default_level".into(),
                    }
                    .into());
                }
                case.may_give(&actor, &grant)?;
            }
        }
        Ok(vec![Event::SettingsChanged {
            before: before.clone(),
            after: after.clone(),
        }])
    }
}

fn within_ranges(case: &Case<'_>, settings: &Settings) -> Result<(), Stop> {
    let longest = case
        .organisation()?
        .longest_term_days
        .min(LONGEST_TERM_DAYS);
    let fields = [
        ("term_days", (1..=longest).contains(&settings.term_days)),
        ("waiting_days", settings.waiting_days <= 365),
        ("reminder_days", (1..=30).contains(&settings.reminder_days)),
        (
            "escalation_days",
            (1..=30).contains(&settings.escalation_days),
        ),
        ("grace_days", settings.grace_days <= 90),
        (
            "locked_after_days",
            (1..=LONGEST_LOCK_DAYS).contains(&settings.locked_after_days),
        ),
        ("questions", settings.questions.len() <= 5),
    ];
    match fields.into_iter().find(|(_, fits)| !fits) {
        Some((field, _)) => Err(Refusal::Invalid {
            field: field.into(),
        }
        .into()),
        None => Ok(()),
    }
}
