//! The messages that head and end a letter, by what it is about.

use doorward_domain::{NoticeKind, ReminderKind};

use super::super::facts::Subject;
use super::writer::Writer;

impl Writer<'_> {
    /// The line that the letter is found by.
    pub(super) fn subject_id(&self) -> &'static str {
        match self.of.subject {
            Subject::Notice(NoticeKind::Invitation) if self.inviter().is_none() => {
                "letter-invitation-subject-operator"
            }
            Subject::Notice(kind) => of_notice(kind),
            Subject::Reminder(kind) => of_reminder(kind),
            Subject::RequestsHanded => "letter-requests-handed-subject",
            Subject::NewLinkWanted => "letter-new-link-subject",
            Subject::Confirmation => "letter-confirmation-subject",
            Subject::AccountExists => "letter-account-exists-subject",
            Subject::Reset => "letter-reset-subject",
            Subject::PasswordChanged => "letter-password-changed-subject",
            Subject::NewAddress => "letter-new-address-subject",
            Subject::AddressChanged => "letter-address-changed-subject",
            Subject::PhoneChanged => "letter-phone-changed-subject",
            Subject::ProviderConnected => "letter-provider-connected-subject",
            Subject::Digest => "letter-digest-subject",
        }
    }

    /// Why somebody gets it.
    pub(super) fn why_id(&self) -> &'static str {
        use NoticeKind as K;
        use ReminderKind as R;
        match self.of.subject {
            Subject::Notice(K::Invitation)
            | Subject::Reminder(R::InvitationWaits | R::InvitationEnds) => {
                if self.inviter().is_none() {
                    "letter-invitation-why-operator"
                } else {
                    "letter-invitation-why"
                }
            }
            Subject::Notice(K::Request | K::Decided)
            | Subject::Reminder(R::RequestWaits | R::RequestEscalates)
            | Subject::RequestsHanded => "letter-decider-why",
            Subject::Notice(K::GiverLostRight | K::LinkLostRight) | Subject::NewLinkWanted => {
                "letter-inviter-why"
            }
            Subject::Notice(K::Accepted | K::InvitationDeclined | K::Bounced | K::Failed) => {
                "letter-giver-why"
            }
            Subject::Reminder(R::RequestStuck) => "letter-requester-why",
            Subject::Notice(K::ManagementProposed | K::ManagementAccepted | K::ManagementEnded) => {
                "letter-owner-why"
            }
            Subject::Notice(_) | Subject::Reminder(R::MembershipEndsSoon | R::MembershipEnds) => {
                "letter-member-why"
            }
            Subject::Confirmation | Subject::AccountExists => "letter-account-why",
            Subject::Reset
            | Subject::PasswordChanged
            | Subject::PhoneChanged
            | Subject::ProviderConnected => "letter-login-why",
            Subject::NewAddress => "letter-new-address-why",
            Subject::AddressChanged => "letter-address-changed-why",
            Subject::Digest => "letter-digest-why",
        }
    }
}

/// The message that one line says of an entry of the bell, by its kind and whether somebody is known to have done it.
pub fn line_of(kind: &str, by_somebody: bool) -> &'static str {
    match Subject::of(kind) {
        Some(Subject::Notice(NoticeKind::Invitation)) if !by_somebody => {
            "letter-invitation-subject-operator"
        }
        Some(Subject::Notice(NoticeKind::Decided)) if by_somebody => "bell-decided",
        Some(Subject::Notice(NoticeKind::Decided)) => "bell-decided-nobody",
        Some(Subject::Notice(kind)) => of_notice(kind),
        Some(Subject::Reminder(ReminderKind::MembershipEndsSoon)) => "bell-membership-ends-soon",
        Some(Subject::Reminder(kind)) => of_reminder(kind),
        Some(Subject::RequestsHanded) => "bell-requests-handed",
        Some(Subject::NewLinkWanted) => "letter-new-link-subject",
        Some(
            Subject::Confirmation
            | Subject::AccountExists
            | Subject::Reset
            | Subject::PasswordChanged
            | Subject::NewAddress
            | Subject::AddressChanged
            | Subject::PhoneChanged
            | Subject::ProviderConnected
            | Subject::Digest,
        )
        | None => "bell-unknown",
    }
}

fn of_notice(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Invitation => "letter-invitation-subject",
        NoticeKind::Request => "letter-request-subject",
        NoticeKind::Approved => "letter-approved-subject",
        NoticeKind::Declined => "letter-declined-subject",
        NoticeKind::Decided => "letter-decided-subject",
        NoticeKind::Accepted => "letter-accepted-subject",
        NoticeKind::InvitationDeclined => "letter-invitation-declined-subject",
        NoticeKind::GiverLostRight => "letter-giver-lost-right-subject",
        NoticeKind::LinkLostRight => "letter-link-lost-right-subject",
        NoticeKind::Bounced => "letter-bounced-subject",
        NoticeKind::Failed => "letter-failed-subject",
        NoticeKind::Added => "letter-added-subject",
        NoticeKind::GrantChanged => "letter-grant-changed-subject",
        NoticeKind::Suspended => "letter-suspended-subject",
        NoticeKind::Resumed => "letter-resumed-subject",
        NoticeKind::Ended => "letter-ended-subject",
        NoticeKind::Renewed => "letter-renewed-subject",
        NoticeKind::OwnershipOffered => "letter-ownership-offered-subject",
        NoticeKind::OwnershipOfferMade => "letter-ownership-offer-made-subject",
        NoticeKind::OwnershipAccepted => "letter-ownership-accepted-subject",
        NoticeKind::OwnershipWithdrawn => "letter-ownership-withdrawn-subject",
        NoticeKind::ManagementProposed => "letter-management-proposed-subject",
        NoticeKind::ManagementAccepted => "letter-management-accepted-subject",
        NoticeKind::ManagementEnded => "letter-management-ended-subject",
        NoticeKind::AccountClosing => "letter-account-closing-subject",
        NoticeKind::AccountDeleted => "letter-account-deleted-subject",
        NoticeKind::OrganisationDeleted => "letter-organisation-deleted-subject",
    }
}

fn of_reminder(kind: ReminderKind) -> &'static str {
    match kind {
        ReminderKind::InvitationWaits => "letter-invitation-waits-subject",
        ReminderKind::InvitationEnds => "letter-invitation-ends-subject",
        ReminderKind::RequestWaits => "letter-request-waits-subject",
        ReminderKind::RequestEscalates => "letter-request-escalates-subject",
        ReminderKind::RequestStuck => "letter-request-stuck-subject",
        ReminderKind::MembershipEndsSoon => "letter-membership-ends-soon-subject",
        ReminderKind::MembershipEnds => "letter-membership-ends-subject",
    }
}
