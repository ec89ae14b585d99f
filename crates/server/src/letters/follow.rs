//! What follows a change: living secrets and queued letters, in the transaction of the change and for a batch at once.

use std::collections::BTreeMap;

use doorward_domain::{
    Actor, Contact, Level, LevelId, LevelRef, Locale, Membership, MembershipId, Moment, Notice,
    NoticeKind, OrganisationId, PersonId, Recipients, Record,
};
use uuid::Uuid;

use super::facts::{Facts, Subject};
use super::queue::queue;
use crate::store::accounts::SignUpRow;
use crate::store::letters::LetterRow;
use crate::store::mine::Touched;
use crate::store::secrets::NewSecret;
use crate::store::{self, Tx};
use crate::tokens::{self, TokenKey, TokenKind};

/// Names the letters of one batch apart; a letter's id must not depend on a clock or a random number.
const LETTERS: Uuid = Uuid::from_u128(0x9b1e_5a10_6f0b_4b7e_8f43_2b7a_0c1d_7a11);

/// Keeps the living secrets of what was saved and queues the letters that the notices ask for; answers whose own rows
/// changed. `saved` holds every touched record in its final state.
pub async fn follow(
    tx: &mut Tx,
    keys: &TokenKey,
    organisation: OrganisationId,
    actor: &Actor,
    notices: &[Notice],
    saved: &[Record],
    now: Moment,
) -> Result<Vec<Touched>, store::Error> {
    store::secrets::put(tx, &secrets(keys, organisation, saved)).await?;
    if notices.is_empty() {
        return Ok(Vec::new());
    }
    let mut memberships: BTreeMap<MembershipId, Membership> =
        saved.iter().filter_map(membership).collect();
    for notice in notices {
        // A refusal changes nothing, yet may be told of.
        if !memberships.contains_key(&notice.membership) {
            let found =
                store::letter_facts::membership(tx, organisation, notice.membership).await?;
            memberships.extend(found.map(|it| (it.id, it)));
        }
    }
    let levels = memberships
        .values()
        .filter_map(own_level)
        .collect::<Vec<_>>();
    let (name, levels) = store::letter_facts::names(tx, organisation, &levels).await?;
    let ids: Vec<MembershipId> = memberships.keys().copied().collect();
    let contacts: BTreeMap<_, _> = store::letter_facts::contacts(tx, organisation, &ids)
        .await?
        .into_iter()
        .collect();
    let mut letters = Vec::with_capacity(notices.len());
    for (place, notice) in notices.iter().enumerate() {
        let Some(about) = memberships.get(&notice.membership) else {
            continue;
        };
        let level: Option<&Level> =
            own_level(about).and_then(|id| levels.iter().find(|level| level.id == id));
        let level = level.cloned();
        let facts = Facts {
            organisation: name.clone(),
            membership: Some(Box::new(about.clone())),
            level,
            contact: contacts.get(&notice.membership).cloned(),
            ..Facts::default()
        };
        letters.push(letter(
            organisation,
            actor.person(),
            notice,
            &facts,
            (place, now),
        )?);
    }
    queue(tx, &letters, now).await
}

fn letter(
    organisation: OrganisationId,
    author: Option<PersonId>,
    notice: &Notice,
    facts: &Facts,
    (place, now): (usize, Moment),
) -> Result<LetterRow, store::Error> {
    let (mut person, mut contact, mut holders) = (None, None, None);
    match &notice.to {
        Recipients::Person { person: to } => person = Some(*to),
        Recipients::Contact { contact: to } => contact = Some(to.clone()),
        Recipients::Holders { permission } => holders = Some(permission.key()),
    }
    let sent = facts
        .membership
        .as_ref()
        .and_then(|it| it.invitation.as_ref());
    let generation = sent
        .filter(|_| notice.kind == NoticeKind::Invitation)
        .map(|sent| sent.generation);
    let id = if notice.kind == NoticeKind::GiverLostRight {
        // However often somebody tries, they are told once of each sending.
        format!("{:?}", sent.map(|sent| sent.generation))
    } else {
        format!("{generation:?} {place} {}", now.0)
    };
    let id = format!(
        "{organisation} {} {} {id}",
        notice.membership,
        notice.kind.key()
    );
    Ok(LetterRow {
        id: Uuid::new_v5(&LETTERS, id.as_bytes()),
        organisation: Some(organisation),
        kind: notice.kind.key(),
        person,
        contact,
        holders,
        author,
        subject: notice.membership.0,
        generation,
        facts: written(facts)?,
    })
}

fn secrets(keys: &TokenKey, organisation: OrganisationId, saved: &[Record]) -> Vec<NewSecret> {
    let secret = |kind, subject, generation| NewSecret {
        hash: tokens::hash(&keys.token(kind, subject, generation)),
        kind,
        organisation: Some(organisation),
        subject,
        generation,
    };
    let of = |record: &Record| {
        if let Record::Link(it) = record {
            return Some(secret(TokenKind::Link, it.id.0, it.generation));
        }
        let (id, membership) = membership(record)?;
        let sent = membership.invitation?;
        Some(secret(TokenKind::Invitation, id.0, sent.generation))
    };
    saved.iter().filter_map(of).collect()
}

fn membership(record: &Record) -> Option<(MembershipId, Membership)> {
    let Record::Membership(it) = record else {
        return None;
    };
    Some((it.id, (**it).clone()))
}

fn own_level(membership: &Membership) -> Option<LevelId> {
    match membership.grant.as_ref()?.level {
        LevelRef::Own(id) => Some(id),
        LevelRef::Preset(_) => None,
    }
}

fn written(facts: &Facts) -> Result<String, store::Error> {
    serde_json::to_string(facts).map_err(store::Error::unreadable("letter", "facts"))
}

/// Keeps a sign-up and queues the letter that confirms its address.
pub async fn confirmation(
    tx: &mut Tx,
    keys: &TokenKey,
    new: &SignUpRow,
    now: Moment,
) -> Result<(), store::Error> {
    store::accounts::keep_sign_up(tx, new, now).await?;
    let token = keys.token(TokenKind::Confirmation, new.id.0, 1);
    let secret = NewSecret {
        hash: tokens::hash(&token),
        kind: TokenKind::Confirmation,
        organisation: None,
        subject: new.id.0,
        generation: 1,
    };
    store::secrets::put(tx, &[secret]).await?;
    let facts = Facts {
        name: Some(new.name.clone()),
        locale: Some(new.locale),
        ..Facts::default()
    };
    let row = LetterRow {
        generation: Some(1),
        ..to_contact(Subject::Confirmation, new.id.0, &new.contact, &facts)?
    };
    store::letters::put(tx, &[row], now).await
}

/// Queues the letter that tells somebody with an account that their address was used to sign up.
pub async fn account_exists(
    tx: &mut Tx,
    id: Uuid,
    contact: &Contact,
    now: Moment,
) -> Result<(), store::Error> {
    let row = to_contact(Subject::AccountExists, id, contact, &Facts::default())?;
    store::letters::put(tx, &[row], now).await
}

fn to_contact(
    subject: Subject,
    about: Uuid,
    contact: &Contact,
    facts: &Facts,
) -> Result<LetterRow, store::Error> {
    Ok(LetterRow {
        id: Uuid::new_v5(&LETTERS, format!("{about} {}", subject.key()).as_bytes()),
        organisation: None,
        kind: subject.key(),
        person: None,
        contact: Some(contact.clone()),
        holders: None,
        author: None,
        subject: about,
        generation: None,
        facts: written(facts)?,
    })
}

/// The language a membership's letter is written in, where its invitation says so.
pub fn chosen_locale(facts: &Facts) -> Option<Locale> {
    facts.membership.as_ref()?.invitation.as_ref()?.locale
}
