//! Access levels: what each allows, and how many have it or are invited at it.

use doorward_domain::{
    Command, Family, LevelId, LevelRef, MakeLevel, Name, Permission, PermissionSet, PersonState,
    Preset, Refusal,
};
use doorward_protocol::order_key;
use uuid::Uuid;

use super::crowd::{Want, total};
use super::extent::count;
use super::people::ask_levels;
use crate::contract::{LevelColumn, LevelGroup, LevelsAsk, LevelsView, PermissionGroup};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;

/// The access levels of an organisation.
pub(crate) async fn levels(desk: &Desk, ask: &LevelsAsk) -> Result<LevelsView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    ask_levels(desk, &office, &mut shown).await?;
    let (actor, now) = (desk.actor(), desk.now());
    let make = make();
    let questions = |overlay: &Overlay| overlay.open_questions(&make, &actor, now);
    office.ask(desk, &mut shown, questions).await?;
    let making = make.and_then(|it| shown.judge(&it, &actor, now).err());
    let mut own: Vec<LevelColumn> = shown
        .world
        .own_levels()
        .map(|held| LevelColumn {
            level: LevelRef::Own(held.id),
            name: Some(held.name.clone()),
            preset: false,
            permissions: held.permissions,
            all_rooms: false,
            holders: 0,
            version: Some(held.version),
        })
        .collect();
    drop(shown);
    own.sort_by_cached_key(|it| {
        (
            it.name.as_ref().map(|name| order_key(name.as_str())),
            it.level,
        )
    });
    let presets = Preset::ALL.into_iter().map(preset);
    let mut levels: Vec<LevelColumn> = presets.chain(own).collect();
    for column in &mut levels {
        column.permissions = column.permissions.with(PermissionSet::EVERY_MEMBERS);
        column.holders = count(holders(desk, &office, column.level).await?);
    }
    Ok(LevelsView {
        levels,
        groups: groups(),
        making,
    })
}

/// The least level that could be made.
fn make() -> Option<Command> {
    Some(Command::MakeLevel(MakeLevel {
        level: LevelId(Uuid::nil()),
        name: Name::try_from("-").ok()?,
        permissions: PermissionSet::NONE,
    }))
}

fn preset(preset: Preset) -> LevelColumn {
    LevelColumn {
        level: LevelRef::Preset(preset),
        name: None,
        preset: true,
        permissions: preset.permissions(),
        all_rooms: preset.opens_all_rooms(),
        holders: 0,
        version: None,
    }
}

/// How many have a level or are invited at it: who the list of people shows with it.
async fn holders(desk: &Desk, office: &Office, level: LevelRef) -> Result<u64> {
    let want = Want {
        states: PersonState::USUAL.to_vec(),
        level: Some(level),
        ..Want::everybody()
    };
    Ok(total(desk, office, &want).await?.0)
}

/// The permissions in groups, as screens show them.
pub(super) fn groups() -> Vec<LevelGroup> {
    let group = |(family, key)| LevelGroup {
        key,
        permissions: PermissionSet::of(Permission::ALL).in_family(family),
    };
    [
        (Family::Administration, PermissionGroup::Administration),
        (Family::Work, PermissionGroup::Work),
        (Family::Spending, PermissionGroup::Spending),
        (Family::Benefits, PermissionGroup::Benefits),
        (Family::Workspace, PermissionGroup::Workspace),
    ]
    .map(group)
    .into()
}
