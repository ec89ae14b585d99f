//! A new name: the account has it at once, and each organisation gets it in a change of its own (DESIGN 4).

use doorward_domain::{Account, Actor, Name, OrganisationId, PersonId, Record, RecordKey, renamed};
use serde_json::json;

use super::Caller;
use super::batch::Batch;
use crate::App;
use crate::store::{self, accounts, doorbell, ledger, lookups, mine, renaming};

/// Gives the caller's account a new name and has it reach every organisation that knows the person. What does not get
/// there now, a job sends on.
pub async fn rename(app: &App, caller: &Caller, name: &Name) -> Result<(), store::Error> {
    let Some(account) = caller.actor.account() else {
        return Ok(());
    };
    let mut tx = app.store().begin().await?;
    renaming::rename(&mut tx, account.person, name, app.now()).await?;
    let bells = mine::note(&mut tx, mine::of_accounts(&[account.person])).await?;
    doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    if let Err(error) = spread(app, account.person).await {
        tracing::warn!(%error, "a new name is on its way to organisations");
    }
    Ok(())
}

/// Copies the name of an account into every organisation that knows its person.
pub async fn spread(app: &App, person: PersonId) -> Result<(), store::Error> {
    let mut tx = app.store().snapshot().await?;
    let (account, rows) = (
        accounts::account_of(&mut tx, person).await?,
        renaming::rows_of(&mut tx, person).await?,
    );
    drop(tx);
    let Some(account) = account else {
        return Ok(());
    };
    for rows in rows.chunk_by(|one, next| one.0 == next.0) {
        let keys: Vec<_> = rows.iter().map(|(_, key)| *key).collect();
        into(app, rows[0].0, &account, &keys).await?;
    }
    let mut tx = app.store().begin().await?;
    renaming::settled(&mut tx, person, &account.name).await?;
    tx.commit().await
}

async fn into(
    app: &App,
    organisation: OrganisationId,
    account: &Account,
    rows: &[RecordKey],
) -> Result<(), store::Error> {
    let mut tx = app.store().begin().await?;
    let Some(ledger) = ledger::lock(&mut tx, organisation).await? else {
        return Ok(());
    };
    let caller = Caller {
        actor: Actor::Person {
            account: account.clone(),
            fresh: false,
        },
        ..Caller::system()
    };
    let mut batch = Batch::new(app, ledger, &caller, app.now());
    lookups::named(&mut tx, &mut batch.world, rows).await?;
    for key in rows {
        let held = batch.world.record(*key).map(|held| held.value);
        let Some(Record::Membership(row)) = held else {
            continue;
        };
        let Some(row) = renamed(&row, &account.name) else {
            continue;
        };
        let payload = json!({ "event": { "membership": row.id } });
        batch.note("renamed", &row.id.to_string(), &payload)?;
        batch.keep(Record::Membership(row.into()));
    }
    let bells = batch.save(app, &mut tx).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}
