//! Forgetting: sessions and sign-ups that are over, attempts long past, letters settled a month ago (DESIGN 5).

use crate::App;
use crate::store::{self, accounts, attempts, letters, sessions};

/// How long attempts are kept, in milliseconds.
const ATTEMPTS: i64 = 2 * 24 * 60 * 60 * 1000;
/// How long settled letters are kept, in milliseconds.
const LETTERS: i64 = 30 * 24 * 60 * 60 * 1000;

/// Forgets what no longer counts.
pub async fn tidy(app: &App) -> Result<(), store::Error> {
    let now = app.now();
    let mut tx = app.store().begin().await?;
    sessions::forget(&mut tx, now).await?;
    accounts::forget_sign_ups(&mut tx, now).await?;
    attempts::forget_before(&mut tx, now.plus_millis(-ATTEMPTS)).await?;
    letters::forget_before(&mut tx, now.plus_millis(-LETTERS)).await?;
    tx.commit().await
}
