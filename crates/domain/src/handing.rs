//! What may hand requests on to somebody who could not decide them before. Whose they are is derived
//! when asked; here stands only after which facts it is worth asking anew.

use crate::MembershipId;
use crate::event::Event;
use crate::grant::Grant;
use crate::level::LevelRef;
use crate::permission::Permission;
use crate::world::World;

/// Whether a fact may make somebody else decide open requests, here or in a community that this organisation manages; ask
/// after it was evolved into the world.
pub fn hands_requests_on(world: &World, event: &Event) -> bool {
    match event {
        Event::InvitationAccepted { membership, .. }
        | Event::RequestApproved { membership, .. }
        | Event::MemberSuspended { membership }
        | Event::MemberResumed { membership }
        | Event::MembershipEnded { membership, .. }
        | Event::MembershipExpired { membership, .. }
        | Event::MembershipRenewed { membership, .. } => decides_on_paper(world, *membership),
        Event::MemberAdded { membership, .. } => membership.grant.as_ref().is_none_or(decides),
        Event::GrantChanged { before, after, .. }
        | Event::OwnershipAccepted { before, after, .. } => decides(before) || decides(after),
        Event::LevelChanged { before, after } => {
            let has = |it: &crate::Level| it.permissions.implied().has(Permission::RequestsDecide);
            has(before) != has(after)
        }
        Event::SettingsChanged { before, after } => before.escalation_days != after.escalation_days,
        Event::LevelDeleted { .. }
        | Event::ManagementAccepted { .. }
        | Event::ManagementEnded { .. }
        | Event::AccountDeleted { .. } => true,
        Event::PersonInvited { .. }
        | Event::InvitationResent { .. }
        | Event::InvitationChanged { .. }
        | Event::InvitationRevoked { .. }
        | Event::InvitationDeclined { .. }
        | Event::Superseded { .. }
        | Event::JoinRequested { .. }
        | Event::RequestCancelled { .. }
        | Event::RequestDeclined { .. }
        | Event::RequestReopened { .. }
        | Event::VisibilitySet { .. }
        | Event::PositionSet { .. }
        | Event::LinkMade { .. }
        | Event::LinkChanged { .. }
        | Event::LinkUsed { .. }
        | Event::LinkClosed { .. }
        | Event::LevelMade { .. }
        | Event::OwnershipOffered { .. }
        | Event::OfferWithdrawn { .. }
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
        | Event::ManagementProposed { .. }
        | Event::AccountClosing { .. }
        | Event::AccountKept { .. }
        | Event::Withdrawn { .. }
        | Event::OrganisationDeleted { .. } => false,
    }
}

fn decides_on_paper(world: &World, id: MembershipId) -> bool {
    let grant = world.membership(id).and_then(|it| it.grant.as_ref());
    grant.is_none_or(decides)
}

/// Whether a grant may open requests; what an own level allows need not be known here.
fn decides(grant: &Grant) -> bool {
    let by_level = match grant.level {
        LevelRef::Preset(preset) => preset.permissions().has(Permission::RequestsDecide),
        LevelRef::Own(_) => true,
    };
    by_level || grant.extras.implied().has(Permission::RequestsDecide)
}
