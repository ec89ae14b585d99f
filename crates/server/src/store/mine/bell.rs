//! The bell: what a person was told, once per event, with whether they have read it (RULES 7).

use std::collections::BTreeMap;

use doorward_domain::{Contact, MembershipId, Moment, Name, OrganisationId, PersonId};
use doorward_protocol::MyKind;
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::Touched;
use crate::store::dialect::Column;
use crate::store::values;
use crate::store::{Error, Script, Slot, Statement, Tx, id, json};

/// An entry on its way to a person's bell.
#[derive(Debug, Clone, Serialize)]
pub struct BellRow {
    /// Its id, that of the letter about it.
    pub id: Uuid,
    /// Whose bell.
    pub person: PersonId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// What it is called.
    pub organisation_name: Name,
    /// What it is about.
    pub kind: &'static str,
    /// The membership or link it is about.
    pub subject: Uuid,
    /// What the membership's person or the link is called.
    pub name: Option<Name>,
    /// The contact it keeps first, where no name is known.
    pub contact: Option<Contact>,
    /// What whoever did it is called.
    pub author: Option<Name>,
}

/// Puts entries up; one that is there already, by its id, stays as it is. [`rung`] reads which were put up.
pub fn ring(script: &mut Script, entries: &[BellRow], now: Moment) -> Result<Slot, Error> {
    if entries.is_empty() {
        return Ok(None);
    }
    let names = [
        "id",
        "person",
        "organisation",
        "organisation_name",
        "kind",
        "subject",
        "name",
        "contact",
        "author",
    ];
    let sql = format!(
        "INSERT INTO bell ({columns}, made_at) SELECT {columns}, $2 FROM {} WHERE true
        ON CONFLICT (id) DO NOTHING RETURNING person, id",
        script
            .dialect()
            .rows("$1", "rung", &names.map(Column::Text)),
        columns = names.join(", "),
    );
    Ok(script.add(Statement::new(sql).set(entries)?.number(now.0)))
}

/// Whose rows changed by entries that were put up.
pub fn rung(rows: &[AnyRow]) -> Result<Vec<Touched>, Error> {
    rows.iter().map(|row| touched(row, false)).collect()
}

/// Notes that a person has read some of their entries; answers which of them were unread.
pub async fn read(
    tx: &mut Tx,
    person: PersonId,
    entries: &[Uuid],
    now: Moment,
) -> Result<Vec<Touched>, Error> {
    let sql = format!(
        "UPDATE bell SET read_at = $3 WHERE person = $1 AND read_at IS NULL AND id IN ({}) RETURNING person, id",
        tx.dialect().list("$2")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(person.to_string())
        .bind(json(&entries)?)
        .bind(now.0)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| touched(row, false)).collect()
}

/// Takes down what was put up before `before`.
pub async fn forget_before(tx: &mut Tx, before: Moment) -> Result<Vec<Touched>, Error> {
    let rows = sqlx::query("DELETE FROM bell WHERE made_at <= $1 RETURNING person, id")
        .bind(before.0)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| touched(row, true)).collect()
}

/// Takes the name of somebody who is erased out of what others were told here. Who did something is noted by name
/// alone, so somebody of the same name loses it, too.
pub async fn without(
    tx: &mut Tx,
    organisation: OrganisationId,
    (name, memberships): (&Name, &[MembershipId]),
) -> Result<Vec<Touched>, Error> {
    let theirs = format!("subject IN ({})", tx.dialect().list("$3"));
    let sql = format!(
        "UPDATE bell SET author = CASE WHEN author = $2 THEN NULL ELSE author END,
            name = CASE WHEN {theirs} THEN NULL ELSE name END, contact = CASE WHEN {theirs} THEN NULL ELSE contact END
        WHERE organisation = $1 AND (author = $2 OR {theirs}) RETURNING person, id"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(name.as_str())
        .bind(json(memberships)?)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| touched(row, false)).collect()
}

pub(super) fn touched(row: &AnyRow, gone: bool) -> Result<Touched, Error> {
    Ok(Touched::new(id(row, "person")?, MyKind::Notice, id(row, "id")?).gone(gone))
}

/// Asks who has verified which of these contacts.
pub fn ask_persons_of(script: &mut Script, contacts: &[&Contact]) -> Result<Slot, Error> {
    if contacts.is_empty() {
        return Ok(None);
    }
    let sql = format!(
        "SELECT contact, person FROM verified_contact WHERE contact IN ({})",
        script.dialect().list("$1")
    );
    Ok(script.add(Statement::new(sql).set(contacts)?))
}

/// Who has verified which of them.
pub fn persons_of(rows: &[AnyRow]) -> Result<BTreeMap<Contact, PersonId>, Error> {
    let pair = |row: &AnyRow| {
        let contact: String = row.try_get("contact")?;
        Ok((values::read(&contact, &contact)?, id(row, "person")?))
    };
    rows.iter().map(pair).collect()
}
