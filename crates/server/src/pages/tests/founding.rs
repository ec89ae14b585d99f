//! Making an organisation on a page, where everybody may.

use doorward_domain::{Name, Organisation, Standing};
use doorward_protocol::MyKind;

use super::site::{Browser, Site};
use crate::execute::{self, Wanted};
use crate::store::mine;

const OPEN: &str = "sign_up = 'open'\n[mail]\ntransport = 'folder'";

async fn held(site: &Site) -> usize {
    let person = site.owner.actor.person().unwrap();
    let mut tx = site.app.store().snapshot().await.unwrap();
    let held = mine::held(&mut tx, person, MyKind::Membership, 50).await;
    held.unwrap().len()
}

#[tokio::test]
async fn whoever_is_signed_in_makes_an_organisation_where_everybody_may_r_35() {
    let site = Site::with(OPEN).await;
    let away = Browser::open(&site).get("/me/organisation").await;
    assert_eq!(away.path, "/sign-in?next=/me/organisation");
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    let me = olga.get("/me").await.html;
    assert!(me.contains("href=\"/me/organisation\""), "{me}");
    let form = olga.get("/me/organisation").await;
    assert_eq!(form.status, 200, "{}", form.html);
    for name in ["", "see https://evil.example", &"x".repeat(81)] {
        let seen = olga
            .post("/me/organisation", &[("organisation", name)])
            .await;
        assert_eq!(seen.status, 422, "{name}: {}", seen.html);
        assert!(seen.html.contains("Write the name of the organisation"));
    }
    let more = [("organisation", "Harbour Lofts"), ("role", "owner")];
    assert_eq!(olga.post("/me/organisation", &more).await.status, 422);
    assert_eq!(held(&site).await, 1, "none of it made anything");

    let fields = [("organisation", "Harbour Lofts")];
    let done = olga.post("/me/organisation", &fields).await;
    for part in [
        "Harbour Lofts is there",
        "You are its Owner",
        "olga@example.org",
    ] {
        assert!(done.html.contains(part), "{part}: {}", done.html);
    }
    let path = done.path.clone();
    assert!(path.starts_with("/me/organisation/"), "{path}");
    let anew = olga.get(&format!("{path}?lang=et")).await.html;
    assert!(anew.contains("Harbour Lofts on loodud"), "{anew}");
    assert_eq!(held(&site).await, 2, "one was made, once");
    let me = olga.get("/me").await.html;
    assert!(me.contains("Harbour Lofts"), "{me}");
    let id = path.rsplit('/').next().unwrap().parse().unwrap();
    let close = |it: &mut Organisation| it.standing = Standing::Deactivated;
    let operated = execute::operate(&site.app, id, "deactivated", close).await;
    operated.unwrap();
    let over = olga.get(&path).await;
    assert_eq!(over.path, "/me/organisation", "R-1: {}", over.html);

    site.person("Boris Kask", "boris@x.test").await;
    let mut boris = Browser::signed_in(&site, "boris@x.test").await;
    let foreign = boris.get(&path).await.html;
    assert!(
        !foreign.contains("Harbour Lofts"),
        "whose it is not gets the form: {foreign}"
    );
}

/// The id that the form gives what is made with it.
fn id_in(html: &str) -> String {
    let (_, rest) = html.split_once("name=\"id\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_button_pressed_twice_makes_one_organisation_r_35() {
    let site = Site::with(OPEN).await;
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    let id = id_in(&olga.get("/me/organisation").await.html);
    let fields = [("organisation", "Harbour Lofts"), ("id", id.as_str())];
    let (mut again, mut other) = (
        olga.elsewhere([192, 0, 2, 7]),
        olga.elsewhere([192, 0, 2, 7]),
    );
    let (first, second) = tokio::join!(
        olga.post("/me/organisation", &fields),
        again.post("/me/organisation", &fields)
    );
    assert_eq!((first.status, second.status), (200, 200));
    assert_eq!(first.path, second.path, "{} {}", first.html, second.html);
    assert_eq!(held(&site).await, 2);
    let third = other.post("/me/organisation", &fields).await;
    assert_eq!(third.path, first.path, "the page loaded anew");
    let back = [("organisation", "Quay House"), ("id", id.as_str())];
    let quay = olga.post("/me/organisation", &back).await;
    assert!(quay.html.contains("Quay House is there"), "{}", quay.html);
    assert_eq!(held(&site).await, 3, "another name is another organisation");
}

#[tokio::test]
async fn organisations_are_made_so_often_in_an_hour_rat_1() {
    let site = Site::with(&format!("{OPEN}\n[limits]\norganisations_per_hour = 2")).await;
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    for (name, status) in [("One", 200), ("", 422), ("Two", 200), ("Three", 429)] {
        let seen = olga
            .post("/me/organisation", &[("organisation", name)])
            .await;
        assert_eq!(seen.status, status, "{name}: {}", seen.html);
    }
    let mut moved = olga.elsewhere([203, 0, 113, 9]);
    let fields = [("organisation", "Four")];
    let seen = moved.post("/me/organisation", &fields).await;
    assert_eq!(
        seen.status, 429,
        "the account is counted, not the network alone"
    );
    site.person("Boris Kask", "boris@x.test").await;
    let mut boris = Browser::signed_in(&site, "boris@x.test").await;
    let seen = boris.post("/me/organisation", &fields).await;
    assert_eq!(seen.status, 429, "and the network, whoever sits there");
    let mut boris = boris.elsewhere([198, 51, 100, 1]);
    let seen = boris.post("/me/organisation", &fields).await;
    assert_eq!(seen.status, 200, "{}", seen.html);
    assert_eq!(held(&site).await, 3);
}

#[tokio::test]
async fn where_only_the_operator_makes_organisations_no_page_does_r_35() {
    let site = Site::open().await;
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    let me = olga.get("/me").await.html;
    assert!(!me.contains("/me/organisation"), "{me}");
    let form = olga.get("/me/organisation").await;
    assert_eq!(form.status, 409, "{}", form.html);
    let fields = [("organisation", "Harbour Lofts")];
    let sent = olga.post("/me/organisation", &fields).await;
    assert_eq!(sent.status, 409, "{}", sent.html);
    let wanted = Wanted {
        id: None,
        name: Name::try_from("Harbour Lofts").unwrap(),
    };
    let made = execute::found_own(&site.app, &site.owner, "192.0.2.7", wanted).await;
    assert!(made.is_err(), "{made:?}");
    assert_eq!(held(&site).await, 1);
}
