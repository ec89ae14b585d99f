//! `evolve`: a fact becomes records. It cannot fail: what may happen was judged before.

use std::collections::BTreeSet;

use crate::Grant;
use crate::actor::Signed;
use crate::event::Event;
use crate::membership::{Sent, Side, Status};
use crate::organisation::Standing;
use crate::record::{Record, RecordKey, Room, Site, Version};
use crate::staff::StaffRecord;
use crate::world::World;

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

/// The change that one fact makes to the world.
pub(super) struct Step<'a> {
    pub(super) world: &'a mut World,
    pub(super) version: Version,
    pub(super) signed: &'a Signed,
    pub(super) touched: BTreeSet<RecordKey>,
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
                let at = giver.at;
                self.change(*membership, |it| {
                    it.grant = Some(grant.clone());
                    it.invitation = it.invitation.take().map(|sent| Sent {
                        giver,
                        expires_at: *expires_at,
                        generation: sent.generation + 1,
                        sent_at: Some(at),
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
            } => self.change_grant(*membership, after),
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
}

/// accepting takes a new Owner's dates away.
fn undated_owner(mut grant: Grant) -> Grant {
    if grant.is_owner() {
        (grant.starts_at, grant.ends_at) = (None, None);
    }
    grant
}
