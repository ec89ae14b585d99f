//! What surrounds every route, pages included: limits, the host that is served, headers that protect readers, request
//! ids, and answers where a handler gives none. Addresses are never logged as they came: they may carry secrets.

use std::any::Any;
use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use doorward_protocol::{Code, MAX_PUSH_BYTES, OLDEST_SERVED, PROTOCOL_HEADER};
use futures_util::StreamExt;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;
use tracing::Instrument;
use url::Url;

use crate::App;
use crate::accounts::limits;
use crate::config::is_loopback;
use crate::execute::Trail;
use crate::pages;
use crate::problem::Failure;

/// Most bytes in a body, but for a push (RAT-4).
const BODY: usize = 256 * 1024;
/// Most bytes that are read of a body that is too large.
const FORGOTTEN: usize = 8 * 1024 * 1024;
/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; \
                      font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// Puts everything around the routes; the first of these layers is the innermost.
pub fn around(routes: Router<App>, app: &App) -> Router {
    routes
        .fallback(pages::nothing_here)
        .method_not_allowed_fallback(|| async { Failure::from(Code::WrongMethod) })
        .layer(DefaultBodyLimit::max(BODY))
        .layer(middleware::from_fn(size))
        .layer(RequestBodyTimeoutLayer::new(PATIENCE))
        .layer(middleware::from_fn(version))
        .layer(middleware::from_fn_with_state(app.clone(), host))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(app.clone(), protect))
        .layer(middleware::from_fn_with_state(app.clone(), trace))
        .with_state(app.clone())
}

/// A body that no route takes is read to its end and forgotten, up to a point: whoever is still sending when the
/// connection closes never reads the answer.
async fn size(request: Request, next: Next) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|it| it.to_str().ok()?.parse::<usize>().ok());
    if length.is_none_or(|length| length <= MAX_PUSH_BYTES) {
        return next.run(request).await;
    }
    let mut body = request.into_body().into_data_stream();
    let mut forgotten = 0;
    while let Some(Ok(part)) = body.next().await {
        forgotten += part.len();
        if forgotten > FORGOTTEN {
            break;
        }
    }
    Failure::from(Code::TooLarge).into_response()
}

/// A client too old to be understood is told so (SYN-9); a request without a version speaks the one of now.
async fn version(request: Request, next: Next) -> Response {
    let spoken = request
        .headers()
        .get(PROTOCOL_HEADER)
        .map(|it| it.to_str().ok().and_then(|it| it.parse::<u32>().ok()));
    match spoken {
        Some(version) if version.is_none_or(|version| version < OLDEST_SERVED) => {
            Failure::from(Code::UpdateNeeded).into_response()
        }
        _ => next.run(request).await,
    }
}

/// Only the host that people know is served, and this computer's own names: a foreign name that somebody pointed here
/// gets nothing.
async fn host(State(app): State<App>, request: Request, next: Next) -> Response {
    let public = app.public_url();
    let named = named(&request);
    let is_ours = |it: Option<&str>| it.is_some_and(|it| serves(public.as_ref(), it));
    let served = !named.is_empty() && named.into_iter().all(is_ours);
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let config = app.config();
    let only_here = config.listen.ip().is_loopback();
    let unread = |ConnectInfo(peer): &ConnectInfo<SocketAddr>| {
        only_here || may_speak_plainly(peer.ip(), &config.trusted_proxies)
    };
    if served && peer.is_none_or(unread) {
        next.run(request).await
    } else {
        Failure::from(Code::UnknownHost).into_response()
    }
}

/// Every host that a request names, in its line and in its headers; none for one that cannot be read. Whoever names two
/// is served only where both are ours, so that nothing after us takes the other one at its word.
fn named(request: &Request) -> Vec<Option<&str>> {
    let line = request.uri().authority().map(Authority::as_str);
    let headers = request.headers().get_all(header::HOST).iter();
    let headers = headers.map(|it| it.to_str().ok());
    line.map(Some).into_iter().chain(headers).collect()
}

fn serves(public: Option<&Url>, named: &str) -> bool {
    let scheme = public.map_or("http", Url::scheme);
    let Ok(named) = Url::parse(&format!("{scheme}://{named}/")) else {
        return false;
    };
    let same = |public: &Url| {
        public.host() == named.host()
            && public.port_or_known_default() == named.port_or_known_default()
    };
    is_loopback(&named) || public.is_some_and(same)
}

/// Whether plain http from this address was not read by others on the way: it comes from this computer, or from a proxy
/// that encrypts.
fn may_speak_plainly(peer: IpAddr, proxies: &[IpAddr]) -> bool {
    let peer = peer.to_canonical();
    peer.is_loopback() || proxies.contains(&peer)
}

/// Nothing that goes wrong inside becomes half an answer.
fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    Failure::from(Code::Unavailable).into_response()
}

/// Headers that protect readers (SECURITY 3.5), where a page has not set stricter ones.
async fn protect(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(header::CACHE_CONTROL, "no-store");
    if app.public_url().is_some_and(|url| url.scheme() == "https") {
        set(
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        );
    }
    response
}

/// One line for each request, under an id that the answer and the history carry too; the address is for the history
/// alone (AUD-1).
async fn trace(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let id = app.new_id();
    let address = limits::address(&app, request.headers(), request.extensions());
    let trail = Trail {
        request: id,
        address,
    };
    request.extensions_mut().insert(trail);
    let id = id.to_string();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("", MatchedPath::as_str)
        .to_owned();
    let span = tracing::info_span!("request", %id, method = %request.method(), route);
    let begun = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(status = response.status().as_u16(), millis, "answered"));
    if let Ok(id) = HeaderValue::from_str(&id) {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::routing::post;
    use tower::ServiceExt;

    use super::*;
    use crate::pages::tests::site::Site;

    #[tokio::test]
    async fn who_sends_what_makes_a_handler_panic_reads_nothing_of_the_inside_s_18() {
        let site = Site::open().await;
        let handler = async |body: String| -> String { panic!("it held {body}") };
        let router = around(Router::new().route("/panics", post(handler)), &site.app);
        let request = Request::post("/panics").header(header::HOST, "127.0.0.1");
        let request = request.body(Body::from("a secret")).unwrap();
        let answer = router.oneshot(request).await.unwrap();
        assert_eq!(answer.status(), 503);
        let body = to_bytes(answer.into_body(), BODY).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        assert!(!body.contains("secret") && !body.contains("held"), "{body}");
    }

    #[test]
    fn plain_http_is_taken_from_this_computer_and_from_proxies() {
        let proxies = ["10.0.0.2".parse().unwrap()];
        let may = |peer: &str| may_speak_plainly(peer.parse().unwrap(), &proxies);
        assert!(may("127.0.0.1") && may("::1") && may("::ffff:127.0.0.1"));
        assert!(may("10.0.0.2") && may("::ffff:10.0.0.2"));
        assert!(!may("10.0.0.3") && !may("2001:db8::1"));
    }

    #[test]
    fn only_known_hosts_are_served() {
        let public = Url::parse("https://doors.example").unwrap();
        assert!(serves(Some(&public), "doors.example"));
        assert!(serves(Some(&public), "DOORS.example:443"));
        assert!(serves(Some(&public), "127.0.0.1:8080"));
        assert!(!serves(Some(&public), "doors.example:8443"));
        assert!(!serves(Some(&public), "evil.example"));
        assert!(!serves(Some(&public), "doors.example@evil.example"));
        assert!(!serves(None, "evil.example"));
    }
}
