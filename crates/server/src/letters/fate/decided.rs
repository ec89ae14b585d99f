//! What is decided about a letter: it goes out, by mail or as a text message, or it does not.

use doorward_domain::{Contact, Moment};
use uuid::Uuid;

use super::link::link;
use super::reader::{Reader, reader};
use super::truth::{is_still_true, membership};
use crate::letters::facts::{Facts, Subject};
use crate::letters::handing::{self, Waiting};
use crate::letters::render::{Ingredients, Rendered, render};
use crate::letters::texting;
use crate::store::letters::TakenLetter;
use crate::store::mine;
use crate::store::mine::DigestRow;
use crate::text::words;
use crate::{App, store};

/// What is to be done with a letter.
#[derive(Debug)]
pub enum Fate {
    /// It goes out, and with it the entries of the bell that a digest tells.
    Send(Box<(Reader, Rendered, Vec<Uuid>)>),
    /// It goes out as a text message.
    Text(Box<(Reader, String)>),
    /// It does not: a state and why.
    Settle(&'static str, &'static str),
}

/// What is to be done with a letter.
pub async fn fate(app: &App, letter: &TakenLetter) -> Result<Fate, store::Error> {
    let Some(subject) = Subject::of(&letter.kind) else {
        return Ok(Fate::Settle("failed", "unknown kind"));
    };
    let mut tx = app.store().snapshot().await?;
    let mut facts: Facts =
        serde_json::from_str(&letter.facts).map_err(|source| store::Error::Unreadable {
            table: "letter",
            id: letter.id.to_string(),
            source,
        })?;
    if !is_still_true(&mut tx, letter, subject, app.now()).await? {
        return Ok(Fate::Settle("superseded", "it is no longer so"));
    }
    if subject.carries_invitation() {
        // What it gives may have been changed since.
        facts.membership = membership(&mut tx, letter).await?.map(Box::new);
    }
    let Some(reader) = reader(&mut tx, letter, &facts).await? else {
        return Ok(Fate::Settle("not_sent", "nowhere to send it to"));
    };
    if let Contact::Phone(_) = reader.contact {
        // RULES 7: what else there is to tell stands in the app.
        let text = texting::text(app, letter, subject, &facts, words(reader.locale));
        return Ok(match text {
            Some(text) => Fate::Text(Box::new((reader, text))),
            None => Fate::Settle("not_sent", "no e-mail address"),
        });
    }
    let entries = entries(&mut tx, letter, subject).await?;
    let waiting = waiting(&mut tx, letter, &facts, app.now()).await?;
    let tells_nothing = subject == Subject::Digest && entries.is_empty()
        || subject == Subject::RequestsHanded && waiting.is_empty();
    if tells_nothing {
        return Ok(Fate::Settle("superseded", "there is nothing to tell"));
    }
    let link = app
        .public_url()
        .and_then(|url| link(app, &url, subject, letter));
    // It stands nowhere: it is made again from the key where a letter carries it.
    let code = || app.tokens().code(letter.subject);
    let code = subject.has_code().then(code);
    let of = Ingredients {
        subject,
        facts: &facts,
        contact: &reader.contact,
        reader: reader.account.as_ref().map(|account| &account.name),
        link: link.as_deref(),
        code: code.as_deref(),
        entries: &entries,
        waiting: &waiting,
    };
    match render(words(reader.locale), of) {
        Ok(rendered) => {
            let told = entries.iter().map(|it| it.id).collect();
            Ok(Fate::Send(Box::new((reader, rendered, told))))
        }
        Err(error) => {
            tracing::error!(%error, kind = letter.kind, "a letter cannot be rendered");
            Ok(Fate::Settle("failed", "it cannot be rendered"))
        }
    }
}

/// What a digest tells.
async fn entries(
    tx: &mut store::Tx,
    letter: &TakenLetter,
    subject: Subject,
) -> Result<Vec<DigestRow>, store::Error> {
    match letter.person {
        Some(person) if subject == Subject::Digest => mine::digest::collected(tx, person).await,
        _ => Ok(Vec::new()),
    }
}

/// The requests that a letter about several tells of; whoever has been answered meanwhile is left out.
async fn waiting(
    tx: &mut store::Tx,
    letter: &TakenLetter,
    facts: &Facts,
    now: Moment,
) -> Result<Vec<Waiting>, store::Error> {
    let Some(organisation) = letter.organisation.filter(|_| !facts.requests.is_empty()) else {
        return Ok(Vec::new());
    };
    handing::still_waiting(tx, organisation, &facts.requests, now).await
}
