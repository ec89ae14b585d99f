//! The contacts of memberships, by which they are looked up, and how many each mail domain has.

use std::collections::BTreeMap;

use doorward_domain::Contact;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::{Result, id_set, to_json};

/// Adds contacts where everything is being received; `again` are the memberships that were received before. How many each
/// mail domain has is counted at the end.
pub(super) async fn receive(
    connection: &mut SqliteConnection,
    again: Vec<Uuid>,
    contacts: &[(&Contact, Uuid)],
) -> Result<()> {
    if !again.is_empty() {
        sqlx::query(
            "DELETE FROM contact WHERE membership IN (SELECT unhex(value) FROM json_each(?))",
        )
        .bind(id_set(again))
        .execute(&mut *connection)
        .await?;
    }
    if !contacts.is_empty() {
        sqlx::query("INSERT OR IGNORE INTO contact SELECT value ->> 0, unhex(value ->> 1) FROM json_each(?)")
            .bind(rows(contacts)?)
            .execute(connection)
            .await?;
    }
    Ok(())
}

fn rows(contacts: &[(&Contact, Uuid)]) -> Result<String> {
    let rows: Vec<(&str, String)> = contacts
        .iter()
        .map(|(contact, id)| (contact.as_str(), id.simple().to_string()))
        .collect();
    to_json(&rows)
}

/// Puts these contacts in the place of those that the memberships had.
pub async fn rewrite(
    connection: &mut SqliteConnection,
    memberships: impl IntoIterator<Item = Uuid>,
    contacts: &[(&Contact, Uuid)],
) -> Result<()> {
    let memberships: Vec<Uuid> = memberships.into_iter().collect();
    if memberships.is_empty() {
        return Ok(());
    }
    let old: Vec<String> = sqlx::query_scalar(
        "DELETE FROM contact WHERE membership IN (SELECT unhex(value) FROM json_each(?)) RETURNING contact",
    )
    .bind(id_set(memberships))
    .fetch_all(&mut *connection)
    .await?;
    let new = "INSERT OR IGNORE INTO contact SELECT value ->> 0, unhex(value ->> 1) FROM json_each(?) RETURNING contact";
    let new: Vec<String> = sqlx::query_scalar(new)
        .bind(rows(contacts)?)
        .fetch_all(&mut *connection)
        .await?;
    let mut domains: BTreeMap<&str, i64> = BTreeMap::new();
    for (contacts, one) in [(&old, -1), (&new, 1)] {
        for (_, domain) in contacts.iter().filter_map(|it| it.rsplit_once('@')) {
            *domains.entry(domain).or_default() += one;
        }
    }
    count(connection, &domains).await
}

async fn count(connection: &mut SqliteConnection, domains: &BTreeMap<&str, i64>) -> Result<()> {
    let rows: Vec<_> = domains.iter().filter(|(_, count)| **count != 0).collect();
    if !rows.is_empty() {
        let add = "INSERT INTO mail_domain (domain, count) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true \
                   ON CONFLICT (domain) DO UPDATE SET count = count + excluded.count";
        sqlx::query(add)
            .bind(to_json(&rows)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
