//! Who calls: the session behind a bearer token or a browser's cookie, judged anew at every request (SES-2).

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use doorward_domain::{Account, Actor, Locale, Moment};
use doorward_protocol::Code;

use crate::execute::{self, Caller, Trail};
use crate::problem::Failure;
use crate::store::sessions::{self, Session};
use crate::store::{doorbell, mine};
use crate::{App, store, tokens};

/// How long a sign-in counts as fresh, in milliseconds (RULES 6).
const FRESH: i64 = 10 * 60 * 1000;

/// A device that is signed in.
#[derive(Debug, Clone)]
pub struct SignedInDevice {
    /// Who calls, as `execute` knows them.
    pub caller: Caller,
    /// Their account.
    pub account: Account,
    /// The language of the account.
    pub locale: Locale,
    /// The hash of the session's secret, by which open streams look whether it still works.
    pub token: String,
}

impl SignedInDevice {
    /// The device behind a session's secret, if the session works.
    pub async fn of(
        app: &App,
        secret: &str,
        trail: Option<Trail>,
    ) -> Result<Option<Self>, store::Error> {
        let (now, token) = (app.now(), tokens::hash(secret));
        let mut reading = app.store().glance().await?;
        let Some(session) = sessions::find(&mut reading, &token, now).await? else {
            return Ok(None);
        };
        drop(reading);
        if sessions::is_note_due(&session, now) {
            // A hint: a store that cannot write at the moment still answers what is only read (DUR-3).
            let noted = async {
                note_use(app, &session, now).await?;
                execute::seen(app, session.account.person).await
            };
            if let Err(error) = noted.await {
                tracing::warn!(%error, "the last use of a session could not be noted");
            }
        }
        Ok(Some(Self::with(session, token, now, trail)))
    }

    fn with(session: Session, token: String, now: Moment, trail: Option<Trail>) -> Self {
        let fresh = !now.is_past(session.proved_at.plus_millis(FRESH));
        let actor = Actor::Person {
            account: session.account.clone(),
            fresh,
        };
        Self {
            caller: Caller {
                trail,
                ..Caller::new(actor, session.device)
            },
            account: session.account,
            locale: session.locale,
            token,
        }
    }
}

impl FromRequestParts<App> for SignedInDevice {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let secret = bearer(&parts.headers).ok_or(Code::SignedOut)?;
        let trail = parts.extensions.get::<Trail>().copied();
        let device = Self::of(app, secret, trail).await?;
        Ok(device.ok_or(Code::SignedOut)?)
    }
}

async fn note_use(app: &App, session: &Session, now: Moment) -> Result<(), store::Error> {
    let mut tx = app.store().begin().await?;
    sessions::note_use(&mut tx, session.device, now).await?;
    let mut bells = Vec::new();
    if session.seen_at.day() != now.day() {
        let device = [(session.account.person, session.device)];
        bells = mine::note(&mut tx, mine::of_devices(&device, false)).await?;
        doorbell::announce(&mut tx, &bells).await?;
    }
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then_some(secret.trim())
}
