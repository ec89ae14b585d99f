//! What the server and others do while decisions wait: they are judged again on every new row, nothing flickers between
//! answer and rows, and a crash loses nothing (DESIGN 2, S-36, S-72, SYN-2).

use doorward_domain::{Preset, Refusal};
use doorward_protocol::{Outcome, Settled};

use super::cast::{HERE, START, business, contacts, declined, member, page, pull, sit};
use super::offline::{approve, members};
use crate::contract::EntryState;
use crate::view;

#[tokio::test]
async fn what_somebody_else_decided_meanwhile_is_said_before_the_server_answers_s_72() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let done = seat
        .desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .unwrap();
    pull(
        &seat.desk,
        &page(6, vec![declined(0x20, "Анна Соколова")]),
        false,
    )
    .await;
    let entry = view::outbox(&seat.desk).await.unwrap().entries.remove(0);
    assert!(
        matches!(
            entry.doubt,
            Some(Refusal::WrongStatus {
                decided: Some(_),
                ..
            })
        ),
        "{:?}",
        entry.doubt
    );
    assert_eq!(members(&seat).await, [("Olga Owner".into(), false)]);
    let refusal = entry.doubt.unwrap();
    let outcome = Outcome::Refused {
        refusal: refusal.clone(),
    };
    seat.desk
        .outbox
        .settle(HERE, &[(done.id, outcome)], START)
        .await
        .unwrap();
    let outbox = view::outbox(&seat.desk).await.unwrap();
    assert_eq!(outbox.entries[0].state, EntryState::Refused { refusal });
    assert_eq!(
        (outbox.waiting, outbox.needs_you),
        (0, 1),
        "kept and shown until it is discarded"
    );
    seat.desk.discard(done.id).await.unwrap();
    assert!(view::outbox(&seat.desk).await.unwrap().entries.is_empty());
}

#[tokio::test]
async fn between_the_answer_and_the_rows_nothing_flickers() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let done = seat
        .desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .unwrap();
    seat.desk
        .outbox
        .settle(HERE, &[(done.id, Outcome::Applied { revision: 6 })], START)
        .await
        .unwrap();
    seat.desk.office(HERE).await.stale().await;
    assert_eq!(
        members(&seat).await.len(),
        2,
        "applied, and the rows have not come"
    );
    let mut rows = page(
        6,
        vec![
            member(0x20, 0x1020, "Анна Соколова", Preset::Staff),
            contacts(0x20, "anna.sok@example.ru"),
        ],
    );
    rows.settled.push(Settled {
        id: done.id,
        outcome: Outcome::Applied { revision: 6 },
    });
    pull(&seat.desk, &rows, false).await;
    assert_eq!(
        members(&seat).await,
        [
            ("Olga Owner".into(), false),
            ("Анна Соколова".into(), false)
        ]
    );
    assert_eq!(
        view::outbox(&seat.desk).await.unwrap().entries[0].state,
        EntryState::Applied,
        "shown as sent today"
    );
}

#[tokio::test]
async fn a_crash_between_rows_and_outbox_is_harmless_syn_2() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    let done = seat
        .desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .unwrap();
    // The rows are committed, the outbox was not told: exactly what a crash leaves.
    let mut rows = page(
        6,
        vec![member(0x20, 0x1020, "Анна Соколова", Preset::Staff)],
    );
    rows.settled.push(Settled {
        id: done.id,
        outcome: Outcome::Applied { revision: 6 },
    });
    seat.desk
        .office(HERE)
        .await
        .cache()
        .await
        .unwrap()
        .apply(&rows)
        .await
        .unwrap();
    seat.desk.close().await.unwrap();
    drop(seat);
    let seat = sit(Some(&folder), START).await;
    assert_eq!(seat.desk.outbox.unsent(), 0);
    assert_eq!(
        members(&seat).await,
        [
            ("Olga Owner".into(), false),
            ("Анна Соколова".into(), false)
        ]
    );
}
