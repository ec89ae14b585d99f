//! Parts with people whose account has ended: what follows in organisations, then nothing is left that names them (R-60,
//! No right rests on it: an account counts as gone from its end on.

use doorward_domain::{Moment, PersonId};

use super::each::each;
use crate::store::accounts;
use crate::{App, execute, store};

/// Parts with everybody who deleted their account, and with those whose period of grace had ended by `until`; answers
/// how many that were. One who cannot be erased now is tried again at the next round and keeps nobody else waiting.
pub async fn round(app: &App, until: Option<Moment>) -> Result<usize, store::Error> {
    let until = until.unwrap_or(Moment(i64::MIN));
    let ended = accounts::ended(&mut app.store().snapshot().await?, until).await?;
    let failed = "somebody could not be erased";
    Ok(each(ended, failed, |person| part(app, person)).await)
}

async fn part(app: &App, person: PersonId) -> Result<usize, store::Error> {
    execute::part(app, person).await?;
    execute::erase(app, person).await?;
    Ok(1)
}
