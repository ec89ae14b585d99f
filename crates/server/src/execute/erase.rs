//! Erasing somebody whose account has ended: records become tombstones, what the history says of them goes while its
//! chain stays whole, and devices are told to drop what they keep. Done in steps that may be repeated.

use doorward_domain::{
    Account, Erasing, MembershipId, OrganisationId, PersonId, RecordKey, erased, erased_signature,
};
use doorward_protocol::Erased;
use serde_json::json;

use super::Caller;
use super::batch::Batch;
use crate::App;
use crate::store::{self, accounts, doorbell, erasing, ledger, lookups, mine};

/// How many records are rewritten under one lock.
const PAGE: usize = 200;

/// Erases a person from everything.
pub async fn erase(app: &App, person: PersonId) -> Result<(), store::Error> {
    let mut tx = app.store().snapshot().await?;
    let Some(account) = accounts::account_of(&mut tx, person).await? else {
        return Ok(());
    };
    let ledgers = ledger::all(&mut tx).await?;
    drop(tx);
    for organisation in ledgers {
        out_of(app, organisation, &account).await?;
    }
    let mut tx = app.store().begin().await?;
    erasing::account(&mut tx, &account, app.now()).await?;
    tx.commit().await
}

/// Erases a person from one organisation.
async fn out_of(
    app: &App,
    organisation: OrganisationId,
    account: &Account,
) -> Result<(), store::Error> {
    let mut tx = app.store().snapshot().await?;
    let theirs = erasing::memberships_of(&mut tx, organisation, account).await?;
    let keys = erasing::records_naming(&mut tx, organisation, account.person, &theirs).await?;
    drop(tx);
    let entries = entries_naming(app, organisation, account.person, &theirs).await?;
    if keys.is_empty() && entries.is_empty() {
        return Ok(());
    }
    let of = Erasing {
        person: account.person,
        contacts: account.contacts.clone(),
        memberships: theirs.iter().copied().collect(),
    };
    for page in keys.chunks(PAGE) {
        bury(app, organisation, page, &of).await?;
    }
    for page in entries.chunks(PAGE) {
        empty(app, organisation, account.person, page).await?;
    }
    tell(app, organisation, account, theirs).await
}

async fn entries_naming(
    app: &App,
    organisation: OrganisationId,
    person: PersonId,
    theirs: &[MembershipId],
) -> Result<Vec<u64>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let ledger = ledger::ledger(&mut tx, organisation).await?;
    let last = ledger.map_or(0, |it| it.entries);
    let (mut after, mut found) = (0, Vec::new());
    while after < last {
        let named = (person, theirs);
        let (here, until) = erasing::entries_naming(&mut tx, organisation, named, after).await?;
        found.extend(here);
        after = until;
    }
    Ok(found)
}

/// Makes tombstones of records, as they stand under the lock.
async fn bury(
    app: &App,
    organisation: OrganisationId,
    keys: &[RecordKey],
    of: &Erasing,
) -> Result<(), store::Error> {
    let (system, mut tx) = (Caller::system(), app.store().begin().await?);
    let Some(ledger) = ledger::lock(&mut tx, organisation).await? else {
        return Ok(());
    };
    let mut batch = Batch::new(app, ledger, &system, app.now());
    lookups::named(&mut tx, &mut batch.world, keys).await?;
    for key in keys {
        let Some(held) = batch.world.record(*key) else {
            continue;
        };
        let record = erased(&held.value, of);
        let signed = held.signed.as_ref();
        let signature = signed.and_then(|it| erased_signature(it, of.person));
        if record.is_some() || signature.is_some() {
            batch.bury(record.unwrap_or(held.value), signature.or(held.signed));
        }
    }
    let bells = batch.save(app, &mut tx).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

/// Empties entries of the history, and says there which they are: the verifier tells what was erased from what was taken.
async fn empty(
    app: &App,
    organisation: OrganisationId,
    person: PersonId,
    entries: &[u64],
) -> Result<(), store::Error> {
    let (system, mut tx) = (Caller::system(), app.store().begin().await?);
    let Some(ledger) = ledger::lock(&mut tx, organisation).await? else {
        return Ok(());
    };
    let mut batch = Batch::new(app, ledger, &system, app.now());
    erasing::empty(&mut tx, organisation, entries).await?;
    batch.note(
        "erased",
        &person.to_string(),
        &json!({ "entries": entries }),
    )?;
    batch.save(app, &mut tx).await?;
    tx.commit().await
}

/// Says once to devices that somebody was erased here, and takes them out of what others were told.
async fn tell(
    app: &App,
    organisation: OrganisationId,
    account: &Account,
    theirs: Vec<MembershipId>,
) -> Result<(), store::Error> {
    let (system, mut tx) = (Caller::system(), app.store().begin().await?);
    let Some(ledger) = ledger::lock(&mut tx, organisation).await? else {
        return Ok(());
    };
    let mut batch = Batch::new(app, ledger, &system, app.now());
    let quiet = mine::without(&mut tx, organisation, (&account.name, &theirs)).await?;
    erasing::out_of_outcomes(&mut tx, organisation, account.person).await?;
    let erased = Erased {
        person: account.person,
        memberships: theirs,
        revision: batch.next_revision(),
    };
    erasing::note(&mut tx, organisation, &erased).await?;
    let mut bells = batch.save(app, &mut tx).await?;
    bells.extend(mine::note(&mut tx, quiet).await?);
    doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}
