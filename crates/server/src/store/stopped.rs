//! Contacts that want no more invitations from an organisation (RAT-2). Kept by their hash: it is no list of addresses.

use std::collections::BTreeSet;

use doorward_domain::{Contact, Moment, OrganisationId};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::{Error, Script, Slot, Statement, Tx};
use crate::tokens;

/// Notes that a contact wants none.
pub async fn stop(
    tx: &mut Tx,
    organisation: OrganisationId,
    contact: &Contact,
    now: Moment,
) -> Result<(), Error> {
    let sql = "INSERT INTO stopped (organisation, contact, at) VALUES ($1, $2, $3) \
               ON CONFLICT (organisation, contact) DO NOTHING";
    sqlx::query(sql)
        .bind(organisation.to_string())
        .bind(hash(contact))
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Those of the contacts that want none.
pub async fn among(
    tx: &mut Tx,
    organisation: OrganisationId,
    contacts: &[Contact],
) -> Result<BTreeSet<Contact>, Error> {
    let asked = |script: &mut Script| ask(script, organisation, contacts);
    let (asked, mut answers) = tx.script(asked).await?;
    read(&answers.take(asked), contacts)
}

/// Asks which of the contacts want none.
pub(super) fn ask(
    script: &mut Script,
    organisation: OrganisationId,
    contacts: &[Contact],
) -> Result<Slot, Error> {
    let hashes: Vec<String> = contacts.iter().map(hash).collect();
    let sql = format!(
        "SELECT contact FROM stopped WHERE organisation = $2 AND contact IN ({})",
        script.dialect().list("$1")
    );
    Ok(script.add(Statement::new(sql).set(&hashes)?.id(organisation)))
}

/// Those of the contacts that want none.
pub(super) fn read(rows: &[AnyRow], contacts: &[Contact]) -> Result<BTreeSet<Contact>, Error> {
    let stopped = rows.iter().map(|row| row.try_get::<String, _>(0));
    let stopped = stopped.collect::<Result<BTreeSet<_>, _>>()?;
    if stopped.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found = contacts.iter().filter(|it| stopped.contains(&hash(it)));
    Ok(found.cloned().collect())
}

fn hash(contact: &Contact) -> String {
    tokens::hash(contact.as_str())
}
