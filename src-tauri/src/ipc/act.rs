//! What is no command of the rules: signing in and out, undoing, sending now.

use doorward_client::{Act, Failure};
use tauri::{AppHandle, State};

use crate::device::Device;

/// Does one such thing; the program ends once the device is closed.
#[tauri::command]
pub(crate) async fn act(
    app: AppHandle,
    device: State<'_, Device>,
    request: Act,
) -> Result<(), Failure> {
    let closes = request == Act::Close;
    let done = device.workplace().await?.act(request).await;
    if closes {
        // Whoever chose to close is not kept by a file that does not close in order.
        app.exit(0);
    }
    done
}
