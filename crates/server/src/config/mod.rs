//! Configuration: one file, then the environment on top. A key that nobody knows is refused, so that a misspelt one
//! is noticed. Every key is explained in docs/configuration.md.

mod mail;

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use url::Url;

pub use self::mail::{Encryption, Mail, Transport};

/// The beginning of every variable of the environment that counts.
const PREFIX: &str = "DOORWARD_";

/// Everything that whoever runs the server decides.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The address people reach the server at; may be left out where it listens on loopback.
    pub public_url: Option<Url>,
    /// The address and port it listens on.
    pub listen: SocketAddr,
    /// `sqlite`, or the address of a PostgreSQL database.
    pub database: String,
    /// How letters go out.
    pub mail: Mail,
    /// Who may make organisations.
    pub sign_up: SignUp,
    /// The proxies whose word on the caller's address and scheme counts.
    pub trusted_proxies: Vec<IpAddr>,
    /// What hashing a password costs.
    pub passwords: Passwords,
    /// How often things may be tried.
    pub limits: Limits,
    /// What is logged, as a filter such as `info` or `doorward_server=debug`.
    pub log: String,
    /// The folder that the server owns; given on the command line.
    #[serde(skip)]
    pub folder: PathBuf,
}

/// What hashing a password costs; never less than the floor of `accounts::password`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Passwords {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

/// How often things may be tried (RAT-1), counted per network of the caller.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Sign-ins in a minute.
    pub sign_in_per_minute: u32,
    /// Links looked up in a minute.
    pub lookups_per_minute: u32,
    /// Sign-ups in an hour.
    pub sign_ups_per_hour: u32,
    /// Requests to join, sent by the public form, in an hour.
    pub requests_per_hour: u32,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            memory_kib: 64 * 1024,
            passes: 3,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            sign_in_per_minute: 10,
            lookups_per_minute: 30,
            sign_ups_per_hour: 20,
            requests_per_hour: 5,
        }
    }
}

/// Who may make organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignUp {
    /// Everybody who is signed in.
    Open,
    /// Only the operator.
    #[default]
    Invited,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            public_url: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            database: "sqlite".to_owned(),
            mail: Mail::default(),
            sign_up: SignUp::default(),
            trusted_proxies: Vec::new(),
            passwords: Passwords::default(),
            limits: Limits::default(),
            log: "info".to_owned(),
            folder: PathBuf::new(),
        }
    }
}

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be read.
    #[error("{path} cannot be read")]
    Unread {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The keys or values do not fit.
    #[error("the configuration does not fit: {0}")]
    Unfit(#[from] toml::de::Error),
    /// A variable of the environment that nobody knows.
    #[error("the environment variable {0} is not known; see docs/configuration.md")]
    UnknownVariable(String),
    /// The address people use is missing, or is not one to use.
    #[error("{0}")]
    Address(&'static str),
}

/// Variables of the environment, and the key in the file that each stands for.
const VARIABLES: &[(&str, &[&str])] = &[
    ("PUBLIC_URL", &["public_url"]),
    ("LISTEN", &["listen"]),
    ("DATABASE", &["database"]),
    ("SIGN_UP", &["sign_up"]),
    ("TRUSTED_PROXIES", &["trusted_proxies"]),
    ("LOG", &["log"]),
    ("PASSWORDS_MEMORY_KIB", &["passwords", "memory_kib"]),
    ("PASSWORDS_PASSES", &["passwords", "passes"]),
    (
        "LIMITS_SIGN_IN_PER_MINUTE",
        &["limits", "sign_in_per_minute"],
    ),
    (
        "LIMITS_LOOKUPS_PER_MINUTE",
        &["limits", "lookups_per_minute"],
    ),
    ("LIMITS_SIGN_UPS_PER_HOUR", &["limits", "sign_ups_per_hour"]),
    ("LIMITS_REQUESTS_PER_HOUR", &["limits", "requests_per_hour"]),
    ("MAIL_TRANSPORT", &["mail", "transport"]),
    ("MAIL_SMTP_HOST", &["mail", "smtp_host"]),
    ("MAIL_SMTP_PORT", &["mail", "smtp_port"]),
    ("MAIL_SMTP_USER", &["mail", "smtp_user"]),
    ("MAIL_SMTP_PASSWORD", &["mail", "smtp_password"]),
    ("MAIL_SMTP_TLS", &["mail", "smtp_tls"]),
    ("MAIL_FROM", &["mail", "from"]),
    ("MAIL_FOLDER", &["mail", "folder"]),
];

impl Config {
    /// Reads the file, if one is named, and the environment.
    pub fn read(folder: &Path, file: Option<&Path>) -> Result<Self, Error> {
        let text = match file {
            Some(path) => {
                let unread = |source| Error::Unread {
                    path: path.to_owned(),
                    source,
                };
                std::fs::read_to_string(path).map_err(unread)?
            }
            None => String::new(),
        };
        let ours = std::env::vars().filter(|(name, _)| name.starts_with(PREFIX));
        Self::of(folder, &text, ours.collect())
    }

    /// The configuration that a file's text and some variables come to.
    pub fn of(
        folder: &Path,
        text: &str,
        variables: BTreeMap<String, String>,
    ) -> Result<Self, Error> {
        let mut table: toml::Table = text.parse()?;
        for (name, value) in variables {
            let known = VARIABLES
                .iter()
                .find(|(key, _)| name.strip_prefix(PREFIX) == Some(key));
            let (_, path) = known.ok_or_else(|| Error::UnknownVariable(name.clone()))?;
            set(&mut table, path, &value);
        }
        let config: Self = table.try_into()?;
        Ok(Self {
            folder: folder.to_owned(),
            ..config
        })
    }

    /// Refuses what would send secrets in the clear, or letters with links that lead nowhere.
    pub fn check(&self) -> Result<(), Error> {
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

/// Sets a key; a list travels in the environment with commas, a port as a number.
fn set(table: &mut toml::Table, path: &[&str], value: &str) {
    let Some((last, tables)) = path.split_last() else {
        return;
    };
    let mut at = table;
    for name in tables {
        let inner = at
            .entry(*name)
            .or_insert_with(|| toml::Value::Table(toml::Table::new()));
        let toml::Value::Table(inner) = inner else {
            return;
        };
        at = inner;
    }
    let value = match *last {
        "trusted_proxies" => value
            .split(',')
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .into(),
        "smtp_port" | "memory_kib" | "passes" | "sign_in_per_minute" | "lookups_per_minute"
        | "sign_ups_per_hour" | "requests_per_hour" => value
            .parse::<i64>()
            .map_or_else(|_| value.into(), Into::into),
        _ => value.into(),
    };
    at.insert((*last).to_owned(), value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, variables: &[(&str, &str)]) -> Result<Config, Error> {
        let variables = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Config::of(Path::new("there"), text, variables)
    }

    #[test]
    fn the_environment_counts_more_than_the_file() {
        let text = "listen = '127.0.0.1:1'\n[mail]\ntransport = 'folder'";
        let config = read(
            text,
            &[
                ("DOORWARD_LISTEN", "127.0.0.1:2"),
                ("DOORWARD_MAIL_SMTP_PORT", "25"),
            ],
        )
        .unwrap();
        assert_eq!(config.listen.port(), 2);
        assert_eq!(config.mail.smtp_port, Some(25));
        assert_eq!(config.mail.transport, Transport::Folder);
    }

    #[test]
    fn unknown_keys_are_refused() {
        assert!(read("lisen = '127.0.0.1:1'", &[]).is_err());
        assert!(read("[mail]\nsmtp_hots = 'x'", &[]).is_err());
        assert!(read("", &[("DOORWARD_LISEN", "127.0.0.1:1")]).is_err());
    }

    #[test]
    fn plain_http_stays_on_this_computer() {
        let refused = |text: &str| read(text, &[]).unwrap().check().is_err();
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
}
