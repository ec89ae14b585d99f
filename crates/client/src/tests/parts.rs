//! Parts and windows of the work list, and the levels a member could have instead (`UI_SPEC` 7.1, 7.2, R-20, R-22, R-25).

use doorward_domain::{
    ApproveRequest, Command, Grant, LinkId, MembershipId, Preset, Record, Refusal,
};
use uuid::Uuid;

use super::asks;
use super::cast::{HERE, START, Seat, business, contacts, member, page, pull, request, sit};
use crate::contract::{AnotherLevelAsk, CameBy, RequestsAsk};
use crate::error::Error;
use crate::view;

/// Days after the start on which the list is looked at.
const TODAY: u32 = 9;
const DAY: i64 = 24 * 60;

/// The same request as if it had come by a link.
fn by_link(record: Record) -> Record {
    let Record::Membership(mut it) = record else {
        return record;
    };
    if let Some(asked) = it.asked.as_mut() {
        asked.link = Some(LinkId(Uuid::from_u128(0x7)));
    }
    Record::Membership(it)
}

/// Two requests of the first day, and five more, one a day, every second of them by a link.
async fn desk(place: &tempfile::TempDir) -> Seat {
    let seat = sit(Some(&place.path().join("account")), START.plus_days(TODAY)).await;
    pull(&seat.desk, &business(), true).await;
    let later: Vec<Record> = (1..=5)
        .flat_map(|day| {
            let id = 0x30 + day;
            let minutes = i64::try_from(day).unwrap() * DAY;
            let asked = request(id, &format!("Piret {day}"), minutes);
            let asked = if day % 2 == 0 { by_link(asked) } else { asked };
            [asked, contacts(id, &format!("piret{day}@example.ee"))]
        })
        .collect();
    pull(&seat.desk, &page(6, later), false).await;
    seat
}

async fn names(seat: &Seat, ask: RequestsAsk) -> (Vec<String>, u32) {
    let list = asks::list(seat, &ask).await;
    let names = list
        .rows
        .iter()
        .map(|row| row.name.as_ref().unwrap().to_string());
    (names.collect(), list.total)
}

#[tokio::test]
async fn those_who_wait_over_a_week_are_a_part_of_the_list() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let ask = |days| RequestsAsk {
        waiting_days: Some(days),
        ..asks::requests()
    };
    let (long, total) = names(&seat, ask(7)).await;
    let expected = ["Анна Соколова", "Ștefan Brânză", "Piret 1", "Piret 2"];
    assert_eq!(long, expected, "seven days to the minute are a week");
    assert_eq!(total, 4, "the number of a part is exact");
    assert_eq!(
        names(&seat, ask(9)).await.1,
        0,
        "the first of them waits a minute less"
    );
    assert_eq!(names(&seat, asks::requests()).await.1, 7);
}

#[tokio::test]
async fn requests_are_parted_by_how_they_came_in() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let ask = |by| RequestsAsk {
        came_by: Some(by),
        ..asks::requests()
    };
    assert_eq!(
        names(&seat, ask(CameBy::Link)).await,
        (vec!["Piret 2".into(), "Piret 4".into()], 2)
    );
    assert_eq!(names(&seat, ask(CameBy::Form)).await.1, 5);
    let found = RequestsAsk {
        search: Some("piret".into()),
        ..ask(CameBy::Form)
    };
    assert_eq!(
        names(&seat, found).await.0,
        ["Piret 1", "Piret 3", "Piret 5"],
        "a search looks inside the part"
    );
}

#[tokio::test]
async fn a_part_counts_what_waits_on_this_computer() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let approval = Command::ApproveRequest(ApproveRequest {
        membership: MembershipId(Uuid::from_u128(0x31)),
        grant: Grant::of(Preset::Member),
    });
    seat.desk.execute(HERE, approval).await.unwrap();
    let ask = RequestsAsk {
        waiting_days: Some(7),
        came_by: Some(CameBy::Form),
        ..asks::requests()
    };
    let (rest, total) = names(&seat, ask).await;
    assert_eq!(rest, ["Анна Соколова", "Ștefan Brânză"]);
    assert_eq!(total, 2);
}

#[tokio::test]
async fn who_is_put_off_is_out_of_the_list_until_then_and_counted() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let (whole, _) = names(&seat, asks::requests()).await;
    let list = asks::list(&seat, &asks::requests()).await;
    let (first, now) = (list.rows[0].membership, seat.desk.now());
    let until = now.plus_millis(60_000);
    seat.desk.put_off(first, Some(until)).await.unwrap();
    seat.desk
        .put_off(MembershipId(Uuid::from_u128(0xdead)), Some(until))
        .await
        .unwrap();

    let (rest, total) = names(&seat, asks::requests()).await;
    assert_eq!((rest, total), (whole[1..].to_vec(), 6));
    let list = asks::list(&seat, &asks::requests()).await;
    assert_eq!(
        (list.snoozed, list.wakes_in_ms),
        (1, Some(60_000)),
        "whom nobody knows is not counted"
    );
    let put_off = RequestsAsk {
        snoozed: Some(true),
        ..asks::requests()
    };
    assert_eq!(
        names(&seat, put_off.clone()).await,
        (vec![whole[0].clone()], 1)
    );
    let session = view::session(&seat.desk, None).await.unwrap();
    assert_eq!(session.organisations[0].waiting, 6, "nor by the sidebar");

    seat.desk.put_off(first, Some(now)).await.unwrap();
    assert_eq!(
        names(&seat, asks::requests()).await.1,
        7,
        "its time has come"
    );
    seat.desk.put_off(first, Some(until)).await.unwrap();
    seat.desk.put_off(first, None).await.unwrap();
    assert_eq!(
        names(&seat, put_off).await.1,
        0,
        "it is shown again at once"
    );
}

#[tokio::test]
async fn windows_of_the_list_follow_one_another() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let (whole, _) = names(&seat, asks::requests()).await;
    let mut joined = Vec::new();
    for offset in [0, 3, 6, 9] {
        let ask = RequestsAsk {
            offset: Some(offset),
            limit: Some(3),
            ..asks::requests()
        };
        let (window, total) = names(&seat, ask).await;
        assert_eq!(total, 7, "the list is as long wherever one looks");
        joined.extend(window);
    }
    assert_eq!(joined, whole);
}

async fn levels(seat: &Seat, id: u128) -> Result<Vec<(String, Option<Refusal>)>, Error> {
    let ask = AnotherLevelAsk {
        organisation: HERE,
        memberships: vec![MembershipId(Uuid::from_u128(id))],
        level: None,
        room: None,
    };
    let view = view::another_level(&seat.desk, &ask).await?;
    let choices = view.levels.into_iter();
    Ok(choices
        .map(|it| (it.level.to_string(), it.refusal))
        .collect())
}

#[tokio::test]
async fn a_member_could_have_any_level_that_may_be_given_and_the_last_owner_none() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let kadri = member(0x40, 0x400, "Kadri Tamm", Preset::Staff);
    pull(&seat.desk, &page(7, vec![kadri]), false).await;
    let of_kadri = levels(&seat, 0x40).await.unwrap();
    assert!(
        of_kadri.iter().all(|(_, refusal)| refusal.is_none()),
        "{of_kadri:?}"
    );
    assert!(of_kadri.iter().all(|(level, _)| level != "owner"), "R-24");
    let of_olga = levels(&seat, 0x10).await.unwrap();
    assert!(
        of_olga
            .iter()
            .all(|(_, refusal)| *refusal == Some(Refusal::LastOwner)),
        "R-25: {of_olga:?}"
    );
    assert_eq!(
        levels(&seat, 0x20).await.unwrap(),
        [],
        "who only asked has none to change"
    );
    let stranger = levels(&seat, 0x99).await;
    assert!(matches!(stranger, Err(Error::Refused(Refusal::NotFound))));
}
