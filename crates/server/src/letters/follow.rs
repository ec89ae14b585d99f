//! What follows a change: living secrets and queued letters, in the transaction of the change and for a batch at once.

use std::collections::BTreeSet;

use doorward_domain::{
    About, Actor, Held, LevelId, LevelRef, LinkId, Locale, Membership, MembershipId, Moment,
    Notice, NoticeKind, OrganisationId, Permission, Recipients, Record, RecordKey, Shelf, World,
};
use uuid::Uuid;

use super::facts::Facts;
use super::queue::{Asked, Known};
use super::texting;
use crate::store::letters::LetterRow;
use crate::store::mine::Touched;
use crate::store::secrets::NewSecret;
use crate::store::{self, Answers, Script, Slot, Tx, lookups};
use crate::tokens::{self, TokenKey, TokenKind};

/// Names the letters of one batch apart; a letter's id must not depend on a clock or a random number.
pub(super) const LETTERS: Uuid = Uuid::from_u128(0x9b1e_5a10_6f0b_4b7e_8f43_2b7a_0c1d_7a11);

/// A change that is told of.
#[derive(Debug)]
pub struct Told<'a> {
    /// Where.
    pub organisation: OrganisationId,
    /// By whom.
    pub actor: &'a Actor,
    /// Who is to be told, and of what.
    pub notices: &'a [Notice],
    /// Every touched record in its final state.
    pub saved: &'a [Held<Record>],
    /// When.
    pub now: Moment,
}

/// Where the answers will be to what letters tell and whom they reach.
#[derive(Debug)]
pub struct Following {
    about: Slot,
    known: Asked,
}

impl Told<'_> {
    /// Adds to a script what keeps the living secrets of what is saved, and asks what the letters need to be written.
    pub fn follow(&self, script: &mut Script, keys: &TokenKey) -> Result<Following, store::Error> {
        let mut secrets = secrets(keys, self.organisation, self.saved);
        secrets.extend(texting::secrets(keys, self));
        store::secrets::put(script, &secrets)?;
        let (mut about, mut contacts, mut authors) = (None, Vec::new(), BTreeSet::new());
        if !self.notices.is_empty() {
            about = lookups::ask_named(script, self.organisation, &self.unsaved())?;
            authors.extend(self.actor.person());
        }
        for notice in self.notices {
            if let Recipients::Contact { contact } = &notice.to {
                contacts.push(contact);
            }
        }
        let known = Known::ask(script, &contacts, &authors)?;
        Ok(Following { about, known })
    }

    /// Queues the letters that the notices ask for; answers whose own rows changed.
    pub async fn queue(
        &self,
        tx: &mut Tx,
        following: Following,
        answers: &mut Answers,
    ) -> Result<Vec<Touched>, store::Error> {
        let known = following.known.read(answers)?;
        let mut world = World::new(self.organisation);
        lookups::put_records(&mut world, &answers.take(following.about))?;
        for held in self.saved {
            world.put(held.value.clone(), held.version, held.signed.clone());
        }
        let mut letters = Vec::with_capacity(self.notices.len());
        for (place, notice) in self.notices.iter().enumerate() {
            if let Some(facts) = facts(&world, self.actor, notice) {
                letters.push(self.letter(notice, &facts, place)?);
            }
        }
        known.queue(tx, &letters, self.now).await
    }

    /// What the notices are about beside what is saved; a refusal changes nothing, yet may be told of.
    fn unsaved(&self) -> Vec<RecordKey> {
        let key = |shelf, id| RecordKey { shelf, id };
        let keys = self.notices.iter().flat_map(|notice| match notice.about {
            About::Membership(MembershipId(id)) => vec![
                key(Shelf::Membership, id),
                key(Shelf::MemberContact, id),
                key(Shelf::Delivery, id),
            ],
            About::Link(LinkId(id)) => vec![key(Shelf::Link, id)],
            About::Organisation(_) => Vec::new(),
        });
        let saved = self.saved.iter().map(|it| it.value.key(self.organisation));
        let saved: BTreeSet<RecordKey> = saved.collect();
        let keys: BTreeSet<RecordKey> = keys.filter(|it| !saved.contains(it)).collect();
        keys.into_iter().collect()
    }

    fn letter(
        &self,
        notice: &Notice,
        facts: &Facts,
        place: usize,
    ) -> Result<LetterRow, store::Error> {
        let organisation = self.organisation;
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
            format!("{generation:?} {place} {}", self.now.0)
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
            author: self.actor.person(),
            subject,
            generation,
            facts: written(facts)?,
        })
    }
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

fn secrets(
    keys: &TokenKey,
    organisation: OrganisationId,
    saved: &[Held<Record>],
) -> Vec<NewSecret> {
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
        let Record::Membership(it) = record else {
            return None;
        };
        let sent = it.invitation.as_ref()?;
        Some(secret(TokenKind::Invitation, it.id.0, sent.generation))
    };
    saved.iter().filter_map(|held| of(&held.value)).collect()
}

fn own_level(membership: &Membership) -> Option<LevelId> {
    match membership.grant.as_ref()?.level {
        LevelRef::Own(id) => Some(id),
        LevelRef::Preset(_) => None,
    }
}

pub(super) fn written(facts: &Facts) -> Result<String, store::Error> {
    serde_json::to_string(facts).map_err(store::Error::unreadable("letter", "facts"))
}

/// The language a membership's letter is written in, where its invitation says so.
pub fn chosen_locale(facts: &Facts) -> Option<Locale> {
    facts.membership.as_ref()?.invitation.as_ref()?.locale
}
