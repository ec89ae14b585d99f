//! Who looks at a page, and in which language.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use doorward_domain::{Actor, Contact, Locale};

use crate::App;
use crate::accounts::SignedInDevice;
use crate::accounts::limits;
use crate::execute::Trail;
use crate::pages::cookies::{Cookie, Jar};
use crate::pages::next;
use crate::store::{self, mine};
use crate::text::{Words, accepted, locale_from, words};

/// The languages of an invitation or a link.
#[derive(Debug, Clone, Copy, Default)]
pub struct Speech {
    /// The one that was chosen for whoever is invited.
    pub own: Option<Locale>,
    /// The one of who gives it.
    pub givers: Option<Locale>,
}

/// Somebody at a page.
#[derive(Clone)]
pub struct Visitor {
    /// The server.
    pub app: App,
    /// The language.
    pub words: &'static Words,
    /// Who is signed in.
    pub device: Option<SignedInDevice>,
    /// The network they come from.
    pub network: String,
    /// Where they want to go on to.
    pub next: Option<String>,
    /// How many entries of their bell they have not read.
    pub unread: u64,
    /// The language they have just chosen.
    pub(super) chosen: Option<Locale>,
    /// The language of their account, or else the one that their browser wishes.
    wished: Option<Locale>,
    /// The page's path.
    pub(super) path: String,
    query: String,
    headers: HeaderMap,
    jar: Jar,
}

/// The cookies of a visitor are secrets, and so is what stands in the address of some pages.
impl std::fmt::Debug for Visitor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visitor")
            .field("words", &self.words.tag())
            .field("network", &self.network)
            .finish_non_exhaustive()
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let secret = Jar::of(app).read(&parts.headers, Cookie::Session);
        let device = match secret {
            Some(secret) => {
                let trail = parts.extensions.get::<Trail>().copied();
                SignedInDevice::of(app, &secret, trail).await
            }
            None => Ok(None),
        };
        let unread = match &device {
            Ok(Some(device)) => unread(app, device).await,
            Ok(None) | Err(_) => Ok(0),
        };
        match (device, unread) {
            (Ok(device), Ok(unread)) => Ok(Self {
                unread,
                ..Self::of(app, parts, device)
            }),
            (Err(error), _) | (_, Err(error)) => {
                let visitor = Self::of(app, parts, None);
                Err(visitor.broken(error).into_response())
            }
        }
    }
}

async fn unread(app: &App, device: &SignedInDevice) -> Result<u64, store::Error> {
    let mut tx = app.store().glance().await?;
    mine::unread(&mut tx, device.account.person).await
}

impl Visitor {
    /// The visitor behind a request.
    pub fn of(app: &App, parts: &mut Parts, device: Option<SignedInDevice>) -> Self {
        let jar = Jar::of(app);
        let query = parts.uri.query().unwrap_or_default().to_owned();
        let chosen = named(&query, "lang").and_then(|tag| locale_from(&tag));
        let kept = jar
            .read(&parts.headers, Cookie::Language)
            .and_then(|tag| locale_from(&tag));
        let wished = parts
            .headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|it| it.to_str().ok())
            .and_then(accepted);
        let accounts = device.as_ref().map(|device| device.locale);
        let wished = accounts.or(wished);
        Self {
            app: app.clone(),
            words: words(chosen.or(kept).or(wished).unwrap_or(Locale::En)),
            wished,
            device,
            network: limits::network(app, &parts.headers, &parts.extensions),
            unread: 0,
            next: named(&query, "next").and_then(|it| next::page(&it)),
            path: parts.uri.path().to_owned(),
            query,
            chosen,
            headers: parts.headers.clone(),
            jar,
        }
    }

    /// What the page's address asks for under a name.
    pub fn query(&self, name: &str) -> Option<String> {
        named(&self.query, name)
    }

    /// The same visitor, signed out.
    #[must_use]
    pub fn signed_out(self) -> Self {
        Self {
            device: None,
            ..self
        }
    }

    /// Speaks this language, unless the visitor chose or wished another.
    #[must_use]
    pub fn speaking(mut self, locale: Option<Locale>) -> Self {
        let said =
            self.chosen.is_some() || self.jar.read(&self.headers, Cookie::Language).is_some();
        if let Some(locale) = locale.filter(|_| !said) {
            self.words = words(locale);
        }
        self
    }

    /// Speaks the language chosen for an invitation, unless the visitor chose another; its giver's only where nothing tells
    /// the visitor's.
    #[must_use]
    pub fn invited_in(self, speech: Speech) -> Self {
        let givers = speech.givers.filter(|_| self.wished.is_none());
        self.speaking(speech.own.or(givers))
    }

    /// Who acts, if somebody is signed in.
    pub fn actor(&self) -> Option<&Actor> {
        self.device.as_ref().map(|device| &device.caller.actor)
    }

    /// The value of a cookie.
    pub fn cookie(&self, cookie: Cookie) -> Option<String> {
        self.jar.read(&self.headers, cookie)
    }

    /// How cookies are written here.
    pub fn jar(&self) -> Jar {
        self.jar
    }

    /// The first address of who is signed in, where they have one.
    pub fn email(&self) -> Option<&Contact> {
        let contacts = &self.device.as_ref()?.account.contacts;
        contacts.iter().find(|it| matches!(it, Contact::Email(_)))
    }

    /// The first address of who is signed in that letters go to from here.
    pub fn written_to(&self) -> Option<&Contact> {
        self.email().filter(|_| self.app.config().mail.sends())
    }

    /// What this browser is called in the list of devices: the first word of what it says of itself.
    pub fn browser(&self) -> String {
        let said = self
            .headers
            .get(header::USER_AGENT)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default();
        let known = ["Firefox", "Edg", "OPR", "Chrome", "Safari"]
            .into_iter()
            .find(|name| said.contains(name));
        match known {
            Some("Edg") => "Edge",
            Some("OPR") => "Opera",
            Some(name) => name,
            None => "Browser",
        }
        .to_owned()
    }
}

fn named(query: &str, name: &str) -> Option<String> {
    url::form_urlencoded::parse(query.as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}
