//! Making an organisation on a page, where everybody may.

use doorward_domain::Name;
use doorward_protocol::MyKind;

use super::site::{Browser, Site};
use crate::execute;
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

    site.person("Boris Kask", "boris@x.test").await;
    let mut boris = Browser::signed_in(&site, "boris@x.test").await;
    let foreign = boris.get(&path).await.html;
    assert!(
        !foreign.contains("Harbour Lofts"),
        "whose it is not gets the form: {foreign}"
    );
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
    let name = Name::try_from("Harbour Lofts").unwrap();
    let made = execute::found_own(&site.app, &site.owner, name).await;
    assert!(made.is_err(), "{made:?}");
    assert_eq!(held(&site).await, 1);
}
