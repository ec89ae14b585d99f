//! Transactions, with savepoints in them.

use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, Executor, Transaction};
use uuid::Uuid;

use super::{Dialect, Error};

/// A transaction, with the dialect its statements are written in. Dropped without `commit`, it changes nothing.
#[derive(Debug)]
pub struct Tx {
    inner: Inner,
    dialect: Dialect,
    /// Whether a savepoint is set.
    marked: bool,
}

#[derive(Debug)]
enum Inner {
    Transaction(Transaction<'static, Any>),
    /// For one statement, which is a transaction of its own.
    Glance(PoolConnection<Any>),
}

impl Tx {
    pub(super) fn new(inner: Transaction<'static, Any>, dialect: Dialect) -> Self {
        Self {
            inner: Inner::Transaction(inner),
            dialect,
            marked: false,
        }
    }

    pub(super) fn glance(connection: PoolConnection<Any>, dialect: Dialect) -> Self {
        Self {
            inner: Inner::Glance(connection),
            dialect,
            marked: false,
        }
    }

    /// The connection, for one statement.
    pub fn conn(&mut self) -> &mut AnyConnection {
        match &mut self.inner {
            Inner::Transaction(inner) => inner,
            Inner::Glance(connection) => connection,
        }
    }

    /// The dialect that statements are to be written in.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Makes everything durable.
    pub async fn commit(self) -> Result<(), Error> {
        match self.inner {
            Inner::Transaction(inner) => inner.commit().await.map_err(Error::commit),
            Inner::Glance(_) => Ok(()),
        }
    }

    /// What follows can be undone by [`Tx::roll_back`], apart from what came before; the point set before is forgotten.
    pub async fn savepoint(&mut self) -> Result<(), Error> {
        if self.marked {
            self.conn().execute("RELEASE SAVEPOINT here").await?;
        }
        self.conn().execute("SAVEPOINT here").await?;
        self.marked = true;
        Ok(())
    }

    /// Undoes everything since the last savepoint, after a statement that failed too.
    pub async fn roll_back(&mut self) -> Result<(), Error> {
        self.conn().execute("ROLLBACK TO SAVEPOINT here").await?;
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
