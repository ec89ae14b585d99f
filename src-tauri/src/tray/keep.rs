//! Drawing the tray: one task alone touches it, so that nothing is drawn in the wrong order.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use doorward_client::Workplace;
use doorward_client::contract::ViewName;
use tauri::menu::{CheckMenuItem, Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager, Wry};
use tokio::sync::broadcast::error::RecvError;

use super::chosen::{follow, id_of, open};
use super::items::{Item, Shown};
use super::picture::picture;
use super::state::Tray;

/// After this long it is looked again where time alone changes something: what a timer counts stands still while the
/// computer sleeps.
const LATEST: Duration = Duration::from_mins(1);
/// Between two drawings at least.
const CALM: Duration = Duration::from_millis(250);

/// Follows what is seen of the work, until the device closes.
pub(crate) async fn follow_work(app: AppHandle, workplace: Arc<Workplace>) {
    let mut changes = workplace.subscribe();
    loop {
        let glance = workplace.glance().await;
        let mut due = pin!(wakes(glance.wakes_in_ms));
        app.state::<Tray>().see(glance);
        tokio::time::sleep(CALM).await;
        loop {
            let told = tokio::select! {
                told = changes.recv() => told,
                () = &mut due => break,
            };
            match told {
                Ok(told) if !told.views.iter().copied().any(is_watched) => {}
                Ok(_) | Err(RecvError::Lagged(_)) => break,
                Err(RecvError::Closed) => return,
            }
        }
    }
}

/// Waits until time alone may have changed what is seen, if it does.
async fn wakes(in_ms: Option<u64>) {
    match in_ms {
        Some(ms) => tokio::time::sleep(Duration::from_millis(ms).min(LATEST)).await,
        None => std::future::pending().await,
    }
}

fn is_watched(view: ViewName) -> bool {
    matches!(
        view,
        ViewName::Session | ViewName::Requests | ViewName::Import | ViewName::Settings
    )
}

/// Draws the tray whenever something about it changes, until the program ends.
pub(crate) async fn keep(app: AppHandle) {
    let tray = app.state::<Tray>();
    let mut drawn: Option<(TrayIcon, Shown)> = None;
    let mut has_failed = false;
    loop {
        tray.changed.notified().await;
        if !tray.is_hosted() {
            continue;
        }
        let shown = Shown::of(&tray.seen(), tray.is_paused());
        let done = match drawn.take() {
            Some((icon, before)) if before == shown => Ok(icon),
            Some((icon, before)) => redraw(&app, &icon, &before, &shown).map(|()| icon),
            None => draw(&app, &shown),
        };
        tray.stands(done.is_ok());
        match done {
            Ok(icon) => drawn = Some((icon, shown)),
            Err(error) if !has_failed => {
                has_failed = true;
                tracing::warn!(%error, "the tray shows nothing");
            }
            Err(_) => {}
        }
    }
}

fn draw(app: &AppHandle, shown: &Shown) -> tauri::Result<TrayIcon> {
    TrayIconBuilder::with_id("doorward")
        .icon(picture(shown.count))
        .icon_as_template(true)
        .title(title())
        .tooltip(&shown.line)
        .menu(&menu(app, &shown.items)?)
        .show_menu_on_left_click(cfg!(target_os = "macos"))
        .on_menu_event(|app, event| follow(app, event.id().as_ref()))
        .on_tray_icon_event(|icon, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
                && !cfg!(target_os = "macos")
            {
                open(icon.app_handle());
            }
        })
        .build(app)
}

/// What it is called: on macOS that would stand beside the picture.
const fn title() -> &'static str {
    if cfg!(target_os = "macos") {
        ""
    } else {
        "Doorward"
    }
}

fn redraw(app: &AppHandle, icon: &TrayIcon, before: &Shown, shown: &Shown) -> tauri::Result<()> {
    if before.count != shown.count {
        icon.set_icon_with_as_template(Some(picture(shown.count)), true)?;
    }
    icon.set_tooltip(Some(&shown.line))?;
    if before.items != shown.items {
        icon.set_menu(Some(menu(app, &shown.items)?))?;
    }
    Ok(())
}

fn menu(app: &AppHandle, items: &[Item]) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(app)?;
    for item in items {
        let id = id_of(item);
        let enabled = id.is_some();
        let id = id.unwrap_or_default();
        match item {
            Item::Rule => menu.append(&PredefinedMenuItem::separator(app)?)?,
            Item::Pause(text, paused) => {
                let none = None::<&str>;
                let it = CheckMenuItem::with_id(app, id, plain(text), enabled, *paused, none)?;
                menu.append(&it)?;
            }
            Item::Says(text)
            | Item::Request(text, ..)
            | Item::Open(text)
            | Item::Invite(text)
            | Item::Quit(text) => {
                let none = None::<&str>;
                let it = MenuItem::with_id(app, id, plain(text), enabled, none)?;
                menu.append(&it)?;
            }
        }
    }
    Ok(menu)
}

/// A menu underlines the letter after one of these; what people are called is to stay as it is.
fn plain(text: &str) -> String {
    text.replace('&', "&&")
}
