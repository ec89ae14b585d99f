//! Parts with people whose account has ended: what follows in organisations, then nothing is left that names them (R-60,
//! No right rests on it: an account counts as gone from its end on.

use doorward_domain::Moment;

use crate::store::accounts;
use crate::{App, execute, store};

/// Parts with everybody who deleted their account, and with those whose period of grace had ended by `until`; answers
/// how many that were.
pub async fn round(app: &App, until: Option<Moment>) -> Result<usize, store::Error> {
    let until = until.unwrap_or(Moment(i64::MIN));
    let ended = accounts::ended(&mut app.store().snapshot().await?, until).await?;
    for person in &ended {
        execute::part(app, *person).await?;
        execute::erase(app, *person).await?;
    }
    Ok(ended.len())
}
