//! Activity: which organisations have not heard today that a person is here.

use doorward_domain::{Day, MembershipId, OrganisationId, PersonId};
use sqlx::any::AnyRow;

use super::{Error, Tx};

/// The approved memberships of a person that were not seen on `today`. A hint: the rules judge each under its lock.
pub async fn unseen(
    tx: &mut Tx,
    person: PersonId,
    today: Day,
) -> Result<Vec<(OrganisationId, MembershipId)>, Error> {
    let rows = sqlx::query(
        "SELECT m.organisation, m.id FROM record m
        LEFT JOIN record a ON a.organisation = m.organisation AND a.shelf = 'member_activity' AND a.id = m.id
        WHERE m.person = $1 AND m.shelf = 'membership' AND m.approved = 1
            AND (a.seen_on IS NULL OR a.seen_on < $2)
        ORDER BY m.organisation, m.id",
    )
    .bind(person.to_string())
    .bind(today.0)
    .fetch_all(tx.conn())
    .await?;
    let pair = |row: &AnyRow| Ok((super::id(row, "organisation")?, super::id(row, "id")?));
    rows.iter().map(pair).collect()
}
