//! What goes: packs in which somebody stands who was erased, old ones, more than may be kept, and what a process
//! that was stopped left half made.

use std::fs;
use std::path::PathBuf;

use super::kept::{END, open, remove};
use crate::App;
use crate::store::{Error, erasing, ledger};

/// How old a pack becomes.
const OLDEST_MILLIS: u64 = 24 * 60 * 60 * 1000;

/// Looks through all packs once.
pub async fn sweep(app: &App) -> Result<(), Error> {
    let files = app.packs().files().map_err(Error::Folder)?;
    let (packs, halves): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|path| path.extension().is_some_and(|end| end == END));
    if let Some(_turn) = app.packs().turn() {
        halves
            .iter()
            .try_for_each(|half| remove(half))
            .map_err(Error::Folder)?;
    }
    let mut sound = Vec::new();
    for path in packs {
        match size_if_sound(app, &path).await? {
            Some((made_at, size)) => sound.push((made_at, size, path)),
            None => remove(&path).map_err(Error::Folder)?,
        }
    }
    bound(app, sound)
}

/// When a pack was made and how large it is; nothing where it is to go.
async fn size_if_sound(app: &App, path: &PathBuf) -> Result<Option<(i64, u64)>, Error> {
    let Ok(Some((kept, _))) = open(path) else {
        return Ok(None);
    };
    if app.now().0.abs_diff(kept.made_at.0) > OLDEST_MILLIS {
        return Ok(None);
    }
    let mut tx = app.store().snapshot().await?;
    let Some(now) = ledger::ledger(&mut tx, kept.organisation).await? else {
        return Ok(None);
    };
    let since = (kept.revision, now.revision);
    let erased = erasing::between(&mut tx, kept.organisation, since).await?;
    if now.revision < kept.revision || !erased.is_empty() {
        return Ok(None);
    }
    let size = fs::metadata(path).map_err(Error::Folder)?.len();
    Ok(Some((kept.made_at.0, size)))
}

/// Takes the oldest away until the rest is no more than may be kept.
fn bound(app: &App, mut packs: Vec<(i64, u64, PathBuf)>) -> Result<(), Error> {
    let most = app.config().packs.mebibytes.saturating_mul(1024 * 1024);
    packs.sort_unstable();
    let mut size: u64 = packs.iter().map(|it| it.1).sum();
    for (_, of_one, path) in packs {
        if size <= most {
            break;
        }
        remove(&path).map_err(Error::Folder)?;
        size -= of_one;
    }
    Ok(())
}
