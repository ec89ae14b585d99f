//! New names of people, until every organisation that knows them has it.

use doorward_domain::{Moment, Name, OrganisationId, PersonId, RecordKey, Shelf};

use super::{Error, Tx, id};

/// Gives a person a new name, which organisations are still to get.
pub async fn rename(tx: &mut Tx, person: PersonId, name: &Name, now: Moment) -> Result<(), Error> {
    sqlx::query("UPDATE account SET name = $2, renamed_at = $3 WHERE person = $1")
        .bind(person.to_string())
        .bind(name.as_str())
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// People whose new name not every organisation has.
pub async fn waiting(tx: &mut Tx) -> Result<Vec<PersonId>, Error> {
    let sql = "SELECT person FROM account WHERE renamed_at IS NOT NULL ORDER BY person";
    let rows = sqlx::query(sql).fetch_all(tx.conn()).await?;
    rows.iter().map(|row| id(row, "person")).collect()
}

/// Every organisation has the name, unless the person took yet another one meanwhile.
pub async fn settled(tx: &mut Tx, person: PersonId, name: &Name) -> Result<(), Error> {
    sqlx::query("UPDATE account SET renamed_at = NULL WHERE person = $1 AND name = $2")
        .bind(person.to_string())
        .bind(name.as_str())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The rows of a person, by organisation in the order in which those are locked.
pub async fn rows_of(
    tx: &mut Tx,
    person: PersonId,
) -> Result<Vec<(OrganisationId, RecordKey)>, Error> {
    let sql = "SELECT organisation, id FROM record WHERE person = $1 AND shelf = 'membership' ORDER BY organisation, id";
    let rows = sqlx::query(sql)
        .bind(person.to_string())
        .fetch_all(tx.conn())
        .await?;
    let shelf = Shelf::Membership;
    rows.iter()
        .map(|row| {
            Ok((
                id(row, "organisation")?,
                RecordKey {
                    shelf,
                    id: id(row, "id")?,
                },
            ))
        })
        .collect()
}
