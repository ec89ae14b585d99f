//! Renaming a site.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;
use crate::record::{Site, Version};
use crate::refusal::Refusal;
use crate::{Name, SiteId};

/// The organisation renames a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ChangeSite {
    /// Which.
    pub site: SiteId,
    /// What it is called from now on.
    pub name: Name,
    /// The version the change is based on.
    pub based_on: Version,
}

impl ChangeSite {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let editor = case.entitled(Permission::RoomsManage)?;
        let before = case
            .site(self.site)
            .or_stop()?
            .filter(|it| !it.removed)
            .ok_or(Refusal::NotFound)?;
        editor.covers_sites(&[self.site])?;
        let after = Site {
            name: self.name.clone(),
            ..before.value.clone()
        };
        if before.value == after {
            return Err(Stop::Unchanged);
        }
        case.still_based_on(before, self.based_on)?;
        Ok(vec![Event::SiteChanged {
            before: before.value.clone(),
            after,
        }])
    }
}
