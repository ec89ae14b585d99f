//! A queue of ten thousand: the list of open requests opens as quickly as one of a hundred.

use std::time::{Duration, Instant};

use doorward_domain::Record;

use super::asks;
use super::cast::{HERE, START, organisation, page, pull, request, sit};
use super::cast::{contacts, member};
use crate::contract::RequestsAsk;

const SHORT: u128 = 100;
const LONG: u128 = 10_000;
/// How often each is opened; the quickest counts, because this machine does other things too.
const TIMES: usize = 25;

/// How long the list of so many takes to open.
async fn opens(many: u128) -> Duration {
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
    let ask = RequestsAsk {
        organisation: Some(HERE),
        search: None,
        came_by: None,
        waiting_days: None,
        snoozed: None,
        offset: None,
        limit: Some(50),
    };
    let mut quickest = Duration::MAX;
    for _ in 0..TIMES {
        let begun = Instant::now();
        let view = asks::list(&seat, &ask).await;
        quickest = quickest.min(begun.elapsed());
        assert_eq!((view.rows.len(), u128::from(view.total)), (50, many));
    }
    quickest
}

#[tokio::test]
async fn ten_thousand_open_requests_open_within_one_and_a_half_times_a_hundred() {
    let (short, long) = (opens(SHORT).await, opens(LONG).await);
    println!("{SHORT}: {short:?}, {LONG}: {long:?}");
    assert!(long <= short * 3 / 2, "{long:?} against {short:?}");
}
