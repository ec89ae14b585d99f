//! A conflict settled line by line: mine, with what holds now kept in the lines that were chosen so.

use std::collections::BTreeSet;

use doorward_domain::{Command, Record, Refusal};

use super::card::sides;
use super::mine::Sides;
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
    let (mut chosen, theirs) = (sides.mine, &sides.theirs.value);
    keep(&mut chosen, theirs, kept);
    (chosen != *theirs)
        .then(|| made_of(sides.command, chosen))
        .flatten()
}

/// Takes over what holds now in the lines chosen.
fn keep(chosen: &mut Record, theirs: &Record, kept: &BTreeSet<ConflictField>) {
    use ConflictField as F;
    let keeps = |field| kept.contains(&field);
    match (chosen, theirs) {
        (Record::Membership(mine), Record::Membership(theirs)) => {
            let (Some(mine), Some(theirs)) = (&mut mine.grant, &theirs.grant) else {
                return;
            };
            if keeps(F::Level) {
                mine.level = theirs.level;
            }
            if keeps(F::Extras) {
                mine.extras = theirs.extras;
            }
            if keeps(F::Rooms) {
                mine.rooms.clone_from(&theirs.rooms);
                mine.room_sites.clone_from(&theirs.room_sites);
            }
            if keeps(F::Limit) {
                mine.limited_to.clone_from(&theirs.limited_to);
            }
            if keeps(F::Starts) {
                mine.starts_at = theirs.starts_at;
            }
            if keeps(F::Ends) {
                mine.ends_at = theirs.ends_at;
            }
        }
        (Record::Level(mine), Record::Level(theirs)) => {
            if keeps(F::Name) {
                mine.name.clone_from(&theirs.name);
            }
            if keeps(F::Permissions) {
                mine.permissions = theirs.permissions;
            }
        }
        (Record::Link(mine), Record::Link(theirs)) => {
            if keeps(F::Name) {
                mine.name.clone_from(&theirs.name);
            }
            if keeps(F::Level) {
                mine.level = theirs.level;
            }
            if keeps(F::Approval) {
                mine.needs_approval = theirs.needs_approval;
            }
            if keeps(F::Uses) {
                mine.max_uses = theirs.max_uses;
            }
        }
        (Record::Staff(mine), Record::Staff(theirs)) => {
            if keeps(F::Name) {
                mine.name.clone_from(&theirs.name);
            }
            if keeps(F::Position) {
                mine.position.clone_from(&theirs.position);
            }
        }
        (Record::Room(mine), Record::Room(theirs)) => {
            if keeps(F::Name) {
                mine.name.clone_from(&theirs.name);
            }
            if keeps(F::Rooms) {
                mine.site = theirs.site;
            }
        }
        (Record::Site(mine), Record::Site(theirs)) if keeps(F::Name) => {
            mine.name.clone_from(&theirs.name);
        }
        (Record::Settings(mine), Record::Settings(theirs)) if keeps(F::Setting) => {
            mine.clone_from(theirs);
        }
        _ => {}
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
