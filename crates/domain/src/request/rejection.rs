//! What the organisation's last no to somebody means when they ask again: how long they wait, and what they read (R-11, OLV-35).

use crate::Moment;
use crate::membership::{Membership, Side, Status};

/// The newest of somebody's rows in an organisation that it declined, and when that was.
pub fn newest_rejection<'a>(
    rows: impl IntoIterator<Item = &'a Membership>,
) -> Option<(&'a Membership, Moment)> {
    let by = Side::Organisation;
    let rejected = rows
        .into_iter()
        .filter(|it| it.status == Status::Rejected { by });
    let decided = rejected.filter_map(|it| Some((it, it.decided.as_ref()?.at)));
    decided.max_by_key(|(_, at)| *at)
}

/// The rejection that somebody is told of who may ask again: none where they have been approved since.
pub fn rejection_to_tell(rows: &[Membership]) -> Option<(&Membership, Moment)> {
    let (row, at) = newest_rejection(rows)?;
    let since = |it: &Membership| it.approved_at.is_some_and(|approved| approved > at);
    (!rows.iter().any(since)).then_some((row, at))
}
