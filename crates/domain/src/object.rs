//! What a fact is about: the record that the history names with it.

use uuid::Uuid;

use crate::event::Event;

impl Event {
    /// The id of the record the fact is about; none where it is the organisation as a whole.
    pub const fn object(&self) -> Option<Uuid> {
        Some(match self {
            Self::PersonInvited { membership, .. }
            | Self::JoinRequested { membership, .. }
            | Self::MemberAdded { membership, .. } => membership.id.0,
            Self::InvitationResent { membership, .. }
            | Self::InvitationChanged { membership, .. }
            | Self::InvitationRevoked { membership }
            | Self::InvitationAccepted { membership, .. }
            | Self::InvitationDeclined { membership, .. }
            | Self::Superseded { membership, .. }
            | Self::RequestCancelled { membership }
            | Self::RequestApproved { membership, .. }
            | Self::RequestDeclined { membership, .. }
            | Self::RequestReopened { membership }
            | Self::GrantChanged { membership, .. }
            | Self::MemberSuspended { membership }
            | Self::MemberResumed { membership }
            | Self::MembershipEnded { membership, .. }
            | Self::MembershipExpired { membership, .. }
            | Self::MembershipRenewed { membership, .. }
            | Self::VisibilitySet { membership, .. }
            | Self::PositionSet { membership, .. }
            | Self::OwnershipOffered { membership, .. }
            | Self::OwnershipAccepted { membership, .. }
            | Self::OfferWithdrawn { membership }
            | Self::AccountClosing { membership, .. }
            | Self::AccountKept { membership }
            | Self::AccountDeleted { membership }
            | Self::Withdrawn { membership }
            | Self::StaffTied { membership, .. } => membership.0,
            Self::LinkUsed { link } | Self::LinkClosed { link } => link.0,
            Self::LinkMade { link } | Self::LinkChanged { link } => link.id.0,
            Self::LevelMade { level }
            | Self::LevelChanged { after: level, .. }
            | Self::LevelDeleted { level, .. } => level.id.0,
            Self::RoomMade { room }
            | Self::RoomChanged { after: room, .. }
            | Self::RoomRemoved { room } => room.id.0,
            Self::SiteMade { site }
            | Self::SiteChanged { after: site, .. }
            | Self::SiteRemoved { site } => site.id.0,
            Self::StaffRecordMade { staff }
            | Self::StaffRecordChanged { after: staff, .. }
            | Self::StaffRecordRemoved { staff } => staff.id.0,
            Self::ManagementProposed { .. }
            | Self::ManagementAccepted { .. }
            | Self::ManagementEnded { .. }
            | Self::OrganisationDeleted { .. }
            | Self::SettingsChanged { .. } => return None,
        })
    }
}
