//! Renaming a room or moving it to another site; who may enter it stays the same.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;
use crate::record::{Room, Version};
use crate::refusal::Refusal;
use crate::{Name, RoomId, SiteId};

/// The organisation changes a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ChangeRoom {
    /// Which.
    pub room: RoomId,
    /// The site it belongs to from now on.
    pub site: SiteId,
    /// What it is called from now on.
    pub name: Name,
    /// The version the change is based on.
    pub based_on: Version,
}

impl ChangeRoom {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let editor = case.entitled(Permission::RoomsManage)?;
        let before = case
            .room(self.room)
            .or_stop()?
            .filter(|it| !it.removed)
            .ok_or(Refusal::NotFound)?;
        editor.covers_sites(&[before.site, self.site])?;
        let after = Room {
            site: self.site,
            name: self.name.clone(),
            ..before.value.clone()
        };
        if before.value == after {
            return Err(Stop::Unchanged);
        }
        case.still_based_on(before, self.based_on)?;
        if before.site != after.site {
            case.site_can_have_rooms(after.site)?;
            // Whoever holds one of the sites as a whole goes on holding the rooms it had.
            let _ = case.holders_of_site(before.site);
            let _ = case.holders_of_site(after.site);
        }
        Ok(vec![Event::RoomChanged {
            before: before.value.clone(),
            after,
        }])
    }
}
