//! `GET /v1/me/changes`: the person's own rows, by the same protocol as an organisation's; and what of the bell they have
//! read.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use doorward_protocol::{Code, Mine, Problem, ReadNotices, Texts};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::Body;
use super::extract::Asked;
use crate::App;
use crate::accounts::SignedInDevice;
use crate::config::Gateway;
use crate::cursor::{self, Scope};
use crate::problem::Failure;
use crate::store::doorbell;
use crate::store::mine::{self, Line, Place};

/// Most rows on one page, and most entries that are read at once.
const PAGE: usize = 500;
/// The letters of a link in a text message behind the server's address: `j/` and the token.
const LINK_LETTERS: usize = "j/t".len() + 14;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(changes))
        .routes(routes!(read))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct After {
    cursor: Option<String>,
}

/// Where a device's copy of the person's own rows ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Position {
    /// The last row it has.
    after: Place,
    /// The revision at which the copy was begun; nothing that went earlier can leave it.
    floor: u64,
}

/// The latest state of the person's own rows, in the order of their changes.
#[utoipa::path(
    get,
    path = "/v1/me/changes",
    params(("cursor" = Option<String>, Query, description = "Where the last page ended; none to begin")),
    responses(
        (status = 200, description = "A page", body = Object),
        (status = 400, description = "A foreign cursor", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn changes(
    State(app): State<App>,
    device: SignedInDevice,
    Asked(After { cursor }): Asked<After>,
) -> Result<Json<Mine>, Failure> {
    let person = device.caller.actor.person().ok_or(Code::SignedOut)?;
    let scope = Scope {
        organisation: None,
        person,
        device: device.caller.device,
    };
    let held = cursor
        .map(|it| cursor::open::<Position>(app.tokens(), scope, &it).ok_or(Code::BadCursor))
        .transpose()?;
    let mut tx = app.store().snapshot().await?;
    let revision = mine::revision(&mut tx, person).await?;
    let reset = held.is_none();
    let Position { after, floor } = held.unwrap_or_else(|| Position {
        after: Place::default(),
        floor: revision,
    });
    let mut rows = mine::page(&mut tx, person, &after, floor, PAGE + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let sums = if more {
        None
    } else {
        Some(mine::sums(&mut tx, person).await?)
    };
    let after = rows.last().map_or(after, |(place, _)| place.clone());
    let (mut records, mut gone) = (Vec::new(), Vec::new());
    for (_, line) in rows {
        match line {
            Line::Record(record) => records.push(record),
            Line::Gone(it) => gone.push(it),
        }
    }
    Ok(Json(Mine {
        reset,
        records,
        gone,
        cursor: cursor::seal(app.tokens(), scope, &Position { after, floor }),
        more,
        revision,
        sums,
        texts: texts(&app),
    }))
}

/// How text messages are sent here, as the dialog that invites shows it.
fn texts(app: &App) -> Option<Texts> {
    let sms = &app.config().sms;
    if sms.transport == Gateway::None {
        return None;
    }
    let link = app.public_url().map_or(0, |url| url.as_str().len()) + LINK_LETTERS;
    Some(Texts {
        countries: sms.countries.clone(),
        sender: sms.from.clone(),
        link_length: u32::try_from(link).unwrap_or(u32::MAX),
    })
}

/// Notes that the person has read entries of their bell; those that are not theirs are passed over.
#[utoipa::path(
    post,
    path = "/v1/me/notices/read",
    request_body = ReadNotices,
    responses(
        (status = 204, description = "They are read"),
        (status = 413, description = "More than 500 entries", body = Problem),
        (status = 422, description = "Not a list of entries", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn read(
    State(app): State<App>,
    device: SignedInDevice,
    Body(ReadNotices { notices }): Body<ReadNotices>,
) -> Result<StatusCode, Failure> {
    let person = device.caller.actor.person().ok_or(Code::SignedOut)?;
    if notices.len() > PAGE {
        return Err(Code::TooLarge.into());
    }
    let mut tx = app.store().begin().await?;
    let read = mine::read(&mut tx, person, &notices, app.now()).await?;
    let bells = mine::note(&mut tx, read).await?;
    doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(StatusCode::NO_CONTENT)
}
