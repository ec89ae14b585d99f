//! Fate: what is to be done with a letter that is due: whether it is still true, who reads it and in which language,
//! and where its button leads.

use doorward_domain::{
    Account, Contact, Locale, Membership, MembershipId, Moment, NoticeKind, ReminderKind,
};
use url::Url;
use uuid::Uuid;

use super::facts::{Facts, Subject};
use super::follow::chosen_locale;
use super::handing::{self, Waiting};
use super::reminders;
use super::render::{Ingredients, Rendered, render};
use super::texting;
use crate::store::letters::TakenLetter;
use crate::store::mine::DigestRow;
use crate::store::{accounts, addresses, letter_facts, mine, resets, sign_ups, stopped};
use crate::text::words;
use crate::tokens::TokenKind;
use crate::{App, store};

/// Somebody to write to.
#[derive(Debug)]
pub struct Reader {
    /// Where.
    pub contact: Contact,
    account: Option<Account>,
    locale: Locale,
}

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
    if carries_invitation(subject) {
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
    let is_confirmed = matches!(subject, Subject::Confirmation | Subject::NewAddress);
    let code = is_confirmed.then(|| app.tokens().code(letter.subject));
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

/// Whether a letter still tells the truth: an invitation or a reset whose secret lives, a reminder that the rules still
/// give occasion to.
async fn is_still_true(
    tx: &mut store::Tx,
    letter: &TakenLetter,
    subject: Subject,
    now: Moment,
) -> Result<bool, store::Error> {
    if carries_invitation(subject) && !is_still_open(tx, letter, now).await? {
        return Ok(false);
    }
    if subject == Subject::Notice(NoticeKind::Request) {
        // Mail that was late must not call for an answer that has been given.
        let row = membership(tx, letter).await?;
        return Ok(row.is_some_and(|it| it.is_open_request()));
    }
    if subject == Subject::NewLinkWanted {
        // Somebody may have sent it again by now.
        let row = membership(tx, letter).await?;
        return Ok(row.is_some_and(|it| it.is_expired_invitation(now)));
    }
    if subject == Subject::Confirmation {
        let waiting = sign_ups::find(tx, &letter.subject.to_string(), now).await?;
        return Ok(waiting.is_some());
    }
    if subject == Subject::Reset {
        let living = resets::find(tx, letter.subject, now).await?;
        return Ok(living.is_some());
    }
    if subject == Subject::NewAddress {
        return addresses::lives(tx, letter.subject, now).await;
    }
    let (Subject::Reminder(kind), Some(organisation)) = (subject, letter.organisation) else {
        return Ok(true);
    };
    // Who wants no more invitations from here wants no word of one either.
    let to: Vec<Contact> = letter.contact.iter().cloned().collect();
    if !stopped::among(tx, organisation, &to).await?.is_empty() {
        return Ok(false);
    }
    let asked = reminders::ask(tx, organisation, &[MembershipId(letter.subject)], now).await?;
    Ok(asked.due.iter().any(|due| due.kind == kind))
}

/// Whether it carries the link of an invitation.
pub(super) fn carries_invitation(subject: Subject) -> bool {
    use ReminderKind as R;
    matches!(
        subject,
        Subject::Notice(NoticeKind::Invitation)
            | Subject::Reminder(R::InvitationWaits | R::InvitationEnds)
    )
}

/// Whether the invitation is open and this is its living secret; a letter with a dead link helps nobody.
async fn is_still_open(
    tx: &mut store::Tx,
    letter: &TakenLetter,
    at: Moment,
) -> Result<bool, store::Error> {
    let Some(now) = membership(tx, letter).await? else {
        return Ok(false);
    };
    let living = now.invitation.as_ref().map(|sent| sent.generation) == letter.generation;
    Ok(now.is_open_invitation() && !now.is_expired_invitation(at) && living)
}

async fn membership(
    tx: &mut store::Tx,
    letter: &TakenLetter,
) -> Result<Option<Membership>, store::Error> {
    let Some(organisation) = letter.organisation else {
        return Ok(None);
    };
    letter_facts::membership(tx, organisation, MembershipId(letter.subject)).await
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
    use ReminderKind as R;
    let token = |kind| {
        app.tokens()
            .token(kind, letter.subject, letter.generation.unwrap_or(0))
    };
    let path = match subject {
        Subject::Notice(K::Invitation)
        | Subject::Reminder(R::InvitationWaits | R::InvitationEnds) => {
            let proof = app
                .tokens()
                .mailbox_proof(letter.subject, letter.generation?);
            format!("j/{}.{proof}", token(TokenKind::Invitation))
        }
        Subject::Confirmation => format!("confirm/{}", token(TokenKind::Confirmation)),
        Subject::Reset => format!("reset/{}", token(TokenKind::Reset)),
        Subject::PasswordChanged => "forgot".to_owned(),
        Subject::AccountExists => "sign-in".to_owned(),
        Subject::Digest => "me/account".to_owned(),
        Subject::Notice(K::Declined) => "me?history=1#closed".to_owned(),
        // What waits for an answer, and where in the app it is given.
        Subject::Notice(K::Request)
        | Subject::Reminder(R::RequestWaits | R::RequestEscalates)
        | Subject::RequestsHanded
        | Subject::NewLinkWanted => "me/notices".to_owned(),
        Subject::Notice(_)
        | Subject::Reminder(_)
        | Subject::NewAddress
        | Subject::AddressChanged
        | Subject::PhoneChanged => {
            return is_of_own(subject)
                .then(|| public.join("me").ok().map(String::from))
                .flatten();
        }
    };
    public.join(&path).ok().map(String::from)
}

/// Whether what this is about stands on the reader's page of their own memberships.
pub fn stands_on_own_page(kind: &str) -> bool {
    Subject::of(kind).is_some_and(is_of_own)
}

/// Whether what this is about is a request that waits for the reader's decision, which is made in the app.
pub fn decided_in_app(kind: &str) -> bool {
    use ReminderKind as R;
    matches!(
        Subject::of(kind),
        Some(
            Subject::Notice(NoticeKind::Request)
                | Subject::Reminder(R::RequestWaits | R::RequestEscalates)
                | Subject::RequestsHanded
        )
    )
}

fn is_of_own(subject: Subject) -> bool {
    use NoticeKind as K;
    use ReminderKind as R;
    match subject {
        Subject::Notice(
            K::Request
            | K::Decided
            | K::Accepted
            | K::InvitationDeclined
            | K::Declined
            | K::GiverLostRight
            | K::LinkLostRight
            | K::Bounced
            | K::Failed,
        )
        | Subject::Reminder(R::RequestWaits | R::RequestEscalates)
        | Subject::RequestsHanded
        | Subject::NewLinkWanted
        | Subject::Confirmation
        | Subject::AccountExists
        | Subject::Reset
        | Subject::PasswordChanged
        | Subject::NewAddress
        | Subject::AddressChanged
        | Subject::PhoneChanged
        | Subject::Digest => false,
        Subject::Notice(_)
        | Subject::Reminder(
            R::InvitationWaits
            | R::InvitationEnds
            | R::RequestStuck
            | R::MembershipEndsSoon
            | R::MembershipEnds,
        ) => true,
    }
}
