//! Asking to join from a community's page, and my memberships.

use doorward_domain::{Grant, Preset};

use super::site::{Browser, PASSWORD, Site, code_in};

#[tokio::test]
async fn a_request_says_where_its_answer_goes_and_can_be_withdrawn_olv_21_olv_28_olv_30_olv_31() {
    let site = Site::open().await;
    site.accept_requests().await;
    site.person("Ștefan Brânză", "stefan@x.test").await;
    let mut stefan = Browser::signed_in(&site, "stefan@x.test").await;
    let community = format!("/c/{}", site.organisation);
    let form = stefan.get(&community).await;
    assert!(
        form.html
            .contains("You will read the answer here and at stefan@x.test."),
        "{}",
        form.html
    );
    let sent = stefan
        .post(&community, &[("position", ""), ("note", "Din 2021.")])
        .await;
    assert!(sent.html.contains("Request sent"), "{}", sent.html);
    let mine = stefan.get("/me").await.html;
    assert!(
        mine.contains("Salong Hortensia") && mine.contains("Waiting"),
        "{mine}"
    );
    let again = stefan.get(&community).await.html;
    assert!(again.contains("You have asked already"), "OLV-24: {again}");
    let id = mine
        .split("name=\"membership\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let organisation = site.organisation.to_string();
    let fields = [
        ("do", "withdraw"),
        ("organisation", organisation.as_str()),
        ("membership", id.as_str()),
    ];
    let left = stefan.post("/me", &fields).await.html;
    assert!(
        left.contains("is withdrawn") && !left.contains("Waiting"),
        "{left}"
    );
    let row = |page: &str| page.contains("data-status=\"cancelled\"");
    let mine = stefan.get("/me").await.html;
    assert!(
        !mine.contains("Salong Hortensia") && !row(&mine),
        "OLV-31: its row is gone: {mine}"
    );
    assert!(mine.contains("Show 1 cancelled or declined"), "{mine}");
    let closed = stefan.get("/me?history=1").await.html;
    assert!(
        closed.contains("Salong Hortensia") && row(&closed),
        "and it is there for who looks for it: {closed}"
    );
}

#[tokio::test]
async fn only_communities_that_take_requests_have_a_page_r_45() {
    let site = Site::open().await;
    let closed = Browser::open(&site)
        .get(&format!("/c/{}", site.organisation))
        .await;
    let unknown = Browser::open(&site)
        .get(&format!("/c/{}", site.app.new_id()))
        .await;
    assert_eq!((closed.status, unknown.status), (404, 404));
    let of = |html: &str| {
        html.split("<main>")
            .nth(1)
            .unwrap()
            .split("</main>")
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        of(&closed.html),
        of(&unknown.html),
        "nobody learns which organisations there are"
    );
}

#[tokio::test]
async fn deciders_hear_of_a_request_and_the_requester_of_the_answer_olv_32() {
    let site = Site::open().await;
    site.accept_requests().await;
    site.person("Ștefan Brânză", "stefan@x.test").await;
    let mut stefan = Browser::signed_in(&site, "stefan@x.test").await;
    stefan
        .post(
            &format!("/c/{}", site.organisation),
            &[("note", "Din 2021.")],
        )
        .await;
    let heard = site.letter_to("olga@example.org").await;
    assert!(heard.contains("asks to join"), "{heard}");
    let mine = stefan.get("/me").await.html;
    let id = mine
        .split("name=\"membership\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let decline = doorward_domain::DeclineRequest {
        membership: id.parse().unwrap(),
        reason: Some("No free chair this month".try_into().unwrap()),
    };
    site.give(doorward_domain::Command::DeclineRequest(decline))
        .await;
    let answer = site.letter_to("stefan@x.test").await;
    assert!(
        answer.contains("declined your request") && answer.contains("No free chair this month"),
        "{answer}"
    );
    assert!(
        !stefan.get("/me").await.html.contains("Salong Hortensia"),
        "OLV-33"
    );
    let count = site.letters().await.len();
    assert_eq!(
        site.letters().await.len(),
        count,
        "each letter goes out once"
    );
}

#[tokio::test]
async fn a_server_without_letters_promises_none_olv_22() {
    let text = "[mail]\ntransport = 'none'\n[limits]\nsign_in_per_minute = 1000";
    let site = Site::with(text).await;
    site.accept_requests().await;
    site.person("Ștefan Brânză", "stefan@x.test").await;
    let mut stefan = Browser::signed_in(&site, "stefan@x.test").await;
    let community = format!("/c/{}", site.organisation);
    let pages = [
        stefan.get("/request").await,
        stefan.get(&community).await,
        stefan.post(&community, &[("position", "")]).await,
    ];
    for page in pages {
        let main = page.html.split("</main>").next().unwrap();
        assert!(
            main.contains("You will read the answer here.") && !main.contains("stefan@x.test"),
            "{main}"
        );
    }
}

/// `UI_SPEC` 7.10: where the answer goes can be changed from there, and who decides is said to whoever is signed in.
#[tokio::test]
async fn a_request_says_who_decides_and_leads_to_ones_address() {
    let site = Site::open().await;
    site.accept_requests().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let community = format!("/c/{}", site.organisation);
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    for (name, email) in [
        ("Piret Mägi", "piret@x.test"),
        ("Kadri Tamm", "kadri@x.test"),
        ("Jaan Kask", "jaan@x.test"),
    ] {
        let page = anna.get(&community).await.html;
        assert!(
            page.contains("Olga Ivanova") && !page.contains("others"),
            "{page}"
        );
        assert!(!page.contains(name), "{page}");
        let grant = Grant::of(Preset::Manager);
        site.join_as(name, email, grant).await;
    }
    let page = anna.get(&community).await.html;
    assert!(
        page.contains("Piret Mägi, Kadri Tamm and others."),
        "{page}"
    );
    let way = format!("/me/address?next={community}");
    assert!(
        page.contains(&format!("<a href=\"{way}\">Change</a>")),
        "{page}"
    );
    let page = anna.get("/request").await.html;
    assert!(
        page.contains("href=\"/me/address?next=/request\">Change"),
        "{page}"
    );
    assert!(page.contains("Decided by: Olga Ivanova, "), "{page}");
    let fields = [
        ("do", "ask"),
        ("email", "anna.new@x.test"),
        ("present", PASSWORD),
    ];
    anna.post(&way, &fields).await;
    let letter = site.letter_to("anna.new@x.test").await;
    let fields = [("do", "code"), ("code", &*code_in(&letter))];
    let back = anna.post(&way, &fields).await;
    assert_eq!(back.path, community);
    assert!(
        back.html.contains("and at anna.new@x.test."),
        "{}",
        back.html
    );
    let stranger = Browser::open(&site).get(&community).await.html;
    assert!(
        !stranger.contains("Olga") && !stranger.contains("Piret"),
        "{stranger}"
    );
}
