//! Jobs: what runs beside the requests for as long as the server does.

use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};

use crate::{App, anchor, letters, store};

/// How often the heads of the history chains are written outside the database (AUD-2).
const ANCHORING: Duration = Duration::from_mins(5);

/// Runs every job until the program ends.
pub async fn run(app: &App) {
    tokio::join!(
        store::doorbell::listen(app.store(), app.doorbell()),
        anchor_heads(app),
        letters::run(app)
    );
}

async fn anchor_heads(app: &App) {
    let mut ticks = interval(ANCHORING);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = app.anchoring().notified() => {}
        }
        if let Err(error) = anchor::anchor(app).await {
            tracing::warn!(%error, "the heads of the history could not be anchored");
        }
    }
}
