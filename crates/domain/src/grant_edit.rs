//! An edit of several people's access at once: what was changed is given to each of them, and whatever nobody touched
//! stays as each has it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Grant, PermissionSet};

/// A part of a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GrantPart {
    /// The level.
    Level,
    /// Permissions beyond the level.
    Extras,
    /// Rooms named one by one.
    Rooms,
    /// Sites whose rooms are given as a whole.
    RoomSites,
    /// The sites that administration is limited to.
    LimitedTo,
    /// The start.
    StartsAt,
    /// The end.
    EndsAt,
}

impl GrantPart {
    /// Every part.
    pub const ALL: [Self; 7] = [
        Self::Level,
        Self::Extras,
        Self::Rooms,
        Self::RoomSites,
        Self::LimitedTo,
        Self::StartsAt,
        Self::EndsAt,
    ];
}

/// An edit of several grants at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantEdit {
    /// The draft as it began.
    pub begun: Grant,
    /// The parts that everybody gets as the draft has them, also where it has them as it began.
    pub whole: BTreeSet<GrantPart>,
}

impl GrantEdit {
    /// What one of them has once a draft is saved. Permissions, rooms and sites are added and taken away one by one.
    #[must_use]
    pub fn given(&self, had: &Grant, draft: &Grant) -> Grant {
        let begun = &self.begun;
        let is_whole = |part| self.whole.contains(&part);
        let more = draft.extras.without(begun.extras);
        let less = begun.extras.without(draft.extras);
        Grant {
            level: self.taken(GrantPart::Level, had, draft, |it| it.level),
            extras: if is_whole(GrantPart::Extras) {
                draft.extras
            } else {
                had.extras.and(more).but(less)
            },
            rooms: if is_whole(GrantPart::Rooms) {
                draft.rooms.clone()
            } else {
                one_by_one(&had.rooms, &begun.rooms, &draft.rooms)
            },
            room_sites: if is_whole(GrantPart::RoomSites) {
                draft.room_sites.clone()
            } else {
                one_by_one(&had.room_sites, &begun.room_sites, &draft.room_sites)
            },
            limited_to: self.taken(GrantPart::LimitedTo, had, draft, |it| it.limited_to.clone()),
            starts_at: self.taken(GrantPart::StartsAt, had, draft, |it| it.starts_at),
            ends_at: self.taken(GrantPart::EndsAt, had, draft, |it| it.ends_at),
        }
    }

    /// The draft with which an editor opens: what it begins with, but for the parts that everybody gets.
    #[must_use]
    pub fn opened(&self, draft: &Grant) -> Grant {
        let touched = Self {
            begun: draft.clone(),
            whole: self.whole.clone(),
        };
        touched.given(&self.begun, draft)
    }

    /// A part that is one thing: the draft's where somebody touched it.
    fn taken<T: PartialEq>(
        &self,
        part: GrantPart,
        had: &Grant,
        draft: &Grant,
        of: impl Fn(&Grant) -> T,
    ) -> T {
        let is_touched = self.whole.contains(&part) || of(draft) != of(&self.begun);
        of(if is_touched { draft } else { had })
    }
}

fn one_by_one<T: Ord + Copy>(
    had: &BTreeSet<T>,
    begun: &BTreeSet<T>,
    draft: &BTreeSet<T>,
) -> BTreeSet<T> {
    let kept = had.iter().filter(|it| {
        let is_untouched = !begun.contains(it);
        is_untouched || draft.contains(it)
    });
    let added = draft.iter().filter(|it| !begun.contains(it));
    kept.chain(added).copied().collect()
}

/// What several people have in common: where an edit of all of them begins. Where their levels differ, it is the one that
/// allows least; a limit or a date that not all of them have is left out.
pub fn in_common(all: &[Grant], allows: impl Fn(&Grant) -> PermissionSet) -> Option<Grant> {
    let least = all.iter().min_by_key(|it| allows(it).iter().count())?;
    let mut common = least.clone();
    for one in all {
        let beyond = common.extras.without(one.extras);
        common.extras = common.extras.without(beyond);
        common.rooms.retain(|it| one.rooms.contains(it));
        common.room_sites.retain(|it| one.room_sites.contains(it));
        if common.limited_to != one.limited_to {
            common.limited_to.clear();
        }
        if common.starts_at != one.starts_at {
            common.starts_at = None;
        }
        if common.ends_at != one.ends_at {
            common.ends_at = None;
        }
    }
    Some(common)
}

/// The parts in which several grants differ.
pub fn differing(all: &[Grant]) -> Vec<GrantPart> {
    let differ = |part: &GrantPart| {
        all.windows(2).any(|pair| match pair {
            [one, other] => !is_same(*part, one, other),
            _ => false,
        })
    };
    GrantPart::ALL.into_iter().filter(differ).collect()
}

fn is_same(part: GrantPart, one: &Grant, other: &Grant) -> bool {
    match part {
        GrantPart::Level => one.level == other.level,
        GrantPart::Extras => one.extras == other.extras,
        GrantPart::Rooms => one.rooms == other.rooms,
        GrantPart::RoomSites => one.room_sites == other.room_sites,
        GrantPart::LimitedTo => one.limited_to == other.limited_to,
        GrantPart::StartsAt => one.starts_at == other.starts_at,
        GrantPart::EndsAt => one.ends_at == other.ends_at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Moment, Permission, Preset, RoomId, SiteId};

    fn people() -> [Grant; 2] {
        let room = |id| RoomId(uuid::Uuid::from_u128(id));
        let trial = Grant {
            rooms: [room(1), room(2)].into(),
            ends_at: Some(Moment(14)),
            ..Grant::of(Preset::Staff)
        };
        let limited = Grant {
            extras: PermissionSet::of(&[Permission::Sales]),
            rooms: [room(2)].into(),
            limited_to: [SiteId(uuid::Uuid::from_u128(3))].into(),
            ..Grant::of(Preset::Manager)
        };
        [trial, limited]
    }

    #[test]
    fn r_20_whatever_nobody_touched_stays_as_each_has_it() {
        let had = people();
        let begun = in_common(&had, |it| match it.level {
            crate::LevelRef::Preset(preset) => preset.permissions(),
            crate::LevelRef::Own(_) => PermissionSet::NONE,
        });
        let begun = begun.unwrap();
        assert_eq!((begun.level, begun.ends_at), (Preset::Staff.into(), None));
        assert_eq!(begun.rooms, had[1].rooms, "the room that both have");
        assert!(begun.limited_to.is_empty() && begun.extras.is_empty());
        let edit = GrantEdit {
            begun: begun.clone(),
            whole: BTreeSet::new(),
        };
        for one in &had {
            assert_eq!(edit.given(one, &begun), *one);
        }
        let goods = PermissionSet::of(&[Permission::SpendGoods]);
        let draft = Grant {
            extras: goods,
            rooms: BTreeSet::new(),
            ..begun.clone()
        };
        let [trial, limited] = had.clone().map(|one| edit.given(&one, &draft));
        assert_eq!((trial.extras, trial.rooms.len()), (goods, 1));
        assert_eq!(trial.ends_at, Some(Moment(14)), "the trial still ends");
        assert!(limited.extras.contains(goods) && limited.extras.has(Permission::Sales));
        assert_eq!(limited.limited_to, had[1].limited_to, "R-36");
        assert_eq!(limited.level, had[1].level);
    }

    #[test]
    fn what_is_chosen_again_is_given_to_everybody() {
        let had = people();
        let edit = GrantEdit {
            begun: had[0].clone(),
            whole: [GrantPart::Level, GrantPart::EndsAt].into(),
        };
        let undated = Grant {
            ends_at: None,
            ..had[0].clone()
        };
        let [trial, limited] = had.map(|one| edit.given(&one, &undated));
        assert_eq!((trial.ends_at, limited.level), (None, Preset::Staff.into()));
        let all = [trial, limited];
        let differ = [GrantPart::Extras, GrantPart::Rooms, GrantPart::LimitedTo];
        assert_eq!(differing(&all), differ);
    }
}
