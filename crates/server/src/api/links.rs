//! `POST …/link`: shows the secret link of an open invitation or share link to those who may manage them; noted in the
//! history. No other answer carries a secret (INV-1).

use axum::Json;
use axum::extract::State;
use doorward_domain::{LinkId, MembershipId, OrganisationId, SecretOf};
use doorward_protocol::{Code, Problem};
use serde::Serialize;
use url::Url;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::extract::Named;
use crate::accounts::SignedInDevice;
use crate::problem::Failure;
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
    let generation =
        execute::show_secret(&app, organisation, &device.caller, SecretOf::Invitation(id)).await?;
    shown(&app, TokenKind::Invitation, id.0, generation)
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
    let generation =
        execute::show_secret(&app, organisation, &device.caller, SecretOf::Link(id)).await?;
    shown(&app, TokenKind::Link, id.0, generation)
}

fn shown(app: &App, kind: TokenKind, id: Uuid, generation: u32) -> Result<Json<Shown>, Failure> {
    let url = join_url(app, &app.tokens().token(kind, id, generation)).ok_or(Code::Unavailable)?;
    Ok(Json(Shown { url: url.into() }))
}

/// Where a token leads.
pub fn join_url(app: &App, token: &str) -> Option<Url> {
    app.public_url()?.join(&format!("j/{token}")).ok()
}
