//! The one window, and where it may go: nowhere but the app's own page.

use std::time::Duration;

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindowBuilder};

/// The label that the capability names.
pub(crate) const MAIN: &str = "main";

/// How long a window takes to come back to the screen.
const ON_SCREEN: Duration = Duration::from_millis(150);

/// Opens the window. `server` is proposed to somebody who is not signed in.
pub(crate) fn open(app: &AppHandle, server: Option<&str>, hidden: bool) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App(page(server).into()))
        .title("Doorward")
        .visible(!hidden)
        .inner_size(1360.0, 860.0)
        .min_inner_size(960.0, 640.0)
        .zoom_hotkeys_enabled(true)
        // A file that is dropped goes to the page, as in a browser.
        .disable_drag_drop_handler()
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// Shows the window again, where it is hidden.
pub(crate) fn show_if_hidden(app: &AppHandle) {
    let window = app.get_webview_window(MAIN);
    if window.is_some_and(|window| !window.is_visible().unwrap_or(true)) {
        show(app);
    }
}

/// Brings the window to the front, when Doorward is started a second time.
pub(crate) fn show(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else {
        return;
    };
    let was_hidden = !window.is_visible().unwrap_or(true);
    for result in [window.unminimize(), window.show(), window.set_focus()] {
        if let Err(error) = result {
            tracing::warn!(%error, "cannot bring the window to the front");
        }
    }
    if was_hidden {
        // What is not on the screen yet takes no keyboard.
        tauri::async_runtime::spawn(async move {
            tokio::time::sleep(ON_SCREEN).await;
            if let Err(error) = window.set_focus() {
                tracing::warn!(%error, "the window has no keyboard");
            }
        });
    }
}

fn page(server: Option<&str>) -> String {
    let Some(server) = server else {
        return "index.html".into();
    };
    let Ok(mut url) = Url::parse("tauri://localhost/index.html") else {
        return "index.html".into();
    };
    url.query_pairs_mut().append_pair("server", server);
    format!("index.html?{}", url.query().unwrap_or_default())
}

/// Whether an address is the app's own page or the frame that looks at its messages.
fn is_own(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    match url.scheme() {
        "tauri" => host == "localhost",
        // Windows knows no schemes of one's own; the names below `localhost` are answered on this computer alone.
        "http" | "https" if cfg!(windows) => {
            host.strip_suffix(".localhost").is_some_and(is_own_scheme)
        }
        "http" if tauri::is_dev() => host == "localhost" && url.port() == Some(5173),
        scheme => is_frame(scheme) && host == "localhost",
    }
}

fn is_own_scheme(name: &str) -> bool {
    name == "tauri" || is_frame(name)
}

/// The frame's scheme ends in an id that is new at every start.
fn is_frame(scheme: &str) -> bool {
    scheme
        .strip_prefix("isolation-")
        .is_some_and(|id| id.chars().all(|c| c.is_ascii_hexdigit() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::{is_own, page};

    #[test]
    fn the_window_leaves_the_app_for_nothing_s_58() -> Result<(), Box<dyn std::error::Error>> {
        let foreign = [
            "https://evil.example/",
            "http://evil.example/",
            "http://localhost/",
            "https://tauri.localhost.evil.example/",
            "http://tauri.evil.example/",
            "tauri://evil.example/",
            "isolation-x.evil://localhost/",
            "isolation-0f://evil.example/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,<p>",
            "blob:tauri://localhost/1",
            "doorward://join/x",
        ];
        for address in foreign {
            assert!(!is_own(&address.parse()?), "{address} is not the app");
        }
        assert!(
            is_own(&"tauri://localhost/index.html#/offline".parse()?),
            "the app's own page"
        );
        assert!(
            is_own(&"isolation-0f3a-11://localhost/".parse()?),
            "the frame that looks at messages"
        );
        Ok(())
    }

    #[test]
    fn a_proposed_server_cannot_change_the_page() {
        assert_eq!(page(None), "index.html");
        assert_eq!(
            page(Some("http://127.0.0.1:1/#/a?b&c")),
            "index.html?server=http%3A%2F%2F127.0.0.1%3A1%2F%23%2Fa%3Fb%26c"
        );
    }
}
