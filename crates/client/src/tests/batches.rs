//! What a table's rows come to once they are sent, and what was fixed in them before (CSV-2, S-53).

use doorward_domain::Refusal;

use super::cast::HERE;
use super::import::{GIVEN, look, newest, owner, shown, to};
use crate::clock::Tick;
use crate::contract::{BatchAsk, BatchRowState};
use crate::view;

/// One invitation goes out, and the row that it goes for is the one that the batch knows.
#[tokio::test]
async fn a_contact_that_stands_twice_is_one_row_of_its_batch_s_53() {
    let seat = owner().await;
    let table = "Name,Mail\nAnna,anna@new.example\nMari,mari@new.example\nTwice,ANNA@new.example\n";
    look(&seat, table).await.unwrap();
    seat.desk.send_table(&GIVEN).await.unwrap();
    let found = newest(&seat).await;
    assert_eq!((found.waiting, found.skipped), (2, 1));
    let ask = BatchAsk {
        batch: found.id,
        offset: None,
        limit: None,
    };
    let rows = view::batch(&seat.desk, &ask).await.unwrap().rows;
    let skipped = rows.iter().find(|it| it.number == 4).unwrap();
    assert_eq!(skipped.state, BatchRowState::Skipped);
    let why = skipped.refusal.as_ref().map(Refusal::code);
    assert_eq!(why, Some("already_invited"));

    let later = Tick(60_000);
    seat.desk.pause_batch(found.id, true).await.unwrap();
    assert!(!seat.desk.outbox.has_ready(HERE, later), "nobody goes past");
    seat.desk.take_back_batch(found.id).await.unwrap();
    assert_eq!(seat.desk.outbox.unsent(), 0, "nobody is left behind");
}

/// What somebody wrote stays where the table is read in another way and its rows are the same ones.
#[tokio::test]
async fn what_was_fixed_outlives_another_encoding() {
    let seat = owner().await;
    let table = "Имя;Почта\nАнна;anna@@new.example\nМария;mari@new.example\n";
    look(&seat, encoding_rs::WINDOWS_1251.encode(table).0)
        .await
        .unwrap();
    seat.desk.fix_row(2, to("anna@new.example")).await.unwrap();
    let read = |encoding| seat.desk.read_table_as((Some(encoding), None), None, None);
    read("koi8-r").await.unwrap();
    read("windows-1251").await.unwrap();
    assert_eq!(shown(&seat, None).await.counts.to_fix, 0);
}
