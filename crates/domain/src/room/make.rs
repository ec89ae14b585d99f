//! Making a room; it is given to nobody but Owners and Administrators.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;
use crate::record::Room;
use crate::refusal::Refusal;
use crate::{Name, RoomId, SiteId};

/// The organisation makes a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MakeRoom {
    /// The id of the room that comes of it.
    pub room: RoomId,
    /// The site it belongs to.
    pub site: SiteId,
    /// What it is called.
    pub name: Name,
}

impl MakeRoom {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let maker = case.entitled(Permission::RoomsManage)?;
        maker.covers_sites(&[self.site])?;
        case.site_can_have_rooms(self.site)?;
        if case.room(self.room).known_and(|it| it.is_some()) {
            return Err(Refusal::Invalid {
                field: "room".into(),
            }
            .into());
        }
        // Whoever holds the site as a whole goes on holding the rooms it had.
        let _ = case.holders_of_site(self.site);
        Ok(vec![Event::RoomMade {
            room: Room {
                id: self.room,
                site: self.site,
                name: self.name.clone(),
                removed: false,
            },
        }])
    }
}
