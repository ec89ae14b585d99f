//! The talk with a site: where it is asked, sending people there, and taking the code that they bring to it.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use doorward_domain::Moment;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken, CoreProviderMetadata,
};
use openidconnect::{
    AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, TokenResponse,
};
use url::Url;

use super::fetch::{self, Asking};
use super::token::{self, verified};
use super::{Attempt, Proven};
use crate::App;
use crate::config::{self, Provider};

/// How long it counts what a site says of itself, in milliseconds.
const TERM: i64 = 60 * 60 * 1000;

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The sites whose accounts people may come in with, and what they last said of themselves.
#[derive(Debug)]
pub struct Providers {
    client: Option<reqwest::Client>,
    known: Mutex<BTreeMap<String, (Moment, CoreProviderMetadata)>>,
}

/// Why a site has proved nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotProven {
    /// It does not answer.
    Down,
    /// It said no, or what it said is not to be believed.
    Refused,
}

impl Providers {
    /// Those of a configuration.
    pub fn open(config: &config::Config) -> Result<Self, reqwest::Error> {
        let client = (!config.providers.is_empty()).then(fetch::client);
        Ok(Self {
            client: client.transpose()?,
            known: Mutex::default(),
        })
    }

    /// Where somebody goes to say at a site who they are.
    pub async fn address(&self, app: &App, key: &str, attempt: &Attempt) -> Result<Url, NotProven> {
        let provider = named(app, key)?;
        let about = self.about(app, key, provider).await?;
        let client = spoken_to(app, key, provider, &about)?;
        let (state, nonce) = (CsrfToken::new(attempt.state()), Nonce::new(attempt.nonce()));
        let verifier = PkceCodeVerifier::new(attempt.verifier());
        let asked = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || state,
                move || nonce,
            )
            .add_scope(Scope::new("email".to_owned()))
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        let (url, _, _) = asked.url();
        if provider.speaks_at(&url) {
            Ok(url)
        } else {
            Err(down(key, &"people would say in the clear who they are"))
        }
    }

    /// What a site's answer proves of somebody: its code is taken to it, and its token verified.
    pub async fn prove(
        &self,
        app: &App,
        key: &str,
        attempt: &Attempt,
        code: String,
    ) -> Result<Proven, NotProven> {
        let provider = named(app, key)?;
        let about = self.about(app, key, provider).await?;
        let token = self.exchange(app, (key, provider, &about), attempt, code);
        let token = token.await?;
        let (nonce, now) = (Nonce::new(attempt.nonce()), app.now());
        let claims = match verified(provider, &about, &token, &nonce, now) {
            // It may sign with a new key since it was asked.
            Err(ClaimsVerificationError::SignatureVerification(_)) => {
                self.forget(key);
                let about = self.about(app, key, provider).await?;
                verified(provider, &about, &token, &nonce, now)
            }
            claims => claims,
        };
        let claims = claims.map_err(|error| refused(key, &error))?;
        Ok(Proven {
            provider: key.to_owned(),
            issuer: provider.issuer.clone(),
            subject: token::subject_of(claims).ok_or(NotProven::Refused)?,
            email: token::address_of(claims),
            name: token::name_of(claims),
            next: attempt.next.clone(),
        })
    }

    async fn exchange(
        &self,
        app: &App,
        (key, provider, about): (&str, &Provider, &CoreProviderMetadata),
        attempt: &Attempt,
        code: String,
    ) -> Result<CoreIdToken, NotProven> {
        let client = spoken_to(app, key, provider, about)?;
        let asking = self.asking(key, provider)?;
        let asked = client.exchange_code(AuthorizationCode::new(code));
        let asked = asked.map_err(|error| refused(key, &error))?;
        let answer = asked
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier()))
            .request_async(&asking)
            .await;
        match answer {
            Ok(answer) => answer.id_token().cloned().ok_or(NotProven::Refused),
            Err(RequestTokenError::Request(error)) => Err(down(key, &error)),
            Err(
                error @ (RequestTokenError::ServerResponse(_)
                | RequestTokenError::Parse(..)
                | RequestTokenError::Other(_)),
            ) => Err(refused(key, &error)),
        }
    }

    /// What a site says of itself, asked at most once in an hour.
    async fn about(
        &self,
        app: &App,
        key: &str,
        provider: &Provider,
    ) -> Result<CoreProviderMetadata, NotProven> {
        let now = app.now();
        let kept = {
            let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            known.get(key).cloned()
        };
        if let Some((since, about)) = kept
            && !now.is_past(since.plus_millis(TERM))
        {
            return Ok(about);
        }
        let asking = self.asking(key, provider)?;
        let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(|error| down(key, &error))?;
        let found = CoreProviderMetadata::discover_async(issuer, &asking).await;
        let found = found.map_err(|error| down(key, &error))?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(key.to_owned(), (now, found.clone()));
        Ok(found)
    }

    fn forget(&self, key: &str) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.remove(key);
    }

    fn asking(&self, key: &str, provider: &Provider) -> Result<Asking, NotProven> {
        let client = self.client.clone();
        let client = client.ok_or_else(|| down(key, &"nothing was made to ask it with"))?;
        Ok(Asking {
            client,
            provider: provider.clone(),
        })
    }
}

fn named<'a>(app: &'a App, key: &str) -> Result<&'a Provider, NotProven> {
    app.config().providers.get(key).ok_or(NotProven::Refused)
}

/// The site, as this server speaks with it.
fn spoken_to(
    app: &App,
    key: &str,
    provider: &Provider,
    about: &CoreProviderMetadata,
) -> Result<Client, NotProven> {
    let back = app
        .public_url()
        .and_then(|it| it.join(&format!("with/{key}/back")).ok());
    let back = back.and_then(|it| RedirectUrl::new(it.into()).ok());
    let back = back.ok_or_else(|| down(key, &"this server has no address to come back to"))?;
    let secret = provider.client_secret.clone().map(ClientSecret::new);
    let client = ClientId::new(provider.client_id.clone());
    let client = CoreClient::from_provider_metadata(about.clone(), client, secret);
    let ways = about.token_endpoint_auth_methods_supported();
    let in_header = ways.is_none_or(|ways| ways.contains(&CoreClientAuthMethod::ClientSecretBasic));
    let client = if in_header {
        client
    } else {
        client.set_auth_type(AuthType::RequestBody)
    };
    Ok(client.set_redirect_uri(back))
}

fn down(key: &str, error: &impl ToString) -> NotProven {
    tracing::warn!(provider = key, error = %error.to_string().escape_debug(), "a provider does not answer");
    NotProven::Down
}

fn refused(key: &str, error: &impl ToString) -> NotProven {
    tracing::warn!(provider = key, error = %error.to_string().escape_debug(), "a provider has proved nothing");
    NotProven::Refused
}
