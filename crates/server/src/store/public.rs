//! What everybody may see: members who chose to be listed, by organisation and by person. The statements narrow; the
//! rules say of each whether it is listed now.

use doorward_domain::{
    AccountStanding, Membership, Organisation, OrganisationId, PersonId, Record,
};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::{Dialect, Error, Tx};

/// A membership whose person chose to be listed, with what the rules want to know of it.
#[derive(Debug, Clone)]
pub struct Visible {
    /// The membership.
    pub membership: Membership,
    /// Its organisation.
    pub organisation: Organisation,
    /// Where the person's account stands.
    pub standing: AccountStanding,
}

/// Those of an organisation who chose to be listed.
pub async fn of_organisation(
    tx: &mut Tx,
    organisation: OrganisationId,
    most: i64,
) -> Result<Vec<Visible>, Error> {
    visible(tx, "organisation", &organisation.to_string(), most).await
}

/// The memberships that a person chose to show.
pub async fn of_person(tx: &mut Tx, person: PersonId, most: i64) -> Result<Vec<Visible>, Error> {
    visible(tx, "person", &person.to_string(), most).await
}

async fn visible(tx: &mut Tx, of: &str, id: &str, most: i64) -> Result<Vec<Visible>, Error> {
    // The very words of the index.
    let is_visible = match tx.dialect() {
        Dialect::Sqlite => "instr(r.body, '\"visible\":true') > 0",
        Dialect::Postgres => "strpos(r.body, '\"visible\":true') > 0",
    };
    let sql = format!(
        "SELECT r.id, r.body, o.body AS home, a.standing FROM record r
        JOIN account a ON a.person = r.person
        JOIN record o ON o.organisation = r.organisation AND o.shelf = 'organisation' AND o.id = r.organisation
        WHERE r.{of} = $1 AND r.shelf = 'membership' AND r.approved = 1 AND {is_visible} ORDER BY r.id LIMIT $2"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(id)
        .bind(most)
        .fetch_all(tx.conn())
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        found.extend(read(row)?);
    }
    Ok(found)
}

fn read(row: &AnyRow) -> Result<Option<Visible>, Error> {
    let (id, body, home, standing): (String, String, String, String) = (
        row.try_get("id")?,
        row.try_get("body")?,
        row.try_get("home")?,
        row.try_get("standing")?,
    );
    let record =
        |text: &str| serde_json::from_str::<Record>(text).map_err(Error::unreadable("record", &id));
    let (Record::Membership(membership), Record::Organisation(organisation)) =
        (record(&body)?, record(&home)?)
    else {
        return Ok(None);
    };
    Ok(Some(Visible {
        membership: *membership,
        organisation,
        standing: serde_json::from_str(&standing).map_err(Error::unreadable("account", &id))?,
    }))
}
