//! Browsers without JavaScript, which forget a cookie when its time is over.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, header};
use doorward_domain::Moment;
use tower::ServiceExt;

use super::site::{PASSWORD, Site};

/// Somebody's browser.
pub struct Browser<'a> {
    site: &'a Site,
    cookies: BTreeMap<String, (String, Moment)>,
    address: [u8; 4],
    wishes: Option<&'static str>,
}

/// What came back.
#[derive(Debug)]
pub struct Seen {
    /// The status of the last answer.
    pub status: u16,
    /// Where the browser ended up.
    pub path: String,
    /// The page.
    pub html: String,
    /// The headers of the last answer.
    pub headers: HeaderMap,
}

impl<'a> Browser<'a> {
    /// A browser without cookies.
    pub fn open(site: &'a Site) -> Self {
        Self {
            site,
            cookies: BTreeMap::new(),
            address: [192, 0, 2, 7],
            wishes: None,
        }
    }

    /// The same cookies, sent from another address.
    pub fn elsewhere(&self, address: [u8; 4]) -> Self {
        Self {
            site: self.site,
            cookies: self.cookies.clone(),
            address,
            wishes: self.wishes,
        }
    }

    /// A browser in which somebody has signed in.
    pub async fn signed_in(site: &'a Site, email: &str) -> Self {
        let mut browser = Self::open(site);
        let seen = browser
            .post("/sign-in", &[("email", email), ("password", PASSWORD)])
            .await;
        assert!(
            ["/me", "/request?first=1"].contains(&&*seen.path),
            "{} {}",
            seen.path,
            seen.html
        );
        browser
    }

    /// The same browser, which wishes to read a language.
    pub fn wishing(mut self, language: &'static str) -> Self {
        self.wishes = Some(language);
        self
    }

    /// Puts something else into a cookie, or takes it away.
    pub fn edit(&mut self, cookie: &str, value: Option<&str>) {
        match value {
            Some(value) => {
                let kept = (value.to_owned(), self.site.clock.now().plus_millis(60_000));
                self.cookies.insert(cookie.to_owned(), kept)
            }
            None => self.cookies.remove(cookie),
        };
    }

    /// Whether the browser keeps a cookie.
    pub fn has(&self, cookie: &str) -> bool {
        let kept = self.cookies.get(cookie);
        kept.is_some_and(|(_, end)| self.site.clock.now() < *end)
    }

    /// What the browser keeps in a cookie.
    pub fn cookie(&self, cookie: &str) -> &str {
        &self.cookies[cookie].0
    }

    /// Opens a page and follows where it leads.
    pub async fn get(&mut self, path: &str) -> Seen {
        self.follow(path, None).await
    }

    /// Sends a form and follows where it leads.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        self.follow(path, Some(body.finish())).await
    }

    async fn follow(&mut self, path: &str, body: Option<String>) -> Seen {
        let mut seen = self.ask(path, body).await;
        for _ in 0..5 {
            let Some(to) = seen.headers.get(header::LOCATION) else {
                break;
            };
            let to = to.to_str().unwrap().to_owned();
            assert!(
                to.starts_with('/') && !to.starts_with("//"),
                "only our own pages are gone on to: {to}"
            );
            seen = self.ask(&to, None).await;
        }
        seen
    }

    /// One request with one answer.
    pub async fn ask(&mut self, path: &str, body: Option<String>) -> Seen {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .filter(|(_, (_, end))| self.site.clock.now() < *end)
            .map(|(name, (value, _))| format!("{name}={value}"))
            .collect();
        let mut request = Request::builder()
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ACCEPT, "text/html");
        request = request.header(header::COOKIE, cookies.join("; "));
        if let Some(wishes) = self.wishes {
            request = request.header(header::ACCEPT_LANGUAGE, wishes);
        }
        if body.is_some() {
            request = request
                .method("POST")
                .header(header::ORIGIN, "http://127.0.0.1:8080");
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let request = request.extension(ConnectInfo(SocketAddr::from((self.address, 5000))));
        let request = request.body(Body::from(body.unwrap_or_default())).unwrap();
        let response = self.site.app.router().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, rest) = line.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let life = rest.split("; ").find_map(|it| it.strip_prefix("Max-Age="));
            let life: i64 = life.unwrap().parse().unwrap();
            let end = self.site.clock.now().plus_millis(life * 1000);
            let kept = (value.to_owned(), end);
            self.cookies.insert(name.to_owned(), kept);
        }
        let html = String::from_utf8(to_bytes(body, 1 << 20).await.unwrap().to_vec()).unwrap();
        assert!(html.len() < 60 * 1024, "a page is smaller than 60 KB");
        Seen {
            status: parts.status.as_u16(),
            path: path.to_owned(),
            html,
            headers: parts.headers,
        }
    }
}
