//! Going to another site and coming back. Going changes nothing here but a cookie; coming back signs in whoever the site is
//! known for, which only the browser that went can do, and once: it is the one GET that does, as OpenID Connect has it.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use doorward_domain::Arrival;
use doorward_protocol::Code;

use super::told::{Site, over};
use crate::accounts::limits::Action;
use crate::accounts::providers::{self, Attempt, Proven};
use crate::accounts::sign_in::Proof;
use crate::pages::cookies::Cookie;
use crate::pages::next;
use crate::pages::sign_in;
use crate::pages::visitor::{Answer, Visitor};

/// Sends the browser to a site. The one redirect to an address that is not ours: the site's own, which whoever runs the
/// server has named (WEB-1).
pub async fn enter(visitor: Visitor, Path(key): Path<String>) -> Answer {
    let Some(site) = Site::of(&visitor, &key, visitor.next.as_deref()) else {
        return Err(visitor.broken(Code::NotFound));
    };
    visitor.attempt(Action::SignIn).await?;
    let attempt = Attempt::begin(&key, site.going);
    let attempt = attempt.map_err(|_| visitor.broken(Code::Unavailable))?;
    let providers = visitor.app.providers();
    match providers.address(&visitor.app, &key, &attempt).await {
        Ok(url) => {
            let mut response = Redirect::to(url.as_str()).into_response();
            let cookie = visitor.jar().set(Cookie::Provider, &attempt.kept());
            let headers = response.headers_mut();
            headers.append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Err(not) => Ok(site.not_proven(&visitor, not)),
    }
}

/// Takes the site's answer. Whatever becomes of it, the attempt is over.
pub async fn back(visitor: Visitor, Path(key): Path<String>) -> Answer {
    let kept = visitor.cookie(Cookie::Provider);
    let attempt = kept.and_then(|kept| Attempt::read(&kept, &key));
    let going = attempt.as_ref().and_then(|it| it.next.as_deref());
    let going = going.and_then(next::page);
    let Some(site) = Site::of(&visitor, &key, going.as_deref()) else {
        return Err(visitor.broken(Code::NotFound));
    };
    visitor.attempt(Action::Lookup).await?;
    let response = answered(&visitor, &site, attempt).await?;
    Ok(over(&visitor, Cookie::Provider, response))
}

async fn answered(visitor: &Visitor, site: &Site<'_>, attempt: Option<Attempt>) -> Answer {
    let said = visitor.query("state").unwrap_or_default();
    let Some(attempt) = attempt.filter(|it| it.is_state(&said)) else {
        return Ok(site.stale(visitor));
    };
    let code = visitor.query("code");
    let Some(code) = code.filter(|_| visitor.query("error").is_none()) else {
        return Ok(site.cancelled(visitor));
    };
    let providers = visitor.app.providers();
    let proven = providers.prove(&visitor.app, site.key, &attempt, code);
    match proven.await {
        Ok(proven) => proved(visitor, site, proven).await,
        Err(not) => Ok(site.not_proven(visitor, not)),
    }
}

async fn proved(visitor: &Visitor, site: &Site<'_>, proven: Proven) -> Answer {
    let here = visitor.device.as_ref().map(|it| it.account.person);
    let arrival = providers::arrival(&visitor.app, &proven, here).await;
    let going = site.going.map(str::to_owned);
    match arrival.map_err(|error| visitor.broken(error))? {
        Arrival::In(_) if here.is_some() => Ok(visitor.go(site.going.unwrap_or("/me/account"))),
        Arrival::In(person) => sign_in::begin_by(visitor, person, Proof::Elsewhere, going).await,
        Arrival::Taken => Ok(site.taken(visitor)),
        Arrival::Connects(_) | Arrival::Makes | Arrival::NoAddress => {
            let proven = Proven {
                next: going,
                ..proven
            };
            Ok(confirmed(visitor, &proven))
        }
    }
}

/// Has them confirm it, on a page whose address says nothing.
fn confirmed(visitor: &Visitor, proven: &Proven) -> Response {
    let sealed = proven.seal(visitor.app.tokens(), visitor.app.now());
    visitor.go_with("/with", &[visitor.jar().set(Cookie::Proven, &sealed)])
}
