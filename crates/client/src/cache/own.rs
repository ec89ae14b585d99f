//! What belongs to the person rather than to one organisation: own rows, the organisations known here, settings.
//! They stand in the account's file beside the outbox.

use std::sync::Arc;

use doorward_domain::{Account, Moment, OrganisationId};
use doorward_protocol::{MyKind, MyMembership, MyRecord};
use sqlx::SqliteConnection;

use super::{from_json, uuid};
use crate::error::Result;
use crate::files::{Database, Migrations, Place};

pub(crate) const MIGRATIONS: Migrations = &[
    include_str!("../../migrations/account/0001.sql"),
    include_str!("../../migrations/account/0002.sql"),
    include_str!("../../migrations/account/0003.sql"),
    include_str!("../../migrations/account/0004.sql"),
    include_str!("../../migrations/account/0005.sql"),
    include_str!("../../migrations/account/0006.sql"),
    include_str!("../../migrations/account/0007.sql"),
];

/// The name of the setting that keeps where the feed of own rows stands.
pub(super) const CURSOR: &str = "cursor";

/// The file of one account.
#[derive(Debug, Clone)]
pub(crate) struct Own {
    database: Arc<Database>,
}

/// An organisation as the list of them shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownOrganisation {
    pub(crate) id: OrganisationId,
    pub(crate) name: String,
    /// Whether this account sees nothing there any more.
    pub(crate) gone: bool,
}

impl Own {
    /// Opens the file of an account, making it if there is none.
    pub(crate) async fn open(place: &Place) -> Result<Self> {
        Ok(Self {
            database: Arc::new(Database::open(place, MIGRATIONS).await?),
        })
    }

    /// The database, which the outbox shares.
    pub(crate) fn database(&self) -> &Arc<Database> {
        &self.database
    }

    /// A setting.
    pub(crate) async fn setting(&self, name: &str) -> Result<Option<String>> {
        read_setting(&mut *self.database.read().await?, name).await
    }

    /// Writes a setting.
    pub(crate) async fn set(&self, name: &str, value: &str) -> Result<()> {
        write_setting(&mut *self.database.write().await?, name, value).await
    }

    /// An instant kept as a setting.
    pub(crate) async fn moment(&self, name: &str) -> Result<Option<Moment>> {
        Ok(self
            .setting(name)
            .await?
            .and_then(|text| text.parse().ok())
            .map(Moment))
    }

    /// Where the feed of own rows stands.
    pub(crate) async fn cursor(&self) -> Result<Option<String>> {
        self.setting(CURSOR).await
    }

    /// Forgets where the feed of own rows stands; the next pull begins anew.
    pub(crate) async fn forget_cursor(&self) -> Result<()> {
        sqlx::query("DELETE FROM setting WHERE name = ?")
            .bind(CURSOR)
            .execute(&mut *self.database.write().await?)
            .await?;
        Ok(())
    }

    /// The person's memberships, in every organisation.
    pub(crate) async fn memberships(&self) -> Result<Vec<MyMembership>> {
        let records = self.rows(MyKind::Membership).await?;
        Ok(records.into_iter().filter_map(membership).collect())
    }

    /// The account, as the feed told it last.
    pub(crate) async fn account(&self) -> Result<Option<Account>> {
        let records = self.rows(MyKind::Account).await?;
        Ok(records.into_iter().find_map(account))
    }

    async fn rows(&self, kind: MyKind) -> Result<Vec<MyRecord>> {
        let bodies: Vec<String> = sqlx::query_scalar("SELECT body FROM mine WHERE kind = ?")
            .bind(kind.key())
            .fetch_all(&mut *self.database.read().await?)
            .await?;
        bodies.iter().map(|body| from_json(body)).collect()
    }

    /// The organisations known here.
    pub(crate) async fn organisations(&self) -> Result<Vec<KnownOrganisation>> {
        let sql = "SELECT id, name, gone FROM organisation ORDER BY name, id";
        let rows: Vec<(Vec<u8>, String, bool)> = sqlx::query_as(sql)
            .fetch_all(&mut *self.database.read().await?)
            .await?;
        let known = |(id, name, gone): (Vec<u8>, String, bool)| KnownOrganisation {
            id: OrganisationId(uuid(&id)),
            name,
            gone,
        };
        Ok(rows.into_iter().map(known).collect())
    }

    /// Notes an organisation; an empty name leaves the one that is known.
    pub(crate) async fn know(&self, known: &KnownOrganisation) -> Result<()> {
        let sql = "INSERT INTO organisation (id, name, gone) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET \
                   name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END, gone = excluded.gone";
        sqlx::query(sql)
            .bind(known.id.0.as_bytes().to_vec())
            .bind(&known.name)
            .bind(known.gone)
            .execute(&mut *self.database.write().await?)
            .await?;
        Ok(())
    }

    /// Closes the file, for the outbox too.
    pub(crate) async fn close(&self) -> Result<()> {
        self.database.close().await
    }
}

pub(super) async fn read_setting(
    connection: &mut SqliteConnection,
    name: &str,
) -> Result<Option<String>> {
    Ok(
        sqlx::query_scalar("SELECT value FROM setting WHERE name = ?")
            .bind(name)
            .fetch_optional(connection)
            .await?,
    )
}

pub(super) async fn write_setting(
    connection: &mut SqliteConnection,
    name: &str,
    value: &str,
) -> Result<()> {
    sqlx::query("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)")
        .bind(name)
        .bind(value)
        .execute(connection)
        .await?;
    Ok(())
}

fn membership(record: MyRecord) -> Option<MyMembership> {
    match record {
        MyRecord::Membership(it) => Some(*it),
        MyRecord::Account(_)
        | MyRecord::Invitation(_)
        | MyRecord::Device(_)
        | MyRecord::Notice(_) => None,
    }
}

fn account(record: MyRecord) -> Option<Account> {
    match record {
        MyRecord::Account(it) => Some(it),
        MyRecord::Membership(_)
        | MyRecord::Invitation(_)
        | MyRecord::Device(_)
        | MyRecord::Notice(_) => None,
    }
}
