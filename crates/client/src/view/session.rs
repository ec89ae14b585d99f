//! Who is signed in and where, and how this device stands with the server.

use doorward_domain::{Locale, OrganisationId, RecordKind};

use super::count;
use super::requests::waiting;
use crate::contract::{
    Kept, KnownOrganisation, Rights, SessionView, SignedInView, SyncState, SyncView,
};
use crate::desk::Desk;
use crate::error::Result;
use crate::sync::Status;

/// The session of a desk.
pub(crate) async fn session(desk: &Desk, locale: Option<Locale>) -> Result<SessionView> {
    let mut organisations = Vec::new();
    for known in desk.own.organisations().await? {
        let (waiting, may) = of_office(desk, known.id).await?;
        let office = desk.known_office(known.id).await;
        organisations.push(KnownOrganisation {
            id: known.id,
            name: known.name,
            waiting,
            people: 0,
            failed: 0,
            may,
            gone: known.gone,
            locked: office.is_some_and(|it| it.is_locked()),
        });
    }
    let session = &desk.session;
    let signed_in = SignedInView {
        name: desk.account().name,
        email: session.email.clone(),
        server: desk.remote.origin(),
        here: session.is_here(),
    };
    let kept = if desk.folder().is_some() {
        Kept::Encrypted
    } else {
        Kept::Memory
    };
    Ok(SessionView {
        signed_in: Some(signed_in),
        kept,
        organisations,
        locale,
        server: None,
        may_try_here: false,
    })
}

/// What an account does somewhere is what it is sent: who is sent requests decides them, who is sent invitations invites.
async fn of_office(desk: &Desk, id: OrganisationId) -> Result<(u32, Rights)> {
    let nothing = (
        0,
        Rights {
            decide: false,
            invite: false,
            people: false,
            history: false,
        },
    );
    let Some(office) = desk.known_office(id).await else {
        return Ok(nothing);
    };
    let Some(view) = office.standing().await.and_then(|standing| standing.view) else {
        return Ok(nothing);
    };
    let sees = |kind| view.kinds.contains(&kind) || view.routed.contains(&kind);
    let may = Rights {
        decide: sees(RecordKind::Request),
        invite: sees(RecordKind::Invitation),
        people: sees(RecordKind::Member),
        history: view.history,
    };
    Ok((count(waiting(desk, &office).await?), may))
}

/// How this device stands with the server.
pub(crate) fn sync(desk: &Desk) -> SyncView {
    let state = match desk.status() {
        Status::Working => SyncState::Working,
        Status::Idle => SyncState::Idle,
        Status::Offline => SyncState::Offline,
        Status::SignedOut => SyncState::SignedOut,
        Status::UpdateNeeded => SyncState::UpdateNeeded,
    };
    SyncView {
        state,
        last_contact_at: desk.last_contact(),
        unsent: count(desk.outbox.unsent() as u64),
    }
}
