//! Closes what deleted organisations left behind. Nothing rests on it: where an organisation is
//! deleted, nobody has any right from that instant on.

use std::collections::BTreeMap;

use doorward_domain::{MembershipId, OrganisationId};

use super::each::each;
use crate::store::deleted;
use crate::{App, execute, store};

/// How many rows are closed in one go.
const PAGE: i64 = 200;

/// Closes rows, and lets go of what was managed; answers how many that were.
pub async fn round(app: &App) -> Result<usize, store::Error> {
    let mut closed = 0;
    loop {
        let mut tx = app.store().snapshot().await?;
        let communities = deleted::communities(&mut tx, PAGE).await?;
        let rows = deleted::live_rows(&mut tx, PAGE).await?;
        drop(tx);
        let failed = "what was deleted could not be closed";
        let mut done = each(communities, failed, |community| async move {
            Ok(usize::from(execute::let_go(app, community).await?))
        })
        .await;
        let mut left: BTreeMap<OrganisationId, Vec<MembershipId>> = BTreeMap::new();
        for row in rows {
            left.entry(row.organisation)
                .or_default()
                .push(row.membership);
        }
        done += each(&left, failed, |(organisation, memberships)| async move {
            execute::close_rows(app, *organisation, memberships).await
        })
        .await;
        if done == 0 {
            return Ok(closed);
        }
        closed += done;
    }
}
