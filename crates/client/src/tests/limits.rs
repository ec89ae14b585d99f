//! Where a desk keeps back or says no: a full disk, a feed that begins anew (S-70, SYN-7).

use doorward_domain::{Command, Grant, InvitePerson, MembershipId, PersonState, Preset};
use uuid::Uuid;

use super::asks;
use super::cast::{HERE, START, Seat, business, contact, page, pull, sit};
use super::import::{GIVEN, look, people, shown, to};
use super::offline::{approve, members};
use crate::contract::PeopleAsk;
use crate::view;

/// Says how many pages the account's file may have.
async fn limit(seat: &Seat, pages: &'static str) {
    let mut connection = seat.desk.own.database().write().await.unwrap();
    sqlx::raw_sql(pages)
        .execute(&mut *connection)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_full_disk_says_not_saved_and_nothing_looks_queued_s_70() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    seat.desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .unwrap();
    limit(&seat, "PRAGMA max_page_count = 1").await;
    let invite = |number: u128| {
        let message = doorward_domain::Note::try_from("x".repeat(500)).unwrap();
        Command::InvitePerson(InvitePerson {
            membership: MembershipId(Uuid::from_u128(0x40 + number)),
            contact: contact(&format!("p{number}@example.ee")),
            grant: Grant::of(Preset::Staff),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: Some(message),
        })
    };
    let mut kept = 1;
    let error = loop {
        match seat.desk.execute(HERE, invite(kept as u128)).await {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(error.code(), "not_saved");
    assert_eq!(
        seat.desk.outbox.unsent(),
        kept,
        "the earlier queue is intact, and nothing more"
    );
    let ask = PeopleAsk {
        states: Some(vec![PersonState::Invited]),
        ..asks::people()
    };
    let shown = view::people(&seat.desk, &ask).await.unwrap();
    assert_eq!(shown.rows.len(), kept - 1, "what is not saved is not shown");
    limit(&seat, "PRAGMA max_page_count = 100000").await;
    seat.desk.execute(HERE, invite(kept as u128)).await.unwrap();
}

/// What was fixed by hand is not thrown away with what could not be kept.
#[tokio::test]
async fn a_full_disk_leaves_the_table_that_was_to_be_sent_s_70() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    look(&seat, people(2_000)).await.unwrap();
    seat.desk.fix_row(2, to("fixed@example.ee")).await.unwrap();
    limit(&seat, "PRAGMA max_page_count = 1").await;
    let error = seat.desk.send_table(&GIVEN).await.unwrap_err();
    assert_eq!(error.code(), "not_saved");
    assert_eq!(seat.desk.outbox.unsent(), 0);
    let rows = shown(&seat, None).await.rows;
    assert_eq!(rows[0].typed, "fixed@example.ee");
    limit(&seat, "PRAGMA max_page_count = 100000").await;
    seat.desk.send_table(&GIVEN).await.unwrap();
    assert_eq!(seat.desk.outbox.unsent(), 2_000);
    assert!(seat.desk.with.table.lock().await.is_none());
}

#[tokio::test]
async fn a_new_start_of_the_feed_drops_the_rows_and_keeps_the_outbox_syn_7() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    seat.desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .unwrap();
    let mut narrow = page(9, vec![super::cast::organisation()]);
    narrow.view.kinds.clear();
    pull(&seat.desk, &narrow, true).await;
    assert_eq!(members(&seat).await.len(), 0);
    assert_eq!(seat.desk.outbox.unsent(), 1);
    let left: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(
        !left.iter().any(|it| it.contains(".new")),
        "the new file was moved in: {left:?}"
    );
}
