//! The keys by which memberships are found through their contacts, one row for each contact.

use doorward_domain::{
    Held, MemberContact, MembershipId, OrganisationId, Record, RecordKind, Shelf,
};
use serde::Serialize;

use super::dialect::Column;
use super::{Error, Script, Statement, records};

/// Keeps the keys by which memberships are found through their contacts.
pub(super) fn save(
    script: &mut Script,
    organisation: OrganisationId,
    touched: &[Held<Record>],
) -> Result<(), Error> {
    // What closes goes first, so that the unique index sees it closed.
    for (live, invited) in [(0_i64, 0_i64), (1, 0), (1, 1)] {
        let stands = |held: &Held<Record>| {
            let Record::Membership(it) = &held.value else {
                return None;
            };
            let standing = (
                i64::from(it.status.is_live()),
                i64::from(it.is_open_invitation()),
            );
            (standing == (live, invited)).then_some(it.id)
        };
        let memberships: Vec<MembershipId> = touched.iter().filter_map(stands).collect();
        if memberships.is_empty() {
            continue;
        }
        let sql = format!(
            "UPDATE contact_key SET live = $3, invited = $4 WHERE organisation = $1 AND membership IN ({})",
            script.dialect().list("$2")
        );
        let statement = Statement::new(sql).id(organisation).set(&memberships)?;
        script.add(statement.number(live).number(invited));
    }
    let kept = touched
        .iter()
        .filter_map(|held| held.value.member_contact());
    let contacts: Vec<_> = kept.collect();
    keys(script, organisation, &contacts)
}

/// Writes the keys of these memberships anew.
fn keys(
    script: &mut Script,
    organisation: OrganisationId,
    contacts: &[&MemberContact],
) -> Result<(), Error> {
    #[derive(Serialize)]
    struct Key<'a> {
        membership: MembershipId,
        contact: &'a str,
    }
    let anew: Vec<_> = contacts.iter().map(|it| it.membership).collect();
    if anew.is_empty() {
        return Ok(());
    }
    let mut rows = Vec::new();
    for it in contacts {
        let membership = it.membership;
        rows.extend(it.contacts.iter().map(|contact| Key {
            membership,
            contact: contact.as_str(),
        }));
    }
    let sql = format!(
        "DELETE FROM contact_key WHERE organisation = $1 AND membership IN ({})",
        script.dialect().list("$2")
    );
    script.add(Statement::new(sql).id(organisation).set(&anew)?);
    // Whether the membership is open stands in its own row, which has been saved above.
    let sql = format!(
        "INSERT INTO contact_key (organisation, membership, contact, live, invited)
        SELECT $1, made.membership, made.contact, m.live, CASE WHEN m.live = 1 AND m.kind = $3 THEN 1 ELSE 0 END
        FROM {} CROSS JOIN record m WHERE m.organisation = $1 AND m.shelf = $4 AND m.id = made.membership",
        script.dialect().rows("$2", "made", &[Column::Text("membership"), Column::Text("contact")])
    );
    let statement = Statement::new(sql).id(organisation).set(&rows)?;
    let invitation = statement.text(RecordKind::Invitation.key());
    script.add(invitation.text(records::shelf(Shelf::Membership)));
    Ok(())
}
