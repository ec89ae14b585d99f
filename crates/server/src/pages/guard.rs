//! Forms are only taken from our own pages: SameSite=Lax cookies, and what the browser says of the sender (SES-6).

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use url::Url;

use super::icon::Icon;
use super::visitor::Visitor;
use crate::App;
use crate::config::is_loopback;

/// Turns away what another website sent.
pub async fn only_our_forms(State(app): State<App>, request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe || is_ours(app.public_url().as_ref(), request.headers()) {
        return next.run(request).await;
    }
    let (mut parts, _) = request.into_parts();
    let visitor = Visitor::of(&app, &mut parts, None);
    let page = visitor.message(Icon::Alert, "foreign-title");
    let page = page.saying(visitor.words.say("foreign-text"));
    visitor.page(StatusCode::FORBIDDEN, &page)
}

/// Browsers say where a form comes from; one that says nothing has no cookie of ours to misuse, but is refused too.
/// Our pages give no referrer, so browsers name no origin with a form of theirs: then it is `null`, and what counts is
/// that the browser calls the page one of ours.
fn is_ours(public: Option<&Url>, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let site = text("sec-fetch-site");
    if site.is_some_and(|site| site != "same-origin") {
        return false;
    }
    match text(header::ORIGIN.as_str()) {
        None | Some("null") => site == Some("same-origin"),
        Some(origin) => is_our_origin(public, origin, text(header::HOST.as_str())),
    }
}

fn is_our_origin(public: Option<&Url>, origin: &str, host: Option<&str>) -> bool {
    let Ok(origin) = Url::parse(origin) else {
        return false;
    };
    if public.is_some_and(|public| public.origin() == origin.origin()) {
        return true;
    }
    // On this computer the server answers to several names; the page then came from the one that was asked.
    let asked = host.and_then(|host| Url::parse(&format!("http://{host}/")).ok());
    is_loopback(&origin) && asked.is_some_and(|asked| asked.origin() == origin.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(fields: &[(&str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in fields {
            headers.insert(
                axum::http::HeaderName::from_bytes(name.as_bytes()).unwrap(),
                value.parse().unwrap(),
            );
        }
        is_ours(
            Some(&Url::parse("https://doors.example/").unwrap()),
            &headers,
        )
    }

    #[test]
    fn forms_of_other_websites_are_turned_away_s_17() {
        assert!(ours(&[
            ("origin", "https://doors.example"),
            ("sec-fetch-site", "same-origin")
        ]));
        assert!(ours(&[("origin", "https://doors.example")]));
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[
            ("origin", "null"),
            ("sec-fetch-site", "same-origin")
        ]));
        assert!(!ours(&[
            ("origin", "null"),
            ("sec-fetch-site", "cross-site")
        ]));
        assert!(!ours(&[("origin", "https://evil.example")]));
        assert!(!ours(&[("origin", "null")]));
        assert!(!ours(&[
            ("origin", "https://doors.example"),
            ("sec-fetch-site", "cross-site")
        ]));
        assert!(!ours(&[
            ("origin", "https://sub.doors.example"),
            ("sec-fetch-site", "same-site")
        ]));
        assert!(!ours(&[]));
        assert!(!ours(&[
            ("origin", "http://127.0.0.1:8080"),
            ("host", "doors.example")
        ]));
    }
}
