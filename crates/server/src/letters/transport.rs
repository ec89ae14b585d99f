//! Transport: how a rendered letter leaves, by SMTP or into a folder, or not at all.

use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

use doorward_domain::{Contact, Delay, Moment};
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
    /// It may work later: why, and in which words.
    Later(Delay, String),
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
                Err(error) => Delivery::Later(delay(&error), chain(&error)),
            },
            Self::Folder(folder) => match folder.send(message).await {
                Ok(_) => Delivery::Sent,
                Err(error) => Delivery::Later(Delay::Unusable, chain(&error)),
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

/// Why a letter that is not refused waits: it was asked to, or there is nobody who takes it.
fn delay(error: &lettre::transport::smtp::Error) -> Delay {
    if error.is_transient() {
        Delay::Asked
    } else {
        Delay::Unusable
    }
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

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::TcpListener;

    use super::*;

    /// A mail server that answers every recipient like this; answers its port.
    async fn answering(recipient: &'static str) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            let mut stream = BufReader::new(stream);
            stream.write_all(b"220 here\r\n").await.unwrap();
            let mut line = String::new();
            while stream.read_line(&mut line).await.is_ok_and(|read| read > 0) {
                let said = if line.starts_with("RCPT") {
                    recipient
                } else {
                    "250 fine"
                };
                let _ = stream.write_all(format!("{said}\r\n").as_bytes()).await;
                line.clear();
            }
        });
        port
    }

    async fn sent(recipient: &'static str) -> Delivery {
        let port = answering(recipient).await;
        let smtp = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("127.0.0.1");
        let transport = Transport::Smtp(smtp.port(port).build());
        let rendered = Rendered {
            subject: "Come in".to_owned(),
            text: "Come in".to_owned(),
            html: "<p>Come in</p>".to_owned(),
        };
        let outgoing = Outgoing {
            id: Uuid::nil(),
            host: "localhost",
            from: &"doorward@x.test".parse().unwrap(),
            to: &"anna@x.test".parse().unwrap(),
            made_at: Moment(0),
            rendered,
        };
        transport.send(outgoing).await
    }

    #[tokio::test]
    async fn what_is_refused_for_good_bounces_and_nothing_else_does_r_53() {
        for refused in ["550 5.1.1 no such user", "552 5.2.2 full", "554 go away"] {
            let fate = sent(refused).await;
            assert!(matches!(fate, Delivery::Bounced(_)), "{refused}: {fate:?}");
        }
        for busy in ["421 closing", "450 4.2.1 busy", "451 4.7.1 greylisted"] {
            let fate = sent(busy).await;
            let later = matches!(fate, Delivery::Later(Delay::Asked, _));
            assert!(later, "{busy}: {fate:?}");
        }
        for ours in [
            "530 5.7.0 sign in",
            "534 5.7.9 not so",
            "535 5.7.8 no",
            "538 no",
        ] {
            let fate = sent(ours).await;
            let later = matches!(fate, Delivery::Later(Delay::Unusable, _));
            assert!(later, "{ours}: {fate:?}");
        }
    }
}
