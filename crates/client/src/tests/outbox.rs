//! The outbox on real files: what is saved stays saved, and every entry comes to one end (SYN-2, S-36, S-64, S-67, S-78).

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use doorward_domain::{Command, CommandId, MembershipId, Moment, Refusal, ReopenRequest};
use doorward_protocol::Outcome;
use uuid::Uuid;

use super::cast::{HERE, START, key, organisation};
use crate::cache::Own;
use crate::clock::Tick;
use crate::error::Error;
use crate::files::Place;
use crate::outbox::{Acted, Entry, Outbox};

const NOW: Tick = Tick(1000);

fn id(number: u128) -> CommandId {
    CommandId(Uuid::from_u128(0xc000 + number))
}

fn entry(number: u128, record: u128) -> Entry {
    let membership = MembershipId(Uuid::from_u128(record));
    Entry::new(
        id(number),
        HERE,
        Command::ReopenRequest(ReopenRequest { membership }),
        START,
    )
}

async fn open(folder: &Path) -> (Own, Outbox) {
    let own = Own::open(&Place::File(folder.join("account.db"), key()))
        .await
        .unwrap();
    let outbox = Outbox::open(Arc::clone(own.database())).await.unwrap();
    (own, outbox)
}

async fn taken(outbox: &Outbox) -> Vec<CommandId> {
    outbox
        .take(HERE, 500, NOW)
        .await
        .unwrap()
        .entries
        .iter()
        .map(|it| it.id)
        .collect()
}

#[tokio::test]
async fn what_was_saved_is_there_after_a_crash_and_a_hold_is_over_s_67() {
    let place = tempfile::tempdir().unwrap();
    let (own, outbox) = open(place.path()).await;
    outbox
        .add(entry(1, 7), Some(NOW.plus(10_000)))
        .await
        .unwrap();
    outbox.add(entry(2, 8), None).await.unwrap();
    assert_eq!(taken(&outbox).await, [id(2)], "the held one stays");
    assert_eq!(outbox.hold_left(id(1), NOW), Some(10_000));
    // A crash closes nothing; the next start reads what is on the disk.
    drop((own, outbox));
    let (own, outbox) = open(place.path()).await;
    assert_eq!(outbox.hold_left(id(1), NOW), None);
    assert_eq!(
        taken(&outbox).await,
        [id(2), id(1)],
        "what may have arrived goes first again"
    );
    own.close().await.unwrap();
}

#[tokio::test]
async fn a_lost_answer_changes_neither_ids_nor_order_nor_chain_s_64() {
    let place = tempfile::tempdir().unwrap();
    let (_own, outbox) = open(place.path()).await;
    for number in 1..=3 {
        outbox.add(entry(number, number), None).await.unwrap();
    }
    let first = outbox.take(HERE, 2, NOW).await.unwrap();
    outbox.landed(HERE);
    let again = outbox.take(HERE, 2, NOW).await.unwrap();
    assert_eq!((first.after, again.after), (None, None));
    assert_eq!(first.entries, again.entries, "the retry is the same push");
    outbox.landed(HERE);
    let applied = |number, revision| (id(number), Outcome::Applied { revision });
    assert!(
        outbox
            .settle(HERE, &[applied(1, 6), applied(2, 7)], START)
            .await
            .unwrap()
    );
    assert!(
        !outbox
            .settle(HERE, &[applied(1, 6), applied(2, 7)], START)
            .await
            .unwrap(),
        "twice is once"
    );
    let next = outbox.take(HERE, 500, NOW).await.unwrap();
    assert_eq!(next.after, Some(id(2)));
    assert_eq!(next.entries.len(), 1);
    assert_eq!(outbox.applied_at(id(1)), Some(6));
}

#[tokio::test]
async fn undo_works_until_the_command_is_handed_to_the_network() {
    let place = tempfile::tempdir().unwrap();
    let (own, outbox) = open(place.path()).await;
    outbox
        .add(entry(1, 7), Some(NOW.plus(10_000)))
        .await
        .unwrap();
    outbox.add(entry(2, 7), None).await.unwrap();
    outbox.add(entry(3, 9), None).await.unwrap();
    assert_eq!(taken(&outbox).await, [id(3)]);
    assert!(matches!(outbox.undo(id(3)).await, Err(Error::AlreadySent)));
    outbox.landed(HERE);
    assert!(
        matches!(outbox.undo(id(3)).await, Err(Error::AlreadySent)),
        "the answer may be lost"
    );
    outbox.undo(id(1)).await.unwrap();
    assert_eq!(outbox.entries().len(), 1, "2 was about the same record");
    assert!(matches!(
        outbox.undo(id(1)).await,
        Err(Error::Refused(Refusal::NotFound))
    ));
    drop((own, outbox));
    let (_own, outbox) = open(place.path()).await;
    assert_eq!(outbox.entries().len(), 1);
}

#[tokio::test]
async fn after_ten_passing_faults_a_command_is_parked_and_others_go_past_it_s_78() {
    let place = tempfile::tempdir().unwrap();
    let (_own, outbox) = open(place.path()).await;
    outbox.add(entry(1, 7), None).await.unwrap();
    outbox.add(entry(2, 8), None).await.unwrap();
    taken(&outbox).await;
    outbox.landed(HERE);
    for attempt in 1..=10 {
        assert_eq!(outbox.fail(id(1)).await.unwrap(), attempt == 10);
    }
    assert_eq!(taken(&outbox).await, [id(2)]);
    outbox.landed(HERE);
    outbox
        .settle(HERE, &[(id(2), Outcome::Applied { revision: 6 })], START)
        .await
        .unwrap();
    outbox.retry(id(1)).await.unwrap();
    let again = outbox.take(HERE, 500, NOW).await.unwrap();
    assert_eq!(
        (again.after, again.entries[0].id),
        (Some(id(2)), id(1)),
        "it is linked behind what went past it"
    );
    outbox.landed(HERE);
    assert!(matches!(
        outbox.discard(id(1)).await,
        Err(Error::AlreadySent)
    ));
    for _ in 0..10 {
        outbox.fail(id(1)).await.unwrap();
    }
    outbox.discard(id(1)).await.unwrap();
    assert_eq!(outbox.unsent(), 0);
}

#[tokio::test]
async fn refusals_stay_until_they_are_discarded_and_the_rest_is_forgotten_after_a_day_syn_2() {
    let place = tempfile::tempdir().unwrap();
    let (_own, outbox) = open(place.path()).await;
    for number in 1..=2 {
        outbox.add(entry(number, number), None).await.unwrap();
    }
    let refused = Outcome::Refused {
        refusal: Refusal::LastOwner,
    };
    outbox
        .settle(
            HERE,
            &[(id(1), Outcome::Applied { revision: 6 }), (id(2), refused)],
            START,
        )
        .await
        .unwrap();
    outbox.prune(Moment(START.0)).await.unwrap();
    assert_eq!(
        outbox.entries().len(),
        2,
        "what was sent today is still shown"
    );
    outbox.prune(START.plus_days(1)).await.unwrap();
    assert_eq!(
        outbox.entries().iter().map(|it| it.id).collect::<Vec<_>>(),
        [id(2)]
    );
    outbox.discard(id(2)).await.unwrap();
    assert!(outbox.entries().is_empty());
}

#[tokio::test]
async fn commands_to_an_organisation_out_of_reach_end_as_refused_and_are_shown_s_36() {
    let place = tempfile::tempdir().unwrap();
    let (_own, outbox) = open(place.path()).await;
    outbox
        .add(entry(1, 7), Some(NOW.plus(10_000)))
        .await
        .unwrap();
    assert!(outbox.end_all(HERE, START).await.unwrap());
    let entries = outbox.entries();
    assert_eq!(entries[0].refusal(), Some(&Refusal::NoAccess));
    assert!(taken(&outbox).await.is_empty());
}

#[tokio::test]
async fn what_found_no_connection_can_be_undone_however_long_one_is_offline() {
    let place = tempfile::tempdir().unwrap();
    let (own, outbox) = open(place.path()).await;
    outbox.add(entry(1, 7), None).await.unwrap();
    let batch = outbox.take(HERE, 500, NOW).await.unwrap();
    outbox.take_back(&batch).await.unwrap();
    outbox.landed(HERE);
    drop((own, outbox));
    let (_own, outbox) = open(place.path()).await;
    outbox.undo(id(1)).await.unwrap();
    assert!(outbox.entries().is_empty());
}

/// What was taken out of a batch waits again with all that was kept of it, once the disk takes it.
#[tokio::test]
async fn an_undo_that_fails_can_be_tried_again_s_70() {
    let place = tempfile::tempdir().unwrap();
    let (own, outbox) = open(place.path()).await;
    let waits = Entry {
        basis: Some(organisation()),
        ..entry(1, 7)
    };
    outbox.add(waits, None).await.unwrap();
    let taken = outbox.entries();
    outbox.undo(id(1)).await.unwrap();
    let batch = Uuid::from_u128(1);
    outbox.remember(Acted {
        batch,
        revoked: true,
        made: BTreeSet::new(),
        taken,
    });
    for (mode, is_undone) in [("ON", false), ("OFF", true)] {
        let mut connection = own.database().write().await.unwrap();
        let mode = format!("PRAGMA query_only = {mode}");
        let mode = sqlx::raw_sql(sqlx::AssertSqlSafe(mode));
        mode.execute(&mut *connection).await.unwrap();
        drop(connection);
        assert_eq!(outbox.undo_act(batch, true).await.is_ok(), is_undone);
    }
    let again = outbox.undo_act(batch, true).await;
    assert!(matches!(again, Err(Error::AlreadySent)), "once");
    drop((own, outbox));
    let (_own, outbox) = open(place.path()).await;
    let [again] = &outbox.entries()[..] else {
        panic!("one waits again");
    };
    assert!(again.basis.is_some(), "with what it is based on");
}
