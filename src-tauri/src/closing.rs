//! How the program ends, and when closing its window does not end it.

use tauri::{AppHandle, CloseRequestApi, Manager, Window};

use crate::device::Device;
use crate::tray::Tray;
use crate::window;

/// Somebody closes the window: the program stays in the tray if that is set and there is one; else it ends, unless work
/// would be lost, of which the page asks.
pub(crate) fn closes(window: &Window, api: &CloseRequestApi) {
    let device = window.state::<Device>();
    let stays =
        window.state::<Tray>().is_there() && tauri::async_runtime::block_on(device.keeps_running());
    if stays {
        api.prevent_close();
        if let Err(error) = window.hide() {
            tracing::warn!(%error, "the window stays open");
        }
    } else if tauri::async_runtime::block_on(device.asks_before_closing()) {
        api.prevent_close();
    }
}

/// Ends the program, unless work would be lost: then the window comes to the front and asks.
pub(crate) fn quit(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        if app.state::<Device>().asks_before_closing().await {
            window::show(&app);
        } else {
            app.exit(0);
        }
    });
}
