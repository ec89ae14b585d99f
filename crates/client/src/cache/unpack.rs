//! A pack becomes the file of an organisation (decision 0016). Its pages go through the engine, which encrypts them, into
//! a file that is worth nothing before it is whole; none of them ever lies on the disk as it came, and few are in memory
//! at once. What came is believed only after it was examined.

use std::io::{self, BufRead, ErrorKind, Read};

use doorward_copy::{MIGRATIONS, PAGE, VERSION, tables, write_standing};
use doorward_domain::{Moment, OrganisationId, Record};
use doorward_protocol::{MAX_PACK_PAGES, PackHead, hex};
use ring::digest::{Context, SHA256};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::spawn_blocking;

use super::{Cache, from_json};
use crate::error::{Error, Result};
use crate::files::{Database, Place};
use crate::remote::Parcel;

/// Pages in one statement.
const PAGES: usize = 256;
/// Pieces and blocks of pages that wait for whoever is slower.
const WAITING: usize = 4;
/// The most that unpacking looks back, as a power of two; what the server packs takes 2 MiB.
const WINDOW: u32 = 23;

impl Cache {
    /// Writes a pack into the file at `place`, which holds nothing yet, and examines it.
    pub(crate) async fn unpack(
        id: OrganisationId,
        place: &Place,
        parcel: Parcel,
        now: Moment,
    ) -> Result<Self> {
        let head = parcel.head.clone();
        if head.pages > MAX_PACK_PAGES {
            return Err(Error::BrokenPack("it is too large"));
        }
        write(place, parcel).await?;
        let database = Database::draft(place, MIGRATIONS).await?;
        examine(&database, &head).await?;
        let standing = doorward_copy::Standing {
            cursor: &head.cursor,
            view: &head.view,
            complete: head.revision,
            as_of: now,
        };
        write_standing(&mut *database.write().await?, &standing).await?;
        let cache = Self::of(id, database).await?;
        cache.make_lists().await?;
        Ok(cache)
    }

    /// The record of the organisation itself, if it is here.
    pub(crate) async fn organisation(&self) -> Result<Option<Record>> {
        let body: Option<String> =
            sqlx::query_scalar("SELECT body FROM record WHERE shelf = 'organisation'")
                .fetch_optional(&mut *self.database.read().await?)
                .await?;
        body.map(|body| from_json(&body)).transpose()
    }
}

/// Receives, unpacks and writes, each while the others do.
async fn write(place: &Place, mut parcel: Parcel) -> Result<()> {
    let (pieces, compressed) = channel(WAITING);
    let (blocks, mut pages) = channel::<Vec<u8>>(WAITING);
    let head = parcel.head.clone();
    let unpacking = spawn_blocking(move || expand(compressed, &blocks, &head));
    let receiving = async move {
        while let Some(piece) = parcel.piece().await? {
            if pieces.send(piece).await.is_err() {
                break;
            }
        }
        Ok::<_, Error>(())
    };
    let writing = async move {
        // A file without tables: the pages bring them.
        let database = Database::draft(place, &[]).await?;
        let mut connection = database.write().await?;
        let mut transaction = connection.begin().await?;
        let mut first = 1;
        while let Some(block) = pages.recv().await {
            first += insert(&mut transaction, first, block).await?;
        }
        transaction.commit().await?;
        drop(connection);
        database.close().await
    };
    let (received, written) = tokio::join!(receiving, writing);
    let unpacked = unpacking.await.map_err(io::Error::other)?;
    received.and(unpacked).and(written)
}

/// Puts pages where they belong, the first of them at a number; answers how many.
async fn insert(connection: &mut SqliteConnection, first: i64, block: Vec<u8>) -> Result<i64> {
    let count = block.len() / PAGE;
    let places: serde_json::Value = (0..count).collect();
    let insert = "INSERT INTO sqlite_dbpage (pgno, data) \
                  SELECT ?1 + value, substr(?2, 1 + value * ?4, ?4) FROM json_each(?3)";
    sqlx::query(insert)
        .bind(first)
        .bind(block)
        .bind(places.to_string())
        .bind(i64::try_from(PAGE).unwrap_or_default())
        .execute(connection)
        .await?;
    Ok(i64::try_from(count).unwrap_or_default())
}

/// Unpacks exactly as many pages as were announced, and compares the digest of what came.
fn expand(compressed: Receiver<Vec<u8>>, blocks: &Sender<Vec<u8>>, head: &PackHead) -> Result<()> {
    let mut decoder = zstd::stream::read::Decoder::with_buffer(Pieces::of(compressed))?;
    decoder.window_log_max(WINDOW)?;
    let mut left = usize::try_from(head.pages).unwrap_or_default();
    while left > 0 {
        let pages = left.min(PAGES);
        let mut block = vec![0; pages * PAGE];
        decoder.read_exact(&mut block)?;
        if blocks.blocking_send(block).is_err() {
            // Whoever writes says why.
            return Ok(());
        }
        left -= pages;
    }
    if decoder.read(&mut [0])? != 0 {
        return Err(Error::BrokenPack("it is larger than it says"));
    }
    let digest = decoder.finish().digest.finish();
    if hex(digest.as_ref()) != head.digest {
        return Err(Error::BrokenPack("its digest is another one"));
    }
    Ok(())
}

/// What comes piece by piece, read as one, with its digest.
struct Pieces {
    waiting: Receiver<Vec<u8>>,
    piece: Vec<u8>,
    read: usize,
    digest: Context,
}

impl Pieces {
    fn of(waiting: Receiver<Vec<u8>>) -> Self {
        Self {
            waiting,
            piece: Vec::new(),
            read: 0,
            digest: Context::new(&SHA256),
        }
    }
}

impl BufRead for Pieces {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.read >= self.piece.len() {
            let Some(piece) = self.waiting.blocking_recv() else {
                return Ok(&[]);
            };
            self.digest.update(&piece);
            (self.piece, self.read) = (piece, 0);
        }
        self.piece
            .get(self.read..)
            .ok_or_else(|| ErrorKind::UnexpectedEof.into())
    }

    fn consume(&mut self, read: usize) {
        self.read += read;
    }
}

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

/// Finds out whether a file is what the tables of this version would be, sound, and nothing besides: no trigger, no view,
/// and nothing of what only this device writes.
async fn examine(database: &Database, head: &PackHead) -> Result<()> {
    let plain = Database::draft(&Place::Memory, MIGRATIONS).await?;
    let expected = tables(&mut *plain.write().await?).await?;
    let mut connection = database.write().await?;
    if tables(&mut connection).await? != expected {
        return Err(Error::BrokenPack("its tables are others"));
    }
    drop(connection);
    let stored = |it: &&[String; 4]| it[0] == "table" && !it[3].starts_with("CREATE VIRTUAL");
    let names = expected
        .iter()
        .filter(stored)
        .map(|[_, name, _, _]| &**name);
    // Records are about half of everything: the other half is examined meanwhile.
    let (records, rest): (Vec<_>, Vec<_>) = names.partition(|name| *name == "record");
    tokio::try_join!(are_sound(database, &records), are_sound(database, &rest))?;
    let mut connection = database.write().await?;
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count")
        .fetch_one(&mut *connection)
        .await?;
    let made_by: Option<i64> = sqlx::query_scalar("SELECT version FROM made_by")
        .fetch_optional(&mut *connection)
        .await?;
    let ours: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM feed) + (SELECT count(*) FROM settled) + (SELECT count(*) FROM happened)",
    )
    .fetch_one(&mut *connection)
    .await?;
    if pages != i64::from(head.pages) || made_by != Some(VERSION) || ours != 0 {
        return Err(Error::BrokenPack("it holds something else"));
    }
    Ok(())
}

async fn are_sound(database: &Database, tables: &[&str]) -> Result<()> {
    let mut reader = database.read().await?;
    for name in tables {
        let check = AssertSqlSafe(format!("PRAGMA quick_check({name})"));
        let found: String = sqlx::query_scalar(check).fetch_one(&mut *reader).await?;
        if found != "ok" {
            return Err(Error::BrokenPack("it is not sound"));
        }
    }
    Ok(())
}
