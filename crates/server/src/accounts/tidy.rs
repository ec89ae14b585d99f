//! Forgetting: sessions and sign-ups that are over, attempts long past, letters settled a month ago (DESIGN 5), and what
//! was told a season ago.

use crate::App;
use crate::store::{self, accounts, attempts, doorbell, letters, mine, resets, sessions};

/// How long attempts are kept, in milliseconds.
const ATTEMPTS: i64 = 2 * 24 * 60 * 60 * 1000;
/// How long entries of the bell are kept, in milliseconds.
const NOTICES: i64 = 90 * 24 * 60 * 60 * 1000;
/// How long settled letters are kept, in milliseconds.
const LETTERS: i64 = 30 * 24 * 60 * 60 * 1000;

/// Forgets what no longer counts.
pub async fn tidy(app: &App) -> Result<(), store::Error> {
    let now = app.now();
    let mut tx = app.store().begin().await?;
    let ended = sessions::forget(&mut tx, now).await?;
    let mut gone = mine::of_devices(&ended, true);
    gone.extend(mine::forget_before(&mut tx, now.plus_millis(-NOTICES)).await?);
    let bells = mine::note(&mut tx, gone).await?;
    doorbell::announce(&mut tx, &bells).await?;
    accounts::forget_sign_ups(&mut tx, now).await?;
    resets::forget(&mut tx, now).await?;
    attempts::forget_before(&mut tx, now.plus_millis(-ATTEMPTS)).await?;
    letters::forget_before(&mut tx, now.plus_millis(-LETTERS)).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}
