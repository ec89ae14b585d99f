//! Tells the page which views changed; it asks for them again.

use doorward_client::Changed;
use doorward_client::contract::ViewName;
use tauri::{AppHandle, Emitter};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::window::MAIN;

/// Hands every change on until the device closes.
pub(crate) async fn forward(app: AppHandle, mut changes: Receiver<Changed>) {
    loop {
        let news = match changes.recv().await {
            Ok(news) => news,
            // Somebody who missed some asks for everything.
            Err(RecvError::Lagged(_)) => everything(),
            Err(RecvError::Closed) => return,
        };
        if let Err(error) = app.emit_to(MAIN, "changed", news) {
            tracing::warn!(%error, "the page does not hear");
        }
    }
}

fn everything() -> Changed {
    Changed {
        views: ViewName::EVERYTHING.to_vec(),
    }
}
