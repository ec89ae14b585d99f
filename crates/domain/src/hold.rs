//! Which commands wait in the outbox, so that undo means that nothing left the computer (RULES 6, *Hold*).

use crate::command::{Command, Hold};
use crate::event::Event;
use crate::level::LevelRef;
use crate::world::World;
use crate::{Grant, PermissionSet};

/// How long a held command waits, in milliseconds.
pub const HOLD_MILLIS: u64 = 10_000;

/// Whether a command waits before it is sent, given the facts that follow from it; taking access away never waits.
pub fn is_held(world: &World, command: &Command, events: &[Event]) -> bool {
    match command.hold() {
        Hold::Never => false,
        Hold::Always => true,
        Hold::IfNothingIsTaken => events.iter().all(|event| takes_nothing(world, event)),
    }
}

/// Whether a command that is not held by itself may wait for those it was made with: nothing of it takes access away.
pub fn can_wait(world: &World, events: &[Event]) -> bool {
    let ends = |event: &Event| {
        matches!(
            event,
            Event::MemberSuspended { .. }
                | Event::MembershipEnded { .. }
                | Event::MembershipExpired { .. }
                | Event::RoomRemoved { .. }
                | Event::LevelChanged { .. }
                | Event::LevelDeleted { .. }
                | Event::LinkClosed { .. }
        )
    };
    events
        .iter()
        .all(|it| !ends(it) && takes_nothing(world, it))
}

/// Whether a change of grant takes nothing away; what cannot be told counts as taking away.
fn takes_nothing(world: &World, event: &Event) -> bool {
    let Event::GrantChanged { before, after, .. } = event else {
        return true;
    };
    let permissions = |grant: &Grant| -> Option<PermissionSet> {
        let level = match grant.level {
            LevelRef::Preset(preset) => preset.permissions(),
            LevelRef::Own(id) => world.level(id)?.permissions,
        };
        Some(level.with(grant.extras).with(PermissionSet::EVERY_MEMBERS))
    };
    let (Some(had), Some(has)) = (permissions(before), permissions(after)) else {
        return false;
    };
    let rooms =
        after.rooms.is_superset(&before.rooms) && after.room_sites.is_superset(&before.room_sites);
    let all_rooms = after.is_owner_or_administrator() || !before.is_owner_or_administrator();
    let limit = after.limited_to.is_empty()
        || (!before.limited_to.is_empty() && after.limited_to.is_superset(&before.limited_to));
    let later_end =
        after.ends_at.is_none() || before.ends_at.is_some_and(|end| after.ends_at >= Some(end));
    let no_later_start = after.starts_at <= before.starts_at;
    has.contains(had) && rooms && all_rooms && limit && later_end && no_later_start
}
