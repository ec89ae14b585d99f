//! Links `doorward://…` that other programs hand over. They may come from anybody: the device looks at them and asks the
//! person (DSK-5).

use tauri::{AppHandle, Manager};
use tauri_plugin_deep_link::DeepLinkExt;

use crate::device::Device;
use crate::window;

/// Hands on the link that the program was started with, and those that come later.
pub(crate) fn follow(app: &AppHandle) {
    let links = app.deep_link();
    // An AppImage is installed by nobody: it says itself what it opens.
    #[cfg(target_os = "linux")]
    if app.env().appimage.is_some()
        && let Err(error) = links.register_all()
    {
        tracing::warn!(%error, "links cannot be opened with this program");
    }
    match links.get_current() {
        Ok(begun) => begun
            .into_iter()
            .flatten()
            .for_each(|link| hand_on(app, link.into())),
        Err(error) => tracing::warn!(%error, "the link at the start cannot be read"),
    }
    let handle = app.clone();
    links.on_open_url(move |event| {
        window::show(&handle);
        for link in event.urls() {
            hand_on(&handle, link.into());
        }
    });
}

fn hand_on(app: &AppHandle, link: String) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        match app.state::<Device>().workplace().await {
            Ok(workplace) => workplace.hear_link(&link),
            Err(failure) => tracing::warn!(%failure, "a link came before the device opened"),
        }
    });
}
