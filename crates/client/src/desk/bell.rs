//! Reading the bell: noted here at once, and told to the server as soon as it can be reached.

use doorward_domain::Moment;
use uuid::Uuid;

use super::Desk;
use crate::contract::ViewName;
use crate::error::Result;

/// Entries that the server is told of at once.
const AT_ONCE: usize = 500;

impl Desk {
    /// Notes that entries were read. Without a network the server is told with the next pull.
    pub(crate) async fn read_notices(&self, entries: &[Uuid]) -> Result<()> {
        self.own.read_here(entries).await?;
        self.were_read().await
    }

    /// Notes that every entry was read that is no newer than an instant, however many there are.
    pub(crate) async fn read_until(&self, until: Moment) -> Result<()> {
        self.own.read_here_until(until).await?;
        self.were_read().await
    }

    async fn were_read(&self) -> Result<()> {
        self.tell(&[ViewName::Bell]);
        if let Err(error) = self.tell_what_was_read().await {
            tracing::debug!(%error, "what was read is told later");
        }
        Ok(())
    }

    /// Tells the server what was read here.
    pub(crate) async fn tell_what_was_read(&self) -> Result<()> {
        let untold = self.own.untold().await?;
        for entries in untold.chunks(AT_ONCE) {
            self.remote.read_notices(entries).await?;
            self.own.told(entries).await?;
        }
        Ok(())
    }
}
