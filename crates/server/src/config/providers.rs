//! Sites whose accounts people may come in with, by OpenID Connect. None unless whoever runs the server names them.

use std::collections::BTreeMap;

use doorward_domain::Name;
use serde::Deserialize;
use url::Url;

use super::{Error, is_loopback};

/// Sites by the short names that stand in addresses.
pub type Providers = BTreeMap<String, Provider>;

/// The longest short name of a site.
const LONGEST_KEY: usize = 20;

/// A site whose accounts people may come in with.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// What people call it.
    pub name: String,
    /// The issuer, letter by letter as its tokens name it.
    pub issuer: String,
    /// What it calls this server.
    pub client_id: String,
    /// What this server shows it; none where it asks for none.
    pub client_secret: Option<String>,
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provider")
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}

impl Provider {
    /// Whether a site may be asked at this address: encrypted, and on this computer only where the site itself is.
    pub fn speaks_at(&self, url: &Url) -> bool {
        let is_here = Url::parse(&self.issuer).is_ok_and(|it| is_loopback(&it));
        match url.scheme() {
            "https" => is_here || !is_loopback(url),
            "http" => is_here && is_loopback(url),
            _ => false,
        }
    }

    fn is_safe(&self) -> bool {
        let fits = |it: Url| {
            it.has_host()
                && self.speaks_at(&it)
                && it.query().is_none()
                && it.fragment().is_none()
                && it.username().is_empty()
        };
        Url::parse(&self.issuer).is_ok_and(fits)
    }
}

/// Refuses a site that would be asked in the clear, or that nobody could choose.
pub(super) fn check(providers: &Providers) -> Result<(), Error> {
    let plain = |key: &String| {
        (1..=LONGEST_KEY).contains(&key.len())
            && key
                .bytes()
                .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    };
    if !providers.keys().all(plain) {
        return Err(Error::Address(
            "providers are named by at most 20 small letters and digits, as in [providers.google]",
        ));
    }
    if !providers.values().all(Provider::is_safe) {
        return Err(Error::Address(
            "providers.….issuer must be https, or name this computer: over plain http anybody on the way could come in",
        ));
    }
    let is_said = |it: &Provider| {
        Name::try_from(it.name.as_str()).is_ok()
            && !it.client_id.is_empty()
            && it.client_secret.as_deref() != Some("")
    };
    if !providers.values().all(is_said) {
        return Err(Error::Address(
            "providers.… needs a name that people know, a client_id, and a client_secret that is not empty",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::Config;
    use super::*;

    fn read(issuer: &str, variables: &[(&str, &str)]) -> Result<Config, Error> {
        let text = format!(
            "[providers.google]\nname = 'Google'\nissuer = '{issuer}'\nclient_id = 'doorward'"
        );
        let variables = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let config = Config::of(Path::new("there"), &text, variables.collect())?;
        config.check().map(|()| config)
    }

    #[test]
    fn a_site_is_asked_encrypted_or_on_this_computer_1_3_6() {
        assert!(read("https://accounts.google.com", &[]).is_ok());
        assert!(read("http://127.0.0.1:9000", &[]).is_ok());
        for refused in [
            "http://accounts.google.com",
            "https://accounts.google.com?next=x",
            "https://me@accounts.google.com",
            "file:///etc/passwd",
            "accounts.google.com",
        ] {
            assert!(read(refused, &[]).is_err(), "{refused}");
        }
    }

    #[test]
    fn a_site_on_the_network_leads_nobody_to_this_computer_1_3_6() {
        let of = |issuer: &str| read(issuer, &[]).unwrap().providers["google"].clone();
        let (far, here) = (
            of("https://accounts.google.com"),
            of("http://127.0.0.1:9000"),
        );
        let url = |text: &str| Url::parse(text).unwrap();
        assert!(far.speaks_at(&url("https://oauth2.googleapis.com/token")));
        assert!(!far.speaks_at(&url("http://oauth2.googleapis.com/token")));
        assert!(!far.speaks_at(&url("http://127.0.0.1:5432/token")));
        assert!(!far.speaks_at(&url("https://127.0.0.1:5432/token")));
        assert!(!far.speaks_at(&url("ftp://oauth2.googleapis.com/token")));
        assert!(here.speaks_at(&url("http://127.0.0.1:9001/token")));
        assert!(!here.speaks_at(&url("http://10.0.0.1/token")));
    }

    #[test]
    fn the_secret_comes_from_the_environment_like_every_other() {
        let said = [("DOORWARD_PROVIDERS_GOOGLE_CLIENT_SECRET", "hidden")];
        let config = read("https://accounts.google.com", &said).unwrap();
        let secret = config.providers["google"].client_secret.as_deref();
        assert_eq!(secret, Some("hidden"));
        assert!(!format!("{config:?}").contains("hidden"));
        let unknown = [("DOORWARD_PROVIDERS_GOOGLE_SECRET", "hidden")];
        assert!(read("https://accounts.google.com", &unknown).is_err());
        let of_none = [("DOORWARD_PROVIDERS_VK_CLIENT_SECRET", "hidden")];
        assert!(read("https://accounts.google.com", &of_none).is_err());
    }
}
