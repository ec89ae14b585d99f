//! Signing up, in and out, in a browser.

use super::site::{Browser, PASSWORD, Site};

#[tokio::test]
async fn signing_up_answers_the_same_for_every_address_enu_1() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let main = |html: &str| {
        html.replace("anna@x.test", "…")
            .replace("boris@x.test", "…")
    };
    let mut answers = Vec::new();
    for email in ["anna@x.test", "boris@x.test"] {
        let mut browser = Browser::open(&site);
        let seen = browser
            .post(
                "/sign-up",
                &[
                    ("name", "Some Body"),
                    ("email", email),
                    ("password", PASSWORD),
                ],
            )
            .await;
        let names: Vec<String> = seen.headers.keys().map(ToString::to_string).collect();
        answers.push((seen.status, main(&seen.html), names));
    }
    assert_eq!(answers[0], answers[1]);
    assert!(
        site.letter_to("anna@x.test")
            .await
            .contains("You have an account already")
    );
    assert!(
        site.letter_to("boris@x.test")
            .await
            .contains("Confirm your address")
    );
}

#[tokio::test]
async fn an_address_is_confirmed_by_a_button_and_not_by_a_link_inv_4() {
    let site = Site::open().await;
    let mut anna = Browser::open(&site);
    anna.post(
        "/sign-up",
        &[
            ("name", "Anna Sokolova"),
            ("email", "anna@x.test"),
            ("password", PASSWORD),
        ],
    )
    .await;
    let link = site.link("anna@x.test", "confirm").await;
    let page = anna.get(&link).await;
    assert_eq!(page.path, "/confirm");
    let mut early = Browser::open(&site);
    let refused = early
        .post(
            "/sign-in",
            &[("email", "anna@x.test"), ("password", PASSWORD)],
        )
        .await;
    assert_eq!(refused.status, 401, "opening the page confirms nothing");
    let mut elsewhere = Browser::open(&site);
    elsewhere.get(&link).await;
    let asked = elsewhere.post("/confirm", &[]).await;
    assert!(
        asked.html.contains("name=\"password\""),
        "in another browser the password is asked for"
    );
    assert!(!elsewhere.has("session"));
    let dead = anna.post("/confirm", &[]).await;
    assert_eq!(dead.status, 410, "a confirmation works once");
    Browser::signed_in(&site, "anna@x.test").await;
}

/// Staff make an account of their own first, and verify it: the way there stands at the foot of the sign-in page (RES-4,
/// RES-5).
#[tokio::test]
async fn whoever_signs_in_finds_the_way_to_an_account_of_their_own() {
    let site = Site::open().await;
    let mut anna = Browser::open(&site);
    let page = anna.get("/").await;
    assert_eq!(page.path, "/sign-in", "the first page is the sign-in");
    let (form, foot) = page.html.split_once("</form>").unwrap();
    assert!(form.contains("name=\"password\""), "{form}");
    assert!(foot.contains("href=\"/sign-up"), "{foot}");
    let account = [
        ("name", "Anna Sokolova"),
        ("email", "anna@x.test"),
        ("password", PASSWORD),
    ];
    anna.post("/sign-up", &account).await;
    let link = site.link("anna@x.test", "confirm").await;
    anna.get(&link).await;
    anna.post("/confirm", &[]).await;
    // Access granted afterwards needs no second account (RES-18).
    let invitation = site.invite("anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let page = anna.get("/me").await.html;
    assert!(page.contains(&invitation.to_string()), "{page}");
}

#[tokio::test]
async fn going_on_leads_only_to_our_own_pages_s_19() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    for next in [
        "//evil.test",
        "https://evil.test",
        "/\\evil.test",
        "javascript:alert(1)",
        "%2f%2fevil.test",
        "/ok\r\nSet-Cookie:x=1",
    ] {
        let fields = [
            ("email", "anna@x.test"),
            ("password", PASSWORD),
            ("next", next),
        ];
        let seen = Browser::open(&site).post("/sign-in", &fields).await;
        assert_eq!(seen.path, "/me", "{next}");
    }
}

#[tokio::test]
async fn trying_too_often_costs_waiting_rat_1() {
    let site = Site::with("[limits]\nsign_in_per_minute = 3").await;
    let mut browser = Browser::open(&site);
    let fields = [
        ("email", "olga@example.org"),
        ("password", "not the password at all"),
    ];
    for _ in 0..3 {
        assert_eq!(browser.post("/sign-in", &fields).await.status, 401);
    }
    let seen = browser.post("/sign-in", &fields).await;
    assert_eq!(seen.status, 429);
    assert!(
        seen.headers.contains_key("retry-after") && seen.html.contains("Too many attempts"),
        "{}",
        seen.html
    );
    site.clock.set(site.app.now().plus_millis(60_000));
    assert_eq!(
        browser.post("/sign-in", &fields).await.status,
        401,
        "a minute later it may be tried again"
    );
}

#[tokio::test]
async fn many_failures_make_an_account_wait_and_never_lock_it_rat_1() {
    let site = Site::open().await;
    let mut browser = Browser::open(&site);
    for _ in 0..5 {
        browser
            .post(
                "/sign-in",
                &[
                    ("email", "olga@example.org"),
                    ("password", "not the password at all"),
                ],
            )
            .await;
    }
    let right = [("email", "olga@example.org"), ("password", PASSWORD)];
    assert_eq!(browser.post("/sign-in", &right).await.status, 429);
    site.clock.set(site.app.now().plus_millis(2_000));
    assert_eq!(browser.post("/sign-in", &right).await.path, "/me");
}

#[tokio::test]
async fn signing_out_ends_the_session_at_once_ses_1() {
    let site = Site::open().await;
    let mut browser = Browser::signed_in(&site, "olga@example.org").await;
    let mut stolen = Browser::signed_in(&site, "olga@example.org").await;
    browser.post("/sign-out", &[]).await;
    assert!(!browser.has("session"));
    assert_eq!(browser.get("/me").await.path, "/sign-in?next=/me");
    assert_eq!(
        stolen.get("/me").await.path,
        "/me",
        "the other browser goes on"
    );
    site.clock.set(site.app.now().plus_millis(61 * 60 * 1000));
    assert_eq!(
        stolen.get("/me").await.path,
        "/sign-in?next=/me",
        "SES-4: an hour unused ends it"
    );
}

#[tokio::test]
async fn a_slip_in_an_address_is_asked_about_once() {
    let site = Site::open().await;
    let mut anna = Browser::open(&site);
    let fields = [
        ("name", "Anna Sokolova"),
        ("email", "anna@gmial.com"),
        ("password", PASSWORD),
    ];
    let asked = anna.post("/sign-up", &fields).await;
    assert!(
        asked.status == 422 && asked.html.contains("Did you mean anna@gmail.com?"),
        "{}",
        asked.html
    );
    let kept = [&fields[..], &[("kept", "anna@gmial.com")]].concat();
    let seen = anna.post("/sign-up", &kept).await;
    assert_eq!(seen.path, "/confirm/code", "as typed");
    let other = [
        &fields[..1],
        &[("email", "anna@gmal.com"), ("kept", "anna@gmial.com")],
        &fields[2..],
    ]
    .concat();
    assert_eq!(
        anna.post("/sign-up", &other).await.status,
        422,
        "another slip"
    );
    let right = [&fields[..1], &[("email", "anna@gmail.com")], &fields[2..]].concat();
    assert_eq!(anna.post("/sign-up", &right).await.path, "/confirm/code");
}
