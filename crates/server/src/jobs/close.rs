//! Closes what deleted organisations left behind. Nothing rests on it: where an organisation is
//! deleted, nobody has any right from that instant on.

use std::collections::BTreeMap;

use doorward_domain::{MembershipId, OrganisationId};

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
        let mut done = 0;
        for community in communities {
            done += usize::from(execute::let_go(app, community).await?);
        }
        let mut left: BTreeMap<OrganisationId, Vec<MembershipId>> = BTreeMap::new();
        for row in rows {
            left.entry(row.organisation)
                .or_default()
                .push(row.membership);
        }
        for (organisation, memberships) in left {
            done += execute::close_rows(app, organisation, &memberships).await?;
        }
        if done == 0 {
            return Ok(closed);
        }
        closed += done;
    }
}
