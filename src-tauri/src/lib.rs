//! The desktop shell: one window over one device. No rule lives here; calls are handed on, events handed back.

mod browser;
mod credentials;
mod device;
#[cfg(target_os = "linux")]
mod drawing;
mod events;
mod here;
mod ipc;
mod links;
mod news;
mod notices;
mod patience;
mod quiet;
mod start;
mod window;

use tauri::{Manager, RunEvent, WindowEvent};
use tracing_subscriber::EnvFilter;

use crate::device::Device;
use crate::ipc::act::act;
use crate::ipc::execute::execute;
use crate::ipc::query::query;

/// Opens the window and runs until it is closed.
pub fn run() -> tauri::Result<()> {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,doorward=info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    #[cfg(target_os = "linux")]
    drawing::restart_if_needed();
    tauri::Builder::default()
        // First, so that a second start ends before it touches anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::show(app);
        }))
        // Links reach it before a second start ends.
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(tauri::generate_handler![execute, query, act])
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event
                && tauri::async_runtime::block_on(window.state::<Device>().asks_before_closing())
            {
                api.prevent_close();
            }
        })
        .setup(|app| {
            let handle = app.handle();
            app.manage(Device::new(handle.clone(), start::folder(handle)?));
            tauri::async_runtime::block_on(app.state::<Device>().begin());
            window::open(handle, start::server().as_deref())?;
            links::follow(handle);
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if let RunEvent::Exit = event {
                tauri::async_runtime::block_on(app.state::<Device>().close());
            }
        });
    Ok(())
}
