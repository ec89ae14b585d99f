//! Reading: one file, then the environment on top. A key that nobody knows is refused, so that a misspelt one is noticed.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Config, Error};

/// The beginning of every variable of the environment that counts.
const PREFIX: &str = "DOORWARD_";

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
    (
        "LIMITS_ORGANISATIONS_PER_HOUR",
        &["limits", "organisations_per_hour"],
    ),
    (
        "LIMITS_INVITATIONS_PER_DAY",
        &["limits", "invitations_per_day"],
    ),
    (
        "LIMITS_FIRST_INVITATIONS_PER_DAY",
        &["limits", "first_invitations_per_day"],
    ),
    ("PACKS_FROM_RECORDS", &["packs", "from_records"]),
    ("PACKS_MEBIBYTES", &["packs", "mebibytes"]),
    ("MAIL_TRANSPORT", &["mail", "transport"]),
    ("MAIL_SMTP_HOST", &["mail", "smtp_host"]),
    ("MAIL_SMTP_PORT", &["mail", "smtp_port"]),
    ("MAIL_SMTP_USER", &["mail", "smtp_user"]),
    ("MAIL_SMTP_PASSWORD", &["mail", "smtp_password"]),
    ("MAIL_SMTP_TLS", &["mail", "smtp_tls"]),
    ("MAIL_FROM", &["mail", "from"]),
    ("MAIL_FOLDER", &["mail", "folder"]),
    ("MAIL_REPORT_SECRET", &["mail", "report_secret"]),
    ("SMS_TRANSPORT", &["sms", "transport"]),
    ("SMS_URL", &["sms", "url"]),
    ("SMS_FROM", &["sms", "from"]),
    ("SMS_USER", &["sms", "user"]),
    ("SMS_PASSWORD", &["sms", "password"]),
    ("SMS_TOKEN", &["sms", "token"]),
    ("SMS_COUNTRIES", &["sms", "countries"]),
    ("SMS_SECONDS_BETWEEN", &["sms", "seconds_between"]),
    ("SMS_NUMBER_PER_DAY", &["sms", "number_per_day"]),
    ("SMS_ORGANISATION_PER_DAY", &["sms", "organisation_per_day"]),
    ("SMS_PER_DAY", &["sms", "per_day"]),
];

/// The beginning of variables about a site, after which its short name and one of its keys stand.
const PROVIDER: &str = "PROVIDERS_";

/// What can be said of a site.
const OF_A_PROVIDER: &[(&str, &str)] = &[
    ("_NAME", "name"),
    ("_ISSUER", "issuer"),
    ("_CLIENT_ID", "client_id"),
    ("_CLIENT_SECRET", "client_secret"),
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
            let path = path_of(&name).ok_or_else(|| Error::UnknownVariable(name.clone()))?;
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            set(&mut table, &path, &value);
        }
        let config: Self = table.try_into()?;
        Ok(Self {
            folder: folder.to_owned(),
            ..config
        })
    }
}

/// The key in the file that a variable stands for.
fn path_of(variable: &str) -> Option<Vec<String>> {
    let name = variable.strip_prefix(PREFIX)?;
    if let Some((_, path)) = VARIABLES.iter().find(|(key, _)| *key == name) {
        return Some(path.iter().map(ToString::to_string).collect());
    }
    let about = name.strip_prefix(PROVIDER)?;
    let said = OF_A_PROVIDER
        .iter()
        .find_map(|(end, key)| Some((about.strip_suffix(end)?, *key)));
    let (provider, key) = said?;
    Some(vec![
        "providers".to_owned(),
        provider.to_lowercase(),
        key.to_owned(),
    ])
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
        "trusted_proxies" | "countries" => value
            .split(',')
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .into(),
        "smtp_port"
        | "memory_kib"
        | "passes"
        | "sign_in_per_minute"
        | "lookups_per_minute"
        | "sign_ups_per_hour"
        | "requests_per_hour"
        | "organisations_per_hour"
        | "invitations_per_day"
        | "first_invitations_per_day"
        | "seconds_between"
        | "number_per_day"
        | "organisation_per_day"
        | "per_day"
        | "from_records"
        | "mebibytes" => value
            .parse::<i64>()
            .map_or_else(|_| value.into(), Into::into),
        _ => value.into(),
    };
    at.insert((*last).to_owned(), value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Transport;

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
    fn numbers_are_set_by_their_variables() {
        let variables = [
            ("DOORWARD_PACKS_FROM_RECORDS", "3"),
            ("DOORWARD_PACKS_MEBIBYTES", "7"),
            ("DOORWARD_LIMITS_ORGANISATIONS_PER_HOUR", "9"),
        ];
        let config = read("", &variables).unwrap();
        let packs = &config.packs;
        assert_eq!((packs.from_records, packs.mebibytes), (3, 7));
        assert_eq!(config.limits.organisations_per_hour, 9);
    }

    #[test]
    fn unknown_keys_are_refused() {
        assert!(read("lisen = '127.0.0.1:1'", &[]).is_err());
        assert!(read("[mail]\nsmtp_hots = 'x'", &[]).is_err());
        assert!(read("", &[("DOORWARD_LISEN", "127.0.0.1:1")]).is_err());
    }
}
