//! Tells people who look elsewhere what the bell says. Nothing is decided from a notification: there one does not see
//! what a level would give; pressing one, or its button, brings the window to the front and opens what it tells of.

use std::sync::{Arc, Mutex, PoisonError};

use doorward_client::contract::{BellAsk, QuietHours, SessionView, SettingsView, ToldOf, ViewName};
use doorward_client::{Answer, Query, Workplace};
use doorward_domain::Locale;
use doorward_server::text::words;
use serde_json::json;
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_notification::{
    Action, ActionPerformed, ActionType, ActiveNotification, NotificationExt,
};
use tokio::sync::broadcast::error::RecvError;

use crate::news::{Said, Seen, Since, is_wanted};
use crate::quiet;
use crate::tray::Tray;
use crate::window::{self, MAIN};

/// The notifications with buttons, and what each button is.
const ASKS: &str = "asks";
const REVIEW: &str = "review";
const LATER: &str = "later";

/// Under which names a notification keeps the entry of the bell that it tells of, or the screen that it leads to.
const ENTRY: &str = "entry";
const SCREEN: &str = "screen";

/// What was told since the window was last in front.
#[derive(Debug, Default)]
pub(crate) struct Told(Mutex<Since>);

impl Told {
    fn since<T>(&self, with: impl FnOnce(&mut Since) -> T) -> T {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The window came to the front.
pub(crate) fn is_in_front(app: &AppHandle) {
    app.state::<Told>().since(Since::begins_anew);
}

/// Watches for what was not there before, until the device closes.
pub(crate) async fn tell(app: AppHandle, workplace: Arc<Workplace>) {
    let mut changes = workplace.subscribe();
    let mut seen = Seen::default();
    let pressed = app.clone();
    if let Err(error) = app
        .notification()
        .on_action(move |action| follow(&pressed, action))
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
    let mut news = seen.news(&session, sync.state, &bell);
    let refused = seen.refused(sync.needs_you);
    if (news.is_empty() && refused.is_none()) || is_looking(app) || app.state::<Tray>().is_paused()
    {
        return;
    }
    let Some(told_of) = wants(workplace).await else {
        return;
    };
    news.retain(|row| is_wanted(row, &told_of));
    let refused = refused.filter(|_| told_of.changes);
    let language = language(&session);
    let told = app.state::<Told>();
    let said = told.since(|since| {
        let mut said = if news.is_empty() {
            Vec::new()
        } else {
            since.spoken(language, &news)
        };
        said.extend(refused.map(|count| since.refused(language, count)));
        said
    });
    for said in said {
        show(app, language, said);
    }
}

/// Somebody pressed a notification or one of its buttons: the window opens what it tells of, unless it is put off.
fn follow(app: &AppHandle, action: &ActionPerformed) {
    if action.action_id() == LATER {
        return;
    }
    window::show(app);
    let extra = action.notification().map(ActiveNotification::extra);
    let kept = |name| extra.and_then(|it| it.get(name));
    let told = match kept(SCREEN) {
        Some(screen) => app.emit_to(MAIN, "wanted", json!({ "screen": screen })),
        None => app.emit_to(MAIN, "pressed", kept(ENTRY)),
    };
    if let Err(error) = told {
        tracing::warn!(%error, "the page does not hear of a notification");
    }
}

fn is_looking(app: &AppHandle) -> bool {
    let window = app.get_webview_window(MAIN);
    window.is_some_and(|window| window.is_focused().unwrap_or(false))
}

fn language(session: &SessionView) -> Locale {
    session.locale.unwrap_or(Locale::En)
}

/// Of what the person wants to be told now, if of anything.
async fn wants(workplace: &Workplace) -> Option<ToldOf> {
    match workplace.query(Query::Settings).await {
        Ok(Answer::Settings(set)) => {
            may_tell(&set, quiet::minute_of_the_day()).then_some(set.told_of)
        }
        _ => Some(ToldOf::EVERYTHING),
    }
}

fn may_tell(set: &SettingsView, minute: Option<u16>) -> bool {
    let is_quiet = |hours: &QuietHours| minute.is_some_and(|minute| hours.cover(minute));
    set.notifications && !set.quiet_hours.as_ref().is_some_and(is_quiet)
}

/// A notification has a title and no body: desktops on Linux read marks in a body as markup, links and pictures
/// included, and what people write about themselves is to stay text (S-57).
fn show(app: &AppHandle, language: Locale, said: Said) {
    let notifications = app.notification();
    let mut one = notifications.builder().title(said.line);
    if let Some(entry) = said.entry {
        one = one.extra(ENTRY, entry);
    } else if said.changes {
        one = one.extra(SCREEN, "offline");
    } else if let Err(error) = notifications.remove_all_active() {
        tracing::warn!(%error, "those before it stay beside the one that speaks for all");
    }
    let buttons = if said.asks {
        one = one.action_type_id(ASKS);
        notifications.register_action_types(vec![asks(language)])
    } else {
        Ok(())
    };
    if let Err(error) = buttons.and_then(|()| one.show()) {
        tracing::warn!(%error, "the notification was not shown");
    }
}

/// The buttons of a notification that tells of a request. None of them decides.
fn asks(language: Locale) -> ActionType {
    let words = words(language);
    let button = |id: &str, says: &str| Action::builder(id, words.say(says)).build();
    let buttons = vec![
        button(REVIEW, "notify-review"),
        button(LATER, "notify-later"),
    ];
    ActionType::builder(ASKS).actions(buttons).build()
}
