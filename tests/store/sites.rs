//! Somebody limited to a site receives what belongs to it and nothing of another, by any path (R-36, S-33).

use std::collections::BTreeMap;

use anyhow::Result;
use doorward_domain::{
    Command, EndMembership, Grant, MakeRoom, Preset, Record, RecordKind, Refusal, RevokeInvitation,
    RoomId, SiteId, View, Window, World,
};
use doorward_protocol::{Changes, Outcome, Sum};
use doorward_server::execute::{self, Caller};
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use crate::copy::Copy;
use crate::doors::{A, B, DOOR_A, DOOR_B, build, invite, limited, member, regrant, rooms, row};
use crate::house::{House, NOW, membership, name};
use crate::net::Net;

crate::on_both_engines!(
    s_33_a_limited_administrator_receives_nothing_of_another_site_r_36,
    a_membership_that_moves_takes_with_it_what_is_kept_with_it_r_36,
    every_copy_is_what_the_rules_let_its_person_see_r_36,
    another_limit_is_a_reset_and_the_end_is_gone_r_36,
    the_link_of_an_invitation_to_another_site_is_not_shown_r_36,
    what_was_saved_before_places_were_noted_is_placed_r_36,
);

fn kinds_of(copy: &Copy, number: u128) -> Vec<RecordKind> {
    let id = membership(number).0;
    let own = copy.held.keys().filter(|(_, of)| *of == id);
    own.map(|(kind, _)| *kind).collect()
}

const WHOLE: [RecordKind; 4] = [
    RecordKind::Member,
    RecordKind::MemberContact,
    RecordKind::Delivery,
    RecordKind::MemberActivity,
];

async fn s_33_a_limited_administrator_receives_nothing_of_another_site_r_36(
    house: &House,
) -> Result<()> {
    build(house).await?;
    let limit = limited(Preset::Administrator, &[A]);
    let piret = member(house, 10, "piret", limit).await?;
    for (number, called, grant) in [
        (11, "in-aspen", rooms(&[DOOR_A], &[])),
        (12, "in-birch", rooms(&[DOOR_B], &[])),
        (13, "birch-whole", rooms(&[], &[B])),
        (14, "in-both", rooms(&[DOOR_A, DOOR_B], &[])),
        (15, "nowhere", rooms(&[], &[])),
    ] {
        member(house, number, called, grant).await?;
    }
    for (number, called, grant) in [
        (21, "asked-to-aspen", rooms(&[], &[A])),
        (22, "asked-to-birch", rooms(&[], &[B])),
    ] {
        house
            .applied(&house.owner, invite(number, called, grant))
            .await?;
    }
    let net = Net::of(house, &house.serve().await?, &piret).await?;
    let mut copy = Copy::default();
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums), "{sums:?} {:?}", copy.held);
    for seen in [10, 11, 14, 15] {
        assert_eq!(kinds_of(&copy, seen), WHOLE, "{seen}");
    }
    assert_eq!(kinds_of(&copy, 21).len(), 3, "invitation, contact, letter");
    for hidden in [12, 13, 22] {
        assert_eq!(kinds_of(&copy, hidden), [], "{hidden}");
    }
    let page = serde_json::to_string(&net.changes(None).await?)?;
    for of_birch in ["birch", "Birch", &B.to_string()] {
        assert!(!page.contains(of_birch), "{of_birch} in {page}");
    }
    let mine = serde_json::to_string(&net.mine(None).await?)?;
    assert!(!mine.contains("birch"), "{mine}");
    assert_eq!(net.get("history").await?.0, 404, "no history in a limit");
    Ok(())
}

async fn a_membership_that_moves_takes_with_it_what_is_kept_with_it_r_36(
    house: &House,
) -> Result<()> {
    build(house).await?;
    let in_a = member(house, 10, "piret", limited(Preset::Administrator, &[A])).await?;
    let in_b = member(house, 20, "boris", limited(Preset::Administrator, &[B])).await?;
    member(house, 11, "anna", rooms(&[DOOR_A], &[])).await?;
    let address = house.serve().await?;
    let nets = (
        Net::of(house, &address, &in_a).await?,
        Net::of(house, &address, &in_b).await?,
    );
    let (mut at_a, mut at_b) = (Copy::default(), Copy::default());
    let pull = async |at_a: &mut Copy, at_b: &mut Copy| -> Result<(bool, bool)> {
        let (one, other) = (at_a.pull(&nets.0).await?, at_b.pull(&nets.1).await?);
        assert!(at_a.agrees(house, &one), "{one:?} {:?}", at_a.held);
        assert!(at_b.agrees(house, &other), "{other:?} {:?}", at_b.held);
        let seen = |copy: &Copy| {
            let kinds = kinds_of(copy, 11);
            assert!(
                kinds.is_empty() || kinds == WHOLE,
                "whole or not: {kinds:?}"
            );
            !kinds.is_empty()
        };
        Ok((seen(at_a), seen(at_b)))
    };
    assert_eq!(pull(&mut at_a, &mut at_b).await?, (true, false));
    regrant(house, 11, rooms(&[DOOR_B], &[])).await?;
    assert_eq!(pull(&mut at_a, &mut at_b).await?, (false, true));
    regrant(house, 11, rooms(&[DOOR_B], &[A])).await?;
    assert_eq!(pull(&mut at_a, &mut at_b).await?, (true, true));
    regrant(house, 11, rooms(&[], &[A])).await?;
    regrant(house, 11, rooms(&[], &[B])).await?;
    regrant(house, 11, rooms(&[DOOR_A], &[])).await?;
    assert_eq!(pull(&mut at_a, &mut at_b).await?, (true, false));
    regrant(house, 11, rooms(&[], &[])).await?;
    assert_eq!(
        pull(&mut at_a, &mut at_b).await?,
        (true, true),
        "everywhere"
    );
    assert_eq!((at_a.resets, at_b.resets), (1, 1), "nothing was a reset");
    Ok(())
}

/// What the rules say that a view holds of everything there is.
fn oracle(view: &View, whole: &Copy) -> BTreeMap<(RecordKind, Uuid), u64> {
    let mut grants = BTreeMap::new();
    for record in whole.records.values() {
        if let Record::Membership(it) = record {
            grants.insert(it.id.0, it.grant.clone());
        }
    }
    let limited_to = |site: &SiteId| view.limited_to.is_empty() || view.limited_to.contains(site);
    let seen = |(kind, id): &(RecordKind, Uuid), record: &Record| {
        let covered = if let Record::Room(it) = record {
            limited_to(&it.site)
        } else if let Record::Site(it) = record {
            limited_to(&it.id)
        } else {
            grants.get(id).is_none_or(|it| view.covers(it.as_ref()))
        };
        let own = matches!(record, Record::Membership(it) if Some(it.id) == view.own);
        own || (view.kinds.contains(kind) && covered)
    };
    let held = whole.records.iter().filter(|(key, it)| seen(key, it));
    held.map(|(key, _)| (*key, whole.held[key])).collect()
}

async fn view_of(house: &House, caller: &Caller) -> Result<View> {
    let mut tx = house.app.store().snapshot().await?;
    let mut world = World::new(house.organisation);
    let now = house.app.now();
    match execute::window(&mut tx, &mut world, &caller.actor, now).await? {
        Window::Open(view) => Ok(view),
        Window::Closed | Window::Asks(_) => anyhow::bail!("nothing is seen"),
    }
}

/// Numbers that look random and are the same every time.
fn next(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    usize::try_from(*seed >> 40).unwrap_or_default()
}

async fn every_copy_is_what_the_rules_let_its_person_see_r_36(house: &House) -> Result<()> {
    build(house).await?;
    let address = house.serve().await?;
    let owner = Net::of(house, &address, &house.owner).await?;
    let mut others = Vec::new();
    for (number, called, grant) in [
        (10, "piret", limited(Preset::Administrator, &[A])),
        (20, "boris", limited(Preset::Administrator, &[B])),
        (30, "carla", limited(Preset::Manager, &[A, B])),
        // Their own doors are elsewhere than what they look after.
        (
            40,
            "dmitri",
            Grant {
                rooms: [DOOR_B].into(),
                ..limited(Preset::Manager, &[A])
            },
        ),
    ] {
        let caller = member(house, number, called, grant).await?;
        let net = Net::of(house, &address, &caller).await?;
        others.push((caller, net, Copy::default()));
    }
    let people = 11..19_u128;
    for number in people.clone() {
        member(house, number, &format!("p{number}"), rooms(&[], &[])).await?;
    }
    let (mut seed, mut whole) = (7, Copy::default());
    for _ in 0..40 {
        let number = 11 + (next(&mut seed) % 8) as u128;
        let grant = match next(&mut seed) % 6 {
            0 => rooms(&[], &[]),
            1 => rooms(&[DOOR_A], &[]),
            2 => rooms(&[DOOR_B], &[]),
            3 => rooms(&[DOOR_A], &[B]),
            4 => rooms(&[], &[A]),
            _ => rooms(&[], &[B]),
        };
        let (before, _) = row(house, membership(number)).await?;
        if before.grant.as_ref() != Some(&grant) {
            regrant(house, number, grant).await?;
        }
        // Everybody pulls now and then, and so misses some of what happens in between.
        let pulls = next(&mut seed) % 8;
        if let Some((caller, net, copy)) = others.get_mut(pulls) {
            whole.pull(&owner).await?;
            let sums = copy.pull(net).await?;
            let view = view_of(house, caller).await?;
            assert_eq!(copy.held, oracle(&view, &whole), "{view:?}");
            assert!(copy.agrees(house, &sums), "{sums:?}");
            assert_eq!(copy.resets, 1);
        }
    }
    assert!(others.iter().all(|(_, _, copy)| copy.resets == 1));
    Ok(())
}

async fn another_limit_is_a_reset_and_the_end_is_gone_r_36(house: &House) -> Result<()> {
    build(house).await?;
    let piret = member(house, 10, "piret", limited(Preset::Administrator, &[A])).await?;
    member(house, 11, "anna", rooms(&[DOOR_A], &[])).await?;
    member(house, 12, "boris", rooms(&[DOOR_B], &[])).await?;
    let net = Net::of(house, &house.serve().await?, &piret).await?;
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    let room = MakeRoom {
        room: RoomId(Uuid::from_u128(0xa2)),
        site: A,
        name: name("Cellar"),
    };
    house.applied(&house.owner, Command::MakeRoom(room)).await?;
    copy.pull(&net).await?;
    assert_eq!(copy.resets, 2, "a room of the site is another view");
    regrant(house, 10, limited(Preset::Administrator, &[B])).await?;
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums));
    assert_eq!(copy.resets, 3);
    assert_eq!(kinds_of(&copy, 11), []);
    assert_eq!(kinds_of(&copy, 12), WHOLE);
    regrant(house, 10, Grant::of(Preset::Administrator)).await?;
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums));
    assert_eq!((kinds_of(&copy, 11), copy.resets), (WHOLE.to_vec(), 4));
    let end = EndMembership {
        membership: membership(10),
    };
    house
        .applied(&house.owner, Command::EndMembership(end))
        .await?;
    assert_eq!(net.changes(copy.cursor.as_deref()).await?, Changes::Gone);
    Ok(())
}

async fn the_link_of_an_invitation_to_another_site_is_not_shown_r_36(house: &House) -> Result<()> {
    build(house).await?;
    let piret = member(house, 10, "piret", limited(Preset::Administrator, &[A])).await?;
    for (number, site) in [(21, A), (22, B)] {
        let grant = rooms(&[], &[site]);
        let command = invite(number, &format!("p{number}"), grant);
        house.applied(&house.owner, command).await?;
    }
    let net = Net::of(house, &house.serve().await?, &piret).await?;
    let shown = async |number| {
        let (of, id) = (house.organisation, membership(number));
        let path = format!("organisations/{of}/invitations/{id}/link");
        net.send(Method::POST, &path, &json!({})).await
    };
    assert_eq!(shown(21).await?, 200);
    assert_eq!(shown(22).await?, 404, "as if it were not there");
    assert_eq!(shown(99).await?, 404);
    let revoke = RevokeInvitation {
        membership: membership(22),
    };
    let outcome = house.one(&piret, Command::RevokeInvitation(revoke)).await?;
    let refusal = Refusal::NotFound;
    assert_eq!(outcome, Outcome::Refused { refusal }, "nor for a command");
    Ok(())
}

async fn what_was_saved_before_places_were_noted_is_placed_r_36(house: &House) -> Result<()> {
    build(house).await?;
    let piret = member(house, 10, "piret", limited(Preset::Administrator, &[A])).await?;
    member(house, 11, "anna", rooms(&[DOOR_A], &[])).await?;
    member(house, 12, "boris", rooms(&[], &[B])).await?;
    let net = Net::of(house, &house.serve().await?, &piret).await?;
    let mut before = Copy::default();
    let sums = before.pull(&net).await?;
    let mut tx = house.app.store().begin().await?;
    for sql in [
        "UPDATE record SET places = NULL",
        "DELETE FROM place",
        "DELETE FROM place_sum",
    ] {
        sqlx::query(sql).execute(tx.conn()).await?;
    }
    tx.commit().await?;
    drop(house.sibling_at(NOW).await?);
    let mut after = Copy::default();
    assert_eq!(after.pull(&net).await?, sums);
    assert_eq!(after.held, before.held);
    assert!(sums.values().any(|sum| *sum != Sum::default()));
    Ok(())
}
