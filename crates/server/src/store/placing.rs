//! Placing: notes where records belong that were saved before that was noted; done once, when the store is opened.

use std::collections::BTreeSet;

use doorward_domain::OrganisationId;
use sqlx::{AssertSqlSafe, Row};

use super::dialect::Column;
use super::places::{self, EVERYWHERE};
use super::records::{self, COLUMNS};
use super::sums::PlaceSums;
use super::{Error, Store, Tx, ledger, sums};

/// Notes it in every organisation that has such records.
pub(super) async fn place_all(store: &Store) -> Result<(), Error> {
    let mut tx = store.begin().await?;
    let rows = sqlx::query("SELECT DISTINCT organisation AS id FROM record WHERE places IS NULL")
        .fetch_all(tx.conn())
        .await?;
    for row in &rows {
        let organisation = super::id(row, "id")?;
        ledger::lock(&mut tx, organisation).await?;
        place(&mut tx, organisation).await?;
        follow(&mut tx, organisation).await?;
        count(&mut tx, organisation).await?;
    }
    tx.commit().await
}

/// The records that say themselves where they belong.
async fn place(tx: &mut Tx, organisation: OrganisationId) -> Result<(), Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM record r WHERE r.organisation = $1 AND r.places IS NULL
        AND r.shelf IN ('membership', 'room', 'site')"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .fetch_all(tx.conn())
        .await?;
    let (mut named, mut placed) = (BTreeSet::new(), Vec::new());
    for row in &rows {
        let kept = records::read(row)?;
        let key = kept.record.key(organisation);
        let of = places::of(&kept.record)?;
        if let Some(of) = of.filter(|it| it.key != EVERYWHERE) {
            placed.push(serde_json::json!({"shelf": records::shelf(key.shelf), "id": key.id, "places": of.key}));
            named.insert(of);
        }
    }
    tx.script(|script| places::keep(script, organisation, &named))
        .await?;
    let columns = ["shelf", "id", "places"].map(Column::Text);
    let sql = format!(
        "UPDATE record SET places = placed.places FROM {}
        WHERE organisation = $1 AND record.shelf = placed.shelf AND record.id = placed.id",
        tx.dialect().rows("$2", "placed", &columns)
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(super::json(&placed)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What is kept with memberships belongs where these do; the rest belongs to every site.
async fn follow(tx: &mut Tx, organisation: OrganisationId) -> Result<(), Error> {
    let follow = "UPDATE record SET places = (SELECT m.places FROM record m WHERE m.organisation = record.organisation
            AND m.shelf = 'membership' AND m.id = record.id)
        WHERE organisation = $1 AND places IS NULL AND shelf IN ('member_contact', 'delivery', 'member_activity')";
    let rest = "UPDATE record SET places = '' WHERE organisation = $1 AND places IS NULL";
    for sql in [follow, rest] {
        sqlx::query(sql)
            .bind(organisation.to_string())
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

async fn count(tx: &mut Tx, organisation: OrganisationId) -> Result<(), Error> {
    let rows = sqlx::query(
        "SELECT kind, id, revision, places FROM record WHERE organisation = $1 AND places <> ''",
    )
    .bind(organisation.to_string())
    .fetch_all(tx.conn())
    .await?;
    let mut counted = PlaceSums::new();
    for row in &rows {
        let kind: String = row.try_get("kind")?;
        if let Some(kind) = records::kind(&kind) {
            let sum = counted.entry((kind, row.try_get("places")?)).or_default();
            let revision: i64 = row.try_get("revision")?;
            sum.add(super::id(row, "id")?, revision.cast_unsigned());
        }
    }
    tx.script(|script| sums::write_places(script, organisation, &counted))
        .await?;
    Ok(())
}
