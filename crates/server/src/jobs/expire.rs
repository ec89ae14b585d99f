//! The organisation's rule that sets memberships to expired once their end has passed (BEL-14). The system gives the
//! command like anybody else; whether it may is the rules' word.

use doorward_domain::{Actor, Command, Decision, ExpireMembership, Moment};

use super::each::each;
use crate::execute::{self, Caller};
use crate::store::due::{self, Candidate};
use crate::{App, store};

/// How many memberships are looked at in one go.
const PAGE: i64 = 200;

/// Sets to expired what had ended by `until` and the rules let the system set; answers how many memberships that were.
pub async fn round(app: &App, until: Moment) -> Result<usize, store::Error> {
    let (mut after, mut expired) = (None, 0);
    loop {
        let mut tx = app.store().snapshot().await?;
        let page = due::over(&mut tx, after, PAGE, (Moment(i64::MIN), until)).await?;
        drop(tx);
        let failed = "a membership could not be set to expired";
        let all = page.iter().copied();
        expired += each(all, failed, |of| async move {
            Ok(usize::from(expire(app, of).await?))
        })
        .await;
        match page.last() {
            Some(last) => after = Some(*last),
            None => return Ok(expired),
        }
    }
}

/// Asks before the command is given: one that is refused would be refused at every beat.
async fn expire(app: &App, of: Candidate) -> Result<bool, store::Error> {
    let command = Command::ExpireMembership(ExpireMembership {
        membership: of.membership,
    });
    let asked = execute::would(app, of.organisation, &Actor::System, &command).await?;
    if !matches!(asked, Ok(Decision::Done(_))) {
        return Ok(false);
    }
    let system = Caller::system();
    match execute::one(app, of.organisation, &system, command).await {
        Ok(doorward_protocol::Outcome::Applied { .. }) => Ok(true),
        // Another process was quicker, or something has changed since it was asked.
        Ok(_) => Ok(false),
        Err(execute::Error::Store(error)) => Err(error),
        Err(error) => {
            tracing::warn!(%error, "a membership could not be set to expired");
            Ok(false)
        }
    }
}
