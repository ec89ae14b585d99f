//! New names that have not reached every organisation yet, because the server was stopped or the store was busy.

use super::each::each;
use crate::store::{self, renaming};
use crate::{App, execute};

/// Sends them on.
pub async fn round(app: &App) -> Result<(), store::Error> {
    let mut tx = app.store().snapshot().await?;
    let waiting = renaming::waiting(&mut tx).await?;
    drop(tx);
    let failed = "a new name could not be sent on";
    each(waiting, failed, |person| async move {
        execute::spread_name(app, person).await.map(|()| 1)
    })
    .await;
    Ok(())
}
