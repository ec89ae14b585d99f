//! Checking: what would send secrets in the clear is refused at start.

use std::net::SocketAddr;

use url::Url;

use super::{Config, Error};

/// The fewest characters of a secret that signs.
const SHORTEST_SECRET: usize = 16;

impl Config {
    /// Refuses what would send secrets in the clear, or letters with links that lead nowhere.
    pub fn check(&self) -> Result<(), Error> {
        self.sms.check()?;
        super::providers::check(&self.providers)?;
        let secret = self.mail.report_secret.as_ref();
        if secret.is_some_and(|it| it.chars().count() < SHORTEST_SECRET) {
            return Err(Error::Address(
                "mail.report_secret must have 16 characters or more: whoever guesses it reports what they like",
            ));
        }
        let loopback = self.listen.ip().is_loopback();
        match &self.public_url {
            None if loopback => Ok(()),
            None => Err(Error::Address(
                "public_url is needed when the server listens on more than this computer",
            )),
            Some(url) if !matches!(url.scheme(), "http" | "https") || url.host().is_none() => Err(
                Error::Address("public_url must begin with http:// or https:// and name a host"),
            ),
            Some(url) if url.scheme() == "http" && !is_loopback(url) => Err(Error::Address(
                "public_url must be https: over plain http everybody on the way reads passwords and links",
            )),
            Some(_) if !loopback && self.trusted_proxies.is_empty() => Err(Error::Address(
                "the server speaks plain http: let it listen on this computer only, or name the proxies that \
                 encrypt in trusted_proxies",
            )),
            Some(_) => Ok(()),
        }
    }

    /// The address people reach the server at, given the one it listens on.
    pub fn public_url(&self, listening: SocketAddr) -> Option<Url> {
        self.public_url
            .clone()
            .or_else(|| Url::parse(&format!("http://{listening}/")).ok())
    }
}

/// Whether a URL names this computer.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::*;

    #[test]
    fn plain_http_stays_on_this_computer() {
        let refused = |text: &str| {
            let config = Config::of(Path::new("there"), text, BTreeMap::new());
            config.unwrap().check().is_err()
        };
        assert!(!refused(""));
        assert!(!refused("public_url = 'http://localhost:8080'"));
        assert!(refused("public_url = 'http://doorward.example'"));
        assert!(refused("listen = '0.0.0.0:80'"));
        assert!(refused(
            "listen = '0.0.0.0:80'\npublic_url = 'https://doorward.example'"
        ));
        let proxied = "listen = '0.0.0.0:80'\npublic_url = 'https://doorward.example'\ntrusted_proxies = ['10.0.0.2']";
        assert!(!refused(proxied));
    }

    #[test]
    fn text_messages_go_encrypted_and_only_to_countries_that_are_named_sms_1_s_46() {
        let refused = |text: &str| {
            let config = Config::of(Path::new("there"), text, BTreeMap::new());
            config.unwrap().check().is_err()
        };
        assert!(!refused("[sms]\ntransport = 'none'"));
        assert!(refused("[sms]\ntransport = 'http'\ncountries = ['+372']"));
        assert!(refused(
            "[sms]\ntransport = 'http'\nurl = 'https://sms.example/send'"
        ));
        let with = |url: &str, country: &str| {
            format!("[sms]\ntransport = 'kannel'\nurl = '{url}'\ncountries = ['{country}']")
        };
        assert!(refused(&with("http://sms.example/cgi-bin/sendsms", "+372")));
        assert!(refused(&with("https://sms.example/cgi-bin/sendsms", "372")));
        assert!(!refused(&with(
            "https://sms.example/cgi-bin/sendsms",
            "+372"
        )));
        assert!(!refused(&with(
            "http://127.0.0.1:13013/cgi-bin/sendsms",
            "+372"
        )));
    }
}
