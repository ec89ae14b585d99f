//! Transport: how a rendered letter leaves, by SMTP or into a folder, or not at all.

use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

use doorward_domain::{Contact, Moment};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use uuid::Uuid;

use super::render::Rendered;
use crate::config::{Encryption, Mail, Transport as Way};
use crate::private;

/// The longest one attempt takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// How letters leave.
#[derive(Debug)]
pub enum Transport {
    /// To an SMTP server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// Into a folder.
    Folder(AsyncFileTransport<Tokio1Executor>),
    /// Nowhere.
    None,
}

/// Why letters cannot leave at all.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The encryption for the SMTP server cannot be set up.
    #[error("the SMTP server cannot be used")]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// The folder cannot be made.
    #[error("the folder for letters cannot be made")]
    Folder(#[from] std::io::Error),
    /// The way to the gateway for text messages cannot be set up.
    #[error("the gateway for text messages cannot be used")]
    Sms(#[from] reqwest::Error),
    /// The sender is no mailbox.
    #[error("mail.from is no mailbox")]
    From(#[from] lettre::address::AddressError),
}

/// What became of one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// It is on its way.
    Sent,
    /// The recipient's side refuses it for good.
    Bounced(String),
    /// It may work later.
    Later(String),
    /// It can never be made.
    Failed(String),
    /// Nothing is configured to send with.
    NotSent,
}

/// One letter on its way out.
#[derive(Debug)]
pub struct Outgoing<'a> {
    /// The letter's id; the same at every attempt.
    pub id: Uuid,
    /// The host in its `Message-ID`.
    pub host: &'a str,
    /// The sender.
    pub from: &'a Mailbox,
    /// Where it goes.
    pub to: &'a Contact,
    /// When it was written.
    pub made_at: Moment,
    /// What it says.
    pub rendered: Rendered,
}

impl Transport {
    /// The way that the configuration names. `folder` is the server's own.
    pub fn open(mail: &Mail, folder: &std::path::Path) -> Result<Self, Unusable> {
        match mail.transport {
            Way::Smtp => Ok(Self::Smtp(smtp(mail)?)),
            Way::Folder => {
                let letters: PathBuf = mail
                    .folder
                    .clone()
                    .unwrap_or_else(|| folder.join("letters"));
                // Letters have links in them: nobody else on this computer reads them.
                private::folder(&letters)?;
                Ok(Self::Folder(AsyncFileTransport::new(letters)))
            }
            Way::None => Ok(Self::None),
        }
    }

    /// Hands a letter over.
    pub async fn send(&self, letter: Outgoing<'_>) -> Delivery {
        if matches!(self, Self::None) {
            return Delivery::NotSent;
        }
        let message = match message(letter) {
            Ok(message) => message,
            Err(error) => return Delivery::Failed(error.to_string()),
        };
        match self {
            Self::Smtp(smtp) => match smtp.send(message).await {
                Ok(_) => Delivery::Sent,
                Err(error) if is_refused(&error) => Delivery::Bounced(chain(&error)),
                Err(error) => Delivery::Later(chain(&error)),
            },
            Self::Folder(folder) => match folder.send(message).await {
                Ok(_) => Delivery::Sent,
                Err(error) => Delivery::Later(chain(&error)),
            },
            Self::None => Delivery::NotSent,
        }
    }
}

fn smtp(mail: &Mail) -> Result<AsyncSmtpTransport<Tokio1Executor>, lettre::transport::smtp::Error> {
    type Smtp = AsyncSmtpTransport<Tokio1Executor>;
    let host = mail.smtp_host.as_str();
    let mut builder = match mail.smtp_tls {
        Encryption::Tls => Smtp::relay(host)?,
        Encryption::Starttls => Smtp::starttls_relay(host)?,
        Encryption::None => Smtp::builder_dangerous(host),
    };
    if let Some(port) = mail.smtp_port {
        builder = builder.port(port);
    }
    if let (Some(user), Some(password)) = (&mail.smtp_user, &mail.smtp_password) {
        builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
    }
    Ok(builder.timeout(Some(PATIENCE)).build())
}

/// Whether the letter itself is refused for good; a refused sign-in is for whoever runs the server to mend.
fn is_refused(error: &lettre::transport::smtp::Error) -> bool {
    let code = error.status().map(|code| code.to_string());
    error.is_permanent()
        && code.is_some_and(|code| !matches!(code.as_str(), "530" | "534" | "535" | "538"))
}

fn message(letter: Outgoing<'_>) -> Result<Message, lettre::error::Error> {
    let Ok(to) = letter.to.as_str().parse() else {
        return Err(lettre::error::Error::MissingTo);
    };
    let written = u64::try_from(letter.made_at.0).unwrap_or(0);
    Message::builder()
        .message_id(Some(format!("<{}@{}>", letter.id, letter.host)))
        .date(UNIX_EPOCH + Duration::from_millis(written))
        .from(letter.from.clone())
        .to(Mailbox::new(None, to))
        .subject(letter.rendered.subject)
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(MultiPart::alternative_plain_html(
            letter.rendered.text,
            letter.rendered.html,
        ))
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text = format!("{text}: {cause}");
        next = cause.source();
    }
    text.escape_debug().to_string()
}
