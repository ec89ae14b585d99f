//! Tells those to whom requests were handed on: at once after a change that may do so, and every minute, because dates begin
//! and end by themselves (R-41, R-46, RULES 7).

use std::time::Duration;

use doorward_domain::{MembershipId, OrganisationId};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{MissedTickBehavior, interval};

use super::each::each;
use super::remind;
use crate::doorbell::Bell;
use crate::letters::handing::{self, Handed};
use crate::store::{due, management};
use crate::{App, store};

/// How often everything that waits is looked at.
const BEAT: Duration = Duration::from_mins(1);
/// What is logged of an organisation whose deciders could not be told.
const FAILED: &str = "those who decide now could not be told";
/// How many requests are looked at in one go.
const PAGE: i64 = 200;

/// Tells whoever is handed a request, until the program ends.
pub async fn run(app: &App) {
    let (mut bells, mut ticks) = (app.doorbell().listen(), interval(BEAT));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let told = tokio::select! {
            _ = ticks.tick() => Box::pin(round(app)).await,
            bell = bells.recv() => match bell {
                Ok(Bell::Deciders { of }) => Box::pin(around(app, of)).await,
                Ok(Bell::Organisation { .. } | Bell::Person { .. } | Bell::Sessions | Bell::Ending) => continue,
                Ok(Bell::Operator) | Err(RecvError::Lagged(_)) => Box::pin(round(app)).await,
                Err(RecvError::Closed) => return,
            },
        };
        if let Err(error) = told {
            tracing::warn!(%error, "{FAILED}");
        }
    }
}

/// Looks at every request that waits anywhere; answers how many letters were queued.
pub async fn round(app: &App) -> Result<usize, store::Error> {
    let waiting = due::where_somebody_waits(&mut app.store().snapshot().await?).await?;
    Ok(each(waiting, FAILED, |organisation| of(app, organisation)).await)
}

/// Looks at an organisation in which somebody else may decide now, and at those that it manages.
async fn around(app: &App, organisation: OrganisationId) -> Result<usize, store::Error> {
    let managed = management::managed_by(&mut app.store().snapshot().await?, organisation).await?;
    let all = std::iter::once(organisation).chain(managed);
    Ok(each(all, FAILED, |organisation| of(app, organisation)).await)
}

async fn of(app: &App, organisation: OrganisationId) -> Result<usize, store::Error> {
    let (mut told, mut after, mut all) = (0, None, None::<Handed>);
    loop {
        let mut tx = app.store().snapshot().await?;
        let page = due::requests(&mut tx, organisation, after, PAGE).await?;
        drop(tx);
        let Some(last) = page.last() else {
            break;
        };
        after = Some(*last);
        let (reminded, handed) = ask(app, organisation, &page).await?;
        told += reminded;
        match &mut all {
            Some(all) => all.join(handed),
            None => all = Some(handed),
        }
    }
    match all {
        Some(handed) => Ok(told + tell(app, &handed).await?),
        None => Ok(told),
    }
}

/// Reminds of these requests; answers how many letters that are, and to whom the requests were handed on.
async fn ask(
    app: &App,
    organisation: OrganisationId,
    requests: &[MembershipId],
) -> Result<(usize, Handed), store::Error> {
    // Who is reminded of a request, or hears that it escalates, needs not hear of it in another way besides.
    let reminded = remind::remind(app, organisation, requests).await?;
    let mut tx = app.store().snapshot().await?;
    let on_its_way = due::being_told(&mut tx, requests).await?;
    let quiet = requests.iter().filter(|it| !on_its_way.contains(it));
    let quiet: Vec<MembershipId> = quiet.copied().collect();
    let handed = handing::ask(&mut tx, organisation, &quiet, app.now()).await?;
    Ok((reminded, handed))
}

async fn tell(app: &App, handed: &Handed) -> Result<usize, store::Error> {
    if handed.is_empty() {
        return Ok(0);
    }
    let mut tx = app.store().begin().await?;
    let (told, bells) = handed.tell(&mut tx, app.now()).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(told)
}
