//! What letters and pages name: an organisation, and some of its own levels.

use doorward_domain::{Level, LevelId, Name, OrganisationId, Record};
use serde_json::json;
use sqlx::{AssertSqlSafe, Row};

use super::{Error, Tx};

/// The name of an organisation, and the own levels with these ids.
pub async fn names(
    tx: &mut Tx,
    organisation: OrganisationId,
    levels: &[LevelId],
) -> Result<(Option<Name>, Vec<Level>), Error> {
    let sql = format!(
        "SELECT id, body FROM record WHERE organisation = $2 \
         AND (shelf = 'organisation' OR (shelf = 'level' AND id IN ({})))",
        tx.dialect().list("$1")
    );
    let list = json!(levels).to_string();
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(list).bind(organisation.to_string()).fetch_all(tx.conn()).await?;
    let (mut name, mut found) = (None, Vec::new());
    for row in &rows {
        let (id, body): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        match serde_json::from_str(&body).map_err(Error::unreadable("record", &id))? {
            Record::Organisation(it) => name = Some(it.name),
            Record::Level(it) => found.push(it),
            _ => {}
        }
    }
    Ok((name, found))
}
