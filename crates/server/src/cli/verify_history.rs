//! `verify-history`: checks every chain against itself, its ledger and the anchored heads.

use anyhow::bail;

use super::{Place, print};
use crate::anchor;

/// Prints one line for each chain; fails when one is broken.
pub async fn run(place: &Place) -> anyhow::Result<()> {
    let app = place.open().await?;
    let mut broken = 0;
    for chain in anchor::verify(&app).await? {
        match chain.fault {
            None => print(&format!(
                "{}: {} entries, {} erased: whole",
                chain.ledger, chain.entries, chain.erased
            ))?,
            Some(fault) => {
                broken += 1;
                print(&format!(
                    "{}: entry {}: {}",
                    chain.ledger, fault.seq, fault.what
                ))?;
            }
        }
    }
    if broken > 0 {
        bail!("{broken} of the chains are broken");
    }
    anchor::anchor(&app).await?;
    Ok(())
}
