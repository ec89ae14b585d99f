//! Touching: whose own rows a change is about. All rows of a transaction are noted at once, in one order everywhere, so
//! that two transactions do not wait for each other.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{DeviceId, OrganisationId, PersonId};
use doorward_protocol::MyKind;
use serde::Serialize;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::doorbell::Bell;
use crate::store::dialect::Column;
use crate::store::{Error, Script, Slot, Statement, Tx, id};

/// One of a person's own rows that has changed, or is there no more.
#[derive(Debug, Clone, Serialize)]
pub struct Touched {
    person: PersonId,
    kind: &'static str,
    id: Uuid,
    organisation: Option<OrganisationId>,
    gone: u8,
}

impl Touched {
    pub(super) fn new(person: PersonId, kind: MyKind, id: Uuid) -> Self {
        Self {
            person,
            kind: kind.key(),
            id,
            organisation: None,
            gone: 0,
        }
    }

    pub(super) fn of(self, organisation: OrganisationId) -> Self {
        Self {
            organisation: Some(organisation),
            ..self
        }
    }

    pub(super) fn gone(self, gone: bool) -> Self {
        Self {
            gone: gone.into(),
            ..self
        }
    }
}

/// That these persons' accounts changed.
pub fn of_accounts(persons: &[PersonId]) -> Vec<Touched> {
    let row = |person: &PersonId| Touched::new(*person, MyKind::Account, person.0);
    persons.iter().map(row).collect()
}

/// That these devices began, were used on another day, or ended.
pub fn of_devices(devices: &[(PersonId, DeviceId)], gone: bool) -> Vec<Touched> {
    let row = |(person, device): &(PersonId, DeviceId)| {
        Touched::new(*person, MyKind::Device, device.0).gone(gone)
    };
    devices.iter().map(row).collect()
}

/// Notes that these persons' accounts changed; answers the rings that follow.
pub async fn touch(tx: &mut Tx, persons: &[PersonId]) -> Result<Vec<Bell>, Error> {
    note(tx, of_accounts(persons)).await
}

/// Notes what changed at one revision of each person; answers the rings that follow.
pub async fn note(tx: &mut Tx, touched: Vec<Touched>) -> Result<Vec<Bell>, Error> {
    // The last word about each row, and the persons in one order everywhere.
    let rows = touched
        .into_iter()
        .map(|row| ((row.person, row.kind, row.id), row));
    let rows: BTreeMap<_, Touched> = rows.collect();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let persons: BTreeSet<PersonId> = rows.values().map(|row| row.person).collect();
    let rows: Vec<_> = rows.into_values().collect();
    let written = |script: &mut Script| {
        let raised = raise(script, &persons)?;
        keep(script, &rows)?;
        Ok(raised)
    };
    let (raised, mut answers) = tx.script(written).await?;
    answers.take(raised).iter().map(bell).collect()
}

fn keep(script: &mut Script, rows: &[Touched]) -> Result<(), Error> {
    let columns = [
        Column::Text("person"),
        Column::Text("kind"),
        Column::Text("id"),
        Column::Text("organisation"),
        Column::Number("gone"),
    ];
    let sql = format!(
        "INSERT INTO mine_row (person, kind, id, organisation, revision, gone)
        SELECT touched.person, touched.kind, touched.id, touched.organisation, mine.revision, touched.gone
        FROM {} CROSS JOIN mine WHERE mine.person = touched.person
        ON CONFLICT (person, kind, id) DO UPDATE SET revision = excluded.revision, gone = excluded.gone",
        script.dialect().rows("$1", "touched", &columns)
    );
    script.add(Statement::new(sql).set(rows)?);
    Ok(())
}

fn raise(script: &mut Script, persons: &BTreeSet<PersonId>) -> Result<Slot, Error> {
    let sql = format!(
        "INSERT INTO mine (person, revision) SELECT person, 1 FROM {} WHERE true ORDER BY person
        ON CONFLICT (person) DO UPDATE SET revision = mine.revision + 1 RETURNING person, revision",
        script
            .dialect()
            .rows("$1", "touched", &[Column::Text("person")])
    );
    let rows: Vec<_> = persons
        .iter()
        .map(|person| serde_json::json!({ "person": person }))
        .collect();
    Ok(script.add(Statement::new(sql).set(&rows)?))
}

fn bell(row: &AnyRow) -> Result<Bell, Error> {
    let revision: i64 = sqlx::Row::try_get(row, "revision")?;
    Ok(Bell::Person {
        id: id(row, "person")?,
        revision: revision.cast_unsigned(),
    })
}
