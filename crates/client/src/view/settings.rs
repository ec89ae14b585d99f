//! What is set on this computer, and the questions about people kept under a name with how many match now.

use doorward_domain::Locale;

use super::crowd::total;
use super::extent::count;
use super::people::want;
use super::session;
use crate::cache::Saved;
use crate::contract::{Density, Kept, SavedView, Setting, SettingsView, Theme};
use crate::desk::Desk;
use crate::error::Result;
use crate::search::Search;

/// What is set for the account at a desk.
pub(crate) async fn settings(desk: &Desk, locale: Option<Locale>) -> Result<SettingsView> {
    let mut view = nobodys_settings(locale, session::kept(desk));
    view.folder = desk.folder().map(|it| it.path().display().to_string());
    view.server = Some(desk.remote.origin());
    for setting in desk.own.preferences().await? {
        match setting {
            Setting::Theme(theme) => view.theme = theme,
            Setting::Density(density) => view.density = density,
            Setting::SingleKeys(on) => view.single_keys = on,
            Setting::Organisation(organisation) => view.organisation = organisation,
            Setting::PanelWidth(width) => view.panel_width = Some(width),
            Setting::Columns(columns) => view.columns = Some(columns),
            Setting::Notifications(on) => view.notifications = on,
            Setting::QuietHours(hours) => view.quiet_hours = hours,
        }
    }
    for saved in desk.own.saved_views().await? {
        view.saved_views.push(counted(desk, saved).await?);
    }
    Ok(view)
}

/// What is set where nobody is signed in.
pub(crate) fn nobodys_settings(locale: Option<Locale>, kept: Kept) -> SettingsView {
    SettingsView {
        locale,
        theme: Theme::System,
        density: Density::Normal,
        single_keys: true,
        kept,
        folder: None,
        server: None,
        version: env!("CARGO_PKG_VERSION").into(),
        saved_views: Vec::new(),
        organisation: None,
        panel_width: None,
        columns: None,
        notifications: true,
        quiet_hours: None,
    }
}

async fn counted(desk: &Desk, saved: Saved) -> Result<SavedView> {
    let search = saved.query.search.as_deref().and_then(Search::of);
    let want = want(&saved.query, search.as_ref(), desk.now());
    let (found, more_than) = match desk.known_office(saved.organisation).await {
        Some(office) => total(desk, &office, &want).await?,
        None => (0, false),
    };
    Ok(SavedView {
        id: saved.id,
        name: saved.name,
        organisation: saved.organisation,
        query: saved.query,
        count: count(found),
        more_than,
    })
}
