//! Saving: everything a batch changed, in one statement for each table, and what is derived from it: the contacts'
//! keys, what memberships name, departures for the feed, and the sums.

use doorward_domain::{Held, OrganisationId, Record};
use sqlx::AssertSqlSafe;

use super::change::{Change, changes};
use super::records::{RecordRow, WRITTEN};
use super::{Error, Tx, contact_keys, departures, named, sums};

/// What names a row: nothing of it ever changes.
const IDENTITY: [&str; 2] = ["shelf", "id"];

/// Saves records of one organisation in their latest state. Rows that close go first, so that the unique indexes
/// see an old row closed before a new one opens.
pub async fn save(
    tx: &mut Tx,
    organisation: OrganisationId,
    touched: &[Held<Record>],
) -> Result<(), Error> {
    if touched.is_empty() {
        return Ok(());
    }
    let changes = changes(tx, organisation, touched).await?;
    upsert(tx, organisation, &changes).await?;
    departures::note(tx, organisation, &changes).await?;
    sums::count(tx, organisation, &changes).await?;
    named::save(tx, organisation, touched).await?;
    contact_keys::save(tx, organisation, touched).await
}

async fn upsert(
    tx: &mut Tx,
    organisation: OrganisationId,
    changes: &[Change],
) -> Result<(), Error> {
    let mut rows: Vec<&RecordRow> = changes.iter().map(|it| &it.row).collect();
    rows.sort_by_key(|row| row.live);
    let names: Vec<_> = WRITTEN.iter().map(|column| column.name()).collect();
    let renewed = names.iter().filter(|name| !IDENTITY.contains(name));
    let renewed: Vec<_> = renewed
        .map(|name| format!("{name} = excluded.{name}"))
        .collect();
    let (names, renewed) = (names.join(", "), renewed.join(", "));
    // The condition in front of ON CONFLICT keeps SQLite from reading it as part of a join.
    let sql = format!(
        "INSERT INTO record (organisation, {names}) SELECT $1, {names} FROM {} WHERE true ORDER BY live
        ON CONFLICT (organisation, shelf, id) DO UPDATE SET {renewed}",
        tx.dialect().rows("$2", "made", WRITTEN)
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(super::json(&rows)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}
