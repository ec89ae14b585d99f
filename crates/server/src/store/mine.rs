//! One person's own rows: which of them changed, in the order of a counter of the person's own. What a row holds is
//! read from where it is kept.

use std::collections::BTreeSet;

use doorward_domain::{Held, OrganisationId, PersonId, Record};
use doorward_protocol::{MyMembership, MyRecord};
use serde::Serialize;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::dialect::Column;
use super::{Error, Tx, accounts};
use crate::doorbell::Bell;

const ACCOUNT: &str = "account";
const MEMBERSHIP: &str = "membership";

#[derive(Debug, Serialize)]
struct Touched {
    person: PersonId,
    kind: &'static str,
    id: Uuid,
    organisation: Option<OrganisationId>,
}

/// Notes that these persons' accounts changed; answers the rings that follow.
pub async fn touch(tx: &mut Tx, persons: &[PersonId]) -> Result<Vec<Bell>, Error> {
    let row = |person: &PersonId| Touched {
        person: *person,
        kind: ACCOUNT,
        id: person.0,
        organisation: None,
    };
    note(tx, &persons.iter().map(row).collect::<Vec<_>>()).await
}

/// Notes which persons' memberships changed; answers the rings that follow.
pub async fn touch_memberships(
    tx: &mut Tx,
    organisation: OrganisationId,
    touched: &[Held<Record>],
) -> Result<Vec<Bell>, Error> {
    let row = |held: &Held<Record>| {
        let Record::Membership(it) = &held.value else {
            return None;
        };
        Some(Touched {
            person: it.person?,
            kind: MEMBERSHIP,
            id: it.id.0,
            organisation: Some(organisation),
        })
    };
    note(tx, &touched.iter().filter_map(row).collect::<Vec<_>>()).await
}

async fn note(tx: &mut Tx, touched: &[Touched]) -> Result<Vec<Bell>, Error> {
    // In one order everywhere, so that two organisations do not wait for each other.
    let persons: BTreeSet<PersonId> = touched.iter().map(|it| it.person).collect();
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "INSERT INTO mine (person, revision) SELECT person, 1 FROM {} WHERE true ORDER BY person
        ON CONFLICT (person) DO UPDATE SET revision = mine.revision + 1 RETURNING person, revision",
        tx.dialect()
            .rows("$1", "touched", &[Column::Text("person")])
    );
    let rows: Vec<_> = persons
        .iter()
        .map(|person| serde_json::json!({ "person": person }))
        .collect();
    let raised = sqlx::query(AssertSqlSafe(sql))
        .bind(super::json(&rows)?)
        .fetch_all(tx.conn())
        .await?;
    let columns = [
        Column::Text("person"),
        Column::Text("kind"),
        Column::Text("id"),
        Column::Text("organisation"),
    ];
    let sql = format!(
        "INSERT INTO mine_row (person, kind, id, organisation, revision)
        SELECT touched.person, touched.kind, touched.id, touched.organisation, mine.revision
        FROM {} CROSS JOIN mine WHERE mine.person = touched.person
        ON CONFLICT (person, kind, id) DO UPDATE SET revision = excluded.revision",
        tx.dialect().rows("$1", "touched", &columns)
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(super::json(&touched)?)
        .execute(tx.conn())
        .await?;
    let bell = |row| {
        let revision: i64 = sqlx::Row::try_get(row, "revision")?;
        Ok(Bell::Person {
            id: super::id(row, "person")?,
            revision: revision.cast_unsigned(),
        })
    };
    raised.iter().map(bell).collect()
}

/// Where a page of a person's rows begins: after this revision, kind and id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Place {
    /// The person's revision.
    pub revision: u64,
    /// The kind of row.
    pub kind: String,
    /// The row.
    pub id: String,
}

/// The revision of a person's rows; 0 when nothing is known of them.
pub async fn revision(tx: &mut Tx, person: PersonId) -> Result<u64, Error> {
    let query = sqlx::query("SELECT revision FROM mine WHERE person = $1").bind(person.to_string());
    let row = query.fetch_optional(tx.conn()).await?;
    Ok(row
        .map(|row| row.try_get::<i64, _>("revision"))
        .transpose()?
        .unwrap_or(0)
        .cast_unsigned())
}

/// A page of a person's rows in the order of their changes, each with its place.
pub async fn page(
    tx: &mut Tx,
    person: PersonId,
    after: &Place,
    most: usize,
) -> Result<Vec<(Place, MyRecord)>, Error> {
    let rows = sqlx::query(
        "SELECT m.kind, m.id, m.organisation, m.revision, r.body, o.body AS home
        FROM mine_row m
        LEFT JOIN record r ON r.organisation = m.organisation AND r.shelf = 'membership' AND r.id = m.id
        LEFT JOIN record o ON o.organisation = m.organisation AND o.shelf = 'organisation' AND o.id = m.organisation
        WHERE m.person = $1 AND (m.revision, m.kind, m.id) > ($2, $3, $4)
        ORDER BY m.revision, m.kind, m.id LIMIT $5",
    )
    .bind(person.to_string())
    .bind(after.revision.cast_signed())
    .bind(after.kind.as_str())
    .bind(after.id.as_str())
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .fetch_all(tx.conn())
    .await?;
    let mut page = Vec::with_capacity(rows.len());
    for row in rows {
        let place = Place {
            revision: row.try_get::<i64, _>("revision")?.cast_unsigned(),
            kind: row.try_get("kind")?,
            id: row.try_get("id")?,
        };
        let record = if place.kind == ACCOUNT {
            accounts::account_of(tx, person)
                .await?
                .map(MyRecord::Account)
        } else {
            membership(&row, &place.id)?
        };
        page.extend(record.map(|record| (place, record)));
    }
    Ok(page)
}

fn membership(row: &sqlx::any::AnyRow, id: &str) -> Result<Option<MyRecord>, Error> {
    let bodies: (Option<String>, Option<String>) = (row.try_get("body")?, row.try_get("home")?);
    let (Some(body), Some(home)) = bodies else {
        return Ok(None);
    };
    let read =
        |text: &str| serde_json::from_str::<Record>(text).map_err(Error::unreadable("record", id));
    let (Record::Membership(membership), Record::Organisation(home)) = (read(&body)?, read(&home)?)
    else {
        return Ok(None);
    };
    let mine = MyMembership {
        organisation: home.id,
        organisation_name: home.name,
        membership: *membership,
    };
    Ok(Some(MyRecord::Membership(Box::new(mine))))
}
