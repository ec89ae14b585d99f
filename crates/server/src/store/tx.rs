//! Transactions, with savepoints in them.

use sqlx::{Any, AnyConnection, Executor, Transaction};
use uuid::Uuid;

use super::{Dialect, Error};

/// A transaction, with the dialect its statements are written in. Dropped without `commit`, it changes nothing.
#[derive(Debug)]
pub struct Tx {
    inner: Transaction<'static, Any>,
    dialect: Dialect,
    /// Whether a savepoint is set.
    marked: bool,
}

impl Tx {
    pub(super) fn new(inner: Transaction<'static, Any>, dialect: Dialect) -> Self {
        Self {
            inner,
            dialect,
            marked: false,
        }
    }

    /// The connection, for one statement.
    pub fn conn(&mut self) -> &mut AnyConnection {
        &mut self.inner
    }

    /// The dialect that statements are to be written in.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Makes everything durable.
    pub async fn commit(self) -> Result<(), Error> {
        self.inner.commit().await.map_err(Error::commit)
    }

    /// What follows can be undone by [`Tx::roll_back`], apart from what came before; the point set before is forgotten.
    pub async fn savepoint(&mut self) -> Result<(), Error> {
        if self.marked {
            self.inner.execute("RELEASE SAVEPOINT here").await?;
        }
        self.inner.execute("SAVEPOINT here").await?;
        self.marked = true;
        Ok(())
    }

    /// Undoes everything since the last savepoint, after a statement that failed too.
    pub async fn roll_back(&mut self) -> Result<(), Error> {
        self.inner.execute("ROLLBACK TO SAVEPOINT here").await?;
        Ok(())
    }
}

/// Reads one row, to see whether the store answers.
pub async fn ping(tx: &mut Tx) -> Result<(), Error> {
    sqlx::query("SELECT revision FROM ledger WHERE id = $1")
        .bind(Uuid::nil().to_string())
        .fetch_one(tx.conn())
        .await?;
    Ok(())
}
