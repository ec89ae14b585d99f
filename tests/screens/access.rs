//! Access on screen: the editor wherever it opens, own levels, rooms, and why (`UI_SPEC` 7.3, 7.6).

use anyhow::Result;
use doorward_suite::place;
use doorward_suite::world::{Situation, World};

use crate::judge::Judge;

/// All of it works in a browser on a desktop, too: this is one (RES-2).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn access_levels_and_rooms_stand() -> Result<()> {
    let mut world = World::open(0).await?;
    let mut judge = Judge::open("access").await?;
    let places = place::access(&world)?;
    let olga = world.olga(Situation::Online).await?;
    judge.look(Some(&world), olga, &places).await?;
    judge.ends()
}

/// Owners, the offer of ownership and management.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn owners_and_management_stand_r_24_r_40() -> Result<()> {
    let mut world = World::open(0).await?;
    let mut judge = Judge::open("owners").await?;
    let places = place::owners(&world)?;
    let olga = world.olga(Situation::Online).await?;
    judge.look(Some(&world), olga, &places).await?;
    judge.ends()
}
