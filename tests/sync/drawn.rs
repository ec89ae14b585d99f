//! Drawn triples of giver, path and gift, each through a real push to the real router and through the replay of a device
//! that was offline meanwhile: nobody ends with more than the giver held when the server decided.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    ChangeGrant, ChangeLevel, Command, CommandId, Grant, InvitePerson, Level, LevelId, LevelRef,
    MakeLevel, Membership, MembershipId, Permission, PermissionSet, Preset, Record, Version,
};
use doorward_protocol::{Outcome, PushedCommand, SentRecord};
use doorward_suite::api::Api;
use doorward_suite::cast::{ANNA, KADRI, OLGA};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::proxy::Proxy;
use doorward_suite::rounds::rounds;
use doorward_suite::simulation::Dice;
use serde_json::{Value, json};

use crate::scene::is_queued;

/// By which way a command comes to the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A program pushes it.
    Push,
    /// A device made it offline and sends it when it is back; the giver may hold less by then.
    Replay,
}

const WAYS: [Way; 2] = [Way::Push, Way::Replay];

/// The number of the way that a seed takes.
const fn way(seed: usize) -> usize {
    seed / PATHS.len() % WAYS.len()
}

/// How something is given.
#[derive(Debug, Clone, Copy)]
enum Path {
    Invite,
    Edit,
    LevelEdited,
}

const PATHS: [Path; 3] = [Path::Invite, Path::Edit, Path::LevelEdited];

/// The level of the giver, and the level that is edited, which Anna has then.
struct Levels {
    givers: LevelId,
    edited: LevelId,
}

struct Scene {
    house: House,
    proxy: Proxy,
    device: Device,
    api: Api,
    kadri: String,
    levels: Levels,
    giver: MembershipId,
    anna: MembershipId,
}

/// What the organisation holds, as Olga sees it.
struct Seen(Vec<SentRecord>);

impl Seen {
    fn level(&self, id: LevelId) -> Result<(&Level, Version)> {
        let found = self.0.iter().find_map(|sent| {
            let Record::Level(level) = &sent.record else {
                return None;
            };
            (level.id == id).then_some((level, Version::Revision(sent.revision)))
        });
        found.context("the level is there")
    }

    fn row(&self, id: MembershipId) -> Option<(&Membership, Version)> {
        self.0.iter().find_map(|sent| {
            let Record::Membership(row) = &sent.record else {
                return None;
            };
            (row.id == id).then_some((&**row, Version::Revision(sent.revision)))
        })
    }

    /// What a row gives on paper; nothing where there is none.
    fn paper(&self, id: MembershipId) -> Result<PermissionSet> {
        let Some(grant) = self.row(id).and_then(|(row, _)| row.grant.as_ref()) else {
            return Ok(PermissionSet::NONE);
        };
        let level = match grant.level {
            LevelRef::Preset(preset) => preset.permissions(),
            LevelRef::Own(id) => self.level(id)?.0.permissions,
        };
        Ok(level.with(grant.extras))
    }
}

fn drawn(dice: &mut Dice, one_in: usize) -> PermissionSet {
    let all = Permission::ALL.iter().copied();
    let set: PermissionSet = all.filter(|_| dice.one_in(one_in)).collect();
    set.without(PermissionSet::of(&[Permission::OrganisationDelete]))
        .implied()
}

/// What lets somebody try all of the paths.
const TRIES: PermissionSet = PermissionSet::of(&[
    Permission::MembersView,
    Permission::InvitationsManage,
    Permission::AccessGrant,
    Permission::LevelsManage,
]);

impl Scene {
    async fn set() -> Result<Self> {
        let house = House::open().await?;
        house.hire(KADRI, Preset::Guest).await?;
        house.hire(ANNA, Preset::Guest).await?;
        let levels = Levels {
            givers: LevelId(ids::new()),
            edited: LevelId(ids::new()),
        };
        for (level, called) in [(levels.givers, "Givers"), (levels.edited, "Edited")] {
            let make = MakeLevel {
                level,
                name: called.to_owned().try_into()?,
                permissions: TRIES,
            };
            house.command(OLGA, make.into()).await?;
        }
        let proxy = Proxy::to(house.server.address()?).await?;
        let mut device = Device::of(KADRI, proxy.url()).await?;
        device.is_up_to_date().await?;
        let api = Api::at(house.server.url())?;
        let kadri = api.sign_in(KADRI).await?;
        let (giver, anna) = (
            house.membership_of(KADRI).await?,
            house.membership_of(ANNA).await?,
        );
        Ok(Self {
            house,
            proxy,
            device,
            api,
            kadri,
            levels,
            giver,
            anna,
        })
    }

    async fn seen(&self) -> Result<Seen> {
        Ok(Seen(self.house.records(OLGA).await?))
    }

    async fn push(&self, token: &str, command: Command) -> Result<Outcome> {
        let pushed = [PushedCommand {
            id: CommandId(ids::new()),
            after: None,
            command,
        }];
        let answer = self.api.push(&self.house.organisation, token, &pushed);
        let settled = answer.await?.settled.into_iter().next();
        Ok(settled.context("it is settled")?.outcome)
    }

    /// Olga says what a level holds.
    async fn holds(&self, olga: &str, id: LevelId, permissions: PermissionSet) -> Result<()> {
        let seen = self.seen().await?;
        let (level, based_on) = seen.level(id)?;
        let change = ChangeLevel {
            level: id,
            name: level.name.clone(),
            permissions,
            based_on,
        };
        self.push(olga, change.into()).await.map(drop)
    }

    async fn grants(&self, olga: &str, row: MembershipId, grant: Grant) -> Result<()> {
        let seen = self.seen().await?;
        let (_, based_on) = seen.row(row).context("the row is there")?;
        let change = ChangeGrant {
            membership: row,
            grant,
            based_on,
            note: None,
        };
        self.push(olga, change.into()).await.map(drop)
    }

    /// What is tried, about rows as they stand.
    async fn command(&self, dice: &mut Dice, path: Path, round: usize) -> Result<Command> {
        let seen = self.seen().await?;
        let levels = [
            Preset::Guest,
            Preset::Member,
            Preset::Staff,
            Preset::Manager,
        ];
        let level = dice.pick(&levels).copied().unwrap_or(Preset::Administrator);
        let grant = Grant {
            extras: drawn(dice, 12),
            ..Grant::of(level)
        };
        Ok(match path {
            Path::Invite => Command::InvitePerson(InvitePerson {
                membership: MembershipId(ids::new()),
                contact: format!("drawn{round}@example.net").parse()?,
                grant,
                name: None,
                position: None,
                staff: None,
                locale: None,
                message: None,
            }),
            Path::Edit => ChangeGrant {
                membership: self.anna,
                grant,
                based_on: seen.row(self.anna).context("Anna has a row")?.1,
                note: None,
            }
            .into(),
            Path::LevelEdited => {
                let (level, based_on) = seen.level(self.levels.edited)?;
                ChangeLevel {
                    level: level.id,
                    name: level.name.clone(),
                    permissions: drawn(dice, 8),
                    based_on,
                }
                .into()
            }
        })
    }

    /// Gives it by a device that is cut off, and lets the giver hold less in between.
    async fn replay(&mut self, olga: &str, command: &Command, less: PermissionSet) -> Result<()> {
        self.device.is_up_to_date().await?;
        self.proxy.cuts();
        // It may say no by itself; then nothing is sent.
        let _refused_at_once = self.device.execute(&self.house.organisation, command).await;
        self.holds(olga, self.levels.givers, less).await?;
        // What is held goes once the device is opened again.
        self.device.close().await?;
        self.device.reopen()?;
        self.proxy.mends();
        self.device.act(json!({ "do": "sync_now" })).await?;
        let sent = |view: &Value| {
            let entries = view["entries"].as_array()?;
            let waits = entries.iter().any(|entry| is_queued(&entry["state"]));
            (!waits).then_some(())
        };
        let outbox = json!({ "ask": "outbox" });
        self.device.until("nothing waits", outbox, sent).await
    }

    /// One triple; answers whether anything was given.
    async fn round(&mut self, seed: usize) -> Result<bool> {
        let mut dice = Dice::of(u64::try_from(seed)?);
        let olga = self.api.sign_in(OLGA).await?;
        let path = PATHS[seed % PATHS.len()];
        let way = WAYS[way(seed)];
        let mut held = TRIES.with(drawn(&mut dice, 2));
        self.holds(&olga, self.levels.givers, held).await?;
        self.holds(&olga, self.levels.edited, drawn(&mut dice, 10))
            .await?;
        self.grants(
            &olga,
            self.giver,
            Grant::of(LevelRef::Own(self.levels.givers)),
        )
        .await?;
        self.grants(
            &olga,
            self.anna,
            Grant::of(LevelRef::Own(self.levels.edited)),
        )
        .await?;
        let command = self.command(&mut dice, path, seed).await?;
        let row = if let Command::InvitePerson(invite) = &command {
            invite.membership
        } else {
            self.anna
        };
        let before = self.seen().await?.paper(row)?;
        match way {
            Way::Push => drop(self.push(&self.kadri, command).await?),
            Way::Replay => {
                if dice.one_in(2) {
                    held = TRIES;
                }
                self.replay(&olga, &command, held).await?;
            }
        }
        let after = self.seen().await?.paper(row)?;
        let free = PermissionSet::of(&[Permission::Discounts]);
        let beyond = after.without(before).without(held).without(free);
        ensure!(
            beyond == PermissionSet::NONE,
            "seed {seed}: by {path:?} and {way:?} somebody has {beyond:?} beyond {held:?}"
        );
        Ok(after != before)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn drawn_triples_give_no_more_by_push_and_by_replay_than_the_giver_held_r_20_r_21_r_28()
-> Result<()> {
    let mut scene = Scene::set().await?;
    let (mut given, many) = ([0; WAYS.len()], rounds(24, 300));
    for seed in 0..many {
        let round = scene.round(seed).await;
        let round = round.with_context(|| format!("seed {seed}"))?;
        given[way(seed)] += usize::from(round);
    }
    let each = many / WAYS.len();
    ensure!(
        given.iter().all(|it| (1..each).contains(it)),
        "by each way some are given and some refused: {given:?} of {each}"
    );
    scene.device.close().await?;
    scene.house.server.ensure_no_errors()
}
