//! The doorbell of PostgreSQL: rings travel with the transactions that cause them. SQLite has none: there one process
//! serves, and what the operator does beside it is seen in the operator's history.

use std::time::Duration;

use sqlx::postgres::PgListener;

use super::ledger::{self, OPERATOR};
use super::{Dialect, Error, Store, Tx};
use crate::doorbell::{Bell, Doorbell};

const CHANNEL: &str = "doorward";
/// How long a listener that lost its database waits before it tries again, and between two looks.
const BREATH: Duration = Duration::from_millis(500);

/// Rings with the transaction: heard by every process when it commits, and never when it does not.
pub async fn announce(tx: &mut Tx, bells: &[Bell]) -> Result<(), Error> {
    if tx.dialect() == Dialect::Postgres && !bells.is_empty() {
        let list = serde_json::to_string(bells).map_err(Error::unreadable("bell", ""))?;
        let ring = "SELECT pg_notify($1, bell) FROM jsonb_array_elements(CAST($2 AS jsonb)) AS rung(bell_json), \
                    LATERAL (SELECT CAST(bell_json AS text)) AS told(bell)";
        sqlx::query(ring)
            .bind(CHANNEL)
            .bind(list)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Passes on what other processes ring, until the program ends.
pub async fn listen(store: &Store, doorbell: &Doorbell) {
    if store.dialect() == Dialect::Sqlite {
        return watch(store, doorbell).await;
    }
    loop {
        if let Err(error) = pass_on(store, doorbell).await {
            tracing::warn!(%error, "the doorbell's connection was lost");
        }
        tokio::time::sleep(BREATH).await;
    }
}

/// Looks whether the operator has done something, which is a program of its own over the same file.
async fn watch(store: &Store, doorbell: &Doorbell) {
    let mut seen = None;
    loop {
        match done(store).await {
            Ok(now) => {
                if seen.is_some_and(|seen| seen != now) {
                    doorbell.heard(Bell::Operator);
                }
                seen = Some(now);
            }
            Err(error) => tracing::warn!(%error, "the operator's history could not be read"),
        }
        tokio::time::sleep(BREATH).await;
    }
}

/// How much the operator has done.
async fn done(store: &Store) -> Result<u64, Error> {
    let found = ledger::ledger(&mut store.glance().await?, OPERATOR).await?;
    Ok(found.map_or(0, |it| it.entries))
}

async fn pass_on(store: &Store, doorbell: &Doorbell) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect(store.address()).await?;
    listener.listen(CHANNEL).await?;
    loop {
        let told = listener.recv().await?;
        match serde_json::from_str(told.payload()) {
            Ok(bell) => doorbell.heard(bell),
            Err(error) => tracing::warn!(%error, "a ring that cannot be read"),
        }
    }
}
