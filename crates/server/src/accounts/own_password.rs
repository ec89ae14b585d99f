//! A new password by whoever is signed in and has just shown that they know the present one: every other session ends at
//! once (SES-3).

use super::bearer::SignedInDevice;
use super::password::{self, Weakness};
use super::reset;
use crate::App;
use crate::problem::Failure;

/// Changes the password; why it is not taken, if not.
pub async fn change(
    app: &App,
    proved: &SignedInDevice,
    typed: &str,
) -> Result<Result<(), Weakness>, Failure> {
    let account = &proved.account;
    let password = match password::accept(typed, &reset::names(account)) {
        Ok(password) => password,
        Err(weakness) => return Ok(Err(weakness)),
    };
    let hash = app.passwords().hash(&password).await?;
    let tx = app.store().begin().await?;
    let kept = reset::Kept {
        account,
        hash: &hash,
        about: app.new_id(),
        but: Some(proved.caller.device),
    };
    reset::keep(app, tx, kept).await?;
    Ok(Ok(()))
}
