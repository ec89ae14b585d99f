//! A conflict settled line by line: mine, with what holds now kept in the lines that were chosen so.

use std::collections::BTreeSet;

use doorward_domain::{Command, Grant, Link, Record, Refusal};

use super::card::sides;
use super::mine::Sides;
use crate::contract::ConflictField as F;
use crate::contract::{ConflictField, ResolutionAsk, ResolutionView};
use crate::desk::Desk;
use crate::error::Result;

/// The command that comes of it; none when what was chosen is what holds now.
pub(crate) async fn resolution(desk: &Desk, ask: &ResolutionAsk) -> Result<ResolutionView> {
    let entries = desk.outbox.entries();
    let entry = entries
        .iter()
        .find(|it| it.id == ask.id)
        .ok_or(Refusal::NotFound)?;
    let office = desk
        .known_office(entry.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    let sides = sides(desk, &office, &mut shown, entry).await?;
    let sides = sides.ok_or(Refusal::NotFound)?;
    let kept: BTreeSet<ConflictField> = ask.theirs.iter().copied().collect();
    Ok(ResolutionView {
        command: settled(sides, &kept),
    })
}

fn settled(sides: Sides, kept: &BTreeSet<ConflictField>) -> Option<Command> {
    let theirs = &sides.theirs.value;
    let (mut chosen, mut nothing_of_mine) = (sides.mine.clone(), sides.mine);
    Kept::These(kept).record(&mut chosen, theirs);
    Kept::All.record(&mut nothing_of_mine, theirs);
    let does_something = if let Command::RenewMembership(_) = &sides.command {
        // It does one thing, and its line is the state: what it would give goes with it.
        !kept.contains(&F::State)
    } else {
        makes_anew(&sides.command) || chosen != nothing_of_mine
    };
    does_something
        .then(|| made_of(sides.command, chosen))
        .flatten()
}

/// Whether a change of a link makes its secret anew: no line shows that, and theirs has nothing to put in its place.
const fn makes_anew(command: &Command) -> bool {
    matches!(command, Command::ChangeLink(it) if it.regenerate)
}

/// The lines in which what holds now is kept.
enum Kept<'a> {
    These(&'a BTreeSet<ConflictField>),
    All,
}

impl Kept<'_> {
    /// Takes over what holds now, if its line was chosen so.
    fn take<T: Clone>(&self, field: ConflictField, mine: &mut T, theirs: &T) {
        let is_kept = match self {
            Self::These(fields) => fields.contains(&field),
            Self::All => true,
        };
        if is_kept {
            mine.clone_from(theirs);
        }
    }

    fn grant(&self, mine: &mut Grant, theirs: &Grant) {
        self.take(F::Level, &mut mine.level, &theirs.level);
        self.take(F::Extras, &mut mine.extras, &theirs.extras);
        self.take(F::Rooms, &mut mine.rooms, &theirs.rooms);
        self.take(F::Rooms, &mut mine.room_sites, &theirs.room_sites);
        self.take(F::Limit, &mut mine.limited_to, &theirs.limited_to);
        self.take(F::Starts, &mut mine.starts_at, &theirs.starts_at);
        self.take(F::Ends, &mut mine.ends_at, &theirs.ends_at);
    }

    fn link(&self, mine: &mut Link, theirs: &Link) {
        self.take(F::Name, &mut mine.name, &theirs.name);
        self.take(F::Level, &mut mine.level, &theirs.level);
        self.take(
            F::Approval,
            &mut mine.needs_approval,
            &theirs.needs_approval,
        );
        self.take(F::Uses, &mut mine.max_uses, &theirs.max_uses);
        self.take(F::Domains, &mut mine.domains, &theirs.domains);
    }

    fn record(&self, mine: &mut Record, theirs: &Record) {
        match (mine, theirs) {
            (Record::Membership(mine), Record::Membership(theirs)) => {
                if let (Some(mine), Some(theirs)) = (&mut mine.grant, &theirs.grant) {
                    self.grant(mine, theirs);
                }
            }
            (Record::Link(mine), Record::Link(theirs)) => self.link(mine, theirs),
            (Record::Level(mine), Record::Level(theirs)) => {
                self.take(F::Name, &mut mine.name, &theirs.name);
                self.take(F::Permissions, &mut mine.permissions, &theirs.permissions);
            }
            (Record::Staff(mine), Record::Staff(theirs)) => {
                self.take(F::Name, &mut mine.name, &theirs.name);
                self.take(F::Position, &mut mine.position, &theirs.position);
            }
            (Record::Room(mine), Record::Room(theirs)) => {
                self.take(F::Name, &mut mine.name, &theirs.name);
                self.take(F::Rooms, &mut mine.site, &theirs.site);
            }
            (Record::Site(mine), Record::Site(theirs)) => {
                self.take(F::Name, &mut mine.name, &theirs.name);
            }
            (Record::Settings(mine), Record::Settings(theirs)) => {
                self.take(F::Setting, mine, theirs);
            }
            _ => {}
        }
    }
}

/// My command again, making exactly this of the thing.
fn made_of(command: Command, chosen: Record) -> Option<Command> {
    Some(match (command, chosen) {
        (Command::ChangeGrant(it), Record::Membership(row)) => {
            let grant = row.grant?;
            Command::ChangeGrant(doorward_domain::ChangeGrant { grant, ..it })
        }
        (Command::RenewMembership(it), Record::Membership(row)) => {
            let grant = row.grant?;
            Command::RenewMembership(doorward_domain::RenewMembership { grant, ..it })
        }
        (Command::ChangeInvitation(it), Record::Membership(row)) => {
            let grant = row.grant?;
            Command::ChangeInvitation(doorward_domain::ChangeInvitation { grant, ..it })
        }
        (Command::ChangeLevel(it), Record::Level(level)) => {
            Command::ChangeLevel(doorward_domain::ChangeLevel {
                name: level.name,
                permissions: level.permissions,
                ..it
            })
        }
        (Command::ChangeLink(it), Record::Link(link)) => {
            Command::ChangeLink(doorward_domain::ChangeLink {
                name: link.name,
                level: link.level,
                needs_approval: link.needs_approval,
                max_uses: link.max_uses,
                domains: Some(link.domains),
                ..it
            })
        }
        (Command::ChangeSettings(it), Record::Settings(settings)) => {
            Command::ChangeSettings(doorward_domain::ChangeSettings { settings, ..it })
        }
        (Command::ChangeStaffRecord(it), Record::Staff(staff)) => {
            Command::ChangeStaffRecord(doorward_domain::ChangeStaffRecord {
                name: staff.name,
                position: staff.position,
                ..it
            })
        }
        (Command::ChangeRoom(it), Record::Room(room)) => {
            Command::ChangeRoom(doorward_domain::ChangeRoom {
                name: room.name,
                site: room.site,
                ..it
            })
        }
        (Command::ChangeSite(it), Record::Site(site)) => {
            Command::ChangeSite(doorward_domain::ChangeSite {
                name: site.name,
                ..it
            })
        }
        _ => return None,
    })
}
