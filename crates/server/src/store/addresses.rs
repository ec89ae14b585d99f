//! New addresses that people want for their accounts: one at a time for a person, until a code has shown that it is theirs
//! and every organisation has heard of it.

use doorward_domain::{Contact, Moment, PersonId};
use sqlx::Row;
use sqlx::any::AnyRow;
use uuid::Uuid;

use super::values::read;
use super::{Error, Tx};

/// A new address that somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressRow {
    /// Its id, which the code is made from.
    pub id: Uuid,
    /// Whose account it is for.
    pub person: PersonId,
    /// The address.
    pub contact: Contact,
    /// The first instant at which its code no longer works.
    pub expires_at: Moment,
    /// The address that it took the place of, until every organisation has heard of it.
    pub before: Option<Contact>,
}

const READ: &str = "SELECT id, person, contact, expires_at, before FROM new_address";

/// Keeps an address that somebody wants in the place of the one they wanted before, whose code dies.
pub async fn keep(tx: &mut Tx, new: &AddressRow) -> Result<(), Error> {
    let sql = "INSERT INTO new_address (person, id, contact, tries, expires_at) VALUES ($1, $2, $3, 0, $4) \
               ON CONFLICT (person) DO UPDATE SET id = excluded.id, contact = excluded.contact, tries = 0, \
               expires_at = excluded.expires_at WHERE new_address.before IS NULL";
    sqlx::query(sql)
        .bind(new.person.to_string())
        .bind(new.id.to_string())
        .bind(new.contact.as_str())
        .bind(new.expires_at.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What a person wants, while its code works.
pub async fn wanted(
    tx: &mut Tx,
    person: PersonId,
    now: Moment,
) -> Result<Option<AddressRow>, Error> {
    let found = of(tx, person).await?;
    Ok(found.filter(|it| it.before.is_none() && !now.is_past(it.expires_at)))
}

/// The address of a person that not every organisation has heard of, with the one before it.
pub async fn unspread(tx: &mut Tx, person: PersonId) -> Result<Option<AddressRow>, Error> {
    Ok(of(tx, person).await?.filter(|it| it.before.is_some()))
}

async fn of(tx: &mut Tx, person: PersonId) -> Result<Option<AddressRow>, Error> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{READ} WHERE person = $1")))
        .bind(person.to_string())
        .fetch_optional(tx.conn())
        .await?;
    row.as_ref().map(address).transpose()
}

/// Whether a code works still.
pub async fn lives(tx: &mut Tx, id: Uuid, now: Moment) -> Result<bool, Error> {
    let sql = "SELECT person FROM new_address WHERE id = $1 AND expires_at > $2 AND before IS NULL";
    let row = sqlx::query(sql)
        .bind(id.to_string())
        .bind(now.0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(row.is_some())
}

/// Counts a try of the code, and answers what it is for and whether the code was ever sent; none where its time is over, or it
/// was tried `most` times before.
pub async fn try_code(
    tx: &mut Tx,
    person: PersonId,
    most: u32,
    now: Moment,
) -> Result<Option<(AddressRow, bool)>, Error> {
    let sql = "UPDATE new_address SET tries = tries + 1 WHERE person = $1 AND tries < $2 AND expires_at > $3 \
               AND before IS NULL RETURNING id, person, contact, expires_at, before";
    let row = sqlx::query(sql)
        .bind(person.to_string())
        .bind(i64::from(most))
        .bind(now.0)
        .fetch_optional(tx.conn())
        .await?;
    let Some(new) = row.as_ref().map(address).transpose()? else {
        return Ok(None);
    };
    let sent = sqlx::query("SELECT id FROM letter WHERE subject = $1 AND kind = 'new_address'")
        .bind(new.id.to_string())
        .fetch_optional(tx.conn())
        .await?;
    Ok(Some((new, sent.is_some())))
}

/// Takes the address into the account, in the place of `before` where there is one: to be spread then, else nothing is left
/// to do. Answers whether it was wanted still. Fails with [`Error::Taken`] when somebody has it.
pub async fn take(
    tx: &mut Tx,
    new: &AddressRow,
    before: Option<&Contact>,
    now: Moment,
) -> Result<bool, Error> {
    let sql = match before {
        Some(_) => {
            "UPDATE new_address SET before = $3 WHERE id = $1 AND person = $2 AND before IS NULL RETURNING id"
        }
        None => "DELETE FROM new_address WHERE id = $1 AND person = $2 AND $3 IS NULL RETURNING id",
    };
    let wanted = sqlx::query(sql)
        .bind(new.id.to_string())
        .bind(new.person.to_string())
        .bind(before.map(Contact::as_str))
        .fetch_optional(tx.conn())
        .await?;
    if wanted.is_none() {
        return Ok(false);
    }
    let sql = match before {
        Some(_) => {
            "UPDATE verified_contact SET contact = $2, verified_at = $3 WHERE person = $1 AND contact = $4"
        }
        None => {
            "INSERT INTO verified_contact (contact, person, place, verified_at) SELECT $2, $1, count(*), $3 \
             FROM verified_contact WHERE person = $1 AND contact <> coalesce($4, '')"
        }
    };
    sqlx::query(sql)
        .bind(new.person.to_string())
        .bind(new.contact.as_str())
        .bind(now.0)
        .bind(before.map(Contact::as_str))
        .execute(tx.conn())
        .await?;
    super::sign_ups::forget_of(tx, &new.contact).await?;
    Ok(true)
}

/// Takes a contact out of an account that keeps another one, to be spread then. Answers whether that could be done now.
pub async fn remove(tx: &mut Tx, gone: &AddressRow, contact: &Contact) -> Result<bool, Error> {
    let sql = "INSERT INTO new_address (person, id, contact, tries, expires_at, before) VALUES ($1, $2, $3, 0, $4, $5) \
               ON CONFLICT (person) DO UPDATE SET id = excluded.id, contact = excluded.contact, tries = 0, \
               expires_at = excluded.expires_at, before = excluded.before WHERE new_address.before IS NULL RETURNING id";
    let noted = sqlx::query(sql)
        .bind(gone.person.to_string())
        .bind(gone.id.to_string())
        .bind(gone.contact.as_str())
        .bind(gone.expires_at.0)
        .bind(contact.as_str())
        .fetch_optional(tx.conn())
        .await?;
    let sql = "DELETE FROM verified_contact WHERE person = $1 AND contact = $2 RETURNING contact";
    let removed = sqlx::query(sql)
        .bind(gone.person.to_string())
        .bind(contact.as_str())
        .fetch_optional(tx.conn())
        .await?;
    // Nothing of it counts where one of the two could not be done: the caller lets go of the transaction.
    if noted.is_none() || removed.is_none() {
        return Ok(false);
    }
    let sql = "UPDATE verified_contact SET place = 0 WHERE person = $1 AND contact = $2";
    sqlx::query(sql)
        .bind(gone.person.to_string())
        .bind(gone.contact.as_str())
        .execute(tx.conn())
        .await?;
    Ok(true)
}

/// People whose new address not every organisation has heard of.
pub async fn waiting(tx: &mut Tx) -> Result<Vec<PersonId>, Error> {
    let sql = "SELECT person FROM new_address WHERE before IS NOT NULL ORDER BY person";
    let rows = sqlx::query(sql).fetch_all(tx.conn()).await?;
    rows.iter().map(|row| super::id(row, "person")).collect()
}

/// Every organisation has heard of it.
pub async fn settled(tx: &mut Tx, id: Uuid) -> Result<(), Error> {
    sqlx::query("DELETE FROM new_address WHERE id = $1")
        .bind(id.to_string())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Forgets those whose code was never typed.
pub async fn forget(tx: &mut Tx, now: Moment) -> Result<(), Error> {
    sqlx::query("DELETE FROM new_address WHERE expires_at <= $1 AND before IS NULL")
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn address(row: &AnyRow) -> Result<AddressRow, Error> {
    let id: String = row.try_get(0)?;
    let contact = |text: &str| read::<Contact>(text, &id);
    Ok(AddressRow {
        person: super::id(row, "person")?,
        contact: contact(&row.try_get::<String, _>(2)?)?,
        expires_at: Moment(row.try_get(3)?),
        before: row
            .try_get::<Option<String>, _>(4)?
            .map(|it| contact(&it))
            .transpose()?,
        id: super::id(row, "id")?,
    })
}
