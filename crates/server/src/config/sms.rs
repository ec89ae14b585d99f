//! How text messages go out. Off unless a gateway is named, and then only to the countries that are named (SMS-1).

use serde::Deserialize;
use url::Url;

use super::{Error, is_loopback};

/// How text messages go out.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sms {
    /// The way.
    pub transport: Gateway,
    /// Where the gateway listens.
    pub url: Option<Url>,
    /// The sender that phones show: a number, or at most eleven letters and digits.
    pub from: String,
    /// The name to sign in with at Kannel.
    pub user: Option<String>,
    /// The password to sign in with at Kannel.
    pub password: Option<String>,
    /// The token that a gateway of the way `http` asks for.
    pub token: Option<String>,
    /// The country codes that may be written to, such as `+372`.
    pub countries: Vec<String>,
    /// Seconds between two messages to one number at least.
    pub seconds_between: u32,
    /// Messages to one number in a day at most.
    pub number_per_day: u32,
    /// Messages of one organisation in a day at most.
    pub organisation_per_day: u32,
    /// Messages in a day at most, whoever sends them: then nothing more goes out, and it is logged as an error.
    pub per_day: u32,
}

/// The ways a text message can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gateway {
    /// To a gateway that takes JSON over HTTP.
    Http,
    /// To the sendsms interface of Kannel.
    Kannel,
    /// Nowhere: invitations to phones are "not sent" and their links are copied by hand.
    #[default]
    None,
}

impl std::fmt::Debug for Sms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sms")
            .field("transport", &self.transport)
            .finish_non_exhaustive()
    }
}

impl Default for Sms {
    fn default() -> Self {
        Self {
            transport: Gateway::default(),
            url: None,
            from: "Doorward".to_owned(),
            user: None,
            password: None,
            token: None,
            countries: Vec::new(),
            seconds_between: 60,
            number_per_day: 5,
            organisation_per_day: 50,
            per_day: 500,
        }
    }
}

impl Sms {
    /// The country codes that text messages go to alone; none where they go nowhere, so that links are copied by hand.
    pub fn countries(&self) -> Option<&[String]> {
        (self.transport != Gateway::None).then_some(self.countries.as_slice())
    }

    /// Refuses a gateway that would be reached in the clear, and one that could write to nobody or to everybody.
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.transport == Gateway::None {
            return Ok(());
        }
        let safe =
            |url: &Url| url.scheme() == "https" || url.scheme() == "http" && is_loopback(url);
        if !self.url.as_ref().is_some_and(safe) {
            return Err(Error::Address(
                "sms.url must be https, or name this computer: over plain http everybody on the way reads links",
            ));
        }
        let code = |it: &String| {
            let digits = it.strip_prefix('+').unwrap_or_default();
            (1..=6).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit())
        };
        if self.countries.is_empty() || !self.countries.iter().all(code) {
            return Err(Error::Address(
                "sms.countries must name the country codes that may be written to, such as \"+372\"",
            ));
        }
        Ok(())
    }
}
