//! What follows once an organisation was deleted: its rows are closed and become tombstones, their people are told, and
//! what it managed stands on its own or goes with it.

use std::collections::BTreeSet;

use doorward_domain::{
    Event, Lookup, MembershipId, OrganisationId, RecordKey, Shelf, Standing, after_deletion,
    buried, orphaned,
};

use super::Caller;
use super::batch::Batch;
use crate::App;
use crate::store::ledger;
use crate::store::{self, lookups};

/// Closes these rows of an organisation that was deleted; answers how many were open or approved.
pub async fn close_rows(
    app: &App,
    organisation: OrganisationId,
    memberships: &[MembershipId],
) -> Result<usize, store::Error> {
    let (system, mut tx) = (Caller::system(), app.store().begin().await?);
    let Some(ledger) = ledger::lock(&mut tx, organisation).await? else {
        return Ok(0);
    };
    let mut batch = Batch::new(app, ledger, &system, app.now());
    let named = memberships
        .iter()
        .flat_map(|id| [Lookup::Membership(*id), Lookup::Contacts(*id)]);
    let questions: BTreeSet<Lookup> = named.chain([Lookup::Organisation]).collect();
    lookups::load(&mut tx, &mut batch.world, &questions, app.now()).await?;
    let standing = batch.world.organisation().map(|it| it.standing);
    if standing != Some(Standing::Deleted) {
        return Ok(0);
    }
    let rows = memberships
        .iter()
        .filter_map(|id| batch.world.membership(*id));
    let events: Vec<Event> = rows.filter_map(|row| after_deletion(row)).collect();
    if events.is_empty() {
        return Ok(0);
    }
    batch.apply(&events, None)?;
    for MembershipId(id) in memberships {
        for shelf in [Shelf::Membership, Shelf::MemberContact, Shelf::Delivery] {
            let key = RecordKey { shelf, id: *id };
            let held = batch.world.record(key);
            if let Some(tombstone) = held.and_then(|it| buried(&it.value)) {
                batch.keep(tombstone);
            }
        }
    }
    let bells = batch.save(app, &mut tx).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(events.len())
}

/// Lets go of an organisation whose managing one was deleted; answers whether anything changed.
pub async fn let_go(app: &App, community: OrganisationId) -> Result<bool, store::Error> {
    let (system, mut tx) = (Caller::system(), app.store().begin().await?);
    let Some(ledger) = ledger::lock(&mut tx, community).await? else {
        return Ok(false);
    };
    let mut batch = Batch::new(app, ledger, &system, app.now());
    if batch.follow(&mut tx, orphaned).await? == 0 {
        return Ok(false);
    }
    let bells = batch.save(app, &mut tx).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(true)
}
