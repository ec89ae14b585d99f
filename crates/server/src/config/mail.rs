//! How letters go out.

use std::path::PathBuf;

use serde::Deserialize;

/// How letters go out.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// The way.
    pub transport: Transport,
    /// The SMTP server.
    pub smtp_host: String,
    /// Its port; none means the usual one of the encryption chosen.
    pub smtp_port: Option<u16>,
    /// The name to sign in with, if it asks for one.
    pub smtp_user: Option<String>,
    /// The password to sign in with.
    pub smtp_password: Option<String>,
    /// How the connection is encrypted.
    pub smtp_tls: Encryption,
    /// The sender.
    pub from: String,
    /// Where letters are written, for the way `folder`; none means `letters` in the server's folder.
    pub folder: Option<PathBuf>,
    /// The secret with which a mail server or gateway signs what it reports of letters that have left; none takes none.
    pub report_secret: Option<String>,
}

/// The ways a letter can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Transport {
    /// To an SMTP server.
    Smtp,
    /// Into a folder, one `.eml` file each.
    Folder,
    /// Nowhere: invitations are "not sent" and their links are copied by hand.
    #[default]
    None,
}

/// How the connection to the SMTP server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encryption {
    /// Not at all.
    None,
    /// From a plain beginning on, which the server must offer.
    #[default]
    Starttls,
    /// From the first byte.
    Tls,
}

impl Mail {
    /// Whether letters leave this server.
    pub fn sends(&self) -> bool {
        self.transport != Transport::None
    }
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail")
            .field("transport", &self.transport)
            .finish_non_exhaustive()
    }
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            transport: Transport::default(),
            smtp_host: "localhost".to_owned(),
            smtp_port: None,
            smtp_user: None,
            smtp_password: None,
            smtp_tls: Encryption::default(),
            from: "Doorward <doorward@localhost>".to_owned(),
            folder: None,
            report_secret: None,
        }
    }
}
