//! A queue of ten thousand: the list of open requests opens as quickly as one of a hundred.

use std::time::{Duration, Instant};

use doorward_domain::Record;

use super::asks;
use super::cast::{HERE, START, Seat, organisation, page, pull, request, sit};
use super::cast::{contacts, member};
use crate::contract::RequestsAsk;

const SHORT: u128 = 100;
const LONG: u128 = 10_000;
/// How often each is opened; the quickest counts, because this machine does other things too.
const TIMES: usize = 25;

/// Somebody before whom so many wait.
async fn before(many: u128) -> Seat {
    let seat = sit(None, START).await;
    let mut records: Vec<Record> = vec![
        organisation(),
        member(0x10, 0x100, "Olga Owner", doorward_domain::Preset::Owner),
        contacts(0x10, "olga@example.ee"),
    ];
    for number in 0..many {
        let id = 0x1_0000 + number;
        let minutes = i64::try_from(number).unwrap();
        records.push(request(id, &format!("Anna {number}"), minutes));
        records.push(contacts(id, &format!("anna{number}@example.ee")));
    }
    pull(&seat.desk, &page(5, records), true).await;
    seat
}

/// How long the list takes to open.
async fn opens(seat: &Seat, many: u128) -> Duration {
    let ask = RequestsAsk {
        organisation: Some(HERE),
        search: None,
        came_by: None,
        waiting_days: None,
        snoozed: None,
        offset: None,
        limit: Some(50),
    };
    let begun = Instant::now();
    let view = asks::list(seat, &ask).await;
    let took = begun.elapsed();
    assert_eq!((view.rows.len(), u128::from(view.total)), (50, many));
    took
}

/// They are opened by turns, so that whatever else this machine does meets both.
#[tokio::test]
async fn ten_thousand_open_requests_open_within_one_and_a_half_times_a_hundred() {
    let seats = (before(SHORT).await, before(LONG).await);
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    for _ in 0..TIMES {
        short = short.min(opens(&seats.0, SHORT).await);
        long = long.min(opens(&seats.1, LONG).await);
    }
    println!("{SHORT}: {short:?}, {LONG}: {long:?}");
    assert!(long <= short * 3 / 2, "{long:?} against {short:?}");
}
