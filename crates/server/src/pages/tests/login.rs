//! Another password and another address, by whoever is signed in and knows the password (SES-3, SES-5, ENU-1).

use doorward_domain::{Grant, Lookup, Preset, World};

use super::site::{Browser, PASSWORD, Site, code_in};
use crate::execute;
use crate::store::{addresses, history, lookups};

const NEW: &str = "nine-long-grey-horses";
const MINUTE: i64 = 60 * 1000;

async fn signs_in(site: &Site, email: &str, password: &str) -> bool {
    let mut browser = Browser::open(site);
    let fields = [("email", email), ("password", password)];
    browser.post("/sign-in", &fields).await;
    browser.has("session")
}

#[tokio::test]
async fn a_new_password_ends_every_other_session_ses_3() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let mut elsewhere = Browser::signed_in(&site, "anna@x.test").await;
    let account = anna.get("/me/account").await.html;
    for way in ["href=\"/me/password\"", "href=\"/me/address\""] {
        assert!(account.contains(way), "{account}");
    }
    for (present, chosen, says) in [
        ("not it at all", NEW, "This is not your password"),
        (PASSWORD, "short", "characters long"),
        (
            PASSWORD,
            "anna@x.test-anna@x.test",
            "names that are easy to guess",
        ),
    ] {
        let fields = [("present", present), ("password", chosen)];
        let seen = anna.post("/me/password", &fields).await;
        assert!(
            seen.status == 422 && seen.html.contains(says),
            "{}",
            seen.html
        );
    }
    let fields = [("present", PASSWORD), ("password", NEW)];
    let done = anna.post("/me/password", &fields).await;
    assert!(
        done.html.contains("Your password is changed"),
        "{}",
        done.html
    );
    assert_eq!(
        anna.get("/me/account").await.path,
        "/me/account",
        "she stays"
    );
    let away = elsewhere.get("/me").await.path;
    assert_eq!(away, "/sign-in?next=/me", "and is signed out elsewhere");
    assert!(!signs_in(&site, "anna@x.test", PASSWORD).await);
    assert!(signs_in(&site, "anna@x.test", NEW).await);
    let told = site.subjects_to("anna@x.test").await;
    assert_eq!(told.last().unwrap(), "Your password was changed");
}

#[tokio::test]
async fn a_link_for_a_new_password_dies_with_the_one_it_was_for_s_39() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    anna.post("/forgot", &[("email", "anna@x.test")]).await;
    let link = site.link("anna@x.test", "reset").await;
    let fields = [("present", PASSWORD), ("password", NEW)];
    anna.post("/me/password", &fields).await;
    assert_eq!(Browser::open(&site).get(&link).await.status, 410);
}

/// The six digits in the newest letter to an address.
async fn code(site: &Site, email: &str) -> String {
    let letter = site.letter_to(email).await;
    code_in(&letter)
}

async fn asks(browser: &mut Browser<'_>, email: &str) -> (u16, String) {
    let fields = [("do", "ask"), ("email", email), ("present", PASSWORD)];
    let seen = browser.post("/me/address", &fields).await;
    (seen.status, seen.html)
}

async fn types(browser: &mut Browser<'_>, code: &str) -> (u16, String) {
    let fields = [("do", "code"), ("code", code)];
    let seen = browser.post("/me/address", &fields).await;
    (seen.status, seen.html)
}

#[tokio::test]
async fn a_new_address_is_confirmed_by_a_code_and_reaches_every_organisation_ses_5() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Member);
    let id = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let wrong = [
        ("do", "ask"),
        ("email", "new@x.test"),
        ("present", "no, not it"),
    ];
    assert_eq!(anna.post("/me/address", &wrong).await.status, 422);
    let (status, page) = asks(&mut anna, "anna@x.test").await;
    assert!(
        status == 422 && page.contains("This is your address already"),
        "{page}"
    );
    let (status, page) = asks(&mut anna, "new@x.test").await;
    assert!(status == 200 && page.contains("name=\"code\""), "{page}");
    let code = code(&site, "new@x.test").await;
    let (status, page) = types(&mut anna, "000000").await;
    assert!(
        status == 422 && page.contains("That is not the code"),
        "{page}"
    );
    let (status, page) = types(&mut anna, &code).await;
    assert!(
        status == 200 && page.contains("You are reached at new@x.test now"),
        "{page}"
    );
    assert!(signs_in(&site, "new@x.test", PASSWORD).await);
    assert!(!signs_in(&site, "anna@x.test", PASSWORD).await);
    let told = site.subjects_to("anna@x.test").await;
    assert_eq!(told.last().unwrap(), "Your account has another address");
    let mut world = World::new(site.organisation);
    let mut tx = site.app.store().snapshot().await.unwrap();
    let asked = [Lookup::Contacts(id)].into();
    let loaded = lookups::load(&mut tx, &mut world, &asked, site.app.now()).await;
    loaded.unwrap();
    assert_eq!(world.contacts_of(id), ["new@x.test".parse().unwrap()]);
    let entries = history::page(&mut tx, site.organisation, None, 20)
        .await
        .unwrap();
    let noted = entries.iter().filter(|it| it.kind == "readdressed").count();
    assert_eq!(noted, 1, "once, about her row");
    assert_eq!(addresses::waiting(&mut tx).await.unwrap(), []);
    drop(tx);
    let person = site.membership(id).await.person.unwrap();
    execute::spread_address(&site.app, person).await.unwrap();
    assert_eq!(types(&mut anna, &code).await.0, 422, "a code works once");
}

#[tokio::test]
async fn whether_a_wanted_address_has_an_account_shows_nowhere_enu_1() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    site.person("Boris Kask", "boris@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let mut seen = Vec::new();
    for email in ["boris@x.test", "nobody@x.test"] {
        let mut answers = vec![asks(&mut anna, email).await];
        for _ in 0..6 {
            answers.push(types(&mut anna, "no code").await);
        }
        let masked = |(status, page): (u16, String)| (status, page.replace(email, "…"));
        seen.extend(answers.into_iter().map(masked));
    }
    let (taken, free) = seen.split_at(seen.len() / 2);
    assert_eq!(taken, free);
    let told = site.subjects_to("boris@x.test").await;
    assert_eq!(told, [""; 0], "who has the address hears nothing of it");
}

#[tokio::test]
async fn a_code_for_an_address_works_for_ten_minutes_five_times_inv_9() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    asks(&mut anna, "new@x.test").await;
    let first = code(&site, "new@x.test").await;
    for _ in 0..5 {
        assert_eq!(types(&mut anna, "no code").await.0, 422);
    }
    let (status, page) = types(&mut anna, &first).await;
    assert!(status == 422 && page.contains("tried too often"), "{page}");
    asks(&mut anna, "new@x.test").await;
    let second = code(&site, "new@x.test").await;
    site.clock.set(site.clock.now().plus_millis(10 * MINUTE));
    assert_eq!(types(&mut anna, &second).await.0, 422, "its time is over");
    assert!(signs_in(&site, "anna@x.test", PASSWORD).await);
}

#[tokio::test]
async fn a_code_that_was_never_sent_gives_no_address_inv_9() {
    let site = Site::open().await;
    let anna_is = site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    for letters in [1, 2, 3, 3] {
        asks(&mut anna, "new@x.test").await;
        assert_eq!(site.subjects_to("new@x.test").await.len(), letters);
    }
    let mut tx = site.app.store().snapshot().await.unwrap();
    let person = anna_is.actor.person().unwrap();
    let wanted = addresses::wanted(&mut tx, person, site.app.now()).await;
    let code = site.app.tokens().code(wanted.unwrap().unwrap().id);
    drop(tx);
    assert_eq!(types(&mut anna, &code).await.0, 422);
    assert!(!signs_in(&site, "new@x.test", PASSWORD).await);
}
