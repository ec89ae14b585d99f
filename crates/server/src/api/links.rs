//! `POST …/link`: shows the secret link of an open invitation or share link to those who may manage them; noted in the
//! history. No other answer carries a secret (INV-1).

use axum::Json;
use axum::extract::State;
use doorward_domain::{
    LinkId, Lookup, MembershipId, OrganisationId, Record, RecordKey, RecordKind, Shelf, Window,
    World,
};
use doorward_protocol::{Code, Problem};
use serde::Serialize;
use url::Url;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::extract::Named;
use crate::accounts::SignedInDevice;
use crate::problem::Failure;
use crate::store::{Tx, lookups};
use crate::tokens::TokenKind;
use crate::{App, execute};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(invitation))
        .routes(routes!(link))
}

/// A secret link.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Shown {
    /// Where it leads; whoever has it can use it.
    url: String,
}

/// Shows the link of an open invitation.
#[utoipa::path(
    post,
    path = "/v1/organisations/{id}/invitations/{membership}/link",
    params(
        ("id" = Uuid, Path, description = "The organisation"),
        ("membership" = Uuid, Path, description = "The invitation"),
    ),
    responses(
        (status = 200, description = "The link", body = Shown),
        (status = 404, description = "No such invitation for this account", body = Problem),
        (status = 410, description = "The invitation is open no more", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn invitation(
    State(app): State<App>,
    device: SignedInDevice,
    Named((organisation, id)): Named<(OrganisationId, MembershipId)>,
) -> Result<Json<Shown>, Failure> {
    let mut tx = app.store().begin().await?;
    let world = managed(
        &app,
        &mut tx,
        &device,
        organisation,
        RecordKind::Invitation,
        Lookup::Membership(id),
    )
    .await?;
    let membership = world.membership(id).ok_or(Code::NotFound)?;
    let sent = membership.invitation.as_ref().ok_or(Code::NotFound)?;
    if !membership.is_open_invitation() || membership.is_expired_invitation(app.now()) {
        return Err(Code::NoLongerWorks.into());
    }
    shown(
        &app,
        tx,
        &device,
        organisation,
        (TokenKind::Invitation, id.0, sent.generation),
    )
    .await
}

/// Shows the link of a share link or QR code that is not closed.
#[utoipa::path(
    post,
    path = "/v1/organisations/{id}/links/{link}/link",
    params(
        ("id" = Uuid, Path, description = "The organisation"),
        ("link" = Uuid, Path, description = "The share link or QR code"),
    ),
    responses(
        (status = 200, description = "The link", body = Shown),
        (status = 404, description = "No such link for this account", body = Problem),
        (status = 410, description = "The link is closed", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn link(
    State(app): State<App>,
    device: SignedInDevice,
    Named((organisation, id)): Named<(OrganisationId, LinkId)>,
) -> Result<Json<Shown>, Failure> {
    let mut tx = app.store().begin().await?;
    let world = managed(
        &app,
        &mut tx,
        &device,
        organisation,
        RecordKind::Link,
        Lookup::Link(id),
    )
    .await?;
    let key = RecordKey {
        shelf: Shelf::Link,
        id: id.0,
    };
    let Some(Record::Link(link)) = world.record(key).map(|held| held.value) else {
        return Err(Code::NotFound.into());
    };
    if link.closed || app.now().is_past(link.expires_at) {
        return Err(Code::NoLongerWorks.into());
    }
    shown(
        &app,
        tx,
        &device,
        organisation,
        (TokenKind::Link, id.0, link.generation),
    )
    .await
}

/// The world with one thing in it, for somebody who may manage things of its kind: who does receives that kind.
async fn managed(
    app: &App,
    tx: &mut Tx,
    device: &SignedInDevice,
    organisation: OrganisationId,
    kind: RecordKind,
    lookup: Lookup,
) -> Result<World, Failure> {
    let mut world = World::new(organisation);
    match execute::window(tx, &mut world, &device.caller.actor, app.now()).await? {
        Window::Open(view) if view.kinds.contains(&kind) && !view.routed => {}
        Window::Open(_) | Window::Closed | Window::Asks(_) => return Err(Code::NotFound.into()),
    }
    lookups::load(
        tx,
        &mut world,
        &std::iter::once(lookup).collect(),
        app.now(),
    )
    .await?;
    Ok(world)
}

async fn shown(
    app: &App,
    mut tx: Tx,
    device: &SignedInDevice,
    organisation: OrganisationId,
    (kind, id, generation): (TokenKind, Uuid, u32),
) -> Result<Json<Shown>, Failure> {
    execute::show_link(app, &mut tx, organisation, &device.caller, &id.to_string()).await?;
    tx.commit().await?;
    let url = join_url(app, &app.tokens().token(kind, id, generation)).ok_or(Code::Unavailable)?;
    Ok(Json(Shown { url: url.into() }))
}

/// Where a token leads.
pub fn join_url(app: &App, token: &str) -> Option<Url> {
    app.public_url()?.join(&format!("j/{token}")).ok()
}
