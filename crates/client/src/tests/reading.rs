//! The history and what is set on this computer, without a network (`UI_SPEC` 7.8, S-62).

use doorward_domain::{
    Author, Grant, MembershipId, Permission, PermissionSet, PersonId, Preset, Record, Refusal,
    Status,
};
use doorward_protocol::Erased;
use serde_json::{Value, json};
use uuid::Uuid;

use super::asks;
use super::cast::{HERE, START, Seat, business, member, membership, name, page, pull, sit};
use crate::contract::{
    Column, Density, HistoryAsk, HistoryView, PeopleFilter, PeopleOrder, PersonAsk, RequestsFilter,
    SavedQuestion, SavedView, Setting, Theme, ViewName,
};
use crate::error::Error;
use crate::happened::Happened;
use crate::view;

fn ask() -> HistoryAsk {
    HistoryAsk {
        organisation: HERE,
        before: None,
        limit: None,
        search: None,
    }
}

/// Olga changes Anna's level, as the server's history tells it.
fn changed(seq: u64, from: Preset, to: Preset) -> Happened {
    let (before, after) = (json!({ "level": from }), json!({ "level": to }));
    granted(seq, &before, &after)
}

/// Olga changes what Anna may do.
fn granted(seq: u64, before: &Value, after: &Value) -> Happened {
    let olga = PersonId(Uuid::from_u128(0x100));
    let anna = MembershipId(Uuid::from_u128(0x20));
    let author = Author::Person {
        id: olga,
        name: name("Olga Owner"),
        from: None,
    };
    let payload = json!({
        "event": {
            "type": "grant_changed",
            "membership": anna,
            "before": before,
            "after": after,
        },
        "author": author,
        "device": Uuid::nil(),
    });
    Happened {
        seq,
        at: START.plus_millis(i64::try_from(seq).unwrap()),
        kind: "grant_changed".into(),
        actor: olga.to_string(),
        object: anna.to_string(),
        command: None,
        payload: Some(payload),
        holds: seq != 8,
    }
}

async fn history(seat: &Seat, ask: &HistoryAsk) -> HistoryView {
    view::history(&seat.desk, ask).await.unwrap()
}

async fn keep(seat: &Seat, entries: &[Happened]) {
    let cache = seat.desk.office(HERE).await.cache().await.unwrap();
    cache.keep_happened(entries).await.unwrap();
}

#[tokio::test]
async fn what_was_read_of_the_history_is_read_again_without_a_network() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    let read = [
        changed(9, Preset::Staff, Preset::Manager),
        changed(8, Preset::Member, Preset::Staff),
        changed(5, Preset::Guest, Preset::Member),
    ];
    keep(&seat, &read).await;
    seat.desk.close().await.unwrap();
    drop(seat);
    let seat = sit(Some(&folder), START).await;
    let page = history(&seat, &ask()).await;
    assert!(page.kept && !page.more && page.refusal.is_none());
    let seqs: Vec<u64> = page.entries.iter().map(|it| it.seq).collect();
    assert_eq!(seqs, [9, 8, 5]);
    let first = &page.entries[0];
    assert_eq!(first.actor, Some(name("Olga Owner")));
    assert_eq!(
        first.subject.as_deref(),
        Some("Анна Соколова"),
        "by the rows here"
    );
    let levels = (first.before.as_ref(), first.after.as_ref());
    let levels = (levels.0.unwrap().level, levels.1.unwrap().level);
    assert_eq!(levels, (Preset::Staff.into(), Preset::Manager.into()));
    let whole: Vec<bool> = page.entries.iter().map(|it| it.chain_ok).collect();
    assert_eq!(
        whole,
        [true, false, true],
        "as it was found when it was read"
    );
    what_was_kept_is_paged_and_found(&seat).await;
    let panel = PersonAsk {
        organisation: HERE,
        membership: MembershipId(Uuid::from_u128(0x20)),
    };
    let person = view::person(&seat.desk, &panel).await.unwrap();
    assert!(person.given.is_empty(), "nothing beyond a level");
    let timeline = person.timeline;
    let kinds: Vec<&str> = timeline.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(kinds.iter().filter(|it| **it == "grant_changed").count(), 3);
    assert!(
        kinds.contains(&"join_requested"),
        "what the row tells itself: {kinds:?}"
    );
}

/// Whoever moves an end later has not given what was given before.
#[tokio::test]
async fn what_is_given_beyond_a_level_is_told_by_whoever_gave_it() {
    let place = tempfile::tempdir().unwrap();
    let seat = sit(Some(&place.path().join("account")), START).await;
    pull(&seat.desk, &business(), true).await;
    let extras = PermissionSet::of(&[Permission::ClientsNote]);
    let grant = Grant {
        extras,
        ..Grant::of(Preset::Member)
    };
    let anna = membership(0x20, Some(0x200), "Anna", Status::Approved, Some(grant));
    let row = Record::Membership(Box::new(anna));
    pull(&seat.desk, &page(9, vec![row]), false).await;
    let plain = json!({ "level": "member" });
    let more = json!({ "level": "member", "extras": extras });
    let ends = json!({ "level": "member", "extras": extras, "ends_at": 9 });
    let read = [
        granted(8, &more, &ends),
        granted(6, &plain, &more),
        granted(4, &more, &plain),
    ];
    keep(&seat, &read).await;
    let panel = PersonAsk {
        organisation: HERE,
        membership: MembershipId(Uuid::from_u128(0x20)),
    };
    let given = view::person(&seat.desk, &panel).await.unwrap().given;
    let form = super::access::form(&seat, &[panel.membership.0.as_u128()], None).await;
    assert_eq!(form.given, given, "the editor says it, too");
    let told: Vec<_> = given
        .iter()
        .map(|it| (it.permission, it.signed.at))
        .collect();
    assert_eq!(told, [(Permission::ClientsNote, START.plus_millis(6))]);
}

async fn what_was_kept_is_paged_and_found(seat: &Seat) {
    let older = HistoryAsk {
        before: Some(9),
        limit: Some(1),
        ..ask()
    };
    let older = history(seat, &older).await;
    assert_eq!((older.entries[0].seq, older.more), (8, true));
    let found = HistoryAsk {
        search: Some("olga".into()),
        ..ask()
    };
    assert_eq!(history(seat, &found).await.entries.len(), 3);
    let lost = HistoryAsk {
        search: Some("nobody".into()),
        ..ask()
    };
    assert_eq!(history(seat, &lost).await.entries.len(), 0);
}

#[tokio::test]
async fn what_was_erased_says_nothing_any_more_and_a_lost_right_leaves_nothing_behind() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    keep(&seat, &[changed(9, Preset::Staff, Preset::Manager)]).await;
    let erased = Happened {
        payload: None,
        ..changed(9, Preset::Staff, Preset::Manager)
    };
    keep(&seat, &[erased]).await;
    let entry = history(&seat, &ask()).await.entries.remove(0);
    assert!(entry.erased && entry.actor.is_none() && entry.after.is_none());
    let mut narrow = page(6, vec![member(0x10, 0x100, "Olga Owner", Preset::Staff)]);
    narrow.view.history = false;
    pull(&seat.desk, &narrow, false).await;
    let none = history(&seat, &ask()).await;
    assert!(matches!(none.refusal, Some(Refusal::Forbidden { .. })));
    let cache = seat.desk.office(HERE).await.cache().await.unwrap();
    let kept = cache.happened(None, 9, None).await.unwrap();
    assert!(kept.entries.is_empty(), "nor is it on this computer");
    let elsewhere = HistoryAsk {
        organisation: doorward_domain::OrganisationId(Uuid::from_u128(0x0b)),
        ..ask()
    };
    let elsewhere = view::history(&seat.desk, &elsewhere).await;
    assert!(matches!(elsewhere, Err(Error::Refused(Refusal::NotFound))));
}

#[tokio::test]
async fn the_history_that_was_read_tells_nothing_of_somebody_who_was_erased_r_63() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    keep(&seat, &[changed(9, Preset::Staff, Preset::Manager)]).await;
    let mut leaves = page(6, Vec::new());
    let actor = changed(9, Preset::Staff, Preset::Manager).actor;
    let erased = |person| Erased {
        person: PersonId(person),
        memberships: Vec::new(),
        revision: 6,
    };
    leaves.erased = vec![erased(Uuid::from_u128(0xdead))];
    pull(&seat.desk, &leaves, false).await;
    let cache = seat.desk.office(HERE).await.cache().await.unwrap();
    assert_eq!(
        cache.happened(None, 9, None).await.unwrap().entries.len(),
        1
    );
    leaves.erased = vec![erased(actor.parse().unwrap())];
    pull(&seat.desk, &leaves, false).await;
    assert!(
        cache
            .happened(None, 9, None)
            .await
            .unwrap()
            .entries
            .is_empty()
    );
}

#[tokio::test]
async fn what_is_set_outlives_the_program_and_is_told_at_once() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let mut seat = sit(Some(&folder), START).await;
    let before = view::settings(&seat.desk, None).await.unwrap();
    assert_eq!((before.theme, before.single_keys), (Theme::System, true));
    let columns = vec![Column {
        key: "level".into(),
        width: 140,
        shown: false,
    }];
    for setting in [
        Setting::Theme(Theme::Light),
        Setting::Theme(Theme::Dark),
        Setting::Density(Density::Comfortable),
        Setting::SingleKeys(false),
        Setting::Organisation(Some(HERE)),
        Setting::PanelWidth(512),
        Setting::Columns(columns.clone()),
    ] {
        seat.desk.prefer(&setting).await.unwrap();
    }
    let told = seat.changes.recv().await.unwrap();
    assert_eq!(told.views, [ViewName::Settings]);
    seat.desk.close().await.unwrap();
    drop(seat);
    let seat = sit(Some(&folder), START).await;
    let after = view::settings(&seat.desk, None).await.unwrap();
    assert_eq!(
        (after.theme, after.density),
        (Theme::Dark, Density::Comfortable)
    );
    assert_eq!((after.single_keys, after.panel_width), (false, Some(512)));
    assert_eq!(after.columns, Some(columns));
    assert!(after.folder.unwrap().ends_with("account"));
}

#[tokio::test]
async fn a_saved_view_keeps_its_question_and_counts_what_matches_now() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    let query = SavedQuestion::People(PeopleFilter {
        search: Some("soko".into()),
        sort: Some(PeopleOrder::LastSeen),
        ..PeopleFilter::default()
    });
    let everybody = SavedQuestion::People(PeopleFilter::default());
    let save = async |seat: &Seat, name: &str, query: &SavedQuestion| {
        let name = name.to_owned();
        seat.desk.save_view(Some(HERE), name, query.clone()).await
    };
    save(&seat, "Front desk", &query).await.unwrap();
    save(&seat, "Everybody", &everybody).await.unwrap();
    let numbers = async |seat: &Seat| {
        let settings = view::settings(&seat.desk, None).await.unwrap();
        let views = settings.saved_views.into_iter();
        views.map(|it| (it.name, it.count)).collect::<Vec<_>>()
    };
    let (front, all) = ("Front desk".to_owned(), "Everybody".to_owned());
    assert_eq!(numbers(&seat).await, [(front.clone(), 0), (all.clone(), 1)]);
    seat.desk
        .execute(HERE, super::offline::approve(Preset::Member))
        .await
        .unwrap();
    assert_eq!(
        numbers(&seat).await,
        [(front.clone(), 1), (all.clone(), 2)],
        "live"
    );
    assert_eq!(
        view::people(&seat.desk, &asks::people())
            .await
            .unwrap()
            .total,
        2,
        "as the list itself says"
    );
    save(&seat, "Front desk", &everybody).await.unwrap();
    assert_eq!(
        numbers(&seat).await,
        [(front, 2), (all, 2)],
        "the same name is the same view"
    );
    let nameless = save(&seat, "  ", &query).await;
    assert!(matches!(
        nameless,
        Err(Error::Refused(Refusal::Invalid { .. }))
    ));
    let first = view::settings(&seat.desk, None).await.unwrap().saved_views[0].id;
    seat.desk.remove_view(first).await.unwrap();
    let again = seat.desk.remove_view(first).await;
    assert!(matches!(again, Err(Error::Refused(Refusal::NotFound))));
    assert_eq!(numbers(&seat).await.len(), 1);
}

#[tokio::test]
async fn a_saved_view_of_the_work_list_keeps_its_question_counts_and_is_renamed() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    let found = |search: &str| {
        SavedQuestion::Requests(RequestsFilter {
            search: Some(search.into()),
            came_by: None,
            waiting_days: None,
            snoozed: None,
        })
    };
    let save = async |of, name: &str, query: SavedQuestion| {
        seat.desk.save_view(of, name.to_owned(), query).await
    };
    save(Some(HERE), "Sokolovas", found("soko")).await.unwrap();
    save(Some(HERE), "Nobody", found("zzz")).await.unwrap();
    let everybody = SavedQuestion::People(PeopleFilter::default());
    save(Some(HERE), "Nobody", everybody.clone()).await.unwrap();
    save(None, "Sokolovas", found("soko")).await.unwrap();
    let lost = save(None, "Everywhere", everybody).await;
    assert!(matches!(lost, Err(Error::Refused(Refusal::NotFound))));
    let views = async || {
        let settings = view::settings(&seat.desk, None).await.unwrap();
        settings.saved_views
    };
    let kept = views().await;
    let told = |it: &SavedView| (it.name.clone(), it.organisation, it.count);
    assert_eq!(
        kept.iter().map(told).collect::<Vec<_>>(),
        [
            ("Sokolovas".to_owned(), Some(HERE), 1),
            ("Nobody".to_owned(), Some(HERE), 0),
            ("Nobody".to_owned(), Some(HERE), 1),
            ("Sokolovas".to_owned(), None, 0),
        ],
        "one name for one question in each list"
    );
    let rename = async |at: usize, name: &str| seat.desk.rename_view(kept[at].id, name).await;
    rename(1, "Nobody yet").await.unwrap();
    let taken = rename(0, "Nobody yet").await;
    assert!(matches!(
        taken,
        Err(Error::Refused(Refusal::Invalid { .. }))
    ));
    rename(2, "Nobody yet").await.unwrap();
    let names: Vec<String> = views().await.into_iter().map(|it| it.name).collect();
    let after = ["Sokolovas", "Nobody yet", "Nobody yet", "Sokolovas"];
    assert_eq!(names, after, "what stands with another is kept");
    let strange = seat.desk.rename_view(uuid::Uuid::nil(), "Gone").await;
    assert!(matches!(strange, Err(Error::Refused(Refusal::NotFound))));
}
