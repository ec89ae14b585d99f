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
    let Execute {
        organisation,
        command,
    } = request;
    device
        .workplace()
        .await?
        .execute(organisation, command)
        .await
}
