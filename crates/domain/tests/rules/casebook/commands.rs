//! Commands as cases give them, with the least that fills them.

use doorward_domain::{
    AcceptInvitation, AddMember, ApproveRequest, CancelRequest, ChangeGrant, ChangeInvitation,
    Command, DeclineInvitation, DeclineRequest, EndMembership, ExpireMembership, Grant,
    InvitePerson, JoinByLink, LevelRef, LinkId, MembershipId, RenewMembership, ReopenRequest,
    RequestToJoin, ResendInvitation, ResumeMember, RevokeInvitation, SetPosition, SetVisibility,
    SuspendMember, Version,
};
use uuid::Uuid;

use super::cast::Person;

/// The id of a row that a command makes.
pub const NEW: MembershipId = MembershipId(Uuid::from_u128(0x9_0000));

/// The id of another row that a command makes.
pub const NEXT: MembershipId = MembershipId(Uuid::from_u128(0x9_0001));

/// Invites somebody at their address.
pub fn invite(who: Person, grant: Grant) -> Command {
    InvitePerson {
        membership: NEW,
        contact: who.contact(),
        grant,
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    }
    .into()
}

/// Sends an invitation again as it was.
pub fn resend(membership: MembershipId) -> Command {
    let grant = None;
    ResendInvitation { membership, grant }.into()
}

/// Changes what an invitation gives.
pub fn change_invitation(membership: MembershipId, grant: Grant, based_on: Version) -> Command {
    ChangeInvitation {
        membership,
        grant,
        based_on,
    }
    .into()
}

/// Takes an invitation back.
pub fn revoke(membership: MembershipId) -> Command {
    RevokeInvitation { membership }.into()
}

/// Accepts an invitation.
pub fn accept(membership: MembershipId) -> Command {
    AcceptInvitation { membership }.into()
}

/// Declines an invitation.
pub fn decline_invitation(membership: MembershipId) -> Command {
    DeclineInvitation { membership }.into()
}

/// Asks to join.
pub fn request() -> Command {
    request_as(NEW)
}

/// Asks to join, in the row given.
pub fn request_as(membership: MembershipId) -> Command {
    RequestToJoin {
        membership,
        position: None,
        note: None,
        answers: Vec::new(),
        locale: None,
    }
    .into()
}

/// Joins by a link.
pub fn join(link: LinkId) -> Command {
    join_as(link, NEW)
}

/// Joins by a link, in the row given.
pub fn join_as(link: LinkId, membership: MembershipId) -> Command {
    JoinByLink {
        link,
        membership,
        position: None,
        note: None,
        locale: None,
    }
    .into()
}

/// Takes one's own request back.
pub fn cancel(membership: MembershipId) -> Command {
    CancelRequest { membership }.into()
}

/// Approves a request at a level.
pub fn approve(membership: MembershipId, level: impl Into<LevelRef>) -> Command {
    approve_with(membership, Grant::of(level))
}

/// Approves a request with a grant.
pub fn approve_with(membership: MembershipId, grant: Grant) -> Command {
    ApproveRequest { membership, grant }.into()
}

/// Declines a request.
pub fn decline(membership: MembershipId) -> Command {
    let reason = Some("We do not know you".try_into().unwrap());
    DeclineRequest { membership, reason }.into()
}

/// Takes up a declined request again.
pub fn reopen(membership: MembershipId) -> Command {
    ReopenRequest { membership }.into()
}

/// Makes somebody a member.
pub fn add(who: Person, grant: Grant) -> Command {
    AddMember {
        membership: NEW,
        person: who.id(),
        grant,
        position: None,
    }
    .into()
}

/// Changes what a member has.
pub fn change_grant(membership: MembershipId, grant: Grant, based_on: Version) -> Command {
    ChangeGrant {
        membership,
        grant,
        based_on,
        note: None,
    }
    .into()
}

/// Pauses a member.
pub fn suspend(membership: MembershipId) -> Command {
    SuspendMember { membership }.into()
}

/// Lets a paused member go on.
pub fn resume(membership: MembershipId) -> Command {
    ResumeMember { membership }.into()
}

/// Sets a membership to expired.
pub fn expire(membership: MembershipId) -> Command {
    ExpireMembership { membership }.into()
}

/// Ends a membership, or leaves.
pub fn end(membership: MembershipId) -> Command {
    EndMembership { membership }.into()
}

/// Gives a membership a new term.
pub fn renew(membership: MembershipId, grant: Grant, based_on: Version) -> Command {
    RenewMembership {
        membership,
        grant,
        based_on,
    }
    .into()
}

/// Wishes to be listed.
pub fn be_listed(membership: MembershipId) -> Command {
    let visible = true;
    SetVisibility {
        membership,
        visible,
    }
    .into()
}

/// Gives somebody a position.
pub fn set_position(membership: MembershipId, position: &str) -> Command {
    let position = Some(position.to_owned().try_into().unwrap());
    SetPosition {
        membership,
        position,
    }
    .into()
}
