//! Jobs: what runs beside the requests for as long as the server does.

use crate::App;

/// Runs every job until the program ends.
pub async fn run(app: &App) {
    crate::store::doorbell::listen(app.store(), app.doorbell()).await;
}
