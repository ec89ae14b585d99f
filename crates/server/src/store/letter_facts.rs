//! What letters and pages name: an organisation, and some of its own levels.

use doorward_domain::{
    Contact, Level, LevelId, MemberContact, Membership, MembershipId, Name, OrganisationId,
    Permission, PersonId, Preset, Record,
};
use serde_json::json;
use sqlx::{AssertSqlSafe, Row};

use super::values::read;
use super::{Error, Tx};

/// The name of an organisation, and the own levels with these ids.
pub async fn names(
    tx: &mut Tx,
    organisation: OrganisationId,
    levels: &[LevelId],
) -> Result<(Option<Name>, Vec<Level>), Error> {
    let sql = format!(
        "SELECT id, body FROM record WHERE organisation = $2 \
         AND shelf IN ('organisation', 'level') AND (shelf = 'organisation' OR id IN ({}))",
        tx.dialect().list("$1")
    );
    let list = json!(levels).to_string();
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(list)
        .bind(organisation.to_string())
        .fetch_all(tx.conn())
        .await?;
    let (mut name, mut found) = (None, Vec::new());
    for row in &rows {
        let (id, body): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        let record = serde_json::from_str(&body).map_err(Error::unreadable("record", &id))?;
        if let Record::Level(it) = record {
            found.push(it);
        } else if let Record::Organisation(it) = record {
            name = Some(it.name);
        }
    }
    Ok((name, found))
}

/// The contact that each of these memberships keeps first.
pub async fn contacts(
    tx: &mut Tx,
    organisation: OrganisationId,
    memberships: &[MembershipId],
) -> Result<Vec<(MembershipId, Contact)>, Error> {
    let sql = format!(
        "SELECT id, body FROM record WHERE organisation = $2 AND shelf = 'member_contact' AND id IN ({})",
        tx.dialect().list("$1")
    );
    let list = json!(memberships).to_string();
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(list)
        .bind(organisation.to_string())
        .fetch_all(tx.conn())
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        let (id, body): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        let record = serde_json::from_str(&body).map_err(Error::unreadable("record", &id))?;
        if let Record::MemberContact(MemberContact {
            membership,
            contacts,
        }) = record
        {
            found.extend(
                contacts
                    .into_iter()
                    .next()
                    .map(|contact| (membership, contact)),
            );
        }
    }
    Ok(found)
}

/// Persons whose approved membership, or its level, names a permission; the rules narrow them down.
pub async fn candidates(
    tx: &mut Tx,
    organisation: OrganisationId,
    permission: Permission,
) -> Result<Vec<PersonId>, Error> {
    let presets: Vec<&str> = Preset::ALL
        .into_iter()
        .filter(|it| it.permissions().has(permission))
        .map(Preset::key)
        .collect();
    // Requests are many and have an index of their own.
    let named = if permission == Permission::RequestsDecide {
        "decides = 1"
    } else {
        "body LIKE $3"
    };
    let sql = format!(
        "SELECT m.person FROM record m WHERE m.organisation = $1 AND m.shelf = 'membership' AND m.approved = 1 \
         AND m.person IS NOT NULL AND (m.{named} OR m.level IN ({}) OR m.level IN \
         (SELECT l.id FROM record l WHERE l.organisation = $1 AND l.shelf = 'level' AND l.{named})) \
         AND $3 <> '' ORDER BY m.person LIMIT 200",
        tx.dialect().list("$2")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(json!(presets).to_string())
        .bind(format!("%\"{}\"%", permission.key()))
        .fetch_all(tx.conn())
        .await?;
    let person = |row: &sqlx::any::AnyRow| -> Result<PersonId, Error> {
        let id: String = row.try_get(0)?;
        read(&id, &id)
    };
    rows.iter().map(person).collect()
}

/// One membership as it stands now.
pub async fn membership(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: MembershipId,
) -> Result<Option<Membership>, Error> {
    let sql =
        "SELECT body FROM record WHERE organisation = $1 AND shelf = 'membership' AND id = $2";
    let row = sqlx::query(sql)
        .bind(organisation.to_string())
        .bind(id.to_string())
        .fetch_optional(tx.conn())
        .await?;
    let Some(row) = row else { return Ok(None) };
    let body: String = row.try_get(0)?;
    let record =
        serde_json::from_str(&body).map_err(Error::unreadable("record", &id.to_string()))?;
    let Record::Membership(membership) = record else {
        return Ok(None);
    };
    Ok(Some(*membership))
}
