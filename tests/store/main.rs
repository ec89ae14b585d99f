//! The store's conformance suite: every test runs on SQLite and on PostgreSQL.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up has failed"
)]

mod allowed;
mod asked;
mod chains;
mod copy;
mod decided;
mod doors;
mod feed;
mod granting;
mod handed;
mod history;
mod house;
mod hung_up;
mod imported;
mod inviting;
mod jobs;
mod kept;
mod last_owner;
mod lookups;
mod matrix;
mod named;
mod net;
mod noted;
mod operator;
mod own;
mod own_copy;
mod parting;
mod places;
mod push;
mod races;
mod regenerated;
mod secrets;
mod sites;
mod stolen;
mod tampering;
mod told;
mod unsaid;
mod views;

/// Runs each test once on either engine, each time in an empty store of its own.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() -> anyhow::Result<()> {
                super::$name(&$crate::house::House::on_sqlite().await?).await
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() -> anyhow::Result<()> {
                super::$name(&$crate::house::House::on_postgres().await?).await
            })*
        }
    };
}
