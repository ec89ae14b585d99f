//! The table of RULES 7: which fact is told to whom.

use crate::event::Event;
use crate::membership::{Membership, Side};
use crate::notice::{About, Notice, NoticeKind, Recipients};
use crate::organisation::Standing;
use crate::record::Held;
use crate::world::World;
use crate::{Grant, MembershipId, Moment, OrganisationId};

/// What is told in another way than by the table: about an organisation as a whole, or about an account that goes.
pub(crate) fn told_apart(world: &World, event: &Event, now: Moment) -> Option<Vec<Notice>> {
    use NoticeKind as K;
    if let Event::ManagementProposed { proposal } = event {
        Some(both_sides(world, K::ManagementProposed, proposal.manager))
    } else if let Event::ManagementAccepted { manager } = event {
        Some(both_sides(world, K::ManagementAccepted, *manager))
    } else if let Event::ManagementEnded { manager, .. } = event {
        Some(both_sides(world, K::ManagementEnded, *manager))
    } else if let Event::AccountClosing { membership, .. } = event {
        Some(those_in_charge(world, K::AccountClosing, *membership, now))
    } else if let Event::AccountDeleted { membership } = event {
        Some(those_in_charge(world, K::AccountDeleted, *membership, now))
    } else if let Event::MembershipEnded {
        membership,
        by: Side::System,
    } = event
    {
        let gone =
            |world: &World| world.organisation().map(|it| it.standing) == Some(Standing::Deleted);
        gone(world).then(|| its_person(world, K::OrganisationDeleted, *membership))
    } else {
        None
    }
}

/// Ownership and management are told to the Owners of both sides.
fn both_sides(world: &World, kind: NoticeKind, manager: OrganisationId) -> Vec<Notice> {
    let notice = |of| Notice {
        to: Recipients::Owners { of },
        kind,
        about: About::Organisation(world.id),
    };
    [world.id, manager].map(notice).into()
}

/// Administrators and Owners in force, those presets, but not the person whose account it is, nor who is
/// limited to sites where the member does not belong.
fn those_in_charge(world: &World, kind: NoticeKind, id: MembershipId, now: Moment) -> Vec<Notice> {
    let member = world.membership(id);
    let theirs = member.and_then(|it| it.person);
    let places = member
        .and_then(|it| it.grant.as_ref())
        .map(Grant::places)
        .unwrap_or_default();
    let sees = |Grant { limited_to, .. }: &Grant| {
        places.are_within(limited_to, &world.rooms_in(limited_to))
    };
    let in_charge = |it: &&Held<Membership>| {
        let holds = it
            .grant
            .as_ref()
            .is_some_and(|grant| grant.is_owner_or_administrator() && sees(grant));
        holds && it.is_in_force(now) && it.person != theirs
    };
    let rows = world.memberships.values().filter(in_charge);
    let notice = |row: &Held<Membership>| {
        Some(Notice {
            to: Recipients::Person {
                person: row.person?,
            },
            kind,
            about: About::Membership(id),
        })
    };
    rows.filter_map(notice).collect()
}

fn its_person(world: &World, kind: NoticeKind, id: MembershipId) -> Vec<Notice> {
    let person = world.membership(id).and_then(|it| it.person);
    let notice = |person| Notice {
        to: Recipients::Person { person },
        kind,
        about: About::Membership(id),
    };
    person.map(notice).into_iter().collect()
}

/// To whom a notice goes, seen from the membership it is about.
#[derive(Clone, Copy)]
pub(crate) enum Who {
    Person,
    Giver,
    Contact,
    Deciders,
    Owners,
}

/// What each fact makes somebody be told, where it is about one membership.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each fact; a table is read at one go"
)]
pub(crate) fn told(event: &Event) -> Option<(MembershipId, &'static [(Who, NoticeKind)])> {
    use NoticeKind as K;
    Some(match event {
        Event::PersonInvited { membership, .. } => {
            (membership.id, &[(Who::Contact, K::Invitation)])
        }
        Event::InvitationResent { membership, .. } => {
            (*membership, &[(Who::Contact, K::Invitation)])
        }
        Event::InvitationAccepted { membership, .. } => (*membership, &[(Who::Giver, K::Accepted)]),
        Event::InvitationDeclined { membership, .. } => {
            (*membership, &[(Who::Giver, K::InvitationDeclined)])
        }
        Event::JoinRequested { membership, .. } => (membership.id, &[(Who::Deciders, K::Request)]),
        Event::RequestReopened { membership } => (*membership, &[(Who::Deciders, K::Request)]),
        Event::RequestApproved { membership, .. } => (
            *membership,
            &[(Who::Person, K::Approved), (Who::Deciders, K::Decided)],
        ),
        Event::RequestDeclined { membership, .. } => (
            *membership,
            &[(Who::Person, K::Declined), (Who::Deciders, K::Decided)],
        ),
        Event::MemberAdded { membership, .. } => (membership.id, &[(Who::Person, K::Added)]),
        Event::GrantChanged { membership, .. } => (*membership, &[(Who::Person, K::GrantChanged)]),
        Event::MemberSuspended { membership } => (*membership, &[(Who::Person, K::Suspended)]),
        Event::MemberResumed { membership } => (*membership, &[(Who::Person, K::Resumed)]),
        Event::MembershipEnded {
            membership,
            by: Side::Organisation | Side::System,
        }
        | Event::MembershipExpired { membership, .. } => (*membership, &[(Who::Person, K::Ended)]),
        Event::MembershipRenewed { membership, .. } => (*membership, &[(Who::Person, K::Renewed)]),
        Event::OwnershipOffered { membership, .. } => (
            *membership,
            &[
                (Who::Person, K::OwnershipOffered),
                (Who::Owners, K::OwnershipOfferMade),
            ],
        ),
        Event::OwnershipAccepted { membership, .. } => {
            (*membership, &[(Who::Owners, K::OwnershipAccepted)])
        }
        Event::OfferWithdrawn { membership } => (
            *membership,
            &[
                (Who::Person, K::OwnershipWithdrawn),
                (Who::Owners, K::OwnershipWithdrawn),
            ],
        ),
        Event::MembershipEnded {
            by: Side::Person, ..
        }
        | Event::InvitationChanged { .. }
        | Event::InvitationRevoked { .. }
        | Event::Superseded { .. }
        | Event::RequestCancelled { .. }
        | Event::VisibilitySet { .. }
        | Event::PositionSet { .. }
        | Event::LinkMade { .. }
        | Event::LinkChanged { .. }
        | Event::LinkUsed { .. }
        | Event::LinkClosed { .. }
        | Event::LevelMade { .. }
        | Event::LevelChanged { .. }
        | Event::LevelDeleted { .. }
        | Event::RoomMade { .. }
        | Event::RoomChanged { .. }
        | Event::RoomRemoved { .. }
        | Event::SiteMade { .. }
        | Event::SiteChanged { .. }
        | Event::SiteRemoved { .. }
        | Event::StaffRecordMade { .. }
        | Event::StaffRecordChanged { .. }
        | Event::StaffRecordRemoved { .. }
        | Event::StaffTied { .. }
        | Event::SettingsChanged { .. }
        | Event::ManagementProposed { .. }
        | Event::ManagementAccepted { .. }
        | Event::ManagementEnded { .. }
        | Event::AccountClosing { .. }
        | Event::AccountKept { .. }
        | Event::AccountDeleted { .. }
        | Event::Withdrawn { .. }
        | Event::OrganisationDeleted { .. } => return None,
    })
}
