//! Secrets that were made up: whatever is wrong with one, it opens nothing, and nobody can tell what was wrong (S-09).

use std::collections::BTreeSet;
use std::time::Instant;

use super::browser::Seen;
use super::site::{Browser, Site};

/// How much longer or shorter one may take than another at the median (ENU-1), in microseconds.
const APART: i64 = 10_000;
/// How often each is timed (ENU-1).
const TIMES: usize = 200;

/// A letter's token, and what looks like one in every way that can be wrong.
async fn forged(site: &Site) -> Vec<String> {
    let invitation = site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let token = link.trim_start_matches("/j/").split('.').next().unwrap();
    let last = if token.ends_with('A') { 'B' } else { 'A' };
    let flipped = format!("{}{last}", &token[..token.len() - 1]);
    vec![
        flipped,
        token[..40].to_owned(),
        format!("{token}x"),
        format!("{token}%00"),
        format!("{token}%2B%2F%3D"),
        format!("l{}", &token[1..]),
        token.replace(|c: char| c.is_ascii_lowercase(), "%2B"),
        invitation.to_string(),
        "eyJhbGciOiJub25lIn0.eyJvcmciOiJvcmcyIn0.".to_owned(),
        "x".repeat(5_000),
        "x".repeat(60_000),
    ]
}

/// What an answer looks like: status, page, and the names of its headers.
fn looks(seen: &Seen) -> (u16, String, Vec<String>) {
    let names = seen.headers.keys().map(ToString::to_string);
    (seen.status, seen.html.clone(), names.collect())
}

#[tokio::test]
async fn forged_tokens_open_nothing_and_look_alike_s_09() {
    let site = Site::open().await;
    let mut answers = BTreeSet::new();
    for token in forged(&site).await {
        let seen = Browser::open(&site).get(&format!("/j/{token}")).await;
        assert_eq!(seen.status, 404, "{token}");
        answers.insert(looks(&seen));
    }
    assert_eq!(answers.len(), 1, "all of them look the same: {answers:#?}");
    let none = Browser::open(&site).get("/j/").await;
    assert_eq!(none.status, 404, "none at all");
}

/// A form that is sent with a cookie that somebody wrote.
#[tokio::test]
async fn a_forged_token_accepts_nothing_s_09() {
    let site = Site::open().await;
    let forged = forged(&site).await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let megabyte = "x".repeat(1 << 20);
    let mut answers = BTreeSet::new();
    for token in forged.iter().chain([&megabyte]) {
        anna.edit("join", Some(token));
        let seen = anna.post("/join", &[("do", "accept")]).await;
        assert_eq!(seen.status, 404, "{} letters", token.len());
        answers.insert(looks(&seen));
    }
    assert_eq!(answers.len(), 1, "all of them look the same: {answers:#?}");
    anna.edit("join", Some(""));
    let none = anna.post("/join", &[("do", "accept")]).await;
    assert!(matches!(none.status, 404 | 410), "{}", none.status);
    let me = anna.get("/me").await.html;
    assert!(!me.contains("data-status=\"approved\""), "{me}");
}

#[tokio::test]
async fn how_long_a_forged_token_takes_tells_nothing_s_09_enu_1() {
    let limits = "[mail]\ntransport = 'folder'\n[limits]\nlookups_per_minute = 100000";
    let site = Site::with(limits).await;
    let forged = forged(&site).await;
    let time = async |token: &str| {
        let mut browser = Browser::open(&site);
        browser.edit("join", Some(token));
        let begun = Instant::now();
        browser.get("/join").await;
        i64::try_from(begun.elapsed().as_micros()).unwrap()
    };
    // Each against the first of its own round: whatever else the machine does slows all of a round.
    let mut apart = vec![Vec::new(); forged.len()];
    for _ in 0..TIMES {
        let first = time(&forged[0]).await;
        for (place, token) in forged.iter().enumerate().skip(1) {
            apart[place].push(time(token).await - first);
        }
    }
    for (token, mut apart) in forged.iter().zip(apart).skip(1) {
        apart.sort_unstable();
        let median = apart[TIMES / 2];
        assert!(
            median.abs() < APART,
            "{} letters: {median} microseconds",
            token.len()
        );
    }
}
