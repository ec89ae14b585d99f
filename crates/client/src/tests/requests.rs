//! The work list as a screen asks for it: what a search finds of it, what who asks has answered, and who is like them.

use doorward_domain::{Answer, Asked, Grant, MembershipId, Note, Preset, Record, Settings, Status};
use uuid::Uuid;

use super::cast::{
    HERE, START, Seat, contacts, declined, member, membership, organisation, page, pull, request,
    sit,
};
use crate::contract::{PublicPageAsk, RequestAsk, RequestsAsk, RequestsView, SimilarAsk};
use crate::view;

const ANNA: u128 = 0x20;

async fn desk(more: Vec<Record>) -> Seat {
    let seat = sit(None, START).await;
    let mut records = vec![
        organisation(),
        Record::Settings(Settings::default()),
        member(0x10, 0x100, "Olga Owner", Preset::Owner),
        contacts(0x10, "olga@example.ee"),
    ];
    records.extend(more);
    pull(&seat.desk, &page(5, records), true).await;
    seat
}

async fn found(seat: &Seat, offset: u32) -> RequestsView {
    let ask = RequestsAsk {
        organisation: None,
        search: Some("tamm".into()),
        came_by: None,
        waiting_days: None,
        snoozed: None,
        offset: Some(offset),
        limit: Some(100),
    };
    let window = view::window(&ask);
    view::requests(&seat.desk, &seat.desk.offices().await, &ask, window)
        .await
        .unwrap()
}

/// Nobody who waits is left out, however many a search finds: the list ends where the people end.
#[tokio::test]
async fn a_search_of_the_work_list_goes_as_far_as_it_finds_somebody() {
    for many in [1_100, 2_100] {
        let asking = (0..many).map(|at| request(0x1000 + at, "Kadri Tamm", 1));
        let seat = desk(asking.collect()).await;
        let view = found(&seat, 1_050).await;
        assert_eq!(
            (u128::from(view.total), view.rows.len()),
            (many, (many - 1_050).min(100) as usize)
        );
    }
}

/// RULES 6, U15: whoever decides reads what was answered, with the question as it was asked.
#[tokio::test]
async fn u15_the_request_shows_what_was_answered_to_whoever_decides() {
    let answers = vec![Answer {
        question: Note::try_from("Which flat?").ok(),
        text: Note::try_from("Flat 7").unwrap(),
    }];
    let Record::Membership(mut row) = request(ANNA, "Anna Sokolova", 1) else {
        panic!("a request is a membership");
    };
    row.asked = row.asked.map(|asked| Asked {
        answers: answers.clone(),
        ..asked
    });
    let seat = desk(vec![Record::Membership(row)]).await;
    let ask = RequestAsk {
        organisation: HERE,
        membership: MembershipId(Uuid::from_u128(ANNA)),
    };
    let shown = view::request(&seat.desk, &ask).await.unwrap();
    assert_eq!(shown.answers, answers);
}

/// Whose address only ends like theirs is somebody else.
#[tokio::test]
async fn similar_is_who_has_exactly_the_contact_or_the_name() {
    let seat = desk(vec![
        request(ANNA, "Anna S.", 1),
        contacts(ANNA, "anna@x.example"),
        declined(0x30, "Joanna Lepp"),
        contacts(0x30, "joanna@x.example"),
        declined(0x31, "Somebody Else"),
        contacts(0x31, "anna@x.example"),
        declined(0x32, "Joanna S. Lepp"),
        declined(0x33, "\u{0410}\u{043d}\u{043d}\u{0430} S."),
    ])
    .await;
    let ask = SimilarAsk {
        organisation: HERE,
        membership: MembershipId(Uuid::from_u128(ANNA)),
    };
    let alike = view::similar(&seat.desk, &ask).await.unwrap().rows;
    let ids: Vec<u128> = alike.iter().map(|row| row.membership.0.as_u128()).collect();
    assert_eq!(
        ids,
        [0x31, 0x33],
        "the contact, then the name in another script"
    );
}

/// BEL-25, BEL-6: an address is given away where there is something behind it.
#[tokio::test]
async fn bel_25_the_ways_in_for_strangers_are_told_where_they_exist() {
    let ask = PublicPageAsk { organisation: HERE };
    let seat = desk(Vec::new()).await;
    let none = view::public_page(&seat.desk, &ask).await.unwrap();
    assert_eq!(
        (none.application, none.page, none.widget),
        (None, None, None)
    );
    let grant = Some(Grant::of(Preset::Member));
    let mut listed = membership(0x40, Some(0x400), "Kadri Tamm", Status::Approved, grant);
    listed.visible = true;
    let row = Record::Membership(Box::new(listed));
    pull(&seat.desk, &page(6, vec![row]), false).await;
    let told = view::public_page(&seat.desk, &ask).await.unwrap();
    assert_eq!(told.application, None, "no requests are taken");
    let page = told.page.unwrap();
    assert!(page.ends_with(&format!("/o/{HERE}")), "{page}");
    let widget = told.widget.unwrap();
    assert!(
        widget.contains(&format!("data-doorward-members=\"{HERE}\"")),
        "{widget}"
    );
}
