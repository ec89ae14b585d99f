//! Accounts, and the contacts their people have shown to be theirs.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{Account, AccountStanding, Contact, Letters, Locale, Moment, Name, PersonId};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::sign_ups::{self, SignUpRow};
use super::values::read;
use super::{Answers, Error, Script, Slot, Statement, Tx};
use crate::text::locale_from;

/// An account as somebody signs in to it.
#[derive(Debug)]
pub struct SignInRow {
    /// Whose it is.
    pub person: PersonId,
    /// The password as a PHC string; none where they come in with an account of another site alone.
    pub password: Option<String>,
    /// The language of letters and pages.
    pub locale: Locale,
}

/// The accounts of these persons, those that exist.
pub async fn accounts_of(tx: &mut Tx, persons: &[PersonId]) -> Result<Vec<Account>, Error> {
    let (asked, mut answers) = tx
        .script(|script| AccountsAsked::of(script, persons))
        .await?;
    asked.read(&mut answers)
}

/// Accounts that were asked for.
#[derive(Debug)]
pub(super) struct AccountsAsked {
    accounts: Slot,
    contacts: Slot,
}

impl AccountsAsked {
    /// Asks for the accounts of these persons.
    pub(super) fn of(script: &mut Script, persons: &[PersonId]) -> Result<Self, Error> {
        let list = script.dialect().list("$1");
        let accounts =
            format!("SELECT person, name, standing FROM account WHERE person IN ({list})");
        let contacts = format!(
            "SELECT person, contact FROM verified_contact WHERE person IN ({list}) ORDER BY person, place, contact"
        );
        Ok(Self {
            accounts: script.add(Statement::new(accounts).set(persons)?),
            contacts: script.add(Statement::new(contacts).set(persons)?),
        })
    }

    /// Those that exist.
    pub(super) fn read(self, answers: &mut Answers) -> Result<Vec<Account>, Error> {
        let contacts: Vec<(String, String)> = answers
            .take(self.contacts)
            .iter()
            .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
            .collect::<Result<_, sqlx::Error>>()?;
        let accounts = answers.take(self.accounts);
        accounts.iter().map(|row| account(row, &contacts)).collect()
    }
}

fn account(row: &AnyRow, contacts: &[(String, String)]) -> Result<Account, Error> {
    let id: String = row.try_get(0)?;
    let standing: String = row.try_get(2)?;
    let own = contacts.iter().filter(|(person, _)| *person == id);
    Ok(Account {
        person: read(&id, &id)?,
        name: read(&row.try_get::<String, _>(1)?, &id)?,
        contacts: own
            .map(|(_, contact)| read(contact, &id))
            .collect::<Result<_, _>>()?,
        standing: serde_json::from_str(&standing).map_err(Error::unreadable("account", &id))?,
    })
}

/// Asks what these persons are called.
pub fn ask_names(script: &mut Script, persons: &BTreeSet<PersonId>) -> Result<Slot, Error> {
    if persons.is_empty() {
        return Ok(None);
    }
    let list = script.dialect().list("$1");
    let sql = format!("SELECT person, name FROM account WHERE person IN ({list})");
    Ok(script.add(Statement::new(sql).set(persons)?))
}

/// What they are called.
pub fn names(rows: &[AnyRow]) -> Result<BTreeMap<PersonId, Name>, Error> {
    let pair = |row: &AnyRow| {
        let (id, name): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        Ok((read(&id, &id)?, read(&name, &id)?))
    };
    rows.iter().map(pair).collect()
}

/// One account.
pub async fn account_of(tx: &mut Tx, person: PersonId) -> Result<Option<Account>, Error> {
    Ok(accounts_of(tx, &[person]).await?.pop())
}

/// The language of a person, where one was chosen.
pub async fn locale_of(tx: &mut Tx, person: PersonId) -> Result<Option<Locale>, Error> {
    let sql = "SELECT locale FROM account WHERE person = $1";
    let row = sqlx::query(sql)
        .bind(person.to_string())
        .fetch_optional(tx.conn())
        .await?;
    let tag: Option<String> = row.map(|row| row.try_get(0)).transpose()?;
    Ok(tag.and_then(|tag| locale_from(&tag)))
}

/// Has a person be reached at this contact and no other.
#[cfg(test)]
pub async fn reached_at(tx: &mut Tx, person: PersonId, contact: &Contact) -> Result<(), Error> {
    sqlx::query("UPDATE verified_contact SET contact = $2 WHERE person = $1")
        .bind(person.to_string())
        .bind(contact.as_str())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// How a person wants letters that may wait.
pub async fn letters_of(tx: &mut Tx, person: PersonId) -> Result<Letters, Error> {
    let row = sqlx::query("SELECT letters FROM account WHERE person = $1")
        .bind(person.to_string())
        .fetch_optional(tx.conn())
        .await?;
    let key: Option<String> = row.map(|row| row.try_get(0)).transpose()?;
    Ok(key.and_then(|it| Letters::of(&it)).unwrap_or_default())
}

/// Sets how a person wants them.
pub async fn want_letters(tx: &mut Tx, person: PersonId, want: Letters) -> Result<(), Error> {
    sqlx::query("UPDATE account SET letters = $2 WHERE person = $1")
        .bind(person.to_string())
        .bind(want.key())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The account whose verified contact this is.
pub async fn by_contact(tx: &mut Tx, contact: &Contact) -> Result<Option<SignInRow>, Error> {
    let sql = "SELECT a.person, a.password, a.locale FROM verified_contact v JOIN account a ON a.person = v.person \
               WHERE v.contact = $1";
    let Some(row) = sqlx::query(sql)
        .bind(contact.as_str())
        .fetch_optional(tx.conn())
        .await?
    else {
        return Ok(None);
    };
    let id: String = row.try_get(0)?;
    let locale: String = row.try_get(2)?;
    Ok(Some(SignInRow {
        person: read(&id, &id)?,
        password: Some(row.try_get(1)?).filter(|it: &String| !it.is_empty()),
        locale: locale_from(&locale).unwrap_or(Locale::En),
    }))
}

/// Whether a person has a password.
pub async fn has_password(tx: &mut Tx, person: PersonId) -> Result<bool, Error> {
    let row = sqlx::query("SELECT person FROM account WHERE person = $1 AND password <> ''")
        .bind(person.to_string())
        .fetch_optional(tx.conn())
        .await?;
    Ok(row.is_some())
}

/// Makes an account with its first verified contact. Fails with [`Error::Taken`] when somebody has that contact.
pub async fn make(tx: &mut Tx, new: &SignUpRow, now: Moment) -> Result<(), Error> {
    let sql = "INSERT INTO account (person, name, locale, standing, password, made_at) VALUES ($1, $2, $3, $4, $5, $6)";
    sqlx::query(sql)
        .bind(new.id.to_string())
        .bind(new.name.as_str())
        .bind(new.locale.tag())
        .bind(r#"{"is":"living"}"#)
        .bind(&new.password)
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    let sql =
        "INSERT INTO verified_contact (contact, person, place, verified_at) VALUES ($1, $2, 0, $3)";
    sqlx::query(sql)
        .bind(new.contact.as_str())
        .bind(new.id.to_string())
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    sign_ups::forget_of(tx, &new.contact).await
}

/// Keeps the same password hashed anew, with stronger parameters; one that was changed meanwhile stays.
pub async fn hash_anew(tx: &mut Tx, person: PersonId, kept: &str, anew: &str) -> Result<(), Error> {
    let sql = "UPDATE account SET password = $3 WHERE person = $1 AND password = $2";
    sqlx::query(sql)
        .bind(person.to_string())
        .bind(kept)
        .bind(anew)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Keeps another password.
pub async fn set_password(tx: &mut Tx, person: PersonId, password: &str) -> Result<(), Error> {
    let sql = "UPDATE account SET password = $2 WHERE person = $1";
    sqlx::query(sql)
        .bind(person.to_string())
        .bind(password)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Sets where an account stands, and from which instant on it is gone.
pub async fn set_standing(
    tx: &mut Tx,
    person: PersonId,
    standing: AccountStanding,
) -> Result<(), Error> {
    let text = serde_json::to_string(&standing)
        .map_err(Error::unreadable("account", &person.to_string()))?;
    let ends_at = match standing {
        AccountStanding::Closing { at } => Some(at.0),
        AccountStanding::Gone => Some(i64::MIN),
        AccountStanding::Living | AccountStanding::Suspended => None,
    };
    let sql = "UPDATE account SET standing = $2, ends_at = $3 WHERE person = $1";
    sqlx::query(sql)
        .bind(person.to_string())
        .bind(text)
        .bind(ends_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Accounts that are gone or whose end had come by `until`, and that nobody has erased yet.
pub async fn ended(tx: &mut Tx, until: Moment) -> Result<Vec<PersonId>, Error> {
    let sql = "SELECT person FROM account WHERE ends_at IS NOT NULL AND ends_at <= $1 AND erased_at IS NULL ORDER BY person";
    let rows = sqlx::query(sql).bind(until.0).fetch_all(tx.conn()).await?;
    rows.iter().map(|row| super::id(row, "person")).collect()
}

/// Whether the store holds no account and no organisation.
pub async fn is_empty(tx: &mut Tx) -> Result<bool, Error> {
    let sql = "SELECT person FROM account UNION ALL SELECT id FROM ledger WHERE id <> $1 LIMIT 1";
    let operator = super::ledger::OPERATOR.to_string();
    Ok(sqlx::query(sql)
        .bind(operator)
        .fetch_optional(tx.conn())
        .await?
        .is_none())
}
