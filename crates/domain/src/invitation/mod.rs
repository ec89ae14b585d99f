//! Addressed invitations: sent to one contact, accepted by who has verified it (RULES 4, BTX-1 to BTX-17, ACT-1 to ACT-26).

mod accept;
mod acceptable;
mod change;
mod decline;
mod form;
mod invite;
mod resend;
mod revoke;
mod state;
mod typed;

pub use self::accept::AcceptInvitation;
pub use self::change::ChangeInvitation;
pub use self::decline::DeclineInvitation;
pub use self::form::{Inviting, Offering, inviting, offering};
pub use self::invite::InvitePerson;
pub use self::resend::ResendInvitation;
pub use self::revoke::RevokeInvitation;
pub use self::state::InvitationState;
pub use self::typed::TypedContact;
