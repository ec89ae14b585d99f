//! The worker: takes letters that are due so that no other process takes them, renders and sends them, and notes what
//! became of each. A letter may go out twice when the process dies in between, always under the same `Message-ID`.

use std::time::Duration;

use doorward_domain::{Account, Contact, Locale, Membership, MembershipId, Moment, NoticeKind};
use lettre::message::Mailbox;
use url::Url;
use uuid::Uuid;

use super::facts::{Facts, Subject};
use super::follow::chosen_locale;
use super::recipients;
use super::render::{Ingredients, Rendered, render};
use super::transport::{Delivery, Outgoing, Transport, Unusable};
use crate::store::letters::{self, TakenLetter};
use crate::store::{accounts, letter_facts};
use crate::text::words;
use crate::tokens::TokenKind;
use crate::{App, store};

/// How long the worker rests when nothing is due and no bell rings.
const REST: Duration = Duration::from_millis(500);
/// How long taken letters are kept from others, in milliseconds; a process that dies holds them no longer.
const LEASE: i64 = 15 * 1000;
/// How often the lease of letters that are being sent is renewed.
const RENEWAL: Duration = Duration::from_secs(4);
/// The wait after the first failed attempt, doubled by each further one.
const FIRST_WAIT: i64 = 10 * 1000;
/// The longest wait between two attempts.
const LONGEST_WAIT: i64 = 6 * 60 * 60 * 1000;
/// How long a letter is tried.
const LONGEST_TRY: i64 = 3 * 24 * 60 * 60 * 1000;

/// Sends letters until the program ends.
pub async fn run(app: &App) {
    let post = match Post::open(app) {
        Ok(post) => post,
        Err(error) => {
            tracing::error!(%error, "no letter can be sent");
            return;
        }
    };
    loop {
        match post.round(app).await {
            Ok(0) => rest(app).await,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "letters wait");
                tokio::time::sleep(REST).await;
            }
        }
    }
}

/// Sends everything that is due now.
#[cfg(test)]
pub async fn send_all(app: &App) {
    let post = Post::open(app).unwrap();
    while post.round(app).await.unwrap() > 0 {}
}

/// Until something has changed, or for a little while: another process may have queued a letter.
async fn rest(app: &App) {
    let mut bells = app.doorbell().listen();
    // Which bell it is does not matter, nor whether some were missed.
    drop(tokio::time::timeout(REST, bells.recv()).await);
}

struct Post {
    transport: Transport,
    from: Mailbox,
}

/// Somebody to write to.
struct Reader {
    contact: Contact,
    account: Option<Account>,
    locale: Locale,
}

/// What is to be done with a letter.
enum Fate {
    Send(Box<(Reader, Rendered)>),
    Settle(&'static str, &'static str),
}

impl Post {
    fn open(app: &App) -> Result<Self, Unusable> {
        let mail = &app.config().mail;
        Ok(Self {
            transport: Transport::open(mail, &app.config().folder)?,
            from: mail.from.parse()?,
        })
    }

    /// Takes what is due and deals with it; answers how much that was.
    async fn round(&self, app: &App) -> Result<usize, store::Error> {
        let now = app.now();
        if !letters::any_due(&mut app.store().snapshot().await?, now).await? {
            return Ok(0);
        }
        let mut tx = app.store().begin().await?;
        let taken = letters::take(&mut tx, now, now.plus_millis(LEASE)).await?;
        tx.commit().await?;
        tokio::select! {
            done = self.deal_with_all(app, &taken) => done?,
            lost = keep(app, &taken) => lost?,
        }
        Ok(taken.len())
    }

    async fn deal_with_all(&self, app: &App, taken: &[TakenLetter]) -> Result<(), store::Error> {
        for letter in taken {
            if letter.holders.is_some() {
                expand(app, letter).await?;
            } else {
                self.deal_with(app, letter).await?;
            }
        }
        Ok(())
    }

    async fn deal_with(&self, app: &App, letter: &TakenLetter) -> Result<(), store::Error> {
        if letter.holders.is_some() {
            return expand(app, letter).await;
        }
        let fate = fate(app, letter).await?;
        let delivery = match fate {
            Fate::Settle(state, reason) => {
                return settle(app, letter.id, state, Some(reason)).await;
            }
            Fate::Send(it) => {
                let (reader, rendered) = *it;
                let host = app
                    .public_url()
                    .and_then(|url| url.host_str().map(str::to_owned));
                let outgoing = Outgoing {
                    id: letter.id,
                    host: host.as_deref().unwrap_or("localhost"),
                    from: &self.from,
                    to: &reader.contact,
                    made_at: letter.made_at,
                    rendered,
                };
                self.transport.send(outgoing).await
            }
        };
        note(app, letter, delivery).await
    }
}

/// Renews the lease of taken letters for as long as they are dealt with; ends only when that fails.
async fn keep(app: &App, taken: &[TakenLetter]) -> Result<(), store::Error> {
    let ids: Vec<Uuid> = taken.iter().map(|letter| letter.id).collect();
    loop {
        tokio::time::sleep(RENEWAL).await;
        let mut tx = app.store().begin().await?;
        letters::keep(&mut tx, &ids, app.now().plus_millis(LEASE)).await?;
        tx.commit().await?;
    }
}

/// Replaces a letter to a group by one for each of its people.
async fn expand(app: &App, letter: &TakenLetter) -> Result<(), store::Error> {
    let now = app.now();
    let rows = recipients::expand(&mut app.store().snapshot().await?, letter, now).await?;
    let mut tx = app.store().begin().await?;
    letters::put(&mut tx, &rows, now).await?;
    letters::settle(&mut tx, letter.id, "expanded", None, now).await?;
    tx.commit().await
}

async fn fate(app: &App, letter: &TakenLetter) -> Result<Fate, store::Error> {
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
    if subject == Subject::Notice(NoticeKind::Invitation)
        && !is_still_open(&mut tx, letter, &mut facts, app.now()).await?
    {
        return Ok(Fate::Settle(
            "superseded",
            "the invitation is no longer open",
        ));
    }
    let Some(reader) = reader(&mut tx, letter, &facts).await? else {
        return Ok(Fate::Settle("not_sent", "nowhere to send it to"));
    };
    if !matches!(reader.contact, Contact::Email(_)) {
        return Ok(Fate::Settle("not_sent", "no e-mail address"));
    }
    let link = app
        .public_url()
        .and_then(|url| link(app, &url, subject, letter));
    let of = Ingredients {
        subject,
        facts: &facts,
        contact: &reader.contact,
        reader: reader.account.as_ref().map(|account| &account.name),
        link: link.as_deref(),
    };
    match render(words(reader.locale), of) {
        Ok(rendered) => Ok(Fate::Send(Box::new((reader, rendered)))),
        Err(error) => {
            tracing::error!(%error, kind = letter.kind, "a letter cannot be rendered");
            Ok(Fate::Settle("failed", "it cannot be rendered"))
        }
    }
}

/// Whether the invitation is open and this is its living secret; a letter with a dead link helps nobody.
async fn is_still_open(
    tx: &mut store::Tx,
    letter: &TakenLetter,
    facts: &mut Facts,
    at: Moment,
) -> Result<bool, store::Error> {
    let Some(organisation) = letter.organisation else {
        return Ok(false);
    };
    let id = MembershipId(letter.subject);
    let Some(now): Option<Membership> = letter_facts::membership(tx, organisation, id).await?
    else {
        return Ok(false);
    };
    let living = now.invitation.as_ref().map(|sent| sent.generation) == letter.generation;
    let open = now.is_open_invitation() && !now.is_expired_invitation(at) && living;
    // What it gives may have been changed since.
    facts.membership = Some(Box::new(now));
    Ok(open)
}

async fn reader(
    tx: &mut store::Tx,
    letter: &TakenLetter,
    facts: &Facts,
) -> Result<Option<Reader>, store::Error> {
    let (person, contact) = match (&letter.person, &letter.contact) {
        (Some(person), _) => (Some(*person), None),
        (None, Some(contact)) => {
            let known = accounts::by_contact(tx, contact).await?;
            (known.map(|row| row.person), Some(contact.clone()))
        }
        (None, None) => (None, None),
    };
    let account = match person {
        Some(person) => accounts::account_of(tx, person).await?,
        None => None,
    };
    let own = match person {
        Some(person) => accounts::locale_of(tx, person).await?,
        None => None,
    };
    let inviters = match facts
        .membership
        .as_ref()
        .and_then(|it| it.invitation.as_ref()?.giver.author.person())
    {
        Some(giver) if own.is_none() => accounts::locale_of(tx, giver).await?,
        _ => None,
    };
    let first = |account: &Account| {
        account
            .contacts
            .iter()
            .find(|it| matches!(it, Contact::Email(_)))
            .cloned()
    };
    let Some(contact) = contact.or_else(|| account.as_ref().and_then(first)) else {
        return Ok(None);
    };
    let chosen = own
        .or_else(|| chosen_locale(facts))
        .or(facts.locale)
        .or(inviters);
    // An invitation does not tell whether the address has an account: it greets nobody by name.
    let account = account.filter(|_| letter.person.is_some());
    Ok(Some(Reader {
        contact,
        account,
        locale: chosen.unwrap_or(Locale::En),
    }))
}

/// The address behind a letter's button. Its host comes from the configuration alone (MAIL-3).
fn link(app: &App, public: &Url, subject: Subject, letter: &TakenLetter) -> Option<String> {
    use NoticeKind as K;
    let token = |kind| {
        app.tokens()
            .token(kind, letter.subject, letter.generation.unwrap_or(0))
    };
    let path = match subject {
        Subject::Notice(K::Invitation) => {
            let proof = app
                .tokens()
                .mailbox_proof(letter.subject, letter.generation?);
            format!("j/{}.{proof}", token(TokenKind::Invitation))
        }
        Subject::Confirmation => format!("confirm/{}", token(TokenKind::Confirmation)),
        Subject::AccountExists => "sign-in".to_owned(),
        Subject::Notice(
            K::Request
            | K::Decided
            | K::Accepted
            | K::InvitationDeclined
            | K::Declined
            | K::GiverLostRight,
        ) => return None,
        Subject::Notice(_) => "me".to_owned(),
    };
    public.join(&path).ok().map(String::from)
}

async fn note(app: &App, letter: &TakenLetter, delivery: Delivery) -> Result<(), store::Error> {
    let now = app.now();
    match delivery {
        Delivery::Sent => settle(app, letter.id, "sent", None).await,
        Delivery::Bounced(reason) => settle(app, letter.id, "bounced", Some(&reason)).await,
        Delivery::Failed(reason) => settle(app, letter.id, "failed", Some(&reason)).await,
        Delivery::NotSent => {
            settle(
                app,
                letter.id,
                "not_sent",
                Some("nothing is configured to send with"),
            )
            .await
        }
        Delivery::Later(reason) if now.is_past(letter.made_at.plus_millis(LONGEST_TRY)) => {
            settle(app, letter.id, "failed", Some(&reason)).await
        }
        Delivery::Later(reason) => {
            tracing::warn!(letter = %letter.id, attempts = letter.attempts, reason, "a letter is tried again");
            let mut tx = app.store().begin().await?;
            letters::put_off(
                &mut tx,
                letter.id,
                &reason,
                now.plus_millis(wait(letter.attempts)),
            )
            .await?;
            tx.commit().await
        }
    }
}

fn wait(attempts: u32) -> i64 {
    FIRST_WAIT
        .saturating_mul(1_i64 << attempts.saturating_sub(1).min(20))
        .min(LONGEST_WAIT)
}

async fn settle(
    app: &App,
    id: Uuid,
    state: &str,
    reason: Option<&str>,
) -> Result<(), store::Error> {
    let mut tx = app.store().begin().await?;
    letters::settle(&mut tx, id, state, reason, app.now()).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_stay_bounded() {
        assert_eq!(wait(1), 10_000);
        assert_eq!(wait(2), 20_000);
        assert_eq!(wait(400), LONGEST_WAIT);
    }
}
