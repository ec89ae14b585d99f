//! `GET /v1/organisations/{id}/changes`: what changed after a cursor, as far as this account may see it now.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use doorward_domain::{DeviceId, OrganisationId, View, Window, World};
use doorward_protocol::{Changes, Code, Gone, PACK_TYPE, Problem};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Asked, Named};
use crate::accounts::SignedInDevice;
use crate::cursor::{self, Scope};
use crate::problem::Failure;
use crate::store::feed::{self, KeptLine, Line, Place};
use crate::store::{Tx, erasing, ledger, outcomes};
use crate::{App, execute, packs, store};

/// Most lines and most outcomes on one page, where nothing else is asked.
const PAGE: usize = 500;
/// Most that can be asked for.
const LARGEST: usize = 2000;

pub fn routes() -> OpenApiRouter<App> {
    // A pack is compressed as it lies there.
    let packed = NotForContentType::const_new(PACK_TYPE);
    let compressing = CompressionLayer::new().compress_when(DefaultPredicate::new().and(packed));
    OpenApiRouter::new()
        .routes(routes!(changes))
        .layer(compressing)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct After {
    cursor: Option<String>,
    limit: Option<usize>,
    pack: Option<String>,
}

/// Where a device's copy of an organisation ends.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Position {
    /// The digest of the view that the copy was made for.
    view: String,
    /// The last line it has.
    after: Place,
    /// The revision at which the copy was begun; nothing older can leave it.
    floor: u64,
    /// The last outcome it has.
    seen: u64,
}

/// The latest state of changed records, in the order of their changes.
#[utoipa::path(
    get,
    path = "/v1/organisations/{id}/changes",
    params(
        ("id" = uuid::Uuid, Path, description = "The organisation"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended; none to begin"),
        ("limit" = Option<u32>, Query, description = "How many lines the page has at most: 500 unless told, 2,000 and fewer"),
        ("pack" = Option<String>, Query, description = "To begin: the layout of the packs that the device reads; it is answered with one if there is one"),
    ),
    responses(
        (status = 200, description = "A page, or that nothing is to be seen any more", body = Object),
        (status = 400, description = "A foreign cursor", body = Problem),
        (status = 404, description = "No such organisation for this account", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn changes(
    State(app): State<App>,
    device: SignedInDevice,
    Named(organisation): Named<OrganisationId>,
    Asked(After {
        cursor,
        limit,
        pack,
    }): Asked<After>,
) -> Result<Response, Failure> {
    let caller = device.caller;
    let person = caller.actor.person().ok_or(Code::NotFound)?;
    let scope = Scope {
        organisation: Some(organisation),
        person,
        device: caller.device,
    };
    let held = cursor
        .map(|it| cursor::open::<Position>(app.tokens(), scope, &it).ok_or(Code::BadCursor))
        .transpose()?;
    let mut tx = app.store().snapshot().await?;
    let ledger = ledger::ledger(&mut tx, organisation)
        .await?
        .ok_or(Code::NotFound)?;
    let mut world = World::new(organisation);
    let view = match execute::window(&mut tx, &mut world, &caller.actor, app.now()).await? {
        Window::Open(view) => view,
        // Somebody who holds a copy is told to delete it; to everybody else there is no such organisation.
        Window::Closed | Window::Asks(_) if held.is_some() => {
            return Ok(Json(Changes::<KeptLine>::Gone).into_response());
        }
        Window::Closed | Window::Asks(_) => return Err(Code::NotFound.into()),
    };
    let reads_pack = held.is_none() && pack.is_some_and(|it| it == doorward_copy::layout());
    if reads_pack
        && let Some(pack) =
            packs::offer(&app, &mut tx, (organisation, &view), ledger.revision).await?
    {
        return answer_pack(&app, scope, view, pack);
    }
    let seen = held.as_ref().map_or(0, |it| it.seen);
    let forget = seen > 0 && outcomes::has_seen(&mut tx, organisation, caller.device, seen).await?;
    let copy = Copy::of(held, view, ledger.revision)?;
    let most = limit.unwrap_or(PAGE).clamp(1, LARGEST);
    let page = copy
        .page(&app, &mut tx, scope, (ledger.revision, most))
        .await?;
    drop(tx);
    if forget {
        // A hint: a store that cannot write at the moment still answers what is only read (DUR-3).
        if let Err(error) = forget_seen(&app, organisation, caller.device, seen).await {
            tracing::warn!(%error, "outcomes that a device has seen could not be forgotten");
        }
    }
    Ok(Json(page).into_response())
}

/// A pack, after which the feed goes on.
fn answer_pack(
    app: &App,
    scope: Scope,
    view: View,
    pack: packs::Parcel,
) -> Result<Response, Failure> {
    let position = Position {
        view: digest(&view)?,
        after: end(pack.revision()),
        floor: pack.revision(),
        seen: 0,
    };
    let cursor = cursor::seal(app.tokens(), scope, &position);
    let answer = pack.answer(view, cursor);
    Ok(answer.map_err(store::Error::unreadable("view", ""))?)
}

/// A device's copy, as far as the server knows it.
struct Copy {
    view: View,
    from: Position,
    reset: bool,
}

impl Copy {
    /// The copy that a cursor speaks of, or one that begins now where the view is another or there is none.
    fn of(held: Option<Position>, view: View, revision: u64) -> Result<Self, store::Error> {
        let digest = digest(&view)?;
        let seen = held.as_ref().map_or(0, |it| it.seen);
        let same = held.filter(|it| it.view == digest);
        let reset = same.is_none();
        let from = same.unwrap_or(Position {
            view: digest,
            after: Place::default(),
            floor: revision,
            seen,
        });
        Ok(Self { view, from, reset })
    }

    /// The next page of it, as of a revision and with at most so many lines.
    async fn page(
        self,
        app: &App,
        tx: &mut Tx,
        scope: Scope,
        (revision, most): (u64, usize),
    ) -> Result<Changes<KeptLine>, Failure> {
        let Self { view, from, reset } = self;
        let organisation = scope.organisation.ok_or(Code::NotFound)?;
        let asked = feed::Asked {
            organisation,
            view: &view,
            after: &from.after,
            floor: from.floor,
            most: most + 1,
        };
        let mut lines = feed::lines(tx, &asked).await?;
        let mut outcomes =
            outcomes::of_device(tx, organisation, scope.device, from.seen, most + 1).await?;
        let (unread, more) = (lines.len() > most, lines.len().max(outcomes.len()) > most);
        lines.truncate(most);
        outcomes.truncate(most);
        let sums = if more {
            None
        } else {
            Some(feed::sums(tx, organisation, &view).await?)
        };
        let place = lines.last().map(|(place, _)| place.clone());
        let before = from.after.revision;
        let after = place.filter(|_| unread).unwrap_or_else(|| end(revision));
        let erased = erasing::between(tx, organisation, (before, after.revision)).await?;
        let seen = outcomes.last().map_or(from.seen, |(seq, _)| *seq);
        let position = Position {
            after,
            seen,
            ..from
        };
        let (records, gone) = parted(lines);
        Ok(Changes::Page {
            reset,
            view,
            records,
            gone,
            erased,
            settled: outcomes.into_iter().map(|(_, settled)| settled).collect(),
            cursor: cursor::seal(app.tokens(), scope, &position),
            more,
            revision,
            sums,
        })
    }
}

/// After everything at a revision.
fn end(revision: u64) -> Place {
    Place {
        revision,
        kind: u64::MAX >> 1,
        id: String::new(),
    }
}

fn parted(lines: Vec<(Place, Line)>) -> (Vec<KeptLine>, Vec<Gone>) {
    let (mut records, mut gone) = (Vec::new(), Vec::new());
    for (_, line) in lines {
        match line {
            Line::Record(record) => records.push(record),
            Line::Gone(it) => gone.push(it),
        }
    }
    (records, gone)
}

async fn forget_seen(
    app: &App,
    organisation: OrganisationId,
    device: DeviceId,
    seen: u64,
) -> Result<(), store::Error> {
    let mut tx = app.store().begin().await?;
    outcomes::forget(&mut tx, organisation, device, seen).await?;
    tx.commit().await
}

/// What two views have in common only when they are the same.
fn digest(view: &View) -> Result<String, store::Error> {
    let text = serde_json::to_vec(view).map_err(store::Error::unreadable("view", ""))?;
    Ok(doorward_protocol::hex(&Sha256::digest(text)))
}
