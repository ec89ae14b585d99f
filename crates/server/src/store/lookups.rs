//! Lookups: the answers to a whole batch's questions, one statement for each sort of answer.

use std::collections::BTreeSet;

use doorward_domain::{CommandId, Lookup, PersonId, RecordKey, Version, World};
use sqlx::{AssertSqlSafe, Row};

use super::asked::Asked;
use super::{Error, Tx, accounts, in_manager, letters, management};

/// The time over which invitations to one contact are counted (RAT-2).
const WINDOW_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// Answers questions by putting what is kept into the world.
pub async fn load(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
    now: doorward_domain::Moment,
) -> Result<(), Error> {
    let organisation = world.id;
    let asked = Asked::of(lookups);
    if !asked.is_empty() {
        for kept in asked.records(tx, organisation).await? {
            world.put(kept.record, Version::Revision(kept.revision), kept.signed);
        }
    }
    accounts_into(tx, world, lookups).await?;
    commands_into(tx, world, lookups).await?;
    sent_into(tx, world, lookups, now).await?;
    in_manager::load(tx, world, lookups).await?;
    management::load(tx, world, lookups).await?;
    for lookup in lookups {
        world.answer(lookup.clone());
    }
    Ok(())
}

/// Puts the records with these keys into the world, those that exist.
pub async fn named(tx: &mut Tx, world: &mut World, keys: &[RecordKey]) -> Result<(), Error> {
    for kept in Asked::named(keys).records(tx, world.id).await? {
        world.put(kept.record, Version::Revision(kept.revision), kept.signed);
    }
    Ok(())
}

async fn accounts_into(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
) -> Result<(), Error> {
    let persons = lookups.iter().filter_map(|it| {
        if let Lookup::Account(id) = it {
            Some(*id)
        } else {
            None
        }
    });
    let persons: Vec<PersonId> = persons.collect();
    if !persons.is_empty() {
        for account in accounts::accounts_of(tx, &persons).await? {
            world.put_account(account);
        }
    }
    Ok(())
}

async fn commands_into(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
) -> Result<(), Error> {
    let commands = lookups.iter().filter_map(|it| {
        if let Lookup::Command(id) = it {
            Some(*id)
        } else {
            None
        }
    });
    let commands: Vec<CommandId> = commands.collect();
    if commands.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "SELECT command, revision FROM outcome WHERE organisation = $1 AND revision IS NOT NULL AND command IN ({})",
        tx.dialect().list("$2")
    );
    let query = sqlx::query(AssertSqlSafe(sql))
        .bind(world.id.to_string())
        .bind(super::json(&commands)?);
    for row in query.fetch_all(tx.conn()).await? {
        world.put_command(
            super::id(&row, "command")?,
            row.try_get::<i64, _>("revision")?.cast_unsigned(),
        );
    }
    Ok(())
}

async fn sent_into(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
    now: doorward_domain::Moment,
) -> Result<(), Error> {
    let contacts = lookups.iter().filter_map(|it| {
        if let Lookup::SentTo(to) = it {
            Some(to.clone())
        } else {
            None
        }
    });
    let contacts: Vec<_> = contacts.collect();
    if !contacts.is_empty() {
        let since = now.plus_millis(-WINDOW_MILLIS);
        let counts = letters::sent_to(tx, world.id, &contacts, since).await?;
        for (contact, sent) in counts {
            world.put_sent(contact, sent);
        }
    }
    Ok(())
}
