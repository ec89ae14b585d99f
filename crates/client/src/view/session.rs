//! Who is signed in and where, and how this device stands with the server.

use doorward_domain::{Locale, OrganisationId, RecordKind};

use super::extent::count;
use super::invitations::standing_in;
use super::people::members;
use super::requests::waiting;
use crate::contract::{
    AccountSync, InvitationTab, Kept, KnownOrganisation, Rights, SessionView, SignedInView,
    SyncState, SyncView,
};
use crate::desk::Desk;
use crate::error::Result;
use crate::sync::Status;

/// The session of a desk.
pub(crate) async fn session(desk: &Desk, locale: Option<Locale>) -> Result<SessionView> {
    let mut organisations = Vec::new();
    for known in desk.own.organisations().await? {
        let (counts, may) = of_office(desk, known.id).await?;
        let stands_in = stands_in(desk, known.id).await;
        organisations.push(KnownOrganisation {
            id: known.id,
            account: desk.session.account_key(),
            name: known.name,
            waiting: counts.waiting,
            people: counts.people,
            failed: counts.failed,
            may,
            stands_in,
            gone: known.gone,
            locked: counts.locked,
        });
    }
    let session = &desk.session;
    let signed_in = SignedInView {
        account: session.account_key(),
        name: desk.account().name,
        email: session.email.clone(),
        server: desk.remote.origin(),
        here: session.is_here(),
    };
    Ok(SessionView {
        accounts: vec![signed_in.clone()],
        signed_in: Some(signed_in),
        kept: kept(desk),
        organisations,
        locale,
        server: None,
        handed: None,
        linked: None,
        may_try_here: false,
    })
}

/// How the files of a desk are kept.
pub(super) fn kept(desk: &Desk) -> Kept {
    if desk.folder().is_some() {
        Kept::Encrypted
    } else {
        Kept::Memory
    }
}

/// The numbers of the sidebar, and whether there can be none yet.
#[derive(Default)]
struct Counts {
    waiting: u32,
    people: u32,
    failed: u32,
    locked: bool,
}

/// What an account does somewhere is what it is sent: who is sent requests decides them, who is sent invitations invites.
async fn of_office(desk: &Desk, id: OrganisationId) -> Result<(Counts, Rights)> {
    let nothing = Rights {
        decide: false,
        invite: false,
        people: false,
        history: false,
    };
    let Some(office) = desk.known_office(id).await else {
        return Ok((Counts::default(), nothing));
    };
    let locked = office.is_locked();
    let Some(view) = office.standing().await.and_then(|standing| standing.view) else {
        let counts = Counts {
            locked,
            ..Counts::default()
        };
        return Ok((counts, nothing));
    };
    let sees = |kind| view.kinds.contains(&kind) || view.routed.contains(&kind);
    let may = Rights {
        decide: sees(RecordKind::Request),
        invite: sees(RecordKind::Invitation),
        people: sees(RecordKind::Member),
        history: view.history,
    };
    let failed = standing_in(desk, &office, InvitationTab::Failed).await?;
    let counts = Counts {
        waiting: count(waiting(desk, &office).await?),
        people: count(members(desk, &office).await?),
        failed: count(failed),
        locked,
    };
    Ok((counts, may))
}

/// Whether requests come here from an organisation in which nobody decides them.
async fn stands_in(desk: &Desk, id: OrganisationId) -> bool {
    let standing = match desk.known_office(id).await {
        Some(office) => office.standing().await,
        None => None,
    };
    let view = standing.and_then(|standing| standing.view);
    view.is_some_and(|view| view.stands_in())
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
    let unsent = count(desk.outbox.unsent() as u64);
    let account = AccountSync {
        account: desk.session.account_key(),
        state,
        unsent,
    };
    SyncView {
        state,
        last_contact_at: desk.last_contact(),
        unsent,
        needs_you: count(desk.outbox.needing_somebody() as u64),
        accounts: vec![account],
    }
}
