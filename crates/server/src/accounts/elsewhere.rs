//! Signing out everywhere else: every other session of the person ends at once, with its stream and its device's share of
//! the cache key (S-38, SES-3).

use super::bearer::SignedInDevice;
use crate::App;
use crate::store::{self, mine};

/// Ends every session of the person but the one that asks; how many there were.
pub async fn end(app: &App, device: &SignedInDevice) -> Result<usize, store::Error> {
    let mut tx = app.store().begin().await?;
    let here = Some(device.caller.device);
    let ended = mine::sign_out(&mut tx, device.account.person, here).await?;
    store::doorbell::announce(&mut tx, &ended.bells).await?;
    tx.commit().await?;
    app.doorbell().ring(ended.bells);
    Ok(ended.count)
}
