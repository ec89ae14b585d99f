//! Setting something on this computer, and keeping questions under a name.

use doorward_domain::{MembershipId, Moment, Name, OrganisationId, Reached, Refusal};
use uuid::Uuid;

use super::Desk;
use crate::cache::Saved;
use crate::contract::{SavedQuestion, Setting, ViewName};
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

    /// Keeps a question under a name.
    pub(crate) async fn save_view(
        &self,
        organisation: Option<OrganisationId>,
        name: String,
        query: SavedQuestion,
    ) -> Result<()> {
        let name = view_name(name)?;
        match (organisation, &query) {
            (Some(id), _) => drop(self.known_office(id).await.ok_or(Refusal::NotFound)?),
            (None, SavedQuestion::Requests(_) | SavedQuestion::Care(_)) => {}
            (None, SavedQuestion::People(_)) => return Err(Refusal::NotFound.into()),
        }
        if self.own.saved_views().await?.len() >= MOST_SAVED {
            return Err(Refusal::Limit(Some(Reached::Kept)).into());
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

    /// Calls a question that was kept something else; a name that another has in the same list stays with it.
    pub(crate) async fn rename_view(&self, id: Uuid, name: &str) -> Result<()> {
        let name = view_name(name.to_owned())?;
        let kept = self.own.saved_views().await?;
        let it = kept.iter().find(|it| it.id == id);
        let it = it.ok_or(Refusal::NotFound)?;
        let is_taken = |other: &Saved| {
            other.id != id && other.is_in_list_of(it) && other.name == name.to_string()
        };
        if kept.iter().any(is_taken) {
            return Err(invalid_name().into());
        }
        self.own.rename_view(id, name.as_str()).await?;
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

fn view_name(name: String) -> Result<Name> {
    Ok(Name::try_from(name).map_err(|_| invalid_name())?)
}

fn invalid_name() -> Refusal {
    Refusal::Invalid {
        field: "name".into(),
    }
}
