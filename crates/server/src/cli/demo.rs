//! `demo`: fills an empty store with a believable small business and prints its accounts.

use super::{Place, print};
use crate::store::Floor;
use crate::{Clock, Config, demo};

/// Fills the store and prints the accounts as JSON.
pub async fn run(place: &Place) -> anyhow::Result<()> {
    let config = Config::read(&place.data, place.config.as_deref())?;
    let made = demo::fill(config, Floor::Refuse, Clock::Machine.now()).await?;
    print(&serde_json::to_string_pretty(&made)?)
}
