//! Setting something on this computer, and keeping questions about people under a name.

use doorward_domain::{MembershipId, Moment, Name, OrganisationId, Refusal};
use uuid::Uuid;

use super::Desk;
use crate::cache::Saved;
use crate::contract::{PeopleFilter, Setting, ViewName};
use crate::error::Result;

/// Questions kept at most.
const MOST_SAVED: usize = 50;

impl Desk {
    /// Sets something.
    pub(crate) async fn prefer(&self, setting: &Setting) -> Result<()> {
        self.own.prefer(setting).await?;
        self.tell(&[ViewName::Settings]);
        Ok(())
    }

    /// Puts a request off until an instant, or no longer.
    pub(crate) async fn put_off(&self, id: MembershipId, until: Option<Moment>) -> Result<()> {
        self.own.put_off(id, until, self.now()).await?;
        self.tell(&[ViewName::Requests, ViewName::Session]);
        Ok(())
    }

    /// Keeps a question about people under a name.
    pub(crate) async fn save_view(
        &self,
        organisation: OrganisationId,
        name: String,
        query: PeopleFilter,
    ) -> Result<()> {
        let name = Name::try_from(name).map_err(|_| Refusal::Invalid {
            field: "name".into(),
        })?;
        self.known_office(organisation)
            .await
            .ok_or(Refusal::NotFound)?;
        if self.own.saved_views().await?.len() >= MOST_SAVED {
            return Err(Refusal::Limit.into());
        }
        let saved = Saved {
            id: self.with.chance.id(),
            organisation,
            name: name.to_string(),
            query,
        };
        self.own.save_view(&saved).await?;
        self.tell(&[ViewName::Settings]);
        Ok(())
    }

    /// Forgets a question that was kept.
    pub(crate) async fn remove_view(&self, id: Uuid) -> Result<()> {
        if !self.own.remove_view(id).await? {
            return Err(Refusal::NotFound.into());
        }
        self.tell(&[ViewName::Settings]);
        Ok(())
    }
}
