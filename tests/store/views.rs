//! Views of the feed that are made of more than a level: routed, dated, and pages that end inside a change.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    ApproveRequest, Command, Grant, Permission, PermissionSet, Preset, RecordKind, RemoveRoom,
};
use doorward_protocol::Changes;
use doorward_server::execute;

use crate::copy::Copy;
use crate::doors::{DOOR_A, build, invite, member, rooms};
use crate::house::{House, NOW, id, membership, name, pushed, request};
use crate::net::Net;

crate::on_both_engines!(
    a_handler_from_above_is_sent_requests_and_nothing_else_r_41_r_42,
    a_stand_in_is_sent_requests_while_their_dates_last_r_46_s_36,
    a_page_may_end_inside_a_change,
);

fn kinds(copy: &Copy) -> Vec<RecordKind> {
    let mut kinds: Vec<_> = copy.held.keys().map(|(kind, _)| *kind).collect();
    kinds.dedup();
    kinds
}

fn requests(copy: &Copy) -> Vec<uuid::Uuid> {
    let of_kind = copy
        .held
        .keys()
        .filter(|(kind, _)| *kind == RecordKind::Request);
    of_kind.map(|(_, id)| *id).collect()
}

/// Pulls, and holds the copy against what the server counted.
async fn agreeing(house: &House, net: &Net, copy: &mut Copy) -> Result<()> {
    let sums = copy.pull(net).await?;
    ensure!(copy.agrees(house, &sums), "{sums:?} {:?}", copy.held);
    Ok(())
}

async fn a_handler_from_above_is_sent_requests_and_nothing_else_r_41_r_42(
    house: &House,
) -> Result<()> {
    use RecordKind as K;
    house.open_doors().await?;
    build(house).await?;
    member(house, 10, "anna", rooms(&[DOOR_A], &[])).await?;
    let boris = house.person(2, "boris").await?;
    house.applied(&boris, request(21)).await?;
    let mara = house.person(50, "mara").await?;
    let manager = execute::found(&house.app, &mara, name("Harbour"), None).await?;
    execute::operate(&house.app, house.organisation, "managed", |it| {
        it.managed_by = Some(manager.organisation);
    })
    .await?;
    let net = Net::of(house, &house.serve().await?, &mara).await?;
    let mut outside = Copy::default();
    agreeing(house, &net, &mut outside).await?;
    assert_eq!(
        kinds(&outside),
        [K::Organisation],
        "its requests are decided here; an Owner there may end that it is managed (R-40)"
    );
    // Later it has escalated, and what came meanwhile has not.
    house.clock.set(NOW.plus_days(1));
    let carla = house.person(3, "carla").await?;
    house.applied(&carla, request(22)).await?;
    house.clock.set(NOW.plus_days(5));
    let mut copy = Copy::default();
    agreeing(house, &net, &mut copy).await?;
    assert_eq!(
        kinds(&copy),
        [
            K::Organisation,
            K::Room,
            K::Site,
            K::Request,
            K::MemberContact
        ],
        "an Owner there gives rooms, too; no member of this house is sent"
    );
    assert_eq!(requests(&copy), [membership(21).0]);
    house.clock.set(NOW.plus_days(6));
    agreeing(house, &net, &mut copy).await?;
    assert_eq!(requests(&copy), [membership(21).0, membership(22).0]);
    let approve = ApproveRequest {
        membership: membership(21),
        grant: Grant::of(Preset::Staff),
    };
    house
        .applied(&house.owner, Command::ApproveRequest(approve))
        .await?;
    agreeing(house, &net, &mut copy).await?;
    assert_eq!(requests(&copy), [membership(22).0]);
    execute::operate(&house.app, house.organisation, "managed", |it| {
        it.managed_by = None;
    })
    .await?;
    let page = net.changes(copy.cursor.as_deref()).await?;
    ensure!(matches!(page, Changes::Gone), "{page:?}");
    Ok(())
}

async fn a_stand_in_is_sent_requests_while_their_dates_last_r_46_s_36(house: &House) -> Result<()> {
    house.open_doors().await?;
    let boris = house.person(2, "boris").await?;
    house.applied(&boris, request(21)).await?;
    let stand_in = Grant {
        extras: PermissionSet::of(&[Permission::RequestsDecide]),
        starts_at: Some(NOW.plus_days(1)),
        ends_at: Some(NOW.plus_days(3)),
        ..Grant::of(Preset::Member)
    };
    let carla = member(house, 12, "carla", stand_in).await?;
    let net = Net::of(house, &house.serve().await?, &carla).await?;
    let sees = |copy: &Copy| {
        copy.held
            .contains_key(&(RecordKind::Request, membership(21).0))
    };
    let mut copy = Copy::default();
    for (day, seen) in [(0, false), (1, true), (2, true), (3, false)] {
        house.clock.set(NOW.plus_days(day));
        let sums = copy.pull(&net).await?;
        ensure!(copy.agrees(house, &sums), "day {day}: {sums:?}");
        assert_eq!(sees(&copy), seen, "day {day}");
    }
    assert_eq!(copy.resets, 3, "each other view is a copy from the start");
    Ok(())
}

async fn a_page_may_end_inside_a_change(house: &House) -> Result<()> {
    const MANY: u128 = 520;
    build(house).await?;
    for first in [1000, 1000 + MANY / 2] {
        let batch: Vec<_> = (first..first + MANY / 2)
            .map(|it| {
                pushed(
                    it,
                    None,
                    invite(it, &format!("p{it}"), rooms(&[DOOR_A], &[])),
                )
            })
            .collect();
        let answer = house.push(&house.owner, &batch).await?;
        ensure!(answer.stopped.is_none(), "{:?}", answer.stopped);
    }
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    let remove = Command::RemoveRoom(RemoveRoom { room: DOOR_A });
    house
        .push(&house.owner, &[pushed(1, None, remove)])
        .await?
        .settled
        .iter()
        .find(|it| it.id == id(1))
        .context("the removal")?;
    let first = net.changes(copy.cursor.as_deref()).await?;
    let Changes::Page {
        records,
        more,
        cursor,
        ..
    } = first
    else {
        anyhow::bail!("gone")
    };
    let last = records.last().context("records")?.revision;
    assert!(more && records.iter().all(|it| it.revision == last));
    let Changes::Page { records, .. } = net.changes(Some(&cursor)).await? else {
        anyhow::bail!("gone")
    };
    assert_eq!(records.first().map(|it| it.revision), Some(last));
    let sums = copy.pull(&net).await?;
    ensure!(copy.agrees(house, &sums), "{sums:?}");
    Ok(())
}
