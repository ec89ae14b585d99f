//! Sending the same table again, and what is done to whole batches at the same time (S-53, BEL-29).

use doorward_domain::Refusal;
use uuid::Uuid;

use super::import::{GIVEN, look, newest, owner, shown};
use crate::contract::{BatchAsk, BatchRow, BatchRowState, MailDomainsAsk, RowFix};
use crate::outbox::Acted;
use crate::view;

async fn rows(seat: &super::cast::Seat) -> Vec<BatchRow> {
    let ask = BatchAsk {
        batch: newest(seat).await.id,
        offset: None,
        limit: None,
    };
    view::batch(&seat.desk, &ask).await.unwrap().rows
}

#[tokio::test]
async fn a_repeat_says_why_it_is_left_out_after_sending_twice_too_s_53() {
    let seat = owner().await;
    let table = "Name,Mail\nAnna,anna@new.example\nAnna again,anna@new.example\n";
    for time in 1..=2 {
        look(&seat, table).await.unwrap();
        seat.desk.send_table(&GIVEN).await.unwrap();
        let rows = rows(&seat).await;
        let repeat = rows.iter().find(|it| it.number == 3).unwrap();
        assert_eq!(repeat.state, BatchRowState::Skipped);
        let why = &repeat.refusal;
        let is_invited = matches!(why, Some(Refusal::AlreadyInvited { .. }));
        assert!(is_invited, "sent {time} times: {why:?}");
    }
}

/// What is done to another batch while one is undone can be undone after it.
#[tokio::test]
async fn undoing_one_batch_forgets_nothing_that_was_done_to_another_bel_29() {
    let seat = owner().await;
    let act = |batch: u128| Acted {
        batch: Uuid::from_u128(batch),
        revoked: true,
        made: std::collections::BTreeSet::new(),
        taken: seat.desk.outbox.entries(),
    };
    look(&seat, "Mail\nanna@new.example\n").await.unwrap();
    seat.desk.send_table(&GIVEN).await.unwrap();
    let batch = newest(&seat).await.id;
    let taken = seat.desk.outbox.take_back_batch(batch).await.unwrap();
    seat.desk.outbox.remember(Acted { taken, ..act(1) });
    let meanwhile = async {
        seat.desk.outbox.remember(act(2));
    };
    let undoing = seat.desk.outbox.undo_act(Uuid::from_u128(1), true);
    let (undone, ()) = tokio::join!(undoing, meanwhile);
    undone.unwrap();
    let other = seat.desk.outbox.remembered();
    assert_eq!(other.map(|it| it.batch), Some(Uuid::from_u128(2)));
}

/// A level that somebody picked and that may be given no more is like no other row.
#[tokio::test]
async fn a_picked_level_that_is_barred_is_counted_with_nobody_s_52() {
    let seat = owner().await;
    look(
        &seat,
        "Name,Mail,Level\nAnna,anna@new.example,Boss\nMari,mari@new.example,Boss\n",
    )
    .await
    .unwrap();
    let similar = async || -> Vec<u32> {
        let rows = shown(&seat, None).await.rows;
        rows.iter().map(|it| it.similar).collect()
    };
    assert_eq!(similar().await, [2, 2]);
    let owners = RowFix::Level {
        written: "Boss".into(),
        level: doorward_domain::Preset::Owner.into(),
    };
    seat.desk.fix_rows(&owners).await.unwrap();
    assert_eq!(similar().await, [0, 0], "there is nothing to fix alike");
}

#[test]
fn every_domain_that_is_asked_about_is_answered_r_52() {
    let typed: Vec<String> = (0..150).map(|it| format!("d{it}.ee")).collect();
    let lines = view::mail_domains(&MailDomainsAsk { typed }).lines;
    assert_eq!(lines.len(), 150);
    assert!(lines.iter().all(|it| it.domain.is_some()));
}
