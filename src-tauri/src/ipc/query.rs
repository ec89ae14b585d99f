//! Reads: one view each.

use doorward_client::{Answer, Failure, Query};
use tauri::State;

use crate::device::Device;

/// Reads one view.
#[tauri::command]
pub(crate) async fn query(device: State<'_, Device>, request: Query) -> Result<Answer, Failure> {
    device.workplace().await?.query(request).await
}
