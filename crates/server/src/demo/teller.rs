//! Tells the past of one house: each step by whoever took it, at the time at which they did, with the letters it led to.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, bail};
use doorward_domain::{
    ChangeSettings, Command, Grant, LevelId, LevelRef, LinkId, Lookup, MakeLevel, MakeRoom,
    MakeSite, MembershipId, Moment, Name, OrganisationId, Preset, RoomId, Settings, SiteId,
    Version, World,
};
use doorward_protocol::Outcome;

use super::ago::DAY;
use super::house::{At, House, Terms};
use super::people::People;
use super::step::{Step, steps};
use crate::execute::{self, Caller};
use crate::store::lookups;
use crate::{App, Clock};

/// A house that is being told.
#[derive(Debug)]
pub struct Teller<'a> {
    pub(super) app: &'a App,
    clock: &'a Clock,
    pub(super) today: Moment,
    pub(super) people: &'a People,
    /// Which organisation it became.
    pub organisation: OrganisationId,
    pub(super) owner: String,
    pub(super) rows: BTreeMap<String, MembershipId>,
    pub(super) links: BTreeMap<String, LinkId>,
    levels: BTreeMap<String, LevelId>,
    sites: BTreeMap<String, SiteId>,
    rooms: BTreeMap<String, RoomId>,
    known: BTreeMap<String, String>,
}

impl<'a> Teller<'a> {
    /// Founds the house, with its rooms, levels and an open door.
    pub async fn begin(
        app: &'a App,
        clock: &'a Clock,
        today: Moment,
        people: &'a People,
        house: &House,
    ) -> anyhow::Result<Self> {
        clock.set(today.plus_millis(-house.began.0));
        let name = Name::try_from(house.name.as_str())?;
        let founding = execute::found(app, people.caller(&house.owner)?, name, None).await?;
        let mut teller = Self {
            app,
            clock,
            today,
            people,
            organisation: founding.organisation,
            owner: house.owner.clone(),
            rows: BTreeMap::from([(house.owner.clone(), founding.owner)]),
            links: BTreeMap::new(),
            levels: BTreeMap::new(),
            sites: BTreeMap::new(),
            rooms: BTreeMap::new(),
            known: BTreeMap::from([(house.owner.clone(), "owner".to_owned())]),
        };
        teller.furnish(house).await?;
        teller.open_the_door().await?;
        Ok(teller)
    }

    /// Tells everything that happened since.
    pub async fn tell(&mut self, house: &House) -> anyhow::Result<()> {
        for Step { ago, act } in steps(house) {
            self.clock.set(self.today.plus_millis(-ago.0));
            let said = format!("{act:?}");
            self.act(act).await.with_context(|| said)?;
            self.post().await?;
        }
        Ok(())
    }

    /// What somebody is to the house, in a word.
    pub fn level_of(&self, who: &str) -> &str {
        self.known.get(who).map_or("nobody", String::as_str)
    }

    pub(super) fn note(&mut self, who: &str, what: &str) {
        self.known.insert(who.to_owned(), what.to_owned());
    }

    /// The membership that somebody, or an address, has here.
    pub(super) fn row(&self, who: &str) -> anyhow::Result<MembershipId> {
        let row = self.rows.get(who).copied();
        row.with_context(|| format!("{who} has nothing here"))
    }

    /// A grant at a level, with dates counted from today, rooms and sites.
    pub(super) fn grant(&self, at: &At, terms: &Terms) -> anyhow::Result<Grant> {
        let day = |days: i64| self.today.plus_millis(days * DAY);
        Ok(Grant {
            starts_at: terms.starts.map(day),
            ends_at: terms.ends.map(day),
            rooms: named(&self.rooms, &terms.rooms)?,
            limited_to: named(&self.sites, &terms.sites)?,
            ..Grant::of(self.level(at)?)
        })
    }

    /// A level by what the file calls it.
    pub(super) fn level(&self, at: &At) -> anyhow::Result<LevelRef> {
        Ok(match at {
            At::Preset(preset) => LevelRef::Preset(*preset),
            At::Own(name) => {
                let own = self.levels.get(name);
                LevelRef::Own(*own.with_context(|| format!("there is no level {name}"))?)
            }
        })
    }

    /// What the file calls an own level.
    pub(super) fn name_of(&self, level: LevelId) -> String {
        let own = self.levels.iter().find(|(_, id)| **id == level);
        own.map(|(name, _)| name.clone()).unwrap_or_default()
    }

    /// Has somebody give a command, which must take effect.
    pub(super) async fn give(&self, who: &str, command: Command) -> anyhow::Result<()> {
        self.give_as(self.people.caller(who)?, command).await
    }

    pub(super) async fn give_as(&self, caller: &Caller, command: Command) -> anyhow::Result<()> {
        match execute::one(self.app, self.organisation, caller, command).await? {
            Outcome::Applied { .. } | Outcome::NoChange { .. } => Ok(()),
            Outcome::Refused { refusal } => bail!("refused: {refusal}"),
        }
    }

    async fn furnish(&mut self, house: &House) -> anyhow::Result<()> {
        for place in &house.sites {
            let site = SiteId(self.app.new_id());
            let name = Name::try_from(place.name.as_str())?;
            self.give(&house.owner, Command::MakeSite(MakeSite { site, name }))
                .await?;
            self.sites.insert(place.name.clone(), site);
            for called in &place.rooms {
                let (room, name) = (RoomId(self.app.new_id()), Name::try_from(called.as_str())?);
                let make = MakeRoom { room, site, name };
                self.give(&house.owner, Command::MakeRoom(make)).await?;
                self.rooms.insert(called.clone(), room);
            }
        }
        for own in &house.levels {
            let level = LevelId(self.app.new_id());
            let make = MakeLevel {
                level,
                name: Name::try_from(own.name.as_str())?,
                permissions: own.permissions,
            };
            self.give(&house.owner, Command::MakeLevel(make)).await?;
            self.levels.insert(own.name.clone(), level);
        }
        Ok(())
    }

    /// Lets strangers ask to join, which is off at first.
    async fn open_the_door(&self) -> anyhow::Result<()> {
        let world = self.look_up(Lookup::Organisation).await?;
        let before = world.settings().cloned();
        let settings = Settings {
            accepts_requests: true,
            default_level: LevelRef::Preset(Preset::Staff),
            ..before.context("an organisation has settings")?
        };
        let command = ChangeSettings {
            settings,
            based_on: Version::Revision(1),
        };
        self.give(&self.owner, Command::ChangeSettings(command))
            .await
    }

    /// What the store knows of one thing.
    pub(super) async fn look_up(&self, question: Lookup) -> anyhow::Result<World> {
        let mut world = World::new(self.organisation);
        let mut tx = self.app.store().snapshot().await?;
        let questions = std::iter::once(question).collect();
        lookups::load(&mut tx, &mut world, &questions, self.app.now()).await?;
        Ok(world)
    }
}

/// What the file calls so.
fn named<T: Copy + Ord>(
    known: &BTreeMap<String, T>,
    names: &[String],
) -> anyhow::Result<BTreeSet<T>> {
    let one = |name: &String| {
        let found = known.get(name).copied();
        found.with_context(|| format!("there is no {name}"))
    };
    names.iter().map(one).collect()
}
