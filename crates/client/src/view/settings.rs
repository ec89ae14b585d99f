//! What is set on this computer, and the questions kept under a name with how many match now.

use doorward_domain::{Locale, OrganisationId};

use super::care::care;
use super::crowd::total;
use super::extent::count;
use super::people::want;
use super::requests::requests;
use super::session;
use crate::cache::Saved;
use crate::contract::{
    CareAsk, CareFilter, Density, Kept, RequestsAsk, RequestsFilter, SavedQuestion, SavedView,
    Setting, SettingsView, Theme, ToldOf,
};
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
            Setting::ToldOf(told_of) => view.told_of = told_of,
            Setting::QuietHours(hours) => view.quiet_hours = hours,
            Setting::KeepsRunning(on) => view.keeps_running = on,
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
        told_of: ToldOf::EVERYTHING,
        quiet_hours: None,
        keeps_running: false,
        at_login: None,
    }
}

/// A question with how many match now. Those about the work of all are counted where all accounts are known.
async fn counted(desk: &Desk, saved: Saved) -> Result<SavedView> {
    let office = match saved.organisation {
        Some(organisation) => desk.known_office(organisation).await,
        None => None,
    };
    let (found, more_than) = match (office, &saved.query) {
        (None, _) => (0, false),
        (Some(office), SavedQuestion::People(filter)) => {
            let search = filter.search.as_deref().and_then(Search::of);
            total(desk, &office, &want(filter, search.as_ref(), desk.now())).await?
        }
        (Some(office), SavedQuestion::Requests(filter)) => {
            let ask = work_asked(filter, saved.organisation);
            let view = requests(desk, &[office], &ask, (0, 0)).await?;
            (view.total.into(), false)
        }
        (Some(office), SavedQuestion::Care(filter)) => {
            let ask = care_asked(filter, saved.organisation);
            let view = care(desk, &[office], &ask).await?;
            (view.total.into(), view.more_than)
        }
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

/// How a question that was kept is asked of the work list.
pub(crate) fn work_asked(
    filter: &RequestsFilter,
    organisation: Option<OrganisationId>,
) -> RequestsAsk {
    RequestsAsk {
        organisation,
        search: filter.search.clone(),
        came_by: filter.came_by,
        waiting_days: filter.waiting_days,
        snoozed: filter.snoozed,
        offset: None,
        limit: Some(0),
    }
}

/// How a question that was kept is asked of what needs care.
pub(crate) fn care_asked(filter: &CareFilter, organisation: Option<OrganisationId>) -> CareAsk {
    CareAsk {
        organisation,
        search: filter.search.clone(),
        snoozed: filter.snoozed,
    }
}
