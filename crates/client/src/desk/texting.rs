//! How the server sends text messages, as it said last; known without a network, too.

use doorward_protocol::Texts;

use super::Desk;
use crate::contract::ViewName;
use crate::error::{Error, Result};

/// Its name among the settings in the account's file.
const TEXTS: &str = "texts";

impl Desk {
    /// Keeps what the server says.
    pub(crate) async fn hear_texts(&self, said: Option<&Texts>) -> Result<()> {
        if self.texts().await?.as_ref() == said {
            return Ok(());
        }
        let said = serde_json::to_string(&said).map_err(Error::Unreadable)?;
        self.own.set(TEXTS, &said).await?;
        for office in self.offices().await {
            office.stale().await;
        }
        self.tell(&[ViewName::Levels]);
        Ok(())
    }

    /// What it said last; none where it sends none.
    pub(crate) async fn texts(&self) -> Result<Option<Texts>> {
        let kept = self.own.setting(TEXTS).await?;
        // What an older version kept differently comes again with the next pull.
        Ok(kept.and_then(|it| serde_json::from_str(&it).unwrap_or_default()))
    }
}
