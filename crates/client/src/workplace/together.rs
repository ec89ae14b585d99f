//! What several accounts see and set, as one: their work merged by age, their numbers added up.

use std::cmp::Reverse;
use std::sync::Arc;

use doorward_domain::{Moment, OrganisationId, Refusal};
use uuid::Uuid;

use super::Workplace;
use crate::contract::{
    BatchesView, BellAsk, BellView, CareAsk, CareView, OffersView, OutboxView, RequestsAsk,
    RequestsView, SavedQuestion, SessionView, Setting, SettingsView, SyncState, SyncView,
};
use crate::desk::{Desk, worked_in};
use crate::error::{Error, Result};
use crate::view;

impl Workplace {
    /// The open requests of every account.
    pub(super) async fn requests(&self, ask: &RequestsAsk) -> Result<RequestsView> {
        let works = worked_in(&self.desks().await?).await?;
        let window = view::window(ask);
        if let [(desk, offices)] = works.as_slice() {
            return view::requests(desk, offices, ask, window).await;
        }
        // Whoever comes first may be anybody's: each account tells as many as there are before the window's end.
        let (first, many) = window;
        let mut views = Vec::with_capacity(works.len());
        for (desk, offices) in &works {
            views.push(view::requests(desk, offices, ask, (0, first + many)).await?);
        }
        let mut all = joined(views, |all: &mut RequestsView, it| {
            all.rows.extend(it.rows);
            all.total = all.total.saturating_add(it.total);
            all.snoozed = all.snoozed.saturating_add(it.snoozed);
            all.wakes_in_ms = earliest(all.wakes_in_ms, it.wakes_in_ms);
            all.as_of = earliest(all.as_of, it.as_of);
        })?;
        all.rows.sort_by_key(view::place_of);
        all.rows = all.rows.into_iter().skip(first).take(many).collect();
        Ok(all)
    }

    /// What needs care in every account's organisations.
    pub(super) async fn care(&self, ask: &CareAsk) -> Result<CareView> {
        let mut views = Vec::new();
        for (desk, offices) in worked_in(&self.desks().await?).await? {
            views.push(view::care(&desk, &offices, ask).await?);
        }
        let mut all = joined(views, |all: &mut CareView, it| {
            all.rows.extend(it.rows);
            all.more_than |= it.more_than;
            all.total = all.total.saturating_add(it.total);
            all.snoozed = all.snoozed.saturating_add(it.snoozed);
            all.wakes_in_ms = earliest(all.wakes_in_ms, it.wakes_in_ms);
        })?;
        all.rows.sort_by_key(view::urgency);
        Ok(all)
    }

    /// Who is signed in, with what the computer knows besides.
    pub(super) async fn session(&self) -> Result<SessionView> {
        let works = worked_in(&self.desks().await?).await?;
        let is_one = works.len() == 1;
        let mut views = Vec::with_capacity(works.len());
        for (desk, offices) in &works {
            let mut view = view::session(desk, self.locale()).await?;
            let here = |id: OrganisationId| offices.iter().any(|it| it.id == id);
            view.organisations.retain(|it| is_one || here(it.id));
            views.push(view);
        }
        let in_order = self.seats.lock().await.accounts();
        let place = |account: &String| in_order.iter().position(|it| it == account);
        let mut all = joined(views, |all: &mut SessionView, it| {
            all.accounts.extend(it.accounts);
            all.organisations.extend(it.organisations);
        })?;
        all.accounts.sort_by_key(|it| place(&it.account));
        all.organisations.sort_by_key(|it| place(&it.account));
        let server = all.signed_in.as_ref().map(|it| it.server.clone());
        Ok(SessionView {
            server: self.proposed(),
            handed: self.handed(server),
            linked: self.linked(&works).await?,
            may_try_here: self.options.here.is_some(),
            ..all
        })
    }

    /// How the accounts stand with their servers.
    pub(super) async fn sync(&self) -> Result<SyncView> {
        let desks = self.desks().await?;
        let views = desks.iter().map(|desk| view::sync(desk)).collect();
        let needs_its_person = |state| state >= SyncState::SignedOut;
        let mut all = joined(views, |all: &mut SyncView, it| {
            all.unsent = all.unsent.saturating_add(it.unsent);
            all.needs_you = all.needs_you.saturating_add(it.needs_you);
            if !needs_its_person(all.state) && !needs_its_person(it.state) {
                all.state = all.state.min(it.state);
                all.last_contact_at = all.last_contact_at.min(it.last_contact_at);
            }
            all.accounts.extend(it.accounts);
        })?;
        let in_order = self.seats.lock().await.accounts();
        all.accounts
            .sort_by_key(|it| in_order.iter().position(|account| *account == it.account));
        Ok(all)
    }

    /// What was made on this computer and what became of it.
    pub(super) async fn outbox(&self) -> Result<OutboxView> {
        let views = each(self.desks().await?, |desk| async move {
            view::outbox(&desk).await
        })
        .await?;
        let is_one = views.len() == 1;
        let mut all = joined(views, |all: &mut OutboxView, it| {
            all.entries.extend(it.entries);
            all.batches.extend(it.batches);
            all.sent_today.extend(it.sent_today);
            all.waiting = all.waiting.saturating_add(it.waiting);
            all.needs_you = all.needs_you.saturating_add(it.needs_you);
        })?;
        if is_one {
            return Ok(all);
        }
        for entries in [&mut all.entries, &mut all.sent_today] {
            entries.sort_by_key(|it| Reverse(it.made_at));
        }
        all.batches.sort_by_key(|it| Reverse(it.made_at));
        Ok(all)
    }

    /// What was sent of tables.
    pub(super) async fn batches(&self) -> Result<BatchesView> {
        let views = each(self.desks().await?, |desk| async move {
            view::batches(&desk).await
        })
        .await?;
        let mut all = joined(views, |all: &mut BatchesView, it| {
            all.batches.extend(it.batches);
        })?;
        all.batches.sort_by_key(|it| Reverse(it.made_at));
        Ok(all)
    }

    /// What is offered to each account where it is the one that works there.
    pub(super) async fn offers(&self) -> Result<OffersView> {
        let works = worked_in(&self.desks().await?).await?;
        let is_one = works.len() == 1;
        let mut views = Vec::with_capacity(works.len());
        for (desk, offices) in &works {
            let here = |id: OrganisationId| offices.iter().any(|it| it.id == id);
            let mut view = view::offers(desk).await?;
            view.rows.retain(|it| is_one || here(it.organisation));
            views.push(view);
        }
        joined(views, |all: &mut OffersView, it| all.rows.extend(it.rows))
    }

    /// What everybody who sits here was told.
    pub(super) async fn bell(&self, ask: &BellAsk) -> Result<BellView> {
        let bell = |desk: Arc<Desk>| async move { view::bell(&desk, ask).await };
        let views = each(self.desks().await?, bell).await?;
        let mut all = joined(views, |all: &mut BellView, it| {
            all.rows.extend(it.rows);
            all.unread = all.unread.saturating_add(it.unread);
            all.total = all.total.saturating_add(it.total);
        })?;
        all.rows.sort_by_key(|it| Reverse(it.at));
        // Of each account so many of the newest are here: beyond them something may be missing in between.
        all.rows.truncate(view::bell_rows(ask));
        Ok(all)
    }

    /// What is set on this computer, and the questions that every account keeps.
    pub(super) async fn settings(&self) -> Result<SettingsView> {
        let locale = self.locale();
        let views = each(self.desks().await?, |desk| async move {
            view::settings(&desk, locale).await
        })
        .await?;
        let mut all = joined(views, |all: &mut SettingsView, it| {
            all.saved_views.extend(it.saved_views);
        })?;
        all.at_login = self.options.at_login.as_ref().map(|it| it.is_on());
        for view in &mut all.saved_views {
            match (view.organisation, &view.query) {
                (None, SavedQuestion::Requests(filter)) => {
                    view.count = self.requests(&view::work_asked(filter, None)).await?.total;
                }
                (None, SavedQuestion::Care(filter)) => {
                    let care = self.care(&view::care_asked(filter, None)).await?;
                    (view.count, view.more_than) = (care.total, care.more_than);
                }
                (None, SavedQuestion::People(_)) | (Some(_), _) => {}
            }
        }
        Ok(all)
    }

    /// Sets something on this computer, whoever is in front.
    pub(super) async fn prefer(&self, setting: &Setting) -> Result<()> {
        for desk in self.desks().await? {
            desk.prefer(setting).await?;
        }
        Ok(())
    }

    /// Notes that entries of the bell were read, each for whom it told.
    pub(super) async fn read_notices(&self, notices: &[Uuid]) -> Result<()> {
        for desk in self.desks().await? {
            desk.read_notices(notices).await?;
        }
        Ok(())
    }

    /// Notes that everything in the bell was read up to an instant, whomever it told.
    pub(super) async fn read_until(&self, until: Moment) -> Result<()> {
        for desk in self.desks().await? {
            desk.read_until(until).await?;
        }
        Ok(())
    }

    /// Keeps a question, for the account that works in its organisation; one about the work of all, for that in front.
    pub(super) async fn save_view(
        &self,
        name: String,
        organisation: Option<OrganisationId>,
        query: SavedQuestion,
    ) -> Result<()> {
        let desk = match organisation {
            Some(organisation) => self.desk_in(organisation).await?,
            None => self.desk().await?,
        };
        desk.save_view(organisation, name, query).await
    }

    /// Calls a question that one of the accounts keeps something else.
    pub(super) async fn rename_view(&self, id: Uuid, name: &str) -> Result<()> {
        let mut done = Err(Error::from(Refusal::NotFound));
        for desk in self.desks().await? {
            if matches!(done, Err(Error::Refused(Refusal::NotFound))) {
                done = desk.rename_view(id, name).await;
            }
        }
        done
    }

    /// Forgets a question that one of the accounts keeps.
    pub(super) async fn remove_view(&self, id: Uuid) -> Result<()> {
        let mut done = Err(Error::from(Refusal::NotFound));
        for desk in self.desks().await? {
            if done.is_err() {
                done = desk.remove_view(id).await;
            }
        }
        done
    }
}

/// The views of each desk, the one in front first.
async fn each<T, F>(desks: Vec<Arc<Desk>>, ask: impl Fn(Arc<Desk>) -> F) -> Result<Vec<T>>
where
    F: Future<Output = Result<T>>,
{
    let mut views = Vec::with_capacity(desks.len());
    for desk in desks {
        views.push(ask(desk).await?);
    }
    Ok(views)
}

/// The view of whoever is in front, with what the others add to it.
fn joined<T>(views: Vec<T>, add: impl Fn(&mut T, T)) -> Result<T> {
    let mut views = views.into_iter();
    let mut all = views.next().ok_or(Error::SignedOut)?;
    views.for_each(|view| add(&mut all, view));
    Ok(all)
}

/// The earlier of two instants, where there are any.
fn earliest<T: Ord>(one: Option<T>, other: Option<T>) -> Option<T> {
    one.into_iter().chain(other).min()
}
