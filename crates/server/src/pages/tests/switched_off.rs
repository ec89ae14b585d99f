//! While an organisation is switched off nothing that leads to it works and no job touches it; what ended meanwhile stays
//! ended (S-40).

use doorward_domain::{
    Command, Grant, MembershipId, Preset, RequestToJoin, Settings, Standing, StatusName,
};

use super::site::{Browser, Site};
use crate::execute;
use crate::jobs::{expire, remind};

const DAY: i64 = 24 * 60 * 60 * 1000;

#[tokio::test]
async fn s_40_requests_to_what_is_switched_off_are_refused() {
    let site = Site::open().await;
    site.accept_requests().await;
    let stefan = site.person("Stefan Branza", "stefan@x.test").await;
    let mut browser = Browser::signed_in(&site, "stefan@x.test").await;
    let community = format!("/c/{}", site.organisation);
    assert_eq!(browser.get(&community).await.status, 200);
    site.stands(Standing::Deactivated).await;
    assert_eq!(browser.get(&community).await.status, 404);
    let fields = [("position", ""), ("note", "Din 2021.")];
    let sent = browser.post(&community, &fields).await;
    assert_eq!(sent.status, 404, "{}", sent.html);
    let membership = MembershipId(site.app.new_id());
    let ask = RequestToJoin {
        membership,
        position: None,
        note: None,
        answers: Vec::new(),
        locale: None,
    };
    let pushed = execute::one(
        &site.app,
        site.organisation,
        &stefan,
        Command::RequestToJoin(ask),
    )
    .await;
    assert!(
        matches!(pushed, Err(execute::Error::NotFound)),
        "nor by a device: {pushed:?}"
    );
    let me = browser.get("/me").await.html;
    assert!(!me.contains("Salong Hortensia"), "nothing waits: {me}");
    site.stands(Standing::Active).await;
    let sent = browser.post(&community, &fields).await;
    assert!(sent.html.contains("Request sent"), "{}", sent.html);
}

#[tokio::test]
async fn s_40_jobs_leave_what_is_switched_off_alone() {
    let site = Site::open().await;
    site.invite("anna@x.test").await;
    let grant = Grant {
        ends_at: Some(site.app.now().plus_millis(2 * DAY)),
        ..Grant::of(Preset::Staff)
    };
    let ending = site.join_as("Boris Kask", "boris@x.test", grant).await;
    site.settings(|settings| Settings {
        expire_by_itself: true,
        ..settings
    })
    .await;
    site.letters().await;
    site.stands(Standing::Deactivated).await;
    let before = site.letters().await.len();
    site.clock.set(site.app.now().plus_millis(3 * DAY));
    let now = site.app.now();
    assert_eq!(remind::round(&site.app).await.unwrap(), 0, "no reminder");
    assert_eq!(expire::round(&site.app, now).await.unwrap(), 0, "no end");
    assert_eq!(site.letters().await.len(), before, "no letter");
    let status = async || site.membership(ending).await.status.name();
    assert_eq!(status().await, StatusName::Approved);
    site.stands(Standing::Active).await;
    assert!(remind::round(&site.app).await.unwrap() > 0, "they go on");
    assert_eq!(expire::round(&site.app, now).await.unwrap(), 1);
    assert_eq!(status().await, StatusName::Expired);
}

#[tokio::test]
async fn s_40_an_invitation_whose_term_passed_meanwhile_stays_dead() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let early = site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    site.clock.set(site.app.now().plus_millis(4 * DAY));
    let late = site.invite("boris@x.test").await;
    let open = site.link("boris@x.test", "j").await;
    site.stands(Standing::Deactivated).await;
    site.clock.set(site.app.now().plus_millis(4 * DAY));
    site.stands(Standing::Active).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get(&link).await;
    assert!(
        page.status == 410 && page.html.contains("has expired"),
        "{}",
        page.html
    );
    let answer = anna.post("/join", &[("do", "accept")]).await;
    assert_eq!(answer.status, 410, "{}", answer.html);
    assert_eq!(Browser::open(&site).get(&open).await.status, 200, "in time");
    for row in [early, late] {
        let status = site.membership(row).await.status.name();
        assert_eq!(status, StatusName::Invited, "R-4");
    }
}
