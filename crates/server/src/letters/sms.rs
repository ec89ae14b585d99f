//! Text messages: to a gateway that takes JSON over HTTP, or to the sendsms interface of Kannel. Fixed words in the
//! reader's language and a link; nothing that a person typed but the organisation's name (SMS-1).

use std::sync::Once;
use std::time::Duration;

use doorward_domain::{Contact, Delay};
use reqwest::{Client, Response, StatusCode};
use serde_json::json;
use url::Url;
use uuid::Uuid;

use super::segments::is_plain;
use super::transport::Delivery;
use crate::config::{Gateway, Sms as Config};

/// The longest one attempt takes.
const PATIENCE: Duration = Duration::from_secs(30);
/// Characters of an answer that are kept as a reason.
const LONGEST_REASON: usize = 200;

/// How text messages leave.
#[derive(Debug)]
pub struct Sms {
    way: Way,
    countries: Vec<String>,
}

enum Way {
    Http {
        client: Client,
        url: Url,
        from: String,
        token: Option<String>,
    },
    Kannel {
        client: Client,
        url: Url,
        from: String,
        user: String,
        password: String,
    },
    None,
}

/// One text message on its way out.
#[derive(Debug, Clone)]
pub struct Message<'a> {
    /// The letter's id; the same at every attempt.
    pub id: Uuid,
    /// Where it goes.
    pub to: &'a Contact,
    /// What it says.
    pub text: &'a str,
}

impl Sms {
    /// The way that the configuration names.
    pub fn open(config: &Config) -> Result<Self, reqwest::Error> {
        Ok(Self {
            way: Way::open(config)?,
            countries: config.countries.clone(),
        })
    }

    /// Whether a number may be written to: what could cost money goes only where the operator said (SMS-1).
    pub fn reaches(&self, number: &Contact) -> bool {
        number.is_texted_in(&self.countries)
    }

    /// Hands a text message over.
    pub async fn send(&self, message: Message<'_>) -> Delivery {
        let asked = match &self.way {
            Way::None => return Delivery::NotSent,
            Way::Http {
                client,
                url,
                from,
                token,
            } => {
                let body = json!({
                    "id": message.id, "from": from, "to": message.to.as_str(), "text": message.text,
                });
                let asked = client.post(url.clone()).json(&body);
                match token {
                    Some(token) => asked.bearer_auth(token),
                    None => asked,
                }
            }
            Way::Kannel {
                client,
                url,
                from,
                user,
                password,
            } => {
                let coding = if is_plain(message.text) { "0" } else { "2" };
                let query = [
                    ("username", user.as_str()),
                    ("password", password),
                    ("from", from),
                    ("to", message.to.as_str()),
                    ("text", message.text),
                    ("charset", "UTF-8"),
                    ("coding", coding),
                ];
                let mut url = url.clone();
                url.query_pairs_mut().extend_pairs(query);
                client.get(url)
            }
        };
        match asked.send().await {
            Ok(response) => delivery(response).await,
            // The address has the password and the link in it: neither belongs into a log.
            Err(error) => Delivery::Later(Delay::Unusable, error.without_url().to_string()),
        }
    }
}

/// What a gateway is signed in to with belongs into no log.
impl std::fmt::Debug for Way {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Http { .. } => "Http",
            Self::Kannel { .. } => "Kannel",
            Self::None => "None",
        })
    }
}

impl Way {
    fn open(config: &Config) -> Result<Self, reqwest::Error> {
        static ONCE: Once = Once::new();
        let Some(url) = config.url.clone() else {
            return Ok(Self::None);
        };
        // Another part of the program may have installed the same one before.
        ONCE.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
        let client = || {
            Client::builder()
                .timeout(PATIENCE)
                .redirect(reqwest::redirect::Policy::none())
                .build()
        };
        let from = config.from.clone();
        Ok(match config.transport {
            Gateway::None => Self::None,
            Gateway::Http => Self::Http {
                client: client()?,
                url,
                from,
                token: config.token.clone(),
            },
            Gateway::Kannel => Self::Kannel {
                client: client()?,
                url,
                from,
                user: config.user.clone().unwrap_or_default(),
                password: config.password.clone().unwrap_or_default(),
            },
        })
    }
}

/// What an answer means: taken, refused for good, or to be tried again. Refused credentials are for the operator to mend.
async fn delivery(response: Response) -> Delivery {
    let status = response.status();
    if status.is_success() {
        return Delivery::Sent;
    }
    let text = response.text().await.unwrap_or_default();
    let said: String = text
        .trim()
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_REASON)
        .collect();
    let reason = format!("{} {said}", status.as_u16());
    let is_ours = matches!(
        status,
        StatusCode::UNAUTHORIZED
            | StatusCode::PAYMENT_REQUIRED
            | StatusCode::REQUEST_TIMEOUT
            | StatusCode::TOO_MANY_REQUESTS
    ) || said.contains("Authorization failed");
    if status.is_client_error() && !is_ours {
        Delivery::Bounced(reason)
    } else if is_asked(status) {
        Delivery::Later(Delay::Asked, reason)
    } else {
        Delivery::Later(Delay::Unusable, reason)
    }
}

/// Whether a gateway answers that it works, but not now.
fn is_asked(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::REQUEST_TIMEOUT
            | StatusCode::TOO_MANY_REQUESTS
            | StatusCode::SERVICE_UNAVAILABLE
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gateway_is_signed_in_to_in_no_log_s_18() {
        for transport in [Gateway::Http, Gateway::Kannel] {
            let config = Config {
                transport,
                url: Url::parse("https://sms.example/send").ok(),
                user: Some("canary".to_owned()),
                password: Some("canary".to_owned()),
                token: Some("canary".to_owned()),
                ..Config::default()
            };
            let sms = Sms::open(&config).unwrap();
            let logged = format!("{sms:?}");
            assert!(!logged.contains("canary"), "{logged}");
        }
    }
}
