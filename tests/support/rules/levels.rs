//! What the presets allow, who may give what, who may change whom, and which records each receives (RULES 2).

use anyhow::Result;
use doorward_domain::{
    ApproveRequest, ChangeGrant, Command, Grant, InvitePerson, Permission, Preset, RecordKind,
    Side, Status, Window, World, view,
};

use super::scene::{self, NEW, NOW, ROW, SEEN};
use super::table::Table;
use crate::cast;

/// Permissions of each preset.
pub fn permissions() -> String {
    let mut table = with_presets("permission");
    for permission in Permission::ALL {
        let cells = Preset::ALL.map(|preset| tick(preset.permissions().has(*permission)));
        table.row(&format!("`{}`", permission.key()), cells);
    }
    table.row(
        "all rooms",
        Preset::ALL.map(|preset| tick(preset.opens_all_rooms())),
    );
    table.to_string()
}

/// What a permission brings with it.
pub fn implied() -> String {
    let mut table = Table::with_heads(&["permission", "includes"]);
    for permission in Permission::ALL {
        if let Some(included) = permission.implies() {
            table.row(
                &format!("`{}`", permission.key()),
                [format!("`{}`", included.key())],
            );
        }
    }
    table.to_string()
}

/// What comes of it when somebody at one level approves a request at another.
pub fn approving() -> Result<String> {
    giving("approves at", |level| {
        Ok(Command::ApproveRequest(ApproveRequest {
            membership: ROW,
            grant: Grant::of(level),
        }))
    })
}

/// What comes of it when somebody at one level invites at another.
pub fn inviting() -> Result<String> {
    giving("invites at", |level| {
        Ok(Command::InvitePerson(InvitePerson {
            membership: NEW,
            contact: cast::MARTA.email.parse()?,
            grant: Grant::of(level),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        }))
    })
}

/// What comes of it when somebody at one level changes somebody at another to Guest.
pub fn changing() -> Result<String> {
    let mut table = with_presets("changes to guest");
    for actor in Preset::ALL {
        let mut cells = Vec::new();
        for target in Preset::ALL {
            let mut world = staffed(actor)?;
            let membership = scene::employ(&mut world, cast::ERIK, target)?;
            let change = ChangeGrant {
                membership,
                grant: Grant::of(Preset::Guest),
                based_on: SEEN,
                note: None,
            };
            cells.push(scene::verdict(
                &world,
                &scene::signed_in(cast::KADRI)?,
                &Command::ChangeGrant(change),
            ));
        }
        table.row(actor.key(), cells);
    }
    Ok(table.to_string())
}

/// Which kinds of record somebody at each level receives.
pub fn received() -> Result<String> {
    let kadri = scene::signed_in(cast::KADRI)?;
    let mut kinds = Vec::new();
    for preset in Preset::ALL {
        let mut world = staffed(preset)?;
        kinds.push(loop {
            match view(&world, &kadri, NOW) {
                Window::Asks(questions) => questions.into_iter().for_each(|it| world.answer(it)),
                Window::Open(view) => break view.kinds,
                Window::Closed => break std::collections::BTreeSet::new(),
            }
        });
    }
    let mut table = with_presets("record");
    for kind in RecordKind::ALL {
        table.row(
            &format!("`{}`", kind.key()),
            kinds.iter().map(|kinds| tick(kinds.contains(&kind))),
        );
    }
    Ok(table.to_string())
}

fn giving(head: &str, command: impl Fn(Preset) -> Result<Command>) -> Result<String> {
    let stefan = scene::account(cast::STEFAN)?;
    let mut table = with_presets(head);
    for actor in Preset::ALL {
        let mut world = staffed(actor)?;
        scene::add(
            &mut world,
            scene::row(&stefan, Status::Initiated { by: Side::Person }),
            &stefan,
        );
        let kadri = scene::signed_in(cast::KADRI)?;
        let mut cells = Vec::new();
        for level in Preset::ALL {
            cells.push(scene::verdict(&world, &kadri, &command(level)?));
        }
        table.row(actor.key(), cells);
    }
    Ok(table.to_string())
}

/// The organisation with Kadri at a level.
fn staffed(level: Preset) -> Result<World> {
    let mut world = scene::organisation()?;
    scene::employ(&mut world, cast::KADRI, level)?;
    Ok(world)
}

fn with_presets(head: &str) -> Table {
    let mut heads = vec![head];
    heads.extend(Preset::ALL.map(Preset::key));
    Table::with_heads(&heads)
}

const fn tick(is: bool) -> &'static str {
    if is { "yes" } else { "" }
}
