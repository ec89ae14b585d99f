//! New addresses that have not reached every organisation yet, because the server was stopped or the store was busy.

use crate::store::{self, addresses};
use crate::{App, execute};

/// Sends them on.
pub async fn round(app: &App) -> Result<(), store::Error> {
    let mut tx = app.store().snapshot().await?;
    let waiting = addresses::waiting(&mut tx).await?;
    drop(tx);
    for person in waiting {
        execute::spread_address(app, person).await?;
    }
    Ok(())
}
