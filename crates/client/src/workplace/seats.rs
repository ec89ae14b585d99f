//! Several accounts side by side: whose desk is in front, and which desk is meant by an organisation, a command or a batch.

use std::sync::Arc;

use doorward_domain::{CommandId, OrganisationId};
use uuid::Uuid;

use super::Workplace;
use super::seat::Seat;
use crate::desk::{Desk, worked_in};
use crate::error::{Error, Result};

/// The seats that are taken, in the order in which they were, and which of them is in front.
#[derive(Debug, Default)]
pub(super) struct Seats {
    taken: Vec<Seat>,
    front: usize,
}

impl Seats {
    /// Whether nobody is signed in.
    pub(super) fn is_empty(&self) -> bool {
        self.taken.is_empty()
    }

    /// Every desk, the one in front first.
    pub(super) fn desks(&self) -> Vec<Arc<Desk>> {
        let front = self.taken.get(self.front);
        let behind = (0..).zip(&self.taken).filter(|(at, _)| *at != self.front);
        front
            .into_iter()
            .chain(behind.map(|(_, seat)| seat))
            .map(|seat| Arc::clone(&seat.desk))
            .collect()
    }

    /// The account in front.
    pub(super) fn front(&self) -> Option<String> {
        Some(self.taken.get(self.front)?.desk.session.account_key())
    }

    /// The accounts in the order in which they sat down.
    pub(super) fn accounts(&self) -> Vec<String> {
        let key = |seat: &Seat| seat.desk.session.account_key();
        self.taken.iter().map(key).collect()
    }

    /// The seat of an account.
    pub(super) fn of(&mut self, account: &str) -> Option<&mut Seat> {
        let at = self.place_of(account)?;
        self.taken.get_mut(at)
    }

    /// Brings an account to the front; answers whether it sits here.
    pub(super) fn bring_forward(&mut self, account: &str) -> bool {
        let at = self.place_of(account);
        self.front = at.unwrap_or(self.front);
        at.is_some()
    }

    /// Takes a seat in front: at the place that the account had, if it had one.
    pub(super) fn take(&mut self, seat: Seat, at: Option<usize>) {
        self.front = at.unwrap_or(self.taken.len()).min(self.taken.len());
        self.taken.insert(self.front, seat);
    }

    /// Leaves the seat of an account; answers the place it had.
    pub(super) fn leave(&mut self, account: &str) -> Option<(Seat, usize)> {
        let at = self.place_of(account)?;
        if at < self.front || self.front + 1 == self.taken.len() {
            self.front = self.front.saturating_sub(1);
        }
        Some((self.taken.remove(at), at))
    }

    /// Leaves every seat.
    pub(super) fn leave_all(&mut self) -> Vec<Seat> {
        std::mem::take(self).taken
    }

    fn place_of(&self, account: &str) -> Option<usize> {
        self.accounts().iter().position(|it| it == account)
    }
}

impl Workplace {
    /// Every desk, the one in front first.
    pub(super) async fn desks(&self) -> Result<Vec<Arc<Desk>>> {
        let desks = self.seats.lock().await.desks();
        if desks.is_empty() {
            return Err(Error::SignedOut);
        }
        for desk in &desks {
            desk.judge_absence().await?;
        }
        Ok(desks)
    }

    /// The desk in front.
    pub(super) async fn desk(&self) -> Result<Arc<Desk>> {
        let desks = self.desks().await?;
        desks.into_iter().next().ok_or(Error::SignedOut)
    }

    /// The desk of an account; the one in front where none is named.
    pub(super) async fn desk_of(&self, account: Option<&str>) -> Result<Arc<Desk>> {
        let is_meant =
            |desk: &Arc<Desk>| account.is_none_or(|account| desk.session.account_key() == account);
        let desks = self.desks().await?;
        desks.into_iter().find(is_meant).ok_or(Error::SignedOut)
    }

    /// The desk at which an organisation is worked in; the one in front where none knows it.
    pub(super) async fn desk_in(&self, organisation: OrganisationId) -> Result<Arc<Desk>> {
        let works = worked_in(&self.desks().await?).await?;
        let here = works
            .iter()
            .find(|(_, offices)| offices.iter().any(|it| it.id == organisation));
        let (desk, _) = here.or(works.first()).ok_or(Error::SignedOut)?;
        Ok(Arc::clone(desk))
    }

    /// The desk at which a command was made; the one in front where none knows it.
    pub(super) async fn desk_with(&self, command: CommandId) -> Result<Arc<Desk>> {
        let knows = |desk: &&Arc<Desk>| {
            desk.outbox
                .entries()
                .iter()
                .any(|entry| entry.id == command)
        };
        let desks = self.desks().await?;
        let desk = desks.iter().find(knows).or(desks.first());
        desk.cloned().ok_or(Error::SignedOut)
    }

    /// The desk from which a batch was sent; the one in front where none knows it.
    pub(super) async fn desk_with_batch(&self, batch: Uuid) -> Result<Arc<Desk>> {
        let desks = self.desks().await?;
        for desk in &desks {
            let batches = desk.outbox.batches().await?;
            if batches.iter().any(|(it, _)| it.id == batch) {
                return Ok(Arc::clone(desk));
            }
        }
        desks.into_iter().next().ok_or(Error::SignedOut)
    }

    /// Brings another account to the front.
    pub(super) async fn switch_account(&self, account: &str) -> Result<()> {
        if !self.seats.lock().await.bring_forward(account) {
            return Err(Error::SignedOut);
        }
        self.note_seats().await?;
        self.tell_everything();
        Ok(())
    }

    /// Notes for the next start who sits here and who is in front, of those whose files are kept. Meanwhile nobody sits
    /// down or leaves.
    pub(super) async fn note_seats(&self) -> Result<()> {
        let seats = self.seats.lock().await;
        let desks = seats.desks();
        let in_order = seats.accounts();
        let mut kept: Vec<&Arc<Desk>> = desks.iter().filter(|it| it.folder().is_some()).collect();
        let name = |desk: &&Arc<Desk>| self.keeping.folder_of(&desk.session);
        let Some(front) = kept.first().map(name) else {
            return self.keeping.note_nobody();
        };
        kept.sort_by_key(|desk| {
            let account = desk.session.account_key();
            in_order.iter().position(|it| *it == account)
        });
        let names: Vec<String> = kept.iter().map(name).collect();
        let noted = self.keeping.note(&front, &names);
        drop(seats);
        noted
    }
}
