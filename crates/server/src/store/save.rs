//! Saving: everything a batch changed, in one statement for each table, and what is derived from it: the contacts'
//! keys, what memberships name, departures for the feed, and the sums. What that depends on is read first.

use doorward_domain::{Held, OrganisationId, Record};

use super::change::{self, Change, changes};
use super::records::{RecordRow, WRITTEN};
use super::{Error, Script, Statement, Tx, contact_keys, departures, named, sums};

/// What names a row: nothing of it ever changes.
const IDENTITY: [&str; 2] = ["shelf", "id"];

/// Adds to a script what saves records of one organisation in their latest state. Rows that close go first, so that the
/// unique indexes see an old row closed before a new one opens.
pub async fn save(
    tx: &mut Tx,
    script: &mut Script,
    organisation: OrganisationId,
    touched: &[Held<Record>],
) -> Result<(), Error> {
    if touched.is_empty() {
        return Ok(());
    }
    let asked = |it: &mut Script| {
        let befores = change::ask(it, organisation, touched)?;
        Ok((befores, sums::ask(it, organisation)))
    };
    let ((befores, kinds), mut answers) = tx.script(asked).await?;
    let befores = change::befores(&answers.take(befores))?;
    let kinds = sums::read(&answers.take(kinds))?;
    let changes = changes((tx, script), organisation, touched, befores).await?;
    upsert(script, organisation, &changes)?;
    departures::note(script, organisation, &changes)?;
    sums::count((tx, script), organisation, &changes, kinds).await?;
    named::save(script, organisation, touched)?;
    contact_keys::save(script, organisation, touched)
}

fn upsert(
    script: &mut Script,
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
        script.dialect().rows("$2", "made", WRITTEN)
    );
    script.add(Statement::new(sql).id(organisation).set(&rows)?);
    Ok(())
}
