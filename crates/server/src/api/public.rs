//! `GET /v1/public/organisations/{id}/members`: the public member list, for any program and any website (BEL-5).

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use doorward_domain::OrganisationId;
use doorward_protocol::{Code, Problem};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::Asked;
use crate::App;
use crate::problem::Failure;
use crate::public::{Listed, listing};
use crate::text::initials;

/// Members on one page unless asked otherwise, and at most.
const USUAL: usize = 100;
const AT_MOST: usize = 500;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(members))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    offset: Option<usize>,
    limit: Option<usize>,
}

/// The public member list of an organisation.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct PublicList {
    /// What the organisation is called.
    organisation: String,
    /// The organisation's page.
    url: Option<String>,
    /// How many members are listed.
    total: usize,
    /// A page of them, by name.
    members: Vec<Member>,
}

/// A listed member.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Member {
    /// First and last name.
    name: String,
    /// The letters that stand for a picture.
    initials: String,
    /// The position, where there is one.
    position: Option<String>,
    /// The member's page.
    url: Option<String>,
}

/// The members of an organisation who are listed publicly, by name. Answers programs of any website.
#[utoipa::path(
    get,
    path = "/v1/public/organisations/{id}/members",
    params(
        ("id" = uuid::Uuid, Path, description = "The organisation"),
        ("offset" = Option<usize>, Query, description = "How many are left out at the beginning"),
        ("limit" = Option<usize>, Query, description = "How many at most; 100 unless said otherwise, at most 500"),
    ),
    responses(
        (status = 200, description = "The members", body = PublicList),
        (status = 404, description = "No such organisation, or nothing of it is public", body = Problem),
    )
)]
async fn members(
    State(app): State<App>,
    Path(id): Path<String>,
    Asked(part): Asked<Part>,
) -> Response {
    let found = list(&app, &id, &part).await;
    // Nothing here depends on who asks, and no cookie is looked at.
    let open = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ];
    (open, found).into_response()
}

async fn list(app: &App, id: &str, part: &Part) -> Result<Json<PublicList>, Failure> {
    let id: OrganisationId = id.parse().map_err(|_| Failure::from(Code::NotFound))?;
    let listing = listing(app, id).await?.ok_or(Code::NotFound)?;
    let page = |path: String| Some(app.public_url()?.join(&path).ok()?.to_string());
    let limit = part.limit.unwrap_or(USUAL).min(AT_MOST);
    let shown = listing.members.iter().skip(part.offset.unwrap_or_default());
    let member = |it: &Listed| Member {
        name: it.name.to_string(),
        initials: initials(it.name.as_str()),
        position: it.position.as_ref().map(ToString::to_string),
        url: page(format!("/p/{}", it.person)),
    };
    Ok(Json(PublicList {
        organisation: listing.name.to_string(),
        url: page(format!("/o/{id}")),
        total: listing.members.len(),
        members: shown.take(limit).map(member).collect(),
    }))
}
