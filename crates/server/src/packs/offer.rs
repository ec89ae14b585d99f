//! Which pack is sent to a device that begins, and when another one is made.

use doorward_domain::{OrganisationId, View};

use super::kept::{END, Kept, name, open, remove};
use super::make;
use super::parcel::Parcel;
use crate::App;
use crate::store::{Error, Tx, erasing, feed};

/// For how long one is sent.
const FRESH_MILLIS: i64 = 24 * 60 * 60 * 1000;
/// One is sent until as many changes have been made as a quarter of its records, because each of them is to follow;
const FOLLOWED: u64 = 4;
/// from a fiftieth on, another one is made meanwhile.
const BETTER: u64 = 50;

/// The pack of a view as it is at a revision of a snapshot, for a device that has nothing yet. Where there is none, one is
/// made for those who come later.
pub async fn offer(
    app: &App,
    tx: &mut Tx,
    (organisation, view): (OrganisationId, &View),
    revision: u64,
) -> Result<Option<Parcel>, Error> {
    let asked = app.config().packs;
    let Some(shared) = view.shared().filter(|_| asked.mebibytes > 0) else {
        return Ok(None);
    };
    let sums = feed::sums(tx, organisation, &shared).await?;
    let records: u64 = sums.values().map(|sum| sum.count).sum();
    if records < asked.from_records {
        return Ok(None);
    }
    let path = app.packs().path(&name(organisation, &shared)?, END);
    let mut found = None;
    let kept = open(&path);
    if let Ok(Some((kept, file))) = kept
        && is_good(app, tx, &kept, (revision, records)).await?
    {
        tracing::debug!(%organisation, revision = kept.revision, "a pack is sent");
        found = Some(Parcel::new(kept, file));
    } else if let Err(error) = remove(&path) {
        // Whoever asks is answered with pages, which only read (DUR-3).
        tracing::warn!(%error, "a pack that is no good any more could not be taken away");
    }
    let behind = found.as_ref().map(|it| revision - it.revision());
    if behind.is_none_or(|behind| behind > records / BETTER) {
        make::begin(app, organisation, shared);
    }
    Ok(found)
}

/// Whether it is young, few changes are to follow, and nobody who stands in it was erased since.
async fn is_good(
    app: &App,
    tx: &mut Tx,
    kept: &Kept,
    (revision, records): (u64, u64),
) -> Result<bool, Error> {
    let age = app.now().0.abs_diff(kept.made_at.0);
    let followed = revision.checked_sub(kept.revision);
    if age > FRESH_MILLIS.unsigned_abs() || followed.is_none_or(|it| it > records / FOLLOWED) {
        return Ok(false);
    }
    let erased = erasing::between(tx, kept.organisation, (kept.revision, revision)).await?;
    Ok(erased.is_empty())
}
