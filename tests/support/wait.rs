//! Waiting for something to become true: always with a deadline, and a sentence for when it did not.

use std::time::Duration;

use anyhow::{Result, bail};
use tokio::time::{Instant, sleep};

/// How long a test waits for anything before it says what did not happen.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// How often something is looked at that cannot call.
const LOOK: Duration = Duration::from_millis(20);

/// Looks until `look` finds something; `what` is what should have happened, such as "Olga sees the request".
pub async fn until<T>(what: &str, look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    until_within(DEADLINE, what, look).await
}

/// Like [`until`], with a deadline of its own.
pub async fn until_within<T>(
    deadline: Duration,
    what: &str,
    mut look: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let end = Instant::now() + deadline;
    loop {
        if let Some(found) = look().await? {
            return Ok(found);
        }
        if Instant::now() >= end {
            bail!(
                "within {} s this did not happen: {what}",
                deadline.as_secs()
            );
        }
        sleep(LOOK).await;
    }
}
