//! What somebody answered who asked to join: read with the question as it was asked, by whoever may decide (RULES 6).

use doorward_domain::{Answer, Asked, Author, MembershipId, Note, Preset, Record, RecordKind};
use serde_json::json;
use uuid::Uuid;

use super::asks;
use super::cast::{HERE, START, member, name, organisation, owners_view, page, pull, request, sit};
use crate::contract::{HistoryAsk, PersonAsk};
use crate::happened::Happened;
use crate::view;

const ANNA: MembershipId = MembershipId(Uuid::from_u128(0x20));

fn note(text: &str) -> Note {
    Note::try_from(text.to_owned()).unwrap()
}

fn answers() -> Vec<Answer> {
    vec![
        Answer {
            question: Some(note("Which flat?")),
            text: note("Flat 7"),
        },
        Answer {
            question: None,
            text: note("Since May"),
        },
    ]
}

fn asks_to_join() -> Record {
    let Record::Membership(mut row) = request(0x20, "Анна Соколова", 1) else {
        panic!("a request is a membership");
    };
    row.asked = row.asked.map(|asked| Asked {
        answers: answers(),
        ..asked
    });
    Record::Membership(row)
}

/// What the history tells of the request, as the server sends it.
fn told(row: &Record) -> Happened {
    let Record::Membership(row) = row else {
        panic!("a request is a membership");
    };
    let person = row.person.unwrap();
    let author = Author::Person {
        id: person,
        name: name("Анна Соколова"),
        from: None,
    };
    let event = json!({ "type": "join_requested", "membership": row, "contacts": [] });
    Happened {
        seq: 3,
        at: START,
        kind: "join_requested".into(),
        actor: person.to_string(),
        object: ANNA.to_string(),
        command: None,
        payload: Some(json!({ "event": event, "author": author, "device": Uuid::nil() })),
        holds: true,
    }
}

#[tokio::test]
async fn who_may_decide_reads_questions_with_answers_without_seeing_the_settings_rules_6() {
    let seat = sit(None, START).await;
    let records = vec![
        organisation(),
        member(0x10, 0x100, "Olga Owner", Preset::Manager),
        asks_to_join(),
    ];
    let mut seen = page(5, records);
    seen.view = owners_view();
    seen.view.kinds.remove(&RecordKind::Settings);
    pull(&seat.desk, &seen, true).await;
    let panel = view::request(&seat.desk, &asks::request(ANNA)).await;
    assert_eq!(panel.unwrap().answers, answers());
    let ask = PersonAsk {
        organisation: HERE,
        membership: ANNA,
    };
    let person = view::person(&seat.desk, &ask).await;
    assert_eq!(person.unwrap().answers, answers());
}

#[tokio::test]
async fn the_history_tells_questions_with_answers_rules_6() {
    let seat = sit(None, START).await;
    let records = vec![
        organisation(),
        member(0x10, 0x100, "Olga Owner", Preset::Owner),
        asks_to_join(),
    ];
    pull(&seat.desk, &page(5, records), true).await;
    let cache = seat.desk.office(HERE).await.cache().await.unwrap();
    let entry = told(&asks_to_join());
    cache.keep_happened(&[entry]).await.unwrap();
    let ask = HistoryAsk {
        organisation: HERE,
        before: None,
        limit: None,
        search: None,
    };
    let read = view::history(&seat.desk, &ask).await.unwrap();
    assert_eq!(read.entries.first().unwrap().facts.answers, answers());
}
