//! Communities that take requests, for the list that strangers choose from. The statement narrows; the rules
//! say of each whether somebody may ask.

use doorward_domain::{Name, OrganisationId, Record};
use sqlx::Row;

use super::{Error, Tx};

/// Every organisation whose settings take requests, with its name.
pub async fn that_take_requests(tx: &mut Tx) -> Result<Vec<(OrganisationId, Name)>, Error> {
    let sql = "SELECT o.body AS body FROM record s CROSS JOIN record o \
               WHERE s.shelf = 'settings' AND s.body LIKE '%\"accepts_requests\":true%' \
               AND o.organisation = s.organisation AND o.shelf = 'organisation'";
    let rows = sqlx::query(sql).fetch_all(tx.conn()).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        let body: String = row.try_get("body")?;
        let record =
            serde_json::from_str(&body).map_err(Error::unreadable("record", "organisation"))?;
        if let Record::Organisation(it) = record {
            found.push((it.id, it.name));
        }
    }
    Ok(found)
}
