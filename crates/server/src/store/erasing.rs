//! Erasing: what names a person, wherever it is kept beside the records. Which of it goes is the domain's
//! word for records; here it is found, and what is no record is taken away.

use doorward_domain::{
    Account, FORMER, MembershipId, Moment, OrganisationId, PersonId, RecordKey, Shelf,
};
use doorward_protocol::{Erased, Outcome, nameless};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::{Error, Tx, json, records, resets};

/// How many history entries are looked through at once.
const STRIDE: u64 = 5000;

/// The organisations in which a person has an open or approved row, or an open invitation to one of their contacts, in
/// the order in which they are locked.
pub async fn who_knows(tx: &mut Tx, account: &Account) -> Result<Vec<OrganisationId>, Error> {
    let sql = format!(
        "SELECT organisation AS id FROM record WHERE person = $1 AND live = 1
        UNION SELECT organisation AS id FROM contact_key WHERE invited = 1 AND contact IN ({}) ORDER BY id",
        tx.dialect().list("$2")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(account.person.to_string())
        .bind(json(&account.contacts)?)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| super::id(row, "id")).collect()
}

/// The memberships of a person in an organisation, and the invitations to their contacts that nobody accepted.
pub async fn memberships_of(
    tx: &mut Tx,
    organisation: OrganisationId,
    account: &Account,
) -> Result<Vec<MembershipId>, Error> {
    let sql = format!(
        "SELECT id FROM record WHERE organisation = $1 AND person = $2
        UNION SELECT r.id FROM contact_key k JOIN record r ON r.organisation = k.organisation
            AND r.shelf = 'membership' AND r.id = k.membership AND r.person IS NULL
        WHERE k.organisation = $1 AND k.contact IN ({}) ORDER BY id",
        tx.dialect().list("$3")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(account.person.to_string())
        .bind(json(&account.contacts)?)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| super::id(row, "id")).collect()
}

/// The records of an organisation that name a person anywhere, or that are kept with these memberships.
pub async fn records_naming(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: PersonId,
    memberships: &[MembershipId],
) -> Result<Vec<RecordKey>, Error> {
    let sql = format!(
        "SELECT shelf, id FROM record WHERE organisation = $1 AND (body LIKE $2 OR signed LIKE $2
            OR (shelf IN ('membership', 'member_contact', 'delivery') AND id IN ({}))) ORDER BY shelf, id",
        tx.dialect().list("$3")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(format!("%{person}%"))
        .bind(json(memberships)?)
        .fetch_all(tx.conn())
        .await?;
    let mut keys = Vec::with_capacity(rows.len());
    for row in &rows {
        let shelf: String = row.try_get("shelf")?;
        let id = super::id(row, "id")?;
        let shelf = Shelf::ALL
            .into_iter()
            .find(|it| records::shelf(*it) == shelf);
        keys.extend(shelf.map(|shelf| RecordKey { shelf, id }));
    }
    Ok(keys)
}

/// The entries of a history that are about a person or by them and still say so in full, after `after` and a stride on;
/// also where to go on.
pub async fn entries_naming(
    tx: &mut Tx,
    ledger: OrganisationId,
    (person, memberships): (PersonId, &[MembershipId]),
    after: u64,
) -> Result<(Vec<u64>, u64), Error> {
    let until = after + STRIDE;
    let sql = format!(
        "SELECT h.seq FROM history h JOIN history_payload p ON p.ledger = h.ledger AND p.seq = h.seq
        WHERE h.ledger = $1 AND h.seq > $2 AND h.seq <= $3 AND h.kind <> 'erased'
            AND (h.actor = $4 OR h.object = $4 OR h.object IN ({}) OR p.payload LIKE '%' || $4 || '%') ORDER BY h.seq",
        tx.dialect().list("$5")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(ledger.to_string())
        .bind(after.cast_signed())
        .bind(until.cast_signed())
        .bind(person.to_string())
        .bind(json(memberships)?)
        .fetch_all(tx.conn())
        .await?;
    let seq = |row: &AnyRow| Ok(row.try_get::<i64, _>("seq")?.cast_unsigned());
    let entries = rows.iter().map(seq).collect::<Result<_, Error>>()?;
    Ok((entries, until))
}

/// Takes away what these entries say in full, and from where they came; the chain stays whole.
pub async fn empty(tx: &mut Tx, ledger: OrganisationId, entries: &[u64]) -> Result<(), Error> {
    let entries: Vec<String> = entries.iter().map(u64::to_string).collect();
    for table in ["history_payload", "history_address"] {
        let sql = format!(
            "DELETE FROM {table} WHERE ledger = $1 AND seq IN (SELECT CAST(value AS bigint) FROM {})",
            tx.dialect().values("$2", "named")
        );
        sqlx::query(AssertSqlSafe(sql))
            .bind(ledger.to_string())
            .bind(json(&entries)?)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Takes the name out of what commands came to that changed nothing: refusals say who decided before.
pub async fn out_of_outcomes(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), Error> {
    let sql = "SELECT command, outcome FROM outcome WHERE organisation = $1 AND revision IS NULL AND outcome LIKE $2";
    let rows = sqlx::query(sql)
        .bind(organisation.to_string())
        .bind(format!("%{person}%"))
        .fetch_all(tx.conn())
        .await?;
    for row in rows {
        let (command, text): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        let unreadable = || Error::unreadable("outcome", &command);
        let outcome: Outcome = serde_json::from_str(&text).map_err(unreadable())?;
        let outcome = nameless(&outcome, person).map_err(unreadable())?;
        sqlx::query("UPDATE outcome SET outcome = $3 WHERE organisation = $1 AND command = $2")
            .bind(organisation.to_string())
            .bind(&command)
            .bind(json(&outcome)?)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Notes for devices that a person was erased here; said once.
pub async fn note(tx: &mut Tx, organisation: OrganisationId, erased: &Erased) -> Result<(), Error> {
    let sql = "INSERT INTO erased (organisation, person, revision, memberships) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (organisation, person) DO NOTHING";
    sqlx::query(sql)
        .bind(organisation.to_string())
        .bind(erased.person.to_string())
        .bind(erased.revision.cast_signed())
        .bind(json(&erased.memberships)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Who was erased from an organisation after one revision and up to another.
pub async fn between(
    tx: &mut Tx,
    organisation: OrganisationId,
    (after, until): (u64, u64),
) -> Result<Vec<Erased>, Error> {
    let sql = "SELECT person, revision, memberships FROM erased WHERE organisation = $1 AND revision > $2 \
               AND revision <= $3 ORDER BY revision";
    let rows = sqlx::query(sql)
        .bind(organisation.to_string())
        .bind(after.cast_signed())
        .bind(until.cast_signed())
        .fetch_all(tx.conn())
        .await?;
    let erased = |row: &AnyRow| {
        let memberships: String = row.try_get("memberships")?;
        Ok(Erased {
            person: super::id(row, "person")?,
            revision: row.try_get::<i64, _>("revision")?.cast_unsigned(),
            memberships: serde_json::from_str(&memberships)
                .map_err(Error::unreadable("erased", &organisation.to_string()))?,
        })
    };
    rows.iter().map(erased).collect()
}

/// Takes away everything that is kept of a person beside organisations; their id stays, for what it signed.
pub async fn account(tx: &mut Tx, account: &Account, now: Moment) -> Result<(), Error> {
    let contacts = json(&account.contacts)?;
    let named = tx.dialect().list("$2");
    let to_them = format!("person = $1 OR contact IN ({named})");
    let of_contacts = [
        format!(
            "UPDATE letter SET contact = NULL, facts = '{{}}', reason = NULL, \
             state = CASE WHEN state = 'queued' THEN 'superseded' ELSE state END WHERE {to_them}"
        ),
        format!(
            "DELETE FROM secret WHERE kind = 'confirmation' AND subject IN \
             (SELECT id FROM sign_up WHERE id = $1 OR contact IN ({named}))"
        ),
        format!("DELETE FROM sign_up WHERE id = $1 OR contact IN ({named})"),
    ];
    for sql in of_contacts {
        sqlx::query(AssertSqlSafe(sql))
            .bind(account.person.to_string())
            .bind(&contacts)
            .execute(tx.conn())
            .await?;
    }
    resets::forget_of(tx, account.person).await?;
    for sql in [
        "DELETE FROM session WHERE person = $1",
        "DELETE FROM bell WHERE person = $1",
        "DELETE FROM mine_row WHERE person = $1",
        "DELETE FROM verified_contact WHERE person = $1",
        "DELETE FROM new_address WHERE person = $1",
        "DELETE FROM connected WHERE person = $1",
    ] {
        let query = sqlx::query(sql).bind(account.person.to_string());
        query.execute(tx.conn()).await?;
    }
    sqlx::query("UPDATE account SET name = $2, password = '', erased_at = $3 WHERE person = $1")
        .bind(account.person.to_string())
        .bind(FORMER)
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
