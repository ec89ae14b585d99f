//! Touching: whose own rows a change is about. All rows of a transaction are noted at once, in one order everywhere, so
//! that two transactions do not wait for each other.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{DeviceId, Held, Membership, MembershipId, OrganisationId, PersonId, Record};
use doorward_protocol::MyKind;
use serde::Serialize;
use sqlx::AssertSqlSafe;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::doorbell::Bell;
use crate::store::dialect::Column;
use crate::store::{Dialect, Error, Tx, id, json};

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

    fn of(self, organisation: OrganisationId) -> Self {
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

/// Whose memberships changed, and to whom the invitations among them are: whoever has verified their contact.
/// The contacts of what is touched are saved already.
pub async fn of_memberships(
    tx: &mut Tx,
    organisation: OrganisationId,
    touched: &[Held<Record>],
) -> Result<Vec<Touched>, Error> {
    let memberships = touched.iter().filter_map(|held| {
        let Record::Membership(it) = &held.value else {
            return None;
        };
        Some(&**it)
    });
    let memberships: Vec<&Membership> = memberships.collect();
    let own = memberships.iter().filter_map(|it| {
        let row = Touched::new(it.person?, MyKind::Membership, it.id.0);
        Some(row.of(organisation))
    });
    let mut rows: Vec<Touched> = own.collect();
    let (open, answered): (Vec<_>, Vec<_>) = memberships
        .into_iter()
        .filter(|it| it.invitation.is_some())
        .partition(|it| it.is_open_invitation());
    let ids = |of: Vec<&Membership>| of.iter().map(|it| it.id).collect::<Vec<_>>();
    let (open, answered) = (ids(open), ids(answered));
    if !open.is_empty() {
        rows.extend(invited(tx, organisation, &open).await?);
    }
    if !answered.is_empty() {
        rows.extend(no_longer_invited(tx, organisation, &answered).await?);
    }
    Ok(rows)
}

/// To whom open invitations are.
async fn invited(
    tx: &mut Tx,
    organisation: OrganisationId,
    open: &[MembershipId],
) -> Result<Vec<Touched>, Error> {
    let list = tx.dialect().list("$2");
    let of_open =
        format!("FROM contact_key k WHERE k.organisation = $1 AND k.membership IN ({list})");
    hold_contacts(
        tx,
        &format!("SELECT k.contact {of_open}"),
        &[organisation.to_string(), json(&open)?],
    )
    .await?;
    let sql = format!(
        "SELECT v.person, k.membership AS id FROM contact_key k JOIN verified_contact v ON v.contact = k.contact
        WHERE k.organisation = $1 AND k.membership IN ({list})"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(json(&open)?)
        .fetch_all(tx.conn())
        .await?;
    let row = |row: &AnyRow| {
        let touched = Touched::new(id(row, "person")?, MyKind::Invitation, id(row, "id")?);
        Ok(touched.of(organisation))
    };
    rows.iter().map(row).collect()
}

/// For whom invitations that are open no more were kept as such.
async fn no_longer_invited(
    tx: &mut Tx,
    organisation: OrganisationId,
    answered: &[MembershipId],
) -> Result<Vec<Touched>, Error> {
    let sql = format!(
        "SELECT person, id FROM mine_row WHERE kind = 'invitation' AND gone = 0 AND id IN ({})",
        tx.dialect().list("$1")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(json(&answered)?)
        .fetch_all(tx.conn())
        .await?;
    let row = |row: &AnyRow| {
        let touched = Touched::new(id(row, "person")?, MyKind::Invitation, id(row, "id")?);
        Ok(touched.of(organisation).gone(true))
    };
    rows.iter().map(row).collect()
}

/// The open invitations to the contacts that a person has verified, for one who has just verified some.
pub async fn invitations_to(tx: &mut Tx, person: PersonId) -> Result<Vec<Touched>, Error> {
    let contacts = "SELECT v.contact FROM verified_contact v WHERE v.person = $1";
    hold_contacts(tx, contacts, &[person.to_string()]).await?;
    let rows = sqlx::query(
        "SELECT k.organisation, k.membership AS id FROM verified_contact v
        JOIN contact_key k ON k.contact = v.contact AND k.invited = 1 WHERE v.person = $1",
    )
    .bind(person.to_string())
    .fetch_all(tx.conn())
    .await?;
    let row = |row: &AnyRow| {
        let touched = Touched::new(person, MyKind::Invitation, id(row, "id")?);
        Ok(touched.of(id(row, "organisation")?))
    };
    rows.iter().map(row).collect()
}

/// Makes whoever invites a contact and whoever verifies it wait for each other, so that one of them sees what the
/// other did. SQLite has one writer anyway.
async fn hold_contacts(tx: &mut Tx, contacts: &str, bound: &[String]) -> Result<(), Error> {
    if tx.dialect() == Dialect::Sqlite {
        return Ok(());
    }
    // A few locks for all contacts, taken in their order: an invitation of many takes no more of them.
    let sql = format!(
        "SELECT count(pg_advisory_xact_lock(7310, lock)) FROM
            (SELECT DISTINCT hashtext(contact) & 63 AS lock FROM ({contacts}) AS held ORDER BY lock) AS locks"
    );
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for value in bound {
        query = query.bind(value.clone());
    }
    query.execute(tx.conn()).await?;
    Ok(())
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
    let raised = raise(tx, &persons).await?;
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
        tx.dialect().rows("$1", "touched", &columns)
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(json(&rows.values().collect::<Vec<_>>())?)
        .execute(tx.conn())
        .await?;
    Ok(raised)
}

async fn raise(tx: &mut Tx, persons: &BTreeSet<PersonId>) -> Result<Vec<Bell>, Error> {
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
        .bind(json(&rows)?)
        .fetch_all(tx.conn())
        .await?;
    let bell = |row: &AnyRow| {
        let revision: i64 = sqlx::Row::try_get(row, "revision")?;
        Ok(Bell::Person {
            id: id(row, "person")?,
            revision: revision.cast_unsigned(),
        })
    };
    raised.iter().map(bell).collect()
}
