//! What the tray is to show, and whether there is one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use doorward_client::Glance;
use tauri::{AppHandle, Manager};
use tokio::sync::Notify;

use crate::window;

/// How long somebody who starts the program hidden waits for a tray at most: both may be started at signing in.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long notifications pause.
const PAUSE: Duration = Duration::from_hours(1);

/// What the tray is to show; one task draws it.
#[derive(Default)]
pub(crate) struct Tray {
    /// Whether the desktop has a place for signs.
    hosted: AtomicBool,
    /// Whether ours stands there.
    there: AtomicBool,
    seen: Mutex<Glance>,
    paused: Mutex<Option<Instant>>,
    pub(super) changed: Notify,
}

impl std::fmt::Debug for Tray {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tray").finish_non_exhaustive()
    }
}

impl Tray {
    /// Whether somebody finds the program in the tray.
    pub(crate) fn is_there(&self) -> bool {
        self.there.load(Ordering::Relaxed)
    }

    /// Whether nobody wants to be told of anything now.
    pub(crate) fn is_paused(&self) -> bool {
        let paused = *self.paused.lock().unwrap_or_else(PoisonError::into_inner);
        paused.is_some_and(|until| until > Instant::now())
    }

    /// Whether the desktop has a place for signs.
    pub(super) fn is_hosted(&self) -> bool {
        self.hosted.load(Ordering::Relaxed)
    }

    pub(super) fn stands(&self, there: bool) {
        self.there.store(there, Ordering::Relaxed);
    }

    pub(super) fn seen(&self) -> Glance {
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn see(&self, glance: Glance) {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = glance;
        self.changed.notify_one();
    }
}

/// Notes that the desktop has a place for signs, or has none: whoever loses it gets the window back.
pub(super) fn hosted(app: &AppHandle, hosted: bool) {
    let tray = app.state::<Tray>();
    tray.hosted.store(hosted, Ordering::Relaxed);
    if !hosted {
        tracing::info!("there is no tray: closing the window ends Doorward");
        if tray.is_there() {
            tray.stands(false);
            window::show_if_hidden(app);
        }
    }
    tray.changed.notify_one();
}

/// Shows the window of a program that was started hidden, where no tray comes.
pub(crate) async fn show_without(app: AppHandle) {
    tokio::time::sleep(PATIENCE).await;
    if !app.state::<Tray>().is_there() {
        window::show_if_hidden(&app);
    }
}

/// Pauses notifications for an hour, or no longer.
pub(super) fn pause(app: &AppHandle) {
    let tray = app.state::<Tray>();
    let until = (!tray.is_paused()).then(|| Instant::now() + PAUSE);
    *tray.paused.lock().unwrap_or_else(PoisonError::into_inner) = until;
    tray.changed.notify_one();
    if until.is_none() {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PAUSE).await;
        app.state::<Tray>().changed.notify_one();
    });
}
