//! Where one sees more of what a letter tells, and the entry of the bell about the same.

use doorward_domain::{NoticeKind, ReminderKind};

use super::facts::Subject;

/// Where one sees more of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadsTo {
    /// The page of an invitation, which a letter has the secret of.
    Invitation,
    /// The page that confirms an address.
    Confirmation,
    /// The page for a new password.
    Reset,
    /// A page about the account, or about signing in to it.
    Account(&'static str),
    /// The reader's own memberships.
    Own,
    /// Among them, what was cancelled or declined.
    Closed,
    /// A request that waits for the reader's decision, which is made in the app.
    Decision,
    /// An invitation that is to be sent again, which is done in the app.
    Resending,
    /// Work for an organisation, which is done in the app that has a list of its own; or nothing there is to see.
    Nothing,
}

impl LeadsTo {
    /// Where what an entry of the bell of this kind is about leads.
    pub fn of(kind: &str) -> Self {
        Subject::of(kind).map_or(Self::Nothing, Subject::leads_to)
    }

    /// The page that the entry leads to: there is no secret in it.
    pub const fn page(self) -> Option<&'static str> {
        match self {
            Self::Invitation | Self::Own => Some("/me"),
            Self::Closed => Some("/me?history=1#closed"),
            Self::Confirmation
            | Self::Reset
            | Self::Account(_)
            | Self::Decision
            | Self::Resending
            | Self::Nothing => None,
        }
    }
}

/// Whether an entry of the bell of this kind asks its reader for a decision.
pub fn asks_for_decision(kind: &str) -> bool {
    LeadsTo::of(kind) == LeadsTo::Decision
}

/// Whether an entry of the bell of this kind tells of an invitation or a link that needs care.
pub fn asks_for_care(kind: &str) -> bool {
    use NoticeKind as K;
    matches!(
        Subject::of(kind),
        Some(
            Subject::Notice(K::Bounced | K::Failed | K::GiverLostRight | K::LinkLostRight)
                | Subject::NewLinkWanted
        )
    )
}

impl Subject {
    /// Where one sees more of it.
    pub const fn leads_to(self) -> LeadsTo {
        use NoticeKind as K;
        use ReminderKind as R;
        match self {
            Self::Notice(K::Invitation)
            | Self::Reminder(R::InvitationWaits | R::InvitationEnds) => LeadsTo::Invitation,
            Self::Notice(K::Declined) => LeadsTo::Closed,
            Self::Notice(K::Request)
            | Self::Reminder(R::RequestWaits | R::RequestEscalates)
            | Self::RequestsHanded => LeadsTo::Decision,
            Self::NewLinkWanted => LeadsTo::Resending,
            Self::Confirmation => LeadsTo::Confirmation,
            Self::Reset => LeadsTo::Reset,
            Self::PasswordChanged => LeadsTo::Account("forgot"),
            Self::AccountExists => LeadsTo::Account("sign-in"),
            Self::Digest | Self::ProviderConnected => LeadsTo::Account("me/account"),
            Self::Notice(
                K::Decided
                | K::Accepted
                | K::InvitationDeclined
                | K::GiverLostRight
                | K::LinkLostRight
                | K::Bounced
                | K::Failed,
            )
            | Self::NewAddress
            | Self::AddressChanged
            | Self::PhoneChanged => LeadsTo::Nothing,
            Self::Notice(
                K::Approved
                | K::Added
                | K::GrantChanged
                | K::Suspended
                | K::Resumed
                | K::Ended
                | K::Renewed
                | K::OwnershipOffered
                | K::OwnershipOfferMade
                | K::OwnershipAccepted
                | K::OwnershipWithdrawn
                | K::ManagementProposed
                | K::ManagementAccepted
                | K::ManagementEnded
                | K::AccountClosing
                | K::AccountDeleted
                | K::OrganisationDeleted,
            )
            | Self::Reminder(R::RequestStuck | R::MembershipEndsSoon | R::MembershipEnds) => {
                LeadsTo::Own
            }
        }
    }

    /// Whether it carries the link of an invitation.
    pub fn carries_invitation(self) -> bool {
        self.leads_to() == LeadsTo::Invitation
    }
}
