//! How many memberships stand where, kept as rows are written, so that no list counts its rows.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use crate::{Result, to_json};

/// What stands for no tab.
pub const NO_TAB: i64 = -1;

/// Where memberships stand: state, level, and the tab of an addressed invitation.
type Spot = (i64, Vec<u8>, i64);

/// What writing adds to the tallies and takes off them.
#[derive(Debug, Default)]
pub(crate) struct Difference {
    spots: BTreeMap<Spot, i64>,
}

impl Difference {
    /// A membership stands here now.
    pub(crate) fn come(&mut self, state: i64, level: &[u8], tab: Option<i64>) {
        *self.spots.entry(spot(state, level, tab)).or_default() += 1;
    }

    /// A membership stood here and does not any more.
    pub(crate) fn leave(&mut self, state: i64, level: &[u8], tab: Option<i64>) {
        *self.spots.entry(spot(state, level, tab)).or_default() -= 1;
    }
}

fn spot(state: i64, level: &[u8], tab: Option<i64>) -> Spot {
    (state, level.to_vec(), tab.unwrap_or(NO_TAB))
}

/// Writes what changed.
pub(crate) async fn write_tally(
    connection: &mut SqliteConnection,
    difference: Difference,
) -> Result<()> {
    let rows: Vec<(i64, String, i64, i64)> = difference
        .spots
        .into_iter()
        .filter(|(_, count)| *count != 0)
        .map(|((state, level, tab), count)| (state, hex(&level), tab, count))
        .collect();
    if !rows.is_empty() {
        let add = "INSERT INTO tally (state, level, tab, count) \
                   SELECT value ->> 0, unhex(value ->> 1), value ->> 2, value ->> 3 FROM json_each(?) WHERE true \
                   ON CONFLICT (state, level, tab) DO UPDATE SET count = count + excluded.count";
        sqlx::query(add)
            .bind(to_json(&rows)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}
