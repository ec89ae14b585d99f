//! What becomes of requests: carried, lost, doubled, late or broken off; and how everything comes to rest.

use anyhow::{Context, Result};
use axum::http::StatusCode;
use doorward_client::contract::EntryState;
use doorward_protocol::{Changes, Push, PushAnswer, Ring};
use doorward_server::store::{ledger, mine};

use super::schedule::{Schedule, word};
use super::wire::{Asked, Said};

/// Rounds after which everything must have come to rest once the network works again.
const MOST_ROUNDS: usize = 40;

/// What becomes of one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Answered,
    Unconnected,
    Lost,
    AnswerLost,
    Twice,
    Late,
    BrokenOff,
    Stray(u16),
}

impl Schedule {
    /// Begins one job, or decides about one request.
    pub(super) async fn network_moves(&mut self) -> Result<()> {
        let at = self.dice.below(self.devices.len());
        let Some(device) = self.devices.get_mut(at) else {
            return Ok(());
        };
        let (waiting, flying) = (device.waiting(), device.on_the_way());
        if waiting + flying == 0 {
            return self.something_late().await;
        }
        let throw = self.dice.below(waiting + flying);
        if throw < waiting {
            let name = device.begin(throw).await?;
            let name = self.named(name);
            self.tell(format!("device {at}: {name} begins"));
            return Ok(());
        }
        let (up, down) = (device.up, device.down);
        let fate = self.fate(up, down);
        self.carry(at, throw - waiting, fate).await
    }

    fn fate(&mut self, up: bool, down: bool) -> Fate {
        if !up {
            return if self.dice.one_in(2) {
                Fate::Unconnected
            } else {
                Fate::Lost
            };
        }
        if !down {
            return Fate::AnswerLost;
        }
        match self.dice.below(100) {
            0..6 => Fate::Unconnected,
            6..12 => Fate::Lost,
            12..20 => Fate::AnswerLost,
            20..25 => Fate::Twice,
            25..30 => Fate::Late,
            30..33 => Fate::BrokenOff,
            33 | 34 => Fate::Stray(503),
            35 => Fate::Stray(500),
            _ => Fate::Answered,
        }
    }

    async fn carry(&mut self, at: usize, which: usize, fate: Fate) -> Result<()> {
        let device = self.devices.get_mut(at).context("a device")?;
        let asked = device.asked(which)?.clone();
        let (task, exchange) = device.take(which);
        self.meet("requests", 1);
        self.meet("faults", usize::from(fate != Fate::Answered));
        let mut status = 0;
        match fate {
            Fate::Unconnected => exchange.lose(&self.losses, true).await?,
            Fate::Lost => exchange.lose(&self.losses, false).await?,
            Fate::Late => {
                self.late.push((at, asked));
                exchange.lose(&self.losses, false).await?;
            }
            Fate::AnswerLost => {
                self.arrive(at, &asked).await?;
                exchange.lose(&self.losses, false).await?;
            }
            Fate::Answered | Fate::Twice | Fate::BrokenOff => {
                let mut said = self.arrive(at, &asked).await?;
                if fate == Fate::Twice {
                    said = self.arrive(at, &asked).await?;
                }
                if fate == Fate::BrokenOff {
                    said = said.broken_off();
                }
                status = said.status.as_u16();
                exchange.answer(&said)?;
            }
            Fate::Stray(code) => exchange.answer(&Said::stray(StatusCode::from_u16(code)?))?,
        }
        self.tell(format!("device {at}: {fate:?} {status}"));
        self.devices
            .get_mut(at)
            .context("a device")?
            .goes_on(task)
            .await
    }

    /// A request arrives at the server, and the oracle hears what is answered.
    async fn arrive(&mut self, at: usize, asked: &Asked) -> Result<Said> {
        self.ground.pass(3);
        let said = self.ground.answer(asked).await?;
        if asked.path.ends_with("/commands") && said.status.is_success() {
            let push: Push = serde_json::from_slice(&asked.body)?;
            let answer: PushAnswer = serde_json::from_slice(&said.body)?;
            let device = self.devices.get(at).context("a device")?;
            let proved = asked.token().and_then(|token| device.proved.get(token));
            let fresh = proved.is_some_and(|at| self.ground.is_fresh(*at));
            let actor = device.who.actor(fresh)?;
            let place = self
                .ground
                .organisations
                .iter()
                .position(|id| asked.path.contains(&id.to_string()));
            self.settled(place.context("an organisation")?, &actor, &push, &answer)?;
            self.meet("stopped", usize::from(answer.stopped.is_some()));
        }
        if asked.path.contains("/organisations/") && asked.path.contains("/changes") {
            self.look_at(&said)?;
        }
        if said.status.is_server_error() {
            anyhow::bail!("the server answered {} to {}", said.status, asked.path);
        }
        Ok(said)
    }

    /// Counts what a page of a feed brings.
    fn look_at(&mut self, said: &Said) -> Result<()> {
        if !said.status.is_success() {
            self.meet("nothing to see", 1);
            return Ok(());
        }
        match serde_json::from_slice::<Changes>(&said.body)? {
            Changes::Gone => self.meet("access gone", 1),
            Changes::Page { reset, gone, .. } => {
                self.meet("resets", usize::from(reset));
                self.meet("records gone", gone.len());
            }
        }
        Ok(())
    }

    fn meet(&mut self, what: &'static str, times: usize) {
        *self.met.entry(what).or_default() += times;
    }

    pub(super) fn settled(
        &mut self,
        place: usize,
        actor: &doorward_domain::Actor,
        push: &Push,
        answer: &PushAnswer,
    ) -> Result<()> {
        let now = self.ground.now();
        let elsewhere: Vec<_> = self
            .truth
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != place)
            .flat_map(|(_, it)| it.sent.clone())
            .collect();
        let truth = self.truth.get_mut(place).context("an organisation")?;
        for settled in &answer.settled {
            *self.met.entry(word(&settled.outcome)).or_default() += 1;
            let sent = push
                .commands
                .iter()
                .find(|it| it.id == settled.id)
                .context("a command that was sent")?;
            truth.take(
                (sent.id, &sent.command, actor),
                &settled.outcome,
                (now, &elsewhere),
            )?;
        }
        Ok(())
    }

    async fn something_late(&mut self) -> Result<()> {
        if self.late.is_empty() {
            return Ok(());
        }
        let which = self.dice.below(self.late.len());
        let (at, asked) = self.late.swap_remove(which);
        let said = self.arrive(at, &asked).await?;
        self.tell(format!(
            "something late of device {at} arrives: {}",
            said.status.as_u16()
        ));
        Ok(())
    }

    pub(super) async fn network_heals(&mut self) -> Result<()> {
        for device in &mut self.devices {
            (device.up, device.down) = (true, true);
        }
        while !self.late.is_empty() {
            self.something_late().await?;
        }
        self.tell("the network works".into());
        Ok(())
    }

    /// Everything that is due is done, without a fault, until nothing is left to do.
    pub(super) async fn come_to_rest(&mut self) -> Result<()> {
        for _ in 0..MOST_ROUNDS {
            self.pass(16 * 1000)?;
            self.sessions_go_on().await?;
            for at in 0..self.devices.len() {
                self.finish(at).await?;
            }
            if self.rests().await? {
                return Ok(());
            }
        }
        let mut waits = String::new();
        for device in &self.devices {
            let program = device.program()?;
            let entries = program.outbox().await?.entries;
            let open = entries.iter().filter(|it| it.settled_at.is_none());
            let open: Vec<_> = open.map(|it| (it.command.key(), &it.state)).collect();
            waits = format!("{waits}\n{}: {open:?}", program.standing());
        }
        anyhow::bail!(
            "I6: something waits still, {MOST_ROUNDS} rounds after the network worked again: {waits}"
        )
    }

    async fn finish(&mut self, at: usize) -> Result<()> {
        loop {
            let device = self.devices.get_mut(at).context("a device")?;
            if device.on_the_way() > 0 {
                let which = self.dice.below(device.on_the_way());
                self.carry(at, which, Fate::Answered).await?;
            } else if device.waiting() > 0 {
                let which = self.dice.below(device.waiting());
                let name = device.begin(which).await?;
                let name = self.named(name);
                self.tell(format!("device {at}: {name} begins"));
            } else {
                return Ok(());
            }
        }
    }

    /// Whether nobody waits for anything, and everybody has heard of the newest revision.
    async fn rests(&mut self) -> Result<bool> {
        let mut rests = true;
        for at in 0..self.devices.len() {
            let Some(device) = self.devices.get_mut(at) else {
                continue;
            };
            let shown = device.program()?.outbox().await?;
            for entry in &shown.entries {
                if matches!(entry.state, EntryState::Stuck) {
                    device.program()?.retry(entry.id).await?;
                }
            }
            rests &= shown.waiting == 0;
            let mut tx = self.ground.app.store().snapshot().await?;
            let revision = mine::revision(&mut tx, device.who.id()).await?;
            drop(tx);
            device.program()?.ring(Ring::Me { revision });
            for id in &self.ground.organisations {
                let mut tx = self.ground.app.store().snapshot().await?;
                let revision = ledger::ledger(&mut tx, *id)
                    .await?
                    .context("a ledger")?
                    .revision;
                drop(tx);
                // The doorbell says where everything stands that concerns the person.
                let concerned = self.truth.iter().find(|it| it.id == *id);
                let concerned = concerned.is_some_and(|it| it.concerns(device.who));
                let behind = match device.listing(*id).await? {
                    Some(held) => held.complete < revision,
                    None => concerned && device.rings.insert((*id, revision)),
                };
                if behind {
                    device
                        .program()?
                        .ring(Ring::Organisation { id: *id, revision });
                }
                rests &= !behind;
            }
            device.collect()?;
            rests &= device.waiting() == 0;
        }
        Ok(rests)
    }
}
