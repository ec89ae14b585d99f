//! Every way in which a door does not open has a page of its own (ACT-18), and an expired one a way to ask.

use doorward_domain::{
    CloseLink, Command, Grant, LinkForm, LinkId, MakeLink, Name, Preset, ResendInvitation, Standing,
};

use super::site::{Browser, PASSWORD, Site};
use crate::tokens::TokenKind;

/// An invitation whose term has passed, and the path of its link.
async fn expired(site: &Site, email: &str) -> String {
    let id = site.invite(email).await;
    let link = site.link(email, "j").await;
    let end = site.membership(id).await.invitation.unwrap().expires_at;
    site.clock.set(end);
    link
}

/// A share link that somebody made, and its path.
async fn link(site: &Site, needs_approval: bool, max_uses: u32) -> (LinkId, String) {
    let id = LinkId(site.app.new_id());
    let make = MakeLink {
        link: id,
        name: Name::try_from("Entrance").unwrap(),
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: Some(needs_approval),
        max_uses: Some(max_uses),
        domains: std::collections::BTreeSet::new(),
    };
    site.give(Command::MakeLink(make)).await;
    (
        id,
        format!("/j/{}", site.app.tokens().token(TokenKind::Link, id.0, 1)),
    )
}

#[tokio::test]
async fn asking_for_a_new_link_tells_who_invited_once_u1() {
    let site = Site::open().await;
    let link = expired(&site, "anna@x.test").await;
    let mut anna = Browser::open(&site);
    let page = anna.get(&link).await;
    assert_eq!(page.status, 410);
    assert!(
        page.html.contains("Ask Olga Ivanova for a new link"),
        "{}",
        page.html
    );
    let before = site.subjects_to("olga@example.org").await.len();
    for _ in 0..3 {
        let asked = anna.post("/join", &[("do", "ask-new")]).await;
        assert_eq!(asked.status, 200);
        assert!(
            asked.html.contains("Asked for a new link"),
            "{}",
            asked.html
        );
    }
    let mut somebody = Browser::open(&site);
    let again = somebody.get(&link).await;
    assert!(
        !again.html.contains("value=\"ask-new\"") && again.html.contains("has been asked"),
        "{}",
        again.html
    );
    let told = site.subjects_to("olga@example.org").await;
    assert_eq!(
        told[before..],
        ["anna@x.test asks for a new link to Salong Hortensia"]
    );
    let letter = site.letter_to("olga@example.org").await;
    assert!(!letter.contains("/j/"), "the old link is in no letter");
}

#[tokio::test]
async fn whoever_sent_it_again_meanwhile_is_not_asked_to_u1() {
    let site = Site::open().await;
    let membership = site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let sent = site.membership(membership).await.invitation.unwrap();
    site.clock.set(sent.expires_at);
    let mut anna = Browser::open(&site);
    anna.get(&link).await;
    let asked = anna.post("/join", &[("do", "ask-new")]).await;
    assert!(
        asked.html.contains("Asked for a new link"),
        "{}",
        asked.html
    );
    let again = ResendInvitation {
        membership,
        grant: None,
    };
    site.give(Command::ResendInvitation(again)).await;
    assert_eq!(site.subjects_to("olga@example.org").await, [""; 0]);
}

#[tokio::test]
async fn looking_at_an_expired_invitation_asks_nobody_inv_4() {
    let site = Site::open().await;
    let link = expired(&site, "anna@x.test").await;
    Browser::open(&site).get(&link).await;
    assert_eq!(site.subjects_to("olga@example.org").await, [""; 0]);
}

#[tokio::test]
async fn where_who_invited_may_no_longer_invite_the_others_hear_of_it_u1() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Administrator);
    let kadri = site.join_as("Kadri Tamm", "kadri@x.test", grant).await;
    let invited = site.invite_by("kadri@x.test", "anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    site.end(kadri).await;
    let end = site
        .membership(invited)
        .await
        .invitation
        .unwrap()
        .expires_at;
    site.clock.set(end);
    let mut anna = Browser::open(&site);
    let page = anna.get(&link).await;
    assert!(
        page.html.contains("Ask Salong Hortensia for a new link"),
        "{}",
        page.html
    );
    let before = site.subjects_to("olga@example.org").await.len();
    anna.post("/join", &[("do", "ask-new")]).await;
    assert_eq!(site.subjects_to("olga@example.org").await.len(), before + 1);
    let kadris = site.subjects_to("kadri@x.test").await;
    assert!(
        !kadris.iter().any(|it| it.contains("new link")),
        "{kadris:?}"
    );
}

#[tokio::test]
async fn asking_too_often_costs_waiting_rat_1() {
    let text =
        "[mail]\ntransport = 'folder'\n[limits]\nrequests_per_hour = 1\nlookups_per_minute = 1000";
    let site = Site::with(text).await;
    let link = expired(&site, "anna@x.test").await;
    let mut anna = Browser::open(&site);
    anna.get(&link).await;
    assert_eq!(anna.post("/join", &[("do", "ask-new")]).await.status, 200);
    assert_eq!(anna.post("/join", &[("do", "ask-new")]).await.status, 429);
}

#[tokio::test]
async fn an_invitation_that_is_open_cannot_be_asked_for_anew() {
    let site = Site::open().await;
    site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let mut anna = Browser::open(&site);
    anna.get(&link).await;
    let seen = anna.post("/join", &[("do", "ask-new")]).await;
    assert_eq!((seen.status, seen.path.as_str()), (200, "/join"));
    assert_eq!(site.subjects_to("olga@example.org").await, [""; 0]);
}

#[tokio::test]
async fn a_closed_organisation_says_so_behind_its_doors_s_40() {
    let site = Site::open().await;
    site.invite("anna@x.test").await;
    let invitation = site.link("anna@x.test", "j").await;
    let (_, share) = link(&site, true, 5).await;
    site.stands(Standing::Deactivated).await;
    for path in [invitation, share] {
        let page = Browser::open(&site).get(&path).await;
        assert_eq!(page.status, 410, "{path}");
        assert!(
            page.html.contains("This organisation is closed"),
            "{}",
            page.html
        );
    }
}

#[tokio::test]
async fn a_link_used_up_closed_or_expired_says_which_act_18_r_52() {
    let site = Site::open().await;
    let (_, path) = link(&site, false, 1).await;
    site.person("Anna Sokolova", "anna@x.test").await;
    site.person("Boris Petrov", "boris@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    anna.get(&path).await;
    let done = anna.post("/join", &[("do", "accept")]).await;
    assert!(done.html.contains("Welcome to"), "{}", done.html);
    let member = anna.get(&path).await;
    assert!(member.html.contains("You are a member"), "{}", member.html);
    let mut boris = Browser::signed_in(&site, "boris@x.test").await;
    let page = boris.get(&path).await;
    assert!(page.status == 410 && page.html.contains("has been used up"));

    let (id, path) = link(&site, true, 5).await;
    let page = boris.get(&path).await;
    assert!(page.html.contains("Ask to join"), "{}", page.html);
    site.give(Command::CloseLink(CloseLink { link: id })).await;
    let page = boris.get(&path).await;
    assert!(page.status == 410 && page.html.contains("This link was closed"));

    let (_, path) = link(&site, true, 5).await;
    site.clock
        .set(site.app.now().plus_millis(40 * 24 * 60 * 60 * 1000));
    let page = Browser::open(&site).get(&path).await;
    assert!(page.status == 410 && page.html.contains("This link has expired"));
}

/// Whoever comes back to a letter that was used is told to sign in (ACT-18); the link of it goes on being looked at.
#[tokio::test]
async fn an_invitation_that_was_accepted_says_so_act_18_btx_19() {
    let site = Site::open().await;
    site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let mut anna = Browser::open(&site);
    anna.get(&link).await;
    let account = [
        ("name", "Anna Sokolova"),
        ("password", PASSWORD),
        ("next", "/join"),
    ];
    anna.post("/sign-up", &account).await;
    anna.post("/join", &[("do", "accept")]).await;
    let page = Browser::open(&site).get(&link).await;
    assert!(
        page.status == 410
            && page.html.contains("This invitation has been used")
            && page.html.contains("href=\"/sign-in\""),
        "{}",
        page.html
    );
    let page = anna.get(&link).await;
    assert!(page.html.contains("You are a member"), "{}", page.html);
}

/// Whoever decides sees who asks by a link as if they had asked on the community's page.
#[tokio::test]
async fn whoever_asks_by_a_link_says_who_they_are_r_52() {
    let site = Site::open().await;
    let (_, path) = link(&site, true, 5).await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get(&path).await.html;
    assert!(
        page.contains("name=\"position\"") && page.contains("name=\"note\""),
        "{page}"
    );
    let long = "x".repeat(600);
    let fields = [("do", "accept"), ("position", "Cook"), ("note", &long)];
    let seen = anna.post("/join", &fields).await;
    assert!(
        seen.status == 422 && seen.html.contains("at most 500") && seen.html.contains("Cook"),
        "{}",
        seen.html
    );
    let fields = [
        ("do", "accept"),
        ("position", "Cook"),
        ("note", "Liis sends me."),
    ];
    let seen = anna.post("/join", &fields).await;
    assert!(seen.html.contains("Request sent"), "{}", seen.html);
    let mine = anna.get("/me").await.html;
    let id = mine.split("name=\"membership\" value=\"").nth(1).unwrap();
    let id = id.split('"').next().unwrap().parse().unwrap();
    let asked = site.membership(id).await;
    assert_eq!(asked.position.unwrap().as_str(), "Cook");
    assert_eq!(
        asked.asked.unwrap().note.unwrap().as_str(),
        "Liis sends me."
    );

    let (_, open) = link(&site, false, 5).await;
    site.person("Boris Petrov", "boris@x.test").await;
    let mut boris = Browser::signed_in(&site, "boris@x.test").await;
    let page = boris.get(&open).await.html;
    assert!(!page.contains("name=\"note\""), "one press (BTX-9): {page}");
    // The form as it was before somebody switched approval off.
    let fields = [("do", "accept"), ("position", ""), ("note", "")];
    let seen = boris.post("/join", &fields).await;
    assert!(seen.html.contains("Welcome to"), "{}", seen.html);
}

#[tokio::test]
async fn an_open_link_says_that_it_asks_for_whom_the_door_is_closed_r_10() {
    let site = Site::open().await;
    let (_, open) = link(&site, false, 5).await;
    let grant = Grant::of(Preset::Member);
    let row = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    site.end(row).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get(&open).await.html;
    for part in ["Ask to join", "name=\"note\"", "decides about it first"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let fields = [("do", "accept"), ("position", ""), ("note", "I am back.")];
    let seen = anna.post("/join", &fields).await;
    assert!(seen.html.contains("Request sent"), "{}", seen.html);
}

#[tokio::test]
async fn too_many_looks_say_how_long_to_wait_rat_1() {
    let site = Site::with("[limits]\nlookups_per_minute = 2").await;
    let mut browser = Browser::open(&site);
    for status in [404, 404, 429] {
        let seen = browser.get("/j/iAAAA").await;
        assert_eq!(seen.status, status);
        if status == 429 {
            assert!(seen.headers.contains_key("retry-after"));
            assert!(seen.html.contains("Wait 61 seconds") || seen.html.contains("Wait 60 seconds"));
        }
    }
}
