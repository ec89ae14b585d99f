//! The feed: latest states in commit order, resets, what left, what became of commands, and sums that agree.

use anyhow::{Result, bail};
use doorward_domain::{
    ApproveRequest, ChangeGrant, Command, EndMembership, Grant, Preset, RecordKind, Version,
};
use doorward_protocol::{Changes, Outcome};

use crate::copy::Copy;
use crate::house::{House, id, invite, membership, pushed, request};
use crate::net::Net;

crate::on_both_engines!(
    a_copy_follows_every_change_and_its_sums_agree_syn_7,
    pages_are_in_commit_order_with_writers_at_work_syn_3,
    another_view_is_a_reset,
    lost_access_is_told_and_strangers_see_nothing_syn_4,
    a_foreign_cursor_is_refused_ten_3,
    what_became_of_commands_is_told_until_it_is_seen_syn_2,
);

async fn a_copy_follows_every_change_and_its_sums_agree_syn_7(house: &House) -> Result<()> {
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let mut copy = Copy::default();
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums), "{sums:?} {:?}", copy.held);
    house.open_doors().await?;
    let asking = house.person(2, "boris").await?;
    house.applied(&asking, request(21)).await?;
    let sums = copy.pull(&net).await?;
    assert!(
        copy.agrees(house, &sums)
            && copy
                .held
                .contains_key(&(RecordKind::Request, membership(21).0))
    );
    let approve = ApproveRequest {
        membership: membership(21),
        grant: Grant::of(Preset::Member),
    };
    house
        .applied(&house.owner, Command::ApproveRequest(approve))
        .await?;
    let sums = copy.pull(&net).await?;
    assert!(
        !copy
            .held
            .contains_key(&(RecordKind::Request, membership(21).0)),
        "it left the requests"
    );
    assert!(
        copy.held
            .contains_key(&(RecordKind::Member, membership(21).0)),
        "and is a member"
    );
    assert!(copy.agrees(house, &sums), "{sums:?} {:?}", copy.held);
    assert_eq!(copy.resets, 1, "only the beginning was a reset");
    let mut anew = Copy::default();
    assert_eq!(anew.pull(&net).await?, sums);
    assert_eq!(anew.held, copy.held, "whoever begins now holds the same");
    Ok(())
}

async fn pages_are_in_commit_order_with_writers_at_work_syn_3(house: &House) -> Result<()> {
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let writer = async |first: u128| -> Result<()> {
        for number in 0..40 {
            let batch: Vec<_> = (0..10_u128)
                .map(|it| first + number * 10 + it)
                .map(|it| pushed(it, None, invite(it, &format!("p{it}@example.org"))))
                .collect();
            let answer = house.push(&house.owner, &batch).await?;
            assert_eq!(answer.stopped, None);
        }
        Ok(())
    };
    let mut copy = Copy::default();
    let reader = async {
        while copy.held.len() < 2400 {
            copy.pull(&net).await?;
        }
        Ok(())
    };
    tokio::try_join!(writer(10_000), writer(20_000), reader)?;
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums), "nothing was passed over");
    assert_eq!(sums[&RecordKind::Invitation].count, 800);
    Ok(())
}

async fn manager(house: &House) -> Result<doorward_server::execute::Caller> {
    house.open_doors().await?;
    let person = house.person(2, "boris").await?;
    house.applied(&person, request(21)).await?;
    let approve = ApproveRequest {
        membership: membership(21),
        grant: Grant::of(Preset::Manager),
    };
    house
        .applied(&house.owner, Command::ApproveRequest(approve))
        .await?;
    Ok(person)
}

async fn another_view_is_a_reset(house: &House) -> Result<()> {
    let person = manager(house).await?;
    let net = Net::of(house, &house.serve().await?, &person).await?;
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    copy.pull(&net).await?;
    assert_eq!(copy.resets, 1);
    assert!(
        !copy
            .held
            .keys()
            .any(|(kind, _)| *kind == RecordKind::Settings),
        "a Manager does not see the settings"
    );
    let Version::Revision(revision) = Version::Revision(
        *copy
            .held
            .get(&(RecordKind::Member, membership(21).0))
            .unwrap_or(&0),
    ) else {
        bail!("a revision")
    };
    let change = ChangeGrant {
        membership: membership(21),
        grant: Grant::of(Preset::Administrator),
        based_on: Version::Revision(revision),
        note: None,
    };
    house
        .applied(&house.owner, Command::ChangeGrant(change))
        .await?;
    let sums = copy.pull(&net).await?;
    assert_eq!(copy.resets, 2, "rights changed, and with them the view");
    assert!(
        copy.held
            .keys()
            .any(|(kind, _)| *kind == RecordKind::Settings)
    );
    assert!(copy.agrees(house, &sums));
    Ok(())
}

async fn lost_access_is_told_and_strangers_see_nothing_syn_4(house: &House) -> Result<()> {
    let person = manager(house).await?;
    let address = house.serve().await?;
    let net = Net::of(house, &address, &person).await?;
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    house
        .applied(
            &house.owner,
            Command::EndMembership(EndMembership {
                membership: membership(21),
            }),
        )
        .await?;
    assert_eq!(net.changes(copy.cursor.as_deref()).await?, Changes::Gone);
    let stranger = house.person(3, "carla").await?;
    let foreign = Net::of(house, &address, &stranger).await?;
    let (status, body) = foreign.get("changes").await?;
    let (same_status, same_body) = net.get("changes").await?;
    assert_eq!(
        (status, &body),
        (404, &same_body),
        "no view is no organisation"
    );
    assert_eq!(same_status, 404);
    assert_eq!(foreign.get("history").await?.0, 404);
    Ok(())
}

async fn a_foreign_cursor_is_refused_ten_3(house: &House) -> Result<()> {
    let person = manager(house).await?;
    let address = house.serve().await?;
    let (owner, other) = (
        Net::of(house, &address, &house.owner).await?,
        Net::of(house, &address, &person).await?,
    );
    let mut copy = Copy::default();
    copy.pull(&owner).await?;
    for cursor in [
        copy.cursor.as_deref().unwrap_or_default(),
        "",
        "AAAA",
        "%00",
    ] {
        let (status, body) = other.get(&format!("changes?cursor={cursor}")).await?;
        assert_eq!(
            (status, body["code"].as_str()),
            (400, Some("bad_cursor")),
            "{cursor}"
        );
    }
    Ok(())
}

async fn what_became_of_commands_is_told_until_it_is_seen_syn_2(house: &House) -> Result<()> {
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    let push = [
        pushed(1, None, invite(11, "a@example.org")),
        pushed(2, Some(1), invite(12, "a@example.org")),
        pushed(3, Some(2), invite(13, "a@example.org")),
    ];
    house.push(&house.owner, &push).await?;
    let before = copy.cursor.clone();
    copy.pull(&net).await?;
    assert_eq!(
        copy.settled.iter().map(|it| it.id).collect::<Vec<_>>(),
        [id(1), id(2), id(3)]
    );
    assert!(matches!(copy.settled[1].outcome, Outcome::Refused { .. }));
    let mut again = Copy {
        cursor: before,
        ..Copy::default()
    };
    again.pull(&net).await?;
    assert_eq!(
        again.settled, copy.settled,
        "the page that was lost is told again"
    );
    copy.pull(&net).await?;
    assert_eq!(copy.settled.len(), 3, "what was seen is not told twice");
    let kept =
        crate::push::count(house, "SELECT count(*) FROM outcome WHERE revision IS NULL").await?;
    assert_eq!(
        kept, 1,
        "the last settled command is known always, for the next one's predecessor"
    );
    let following = house
        .push(
            &house.owner,
            &[pushed(4, Some(3), invite(14, "d@example.org"))],
        )
        .await?;
    assert_eq!(following.stopped, None);
    Ok(())
}
