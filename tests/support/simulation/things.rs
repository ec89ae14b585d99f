//! What somebody thinks of doing about links, levels, places, staff and settings.

use anyhow::Result;
use doorward_domain::{
    ChangeLevel, ChangeLink, ChangeRoom, ChangeSettings, ChangeSite, ChangeStaffRecord, CloseLink,
    Command, DeleteLevel, LevelId, LevelRef, Link, LinkForm, LinkId, MakeLevel, MakeLink, MakeRoom,
    MakeSite, MakeStaffRecord, Preset, Record, RemoveRoom, RemoveSite, RemoveStaffRecord, RoomId,
    Settings, Shelf, SiteId, StaffId,
};

use super::ideas::Thought;

impl Thought<'_> {
    pub(super) fn about_a_link(&mut self) -> Result<Command> {
        let link = self.records(|it| {
            if let Record::Link(it) = it {
                Some(it.clone())
            } else {
                None
            }
        });
        let level = self.low_level();
        Ok(match (link, self.dice.below(4)) {
            (None, _) | (_, 0) => MakeLink {
                link: LinkId(self.dice.id()),
                name: self.name()?,
                form: LinkForm::Link,
                level,
                needs_approval: None,
                max_uses: None,
                domains: std::collections::BTreeSet::new(),
            }
            .into(),
            (Some(Link { id, .. }), 1) => CloseLink { link: id }.into(),
            (Some(it), _) => ChangeLink {
                link: it.id,
                name: self.name()?,
                level,
                needs_approval: self.dice.one_in(2),
                max_uses: it.max_uses,
                domains: None,
                regenerate: self.dice.one_in(3),
                based_on: self.version(Shelf::Link, it.id.0),
            }
            .into(),
        })
    }

    pub(super) fn about_the_organisation(&mut self) -> Result<Command> {
        match self.dice.below(9) {
            0..=2 => self.about_a_level(),
            3..=5 => self.about_a_place(),
            6 | 7 => self.about_staff(),
            _ => {
                let settings = Settings {
                    accepts_requests: !self.dice.one_in(6),
                    waiting_days: u32::from(self.dice.one_in(3)),
                    term_days: if self.dice.one_in(2) { 1 } else { 7 },
                    ..Settings::default()
                };
                let based_on = self.version(Shelf::Settings, self.truth.id.0);
                Ok(ChangeSettings { settings, based_on }.into())
            }
        }
    }

    fn about_a_level(&mut self) -> Result<Command> {
        let found = self.own_level();
        let permissions = self.permissions();
        Ok(match (found, self.dice.below(3)) {
            (None, _) | (_, 0) => MakeLevel {
                level: LevelId(self.dice.id()),
                name: self.name()?,
                permissions,
            }
            .into(),
            (Some(level), 1) => {
                let based_on = self.version(Shelf::Level, level.0);
                ChangeLevel {
                    level,
                    name: self.name()?,
                    permissions,
                    based_on,
                }
                .into()
            }
            (Some(level), _) => {
                let replacement = self
                    .dice
                    .one_in(2)
                    .then_some(LevelRef::Preset(Preset::Member));
                DeleteLevel { level, replacement }.into()
            }
        })
    }

    fn about_a_place(&mut self) -> Result<Command> {
        let room = self.room();
        let site = self.site();
        let name = self.name()?;
        let new = self.dice.id();
        Ok(match (room, site, self.dice.below(7)) {
            (_, Some(site), 0 | 1) => MakeRoom {
                room: RoomId(new),
                site,
                name,
            }
            .into(),
            (Some(room), Some(site), 2 | 3) => ChangeRoom {
                room,
                site,
                name,
                based_on: self.version(Shelf::Room, room.0),
            }
            .into(),
            (Some(room), _, 4) => RemoveRoom { room }.into(),
            (_, Some(site), 5) => ChangeSite {
                site,
                name,
                based_on: self.version(Shelf::Site, site.0),
            }
            .into(),
            (_, Some(site), 6) => RemoveSite { site }.into(),
            _ => MakeSite {
                site: SiteId(new),
                name,
            }
            .into(),
        })
    }

    fn about_staff(&mut self) -> Result<Command> {
        let found = self.staff();
        let (name, new) = (self.name()?, StaffId(self.dice.id()));
        Ok(match (found, self.dice.below(3)) {
            (Some(staff), 1) => {
                let based_on = self.version(Shelf::Staff, staff.0);
                ChangeStaffRecord {
                    staff,
                    name,
                    position: None,
                    based_on,
                }
                .into()
            }
            (Some(staff), 2) => RemoveStaffRecord { staff }.into(),
            _ => MakeStaffRecord {
                staff: new,
                name,
                position: None,
            }
            .into(),
        })
    }
}
