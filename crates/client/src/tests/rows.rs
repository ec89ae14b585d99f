//! Rows of the feed: what arrives, moves, leaves, sums up and is found (SYN-4, SYN-7, S-76).

use std::collections::BTreeSet;
use std::sync::Arc;

use doorward_domain::{CommandId, MembershipId, PersonState, Preset, RecordKind};
use doorward_protocol::{Gone, Outcome, Settled};
use uuid::Uuid;

use super::cast::{HERE, business, contacts, key, member, page, request, sums};
use crate::cache::{Cache, Crowd, Filter, Part, Rank, Wish, state_number};
use crate::files::Place;
use crate::search::Search;

const WAITING: &[PersonState] = &[PersonState::Waiting];
const MEMBERS: &[PersonState] = &[PersonState::Member];

fn wish() -> Wish<'static> {
    Wish {
        part: Part::default(),
        search: None,
        without: Vec::new(),
        only: None,
        limit: 50,
    }
}

/// Whom a search finds, in the tables of the file and in the image.
pub(super) async fn names(cache: &Arc<Cache>, states: &[PersonState], typed: &str) -> Vec<String> {
    let search = Search::of(typed);
    let crowd = Crowd {
        rank: Rank::Name,
        descending: false,
        filter: Filter {
            states: states.iter().copied().map(state_number).collect(),
            ..Filter::default()
        },
        search: search.as_ref(),
        without: Vec::new(),
    };
    let from_image = cache.look(&crowd, 0, 50).await.unwrap();
    cache.drop_image().await;
    let look = cache.look(&crowd, 0, 50).await.unwrap();
    assert_eq!(look, from_image, "both find the same");
    cache.hold_image().await;
    assert_eq!(look.count, look.rows.len() as u64, "counted as they are");
    let numbers: Vec<i64> = look.rows.iter().map(|row| row.number).collect();
    let rows = cache.listed(&numbers).await.unwrap().into_iter();
    rows.map(|it| it.membership.name.clone().unwrap().to_string())
        .collect()
}

#[tokio::test]
async fn rows_outlive_the_program_and_the_cursor_with_them() {
    let place = tempfile::tempdir().unwrap();
    let place = Place::File(place.path().join("org.db"), key());
    let cache = Cache::open(HERE, &place).await.unwrap();
    assert!(cache.standing().cursor.is_none(), "nothing was pulled yet");
    cache.apply(&business()).await.unwrap();
    let standing = cache.standing();
    cache.close().await.unwrap();
    let cache = Cache::open(HERE, &place).await.unwrap();
    assert_eq!(cache.standing(), standing);
    assert_eq!(
        (standing.complete, standing.cursor.as_deref()),
        (5, Some("cursor-5"))
    );
    assert_eq!(cache.count_waiting(&wish()).await.unwrap(), 2);
}

#[tokio::test]
async fn a_request_that_was_approved_moves_to_the_members_syn_4() {
    let cache = Arc::new(Cache::open(HERE, &Place::Memory).await.unwrap());
    cache.apply(&business()).await.unwrap();
    let mut next = page(
        6,
        vec![member(0x20, 0x1020, "Анна Соколова", Preset::Staff)],
    );
    next.gone.push(Gone {
        kind: RecordKind::Request,
        id: Uuid::from_u128(0x20),
        revision: 6,
    });
    cache.apply(&next).await.unwrap();
    assert_eq!(names(&cache, WAITING, "").await, ["Ștefan Brânză"]);
    assert_eq!(
        names(&cache, MEMBERS, "").await,
        ["Olga Owner", "Анна Соколова"]
    );
    assert_eq!(cache.count_waiting(&wish()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_record_that_left_leaves_no_trace_in_lists_and_search_syn_4() {
    let cache = Arc::new(Cache::open(HERE, &Place::Memory).await.unwrap());
    cache.apply(&business()).await.unwrap();
    let mut next = page(7, Vec::new());
    for kind in [RecordKind::Request, RecordKind::MemberContact] {
        next.gone.push(Gone {
            kind,
            id: Uuid::from_u128(0x21),
            revision: 7,
        });
    }
    cache.apply(&next).await.unwrap();
    assert_eq!(names(&cache, WAITING, "stefan").await, [""; 0]);
    assert_eq!(names(&cache, WAITING, "").await, ["Анна Соколова"]);
}

#[tokio::test]
async fn sums_agree_with_what_was_written_however_it_came_and_differ_otherwise_syn_7() {
    let cache = Arc::new(Cache::open(HERE, &Place::Memory).await.unwrap());
    let (anna, stefan) = (request(0x20, "Anna", 1), request(0x21, "Stefan", 2));
    cache
        .apply(&page(3, vec![anna.clone(), stefan.clone()]))
        .await
        .unwrap();
    let mut next = page(4, vec![anna.clone()]);
    next.sums = Some(sums(&[(&anna, 4), (&stefan, 3)]));
    assert!(cache.apply(&next).await.unwrap());
    assert!(
        cache.apply(&next).await.unwrap(),
        "the same page twice changes nothing"
    );
    next.sums = Some(sums(&[(&anna, 4), (&stefan, 4)]));
    assert!(
        !cache.apply(&next).await.unwrap(),
        "one revision missed is noticed"
    );
}

#[tokio::test]
async fn a_page_without_news_writes_nothing_and_is_checked_all_the_same_syn_7() {
    let cache = Arc::new(Cache::open(HERE, &Place::Memory).await.unwrap());
    let anna = request(0x20, "Anna", 1);
    cache.apply(&page(3, vec![anna.clone()])).await.unwrap();
    let mut same = page(3, Vec::new());
    same.cursor = "another".into();
    same.sums = Some(sums(&[(&anna, 3)]));
    assert!(cache.apply(&same).await.unwrap());
    assert_eq!(
        cache.standing().cursor.as_deref(),
        Some("cursor-3"),
        "the cursor that is kept stays good"
    );
    same.sums = Some(sums(&[(&anna, 2)]));
    assert!(!cache.apply(&same).await.unwrap());
}

#[tokio::test]
async fn people_are_found_anywhere_in_name_and_address_and_by_the_beginning_of_a_word() {
    let cache = Arc::new(Cache::open(HERE, &Place::Memory).await.unwrap());
    cache.apply(&business()).await.unwrap();
    for (typed, found) in [
        ("soko", vec!["Анна Соколова"]),
        ("кол", vec!["Анна Соколова"]),
        ("branz", vec!["Ștefan Brânză"]),
        ("example.r", vec!["Ștefan Brânză", "Анна Соколова"]),
        ("st", vec!["Ștefan Brânză"]),
        ("a soko", vec!["Анна Соколова"]),
        ("te", vec![]),
        ("\" OR 1", vec![]),
    ] {
        assert_eq!(names(&cache, WAITING, typed).await, found, "{typed}");
    }
    cache
        .apply(&page(6, vec![contacts(0x21, "branza@elsewhere.ro")]))
        .await
        .unwrap();
    assert_eq!(
        names(&cache, WAITING, "elsewhere").await,
        ["Ștefan Brânză"],
        "a new contact is found"
    );
    assert_eq!(
        names(&cache, WAITING, "stefan@").await,
        [""; 0],
        "an old one is not"
    );
}

#[tokio::test]
async fn whoever_changes_after_the_image_was_read_is_found_as_they_are_now() {
    let cache = Arc::new(Cache::open(HERE, &Place::Memory).await.unwrap());
    cache.apply(&business()).await.unwrap();
    cache.hold_image().await;
    // A few, and then more than may lie above what was read; some of them twice.
    let (mut revision, mut held) = (5, BTreeSet::new());
    for many in [3, 12, 30] {
        for id in 0x40..0x40 + many {
            revision += 1;
            let it = request(id, &format!("Newcomer {revision:03}"), 3);
            cache.apply(&page(revision, vec![it])).await.unwrap();
            held.insert(id);
        }
        let last = format!("comer {revision:03}");
        assert_eq!(names(&cache, WAITING, &last).await.len(), 1, "{last}");
        assert_eq!(names(&cache, WAITING, "newcomer").await.len(), held.len());
    }
    assert_eq!(
        names(&cache, WAITING, "comer 006").await,
        [""; 0],
        "renamed since"
    );
}

#[tokio::test]
async fn rows_above_are_left_out_of_lists_and_counts() {
    let cache = Arc::new(Cache::open(HERE, &Place::Memory).await.unwrap());
    cache.apply(&business()).await.unwrap();
    let mut wish = wish();
    wish.without = vec![MembershipId(Uuid::from_u128(0x20)).0];
    assert_eq!(cache.count_waiting(&wish).await.unwrap(), 1);
    assert_eq!(cache.waiting(&wish).await.unwrap().len(), 1);
    let search = Search::of("stefan");
    wish.search = search.as_ref();
    assert_eq!(cache.waiting(&wish).await.unwrap().len(), 1);
    let search = Search::of("soko");
    wish.search = search.as_ref();
    assert_eq!(cache.waiting(&wish).await.unwrap().len(), 0);
    assert_eq!(cache.count_waiting(&wish).await.unwrap(), 0);
}

#[tokio::test]
async fn outcomes_are_committed_with_the_rows_that_followed() {
    let place = tempfile::tempdir().unwrap();
    let place = Place::File(place.path().join("org.db"), key());
    let id = CommandId(Uuid::from_u128(0x77));
    let cache = Cache::open(HERE, &place).await.unwrap();
    let mut next = page(6, vec![request(0x22, "Kadri", 3)]);
    next.settled.push(Settled {
        id,
        outcome: Outcome::Applied { revision: 6 },
    });
    cache.apply(&next).await.unwrap();
    cache.close().await.unwrap();
    let cache = Cache::open(HERE, &place).await.unwrap();
    assert_eq!(
        cache.settled().await.unwrap(),
        [(id, Outcome::Applied { revision: 6 })]
    );
    cache.forget_settled().await.unwrap();
    assert!(cache.settled().await.unwrap().is_empty());
}
