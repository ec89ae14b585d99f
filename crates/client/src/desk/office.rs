//! One organisation on this device: its rows, and above them what the commands that wait make of it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use doorward_domain::{Lookup, OrganisationId, USUAL_LOCK_DAYS};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard, RwLock};

use super::Desk;
use crate::cache::{Cache, Standing};
use crate::error::Result;
use crate::files::Folder;
use crate::lookups::{Sources, answer};
use crate::remote::Parcel;
use crate::replay::Overlay;

/// One organisation on this device.
#[derive(Debug)]
pub(crate) struct Office {
    pub(crate) id: OrganisationId,
    cache: RwLock<Option<Arc<Cache>>>,
    /// Built page by page and moved in when it is whole.
    unfinished: Mutex<Option<Arc<Cache>>>,
    overlay: Mutex<Option<Overlay>>,
    begin_anew: AtomicBool,
    /// Whether everything is to come in pages, because a pack was no good.
    pages_only: AtomicBool,
    /// Whether the server was not heard for too long to show rows.
    locked: AtomicBool,
    /// Days without contact after which that is so.
    term: AtomicU32,
}

impl Office {
    /// An organisation of which this device has opened no rows yet.
    pub(crate) fn new(id: OrganisationId) -> Self {
        Self {
            id,
            cache: RwLock::new(None),
            unfinished: Mutex::new(None),
            overlay: Mutex::new(None),
            begin_anew: AtomicBool::new(false),
            pages_only: AtomicBool::new(false),
            locked: AtomicBool::new(false),
            term: AtomicU32::new(USUAL_LOCK_DAYS),
        }
    }

    /// The rows, if this device holds any.
    pub(crate) async fn cache(&self) -> Option<Arc<Cache>> {
        self.cache.read().await.clone()
    }

    /// Where this device stands in the feed; nowhere without rows.
    pub(crate) async fn standing(&self) -> Option<Standing> {
        self.cache().await.map(|cache| cache.standing())
    }

    /// These are its rows from now on.
    pub(crate) async fn open(&self, cache: Cache) {
        *self.cache.write().await = Some(Arc::new(cache));
        self.stale().await;
    }

    /// Whether its rows are locked until the server is heard.
    pub(crate) fn is_locked(&self) -> bool {
        self.locked.load(Ordering::SeqCst)
    }

    /// Closes its rows until the server is heard; their file stays. They are shown no more, whatever closing it says.
    pub(crate) async fn lock(&self) -> Result<()> {
        self.locked.store(true, Ordering::SeqCst);
        let closed = self.close().await;
        self.stale().await;
        closed
    }

    /// Opens its rows again; answers whether they were locked. Where they cannot be opened, they stay locked, and the next
    /// contact tries again.
    pub(crate) async fn unlock(
        &self,
        opens: impl Future<Output = Result<Option<Cache>>>,
    ) -> Result<bool> {
        let mut held = self.cache.write().await;
        if !self.is_locked() {
            return Ok(false);
        }
        if let Some(cache) = opens.await? {
            *held = Some(Arc::new(cache));
        }
        self.locked.store(false, Ordering::SeqCst);
        drop(held);
        self.stale().await;
        Ok(true)
    }

    /// Days without contact after which its rows are locked.
    pub(crate) fn term(&self) -> u32 {
        self.term.load(Ordering::SeqCst)
    }

    /// Notes after how many days its rows are to be locked.
    pub(crate) fn set_term(&self, days: u32) {
        self.term.store(days, Ordering::SeqCst);
    }

    /// The cursor the next pull continues from.
    pub(crate) async fn cursor(&self) -> Option<String> {
        if self.begin_anew.load(Ordering::SeqCst) {
            return None;
        }
        if let Some(unfinished) = self.unfinished.lock().await.as_ref() {
            return unfinished.standing().cursor;
        }
        self.standing().await?.cursor
    }

    /// What is shown is not what should be: the next pull begins anew (SYN-7).
    pub(crate) fn distrust(&self) {
        self.begin_anew.store(true, Ordering::SeqCst);
    }

    /// Whether everything may come as a pack: where nothing is written to the disk, there is no file to make of it.
    pub(crate) fn takes_packs(&self, desk: &Desk) -> bool {
        desk.folder().is_some() && !self.pages_only.load(Ordering::SeqCst)
    }

    /// A pack was no good: until the program ends, everything comes in pages.
    pub(crate) fn want_pages(&self) {
        self.pages_only.store(true, Ordering::SeqCst);
    }

    /// Makes a file of a pack. What was held is dropped before anything else, as for a page that begins anew.
    pub(crate) async fn unpack(&self, desk: &Desk, parcel: Parcel) -> Result<Arc<Cache>> {
        self.clear(desk).await?;
        self.begin_anew.store(false, Ordering::SeqCst);
        let place = desk.place(|folder| folder.unfinished(self.id));
        let cache = Arc::new(Cache::unpack(self.id, &place, parcel, desk.now()).await?);
        *self.unfinished.lock().await = Some(Arc::clone(&cache));
        Ok(cache)
    }

    /// The file that the next page goes into. A page that begins anew drops what was held before anything else.
    pub(crate) async fn target(&self, desk: &Desk, begins_anew: bool) -> Result<Arc<Cache>> {
        let mut unfinished = self.unfinished.lock().await;
        if begins_anew {
            self.drop_rows(desk, unfinished.take()).await?;
            self.begin_anew.store(false, Ordering::SeqCst);
        }
        if let Some(cache) = unfinished.as_ref() {
            return Ok(Arc::clone(cache));
        }
        if let Some(cache) = self.cache().await {
            return Ok(cache);
        }
        let place = desk.place(|folder| folder.unfinished(self.id));
        let cache = Arc::new(Cache::receive(self.id, &place).await?);
        *unfinished = Some(Arc::clone(&cache));
        Ok(cache)
    }

    /// Moves a file that is whole in; answers whether there was one.
    pub(crate) async fn move_in(&self, desk: &Desk) -> Result<bool> {
        let Some(whole) = self.unfinished.lock().await.take() else {
            return Ok(false);
        };
        let place = desk.place(|folder| folder.organisation(self.id));
        let unfinished = desk.folder().map(|folder| folder.unfinished(self.id));
        let cache = whole.finish(&place, unfinished.as_deref()).await?;
        *self.cache.write().await = Some(cache);
        Ok(true)
    }

    /// Deletes every row of the organisation from this device (S-36).
    pub(crate) async fn clear(&self, desk: &Desk) -> Result<()> {
        let unfinished = self.unfinished.lock().await.take();
        self.drop_rows(desk, unfinished).await
    }

    async fn drop_rows(&self, desk: &Desk, unfinished: Option<Arc<Cache>>) -> Result<()> {
        let held = self.cache.write().await.take();
        for cache in [held, unfinished].into_iter().flatten() {
            cache.close().await?;
        }
        self.stale().await;
        if let Some(folder) = desk.folder() {
            Folder::delete(&folder.organisation(self.id))?;
            Folder::delete(&folder.unfinished(self.id))?;
        }
        Ok(())
    }

    /// Closes the files.
    pub(crate) async fn close(&self) -> Result<()> {
        let unfinished = self.unfinished.lock().await.take();
        let held = self.cache.write().await.take();
        for cache in [held, unfinished].into_iter().flatten() {
            cache.close().await?;
        }
        Ok(())
    }

    /// Rows or commands have changed: what is shown is to be made anew before it is shown again.
    pub(crate) async fn stale(&self) {
        *self.overlay.lock().await = None;
    }

    /// What is shown: rows and above them the overlay, replayed if need be.
    pub(crate) async fn shown(&self, desk: &Desk) -> Result<MappedMutexGuard<'_, Overlay>> {
        let mut overlay = self.overlay.lock().await;
        if overlay.as_ref().is_none_or(Overlay::is_spoilt) {
            *overlay = Some(self.replay(desk).await?);
        }
        Ok(MutexGuard::map(overlay, |it| {
            it.get_or_insert_with(|| Overlay::new(self.id))
        }))
    }

    async fn replay(&self, desk: &Desk) -> Result<Overlay> {
        let complete = self
            .standing()
            .await
            .map_or(0, |standing| standing.complete);
        let pending = desk.outbox.pending(self.id, complete);
        let mut overlay = Overlay::new(self.id);
        let (actor, now) = (desk.actor(), desk.now());
        // One round of statements for all commands together; what one command asks after another is answered below.
        let all = |overlay: &Overlay| {
            overlay.open_questions(pending.iter().map(|it| &it.command), &actor, now)
        };
        self.ask(desk, &mut overlay, all).await?;
        for entry in &pending {
            self.ask(desk, &mut overlay, |overlay| {
                overlay.open_questions([&entry.command], &actor, now)
            })
            .await?;
            overlay.replay(entry.id, &entry.command, &actor, now);
        }
        Ok(overlay)
    }

    /// Answers questions until none is open.
    pub(crate) async fn ask(
        &self,
        desk: &Desk,
        overlay: &mut Overlay,
        questions: impl Fn(&Overlay) -> BTreeSet<Lookup>,
    ) -> Result<()> {
        let cache = self.cache().await;
        loop {
            let open = questions(overlay);
            if open.is_empty() {
                return Ok(());
            }
            let manager = match overlay
                .world
                .organisation()
                .and_then(doorward_domain::Organisation::manager_or_proposed)
            {
                Some(id) => desk.known_office(id).await,
                None => None,
            };
            let manager = match manager {
                Some(office) => office.cache().await,
                None => None,
            };
            let account = desk.account();
            let own = desk.own_memberships(self.id);
            let texts = desk.texts().await?;
            let sources = Sources {
                cache: cache.as_deref(),
                manager: manager.as_deref(),
                account: &account,
                own: &own.0,
                own_is_complete: own.1,
                texted_in: texts.as_ref().map(|it| it.countries.as_slice()),
            };
            answer(overlay, open, &sources, |id| desk.outbox.applied_at(id)).await?;
        }
    }
}
