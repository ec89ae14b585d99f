//! The operator takes an account's rights, or gives them back.

use doorward_domain::{AccountStanding, Contact};

use super::note_use;
use crate::App;
use crate::doorbell::Bell;
use crate::store::{self, accounts, doorbell, mine, resets};

/// Why an account cannot be suspended or resumed.
#[derive(Debug, thiserror::Error)]
pub enum CannotSuspend {
    /// Nobody has the address.
    #[error("no account has this address")]
    Unknown,
    /// The account is no more.
    #[error("the person has deleted this account")]
    Gone,
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Suspends the account with this address, or resumes it; whoever decides requests in its stead hears of them at once.
pub async fn suspend(app: &App, contact: &Contact, suspended: bool) -> Result<(), CannotSuspend> {
    let mut tx = app.store().begin().await?;
    let found = accounts::by_contact(&mut tx, contact).await?;
    let person = found.ok_or(CannotSuspend::Unknown)?.person;
    let account = accounts::account_of(&mut tx, person).await?;
    if account.is_none_or(|it| it.standing == AccountStanding::Gone) {
        return Err(CannotSuspend::Gone);
    }
    let (standing, kind) = if suspended {
        (AccountStanding::Suspended, "account_suspended")
    } else {
        (AccountStanding::Living, "account_resumed")
    };
    accounts::set_standing(&mut tx, person, standing).await?;
    // A link for a new password does not outlive a suspension (S-37).
    resets::forget_of(&mut tx, person).await?;
    let mut bells = mine::note(&mut tx, mine::of_accounts(&[person])).await?;
    // Nor does a session: taking the suspension back signs nobody in.
    if suspended {
        bells.extend(mine::sign_out(&mut tx, person, None).await?.bells);
    }
    bells.push(Bell::Operator);
    let nothing = serde_json::json!({});
    note_use(app, &mut tx, kind, &person.to_string(), &nothing).await?;
    doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}
