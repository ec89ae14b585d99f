//! What somebody holds, reckoned from the records and not by the code under test, and what somebody has beyond it.

use std::collections::BTreeSet;

use doorward_domain::{
    Grant, LevelRef, Membership, Moment, Permission, PermissionSet, Record, RoomId, SiteId, Status,
};

use super::checks;
use crate::casebook::{Casebook, Person};

/// What one person has.
#[derive(Debug, Clone, Default)]
pub(super) struct Has {
    permissions: PermissionSet,
    rooms: BTreeSet<RoomId>,
    limit: BTreeSet<SiteId>,
    until: Option<Moment>,
    owner: bool,
}

impl Has {
    /// What somebody has, in force, or on paper where it does not count yet.
    pub(super) fn of(book: &Casebook, who: Person, in_force: bool) -> Option<Self> {
        let mut rows = checks::rows(book).filter(|row| row.person == Some(who.id()));
        let counts = |row: &&Membership| {
            row.status == Status::Approved && (!in_force || checks::in_force(book, row))
        };
        let grant = rows.find(counts)?.grant.clone()?;
        Some(Self::by(book, &grant, in_force))
    }

    /// What somebody of the organisation above may give here: as acting Owner everything, else what they hold there, and
    /// rooms only as Owner or Administrator there.
    pub(super) fn above(book: &Casebook, who: Person) -> Option<Self> {
        let managing = book.store.managing.as_ref()?;
        let mut rows = managing.memberships.iter();
        let counts =
            |row: &&Membership| row.person == Some(who.id()) && checks::in_force(book, row);
        let grant = rows.find(counts)?.grant.clone()?;
        let all = grant.is_owner_or_administrator();
        let owner = grant.is_owner();
        let level = match grant.level {
            LevelRef::Preset(preset) => preset.permissions(),
            LevelRef::Own(id) => managing.levels.get(&id)?.permissions,
        };
        let acting = PermissionSet::all();
        Some(Self {
            permissions: if owner {
                acting
            } else {
                level.with(grant.extras)
            },
            rooms: rooms(book).filter(|_| all).map(|it| it.id).collect(),
            limit: if owner {
                BTreeSet::new()
            } else {
                grant.limited_to
            },
            until: grant.ends_at,
            owner,
        })
    }

    fn by(book: &Casebook, grant: &Grant, in_force: bool) -> Self {
        let named = |room: &&doorward_domain::Room| {
            grant.is_owner_or_administrator()
                || grant.rooms.contains(&room.id)
                || grant.room_sites.contains(&room.site)
        };
        let mut permissions = checks::paper(book, grant);
        if in_force && !grant.limited_to.is_empty() {
            permissions = permissions.without(PermissionSet::of(&[
                Permission::LevelsManage,
                Permission::SettingsManage,
                Permission::HistoryView,
                Permission::HistoryExport,
                Permission::BillingView,
                Permission::BillingPay,
                Permission::OrganisationDelete,
            ]));
        }
        Self {
            permissions,
            rooms: rooms(book).filter(named).map(|it| it.id).collect(),
            limit: grant.limited_to.clone(),
            until: grant.ends_at,
            owner: grant.is_owner(),
        }
    }

    /// What they have besides what they had, in words, where the giver did not hold it.
    pub(super) fn beyond(&self, had: Option<&Self>, giver: &Self) -> Vec<String> {
        let before = had.cloned().unwrap_or_default();
        let free = PermissionSet::of(&[Permission::Discounts]);
        let new = self.permissions.without(before.permissions).without(free);
        let mut beyond: Vec<String> = new
            .without(giver.permissions)
            .iter()
            .map(|it| format!("{it:?}"))
            .collect();
        let doors = self.rooms.difference(&before.rooms);
        let doors = doors.filter(|room| !giver.rooms.contains(room));
        beyond.extend(doors.map(|room| format!("{room:?}")));
        let administers = |set: PermissionSet| {
            let kinds = [
                Permission::MembersManage,
                Permission::InvitationsManage,
                Permission::AccessGrant,
            ];
            kinds.into_iter().any(|it| set.has(it))
        };
        let wider = self.limit.is_empty() || !self.limit.is_subset(&giver.limit);
        if administers(new) && !giver.limit.is_empty() && wider {
            beyond.push("a wider limit".to_owned());
        }
        let outlives = giver
            .until
            .is_some_and(|end| self.until.is_none_or(|it| it > end));
        if administers(new) && outlives {
            beyond.push("a later end".to_owned());
        }
        if self.owner && !before.owner && !giver.owner {
            beyond.push("ownership".to_owned());
        }
        beyond
    }
}

pub(super) fn rooms(book: &Casebook) -> impl Iterator<Item = &doorward_domain::Room> {
    book.store.records.values().filter_map(|held| {
        let Record::Room(room) = &held.value else {
            return None;
        };
        Some(room)
    })
}
