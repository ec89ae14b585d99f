//! Closes what deleted organisations left behind. Nothing rests on it: where an organisation is
//! deleted, nobody has any right from that instant on.

use std::collections::BTreeMap;

use doorward_domain::{MembershipId, OrganisationId};

use super::each::each;
use crate::store::deleted;
use crate::{App, execute, store};

/// How many rows are closed in one go.
const PAGE: i64 = 200;

/// What is logged of one that fails.
const FAILED: &str = "what was deleted could not be closed";

/// Closes rows, and lets go of what was managed; answers how many that were.
pub async fn round(app: &App) -> Result<usize, store::Error> {
    Ok(let_go(app).await? + close_rows(app).await?)
}

async fn let_go(app: &App) -> Result<usize, store::Error> {
    let (mut after, mut done) = (None, 0);
    loop {
        let mut tx = app.store().snapshot().await?;
        let page = deleted::communities(&mut tx, after, PAGE).await?;
        drop(tx);
        after = page.last().copied();
        done += each(page, FAILED, |community| async move {
            Ok(usize::from(execute::let_go(app, community).await?))
        })
        .await;
        if after.is_none() {
            return Ok(done);
        }
    }
}

async fn close_rows(app: &App) -> Result<usize, store::Error> {
    let (mut after, mut done) = (None, 0);
    loop {
        let mut tx = app.store().snapshot().await?;
        let page = deleted::live_rows(&mut tx, after, PAGE).await?;
        drop(tx);
        after = page.last().copied();
        let mut left: BTreeMap<OrganisationId, Vec<MembershipId>> = BTreeMap::new();
        for row in page {
            left.entry(row.organisation)
                .or_default()
                .push(row.membership);
        }
        done += each(&left, FAILED, |(organisation, memberships)| async move {
            execute::close_rows(app, *organisation, memberships).await
        })
        .await;
        if after.is_none() {
            return Ok(done);
        }
    }
}
