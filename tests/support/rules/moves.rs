//! The matrix: what every command comes to, for a row that stands anywhere, by everybody who may try (RULES 1).

use anyhow::{Context, Result};
use doorward_domain::{Actor, Command, Preset, World};
use serde_json::{Value, json};

use super::scene::{self, LINK, NEW, ROW};
use super::standings;
use super::table::Table;
use crate::cast;

/// One table for each command.
pub fn write(document: &mut String) -> Result<()> {
    let actors = actors()?;
    let worlds = worlds()?;
    for command in commands()? {
        document.extend(["\n### ", command.key(), "\n\n"]);
        let mut heads = vec!["the row is"];
        heads.extend(actors.iter().map(|(name, _)| *name));
        let mut table = Table::with_heads(&heads);
        for (name, world) in &worlds {
            let cells = actors
                .iter()
                .map(|(_, actor)| scene::verdict(world, actor, &command));
            table.row(name, cells);
        }
        document.push_str(&table.to_string());
    }
    Ok(())
}

fn actors() -> Result<Vec<(&'static str, Actor)>> {
    Ok(vec![
        ("Owner", scene::signed_in(cast::OLGA)?),
        ("Administrator", scene::signed_in(cast::MARTA)?),
        ("Manager", scene::signed_in(cast::KADRI)?),
        ("Staff", scene::signed_in(cast::ERIK)?),
        ("the person", scene::signed_in(cast::ANNA)?),
        ("a stranger", scene::signed_in(cast::STEFAN)?),
        ("the system", Actor::System),
    ])
}

/// Every place where a row can stand, with the organisation in which it stands there.
fn worlds() -> Result<Vec<(&'static str, World)>> {
    let anna = scene::account(cast::ANNA)?;
    let mut worlds = vec![("not there", staffed()?)];
    for (name, row) in standings::all(&anna)? {
        let mut world = staffed()?;
        scene::add(&mut world, row, &anna);
        worlds.push((name, world));
    }
    Ok(worlds)
}

fn staffed() -> Result<World> {
    let mut world = scene::organisation()?;
    scene::employ(&mut world, cast::MARTA, Preset::Administrator)?;
    scene::employ(&mut world, cast::KADRI, Preset::Manager)?;
    scene::employ(&mut world, cast::ERIK, Preset::Staff)?;
    world.put_account(scene::account(cast::ANNA)?);
    world.put_account(scene::account(cast::STEFAN)?);
    Ok(world)
}

/// Every command that is about a membership, as it travels.
fn commands() -> Result<Vec<Command>> {
    let anna = scene::account(cast::ANNA)?.person;
    let staff = json!({ "level": "staff" });
    let member = json!({ "level": "member" });
    let seen = json!({ "revision": 1 });
    let bodies = [
        (
            "invite_person",
            json!({ "membership": NEW, "contact": cast::ANNA.email, "grant": staff }),
        ),
        ("resend_invitation", json!({})),
        (
            "change_invitation",
            json!({ "grant": member, "based_on": seen }),
        ),
        ("revoke_invitation", json!({})),
        ("accept_invitation", json!({})),
        ("decline_invitation", json!({})),
        ("join_by_link", json!({ "link": LINK, "membership": NEW })),
        ("request_to_join", json!({ "membership": NEW })),
        ("cancel_request", json!({})),
        ("approve_request", json!({ "grant": staff })),
        ("decline_request", json!({ "reason": "Not one of us" })),
        ("reopen_request", json!({})),
        (
            "add_member",
            json!({ "membership": NEW, "person": anna, "grant": staff }),
        ),
        ("change_grant", json!({ "grant": member, "based_on": seen })),
        ("suspend_member", json!({})),
        ("resume_member", json!({})),
        ("expire_membership", json!({})),
        ("end_membership", json!({})),
        (
            "renew_membership",
            json!({ "grant": staff, "based_on": seen }),
        ),
        ("set_visibility", json!({ "visible": true })),
        ("set_position", json!({})),
    ];
    bodies
        .into_iter()
        .map(|(key, body)| command(key, body))
        .collect()
}

/// A command about the row, unless its body says otherwise.
fn command(key: &str, mut body: Value) -> Result<Command> {
    body["type"] = json!(key);
    if body["membership"].is_null() {
        body["membership"] = json!(ROW);
    }
    serde_json::from_value(body).with_context(|| key.to_owned())
}
