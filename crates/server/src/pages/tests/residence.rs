//! Where somebody is resident: the card, the rooms, the pass at the door, and what came to nothing.

use doorward_domain::{
    Command, DeclineRequest, Grant, MakeRoom, MakeSite, MembershipId, Name, Note, Preset, RoomId,
    Settings, SiteId, SuspendMember,
};
use doorward_pass::{PassRooms, PublishedKeys, Unfit};
use doorward_protocol::Outcome;

use super::site::{Browser, Site};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Makes a room on a site of its own.
async fn room(site: &Site, name: &str) -> RoomId {
    let (room, place) = (RoomId(site.app.new_id()), SiteId(site.app.new_id()));
    let name = Name::try_from(name).unwrap();
    let commands = [
        Command::MakeSite(MakeSite {
            site: place,
            name: name.clone(),
        }),
        Command::MakeRoom(MakeRoom {
            room,
            site: place,
            name,
        }),
    ];
    for command in commands {
        let outcome = site.give(command).await;
        assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    }
    room
}

async fn resident(site: &Site) -> (MembershipId, RoomId) {
    let room = room(site, "Studio 224").await;
    let grant = Grant {
        rooms: [room].into(),
        ..Grant::of(Preset::Staff)
    };
    let anna = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    (anna, room)
}

/// What the code of a page says.
fn pass_on(page: &str) -> String {
    let (_, rest) = page.split_once("data-pass=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// OLV-17, OLV-18, OLV-19.
#[tokio::test]
async fn the_card_says_where_one_is_resident_and_the_rooms_whom_to_ask() {
    let site = Site::open().await;
    resident(&site).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get("/me").await.html;
    for part in [
        "Resident Salong Hortensia",
        "anna@x.test",
        "Access to rooms",
        "Studio 224",
        "For more rooms, write to the administrator of Salong Hortensia.",
        &format!("href=\"/me/pass/{}\"", site.organisation),
    ] {
        assert!(page.contains(part), "{part} is missing: {page}");
    }
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    let page = olga.get("/me").await.html;
    assert!(page.contains("All rooms"), "an Owner enters all: {page}");
    assert!(
        !page.contains("For more rooms"),
        "there are no more: {page}"
    );
}

#[tokio::test]
async fn a_pass_is_judged_without_a_network_and_stops_with_the_membership_olv_19() {
    let site = Site::open().await;
    let (row, room) = resident(&site).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let address = format!("/me/pass/{}", site.organisation);
    let page = anna.get(&address).await;
    assert_eq!(page.status, 200);
    assert!(page.html.contains("<svg"), "{}", page.html);
    assert!(page.html.contains("http-equiv=\"refresh\" content=\"30\""));

    let published = anna.get("/v1/public/pass-keys").await.html;
    let keys: PublishedKeys = serde_json::from_str(&published).unwrap();
    assert_eq!(keys.keys.len(), 2, "that of now and the next one");
    let person = site.membership(row).await.person.unwrap();
    let text = pass_on(&page.html);
    let now = site.app.now();
    let pass = keys.open(&text, now.0).unwrap();
    assert_eq!(pass.rooms, PassRooms::Some(vec![room.0]));
    assert_eq!(
        (pass.organisation, pass.person),
        (site.organisation.0, person.0)
    );
    assert_eq!(keys.open(&text, now.0 + 60_000), Err(Unfit::Expired));

    site.clock.set(now.plus_millis(90 * 24 * 60 * 60 * 1000));
    let later = Browser::signed_in(&site, "anna@x.test")
        .await
        .get(&address)
        .await;
    let later = pass_on(&later.html);
    let opened = keys.open(&later, site.app.now().0);
    assert!(
        opened.is_ok(),
        "the next key was published before: {opened:?}"
    );
    site.clock.set(now);

    site.give(Command::SuspendMember(SuspendMember { membership: row }))
        .await;
    assert_eq!(anna.get(&address).await.status, 404, "R-12");
    let page = anna.get("/me").await.html;
    assert!(!page.contains("Resident Salong") && !page.contains("Studio 224"));
    let mut stranger = Browser::open(&site);
    assert_eq!(stranger.get(&address).await.path, "/sign-in?next=/me");
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    for other in ["x", &site.app.new_id().to_string()] {
        assert_eq!(olga.get(&format!("/me/pass/{other}")).await.status, 404);
    }
}

/// `UI_SPEC` 7.10: a page weighs less than 60 KB, however many doors it opens.
#[tokio::test]
async fn the_pass_of_many_rooms_is_a_light_page_olv_19() {
    let site = Site::open().await;
    let mut rooms = std::collections::BTreeSet::new();
    for number in 0..80 {
        rooms.insert(room(&site, &format!("Room {number}")).await);
    }
    let grant = Grant {
        rooms,
        ..Grant::of(Preset::Staff)
    };
    site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get(&format!("/me/pass/{}", site.organisation)).await;
    assert!(
        page.html.contains("the first 64 of your rooms"),
        "{}",
        page.html
    );
    let weight = page.html.len();
    assert!(
        weight < 40 * 1024,
        "with all that it brings along: {weight}"
    );
    assert!(page.html.contains("viewBox=\"0 0 "), "in modules");
}

/// An end that has passed is said first, as everywhere: a pause does not stop it.
#[tokio::test]
async fn who_is_paused_and_past_the_end_reads_that_it_has_ended_r_12() {
    let site = Site::open().await;
    let end = site.app.now().plus_millis(DAY);
    let grant = Grant {
        ends_at: Some(end),
        ..Grant::of(Preset::Staff)
    };
    let membership = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    site.give(Command::SuspendMember(SuspendMember { membership }))
        .await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get("/me").await.html;
    assert!(page.contains("Paused</span>"), "{page}");
    site.clock.set(end);
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get("/me").await.html;
    assert!(
        page.contains("Lapsed</span>") && !page.contains("Paused</span>"),
        "{page}"
    );
}

/// OLV-31, OLV-33, OLV-35.
#[tokio::test]
async fn what_was_cancelled_or_declined_is_hidden_until_somebody_looks_for_it() {
    let site = Site::open().await;
    site.accept_requests().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let community = format!("/c/{}", site.organisation);
    anna.post(&community, &[("position", "Cook"), ("note", "")])
        .await;
    let page = anna.get("/me").await.html;
    let id = page
        .split("name=\"membership\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let reason = Note::try_from("We know nobody of this name.").unwrap();
    let decline = DeclineRequest {
        membership: id.parse().unwrap(),
        reason: Some(reason),
    };
    site.give(Command::DeclineRequest(decline)).await;
    let page = anna.get("/me").await.html;
    assert!(!page.contains("Declined") && !page.contains("Salong Hortensia"));
    assert!(page.contains("Show 1 cancelled or declined"), "{page}");
    let letter = site.letter_to("anna@x.test").await;
    assert!(letter.contains("/me?history"), "it leads there: {letter}");
    let page = anna.get("/me?history=1").await.html;
    assert!(
        page.contains("Declined") && page.contains("Reason: We know nobody of this name."),
        "{page}"
    );
    assert!(page.contains("href=\"/me\">Hide cancelled and declined"));
    let page = anna.get("/request").await.html;
    let told = "Declined on 18 November 2026: We know nobody of this name.";
    assert!(
        page.contains(&format!(">Salong Hortensia · {told}</option>")),
        "it can be asked again, and says what it answered (X1): {page}"
    );
    let page = anna.get(&community).await.html;
    assert!(page.contains("<form"), "{page}");
    assert_eq!(page.matches(told).count(), 1, "once: {page}");
    site.settings(|settings| Settings {
        waiting_days: 30,
        ..settings
    })
    .await;
    let page = anna.get(&community).await;
    assert!(page.html.contains(told), "{}", page.html);
    assert_eq!(page.status, 409, "and for how long it is not asked (R-11)");
}
