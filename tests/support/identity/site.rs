//! The site, as tests know it.

use anyhow::{Context, Result};
use axum::Router;
use axum::routing::{get, post};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

use super::answers::{self, Inside, Told};
use super::signed::Key;

/// What the server is called there, and what it shows.
pub const CLIENT: (&str, &str) = ("doorward", "identity-secret-canary");

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// What the site says of itself is said of another one.
    OtherSite,
    /// People would be sent where everybody on the way reads what they say.
    InTheClear,
    /// What it says of itself never ends.
    Talkative,
    /// What it says of itself is said to be elsewhere.
    Moved,
    /// The person turns back.
    TurnsBack,
    /// The answer belongs to another attempt.
    State,
    /// The code was used before.
    OldCode,
    /// The token belongs to another attempt.
    Nonce,
    /// The token is for somebody else's server.
    Audience,
    /// The token names another site.
    Issuer,
    /// The token has expired.
    Expired,
    /// The token is signed by somebody else.
    Key,
    /// The token is signed by nobody.
    Unsigned,
    /// What the code is taken to points elsewhere.
    Redirects,
    /// What the code is taken to never ends.
    TooLong,
}

/// Somebody's account there.
#[derive(Debug, Clone)]
pub struct Identity {
    /// What the site calls it.
    pub subject: &'static str,
    /// Its address.
    pub email: &'static str,
    /// Whether the site has verified it.
    pub is_verified: bool,
    /// First and last name.
    pub name: &'static str,
}

/// The site.
#[derive(Debug)]
pub struct Site {
    inside: Inside,
    serving: JoinHandle<()>,
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Site {
    /// Opens it; nobody has an account there.
    pub async fn open() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let inside = Inside::from(Told::at(url, Key::fresh()?));
        let about = "/.well-known/openid-configuration";
        let routes = Router::new()
            .route(about, get(answers::about))
            .route("/keys", get(answers::keys))
            .route("/authorize", get(answers::authorize))
            .route("/token", post(answers::token))
            .with_state(inside.clone());
        let serving = async move { drop(axum::serve(listener, routes).await) };
        Ok(Self {
            inside,
            serving: tokio::spawn(serving),
        })
    }

    /// What the configuration of a server says that people come into with accounts of this site.
    pub fn configuration(&self) -> String {
        let (client, secret) = CLIENT;
        format!(
            "\n[providers.plaza]\nname = \"Plaza\"\nissuer = \"{}\"\nclient_id = \"{client}\"\n\
             client_secret = \"{secret}\"\n",
            self.inside.told().url
        )
    }

    /// Whoever comes next is signed in there as this.
    pub fn knows(&self, who: &Identity) {
        self.inside.told().who = Some(who.clone());
    }

    /// From now on this goes wrong, or nothing.
    pub fn does(&self, fault: Option<Fault>) {
        self.inside.told().fault = fault;
    }

    /// It signs with another key from now on.
    pub fn changes_its_key(&self) -> Result<()> {
        self.inside.told().key = Key::fresh()?;
        Ok(())
    }

    /// Where it last sent somebody back to.
    pub fn last_answer(&self) -> Result<Url> {
        let answer = self.inside.told().answers.last().cloned();
        Ok(Url::parse(&answer.context("somebody was here")?)?)
    }

    /// Whatever passed between it, the server and browsers that nobody else is to read.
    pub fn secrets(&self) -> Vec<String> {
        self.inside.told().secrets.clone()
    }

    /// It answers nobody any more.
    pub fn close(&self) {
        self.serving.abort();
    }
}
