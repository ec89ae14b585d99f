//! Reminders as letters: what the rules say is due, marked as told in the transaction that queues it, so that several
//! processes and restarts tell it once.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{
    Due, LevelRef, Lookup, MembershipId, Moment, OrganisationId, Recipients, Reminder,
    ReminderKind, World, reminder,
};
use uuid::Uuid;

use super::facts::{Facts, Subject};
use super::queue::queue;
use crate::doorbell::Bell;
use crate::store::letters::LetterRow;
use crate::store::told_once::{self, Mark};
use crate::store::{self, Tx, doorbell, lookups, mine};

/// Names the reminders apart; a letter's id must not depend on a clock or a random number.
const REMINDERS: Uuid = Uuid::from_u128(0x5f0d_8a31_4c2e_4d0b_9a77_61e3_0b94_2c58);

/// What the rules say of some memberships of one organisation.
#[derive(Debug)]
pub struct Asked {
    world: World,
    /// What is due, told or not.
    pub due: Vec<Reminder>,
}

/// Asks the rules what these memberships give occasion to remind of now.
pub async fn ask(
    tx: &mut Tx,
    organisation: OrganisationId,
    memberships: &[MembershipId],
    now: Moment,
) -> Result<Asked, store::Error> {
    let mut world = World::new(organisation);
    let mut questions = BTreeSet::from([Lookup::Organisation]);
    for id in memberships {
        questions.extend([Lookup::Membership(*id), Lookup::Contacts(*id)]);
    }
    loop {
        lookups::load(tx, &mut world, &questions, now).await?;
        let (mut due, mut open) = (Vec::new(), BTreeSet::new());
        for id in memberships {
            match reminder(&world, *id, now) {
                Due::Reminder(it) => due.push(it),
                Due::Nothing => {}
                Due::Asks(more) => open.extend(more),
            }
        }
        if open.is_empty() {
            return Ok(Asked { world, due });
        }
        questions = open;
    }
}

impl Asked {
    /// What stands for each reminder being told.
    pub fn marks(&self) -> BTreeMap<Mark, &Reminder> {
        self.due.iter().map(|it| (mark(it), it)).collect()
    }

    /// Queues what nobody has told yet; answers how many letters that are, and the rings that follow.
    pub async fn tell(&self, tx: &mut Tx, now: Moment) -> Result<(usize, Vec<Bell>), store::Error> {
        let marks = self.marks();
        let fresh = told_once::set(tx, &marks.keys().cloned().collect(), now).await?;
        let untold = marks.iter().filter(|(mark, _)| fresh.contains(mark));
        let letters: Vec<LetterRow> = untold
            .filter_map(|(_, reminder)| self.letter(reminder))
            .collect::<Result<_, _>>()?;
        let told = queue(tx, &letters, now).await?;
        let bells = mine::note(tx, told).await?;
        doorbell::announce(tx, &bells).await?;
        Ok((letters.len(), bells))
    }

    fn letter(&self, of: &Reminder) -> Option<Result<LetterRow, store::Error>> {
        let facts = self.facts(of.membership)?;
        let (mut person, mut contact, mut holders) = (None, None, None);
        match &of.to {
            Recipients::Person { person: to } => person = Some(*to),
            Recipients::Contact { contact: to } => contact = Some(to.clone()),
            Recipients::Holders { permission } => holders = Some(permission.key()),
            // No reminder is for the Owners of another organisation.
            Recipients::Owners { .. } => {}
        }
        let carries_link = matches!(
            of.kind,
            ReminderKind::InvitationWaits | ReminderKind::InvitationEnds
        );
        let sent = facts.membership.as_ref()?.invitation.as_ref();
        let generation = sent.filter(|_| carries_link).map(|sent| sent.generation);
        let name = format!("{} {}", of.membership, mark(of).what);
        let written =
            serde_json::to_string(&facts).map_err(store::Error::unreadable("letter", "facts"));
        Some(written.map(|facts| LetterRow {
            id: Uuid::new_v5(&REMINDERS, name.as_bytes()),
            organisation: Some(self.world.id),
            kind: Subject::Reminder(of.kind).key(),
            person,
            contact,
            holders,
            author: None,
            subject: of.membership.0,
            generation,
            facts,
        }))
    }

    fn facts(&self, id: MembershipId) -> Option<Facts> {
        let membership = self.world.membership(id)?.value.clone();
        let level = match membership.grant.as_ref().map(|grant| grant.level) {
            Some(LevelRef::Own(id)) => self.world.level(id).cloned(),
            Some(LevelRef::Preset(_)) | None => None,
        };
        let organisation = self.world.organisation()?;
        Some(Facts {
            organisation: Some(organisation.name.clone()),
            managed: organisation.managed_by.is_some(),
            level,
            contact: self.world.contacts_of(id).first().cloned(),
            membership: Some(Box::new(membership)),
            ..Facts::default()
        })
    }
}

fn mark(of: &Reminder) -> Mark {
    Mark {
        subject: of.membership.0,
        what: format!("{} {}", of.kind.key(), of.occasion),
    }
}
