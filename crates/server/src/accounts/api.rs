//! The API of accounts: sign up, sign in and out, who am I, my devices.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use doorward_domain::{Account, DeviceId, Moment, Name};
use doorward_protocol::{Code, NewAccount, Problem, Proof, SignIn, SignedIn};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::bearer::SignedInDevice;
use super::limits::{self, TooOften};
use super::sign_in::{self, Credentials, NotIn};
use super::sign_up::{self, Fault, Origin, Typed};
use crate::api::body::Body;
use crate::problem::Failure;
use crate::store::sessions::Surface;
use crate::{App, store};

/// The routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(make_account))
        .routes(routes!(begin_session))
        .routes(routes!(prove))
        .routes(routes!(end_session))
        .routes(routes!(me))
        .routes(routes!(devices))
        .routes(routes!(end_device))
}

/// One device of a person's list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Device {
    /// Its id.
    #[schema(value_type = uuid::Uuid)]
    pub id: DeviceId,
    /// What it is called.
    pub name: String,
    /// When it signed in.
    #[schema(value_type = i64)]
    pub signed_in_at: Moment,
    /// When it was last used, to the minute.
    #[schema(value_type = i64)]
    pub seen_at: Moment,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// Signs up. The answer is the same whether or not the address has an account; a letter says how it goes on.
#[utoipa::path(post, path = "/v1/accounts", request_body = NewAccount,
    responses((status = 202, description = "A letter is on its way"), (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn make_account(
    State(app): State<App>,
    caller: Network,
    Body(new): Body<NewAccount>,
) -> Result<StatusCode, Response> {
    let failed = |failure: Failure| failure.into_response();
    sign_up::may_try(&app, &caller.0)
        .await
        .map_err(|error| failed(error.into()))?
        .map_err(too_often)?;
    let typed = Typed {
        name: new.name,
        email: new.email,
        password: new.password,
    };
    let checked =
        sign_up::check(&typed, None, |_| false).map_err(|faults| failed(fault(&faults)))?;
    sign_up::sign_up(&app, checked, new.locale, Origin::default())
        .await
        .map_err(failed)?;
    Ok(StatusCode::ACCEPTED)
}

/// Signs a device in.
#[utoipa::path(post, path = "/v1/sessions", request_body = SignIn,
    responses((status = 201, body = SignedIn), (status = 401, body = Problem), (status = 429, body = Problem)))]
async fn begin_session(
    State(app): State<App>,
    caller: Network,
    Body(given): Body<SignIn>,
) -> Result<Response, Response> {
    let name = Name::try_from(given.device_name.as_str());
    let name = name.map_err(|_| Failure::field(Code::Invalid, "device_name").into_response())?;
    let credentials = Credentials {
        email: &given.email,
        password: &given.password,
        network: &caller.0,
    };
    let person = sign_in::prove(&app, credentials).await.map_err(not_in)?;
    let proof = sign_in::Proof::Own;
    let begun = sign_in::begin(&app, person, proof, Surface::Desktop, name.as_str())
        .await
        .map_err(not_in)?;
    let answer = SignedIn {
        token: begun.token,
        account: begun.account,
        device: begun.device,
        cache_share: begun.cache_share.unwrap_or_default(),
        expires_at: begun.expires_at,
    };
    Ok((
        StatusCode::CREATED,
        [(header::CACHE_CONTROL, "no-store")],
        Json(answer),
    )
        .into_response())
}

/// Proves anew who is signed in: for ten minutes this device may do what takes a fresh sign-in. The password is not kept.
#[utoipa::path(post, path = "/v1/sessions/current/proof", request_body = Proof,
    responses((status = 204, description = "Proved"), (status = 401, body = Problem), (status = 429, body = Problem)), security(("bearer" = [])))]
async fn prove(
    State(app): State<App>,
    caller: Network,
    device: SignedInDevice,
    Body(given): Body<Proof>,
) -> Result<StatusCode, Response> {
    sign_in::prove_and_keep(&app, &device, &given.password, &caller.0)
        .await
        .map_err(not_in)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs this device out; its share of the cache key is deleted.
#[utoipa::path(delete, path = "/v1/sessions/current",
    responses((status = 204, description = "Signed out"), (status = 401, body = Problem)), security(("bearer" = [])))]
async fn end_session(
    State(app): State<App>,
    device: SignedInDevice,
) -> Result<StatusCode, Failure> {
    sign_in::end(&app, device.account.person, device.caller.device).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The account that is signed in.
#[utoipa::path(get, path = "/v1/me", responses((status = 200, body = Object), (status = 401, body = Problem)), security(("bearer" = [])))]
async fn me(device: SignedInDevice) -> Json<Account> {
    Json(device.account)
}

/// The devices and browsers on which the person is signed in.
#[utoipa::path(get, path = "/v1/me/devices", responses((status = 200, body = Vec<Device>), (status = 401, body = Problem)), security(("bearer" = [])))]
async fn devices(
    State(app): State<App>,
    device: SignedInDevice,
) -> Result<Json<Vec<Device>>, Failure> {
    let mut tx = app.store().snapshot().await?;
    let rows = store::sessions::devices_of(&mut tx, device.account.person, app.now()).await?;
    let listed = rows.into_iter().map(|row| Device {
        id: row.device,
        name: row.name,
        signed_in_at: row.made_at,
        seen_at: row.seen_at,
        current: row.device == device.caller.device,
    });
    Ok(Json(listed.collect()))
}

/// Signs one of the person's devices out.
#[utoipa::path(delete, path = "/v1/me/devices/{id}", params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "Signed out"), (status = 401, body = Problem), (status = 404, body = Problem)), security(("bearer" = [])))]
async fn end_device(
    State(app): State<App>,
    device: SignedInDevice,
    Path(id): Path<String>,
) -> Result<StatusCode, Failure> {
    let id: DeviceId = id.parse().map_err(|_| Code::NotFound)?;
    let ended = sign_in::end(&app, device.account.person, id).await?;
    if ended {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Code::NotFound.into())
    }
}

/// The network a request comes from.
#[derive(Debug)]
pub struct Network(pub String);

impl axum::extract::FromRequestParts<App> for Network {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        app: &App,
    ) -> Result<Self, Self::Rejection> {
        Ok(Self(limits::network(
            app,
            &parts.headers,
            &parts.extensions,
        )))
    }
}

fn fault(faults: &[Fault]) -> Failure {
    let field = match faults.first() {
        Some(Fault::Name) | None => "name",
        Some(Fault::Email) => "email",
        Some(Fault::Password(_)) => "password",
    };
    Failure::field(Code::Invalid, field)
}

fn not_in(not: NotIn) -> Response {
    match not {
        NotIn::Wrong => Failure::from(Code::SignInFailed).into_response(),
        NotIn::TooOften(wait) => too_often(wait),
        NotIn::Failed(failure) => failure.into_response(),
    }
}

/// The answer to what was tried too often; it says how long to wait.
pub fn too_often(wait: TooOften) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::RETRY_AFTER, wait.seconds.into());
    let mut response = Failure::from(Code::TooMany).into_response();
    response.headers_mut().extend(headers);
    response
}
