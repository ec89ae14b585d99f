//! How the rows of a world change, each with what follows from it.

use crate::delivery::Delivery;
use crate::level::{Level, LevelRef};
use crate::link::Link;
use crate::membership::{Membership, Side, Status};
use crate::organisation::{Organisation, Settings};
use crate::record::{MemberContact, Record};
use crate::{Contact, Grant, LinkId, MembershipId, SiteId};

use super::facts::Step;

impl Step<'_> {
    /// What every device has to know stands with the organisation too, which more people see than the settings.
    pub(super) fn settings(&mut self, after: &Settings) {
        self.put(Record::Settings(after.clone()));
        let differs = |it: &&Organisation| it.locked_after_days != after.locked_after_days;
        if let Some(organisation) = self.world.organisation().filter(differs) {
            let organisation = Organisation {
                locked_after_days: after.locked_after_days,
                ..organisation.clone()
            };
            self.put(Record::Organisation(organisation));
        }
    }

    pub(super) fn change_organisation(&mut self, change: impl FnOnce(&mut Organisation)) {
        if let Some(mut organisation) = self.world.organisation().cloned() {
            change(&mut organisation);
            self.put(Record::Organisation(organisation));
        }
    }

    pub(super) fn put(&mut self, record: Record) {
        self.touched.insert(record.key(self.world.id));
        self.world
            .put(record, self.version, Some(self.signed.clone()));
    }

    pub(super) fn begin(&mut self, membership: &Membership, contacts: Vec<Contact>) {
        self.put(Record::Membership(Box::new(membership.clone())));
        self.contacts(membership.id, contacts);
    }

    /// the letter of an invitation that goes out waits to be sent. RAT-2: it counts from now on.
    pub(super) fn send(&mut self, id: MembershipId) {
        let row = self.world.membership(id);
        if let Some(begun) = row.and_then(|it| Delivery::begun(it, self.signed.at)) {
            self.put(Record::Delivery(begun));
        }
        self.world.count_sent(id);
    }

    pub(super) fn contacts(&mut self, membership: MembershipId, contacts: Vec<Contact>) {
        self.put(Record::MemberContact(MemberContact {
            membership,
            contacts,
        }));
    }

    pub(super) fn change(&mut self, id: MembershipId, change: impl FnOnce(&mut Membership)) {
        let Some(held) = self.world.membership(id) else {
            return;
        };
        let mut membership = held.value.clone();
        change(&mut membership);
        self.put(Record::Membership(Box::new(membership)));
    }

    pub(super) fn decide(&mut self, id: MembershipId, status: Status) {
        let decided = self.signed.clone();
        self.change(id, |it| {
            it.status = status;
            if status.is_approved() {
                it.approved_at = Some(decided.at);
                it.end_set_at = None;
            }
            it.decided = Some(decided);
            it.visible = it.visible && status.is_approved();
            it.offer = it.offer.take().filter(|_| status.is_approved());
        });
    }

    pub(super) fn change_grant(&mut self, id: MembershipId, after: &Grant) {
        let at = self.signed.at;
        self.change(id, |it| {
            if it.grant.as_ref().and_then(|before| before.ends_at) != after.ends_at {
                it.end_set_at = Some(at);
            }
            it.grant = Some(after.clone());
        });
    }

    pub(super) fn end(&mut self, id: MembershipId, by: Side) {
        let suspended = self.world.membership(id).is_some_and(|it| it.suspended);
        self.decide(id, Status::Ended { by, suspended });
    }

    pub(super) fn reopen(&mut self, id: MembershipId) {
        let at = self.signed.at;
        self.decide(id, Status::Initiated { by: Side::Person });
        self.change(id, |it| {
            it.reason = None;
            it.asked = it.asked.take().map(|asked| crate::Asked {
                waits_since: at,
                ..asked
            });
        });
    }

    pub(super) fn put_link(&mut self, link: &Link) {
        self.put(Record::Link(link.clone()));
    }

    pub(super) fn change_link(&mut self, id: LinkId, change: impl FnOnce(&mut Link)) {
        let Some(held) = self.world.links.get(&id) else {
            return;
        };
        let mut link = held.value.clone();
        change(&mut link);
        self.put_link(&link);
    }

    /// rooms that come or go leave everybody the rooms they had.
    pub(super) fn keep_rooms_of(&mut self, sites: &[SiteId]) {
        for site in sites {
            let grants = self.world.rooms_one_by_one(*site);
            self.regrant(grants);
        }
    }

    pub(super) fn regrant(&mut self, grants: Vec<(MembershipId, Grant)>) {
        for (membership, grant) in grants {
            self.change(membership, |it| it.grant = Some(grant));
        }
    }

    pub(super) fn delete_level(&mut self, level: &Level, replacement: Option<LevelRef>) {
        self.put(Record::Level(Level {
            deleted: true,
            ..level.clone()
        }));
        let deleted = LevelRef::Own(level.id);
        let Some(replacement) = replacement else {
            return;
        };
        self.move_invitations(deleted, replacement);
        let Some(mut settings) = self.world.settings().cloned() else {
            return;
        };
        let before = settings.clone();
        for default in [&mut settings.default_level, &mut settings.request_level] {
            if *default == deleted {
                *default = replacement;
            }
        }
        if settings != before {
            self.put(Record::Settings(settings));
        }
    }

    pub(super) fn move_invitations(&mut self, from: LevelRef, to: LevelRef) {
        let at_level = |it: &Membership| it.grant.as_ref().is_some_and(|it| it.level == from);
        let open = self.world.memberships.values();
        let open = open.filter(|it| it.is_open_invitation() && at_level(it));
        for id in open.map(|it| it.id).collect::<Vec<_>>() {
            self.change(id, |it| {
                it.grant = it.grant.take().map(|grant| Grant { level: to, ..grant });
            });
        }
    }
}
