//! The bare window that the application's is measured beside: the same settings, and a page that filters people in script
//! and scrolls a list that stands still.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
                .title("Bare")
                .inner_size(1360.0, 860.0)
                .min_inner_size(960.0, 640.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("bench/bare/tauri.conf.json"))
}
