//! What everybody may see: members who chose to be listed, by organisation and by person. The statements narrow; the
//! rules say of each whether it is listed now.

use doorward_domain::{
    AccountStanding, Membership, Organisation, OrganisationId, PersonId, Record, Settings,
};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::{Dialect, Error, Statement, Tx};

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

/// Those of these organisations that there are, each with its settings.
pub async fn homes(
    tx: &mut Tx,
    organisations: &[OrganisationId],
) -> Result<Vec<(Organisation, Option<Settings>)>, Error> {
    let list = tx.dialect().list("$1");
    let sql = format!(
        "SELECT o.id, o.body, s.body AS settings FROM record o
        LEFT JOIN record s ON s.organisation = o.organisation AND s.shelf = 'settings' AND s.id = o.id
        WHERE o.organisation IN ({list}) AND o.shelf = 'organisation' AND o.id = o.organisation"
    );
    let statement = Statement::new(sql).set(organisations)?;
    let (asked, mut answers) = tx.script(|script| Ok(script.add(statement))).await?;
    let mut found = Vec::new();
    for row in answers.take(asked) {
        let id: String = row.try_get("id")?;
        let record = |text: String| {
            serde_json::from_str::<Record>(&text).map_err(Error::unreadable("record", &id))
        };
        let settings = row.try_get::<Option<String>, _>("settings")?.map(record);
        let settings = match settings.transpose()? {
            Some(Record::Settings(settings)) => Some(settings),
            Some(_) | None => None,
        };
        if let Record::Organisation(organisation) = record(row.try_get("body")?)? {
            found.push((organisation, settings));
        }
    }
    Ok(found)
}

/// Of each of these organisations a few who chose to be listed.
pub async fn some_of(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    most: i64,
) -> Result<Vec<Visible>, Error> {
    let (list, is_visible) = (tx.dialect().list("$1"), is_visible(tx.dialect()));
    let sql = format!(
        "SELECT v.id, v.body, o.body AS home, a.standing FROM
        (SELECT r.organisation, r.id, r.person, r.body,
            row_number() OVER (PARTITION BY r.organisation ORDER BY r.id) AS place FROM record r
            WHERE r.organisation IN ({list}) AND r.shelf = 'membership' AND r.approved = 1 AND {is_visible}) v
        JOIN account a ON a.person = v.person
        JOIN record o ON o.organisation = v.organisation AND o.shelf = 'organisation' AND o.id = v.organisation
        WHERE v.place <= $2"
    );
    let statement = Statement::new(sql).set(organisations)?.number(most);
    let (asked, mut answers) = tx.script(|script| Ok(script.add(statement))).await?;
    let mut found = Vec::new();
    for row in answers.take(asked) {
        found.extend(read(&row)?);
    }
    Ok(found)
}

/// The very words of the index.
const fn is_visible(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "instr(r.body, '\"visible\":true') > 0",
        Dialect::Postgres => "strpos(r.body, '\"visible\":true') > 0",
    }
}

async fn visible(tx: &mut Tx, of: &str, id: &str, most: i64) -> Result<Vec<Visible>, Error> {
    let is_visible = is_visible(tx.dialect());
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
