//! Which view answers which question: of the desk at which the organisation is worked in, or of all of them together.

use super::Workplace;
use crate::contract::{Answer, Query, SyncState, SyncView};
use crate::error::Result;
use crate::view;

/// The answer of a view of the desk at which the organisation asked about is worked in.
macro_rules! at {
    ($device:ident, $view:ident, $ask:ident) => {{
        let desk = $device.desk_in($ask.organisation).await?;
        view::$view(&desk, &$ask).await?.into()
    }};
}

impl Workplace {
    /// Answers a question, without a desk where the question needs none.
    pub(super) async fn answer(&self, query: Query) -> Result<Answer> {
        if self.seats.lock().await.is_empty()
            && let Some(answer) = self.answer_nobody(&query)
        {
            return Ok(answer);
        }
        Ok(match query {
            Query::Session => self.session().await?.into(),
            Query::Requests(ask) => self.requests(&ask).await?.into(),
            Query::Request(ask) => at!(self, request, ask),
            Query::Care(ask) => self.care(&ask).await?.into(),
            Query::People(ask) => at!(self, people, ask),
            Query::Person(ask) => at!(self, person, ask),
            Query::Rooms(ask) => at!(self, rooms, ask),
            Query::AnotherLevel(ask) => at!(self, another_level, ask),
            Query::AccessForm(ask) => at!(self, access_form, ask),
            Query::LevelForm(ask) => at!(self, level_form, ask),
            Query::Why(ask) => at!(self, why, ask),
            Query::Places(ask) => at!(self, places, ask),
            Query::Room(ask) => at!(self, room, ask),
            Query::Invitations(ask) => at!(self, invitations, ask),
            Query::Invitation(ask) => at!(self, invitation, ask),
            Query::InviteForm(ask) => at!(self, invite_form, ask),
            Query::CheckContacts(ask) => at!(self, check_contacts, ask),
            Query::InvitationLink(ask) => at!(self, invitation_link, ask),
            Query::LinkUrl(ask) => at!(self, link_url, ask),
            Query::Table(ask) => at!(self, table, ask),
            Query::Batches => self.batches().await?.into(),
            Query::Batch(ask) => {
                let desk = self.desk_with_batch(ask.batch).await?;
                view::batch(&desk, &ask).await?.into()
            }
            Query::SaveRows(ask) => self.save_rows(&ask).await?.into(),
            Query::SaveCode(ask) => self.save_code(&ask).await?.into(),
            Query::Levels(ask) => at!(self, levels, ask),
            Query::History(ask) => at!(self, history, ask),
            Query::HistoryFile(ask) => {
                let desk = self.desk_in(ask.organisation).await?;
                let folder = self.options.downloads.as_deref();
                view::history_file(&desk, folder, &ask).await?.into()
            }
            Query::Outbox => self.outbox().await?.into(),
            Query::Resolution(ask) => {
                let desk = self.desk_with(ask.id).await?;
                view::resolution(&desk, &ask).await?.into()
            }
            Query::Sync => self.sync().await?.into(),
            Query::Settings => self.settings().await?.into(),
            Query::OrganisationSettings(ask) => at!(self, organisation_settings, ask),
            Query::PublicPage(ask) => at!(self, public_page, ask),
            Query::Staff(ask) => at!(self, staff, ask),
            Query::Similar(ask) => at!(self, similar, ask),
            Query::Ownership(ask) => at!(self, ownership, ask),
            Query::Offers => self.offers().await?.into(),
            Query::Bell(ask) => self.bell(&ask).await?.into(),
            Query::MailDomains(ask) => view::mail_domains(&ask).into(),
            Query::Ids(ask) => self.ids(ask.count).into(),
        })
    }

    /// What can be answered where nobody is signed in.
    fn answer_nobody(&self, query: &Query) -> Option<Answer> {
        if let Query::Ids(ask) = query {
            return Some(self.ids(ask.count).into());
        }
        let nobody = self.nobody();
        if *query == Query::Settings {
            let settings = view::nobodys_settings(nobody.locale, nobody.kept);
            return Some(settings.into());
        }
        if *query == Query::Sync {
            return Some(signed_out().into());
        }
        (*query == Query::Session).then(|| nobody.into())
    }
}

fn signed_out() -> SyncView {
    SyncView {
        state: SyncState::SignedOut,
        last_contact_at: None,
        unsent: 0,
        needs_you: 0,
        accounts: Vec::new(),
    }
}
