//! Looking for damage in the files of a device, for whoever has killed it or filled its disk.

use super::Workplace;
use crate::contract::Failure;
use crate::error::Result;

impl Workplace {
    /// What is wrong with the files of whoever is signed in; nothing, if they are whole.
    pub async fn examine(&self) -> Result<Vec<String>, Failure> {
        Ok(self.damage().await?)
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
