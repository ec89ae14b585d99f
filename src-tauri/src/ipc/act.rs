//! What is no command of the rules: signing in and out, undoing, sending now.

use doorward_client::{Act, Failure};
use tauri::State;

use crate::device::Device;

/// Does one such thing.
#[tauri::command]
pub(crate) async fn act(device: State<'_, Device>, request: Act) -> Result<(), Failure> {
    device.workplace().await?.act(request).await
}
