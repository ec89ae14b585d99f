//! One server and what this device asks of it: TLS verified, redirects refused, everything timed out (DSK-4).

use std::sync::Once;
use std::time::Duration;

use doorward_domain::{LinkId, MembershipId, OrganisationId};
use doorward_protocol::{
    Changes, Code, HistoryPage, Mine, PACK_TYPE, PROTOCOL_HEADER, PROTOCOL_VERSION, Proof, Push,
    PushAnswer, ReadNotices, SignIn, SignedIn,
};
use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, Method, RequestBuilder, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use url::Url;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::address::{is_loopback, origin};
use super::answer::{Heard, checked, header, is_distrust, read};
use super::{Doorbell, Parcel};
use crate::error::{Error, Result};

/// The longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// How long an unused connection is kept; the server lets go of it after ten seconds, and must not be first.
const IDLE: Duration = Duration::from_secs(5);
/// The longest wait for an answer as a whole.
const WHOLE: Duration = Duration::from_mins(1);
/// The longest silence of a stream that lives; the server says something every few seconds.
const SILENCE: Duration = Duration::from_secs(45);
/// How many lines a page of an organisation's feed is to have at most: with fewer, more of the time of receiving
/// everything goes into asking than into rows.
const LINES: u32 = 2000;

/// A secret link; whoever has it can use it.
#[derive(Deserialize)]
pub(crate) struct SecretLink {
    pub(crate) url: String,
}

impl std::fmt::Debug for SecretLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SecretLink").finish_non_exhaustive()
    }
}

/// What comes first of an organisation.
#[derive(Debug)]
pub(crate) enum First {
    /// A page, as ever.
    Page(Box<Heard<Changes>>),
    /// All of it at once.
    Pack(Box<Parcel>),
}

/// One server, with or without a session there.
#[derive(Clone)]
pub(crate) struct Remote {
    client: Client,
    streams: Client,
    base: Url,
    token: Option<Zeroizing<String>>,
    #[cfg(feature = "by-hand")]
    carrier: Option<std::sync::Arc<dyn super::Carrier>>,
}

impl std::fmt::Debug for Remote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Remote")
            .field("base", &self.base.as_str())
            .finish_non_exhaustive()
    }
}

impl Remote {
    /// A server by its address; plain http only on this computer.
    pub(crate) fn new(address: &str) -> Result<Self> {
        let base = origin(address)?;
        install_crypto();
        let build = || {
            let builder = Client::builder()
                .connect_timeout(CONNECT)
                .pool_idle_timeout(IDLE)
                .redirect(reqwest::redirect::Policy::none())
                .referer(false);
            if is_loopback(&base) {
                builder.no_proxy()
            } else {
                builder.https_only(true)
            }
        };
        let client = build().timeout(WHOLE).build().map_err(Error::Offline)?;
        let streams = build()
            .read_timeout(SILENCE)
            .build()
            .map_err(Error::Offline)?;
        Ok(Self {
            client,
            streams,
            base,
            token: None,
            #[cfg(feature = "by-hand")]
            carrier: None,
        })
    }

    /// The same server, reached by whatever carries requests to it instead of a network.
    #[cfg(feature = "by-hand")]
    pub(crate) fn carried_by(mut self, carrier: std::sync::Arc<dyn super::Carrier>) -> Self {
        self.carrier = Some(carrier);
        self
    }

    /// The same server, speaking for a session.
    pub(crate) fn with_token(mut self, token: &str) -> Self {
        self.token = Some(Zeroizing::new(token.to_owned()));
        self
    }

    /// The address without anything after the host.
    pub(crate) fn origin(&self) -> String {
        self.base.origin().ascii_serialization()
    }

    /// Finds out whether a Doorward server answers: whoever is not signed in is told so in its words.
    pub(crate) async fn greet(&self) -> Result<()> {
        let asked = self.request(&self.client, Method::GET, &["v1", "me"], &[])?;
        let answer = match asked.send().await {
            Ok(response) => checked(response).await,
            Err(error) if is_distrust(&error) => return Err(Error::Untrusted(error)),
            Err(error) => return Err(Error::Offline(error)),
        };
        match answer {
            Err(Error::Problem { problem, .. }) if problem.code == Code::SignedOut => Ok(()),
            Err(error @ (Error::Problem { .. } | Error::Offline(_))) => Err(error),
            Ok(_) | Err(_) => Err(Error::NotDoorward),
        }
    }

    /// Signs in.
    pub(crate) async fn sign_in(&self, request: &SignIn) -> Result<Heard<SignedIn>> {
        self.answer(
            self.request(&self.client, Method::POST, &["v1", "sessions"], &[])?
                .json(request),
        )
        .await
    }

    /// Proves anew who is signed in.
    pub(crate) async fn prove(&self, proof: &Proof) -> Result<()> {
        let path = ["v1", "sessions", "current", "proof"];
        let request = self.request(&self.client, Method::POST, &path, &[])?;
        checked(self.send(request.json(proof)).await?)
            .await
            .map(drop)
    }

    /// Ends the session.
    pub(crate) async fn sign_out(&self) -> Result<()> {
        let request = self.request(
            &self.client,
            Method::DELETE,
            &["v1", "sessions", "current"],
            &[],
        )?;
        checked(self.send(request).await?).await.map(drop)
    }

    /// Hands commands over.
    pub(crate) async fn push(
        &self,
        organisation: OrganisationId,
        push: &Push,
    ) -> Result<Heard<PushAnswer>> {
        let path = ["v1", "organisations", &organisation.to_string(), "commands"];
        self.answer(
            self.request(&self.client, Method::POST, &path, &[])?
                .json(push),
        )
        .await
    }

    /// Asks what changed in an organisation.
    pub(crate) async fn changes(
        &self,
        organisation: OrganisationId,
        cursor: Option<&str>,
    ) -> Result<Heard<Changes>> {
        let path = ["v1", "organisations", &organisation.to_string(), "changes"];
        let mut asked = from(cursor);
        asked.push(("limit", LINES.to_string()));
        self.answer(self.request(&self.client, Method::GET, &path, &asked)?)
            .await
    }

    /// Asks for everything in an organisation: for a pack, if the server has one that this device reads.
    pub(crate) async fn first(&self, organisation: OrganisationId) -> Result<First> {
        let path = ["v1", "organisations", &organisation.to_string(), "changes"];
        let asked = [
            ("limit", LINES.to_string()),
            ("pack", doorward_copy::layout()),
        ];
        // As long as something comes: how long all of it takes depends on the network.
        let request = self.request(&self.streams, Method::GET, &path, &asked)?;
        let response = checked(self.send(request).await?).await?;
        Ok(match header(&response, &CONTENT_TYPE) {
            Some(PACK_TYPE) => First::Pack(Box::new(Parcel::open(response).await?)),
            _ => First::Page(Box::new(read(response).await?)),
        })
    }

    /// Asks what changed among the person's own rows.
    pub(crate) async fn my_changes(&self, cursor: Option<&str>) -> Result<Heard<Mine>> {
        self.answer(self.request(
            &self.client,
            Method::GET,
            &["v1", "me", "changes"],
            &from(cursor),
        )?)
        .await
    }

    /// Says which entries of the bell the person has read.
    pub(crate) async fn read_notices(&self, entries: &[Uuid]) -> Result<()> {
        let path = ["v1", "me", "notices", "read"];
        let request = self.request(&self.client, Method::POST, &path, &[])?;
        let read = ReadNotices {
            notices: entries.to_vec(),
        };
        checked(self.send(request.json(&read)).await?)
            .await
            .map(drop)
    }

    /// Listens for what is new.
    pub(crate) async fn listen(&self) -> Result<Doorbell> {
        let request = self.request(&self.streams, Method::GET, &["v1", "stream"], &[])?;
        let response = checked(request.send().await.map_err(Error::Offline)?).await?;
        Ok(Doorbell::new(response))
    }

    /// Asks what happened in an organisation before the entry with this number.
    pub(crate) async fn history(
        &self,
        organisation: OrganisationId,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Heard<HistoryPage>> {
        let path = ["v1", "organisations", &organisation.to_string(), "history"];
        let mut asked = vec![("limit", limit.to_string())];
        asked.extend(before.map(|seq| ("before", seq.to_string())));
        self.answer(self.request(&self.client, Method::GET, &path, &asked)?)
            .await
    }

    /// Asks for the secret link of an open invitation; the server notes that it was shown.
    pub(crate) async fn invitation_link(
        &self,
        organisation: OrganisationId,
        membership: MembershipId,
    ) -> Result<Heard<SecretLink>> {
        let (organisation, membership) = (organisation.to_string(), membership.to_string());
        let invitation = ["invitations", &membership, "link"];
        self.secret(&organisation, invitation).await
    }

    /// Asks for the secret link of a share link or QR code; the server notes that it was shown.
    pub(crate) async fn link_url(
        &self,
        organisation: OrganisationId,
        link: LinkId,
    ) -> Result<Heard<SecretLink>> {
        let (organisation, link) = (organisation.to_string(), link.to_string());
        self.secret(&organisation, ["links", &link, "link"]).await
    }

    async fn secret(&self, organisation: &str, of: [&str; 3]) -> Result<Heard<SecretLink>> {
        let [kind, id, link] = of;
        let path = ["v1", "organisations", organisation, kind, id, link];
        self.answer(self.request(&self.client, Method::POST, &path, &[])?)
            .await
    }

    async fn answer<T: DeserializeOwned>(&self, request: RequestBuilder) -> Result<Heard<T>> {
        read(checked(self.send(request).await?).await?).await
    }

    async fn send(&self, request: RequestBuilder) -> Result<Response> {
        #[cfg(feature = "by-hand")]
        if let Some(carrier) = &self.carrier {
            let request = request.build().map_err(Error::Offline)?;
            return carrier.carry(request).await.map_err(Error::Offline);
        }
        request.send().await.map_err(Error::Offline)
    }

    fn request(
        &self,
        client: &Client,
        method: Method,
        path: &[&str],
        asked: &[(&str, String)],
    ) -> Result<RequestBuilder> {
        let mut url = self.base.clone();
        url.path_segments_mut()
            .map_err(|()| Error::WrongAddress)?
            .clear()
            .extend(path);
        for (name, value) in asked {
            url.query_pairs_mut().append_pair(name, value);
        }
        let request = client
            .request(method, url)
            .header(PROTOCOL_HEADER, PROTOCOL_VERSION);
        Ok(match &self.token {
            Some(token) => request.bearer_auth(token.as_str()),
            None => request,
        })
    }
}

/// Where a feed is to go on.
fn from(cursor: Option<&str>) -> Vec<(&'static str, String)> {
    let cursor = cursor.map(|cursor| ("cursor", cursor.to_owned()));
    cursor.into_iter().collect()
}

/// The provider of the process; another part of the program may have installed the same one before.
fn install_crypto() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
}
