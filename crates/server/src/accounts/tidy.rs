//! Forgetting: sessions and sign-ups that are over, attempts long past, letters settled a month ago (DESIGN 5), and what
//! was told a season ago.

use crate::App;
use crate::store::{
    self, addresses, attempts, denied, doorbell, history, invited, letters, mine, outcomes, resets,
    sessions, sign_ups,
};

/// How long attempts are kept, in milliseconds.
const ATTEMPTS: i64 = 2 * 24 * 60 * 60 * 1000;
/// How long entries of the bell are kept, in milliseconds.
const NOTICES: i64 = 90 * 24 * 60 * 60 * 1000;
/// How long denied attempts, and outcomes that came to nothing of devices that are gone, are kept, in milliseconds.
const ATTEMPTED: i64 = 90 * 24 * 60 * 60 * 1000;
/// How long it is known from where requests came, in milliseconds (DESIGN 5).
const ADDRESSES: i64 = 30 * 24 * 60 * 60 * 1000;
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
    sign_ups::forget(&mut tx, now).await?;
    addresses::forget(&mut tx, now).await?;
    resets::forget(&mut tx, now).await?;
    attempts::forget_before(&mut tx, now.plus_millis(-ATTEMPTS)).await?;
    denied::forget_before(&mut tx, now.plus_millis(-ATTEMPTED)).await?;
    outcomes::forget_before(&mut tx, now.plus_millis(-ATTEMPTED)).await?;
    history::forget_addresses_before(&mut tx, now.plus_millis(-ADDRESSES)).await?;
    letters::forget_before(&mut tx, now.plus_millis(-LETTERS)).await?;
    invited::forget_before(&mut tx, now.day()).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}
