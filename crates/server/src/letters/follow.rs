//! What follows a change: living secrets and queued letters, in the transaction of the change and for a batch at once.

use std::collections::BTreeSet;

use doorward_domain::{
    About, Actor, Contact, LevelId, LevelRef, LinkId, Locale, Lookup, Membership, MembershipId,
    Moment, Notice, NoticeKind, OrganisationId, Permission, Recipients, Record, RecordKey, Shelf,
    World,
};
use uuid::Uuid;

use super::facts::{Facts, Subject};
use super::queue::queue;
use crate::store::accounts::SignUpRow;
use crate::store::letters::LetterRow;
use crate::store::mine::Touched;
use crate::store::secrets::NewSecret;
use crate::store::{self, Tx, lookups};
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
    let world = about(tx, organisation, notices, now).await?;
    let mut letters = Vec::with_capacity(notices.len());
    for (place, notice) in notices.iter().enumerate() {
        if let Some(facts) = facts(&world, actor, notice) {
            letters.push(letter(organisation, actor, notice, &facts, (place, now))?);
        }
    }
    queue(tx, &letters, now).await
}

/// What the notices are about, as it is saved; a refusal changes nothing, yet may be told of.
async fn about(
    tx: &mut Tx,
    organisation: OrganisationId,
    notices: &[Notice],
    now: Moment,
) -> Result<World, store::Error> {
    let mut world = World::new(organisation);
    let home = BTreeSet::from([Lookup::Organisation]);
    lookups::load(tx, &mut world, &home, now).await?;
    let key = |shelf, id| RecordKey { shelf, id };
    let keys = notices.iter().flat_map(|notice| match notice.about {
        About::Membership(MembershipId(id)) => vec![
            key(Shelf::Membership, id),
            key(Shelf::MemberContact, id),
            key(Shelf::Delivery, id),
        ],
        About::Link(LinkId(id)) => vec![key(Shelf::Link, id)],
        About::Organisation(_) => Vec::new(),
    });
    let keys: BTreeSet<RecordKey> = keys.collect();
    lookups::named(tx, &mut world, &keys.into_iter().collect::<Vec<_>>()).await?;
    Ok(world)
}

/// What a letter about a notice tells; none where it is about nothing that is here.
fn facts(world: &World, actor: &Actor, notice: &Notice) -> Option<Facts> {
    let organisation = world.organisation().map(|it| it.name.clone());
    match notice.about {
        About::Membership(id) => {
            let membership = &world.membership(id)?.value;
            let level = own_level(membership).and_then(|id| world.level(id));
            let fails = matches!(notice.kind, NoticeKind::Bounced | NoticeKind::Failed);
            let step = world.delivery(id).filter(|_| fails);
            Some(Facts {
                organisation,
                membership: Some(Box::new(membership.clone())),
                level: level.cloned(),
                contact: world.contacts_of(id).first().cloned(),
                reason: step.and_then(|it| it.steps.last()?.reason.clone()),
                ..Facts::default()
            })
        }
        About::Link(id) => Some(Facts {
            organisation,
            link: Some(world.link(id)?.value.clone()),
            // Whom it kept out.
            name: actor.account().map(|account| account.name.clone()),
            ..Facts::default()
        }),
        About::Organisation(_) => Some(Facts {
            organisation,
            // Who did it.
            name: actor.account().map(|account| account.name.clone()),
            ..Facts::default()
        }),
    }
}

fn letter(
    organisation: OrganisationId,
    actor: &Actor,
    notice: &Notice,
    facts: &Facts,
    (place, now): (usize, Moment),
) -> Result<LetterRow, store::Error> {
    let (mut person, mut contact, mut holders) = (None, None, None);
    match &notice.to {
        Recipients::Person { person: to } => person = Some(*to),
        Recipients::Contact { contact: to } => contact = Some(to.clone()),
        Recipients::Holders { permission } => holders = Some(permission.key()),
        // the preset Owner alone has it.
        Recipients::Owners { .. } => holders = Some(Permission::OrganisationDelete.key()),
    }
    let whose = if let Recipients::Owners { of } = &notice.to {
        *of
    } else {
        organisation
    };
    let sent = facts
        .membership
        .as_ref()
        .and_then(|it| it.invitation.as_ref())
        .map(|sent| sent.generation);
    let generation = sent.filter(|_| notice.kind == NoticeKind::Invitation);
    // However often somebody tries to accept, they are told once of each sending.
    let occasion = if notice.kind == NoticeKind::GiverLostRight {
        format!("{sent:?}")
    } else if notice.kind == NoticeKind::LinkLostRight {
        format!("{:?}", facts.link.as_ref().map(|it| it.generation))
    } else {
        format!("{generation:?} {place} {}", now.0)
    };
    let subject = match notice.about {
        About::Membership(MembershipId(id))
        | About::Link(LinkId(id))
        | About::Organisation(OrganisationId(id)) => id,
    };
    let id = format!("{whose} {subject} {} {occasion}", notice.kind.key());
    Ok(LetterRow {
        id: Uuid::new_v5(&LETTERS, id.as_bytes()),
        organisation: Some(whose),
        kind: notice.kind.key(),
        person,
        contact,
        holders,
        author: actor.person(),
        subject,
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
