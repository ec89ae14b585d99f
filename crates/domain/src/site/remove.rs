//! Removing a site that is empty and not the last (RULES 6).

use serde::{Deserialize, Serialize};

use crate::SiteId;
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// The organisation removes a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveSite {
    /// Which.
    pub site: SiteId,
}

impl RemoveSite {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let editor = case.entitled(Permission::RoomsManage)?;
        let site = case.site(self.site).or_stop()?.ok_or(Refusal::NotFound)?;
        editor.covers_sites(&[self.site])?;
        if site.removed {
            return Err(Stop::Unchanged);
        }
        if case.site_is_needed(self.site).or_stop()? {
            return Err(Refusal::SiteInUse.into());
        }
        // Grants that name it are told apart from those that never did.
        let _ = case.holders_of_site(self.site);
        Ok(vec![Event::SiteRemoved {
            site: site.value.clone(),
        }])
    }
}
