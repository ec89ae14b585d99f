//! One schedule: who does what when, and what becomes of every request, all decided by one seed.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result};
use doorward_domain::{CommandId, Plan, Standing, signed};
use doorward_protocol::{Push, PushedCommand};
use doorward_server::execute;
use doorward_server::store::ledger;

use super::crowd::Who;
use super::device::Device;
use super::dice::Dice;
use super::ground::{Ground, Template, caller, folder};
use super::ideas::Thought;
use super::judgement;
use super::truth::Truth;
use super::wire::{Asked, Losses};

const MINUTE: i64 = 60 * 1000;
const DAY: i64 = 24 * 60 * MINUTE;

/// How a schedule ended.
#[derive(Debug)]
pub struct Outcome {
    /// What happened, in order; the same for the same seed.
    pub story: Vec<String>,
    /// How often it met what: requests, faults, what commands came to, what feeds brought.
    pub met: BTreeMap<&'static str, usize>,
    /// Why it did not converge, if it did not.
    pub fault: Option<anyhow::Error>,
}

/// A schedule that is being played.
pub(super) struct Schedule {
    pub(super) dice: Dice,
    pub(super) ground: Ground,
    pub(super) truth: Vec<Truth>,
    pub(super) devices: Vec<Device>,
    pub(super) losses: Arc<Losses>,
    /// Requests that arrive when nobody waits for their answers any more.
    pub(super) late: Vec<(usize, Asked)>,
    pub(super) story: Vec<String>,
    pub(super) met: BTreeMap<&'static str, usize>,
}

/// Plays the schedule of a seed with at most `most` commands.
pub async fn play(template: &Template, seed: u64, most: usize) -> Result<Outcome> {
    let folder = folder()?;
    let mut schedule = Schedule::set(template, seed, folder.path()).await?;
    let fault = schedule.play(most).await.err();
    for device in &mut schedule.devices {
        if fault.is_none() {
            device.close().await?;
        }
    }
    let Schedule {
        story, met, ground, ..
    } = schedule;
    ground.app.store().close().await;
    Ok(Outcome { story, met, fault })
}

impl Schedule {
    async fn set(template: &Template, seed: u64, folder: &std::path::Path) -> Result<Self> {
        let mut dice = Dice::of(seed);
        let ground = template.copy(&folder.join("server")).await?;
        let mut truth = Vec::new();
        for id in &ground.organisations {
            truth.push(Truth::read(&ground, *id).await?);
        }
        let third = [Who::ANNA, Who::OLGA, Who::MARTA, Who::MARTA][dice.below(4)];
        let mut devices = Vec::new();
        for (place, who) in [Who::OLGA, Who::KADRI, third].into_iter().enumerate() {
            let of = folder.join(format!("device-{place}"));
            devices.push(Device::new(who, of, (&ground, &mut dice)).await?);
        }
        Ok(Self {
            dice,
            ground,
            truth,
            devices,
            losses: Arc::clone(template.losses()),
            late: Vec::new(),
            story: Vec::new(),
            met: BTreeMap::new(),
        })
    }

    pub(super) fn tell(&mut self, line: String) {
        self.story.push(line);
    }

    async fn play(&mut self, most: usize) -> Result<()> {
        let commands = 5 + self.dice.below(most.saturating_sub(4));
        // Everybody holds something before anything happens.
        self.come_to_rest().await.context("at the beginning")?;
        let mut made = 0;
        while made < commands {
            match self.dice.below(100) {
                0..26 => made += usize::from(self.somebody_decides().await?),
                26..34 => {
                    self.somebody_on_a_page().await?;
                    made += 1;
                }
                34..36 => self.operator_decides().await?,
                36..44 => self.time_passes()?,
                44..46 => self.network_changes(),
                46..48 => self.device_restarts().await?,
                48..50 => self.somebody_reconsiders().await?,
                _ => self.network_moves().await?,
            }
            self.sessions_go_on().await?;
        }
        self.network_heals().await?;
        self.come_to_rest().await?;
        judgement::judge(&self.ground, &self.truth, &self.devices).await
    }

    async fn somebody_decides(&mut self) -> Result<bool> {
        let (at, place) = (
            self.dice.below(self.devices.len()),
            self.dice.below(self.truth.len()),
        );
        let (Some(device), Some(truth)) = (self.devices.get_mut(at), self.truth.get(place)) else {
            return Ok(false);
        };
        let seen = device.seen(truth.id).await?;
        let mut thought = Thought {
            dice: &mut self.dice,
            truth,
            seen: &seen,
            who: device.who,
            now: self.ground.now(),
        };
        let command = thought.of_a_device()?;
        let key = command.key();
        let made = device.program()?.execute(truth.id, command).await;
        device.collect()?;
        let came_to = match &made {
            Ok(executed) => {
                device.made.insert(executed.id, truth.id);
                format!("kept, held for {} ms", executed.held_ms)
            }
            Err(failure) => failure.code.clone(),
        };
        self.tell(format!("device {at}: {key} in {place}: {came_to}"));
        Ok(made.is_ok())
    }

    async fn somebody_on_a_page(&mut self) -> Result<()> {
        let who = Who(self.dice.below(Who::all().count()));
        let place = self.dice.below(self.truth.len());
        let id = CommandId(self.dice.id());
        let now = self.ground.now();
        let Some(truth) = self.truth.get(place) else {
            return Ok(());
        };
        let seen = BTreeMap::new();
        let mut thought = Thought {
            dice: &mut self.dice,
            truth,
            seen: &seen,
            who,
            now,
        };
        let command = thought.of_a_page()?;
        let key = command.key();
        let (organisation, caller) = (truth.id, caller(who)?);
        let pushed = [PushedCommand {
            id,
            after: None,
            command,
        }];
        let came_to = match execute::push(&self.ground.app, organisation, &caller, &pushed).await {
            Ok(answer) => {
                self.settled(
                    place,
                    &caller.actor,
                    &Push {
                        commands: pushed.to_vec(),
                    },
                    &answer,
                )?;
                answer
                    .settled
                    .first()
                    .map_or("nothing", |it| word(&it.outcome))
                    .to_owned()
            }
            Err(execute::Error::NotFound) => "not found".to_owned(),
            Err(error) => return Err(error.into()),
        };
        self.tell(format!(
            "{} on a page: {key} in {place}: {came_to}",
            who.name()
        ));
        Ok(())
    }

    async fn operator_decides(&mut self) -> Result<()> {
        let place = self.dice.below(self.truth.len());
        let throw = self.dice.below(8);
        let (Some(id), now) = (
            self.ground.organisations.get(place).copied(),
            self.ground.now(),
        ) else {
            return Ok(());
        };
        let change = move |it: &mut doorward_domain::Organisation| match throw {
            0..4 => {
                it.plan = if it.plan == Plan::Pro {
                    Plan::Free
                } else {
                    Plan::Pro
                }
            }
            4 => it.standing = Standing::Deactivated,
            _ => it.standing = Standing::Active,
        };
        let mut changed = None;
        let note = |it: &mut doorward_domain::Organisation| {
            change(it);
            changed = Some(it.clone());
        };
        execute::operate(&self.ground.app, id, "changed_by_operator", note).await?;
        let mut tx = self.ground.app.store().snapshot().await?;
        let revision = ledger::ledger(&mut tx, id)
            .await?
            .context("a ledger")?
            .revision;
        drop(tx);
        let by = signed(&doorward_domain::Actor::Operator, now);
        if let (Some(truth), Some(organisation)) = (self.truth.get_mut(place), changed) {
            truth.put(
                doorward_domain::Record::Organisation(organisation),
                revision,
                Some(by),
            );
        }
        self.tell(format!("operator: {throw} in {place}"));
        Ok(())
    }

    /// Time passes for everybody, mostly little; clocks of devices are set to anything (S-74, S-75).
    fn time_passes(&mut self) -> Result<()> {
        let millis = match self.dice.below(12) {
            0 => DAY,
            1 => DAY / 2,
            2..5 => MINUTE * 10,
            5..8 => 11 * 1000,
            _ => 700,
        };
        self.pass(millis)?;
        if self.dice.one_in(4) {
            let at = self.dice.below(self.devices.len());
            let years = [-57, 0, 73, 10, -10][self.dice.below(5)];
            let wall = self.ground.now().plus_millis(years * 365 * DAY);
            if let Some(device) = self.devices.get_mut(at) {
                device.clock.set(wall);
            }
        }
        if self.dice.one_in(12) {
            // The server's clock jumps ahead for a moment, or falls back for good.
            let jump = [3 * DAY, -60 * MINUTE][self.dice.below(2)];
            self.ground.pass(jump);
            if jump > 0 {
                self.ground.pass(-jump);
            }
        }
        self.tell(format!("{millis} ms pass"));
        Ok(())
    }

    pub(super) fn pass(&mut self, millis: i64) -> Result<()> {
        self.ground.pass(millis);
        for device in &mut self.devices {
            device.pass(millis.unsigned_abs())?;
        }
        Ok(())
    }

    fn network_changes(&mut self) {
        let at = self.dice.below(self.devices.len());
        let (up, down) = (self.dice.one_in(2), self.dice.one_in(2));
        if let Some(device) = self.devices.get_mut(at) {
            (device.up, device.down) = (up, down);
        }
        self.tell(format!("network of {at}: up {up}, down {down}"));
    }

    async fn device_restarts(&mut self) -> Result<()> {
        let at = self.dice.below(self.devices.len());
        if let Some(device) = self.devices.get_mut(at) {
            device.restart().await?;
        }
        self.tell(format!("device {at} starts again"));
        Ok(())
    }

    /// Whoever is signed out signs in again; what is stuck is sent again sometimes.
    pub(super) async fn sessions_go_on(&mut self) -> Result<()> {
        for at in 0..self.devices.len() {
            let Some(device) = self.devices.get_mut(at) else {
                continue;
            };
            if device.program()?.is_signed_out() {
                device.sign_in_again((&self.ground, &mut self.dice)).await?;
                self.tell(format!("device {at} signs in again"));
            }
        }
        Ok(())
    }

    /// Somebody takes back, or sends again, one of the last things they did.
    async fn somebody_reconsiders(&mut self) -> Result<()> {
        let at = self.dice.below(self.devices.len());
        let Some(device) = self.devices.get_mut(at) else {
            return Ok(());
        };
        let shown = device.program()?.outbox().await?;
        let undoable: Vec<_> = shown
            .entries
            .iter()
            .filter(|it| it.can_undo)
            .map(|it| it.id)
            .collect();
        let Some(id) = self.dice.pick(&undoable).copied() else {
            return Ok(());
        };
        let undone = device.program()?.undo(id).await;
        let left = device.program()?.outbox().await?;
        let gone = |it: &CommandId| !left.entries.iter().any(|entry| entry.id == *it);
        let before: Vec<_> = shown.entries.iter().map(|it| it.id).filter(gone).collect();
        device.undone.extend(before);
        device.collect()?;
        self.tell(format!("device {at} takes back: {}", undone.is_ok()));
        Ok(())
    }

    pub(super) fn named(&self, mut name: String) -> String {
        for (place, id) in self.ground.organisations.iter().enumerate() {
            name = name.replace(&id.to_string(), &place.to_string());
        }
        name
    }
}

/// What a command came to, in a word.
pub(super) const fn word(outcome: &doorward_protocol::Outcome) -> &'static str {
    match outcome {
        doorward_protocol::Outcome::Applied { .. } => "applied",
        doorward_protocol::Outcome::NoChange { .. } => "no change",
        doorward_protocol::Outcome::Refused { .. } => "refused",
    }
}
