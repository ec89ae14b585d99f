//! Sums: per kind, how many records there are and the sum of their hashes, kept as records are written (SYN-7).

use doorward_domain::OrganisationId;
use doorward_protocol::{Sum, Sums};
use sqlx::Row;

use super::{Error, Tx, records};

/// The sums of every kind of which there is or was a record.
pub async fn sums(tx: &mut Tx, organisation: OrganisationId) -> Result<Sums, Error> {
    let query = sqlx::query("SELECT kind, records, hash FROM kind_sum WHERE organisation = $1")
        .bind(organisation.to_string());
    let mut sums = Sums::new();
    for row in query.fetch_all(tx.conn()).await? {
        let kind: String = row.try_get("kind")?;
        let count = row.try_get::<i64, _>("records")?.cast_unsigned();
        let hash = row.try_get::<i64, _>("hash")?.cast_unsigned();
        if let Some(kind) = records::kind(&kind) {
            sums.insert(kind, Sum { count, hash });
        }
    }
    Ok(sums)
}
