//! `evolve`: a fact becomes records. It cannot fail: what may happen was judged before.

use std::collections::BTreeSet;

use crate::actor::Signed;
use crate::delivery::Delivery;
use crate::event::Event;
use crate::level::{Level, LevelRef};
use crate::link::Link;
use crate::membership::{Membership, Sent, Side, Status};
use crate::organisation::{Organisation, Settings, Standing};
use crate::record::{MemberContact, Record, RecordKey, Room, Site, Version};
use crate::staff::StaffRecord;
use crate::world::World;
use crate::{Contact, Grant, LinkId, MembershipId, SiteId};

/// Applies a fact to the world and names the records it touched: what the store saves, the feed sends and the
/// screen shows anew.
pub fn evolve(
    world: &mut World,
    event: &Event,
    version: Version,
    signed: &Signed,
) -> BTreeSet<RecordKey> {
    let mut step = Step {
        world,
        version,
        signed,
        touched: BTreeSet::new(),
    };
    step.apply(event);
    step.touched
}

struct Step<'a> {
    world: &'a mut World,
    version: Version,
    signed: &'a Signed,
    touched: BTreeSet<RecordKey>,
}

impl Step<'_> {
    #[expect(
        clippy::too_many_lines,
        reason = "one arm for each fact; a table is read at one go"
    )]
    fn apply(&mut self, event: &Event) {
        match event {
            Event::PersonInvited {
                membership,
                contact,
            } => {
                self.begin(membership, vec![contact.clone()]);
                self.send(membership.id);
            }
            Event::JoinRequested {
                membership,
                contacts,
            }
            | Event::MemberAdded {
                membership,
                contacts,
            } => {
                self.begin(membership, contacts.clone());
            }
            Event::InvitationResent {
                membership,
                expires_at,
                grant,
            } => {
                let giver = self.signed.clone();
                self.change(*membership, |it| {
                    it.grant = Some(grant.clone());
                    it.invitation = it.invitation.take().map(|sent| Sent {
                        giver,
                        expires_at: *expires_at,
                        generation: sent.generation + 1,
                        ..sent
                    });
                });
                self.send(*membership);
            }
            Event::InvitationChanged {
                membership, after, ..
            } => {
                let by = self.signed.clone();
                self.change(*membership, |it| {
                    it.grant = Some(after.clone());
                    it.invitation = it.invitation.take().map(|sent| Sent { giver: by, ..sent });
                });
            }
            Event::InvitationRevoked { membership } => self.decide(
                *membership,
                Status::Cancelled {
                    by: Side::Organisation,
                },
            ),
            Event::InvitationAccepted {
                membership,
                person,
                name,
                contacts,
            } => {
                self.change(*membership, |it| {
                    it.person = Some(*person);
                    it.name = Some(name.clone());
                    it.grant = it.grant.take().map(undated_owner);
                });
                self.decide(*membership, Status::Approved);
                self.contacts(*membership, contacts.clone());
            }
            Event::InvitationDeclined { membership, person } => {
                self.change(*membership, |it| it.person = Some(*person));
                self.decide(*membership, Status::Rejected { by: Side::Person });
            }
            Event::Superseded { membership, .. } | Event::Withdrawn { membership } => {
                self.decide(*membership, Status::Cancelled { by: Side::System });
            }
            Event::RequestCancelled { membership } => {
                self.decide(*membership, Status::Cancelled { by: Side::Person });
            }
            Event::RequestApproved { membership, grant } => {
                self.change(*membership, |it| it.grant = Some(grant.clone()));
                self.decide(*membership, Status::Approved);
            }
            Event::RequestDeclined { membership, reason } => {
                self.decide(
                    *membership,
                    Status::Rejected {
                        by: Side::Organisation,
                    },
                );
                self.change(*membership, |it| it.reason.clone_from(reason));
            }
            Event::RequestReopened { membership } => self.reopen(*membership),
            Event::GrantChanged {
                membership, after, ..
            } => self.change(*membership, |it| it.grant = Some(after.clone())),
            Event::MemberSuspended { membership } => {
                self.change(*membership, |it| it.suspended = true);
            }
            Event::MemberResumed { membership } => {
                self.change(*membership, |it| it.suspended = false);
            }
            Event::MembershipEnded { membership, by } => self.end(*membership, *by),
            Event::MembershipExpired { membership, by } => {
                self.decide(*membership, Status::Expired { by: *by });
            }
            Event::MembershipRenewed { membership, grant } => {
                self.change(*membership, |it| it.grant = Some(grant.clone()));
                self.decide(*membership, Status::Approved);
            }
            Event::VisibilitySet {
                membership,
                visible,
            } => self.change(*membership, |it| it.visible = *visible),
            Event::PositionSet {
                membership,
                position,
            } => self.change(*membership, |it| it.position.clone_from(position)),
            Event::LinkMade { link } | Event::LinkChanged { link } => self.put_link(link),
            Event::LinkUsed { link } => self.change_link(*link, |it| it.uses += 1),
            Event::LinkClosed { link } => self.change_link(*link, |it| it.closed = true),
            Event::LevelMade { level } | Event::LevelChanged { after: level, .. } => {
                self.put(Record::Level(level.clone()));
            }
            Event::LevelDeleted { level, replacement } => self.delete_level(level, *replacement),
            Event::OwnershipOffered { membership, offer } => {
                self.change(*membership, |it| it.offer = Some(offer.clone()));
            }
            Event::OwnershipAccepted {
                membership, after, ..
            } => self.change(*membership, |it| {
                it.grant = Some(after.clone());
                it.offer = None;
            }),
            Event::OfferWithdrawn { membership } => self.change(*membership, |it| it.offer = None),
            Event::RoomMade { room } => {
                self.keep_rooms_of(&[room.site]);
                self.put(Record::Room(room.clone()));
            }
            Event::RoomChanged { before, after } => {
                if before.site != after.site {
                    self.keep_rooms_of(&[before.site, after.site]);
                }
                self.put(Record::Room(after.clone()));
            }
            Event::RoomRemoved { room } => {
                let grants = self.world.invitations_without_room(room.id);
                self.regrant(grants);
                self.put(Record::Room(Room {
                    removed: true,
                    ..room.clone()
                }));
            }
            Event::SiteMade { site } | Event::SiteChanged { after: site, .. } => {
                self.put(Record::Site(site.clone()));
            }
            Event::SiteRemoved { site } => {
                let grants = self.world.without_site(site.id);
                self.regrant(grants);
                self.put(Record::Site(Site {
                    removed: true,
                    ..site.clone()
                }));
            }
            Event::StaffRecordMade { staff } | Event::StaffRecordChanged { after: staff, .. } => {
                self.put(Record::Staff(staff.clone()));
            }
            Event::StaffRecordRemoved { staff } => self.put(Record::Staff(StaffRecord {
                removed: true,
                ..staff.clone()
            })),
            Event::StaffTied { membership, staff } => {
                self.change(*membership, |it| it.staff = Some(*staff));
            }
            Event::ManagementProposed { proposal } => self.change_organisation(|it| {
                it.proposal = Some(proposal.clone());
            }),
            Event::ManagementAccepted { manager } => self.change_organisation(|it| {
                let proposal = it.proposal.take();
                it.managed_by = Some(*manager);
                it.manager_name = proposal.and_then(|it| it.manager_name);
            }),
            Event::ManagementEnded { .. } => self.change_organisation(|it| {
                (it.managed_by, it.manager_name, it.proposal) = (None, None, None);
            }),
            Event::OrganisationDeleted { .. } => self.change_organisation(|it| {
                it.standing = Standing::Deleted;
                it.proposal = None;
            }),
            // The account is the person's, and no record of an organisation's.
            Event::AccountClosing { .. }
            | Event::AccountKept { .. }
            | Event::AccountDeleted { .. } => {}
            Event::SettingsChanged { after, .. } => self.settings(after),
        }
    }

    /// What every device has to know stands with the organisation too, which more people see than the settings.
    fn settings(&mut self, after: &Settings) {
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

    fn change_organisation(&mut self, change: impl FnOnce(&mut Organisation)) {
        if let Some(mut organisation) = self.world.organisation().cloned() {
            change(&mut organisation);
            self.put(Record::Organisation(organisation));
        }
    }

    fn put(&mut self, record: Record) {
        self.touched.insert(record.key(self.world.id));
        self.world
            .put(record, self.version, Some(self.signed.clone()));
    }

    fn begin(&mut self, membership: &Membership, contacts: Vec<Contact>) {
        self.put(Record::Membership(Box::new(membership.clone())));
        self.contacts(membership.id, contacts);
    }

    /// the letter of an invitation that goes out waits to be sent. RAT-2: it counts from now on.
    fn send(&mut self, id: MembershipId) {
        let row = self.world.membership(id);
        if let Some(begun) = row.and_then(|it| Delivery::begun(it, self.signed.at)) {
            self.put(Record::Delivery(begun));
        }
        self.world.count_sent(id);
    }

    fn contacts(&mut self, membership: MembershipId, contacts: Vec<Contact>) {
        self.put(Record::MemberContact(MemberContact {
            membership,
            contacts,
        }));
    }

    fn change(&mut self, id: MembershipId, change: impl FnOnce(&mut Membership)) {
        let Some(held) = self.world.membership(id) else {
            return;
        };
        let mut membership = held.value.clone();
        change(&mut membership);
        self.put(Record::Membership(Box::new(membership)));
    }

    fn decide(&mut self, id: MembershipId, status: Status) {
        let decided = self.signed.clone();
        self.change(id, |it| {
            it.status = status;
            if status.is_approved() {
                it.approved_at = Some(decided.at);
            }
            it.decided = Some(decided);
            it.visible = it.visible && status.is_approved();
            it.offer = it.offer.take().filter(|_| status.is_approved());
        });
    }

    fn end(&mut self, id: MembershipId, by: Side) {
        let suspended = self.world.membership(id).is_some_and(|it| it.suspended);
        self.decide(id, Status::Ended { by, suspended });
    }

    fn reopen(&mut self, id: MembershipId) {
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

    fn put_link(&mut self, link: &Link) {
        self.put(Record::Link(link.clone()));
    }

    fn change_link(&mut self, id: LinkId, change: impl FnOnce(&mut Link)) {
        let Some(held) = self.world.links.get(&id) else {
            return;
        };
        let mut link = held.value.clone();
        change(&mut link);
        self.put_link(&link);
    }

    /// rooms that come or go leave everybody the rooms they had.
    fn keep_rooms_of(&mut self, sites: &[SiteId]) {
        for site in sites {
            let grants = self.world.rooms_one_by_one(*site);
            self.regrant(grants);
        }
    }

    fn regrant(&mut self, grants: Vec<(MembershipId, Grant)>) {
        for (membership, grant) in grants {
            self.change(membership, |it| it.grant = Some(grant));
        }
    }

    fn delete_level(&mut self, level: &Level, replacement: Option<LevelRef>) {
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
}

impl Step<'_> {
    fn move_invitations(&mut self, from: LevelRef, to: LevelRef) {
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

/// accepting takes a new Owner's dates away.
fn undated_owner(mut grant: Grant) -> Grant {
    if grant.is_owner() {
        (grant.starts_at, grant.ends_at) = (None, None);
    }
    grant
}
