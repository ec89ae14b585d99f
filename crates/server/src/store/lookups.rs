//! Lookups: the answers to a whole batch's questions, one statement for each sort of answer, asked together.

use std::collections::BTreeSet;

use doorward_domain::{
    CommandId, Contact, Lookup, Moment, OrganisationId, PersonId, RecordKey, Version, World,
};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::accounts::AccountsAsked;
use super::asked::Asked;
use super::{
    Answers, Error, Script, Slot, Statement, Tx, in_manager, invited, letters, management, mine,
    records, stopped,
};

/// The time over which invitations to one contact are counted (RAT-2).
const WINDOW_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// Answers questions by putting what is kept into the world.
pub async fn load(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
    now: Moment,
) -> Result<(), Error> {
    let asking = |script: &mut Script| Round::ask(script, world.id, lookups, now);
    let (round, mut answers) = tx.script(asking).await?;
    round.answer(tx, &mut answers, world).await
}

/// Questions that were asked together.
#[derive(Debug)]
pub struct Round {
    lookups: BTreeSet<Lookup>,
    contacts: Vec<Contact>,
    records: Slot,
    accounts: Option<AccountsAsked>,
    commands: Slot,
    sent: Slot,
    today: Slot,
    stopped: Slot,
}

impl Round {
    /// Asks questions.
    pub fn ask(
        script: &mut Script,
        organisation: OrganisationId,
        lookups: &BTreeSet<Lookup>,
        now: Moment,
    ) -> Result<Self, Error> {
        let (mut persons, mut commands, mut contacts) = (Vec::new(), Vec::new(), Vec::new());
        for lookup in lookups {
            if let Lookup::Account(id) = lookup {
                persons.push(*id);
            } else if let Lookup::Command(id) = lookup {
                commands.push(*id);
            } else if let Lookup::SentTo(to) = lookup {
                contacts.push(to.clone());
            }
        }
        let (mut sent, mut today, mut stops) = (None, None, None);
        if !contacts.is_empty() {
            hold(script, &contacts)?;
            let since = now.plus_millis(-WINDOW_MILLIS);
            sent = letters::ask_sent_to(script, organisation, &contacts, since)?;
            today = invited::ask(script, organisation, now);
            stops = stopped::ask(script, organisation, &contacts)?;
        }
        Ok(Self {
            lookups: lookups.clone(),
            records: Asked::of(lookups).ask(script, organisation)?,
            accounts: accounts(script, &persons)?,
            commands: applied(script, organisation, &commands)?,
            sent,
            today,
            stopped: stops,
            contacts,
        })
    }

    /// Puts the answers into the world.
    pub async fn answer(
        self,
        tx: &mut Tx,
        answers: &mut Answers,
        world: &mut World,
    ) -> Result<(), Error> {
        put_records(world, &answers.take(self.records))?;
        if let Some(accounts) = self.accounts {
            for account in accounts.read(answers)? {
                world.put_account(account);
            }
        }
        for row in answers.take(self.commands) {
            world.put_command(
                super::id(&row, "command")?,
                row.try_get::<i64, _>("revision")?.cast_unsigned(),
            );
        }
        for (contact, sent) in letters::sent_to(&answers.take(self.sent))? {
            world.put_sent(contact, sent);
        }
        for row in answers.take(self.today) {
            world.put_sent_today(invited::read(&row)?);
        }
        for contact in stopped::read(&answers.take(self.stopped), &self.contacts)? {
            world.put_stopped(contact);
        }
        in_manager::load(tx, world, &self.lookups).await?;
        management::load(tx, world, &self.lookups).await?;
        for lookup in self.lookups {
            world.answer(lookup);
        }
        Ok(())
    }
}

/// Puts the organisation with its levels into the world, and the records with these keys, those that exist.
pub async fn named(tx: &mut Tx, world: &mut World, keys: &[RecordKey]) -> Result<(), Error> {
    let asking = |script: &mut Script| ask_named(script, world.id, keys);
    let (asked, mut answers) = tx.script(asking).await?;
    put_records(world, &answers.take(asked))
}

/// Asks for the organisation with its levels, and the records with these keys.
pub fn ask_named(
    script: &mut Script,
    organisation: OrganisationId,
    keys: &[RecordKey],
) -> Result<Slot, Error> {
    Asked::named(keys).at_home().ask(script, organisation)
}

/// Puts the records that were asked for into the world.
pub fn put_records(world: &mut World, rows: &[AnyRow]) -> Result<(), Error> {
    for row in rows {
        let kept = records::read(row)?;
        world.put(kept.record, Version::Revision(kept.revision), kept.signed);
    }
    Ok(())
}

/// Whoever else invites one of these contacts, from whichever organisation, waits until this transaction ends, and counts
/// what it sent (RAT-2).
fn hold(script: &mut Script, contacts: &[Contact]) -> Result<(), Error> {
    let asked = format!(
        "SELECT n.value AS contact FROM {}",
        script.dialect().values("$1", "n")
    );
    if let Some(sql) = mine::hold_contacts(script.dialect(), &asked) {
        script.add(Statement::new(sql).set(contacts)?);
    }
    Ok(())
}

fn accounts(script: &mut Script, persons: &[PersonId]) -> Result<Option<AccountsAsked>, Error> {
    if persons.is_empty() {
        return Ok(None);
    }
    AccountsAsked::of(script, persons).map(Some)
}

fn applied(
    script: &mut Script,
    organisation: OrganisationId,
    commands: &[CommandId],
) -> Result<Slot, Error> {
    if commands.is_empty() {
        return Ok(None);
    }
    let sql = format!(
        "SELECT command, revision FROM outcome WHERE organisation = $1 AND revision IS NOT NULL AND command IN ({})",
        script.dialect().list("$2")
    );
    Ok(script.add(Statement::new(sql).id(organisation).set(commands)?))
}
