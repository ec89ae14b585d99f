//! The desktop shell: one window over one device. No rule lives here; calls are handed on, events handed back.

mod at_login;
mod browser;
mod closing;
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
mod tray;
mod window;

use tauri::{Manager, RunEvent, WindowEvent};
use tauri_plugin_window_state::StateFlags;
use tracing_subscriber::EnvFilter;

use crate::device::Device;
use crate::ipc::act::act;
use crate::ipc::execute::execute;
use crate::ipc::query::query;
use crate::notices::Told;
use crate::tray::Tray;

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
        // Whether it was hidden is not kept: whoever starts the program wants to see it.
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(StateFlags::all() - StateFlags::VISIBLE)
                .build(),
        )
        .plugin(
            tauri_plugin_autostart::Builder::new()
                .arg(start::HIDDEN)
                .build(),
        )
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(tauri::generate_handler![execute, query, act])
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event {
                closing::closes(window, api);
            } else if let WindowEvent::Focused(true) = event {
                notices::is_in_front(window.app_handle());
            }
        })
        .setup(|app| {
            let handle = app.handle();
            app.manage(Tray::default());
            app.manage(Told::default());
            app.manage(Device::new(handle.clone(), start::folder(handle)?));
            tauri::async_runtime::block_on(app.state::<Device>().begin());
            window::open(handle, start::server().as_deref(), start::is_hidden())?;
            links::follow(handle);
            tauri::async_runtime::spawn(tray::keep(handle.clone()));
            tauri::async_runtime::spawn(tray::follow_host(handle.clone()));
            if start::is_hidden() {
                tauri::async_runtime::spawn(tray::show_without(handle.clone()));
            }
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
