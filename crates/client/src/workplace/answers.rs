//! Which view answers which question.

use super::Workplace;
use crate::contract::{Answer, Query, SessionView, SyncState, SyncView};
use crate::desk::Desk;
use crate::error::Result;
use crate::view;

impl Workplace {
    /// Answers a question, without a desk where the question needs none.
    pub(super) async fn answer(&self, query: Query) -> Result<Answer> {
        let desk = match (&query, self.desk().await) {
            (Query::Ids(ask), _) => return Ok(self.ids(ask.count).into()),
            (Query::Session, Err(_)) => return Ok(self.nobody().into()),
            (Query::Sync, Err(_)) => return Ok(signed_out().into()),
            (Query::Settings, Err(_)) => {
                let session = self.nobody();
                return Ok(view::nobodys_settings(session.locale, session.kept).into());
            }
            (_, desk) => desk?,
        };
        let desk = &*desk;
        Ok(match query {
            Query::Session => self.seated(desk).await?.into(),
            Query::Requests(ask) => view::requests(desk, &ask).await?.into(),
            Query::Request(ask) => view::request(desk, &ask).await?.into(),
            Query::Care(ask) => view::care(desk, &ask).await?.into(),
            Query::People(ask) => view::people(desk, &ask).await?.into(),
            Query::Person(ask) => view::person(desk, &ask).await?.into(),
            Query::Rooms(ask) => view::rooms(desk, &ask).await?.into(),
            Query::LevelChoices(ask) => view::level_choices(desk, &ask).await?.into(),
            Query::AccessForm(ask) => view::access_form(desk, &ask).await?.into(),
            Query::LevelForm(ask) => view::level_form(desk, &ask).await?.into(),
            Query::Why(ask) => view::why(desk, &ask).await?.into(),
            Query::Places(ask) => view::places(desk, &ask).await?.into(),
            Query::Room(ask) => view::room(desk, &ask).await?.into(),
            Query::Invitations(ask) => view::invitations(desk, &ask).await?.into(),
            Query::Invitation(ask) => view::invitation(desk, &ask).await?.into(),
            Query::InviteForm(ask) => view::invite_form(desk, &ask).await?.into(),
            Query::CheckContacts(ask) => view::check_contacts(desk, &ask).await?.into(),
            Query::InvitationLink(ask) => view::invitation_link(desk, &ask).await?.into(),
            Query::LinkUrl(ask) => view::link_url(desk, &ask).await?.into(),
            Query::Table(ask) => view::table(desk, &ask).await?.into(),
            Query::Batches => view::batches(desk).await?.into(),
            Query::Batch(ask) => view::batch(desk, &ask).await?.into(),
            Query::SaveRows(ask) => self.save_rows(desk, &ask).await?.into(),
            Query::Levels(ask) => view::levels(desk, &ask).await?.into(),
            Query::History(ask) => view::history(desk, &ask).await?.into(),
            Query::HistoryFile(ask) => {
                let folder = self.options.downloads.as_deref();
                view::history_file(desk, folder, &ask).await?.into()
            }
            Query::Outbox => view::outbox(desk).await?.into(),
            Query::Resolution(ask) => view::resolution(desk, &ask).await?.into(),
            Query::Sync => view::sync(desk).into(),
            Query::Settings => view::settings(desk, self.locale()).await?.into(),
            Query::OrganisationSettings(ask) => {
                view::organisation_settings(desk, &ask).await?.into()
            }
            Query::Staff(ask) => view::staff(desk, &ask).await?.into(),
            Query::Ownership(ask) => view::ownership(desk, &ask).await?.into(),
            Query::Offers => view::offers(desk).await?.into(),
            Query::Bell(ask) => view::bell(desk, &ask).await?.into(),
            Query::Ids(ask) => self.ids(ask.count).into(),
        })
    }

    /// The session of whoever sits at a desk, with what the computer knows besides.
    async fn seated(&self, desk: &Desk) -> Result<SessionView> {
        Ok(SessionView {
            server: self.proposed(),
            handed: self.handed(Some(desk.remote.origin())),
            may_try_here: self.options.here.is_some(),
            ..view::session(desk, self.locale()).await?
        })
    }
}

fn signed_out() -> SyncView {
    SyncView {
        state: SyncState::SignedOut,
        last_contact_at: None,
        unsent: 0,
    }
}
