//! A new address: the account has it at once, and each organisation that kept the one before gets it in a change of its own
//! (DESIGN 4).

use doorward_domain::{Contact, OrganisationId, PersonId, Record, RecordKey, Shelf, readdressed};
use serde_json::json;

use super::Caller;
use super::batch::Batch;
use crate::App;
use crate::store::addresses::AddressRow;
use crate::store::{self, addresses, ledger, lookups, renaming};

/// Copies the new address of an account into every organisation that keeps the one before. What does not get there now, a
/// job sends on.
pub async fn spread(app: &App, person: PersonId) -> Result<(), store::Error> {
    let mut tx = app.store().snapshot().await?;
    let new = addresses::unspread(&mut tx, person).await?;
    let rows = renaming::rows_of(&mut tx, person).await?;
    drop(tx);
    let Some(AddressRow {
        id,
        contact,
        before: Some(before),
        ..
    }) = new
    else {
        return Ok(());
    };
    for rows in rows.chunk_by(|one, next| one.0 == next.0) {
        let shelf = Shelf::MemberContact;
        let keys = rows.iter().map(|(_, key)| RecordKey { shelf, id: key.id });
        let keys: Vec<_> = keys.collect();
        into(app, rows[0].0, &keys, (&before, &contact)).await?;
    }
    let mut tx = app.store().begin().await?;
    addresses::settled(&mut tx, id).await?;
    tx.commit().await
}

async fn into(
    app: &App,
    organisation: OrganisationId,
    rows: &[RecordKey],
    (before, after): (&Contact, &Contact),
) -> Result<(), store::Error> {
    let mut tx = app.store().begin().await?;
    let Some(ledger) = ledger::lock(&mut tx, organisation).await? else {
        return Ok(());
    };
    let system = Caller::system();
    let mut batch = Batch::new(app, ledger, &system, app.now());
    lookups::named(&mut tx, &mut batch.world, rows).await?;
    let mut changes = false;
    for key in rows {
        let held = batch.world.record(*key).map(|held| held.value);
        let Some(Record::MemberContact(kept)) = held else {
            continue;
        };
        let Some(kept) = readdressed(&kept, before, after) else {
            continue;
        };
        let membership = kept.membership;
        let payload = json!({ "event": { "membership": membership } });
        batch.note("readdressed", &membership.to_string(), &payload)?;
        batch.keep(Record::MemberContact(kept));
        changes = true;
    }
    if !changes {
        return Ok(());
    }
    let bells = batch.save(app, &mut tx).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}
