//! What memberships are found by and ordered by; rewritten only when text or place changed.

use std::collections::BTreeMap;

use doorward_domain::{Contact, Membership, Record, Shelf};
use doorward_protocol::order_key;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use uuid::Uuid;

use super::{from_json, id_set, to_json, uuid};
use crate::error::Result;
use crate::search::{order_text, text_of};

/// Rows in one statement.
const CHUNK: usize = 500;

/// Whether a record has a part in the text of a membership.
pub(crate) fn is_about_a_person(shelf: Shelf) -> bool {
    matches!(shelf, Shelf::Membership | Shelf::MemberContact)
}

/// A membership as lists find it.
struct Found {
    number: i64,
    kind: &'static str,
    live: bool,
    place: Vec<u8>,
    text: String,
}

/// Brings the text of the memberships given up to date.
pub(crate) async fn rewrite(
    connection: &mut SqliteConnection,
    memberships: impl Iterator<Item = Uuid>,
) -> Result<()> {
    let mut ids: Vec<Uuid> = memberships.collect();
    ids.sort_unstable();
    ids.dedup();
    for chunk in ids.chunks(CHUNK) {
        let found = read(connection, chunk).await?;
        let changed = changed(connection, found).await?;
        write(connection, &changed).await?;
    }
    Ok(())
}

/// Takes rows out of the search tables.
pub(crate) async fn forget(connection: &mut SqliteConnection, numbers: &[i64]) -> Result<()> {
    let numbers = to_json(&numbers)?;
    for table in [
        "DELETE FROM trigram WHERE rowid IN (SELECT value FROM json_each(?))",
        "DELETE FROM word WHERE rowid IN (SELECT value FROM json_each(?))",
        "DELETE FROM person_text WHERE number IN (SELECT value FROM json_each(?))",
    ] {
        sqlx::query(table)
            .bind(&numbers)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

async fn read(connection: &mut SqliteConnection, ids: &[Uuid]) -> Result<Vec<Found>> {
    let rows: Vec<(i64, String, Vec<u8>, String)> = sqlx::query_as(
        "SELECT number, shelf, id, body FROM record WHERE shelf IN ('membership', 'member_contact') \
         AND id IN (SELECT unhex(value) FROM json_each(?))",
    )
    .bind(id_set(ids.iter().copied()))
    .fetch_all(&mut *connection)
    .await?;
    let mut memberships: Vec<(i64, Membership)> = Vec::new();
    let mut contacts: BTreeMap<Uuid, Vec<Contact>> = BTreeMap::new();
    for (number, _, id, body) in rows {
        match from_json(&body)? {
            Record::Membership(it) => memberships.push((number, *it)),
            Record::MemberContact(it) => drop(contacts.insert(uuid(&id), it.contacts)),
            Record::Organisation(_)
            | Record::Settings(_)
            | Record::Level(_)
            | Record::Room(_)
            | Record::Site(_)
            | Record::Staff(_)
            | Record::Link(_)
            | Record::Delivery(_)
            | Record::MemberActivity(_) => {}
        }
    }
    let found = |(number, it): (i64, Membership)| {
        let contacts = contacts.get(&it.id.0).map_or(&[][..], Vec::as_slice);
        let place = order_key(order_text(&it, contacts));
        Found {
            number,
            kind: it.kind().key(),
            live: it.status.is_live(),
            place,
            text: text_of(&it, contacts),
        }
    };
    Ok(memberships.into_iter().map(found).collect())
}

async fn changed(
    connection: &mut SqliteConnection,
    found: Vec<Found>,
) -> Result<Vec<(Found, bool)>> {
    let numbers: Vec<i64> = found.iter().map(|it| it.number).collect();
    let held: Vec<(i64, String, bool, Vec<u8>, String)> = sqlx::query_as(
        "SELECT number, kind, live, place, text FROM person_text WHERE number IN (SELECT value FROM json_each(?))",
    )
    .bind(to_json(&numbers)?)
    .fetch_all(&mut *connection)
    .await?;
    let held: BTreeMap<i64, _> = held.into_iter().map(|row| (row.0, row)).collect();
    let judge = |it: Found| {
        let before = held.get(&it.number);
        let same_text = before.is_some_and(|before| before.4 == it.text);
        let same = same_text
            && before.is_some_and(|row| {
                (row.1.as_str(), row.2, &row.3) == (it.kind, it.live, &it.place)
            });
        (!same).then_some((it, !same_text))
    };
    Ok(found.into_iter().filter_map(judge).collect())
}

async fn write(connection: &mut SqliteConnection, changed: &[(Found, bool)]) -> Result<()> {
    if changed.is_empty() {
        return Ok(());
    }
    let texts: Vec<(i64, &str)> = changed
        .iter()
        .filter(|it| it.1)
        .map(|(it, _)| (it.number, it.text.as_str()))
        .collect();
    let numbers = to_json(&texts.iter().map(|it| it.0).collect::<Vec<_>>())?;
    let texts = to_json(&texts)?;
    for (old, new) in [
        (
            "DELETE FROM trigram WHERE rowid IN (SELECT value FROM json_each(?))",
            "INSERT INTO trigram (rowid, text) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
        ),
        (
            "DELETE FROM word WHERE rowid IN (SELECT value FROM json_each(?))",
            "INSERT INTO word (rowid, text) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
        ),
    ] {
        sqlx::query(old)
            .bind(&numbers)
            .execute(&mut *connection)
            .await?;
        sqlx::query(new)
            .bind(&texts)
            .execute(&mut *connection)
            .await?;
    }
    let mut insert = QueryBuilder::<Sqlite>::new(
        "INSERT OR REPLACE INTO person_text (number, kind, live, place, text) ",
    );
    insert.push_values(changed, |mut row, (it, _)| {
        row.push_bind(it.number)
            .push_bind(it.kind)
            .push_bind(it.live)
            .push_bind(it.place.as_slice())
            .push_bind(it.text.as_str());
    });
    insert.build().execute(&mut *connection).await?;
    Ok(())
}
