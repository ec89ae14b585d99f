//! The stream that says that something is new; what it says is data to judge, the rows come by pull.

use std::pin::Pin;

use doorward_protocol::Ring;
use eventsource_stream::Eventsource;
use futures_util::{Stream, StreamExt};
use reqwest::Response;

/// An open doorbell.
pub(crate) struct Doorbell {
    rings: Pin<Box<dyn Stream<Item = Option<Ring>> + Send>>,
}

impl std::fmt::Debug for Doorbell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Doorbell").finish_non_exhaustive()
    }
}

impl Doorbell {
    pub(super) fn new(response: Response) -> Self {
        let events = response.bytes_stream().eventsource();
        // A fault of the stream ends it; what a newer server says besides rings is passed over.
        let rings = events
            .take_while(|event| std::future::ready(event.is_ok()))
            .map(|event| {
                let event = event.ok()?;
                serde_json::from_str(&event.data).ok()
            });
        Self {
            rings: Box::pin(rings),
        }
    }

    /// The next ring; none when the stream has ended.
    pub(crate) async fn next(&mut self) -> Option<Ring> {
        loop {
            if let Some(ring) = self.rings.next().await? {
                return Some(ring);
            }
        }
    }
}
