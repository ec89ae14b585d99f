//! The doorbell of PostgreSQL: rings travel with the transactions that cause them.

use std::time::Duration;

use sqlx::postgres::PgListener;

use super::{Dialect, Error, Store, Tx};
use crate::doorbell::{Bell, Doorbell};

const CHANNEL: &str = "doorward";
/// How long a listener that lost its database waits before it tries again.
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

/// Passes on what other processes ring, until the program ends; within one process there is nothing to do.
pub async fn listen(store: &Store, doorbell: &Doorbell) {
    if store.dialect() == Dialect::Sqlite {
        return std::future::pending().await;
    }
    loop {
        if let Err(error) = pass_on(store, doorbell).await {
            tracing::warn!(%error, "the doorbell's connection was lost");
        }
        tokio::time::sleep(BREATH).await;
    }
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
