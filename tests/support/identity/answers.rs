//! What the site answers to browsers and servers.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Json;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use serde_json::json;
use sha2::{Digest, Sha256};
use url::Url;

use super::signed::{Key, Token};
use super::site::{CLIENT, Fault, Identity};

/// More than anybody wants to read.
const ENDLESS: usize = 4 * 1024 * 1024;

/// What opens the account there, and is of no use here.
const ACCESS: &str = "access-canary-of-no-use";

/// What is asked, by its names.
type Asked = BTreeMap<String, String>;

/// What the site knows, which the test may change while it runs.
#[derive(Debug, Clone)]
pub struct Inside(Arc<Mutex<Told>>);

/// What it knows.
#[derive(Debug)]
pub struct Told {
    /// Where it is.
    pub url: String,
    /// What it signs with.
    pub key: Key,
    /// Who is signed in there.
    pub who: Option<Identity>,
    /// What goes wrong.
    pub fault: Option<Fault>,
    /// Where it sent people back to.
    pub answers: Vec<String>,
    /// What nobody else is to read.
    pub secrets: Vec<String>,
    /// What was asked with each code that was not used yet.
    codes: BTreeMap<String, Asked>,
    given: Vec<String>,
}

impl Told {
    /// A site at this address that knows nobody.
    pub fn at(url: String, key: Key) -> Self {
        Self {
            url,
            key,
            who: None,
            fault: None,
            answers: Vec::new(),
            secrets: vec![CLIENT.1.to_owned(), ACCESS.to_owned()],
            codes: BTreeMap::new(),
            given: Vec::new(),
        }
    }

    fn does(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }
}

impl From<Told> for Inside {
    fn from(told: Told) -> Self {
        Self(Arc::new(Mutex::new(told)))
    }
}

impl Inside {
    /// What it knows now.
    pub fn told(&self) -> MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn said(asked: &Asked, name: &str) -> String {
    asked.get(name).cloned().unwrap_or_default()
}

/// What it says of itself.
pub async fn about(State(inside): State<Inside>, Query(sent): Query<Asked>) -> Response {
    let told = inside.told();
    if told.does(Fault::Moved) && sent.is_empty() {
        return Redirect::temporary("/.well-known/openid-configuration?sent=on").into_response();
    }
    if told.does(Fault::Talkative) {
        return Json("x".repeat(ENDLESS)).into_response();
    }
    let url = &told.url;
    let (mut issuer, mut authorize) = (url.clone(), format!("{url}/authorize"));
    if told.does(Fault::OtherSite) {
        "https://evil.example".clone_into(&mut issuer);
    }
    if told.does(Fault::InTheClear) {
        "http://plaza.example/authorize".clone_into(&mut authorize);
    }
    let about = json!({
        "issuer": issuer,
        "authorization_endpoint": authorize,
        "token_endpoint": format!("{url}/token"),
        "jwks_uri": format!("{url}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // It would not mind tokens that nobody signed; the server must.
        "id_token_signing_alg_values_supported": ["ES256", "none"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
    });
    Json(about).into_response()
}

/// What its signatures are verified with.
pub async fn keys(State(inside): State<Inside>) -> Response {
    match inside.told().key.public() {
        Ok(key) => Json(json!({ "keys": [key] })).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Whoever is sent here says yes at once.
pub async fn authorize(
    State(inside): State<Inside>,
    Query(asked): Query<Asked>,
) -> Result<Redirect, StatusCode> {
    let mut told = inside.told();
    let scopes = said(&asked, "scope");
    let is_right = said(&asked, "response_type") == "code"
        && said(&asked, "client_id") == CLIENT.0
        && said(&asked, "code_challenge_method") == "S256"
        && ["openid", "email", "profile"]
            .iter()
            .all(|scope| scopes.split(' ').any(|it| it == *scope));
    if !is_right {
        return Err(StatusCode::BAD_REQUEST);
    }
    let back = Url::parse(&said(&asked, "redirect_uri"));
    let mut back = back.map_err(|_| StatusCode::BAD_REQUEST)?;
    let state = if told.does(Fault::State) {
        "of-another-attempt".to_owned()
    } else {
        said(&asked, "state")
    };
    if told.does(Fault::TurnsBack) {
        let pairs = [("error", "access_denied"), ("state", state.as_str())];
        back.query_pairs_mut().extend_pairs(pairs);
    } else {
        let code = told.code(asked);
        let pairs = [("code", &code), ("state", &state)];
        back.query_pairs_mut().extend_pairs(pairs);
    }
    told.answers.push(back.to_string());
    Ok(Redirect::to(back.as_str()))
}

impl Told {
    /// A new code for what was asked; or the first one again.
    fn code(&mut self, asked: Asked) -> String {
        let old = self.given.first().cloned();
        if let Some(old) = old.filter(|_| self.does(Fault::OldCode)) {
            return old;
        }
        let code = format!("code-canary-{}", self.given.len());
        self.secrets.push(code.clone());
        self.given.push(code.clone());
        self.codes.insert(code.clone(), asked);
        code
    }
}

/// Takes a code once, from the server it was given for, with what its challenge was made from.
pub async fn token(
    State(inside): State<Inside>,
    Query(sent): Query<Asked>,
    headers: HeaderMap,
    Form(asked): Form<Asked>,
) -> Response {
    let mut told = inside.told();
    let (client, secret) = CLIENT;
    let pair = BASE64_STANDARD.encode(format!("{client}:{secret}"));
    let shown = headers.get(header::AUTHORIZATION);
    if shown.and_then(|it| it.to_str().ok()) != Some(format!("Basic {pair}").as_str()) {
        return refused(StatusCode::UNAUTHORIZED, "invalid_client");
    }
    if told.does(Fault::Redirects) && sent.is_empty() {
        return Redirect::temporary("/token?sent=on").into_response();
    }
    let verifier = said(&asked, "code_verifier");
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier));
    told.secrets.push(verifier);
    let is_same = |before: &Asked| {
        before.get("code_challenge") == Some(&challenge)
            && before.get("redirect_uri") == asked.get("redirect_uri")
    };
    let before = told.codes.remove(&said(&asked, "code"));
    let Some(before) = before.filter(is_same) else {
        return refused(StatusCode::BAD_REQUEST, "invalid_grant");
    };
    if told.does(Fault::TooLong) {
        return Json("x".repeat(ENDLESS)).into_response();
    }
    let signed = told.who.as_ref().map(|who| {
        told.key.token(Token {
            who,
            issuer: &told.url,
            nonce: &said(&before, "nonce"),
            fault: told.fault,
        })
    });
    match signed {
        Some(Ok(signed)) => {
            told.secrets.push(signed.clone());
            let given = json!({
                "access_token": ACCESS, "token_type": "Bearer", "expires_in": 60, "id_token": signed,
            });
            Json(given).into_response()
        }
        Some(Err(_)) | None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn refused(status: StatusCode, error: &str) -> Response {
    (status, Json(json!({ "error": error }))).into_response()
}
