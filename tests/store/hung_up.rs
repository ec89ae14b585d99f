//! Whoever hangs up while the store is being asked leaves nothing behind for those who come after.

use std::pin::pin;

use anyhow::Result;

use crate::house::{House, invite};

crate::on_both_engines!(a_transaction_that_nobody_waits_for_any_more_does_not_stay_open_con_1);

/// A transaction that only reads, begun and forgotten on a connection, would let nobody write through it afterwards, and
/// show everybody the state of that moment.
async fn a_transaction_that_nobody_waits_for_any_more_does_not_stay_open_con_1(
    house: &House,
) -> Result<()> {
    for round in 0..60_u128 {
        {
            let mut beginning = pin!(house.app.store().snapshot());
            for _ in 0..=round {
                tokio::select! {
                    biased;
                    _ = &mut beginning => break,
                    () = tokio::task::yield_now() => {}
                }
            }
        }
        let guest = invite(900 + round, &format!("guest{round}@example.org"));
        house.applied(&house.owner, guest).await?;
    }
    Ok(())
}
