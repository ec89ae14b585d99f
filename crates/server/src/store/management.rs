//! Other organisations that a decision asks about: one that is to manage this one, and those that this one manages
//!

use std::collections::BTreeSet;

use doorward_domain::{Community, Lookup, Membership, Organisation, OrganisationId, Record, World};
use sqlx::any::AnyRow;

use super::asked::Asked;
use super::records::Kept;
use super::{Error, Tx};

/// Puts the organisations into the world that the lookups ask for.
pub(super) async fn load(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
) -> Result<(), Error> {
    let nearby = lookups.iter().filter_map(|lookup| {
        let Lookup::Nearby(id) = lookup else {
            return None;
        };
        Some(*id)
    });
    for id in nearby {
        if let Some(organisation) = organisation(tx, id).await? {
            world.put_nearby(organisation);
        }
    }
    if lookups.contains(&Lookup::Communities) {
        for id in managed_by(tx, world.id).await? {
            let found = Asked::of_owners().records(tx, id).await?;
            if let Some(community) = community(found) {
                world.put_community(community);
            }
        }
    }
    Ok(())
}

/// The organisations that have this one as the managing one.
pub async fn managed_by(
    tx: &mut Tx,
    manager: OrganisationId,
) -> Result<Vec<OrganisationId>, Error> {
    let sql = "SELECT organisation FROM record WHERE manager = $1 AND shelf = 'organisation' ORDER BY organisation";
    let rows = sqlx::query(sql)
        .bind(manager.to_string())
        .fetch_all(tx.conn())
        .await?;
    let read = |row: &AnyRow| super::id(row, "organisation");
    rows.iter().map(read).collect()
}

async fn organisation(tx: &mut Tx, id: OrganisationId) -> Result<Option<Organisation>, Error> {
    let key = doorward_domain::RecordKey {
        shelf: doorward_domain::Shelf::Organisation,
        id: id.0,
    };
    let found = Asked::named(&[key]).records(tx, id).await?;
    Ok(found
        .into_iter()
        .find_map(|kept| as_organisation(kept.record)))
}

fn community(found: Vec<Kept>) -> Option<Community> {
    let (mut it, mut owners) = (None, Vec::new());
    for kept in found {
        if let Record::Membership(row) = kept.record {
            owners.push(Membership::clone(&row));
        } else {
            it = as_organisation(kept.record).or(it);
        }
    }
    it.map(|organisation| Community {
        organisation,
        owners,
    })
}

fn as_organisation(record: Record) -> Option<Organisation> {
    if let Record::Organisation(organisation) = record {
        Some(organisation)
    } else {
        None
    }
}
