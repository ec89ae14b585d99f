//! New names that have not reached every organisation yet, because the server was stopped or the store was busy.

use crate::store::{self, renaming};
use crate::{App, execute};

/// Sends them on.
pub async fn round(app: &App) -> Result<(), store::Error> {
    let mut tx = app.store().snapshot().await?;
    let waiting = renaming::waiting(&mut tx).await?;
    drop(tx);
    for person in waiting {
        execute::spread_name(app, person).await?;
    }
    Ok(())
}
