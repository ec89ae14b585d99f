//! Looking for damage in the files of a device, for whoever has killed it or filled its disk.

use std::collections::BTreeMap;

use doorward_domain::OrganisationId;

use super::Workplace;
use crate::contract::Failure;
use crate::error::Result;

/// The tables of each organisation with their rows.
pub type Contents = BTreeMap<OrganisationId, BTreeMap<&'static str, Vec<String>>>;

impl Workplace {
    /// What is wrong with the files of whoever is signed in; nothing, if they are whole.
    pub async fn examine(&self) -> Result<Vec<String>, Failure> {
        Ok(self.damage().await?)
    }

    /// Everything that the files of organisations hold, table by table; each organisation by its id.
    pub async fn contents(&self) -> Result<Contents, Failure> {
        Ok(self.held().await?)
    }

    async fn held(&self) -> Result<Contents> {
        let mut held = Contents::new();
        for desk in self.desks().await? {
            for office in desk.offices().await {
                if let Some(cache) = office.cache().await {
                    held.insert(office.id, cache.contents().await?);
                }
            }
        }
        Ok(held)
    }

    async fn damage(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for desk in self.desks().await? {
            found.extend(desk.own.database().examine().await?);
            for office in desk.offices().await {
                if let Some(cache) = office.cache().await {
                    found.extend(cache.examine().await?);
                }
            }
        }
        Ok(found)
    }
}
