//! Any write.

use doorward_client::{Execute, Executed, Failure};
use tauri::State;

use crate::device::Device;

/// Gives a command.
#[tauri::command]
pub(crate) async fn execute(
    device: State<'_, Device>,
    request: Execute,
) -> Result<Executed, Failure> {
    let (organisation, commands) = request.commands();
    device
        .workplace()
        .await?
        .execute_all(organisation, commands)
        .await
}
