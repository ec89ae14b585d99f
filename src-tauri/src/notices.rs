//! Tells people who look elsewhere what the bell says. Nothing is decided from a notification: there one does not see
//! what a level would give; pressing one brings the window to the front.

use std::sync::Arc;

use doorward_client::contract::{BellAsk, QuietHours, SessionView, SettingsView, ViewName};
use doorward_client::{Answer, Query, Workplace};
use doorward_domain::Locale;
use tauri::{AppHandle, Manager};
use tauri_plugin_notification::NotificationExt;
use tokio::sync::broadcast::error::RecvError;

use crate::news::{Seen, spoken};
use crate::quiet;
use crate::window::{self, MAIN};

/// Watches for what was not there before, until the device closes.
pub(crate) async fn tell(app: AppHandle, workplace: Arc<Workplace>) {
    let mut changes = workplace.subscribe();
    let mut seen = Seen::default();
    let pressed = app.clone();
    if let Err(error) = app
        .notification()
        .on_action(move |_| window::show(&pressed))
    {
        tracing::warn!(%error, "a notification that is pressed will not show the window");
    }
    loop {
        look(&app, &workplace, &mut seen).await;
        loop {
            match changes.recv().await {
                Ok(told) if !told.views.iter().copied().any(is_watched) => {}
                Ok(_) | Err(RecvError::Lagged(_)) => break,
                Err(RecvError::Closed) => return,
            }
        }
    }
}

fn is_watched(view: ViewName) -> bool {
    matches!(view, ViewName::Bell | ViewName::Session | ViewName::Sync)
}

async fn look(app: &AppHandle, workplace: &Workplace, seen: &mut Seen) {
    let newest = Query::Bell(BellAsk { limit: None });
    let (Ok(Answer::Sync(sync)), Ok(Answer::Bell(bell)), Ok(Answer::Session(session))) = (
        workplace.query(Query::Sync).await,
        workplace.query(newest).await,
        workplace.query(Query::Session).await,
    ) else {
        return;
    };
    let news = seen.news(&session, sync.state, &bell);
    if news.is_empty() || is_looking(app) || !wants(workplace).await {
        return;
    }
    for line in spoken(language(&session), &news) {
        show(app, &line);
    }
}

fn is_looking(app: &AppHandle) -> bool {
    let window = app.get_webview_window(MAIN);
    window.is_some_and(|window| window.is_focused().unwrap_or(false))
}

fn language(session: &SessionView) -> Locale {
    session.locale.unwrap_or(Locale::En)
}

/// Whether the person wants to be told now.
async fn wants(workplace: &Workplace) -> bool {
    match workplace.query(Query::Settings).await {
        Ok(Answer::Settings(set)) => may_tell(&set, quiet::minute_of_the_day()),
        _ => true,
    }
}

fn may_tell(set: &SettingsView, minute: Option<u16>) -> bool {
    let is_quiet = |hours: &QuietHours| minute.is_some_and(|minute| hours.cover(minute));
    set.notifications && !set.quiet_hours.as_ref().is_some_and(is_quiet)
}

/// A notification has a title and no body: desktops on Linux read marks in a body as markup, links and pictures
/// included, and what people write about themselves is to stay text (S-57).
fn show(app: &AppHandle, line: &str) {
    if let Err(error) = app.notification().builder().title(line).show() {
        tracing::warn!(%error, "the notification was not shown");
    }
}
