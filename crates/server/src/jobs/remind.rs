//! Looks for occasions to remind somebody (R-41, R-54, RULES 7): the store narrows, the rules say what is due, and a
//! mark beside the letter makes each be told once.

use std::collections::BTreeMap;

use doorward_domain::{MembershipId, OrganisationId};

use super::each::each;
use crate::letters::reminders;
use crate::store::due::{self, After, Candidate};
use crate::store::told_once;
use crate::{App, store};

/// How many memberships are looked at in one go.
const PAGE: i64 = 200;
/// How far ahead memberships that end are looked at, in milliseconds; no rule looks farther.
const AHEAD: i64 = 8 * 24 * 60 * 60 * 1000;

/// Which memberships are looked at.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Open,
    Ending,
}

/// Reminds of everything that is due; answers how many letters were queued.
pub async fn round(app: &App) -> Result<usize, store::Error> {
    let mut told = 0;
    for kind in [Kind::Open, Kind::Ending] {
        let mut after = None;
        loop {
            let page = page(app, kind, after).await?;
            let failed = "nobody of an organisation could be reminded";
            let all = by_organisation(&page);
            told += each(&all, failed, |(organisation, memberships)| async move {
                remind(app, *organisation, memberships).await
            })
            .await;
            match page.last() {
                Some(last) => after = Some(*last),
                None => break,
            }
        }
    }
    Ok(told)
}

async fn page(app: &App, kind: Kind, after: After) -> Result<Vec<Candidate>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    match kind {
        Kind::Open => due::open(&mut tx, after, PAGE).await,
        Kind::Ending => {
            let now = app.now();
            due::ending(&mut tx, after, PAGE, (now, now.plus_millis(AHEAD))).await
        }
    }
}

fn by_organisation(page: &[Candidate]) -> BTreeMap<OrganisationId, Vec<MembershipId>> {
    let mut sorted: BTreeMap<OrganisationId, Vec<MembershipId>> = BTreeMap::new();
    for candidate in page {
        let memberships = sorted.entry(candidate.organisation).or_default();
        memberships.push(candidate.membership);
    }
    sorted
}

/// Reminds of what is due about some memberships of one organisation; answers how many letters were queued.
pub async fn remind(
    app: &App,
    organisation: OrganisationId,
    memberships: &[MembershipId],
) -> Result<usize, store::Error> {
    let now = app.now();
    let mut tx = app.store().snapshot().await?;
    let asked = reminders::ask(&mut tx, organisation, memberships, now).await?;
    let marks = asked.marks().into_keys().collect();
    let known = told_once::known(&mut tx, &marks).await?;
    drop(tx);
    if known.len() == marks.len() {
        return Ok(0);
    }
    let mut tx = app.store().begin().await?;
    let (told, bells) = asked.tell(&mut tx, now).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(told)
}
