//! Signing out everywhere else: every other session of the person ends at once, with its stream and its device's share of
//! the cache key (S-38, SES-3).

use super::bearer::SignedInDevice;
use crate::App;
use crate::doorbell::Bell;
use crate::store::{self, mine, resets};

/// Ends every session of the person but the one that asks; how many there were.
pub async fn end(app: &App, device: &SignedInDevice) -> Result<usize, store::Error> {
    let mut tx = app.store().begin().await?;
    let here = Some(device.caller.device);
    let ended = resets::end_sessions(&mut tx, device.account.person, here).await?;
    let mut bells = mine::note(&mut tx, mine::of_devices(&ended, true)).await?;
    bells.push(Bell::Sessions);
    store::doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(ended.len())
}
