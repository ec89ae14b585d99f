//! Removing a room takes it out of every grant and open invitation; its id is never used again.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::event::Event;
use crate::membership::Membership;
use crate::permission::Permission;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::{Grant, RoomId};

/// The organisation removes a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveRoom {
    /// Which.
    pub room: RoomId,
}

impl RemoveRoom {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let editor = case.entitled(Permission::RoomsManage)?;
        let room = case.room(self.room).or_stop()?.ok_or(Refusal::NotFound)?;
        editor.covers_sites(&[room.site])?;
        if room.removed {
            return Err(Stop::Unchanged);
        }
        let holders = case.holders_of_room(self.room).or_stop()?;
        let members = holders.iter().filter(|it| it.status.is_approved());
        let mut events: Vec<Event> = members.filter_map(|it| self.taken_from(it)).collect();
        events.push(Event::RoomRemoved {
            room: room.value.clone(),
        });
        Ok(events)
    }

    /// Members hear of it one by one; open invitations follow the room when it goes.
    fn taken_from(&self, member: &Held<Membership>) -> Option<Event> {
        let before = member.grant.clone()?;
        Some(Event::GrantChanged {
            membership: member.id,
            after: before.clone().without_room(self.room),
            before,
            note: None,
        })
    }
}

impl Grant {
    /// The grant without a room that it named.
    #[must_use]
    pub(crate) fn without_room(mut self, room: RoomId) -> Self {
        self.rooms.remove(&room);
        self
    }
}
