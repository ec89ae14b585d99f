//! A long absence: the rows are locked, the outbox is kept, contact opens them again (DESIGN 4, CCH-3).

use std::path::Path;
use std::sync::atomic::Ordering;

use doorward_domain::{Moment, OrganisationId, Preset, Record};
use uuid::Uuid;

use super::asks;
use super::cast::{HERE, START, Seat, business, organisation, page, pull, sit};
use super::offline::{approve, waiting};
use crate::contract::ViewName;
use crate::sync::testing::heard_for;

/// An organisation whose turn comes after [`HERE`].
const BEHIND: OrganisationId = OrganisationId(Uuid::from_u128(0xff));
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Somebody in contact at the start, with one approval that nobody heard yet.
async fn at_work(folder: Option<&Path>, now: Moment) -> Seat {
    let seat = sit(folder, now).await;
    seat.desk.heard(Some(START)).await.unwrap();
    pull(&seat.desk, &business(), true).await;
    seat.desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .unwrap();
    seat
}

/// The clock on the wall shows another time, and the desk looks at it.
async fn shows(seat: &Seat, now: Moment) {
    seat.clock.wall.store(now.0, Ordering::SeqCst);
    seat.desk.judge_absence().await.unwrap();
}

async fn is_locked(seat: &Seat) -> bool {
    let office = seat.desk.known_office(HERE).await.unwrap();
    let rows = asks::list(seat, &asks::requests()).await;
    assert_eq!(
        office.is_locked(),
        rows.as_of.is_none(),
        "what is locked is not shown"
    );
    assert_eq!(seat.desk.outbox.unsent(), 1, "the outbox is kept");
    office.is_locked()
}

async fn closed(seat: Seat) {
    seat.desk.close().await.unwrap();
}

#[tokio::test]
async fn after_thirty_days_without_contact_the_rows_are_locked_and_the_outbox_is_kept_cch_3() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    seat.desk.heard(Some(START)).await.unwrap();
    pull(&seat.desk, &business(), true).await;
    seat.desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .unwrap();
    seat.desk.close().await.unwrap();
    drop(seat);
    let seat = sit(Some(&folder), START.plus_days(29)).await;
    assert_eq!(waiting(&seat).await, 1);
    seat.desk.close().await.unwrap();
    drop(seat);
    let seat = sit(Some(&folder), START.plus_days(30)).await;
    assert_eq!(asks::list(&seat, &asks::requests()).await.total, 0);
    assert_eq!(seat.desk.outbox.unsent(), 1);
    seat.desk.heard(Some(START.plus_days(30))).await.unwrap();
    assert_eq!(waiting(&seat).await, 1, "contact opens them again");
    seat.desk.close().await.unwrap();
    drop(seat);
    let seat = sit(Some(&folder), START).await;
    assert_eq!(
        waiting(&seat).await,
        1,
        "a clock set back does not lock what was just in contact"
    );
}

#[tokio::test]
async fn a_program_that_runs_on_locks_too_and_takes_no_commands_then() {
    let seat = at_work(None, START).await;
    shows(&seat, START.plus_millis(30 * DAY - 1)).await;
    assert!(!is_locked(&seat).await);
    shows(&seat, START.plus_days(30)).await;
    assert!(is_locked(&seat).await);
    let refused = seat.desk.execute(HERE, approve(Preset::Staff)).await;
    assert_eq!(refused.unwrap_err().code(), "locked");
    seat.desk.heard(Some(START.plus_days(30))).await.unwrap();
    let office = seat.desk.known_office(HERE).await.unwrap();
    assert!(!office.is_locked(), "contact opens");
}

/// What fails to open is not taken for an organisation without rows, and the next contact opens it. Until then nothing is
/// pulled into it, and every other organisation opens.
#[tokio::test]
async fn rows_that_fail_to_open_stay_locked_until_they_open_cch_3() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = at_work(Some(&folder), START).await;
    let later = START.plus_days(30);
    let mut told = seat.changes.resubscribe();
    let after_it = seat.desk.office(BEHIND).await;
    shows(&seat, later).await;
    assert_eq!(told.try_recv().unwrap().views, ViewName::OF_ROWS);
    assert!(after_it.is_locked());
    let in_the_way = seat.desk.folder().unwrap().unfinished(HERE);
    std::fs::create_dir(&in_the_way).unwrap();
    seat.desk.heard(Some(later)).await.unwrap();
    assert!(is_locked(&seat).await);
    assert!(!after_it.is_locked(), "one keeps nobody from the others");
    assert_eq!(told.try_recv().unwrap().views, ViewName::OF_ROWS);
    let office = seat.desk.known_office(HERE).await.unwrap();
    let pulled = heard_for(&seat.desk, &office, Some(later)).await;
    assert_eq!(pulled.unwrap_err().code(), "locked", "its own pull fails");
    std::fs::remove_dir(&in_the_way).unwrap();
    heard_for(&seat.desk, &office, Some(later)).await.unwrap();
    assert_eq!(told.try_recv().unwrap().views, ViewName::OF_ROWS);
    assert!(!is_locked(&seat).await);
    closed(seat).await;
}

#[tokio::test]
async fn the_latest_time_ever_seen_counts_whatever_a_clock_shows_later() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = at_work(Some(&folder), START).await;
    shows(&seat, START.plus_days(31)).await;
    shows(&seat, START.plus_days(1)).await;
    assert!(is_locked(&seat).await, "set back while it runs");
    closed(seat).await;
    let seat = sit(Some(&folder), START.plus_days(1)).await;
    assert!(is_locked(&seat).await, "set back before the next start");
    closed(seat).await;
}

#[tokio::test]
async fn a_clock_that_stands_still_keeps_nothing_open() {
    let seat = at_work(None, START).await;
    let thirty_days = u64::try_from(30 * DAY).unwrap();
    seat.clock.monotonic.store(thirty_days, Ordering::SeqCst);
    seat.desk.judge_absence().await.unwrap();
    assert!(is_locked(&seat).await);
}

#[tokio::test]
async fn a_clock_that_was_wrong_all_along_locks_nothing_s_75() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    for year_off in [-50, 70] {
        let wrong = START.plus_millis(year_off * 365 * DAY);
        let seat = at_work(Some(&folder), wrong).await;
        shows(&seat, wrong.plus_millis(29 * DAY)).await;
        assert!(!is_locked(&seat).await, "{year_off} years off");
        closed(seat).await;
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

#[tokio::test]
async fn an_organisation_decides_on_a_term_of_its_own() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = at_work(Some(&folder), START).await;
    let Record::Organisation(mut shorter) = organisation() else {
        panic!("an organisation");
    };
    shorter.locked_after_days = 7;
    seat.desk
        .keep_term(HERE, shorter.locked_after_days)
        .await
        .unwrap();
    pull(
        &seat.desk,
        &page(9, vec![Record::Organisation(shorter)]),
        false,
    )
    .await;
    shows(&seat, START.plus_days(6)).await;
    assert!(!is_locked(&seat).await);
    closed(seat).await;
    let seat = sit(Some(&folder), START.plus_days(7)).await;
    assert!(is_locked(&seat).await, "the next start knows it too");
    closed(seat).await;
}
