//! Listening to a server's doorbell: `GET /v1/stream`.

use anyhow::{Context, Result, bail};
use doorward_protocol::Ring;
use eventsource_stream::Eventsource;
use futures_util::{Stream, StreamExt};
use std::pin::Pin;
use tokio::time::timeout;
use url::Url;

use crate::http;
use crate::wait::DEADLINE;

/// An open stream of rings.
pub struct Bell {
    rings: Pin<Box<dyn Stream<Item = Result<Ring>> + Send>>,
}

impl std::fmt::Debug for Bell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bell").finish_non_exhaustive()
    }
}

impl Bell {
    /// Listens to a server as a signed-in device.
    pub async fn listen(server: &Url, token: &str) -> Result<Self> {
        let client = http::streaming_client()?;
        let answer = client
            .get(server.join("/v1/stream")?)
            .bearer_auth(token)
            .send()
            .await?
            .error_for_status()?;
        let events = answer.bytes_stream().eventsource();
        let rings = events.map(|event| Ok(serde_json::from_str(&event?.data)?));
        Ok(Self {
            rings: Box::pin(rings),
        })
    }

    /// Waits until the bell says what is meant; `what` says what should have rung.
    pub async fn rings<T>(
        &mut self,
        what: &str,
        mut find: impl FnMut(&Ring) -> Option<T>,
    ) -> Result<T> {
        let mut heard = Vec::new();
        let listening = async {
            while let Some(ring) = self.rings.next().await {
                let ring = ring?;
                if let Some(found) = find(&ring) {
                    return Ok(found);
                }
                heard.push(ring);
            }
            bail!("the stream ended before this rang: {what}")
        };
        let rung = timeout(DEADLINE, listening).await;
        rung.with_context(|| format!("this did not ring: {what}; heard {heard:?}"))?
    }
}
