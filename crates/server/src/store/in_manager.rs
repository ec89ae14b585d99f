//! What is known of the managing organisation while a command of the managed one is judged.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{
    InManager, Lookup, Organisation, OrganisationId, Permission, PersonId, Record, World,
};
use sqlx::AssertSqlSafe;

use super::asked::Asked;
use super::{Error, Tx, letter_facts};

/// Of whom it is asked what they have in the managing organisation.
fn asked_in_manager(lookups: &BTreeSet<Lookup>) -> BTreeSet<PersonId> {
    let person = |lookup: &Lookup| {
        let Lookup::InManager(id) = lookup else {
            return None;
        };
        Some(*id)
    };
    lookups.iter().filter_map(person).collect()
}

/// What persons have in the managing organisation; nothing where there is none.
pub(super) async fn load(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
) -> Result<(), Error> {
    let persons = asked_in_manager(lookups);
    let Some(manager) = world
        .organisation()
        .and_then(Organisation::manager_or_proposed)
    else {
        return Ok(());
    };
    if lookups.contains(&Lookup::DecidersInManager) {
        let deciders = letter_facts::candidates(tx, manager, Permission::RequestsDecide).await?;
        world.put_deciders_in_manager(deciders);
    }
    if persons.is_empty() {
        return Ok(());
    }
    let sisters = known_to_sisters(tx, manager, world.id, &persons).await?;
    let (mut organisation, mut levels, mut memberships) = (None, BTreeMap::new(), Vec::new());
    for kept in Asked::held_by(&persons).records(tx, manager).await? {
        match kept.record {
            Record::Organisation(it) => organisation = Some(it),
            Record::Level(it) => drop(levels.insert(it.id, it)),
            Record::Membership(it) => memberships.push(*it),
            Record::Settings(_)
            | Record::Room(_)
            | Record::Site(_)
            | Record::Staff(_)
            | Record::MemberContact(_)
            | Record::Link(_)
            | Record::Delivery(_)
            | Record::MemberActivity(_) => {}
        }
    }
    let Some(organisation) = organisation else {
        return Ok(());
    };
    for person in persons {
        let of_person = memberships
            .iter()
            .filter(|it| it.person == Some(person))
            .cloned()
            .collect();
        let found = InManager {
            organisation: organisation.clone(),
            levels: levels.clone(),
            memberships: of_person,
            in_sister: Some(sisters.contains(&person)),
        };
        world.put_in_manager(person, found);
    }
    Ok(())
}

/// Which of these persons another community of the same managing organisation has a row of.
async fn known_to_sisters(
    tx: &mut Tx,
    manager: OrganisationId,
    own: OrganisationId,
    persons: &BTreeSet<PersonId>,
) -> Result<BTreeSet<PersonId>, Error> {
    let sql = format!(
        "SELECT DISTINCT m.person FROM record m JOIN record o ON o.organisation = m.organisation
        WHERE o.shelf = 'organisation' AND o.manager = $1 AND o.organisation <> $2
            AND m.shelf = 'membership' AND m.person IN ({})",
        tx.dialect().list("$3")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(manager.to_string())
        .bind(own.to_string())
        .bind(super::json(&persons)?)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| super::id(row, "person")).collect()
}
