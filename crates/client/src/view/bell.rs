//! The bell: what the person was told, the newest first (RULES 7).

use doorward_protocol::MyNotice;

use super::extent::{USUAL, count};
use crate::contract::{BellAsk, BellRow, BellView};
use crate::desk::Desk;
use crate::error::Result;

/// Entries that a bell shows at most.
const MOST: u32 = 5_000;

/// How many entries are asked for.
pub(crate) fn bell_rows(ask: &BellAsk) -> usize {
    ask.limit.unwrap_or(USUAL).min(MOST) as usize
}

/// The newest entries, and how many are unread.
pub(crate) async fn bell(desk: &Desk, ask: &BellAsk) -> Result<BellView> {
    let most = count(bell_rows(ask) as u64);
    let (total, unread) = desk.own.count_notices().await?;
    let notices = desk.own.notices(most).await?;
    Ok(BellView {
        rows: notices.into_iter().map(row).collect(),
        unread,
        total,
    })
}

fn row(it: MyNotice) -> BellRow {
    BellRow {
        id: it.id,
        kind: it.kind,
        organisation: it.organisation,
        organisation_name: it.organisation_name,
        about: it.about,
        name: it.name,
        contact: it.contact,
        by: it.by,
        at: it.at,
        read: it.read,
    }
}
