//! What memberships name one by one: rooms, sites and a staff record. Whoever names a thing is found by it, however
//! large the organisation is.

use doorward_domain::{Held, Membership, OrganisationId, Record};
use serde::Serialize;
use uuid::Uuid;

use super::dialect::Column;
use super::{Dialect, Error, Script, Statement};

#[derive(Debug, Serialize)]
struct Row {
    id: Uuid,
    membership: Uuid,
}

/// Keeps what the memberships among these records name.
pub(super) fn save(
    script: &mut Script,
    organisation: OrganisationId,
    touched: &[Held<Record>],
) -> Result<(), Error> {
    let membership = |held: &Held<Record>| {
        let Record::Membership(it) = &held.value else {
            return None;
        };
        Some((it.id.0, things(it)))
    };
    let (mut anew, mut rows) = (Vec::new(), Vec::new());
    for (membership, things) in touched.iter().filter_map(membership) {
        anew.push(membership);
        rows.extend(things.into_iter().map(|id| Row { id, membership }));
    }
    if anew.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "DELETE FROM named WHERE organisation = $1 AND membership IN ({})",
        script.dialect().list("$2")
    );
    script.add(Statement::new(sql).id(organisation).set(&anew)?);
    if rows.is_empty() {
        return Ok(());
    }
    let columns = [Column::Text("id"), Column::Text("membership")];
    let sql = format!(
        "INSERT INTO named (organisation, id, membership) SELECT $1, made.id, made.membership FROM {}",
        script.dialect().rows("$2", "made", &columns)
    );
    script.add(Statement::new(sql).id(organisation).set(&rows)?);
    Ok(())
}

/// Those of `own`, a query of records, that are memberships and name one of the things in a parameter.
pub(super) fn naming(own: &str, dialect: Dialect, parameter: &str) -> String {
    format!(
        "{own} AND r.shelf = 'membership' AND r.id IN
        (SELECT n.membership FROM named n WHERE n.organisation = $1 AND n.id IN ({}))",
        dialect.list(parameter)
    )
}

/// What a membership names, each once.
fn things(membership: &Membership) -> Vec<Uuid> {
    let mut things: Vec<Uuid> = membership.staff.iter().map(|it| it.0).collect();
    if let Some(grant) = &membership.grant {
        things.extend(grant.rooms.iter().map(|it| it.0));
        things.extend(grant.room_sites.iter().map(|it| it.0));
        things.extend(grant.limited_to.iter().map(|it| it.0));
    }
    things.sort_unstable();
    things.dedup();
    things
}
