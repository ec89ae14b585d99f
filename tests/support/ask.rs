//! Asking a device in this process, in the words that the window uses.

use std::time::Duration;

use anyhow::Result;
use doorward_client::{Query, Workplace};
use serde_json::{Value, json};

use crate::wait;

/// How long a device may take that hears of a hundred thousand people for the first time.
const PATIENCE: Duration = Duration::from_mins(10);

/// Waits until a device has heard from its server and shows everything.
pub async fn has_heard(workplace: &Workplace) -> Result<()> {
    let question = json!({ "ask": "requests", "limit": 1 });
    let heard = |view: &Value| view["as_of"].is_number().then_some(());
    let what = "the device has heard from its server";
    until(workplace, what, question, heard).await
}

/// Waits until the view that answers `question` shows what is meant; `what` says what should have happened.
pub async fn until<T>(
    workplace: &Workplace,
    what: &str,
    question: Value,
    find: impl Fn(&Value) -> Option<T>,
) -> Result<T> {
    let query: Query = serde_json::from_value(question)?;
    wait::until_within(PATIENCE, what, async || {
        let view = serde_json::to_value(workplace.query(query.clone()).await?)?;
        Ok(find(&view))
    })
    .await
}
