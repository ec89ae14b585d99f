//! What needs care beside requests: what did not arrive, runs out, ends or ran out, the most urgent first.

use doorward_domain::{
    CareKind, Command, Delivery, DeliveryState, DeliveryStep, Grant, Membership, MembershipId,
    Moment, Preset, Record, RevokeInvitation, Sent, Side, Status,
};
use uuid::Uuid;

use super::cast::{
    HERE, START, Seat, by_olga, contacts, member, membership, organisation, page, pull, sit,
};
use crate::contract::{CareAsk, CareFilter, CareView, SavedQuestion};
use crate::view;

/// Ten days after everybody was invited.
const NOW: Moment = START.plus_days(10);
/// Milliseconds of one.
const DAY: u64 = 86_400_000;

fn invited(id: u128, called: &str, days: u32) -> [Record; 2] {
    let open = Status::Initiated {
        by: Side::Organisation,
    };
    let row = Membership {
        invitation: Some(Sent {
            giver: by_olga(),
            expires_at: START.plus_days(days),
            generation: 1,
            sent_at: None,
            locale: None,
            message: None,
        }),
        ..membership(id, None, called, open, Some(Grant::of(Preset::Staff)))
    };
    let address = format!("{}@example.ee", row.id.0.simple());
    [Record::Membership(Box::new(row)), contacts(id, &address)]
}

fn ending(id: u128, called: &str, days: u32) -> Record {
    let grant = Grant {
        ends_at: Some(START.plus_days(days)),
        ..Grant::of(Preset::Staff)
    };
    let person = Some(id + 0x1000);
    let row = membership(id, person, called, Status::Approved, Some(grant));
    Record::Membership(Box::new(row))
}

fn bounced(id: u128) -> Record {
    Record::Delivery(Delivery {
        membership: MembershipId(Uuid::from_u128(id)),
        generation: 1,
        steps: vec![DeliveryStep {
            state: DeliveryState::Bounced,
            at: START,
            reason: "550 no such mailbox".try_into().ok(),
        }],
        waits: None,
    })
}

async fn desk() -> Seat {
    let seat = sit(None, NOW).await;
    let mut records = vec![
        organisation(),
        member(0x10, 0x100, "Olga Owner", Preset::Owner),
        contacts(0x10, "olga@example.ee"),
        ending(0x20, "Ends Soon", 13),
        ending(0x21, "Ends Later", 40),
        bounced(0x31),
    ];
    for (id, called, days) in [
        (0x30, "Runs Out", 11),
        (0x31, "Bounced Back", 20),
        (0x32, "Ran Out", 9),
        (0x33, "Waits Well", 25),
    ] {
        records.extend(invited(id, called, days));
    }
    pull(&seat.desk, &page(5, records), true).await;
    seat
}

async fn care(seat: &Seat, search: Option<&str>, snoozed: bool) -> CareView {
    let ask = CareAsk {
        organisation: None,
        search: search.map(str::to_owned),
        snoozed: Some(snoozed),
    };
    view::care(&seat.desk, &seat.desk.offices().await, &ask)
        .await
        .unwrap()
}

fn lines(view: &CareView) -> Vec<(String, CareKind)> {
    let line = |row: &crate::contract::CareRow| (row.name.clone().unwrap().to_string(), row.kind);
    view.rows.iter().map(line).collect()
}

#[tokio::test]
async fn what_needs_care_is_listed_by_how_urgent_it_is_and_can_be_found_and_put_off() {
    let seat = desk().await;
    let whole = care(&seat, None, false).await;
    let expected = [
        ("Bounced Back", CareKind::Undelivered),
        ("Runs Out", CareKind::RunsOut),
        ("Ends Soon", CareKind::AccessEnds),
        ("Ran Out", CareKind::RanOut),
    ]
    .map(|(name, kind)| (name.to_owned(), kind));
    assert_eq!(lines(&whole), expected);
    assert_eq!(
        whole.rows[0].reason.as_deref(),
        Some("550 no such mailbox"),
        "why it came back"
    );
    assert_eq!(whole.wakes_in_ms, Some(DAY));
    assert_eq!(
        lines(&care(&seat, Some("soon"), false).await),
        expected[2..3]
    );

    let until = NOW.plus_days(1);
    let runs_out = whole.rows[1].membership;
    seat.desk.put_off(runs_out, Some(until)).await.unwrap();
    let rest = care(&seat, None, false).await;
    assert_eq!((rest.total, rest.snoozed), (3, 1));
    assert_eq!(lines(&care(&seat, None, true).await), expected[1..2]);
}

#[tokio::test]
async fn what_was_taken_care_of_leaves_at_once_with_no_network() {
    let seat = desk().await;
    let whole = care(&seat, None, false).await;
    let revoke = Command::RevokeInvitation(RevokeInvitation {
        membership: whole.rows[0].membership,
    });
    seat.desk.execute(HERE, revoke).await.unwrap();
    let rest = care(&seat, None, false).await;
    assert_eq!(rest.total, 3);
    assert!(
        rest.rows
            .iter()
            .all(|row| row.kind != CareKind::Undelivered)
    );
}

#[tokio::test]
async fn a_view_of_what_needs_care_is_kept_under_a_name_and_counts_what_it_finds() {
    let seat = desk().await;
    let question = |search: Option<&str>| {
        SavedQuestion::Care(CareFilter {
            search: search.map(str::to_owned),
            snoozed: None,
        })
    };
    for (name, search) in [("Care", None), ("Soon", Some("soon"))] {
        let (name, kept) = (name.to_owned(), question(search));
        seat.desk.save_view(Some(HERE), name, kept).await.unwrap();
    }
    let everywhere = seat.desk.save_view(None, "Care".into(), question(None));
    everywhere.await.unwrap();
    let kept = view::settings(&seat.desk, None).await.unwrap().saved_views;
    let told = kept.iter().map(|it| (it.name.as_str(), it.count));
    let whole = care(&seat, None, false).await.total;
    assert_eq!(
        told.collect::<Vec<_>>(),
        [("Care", whole), ("Soon", 1), ("Care", 0)],
        "what is about all organisations is counted where all accounts are known"
    );
    assert_eq!(kept[1].query, question(Some("soon")));
}

/// A list that is looked at sees what comes due, and not only what happens to those that are in it.
#[tokio::test]
async fn what_comes_due_wakes_the_list_before_anything_is_in_it() {
    let seat = sit(None, NOW).await;
    let mut records = vec![
        organisation(),
        member(0x10, 0x100, "Olga Owner", Preset::Owner),
        ending(0x21, "Ends Later", 40),
    ];
    pull(&seat.desk, &page(5, records.clone()), true).await;
    let nothing = care(&seat, None, false).await;
    assert_eq!((nothing.total, nothing.more_than), (0, false));
    assert_eq!(nothing.wakes_in_ms, Some(23 * DAY), "a week before");
    records.extend(invited(0x33, "Waits Well", 25));
    pull(&seat.desk, &page(6, records), false).await;
    let sooner = care(&seat, None, false).await;
    assert_eq!((sooner.total, sooner.wakes_in_ms), (0, Some(13 * DAY)));
}

/// More than anybody works through: the most urgent are here whatever their number, and it is said that there are more.
#[tokio::test]
async fn of_thousands_the_most_urgent_are_listed_and_the_rest_is_owned_up_to() {
    let seat = sit(None, NOW).await;
    let mut records = vec![
        organisation(),
        member(0x10, 0x100, "Olga Owner", Preset::Owner),
    ];
    for id in 0..2_005 {
        let [row, _] = invited(0x1000 + id, "Ran Out", 9);
        records.push(row);
    }
    records.push(ending(0x20, "Ends Soon", 13));
    records.extend(invited(0x31, "Bounced Back", 20));
    records.push(bounced(0x31));
    pull(&seat.desk, &page(5, records), true).await;
    let view = care(&seat, None, false).await;
    assert_eq!((view.total, view.more_than), (2_000, true));
    let first = lines(&view).into_iter().take(2);
    let expected = [
        ("Bounced Back".to_owned(), CareKind::Undelivered),
        ("Ends Soon".to_owned(), CareKind::AccessEnds),
    ];
    assert_eq!(first.collect::<Vec<_>>(), expected);
}
