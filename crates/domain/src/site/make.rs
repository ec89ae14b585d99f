//! Making a site.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;
use crate::record::Site;
use crate::refusal::Refusal;
use crate::{Name, SiteId};

/// The organisation makes a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MakeSite {
    /// The id of the site that comes of it.
    pub site: SiteId,
    /// What it is called.
    pub name: Name,
}

impl MakeSite {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let maker = case.entitled(Permission::RoomsManage)?;
        maker.covers_sites(&[self.site])?;
        if case.site(self.site).known_and(|it| it.is_some()) {
            return Err(Refusal::Invalid {
                field: "site".into(),
            }
            .into());
        }
        Ok(vec![Event::SiteMade {
            site: Site {
                id: self.site,
                name: self.name.clone(),
                removed: false,
            },
        }])
    }
}
