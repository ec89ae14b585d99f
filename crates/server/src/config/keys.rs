//! The keys of the configuration, with what holds where nothing is said.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use doorward_domain::DailyMost;
use serde::Deserialize;
use url::Url;

use super::{Mail, Providers, Sms};

/// Everything that whoever runs the server decides.
#[derive(Clone, Deserialize)]
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
    /// How text messages go out.
    pub sms: Sms,
    /// Sites whose accounts people may come in with.
    pub providers: Providers,
    /// Who may make organisations.
    pub sign_up: SignUp,
    /// The proxies whose word on the caller's address and scheme counts.
    pub trusted_proxies: Vec<IpAddr>,
    /// What hashing a password costs.
    pub passwords: Passwords,
    /// How often things may be tried.
    pub limits: Limits,
    /// When everything that a view shows is made ready for devices that begin.
    pub packs: Packs,
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
    /// Organisations made in an hour, by one account and from one network.
    pub organisations_per_hour: u32,
    /// Invitations of one organisation on a day in UTC (RAT-2).
    pub invitations_per_day: u32,
    /// The same in its first week, where everybody may make organisations.
    pub first_invitations_per_day: u32,
}

/// When everything that a view shows is made ready for devices that begin.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Packs {
    /// From how many records on; with fewer, pages are quick enough.
    pub from_records: u64,
    /// How many MiB they may take in all; the oldest go first.
    pub mebibytes: u64,
}

impl Default for Packs {
    fn default() -> Self {
        Self {
            from_records: 2000,
            mebibytes: 1024,
        }
    }
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
            organisations_per_hour: 5,
            invitations_per_day: 10_000,
            first_invitations_per_day: 200,
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

impl Config {
    /// How many invitations an organisation sends on a day at most.
    pub fn invitations_a_day(&self) -> DailyMost {
        let usual = self.limits.invitations_per_day;
        DailyMost {
            usual,
            young: match self.sign_up {
                SignUp::Open => self.limits.first_invitations_per_day,
                SignUp::Invited => usual,
            },
        }
    }
}

/// The address of a database has its password in it.
impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Config")
            .field("public_url", &self.public_url)
            .field("listen", &self.listen)
            .field("mail", &self.mail)
            .field("sms", &self.sms)
            .field("providers", &self.providers)
            .field("sign_up", &self.sign_up)
            .field("limits", &self.limits)
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            public_url: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            database: "sqlite".to_owned(),
            mail: Mail::default(),
            sms: Sms::default(),
            providers: Providers::new(),
            sign_up: SignUp::default(),
            trusted_proxies: Vec::new(),
            passwords: Passwords::default(),
            limits: Limits::default(),
            packs: Packs::default(),
            log: "info".to_owned(),
            folder: PathBuf::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::*;
    use crate::store::{Floor, Opening};

    #[test]
    fn what_is_logged_of_a_configuration_is_no_secret_s_18() {
        let text = "database = 'postgres://doorward:canary-1@db/doorward'
[mail]
smtp_user = 'canary-2'
smtp_password = 'canary-3'
report_secret = 'canary-4-of-a-report'
[sms]
user = 'canary-5'
password = 'canary-6'
token = 'canary-7'";
        let config = Config::of(Path::new("there"), text, BTreeMap::new()).unwrap();
        let opening = Opening {
            folder: &config.folder,
            database: &config.database,
            floor: Floor::Refuse,
        };
        let logged = format!("{config:?} {config:#?} {opening:?}");
        assert!(!logged.contains("canary"), "{logged}");
    }
}
