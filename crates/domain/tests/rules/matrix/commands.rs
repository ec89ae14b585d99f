//! Every command about memberships, aimed at Anna's row.

use doorward_domain::{
    AcceptOwnership, Command, Grant, LinkId, OfferOwnership, Preset, WithdrawOffer,
};
use uuid::Uuid;

use crate::casebook::{self, ANNA, Casebook};

/// Which command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Invites Anna as Staff.
    Invite,
    /// Sends the invitation again.
    Resend,
    /// Makes the invitation one at Member.
    ChangeInvitation,
    /// Takes the invitation back.
    Revoke,
    /// Accepts it.
    Accept,
    /// Declines it.
    DeclineInvitation,
    /// Asks to join.
    Request,
    /// Takes the request back.
    Cancel,
    /// Approves it as Staff.
    Approve,
    /// Declines it.
    Decline,
    /// Takes it up again.
    Reopen,
    /// Makes Anna a member as Staff.
    Add,
    /// Makes her grant one at Member.
    ChangeGrant,
    /// Pauses her.
    Suspend,
    /// Lets her go on.
    Resume,
    /// Sets her membership to expired.
    Expire,
    /// Ends it.
    End,
    /// Renews it as Staff.
    Renew,
    /// Lists it.
    SetVisibility,
    /// Names a position.
    SetPosition,
    /// Joins by a link at Member without approval.
    Join,
    /// Offers Anna ownership.
    Offer,
    /// Takes an offer back.
    WithdrawOffer,
    /// Accepts an offer.
    AcceptOwnership,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 24] = [
        Self::Invite,
        Self::Resend,
        Self::ChangeInvitation,
        Self::Revoke,
        Self::Accept,
        Self::DeclineInvitation,
        Self::Request,
        Self::Cancel,
        Self::Approve,
        Self::Decline,
        Self::Reopen,
        Self::Add,
        Self::ChangeGrant,
        Self::Suspend,
        Self::Resume,
        Self::Expire,
        Self::End,
        Self::Renew,
        Self::SetVisibility,
        Self::SetPosition,
        Self::Join,
        Self::Offer,
        Self::WithdrawOffer,
        Self::AcceptOwnership,
    ];

    /// The command, on what somebody sees.
    pub fn command(self, book: &Casebook) -> Command {
        let row = ANNA.membership();
        let version = book.version(row);
        let staff = Grant::of(Preset::Staff);
        let member = Grant::of(Preset::Member);
        match self {
            Self::Invite => casebook::invite(ANNA, staff),
            Self::Resend => casebook::resend(row),
            Self::ChangeInvitation => casebook::change_invitation(row, member, version),
            Self::Revoke => casebook::revoke(row),
            Self::Accept => casebook::accept(row),
            Self::DeclineInvitation => casebook::decline_invitation(row),
            Self::Request => casebook::request(),
            Self::Cancel => casebook::cancel(row),
            Self::Approve => casebook::approve_with(row, staff),
            Self::Decline => casebook::decline(row),
            Self::Reopen => casebook::reopen(row),
            Self::Add => casebook::add(ANNA, staff),
            Self::ChangeGrant => casebook::change_grant(row, member, version),
            Self::Suspend => casebook::suspend(row),
            Self::Resume => casebook::resume(row),
            Self::Expire => casebook::expire(row),
            Self::End => casebook::end(row),
            Self::Renew => casebook::renew(row, staff, version),
            Self::SetVisibility => casebook::be_listed(row),
            Self::SetPosition => casebook::set_position(row, "Night watch"),
            Self::Offer => OfferOwnership {
                membership: row,
                step_down: false,
            }
            .into(),
            Self::WithdrawOffer => WithdrawOffer { membership: row }.into(),
            Self::AcceptOwnership => AcceptOwnership { membership: row }.into(),
            Self::Join => casebook::join(LinkId(Uuid::from_u128(0x4_0000))),
        }
    }
}
