//! My memberships: being listed, leaving, answering an invitation, and the list of communities.

use doorward_domain::{Grant, MembershipId, Note, Preset, Settings, StatusName};

use super::site::{Browser, Site};
use crate::pages::ask::SHOWN;

/// The fields of a button in the row of a membership.
fn row<'a>(site: &Site, id: MembershipId, does: &'a str) -> Vec<(&'a str, String)> {
    vec![
        ("do", does.to_owned()),
        ("organisation", site.organisation.to_string()),
        ("membership", id.to_string()),
    ]
}

async fn press(browser: &mut Browser<'_>, site: &Site, id: MembershipId, does: &str) -> String {
    let fields = row(site, id, does);
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, it)| (*name, it.as_str()))
        .collect();
    browser.post("/me", &fields).await.html
}

#[tokio::test]
async fn a_member_chooses_to_be_listed_and_leaves_olv_36_bel_13() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Staff);
    let id = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get("/me").await.html;
    assert!(
        page.contains("aria-checked=\"false\""),
        "off at first: {page}"
    );
    let page = press(&mut anna, &site, id, "show").await;
    assert!(page.contains("aria-checked=\"true\"") && page.contains("lists you publicly now"));
    assert!(site.membership(id).await.visible);
    press(&mut anna, &site, id, "hide").await;
    assert!(!site.membership(id).await.visible);
    let page = press(&mut anna, &site, id, "leave").await;
    assert!(page.contains("You left Salong Hortensia"), "{page}");
    assert!(page.contains("1 former membership"), "it is folded: {page}");
    assert_eq!(site.membership(id).await.status.name(), StatusName::Ended);
}

#[tokio::test]
async fn the_last_owner_reads_why_they_cannot_leave_r_25() {
    let site = Site::open().await;
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    let page = olga.get("/me").await.html;
    assert!(!page.contains("value=\"leave\""));
    assert!(page.contains("You are its last Owner"), "{page}");
}

#[tokio::test]
async fn somebody_elses_membership_is_not_touched_from_here() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Staff);
    let id = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    for does in ["leave", "hide", "withdraw", "accept", "decline"] {
        press(&mut olga, &site, id, does).await;
    }
    assert!(site.membership(id).await.status.is_approved());
}

#[tokio::test]
async fn an_invitation_is_answered_from_ones_memberships_too_btx_11() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    site.person("Boris Petrov", "boris@x.test").await;
    let id = site.invite("anna@x.test").await;
    let mut boris = Browser::signed_in(&site, "boris@x.test").await;
    let page = press(&mut boris, &site, id, "accept").await;
    assert!(page.contains("for another address"), "INV-3: {page}");
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get("/me").await.html;
    assert!(page.contains("value=\"accept\""), "{page}");
    let page = press(&mut anna, &site, id, "accept").await;
    assert!(page.contains("Welcome to Salong Hortensia"), "{page}");
    assert_eq!(
        site.membership(id).await.status.name(),
        StatusName::Approved
    );
}

/// OLV-6, OLV-16.
#[tokio::test]
async fn communities_are_offered_at_the_first_sign_in_once_and_can_be_skipped_olv_5_olv_7() {
    let site = Site::open().await;
    site.accept_requests().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::open(&site);
    let fields = [
        ("email", "anna@x.test"),
        ("password", super::site::PASSWORD),
    ];
    let first = anna.post("/sign-in", &fields).await;
    assert_eq!(first.path, "/request?first=1");
    assert!(first.html.contains("Salong Hortensia") && first.html.contains("Skip for now"));
    assert!(first.html.contains("href=\"/me\""));
    let none = [("community", ""), ("first", "1")];
    let refused = anna.post("/request", &none).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html.contains("Skip for now"), "{}", refused.html);
    anna.post("/sign-out", &[]).await;
    assert_eq!(anna.post("/sign-in", &fields).await.path, "/me", "once");
    let page = anna.get("/me").await.html;
    assert!(page.contains("href=\"/request\""), "OLV-6, OLV-16: {page}");
    let way = [fields[0], fields[1], ("next", "/join")];
    let mut boris = Browser::open(&site);
    assert_eq!(
        boris.post("/sign-in", &way).await.path,
        "/join",
        "who is on the way elsewhere is not held up"
    );
}

#[tokio::test]
async fn the_list_leaves_out_what_one_is_in_or_has_asked_and_says_so_olv_24_olv_25() {
    let site = Site::open().await;
    site.accept_requests().await;
    let nord = site.another("Café Nord", true).await;
    site.another("Closed Club", false).await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get("/request").await.html;
    assert!(page.contains("Café Nord") && page.contains("Salong Hortensia"));
    assert!(!page.contains("Closed Club"), "R-45: {page}");
    assert!(!page.contains("not listed"), "nothing is left out yet");
    assert!(page.contains("You will read the answer here and at anna@x.test."));
    let none = anna.post("/request", &[("community", "")]).await;
    assert_eq!(none.status, 422, "OLV-23: a community must be chosen");
    let nord = nord.to_string();
    let sent = anna
        .post("/request", &[("community", &nord), ("position", "Cook")])
        .await;
    assert!(sent.html.contains("Request sent"), "{}", sent.html);
    let page = anna.get("/request").await.html;
    assert!(!page.contains("Café Nord"), "OLV-24: {page}");
    assert!(
        page.contains("1 community is not listed: you are in it or have asked."),
        "{page}"
    );
    let found = anna.get("/request?q=nord").await.html;
    assert!(
        found.contains("1 community is not listed") && !found.contains("No community that takes"),
        "there is one, which one has asked: {found}"
    );
    let again = anna.post("/request", &[("community", &nord)]).await;
    assert!(again.html.contains("You have asked already"), "OLV-29");
}

#[tokio::test]
async fn a_community_with_questions_asks_them_before_the_request_goes_out_u15() {
    let site = Site::open().await;
    site.settings(|settings| Settings {
        accepts_requests: true,
        questions: vec![Note::try_from("Which room do you rent?").unwrap()],
        ..settings
    })
    .await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let id = site.organisation.to_string();
    let asked = anna
        .post("/request", &[("community", &id), ("position", "Cook")])
        .await;
    assert!(
        asked.html.contains("Which room do you rent?") && asked.html.contains("value=\"Cook\""),
        "what was typed is kept: {}",
        asked.html
    );
    assert!(asked.html.contains(&format!("action=\"/c/{id}\"")));
    let answer = answer_field(&asked.html);
    let fields = [("position", "Cook"), ("note", ""), (&answer, "224")];
    let sent = anna.post(&format!("/c/{id}"), &fields).await;
    assert!(sent.html.contains("Request sent"), "{}", sent.html);
}

/// The name of the form's first field for an answer.
fn answer_field(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"answer-").unwrap();
    format!("answer-{}", rest.split('"').next().unwrap())
}

#[tokio::test]
async fn what_was_answered_to_one_question_is_never_sent_as_the_answer_to_another_u15() {
    let site = Site::open().await;
    let asks = async |question: &str| {
        let question = Note::try_from(question).unwrap();
        site.settings(|settings| Settings {
            accepts_requests: true,
            questions: vec![question],
            ..settings
        })
        .await;
    };
    asks("Which room do you rent?").await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let path = format!("/c/{}", site.organisation);
    let old = answer_field(&anna.get(&path).await.html);
    asks("Who sent you?").await;
    let fields = [("position", ""), ("note", ""), (&old, "224")];
    let again = anna.post(&path, &fields).await;
    assert_eq!(again.status, 422, "{}", again.html);
    assert!(again.html.contains("Who sent you?"), "{}", again.html);
    assert!(!again.html.contains("224"), "{}", again.html);
    let new = answer_field(&again.html);
    let fields = [("position", ""), ("note", ""), (&new, "Olga")];
    let sent = anna.post(&path, &fields).await;
    assert!(sent.html.contains("Request sent"), "{}", sent.html);
}

/// Nobody is offered a part of the communities as if it were all of them.
#[tokio::test]
async fn of_many_communities_one_is_found_by_its_name_olv_23() {
    let site = Site::open().await;
    site.accept_requests().await;
    let mut house = None;
    for number in 0..SHOWN {
        house = Some(site.another(&format!("House {number:02}"), true).await);
    }
    let club = site.another("Клуб Соколов", true).await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get("/request").await.html;
    assert!(page.contains("House 49") && !page.contains("Соколов"));
    assert!(
        page.contains("50 communities are shown, and there are more."),
        "{page}"
    );
    let house = house.unwrap().to_string();
    anna.post("/request", &[("community", &house)]).await;
    let page = anna.get("/request").await.html;
    assert!(
        page.contains("Communities that you are in or have asked are not listed."),
        "how many they are is not known: {page}"
    );
    let found = anna.get("/request?q=soko+klub").await.html;
    assert!(
        found.contains("Клуб Соколов") && !found.contains("House"),
        "{found}"
    );
    let none = anna
        .post("/request", &[("community", ""), ("q", "soko")])
        .await;
    assert!(none.html.contains("Клуб Соколов"), "{}", none.html);
    let nobody = anna.get("/request?q=%3Cb%3E").await.html;
    assert!(
        nobody.contains("has “&lt;b&gt;” in its name")
            || nobody.contains("has “&#60;b&#62;” in its name"),
        "{nobody}"
    );
    let club = club.to_string();
    let sent = anna
        .post("/request", &[("community", &club), ("q", "soko")])
        .await;
    assert!(sent.html.contains("Request sent"), "{}", sent.html);
}
