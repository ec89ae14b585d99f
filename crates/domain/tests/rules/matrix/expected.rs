//! The table, by hand: who may (RULES 6), and from where to where (RULES 1).

#![expect(
    clippy::wildcard_enum_match_arm,
    clippy::match_same_arms,
    reason = "a table: rows in the order of the rules, and whatever it does not name falls into the last"
)]

use super::actors::By;
use super::commands::Kind;
use super::standings::Standing as S;

/// What the rules say.
pub fn outcome(standing: S, kind: Kind, by: By) -> String {
    personal(standing, kind, by)
        .unwrap_or_else(|| official(standing, kind, by))
        .to_owned()
}

/// What a person does for themselves.
fn personal(standing: S, kind: Kind, by: By) -> Option<&'static str> {
    let own = by == By::Themselves;
    Some(match kind {
        Kind::Accept | Kind::DeclineInvitation if own => answer(standing, kind),
        Kind::Accept | Kind::DeclineInvitation => match standing {
            _ if by == By::System => "forbidden",
            S::Invited | S::InvitedPast => "address_mismatch",
            _ => "not_found",
        },
        Kind::Request | Kind::Join if own => begin(standing, kind),
        Kind::Request | Kind::Join => match by {
            By::System => "forbidden",
            By::Stranger if kind == Kind::Join => "new approved",
            By::Stranger => "new requested",
            By::Owner if kind == Kind::Join => "self",
            _ => "already_member",
        },
        Kind::Cancel if own => match standing {
            S::Requested => "cancelled by person",
            S::RequestCancelled => "unchanged",
            _ if is_hers(standing) => "wrong_status",
            _ => "not_found",
        },
        Kind::SetVisibility if own && in_force(standing) => "approved",
        Kind::AcceptOwnership if own && is_hers(standing) => match standing {
            S::Offered => "approved",
            S::Approved => "offer_void",
            _ => "wrong_status",
        },
        Kind::AcceptOwnership if by == By::System => "forbidden",
        Kind::AcceptOwnership => "not_found",
        Kind::Cancel | Kind::SetVisibility => "not_found",
        Kind::End if own && is_hers(standing) => match standing {
            S::Left | S::LeftSuspended => "unchanged",
            _ if standing.is_approved() => "ended by person",
            _ => "wrong_status",
        },
        _ => return None,
    })
}

/// Whether the row is Anna's, not only sent to her address.
const fn is_hers(standing: S) -> bool {
    !matches!(
        standing,
        S::Absent | S::Invited | S::InvitedPast | S::InvitationRevoked | S::InvitationSuperseded
    )
}

/// Whether Anna has rights now.
const fn in_force(standing: S) -> bool {
    matches!(standing, S::Approved | S::Offered)
}

/// Anna answers an invitation.
fn answer(standing: S, kind: Kind) -> &'static str {
    match (standing, kind) {
        (S::Invited, Kind::Accept) => "approved",
        (S::InvitedPast, Kind::Accept) => "expired",
        (S::Invited | S::InvitedPast, _) => "rejected by person",
        (S::InvitationDeclined, Kind::DeclineInvitation) => "unchanged",
        (S::InvitationDeclined | S::InvitationRevoked | S::InvitationSuperseded, _) => {
            "wrong_status"
        }
        _ => "not_found",
    }
}

/// Anna asks to join, or joins by the link.
fn begin(standing: S, kind: Kind) -> &'static str {
    let asks = kind == Kind::Request;
    match standing {
        S::Invited => "approved",
        S::Requested => "already_open",
        _ if standing.is_approved() => "already_member",
        _ if asks => "new requested",
        S::InvitedPast => "new approved, cancelled by system",
        S::RequestDeclined | S::Ended | S::LeftSuspended | S::Expired => "new requested",
        _ => "new approved",
    }
}

/// What somebody does for the organisation: who may, then what comes of it.
fn official(standing: S, kind: Kind, by: By) -> &'static str {
    if kind == Kind::Expire && by == By::System {
        return match standing {
            S::Absent => "not_found",
            S::Lapsed => "expired by system",
            S::Expired => "unchanged",
            _ if standing.is_approved() => "forbidden",
            _ => "wrong_status",
        };
    }
    let entitled = match kind {
        Kind::Invite | Kind::Resend | Kind::ChangeInvitation | Kind::Revoke => {
            matches!(by, By::Owner | By::Administrator | By::Inviter)
        }
        Kind::Approve | Kind::Decline | Kind::Reopen => {
            matches!(by, By::Owner | By::Administrator | By::Manager)
        }
        Kind::ChangeGrant => matches!(by, By::Owner | By::Administrator),
        Kind::Offer | Kind::WithdrawOffer => by == By::Owner,
        _ => matches!(by, By::Owner | By::Administrator | By::Keeper),
    };
    match by {
        _ if entitled => done(standing, kind, by),
        By::Stranger => "not_found",
        By::Themselves if !in_force(standing) => "not_found",
        _ => "forbidden",
    }
}

fn done(standing: S, kind: Kind, by: By) -> &'static str {
    match kind {
        Kind::Invite => invited(standing, by),
        Kind::Resend | Kind::ChangeInvitation | Kind::Revoke => sent(standing, kind),
        Kind::Approve | Kind::Decline | Kind::Reopen => decided(standing, kind),
        Kind::Add => added(standing, by),
        Kind::Offer | Kind::WithdrawOffer => offered(standing, kind),
        _ => managed(standing, kind, by),
    }
}

fn invited(standing: S, by: By) -> &'static str {
    match standing {
        S::Invited => "already_invited",
        S::InvitedPast => "new invited, cancelled by system",
        S::Requested if by == By::Inviter => "request_waiting",
        S::Requested => "approved",
        _ if standing.is_approved() => "already_member",
        _ => "new invited",
    }
}

fn sent(standing: S, kind: Kind) -> &'static str {
    match (standing, kind) {
        (S::Absent, _) => "not_found",
        (S::Invited | S::InvitedPast, Kind::Revoke) => "cancelled by organisation",
        (S::Invited | S::InvitedPast, _) => "invited",
        (S::InvitationRevoked, Kind::Revoke) => "unchanged",
        _ => "wrong_status",
    }
}

fn decided(standing: S, kind: Kind) -> &'static str {
    let was_sent = matches!(
        standing,
        S::Invited
            | S::InvitedPast
            | S::InvitationDeclined
            | S::InvitationRevoked
            | S::InvitationSuperseded
    );
    match (standing, kind) {
        (S::Absent, _) => "not_found",
        (S::Requested, Kind::Approve) => "approved",
        (S::Requested, Kind::Decline) => "rejected by organisation",
        (S::Requested, _) | (S::RequestDeclined, Kind::Decline) => "unchanged",
        (S::RequestDeclined, Kind::Reopen) => "requested",
        (S::Approved | S::Offered | S::Suspended, Kind::Approve) => "unchanged",
        (_, Kind::Approve | Kind::Decline) if was_sent => "not_found",
        _ => "wrong_status",
    }
}

fn added(standing: S, by: By) -> &'static str {
    match standing {
        _ if !is_hers(standing) => "no_account",
        _ if by == By::Keeper => "above_giver",
        S::Requested => "approved",
        _ if standing.is_approved() => "already_member",
        S::InvitationDeclined | S::RequestCancelled | S::Left | S::LeftSuspended => "person_left",
        _ => "new approved",
    }
}

///
fn offered(standing: S, kind: Kind) -> &'static str {
    match (standing, kind) {
        (S::Absent, _) => "not_found",
        (S::Approved | S::Offered, Kind::Offer) | (S::Offered, _) => "approved",
        (_, Kind::Offer) => "wrong_status",
        _ => "unchanged",
    }
}

/// Commands on members; Ivo holds less than Anna, so whatever would change her is `target_above` for him.
fn managed(standing: S, kind: Kind, by: By) -> &'static str {
    let full = match (standing, kind) {
        (S::Absent, _) => "not_found",
        (S::Lapsed | S::Ended | S::Expired, Kind::Renew) => "approved",
        (S::Left | S::LeftSuspended, Kind::Renew) => "person_left",
        (S::Ended, Kind::End) | (S::Expired, Kind::Expire) => "unchanged",
        (_, Kind::Renew) => "wrong_status",
        _ if !standing.is_approved() => "wrong_status",
        (S::Suspended, Kind::Suspend) => "unchanged",
        (_, Kind::Suspend) => "paused",
        (S::Suspended, Kind::Resume) => "approved",
        (_, Kind::Resume) => "unchanged",
        (_, Kind::Expire) => "expired by organisation",
        (_, Kind::End) => "ended by organisation",
        (S::Suspended, _) => "paused",
        _ => "approved",
    };
    let no_change = matches!(full, "not_found" | "wrong_status" | "unchanged");
    if by == By::Keeper && !no_change {
        "target_above"
    } else {
        full
    }
}
