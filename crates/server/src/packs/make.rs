//! Making a pack: from one snapshot, through the same statements that answer pages and the same that devices write rows
//! with, and never under a lock.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::Instant;

use doorward_domain::{Moment, OrganisationId, View};
use doorward_protocol::MAX_PACK_PAGES;
use sha2::{Digest, Sha256};

use super::kept::{END, HEAD, Kept, name, remove};
use crate::store::feed::{self, Line, Place};
use crate::store::packing::Packing;
use crate::store::{self, ledger};
use crate::{App, private};

/// Records that are read at once.
const MOST: usize = 2000;
/// How hard it is compressed.
const LEVEL: i32 = 3;

/// Has a pack made beside everything else, unless one is being made.
pub(super) fn begin(app: &App, organisation: OrganisationId, shared: View) {
    let Some(turn) = app.packs().turn() else {
        return;
    };
    let app = app.clone();
    tokio::spawn(async move {
        match make(&app, organisation, &shared).await {
            Ok(kept) => tracing::debug!(%organisation, ?kept, "a pack is ready"),
            Err(error) => tracing::warn!(%organisation, %error, "a pack could not be made"),
        }
        drop(turn);
    });
}

async fn make(
    app: &App,
    organisation: OrganisationId,
    shared: &View,
) -> Result<Option<Kept>, store::Error> {
    let name = name(organisation, shared)?;
    app.packs().ready().map_err(store::Error::Folder)?;
    let file = |end| app.packs().path(&name, end);
    let (making, new, pack) = (file("making"), file("new"), file(END));
    let made = fill(app, (organisation, shared), &making).await;
    let kept = match made {
        Ok(Some(begun)) => finish(begun, &making, &new, &pack).await,
        Ok(None) => Ok(None),
        Err(error) => Err(error),
    };
    for left in [&making, &new] {
        remove(left).map_err(store::Error::Folder)?;
    }
    kept
}

/// What is known of a pack before it is compressed.
struct Begun {
    organisation: OrganisationId,
    revision: u64,
    made_at: Moment,
    since: Instant,
}

/// Writes every record that the view shows into a copy; none where it does not come to what the store says it holds.
async fn fill(
    app: &App,
    (organisation, shared): (OrganisationId, &View),
    making: &Path,
) -> Result<Option<Begun>, store::Error> {
    let (since, made_at) = (Instant::now(), app.now());
    let mut tx = app.store().snapshot().await?;
    let Some(ledger) = ledger::ledger(&mut tx, organisation).await? else {
        return Ok(None);
    };
    blank(making).map_err(store::Error::Folder)?;
    let mut packing = Packing::begin(making).await?;
    let mut after = Place::default();
    loop {
        let asked = feed::Asked {
            organisation,
            view: shared,
            after: &after,
            floor: ledger.revision,
            most: MOST,
        };
        let lines = feed::lines(&mut tx, &asked).await?;
        let Some((last, _)) = lines.last() else { break };
        after = last.clone();
        let mut records = Vec::with_capacity(lines.len());
        for (_, line) in lines {
            if let Line::Record(line) = line {
                records.push(line.sent()?);
            }
        }
        packing.add(organisation, &records).await?;
    }
    let sums = feed::sums(&mut tx, organisation, shared).await?;
    drop(tx);
    if !packing.finish(&sums, made_at).await? {
        tracing::warn!(%organisation, "what was packed is not what the store says it holds");
        return Ok(None);
    }
    let revision = ledger.revision;
    Ok(Some(Begun {
        organisation,
        revision,
        made_at,
        since,
    }))
}

fn blank(path: &Path) -> io::Result<()> {
    remove(path)?;
    private::open(OpenOptions::new().write(true).create_new(true), path)?
        .write_all(&doorward_copy::blank())
}

/// Compresses it, and puts it where it is sent from as a whole.
async fn finish(
    begun: Begun,
    making: &Path,
    new: &Path,
    pack: &Path,
) -> Result<Option<Kept>, store::Error> {
    let (making, new, pack) = (making.to_owned(), new.to_owned(), pack.to_owned());
    let work = tokio::task::spawn_blocking(move || {
        let kept = compress(&begun, &making, &new)?;
        if kept.is_some() {
            fs::rename(&new, &pack)?;
        }
        Ok(kept)
    });
    let done: io::Result<Option<Kept>> = work.await.unwrap_or_else(|error| Err(error.into()));
    done.map_err(store::Error::Folder)
}

fn compress(begun: &Begun, making: &Path, new: &Path) -> io::Result<Option<Kept>> {
    let mut pages = File::open(making)?;
    let count = pages.metadata()?.len() / u64::try_from(doorward_copy::PAGE).unwrap_or(1);
    let Some(count) = u32::try_from(count).ok().filter(|it| *it <= MAX_PACK_PAGES) else {
        return Ok(None);
    };
    remove(new)?;
    let file = private::open(OpenOptions::new().write(true).create_new(true), new)?;
    let mut digested = Digested {
        file,
        digest: Sha256::new(),
    };
    digested.file.seek(SeekFrom::Start(HEAD as u64))?;
    let mut encoder = zstd::stream::write::Encoder::new(&mut digested, LEVEL)?;
    encoder.include_checksum(true)?;
    io::copy(&mut pages, &mut encoder)?;
    encoder.finish()?;
    let kept = Kept {
        organisation: begun.organisation,
        revision: begun.revision,
        pages: count,
        digest: doorward_protocol::hex(&digested.digest.finalize()),
        made_at: begun.made_at,
        took_ms: u64::try_from(begun.since.elapsed().as_millis()).unwrap_or(u64::MAX),
    };
    let mut head = serde_json::to_vec(&kept)?;
    head.resize(HEAD, b' ');
    digested.file.seek(SeekFrom::Start(0))?;
    digested.file.write_all(&head)?;
    Ok(Some(kept))
}

/// A file, with the digest of what is written into it.
struct Digested {
    file: File,
    digest: Sha256,
}

impl Write for Digested {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
