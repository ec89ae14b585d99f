//! A new password by a letter: one living link, used once, the same answer for everybody.

use super::site::{Browser, PASSWORD, Site};

const NEW: &str = "nine-long-grey-horses";

#[tokio::test]
async fn asking_for_a_new_password_answers_the_same_for_every_address_enu_1_s_43() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    site.suspend("anna@x.test").await;
    let mut answers = Vec::new();
    for email in ["olga@example.org", "anna@x.test", "nobody@x.test"] {
        let seen = Browser::open(&site)
            .post("/forgot", &[("email", email)])
            .await;
        assert_eq!(seen.status, 202, "{email}");
        let names: Vec<String> = seen.headers.keys().map(ToString::to_string).collect();
        answers.push((seen.html.replace(email, "…"), names));
    }
    assert!(answers.windows(2).all(|two| two[0] == two[1]));
    assert_eq!(site.subjects_to("anna@x.test").await, [""; 0], "suspended");
    assert_eq!(site.subjects_to("nobody@x.test").await, [""; 0]);
    assert_eq!(
        site.subjects_to("olga@example.org").await,
        ["Choose a new password"],
        "only to an address that is somebody's login"
    );
}

#[tokio::test]
async fn a_new_password_signs_everybody_out_and_works_at_once_s_39_ses_3() {
    let site = Site::open().await;
    let mut elsewhere = Browser::signed_in(&site, "olga@example.org").await;
    let mut browser = Browser::open(&site);
    browser
        .post("/forgot", &[("email", " Olga@Example.org ")])
        .await;
    let link = site.link("olga@example.org", "reset").await;
    let form = browser.get(&link).await;
    assert_eq!((form.status, form.path.as_str()), (200, "/reset"));
    assert!(!form.html.contains(link.trim_start_matches("/reset/")));
    let done = browser.post("/reset", &[("password", NEW)]).await;
    assert!(
        done.status == 200 && done.html.contains("Your password is changed"),
        "{}",
        done.html
    );
    assert!(!browser.has("session") && !browser.has("reset"));
    assert_eq!(
        elsewhere.get("/me").await.path,
        "/sign-in?next=/me",
        "other sessions have ended"
    );
    let old = [("email", "olga@example.org"), ("password", PASSWORD)];
    assert_eq!(browser.post("/sign-in", &old).await.status, 401);
    let new = [("email", "olga@example.org"), ("password", NEW)];
    assert_eq!(browser.post("/sign-in", &new).await.path, "/me");
    let told = site.subjects_to("olga@example.org").await;
    assert_eq!(told.last().unwrap(), "Your password was changed");
}

#[tokio::test]
async fn only_the_newest_link_works_once_and_for_an_hour_s_39_inv_5() {
    let site = Site::open().await;
    let ask = async || {
        let fields = [("email", "olga@example.org")];
        Browser::open(&site).post("/forgot", &fields).await;
        site.link("olga@example.org", "reset").await
    };
    let (first, second) = (ask().await, ask().await);
    assert_ne!(first, second);
    let mut browser = Browser::open(&site);
    let dead = browser.get(&first).await;
    assert!(
        dead.status == 410 && dead.html.contains("Send a new letter"),
        "{}",
        dead.html
    );
    assert_eq!(
        browser.post("/reset", &[("password", NEW)]).await.status,
        410
    );
    assert_eq!(
        browser.get(&second).await.status,
        200,
        "looking uses nothing up"
    );
    let mut again = Browser::open(&site);
    again.get(&second).await;
    browser.post("/reset", &[("password", NEW)]).await;
    let used = again.post("/reset", &[("password", PASSWORD)]).await;
    assert_eq!(used.status, 410, "it works once");
    let third = ask().await;
    site.clock.set(site.app.now().plus_millis(60 * 60 * 1000));
    assert_eq!(Browser::open(&site).get(&third).await.status, 410);
}

#[tokio::test]
async fn a_link_of_one_account_leaves_another_alone_s_39() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    anna.post("/forgot", &[("email", "olga@example.org")]).await;
    let link = site.link("olga@example.org", "reset").await;
    let form = anna.get(&link).await;
    assert!(form.html.contains("olga@example.org"), "it says for whom");
    anna.post("/reset", &[("password", NEW)]).await;
    let fields = [("email", "anna@x.test"), ("password", PASSWORD)];
    let seen = Browser::open(&site).post("/sign-in", &fields).await;
    assert_eq!(seen.path, "/me", "Anna's password is her own");
}

#[tokio::test]
async fn a_weak_new_password_is_explained_beside_its_field() {
    let site = Site::open().await;
    let mut browser = Browser::open(&site);
    browser
        .post("/forgot", &[("email", "olga@example.org")])
        .await;
    browser
        .get(&site.link("olga@example.org", "reset").await)
        .await;
    for weak in ["short", "olga ivanova olga", "passwordpassword"] {
        let seen = browser.post("/reset", &[("password", weak)]).await;
        assert_eq!(seen.status, 422, "{weak}");
        assert!(seen.html.contains("aria-invalid=\"true\""));
        assert!(!seen.html.contains(weak), "a password is never shown again");
    }
    assert_eq!(
        browser.post("/reset", &[("password", NEW)]).await.status,
        200
    );
}

#[tokio::test]
async fn a_link_does_not_outlive_a_suspension_s_37() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let fields = [("email", "anna@x.test")];
    Browser::open(&site).post("/forgot", &fields).await;
    let link = site.link("anna@x.test", "reset").await;
    site.suspend("anna@x.test").await;
    assert_eq!(Browser::open(&site).get(&link).await.status, 410);
    site.resume("anna@x.test").await;
    let revived = Browser::open(&site).get(&link).await.status;
    assert_eq!(revived, 410, "nor does its end bring it back");
}

#[tokio::test]
async fn an_address_that_is_none_is_said_to_be_none_and_many_are_too_many_rat_1() {
    let site = Site::with("[limits]\nsign_ups_per_hour = 2").await;
    let mut browser = Browser::open(&site);
    let seen = browser.post("/forgot", &[("email", "olga")]).await;
    assert_eq!(seen.status, 422);
    assert!(seen.html.contains("Write a complete e-mail address"));
    browser.post("/forgot", &[("email", "a@x.test")]).await;
    let seen = browser.post("/forgot", &[("email", "a@x.test")]).await;
    assert_eq!(seen.status, 429);
    assert!(seen.html.contains("Wait 60 minutes"), "{}", seen.html);
}

/// All rules stand beside the field before anything is typed, and the script counts by what the page says.
#[tokio::test]
async fn the_rules_of_passwords_are_said_before_one_is_typed() {
    let site = Site::open().await;
    let page = Browser::open(&site).get("/sign-up").await.html;
    for rule in [
        "At least 15 characters",
        "many people use",
        "your name, your address or the name of the organisation",
        "data-count=\"Characters: # (at least 15)\" data-least=\"15\"",
    ] {
        assert!(page.contains(rule), "{rule}: {page}");
    }
}
