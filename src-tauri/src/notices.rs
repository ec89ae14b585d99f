//! Tells people who look elsewhere that somebody asks to join. Nothing is decided from a notification: there one does
//! not see what a level would give.

use std::collections::BTreeSet;
use std::sync::Arc;

use doorward_client::contract::{RequestRow, RequestsAsk, RequestsView, SessionView, ViewName};
use doorward_client::{Answer, Query, Workplace};
use doorward_domain::{Locale, MembershipId};
use doorward_server::text::words;
use tauri::{AppHandle, Manager};
use tauri_plugin_notification::NotificationExt;
use tokio::sync::broadcast::error::RecvError;

use crate::window::MAIN;

/// From this many on, one notification speaks for all.
const GROUPED_FROM: usize = 4;

/// Watches for requests that were not there before, until the device closes.
pub(crate) async fn tell(app: AppHandle, workplace: Arc<Workplace>) {
    let mut changes = workplace.subscribe();
    let mut known: Option<BTreeSet<MembershipId>> = None;
    loop {
        let view = requests(&workplace).await;
        if let Some(view) = view.filter(|view| view.as_of.is_some()) {
            let now: BTreeSet<_> = view.rows.iter().map(|row| row.membership).collect();
            // What is there when Doorward opens is on its screen, and no news.
            if let Some(before) = &known {
                let new: Vec<_> = view
                    .rows
                    .iter()
                    .filter(|row| !before.contains(&row.membership))
                    .collect();
                announce(&app, &workplace, &new).await;
            }
            known = Some(now);
        }
        loop {
            match changes.recv().await {
                Ok(news) if !news.views.contains(&ViewName::Requests) => {}
                Ok(_) | Err(RecvError::Lagged(_)) => break,
                Err(RecvError::Closed) => return,
            }
        }
    }
}

async fn requests(workplace: &Workplace) -> Option<Box<RequestsView>> {
    let everywhere = Query::Requests(RequestsAsk {
        organisation: None,
        search: None,
        came_by: None,
        waiting_days: None,
        snoozed: None,
        offset: None,
        limit: None,
    });
    match workplace.query(everywhere).await {
        Ok(Answer::Requests(view)) => Some(view),
        _ => None,
    }
}

async fn announce(app: &AppHandle, workplace: &Workplace, new: &[&RequestRow]) {
    let is_looking = app
        .get_webview_window(MAIN)
        .is_some_and(|window| window.is_focused().unwrap_or(false));
    if is_looking || new.is_empty() {
        return;
    }
    let Ok(Answer::Session(session)) = workplace.query(Query::Session).await else {
        return;
    };
    let locale = session.locale.unwrap_or(Locale::En);
    if new.len() >= GROUPED_FROM {
        let count = [("count", new.len().into())];
        return show(app, &words(locale).say_with("notify-requests", &count), "");
    }
    for row in new {
        show(
            app,
            &title(locale, &session, row),
            row.position
                .as_ref()
                .map_or("", |position| position.as_str()),
        );
    }
}

fn title(locale: Locale, session: &SessionView, row: &RequestRow) -> String {
    let named = row.name.as_ref().map(ToString::to_string);
    let contact = || row.contact.as_ref().map(ToString::to_string);
    let name = named
        .or_else(contact)
        .unwrap_or_else(|| words(locale).say("no-name"));
    let organisation = session
        .organisations
        .iter()
        .find(|it| it.id == row.organisation);
    let organisation = organisation.map_or("", |it| it.name.as_str());
    let values = [("name", name.into()), ("organisation", organisation.into())];
    words(locale).say_with("notify-request", &values)
}

fn show(app: &AppHandle, title: &str, body: &str) {
    let notice = app.notification().builder().title(title);
    if let Err(error) = notice.body(plain(body)).show() {
        tracing::warn!(%error, "the notification was not shown");
    }
}

/// Desktops on Linux read marks in a notification's body as markup, links and pictures included: what people write
/// about themselves stays text.
fn plain(text: &str) -> String {
    if !cfg!(target_os = "linux") {
        return text.to_owned();
    }
    let text = text.replace('&', "&amp;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn a_position_is_no_markup_of_the_desktop_s_57() {
        let position = "<a href='https://evil.example'>R&D</a>";
        assert_eq!(
            plain(position),
            "&lt;a href='https://evil.example'&gt;R&amp;D&lt;/a&gt;"
        );
    }
}
