//! Secrets that were made up: whatever is wrong with one, it opens nothing, and nobody can tell what was wrong (S-09).

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::browser::Seen;
use super::site::{Browser, Site};

/// How far apart the medians may be.
const APART: Duration = Duration::from_millis(10);
/// How often each is timed.
const TIMES: usize = 25;

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
    site.person("Anna", "anna@x.test").await;
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
async fn how_long_a_forged_token_takes_tells_nothing_s_09() {
    let site = Site::open().await;
    let forged = forged(&site).await;
    let unknown = forged[0].clone();
    let median = async |token: &str| {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            let mut browser = Browser::open(&site);
            browser.edit("join", Some(token));
            let begun = Instant::now();
            browser.get("/join").await;
            times.push(begun.elapsed());
        }
        times.sort_unstable();
        times[TIMES / 2]
    };
    let known = median(&unknown).await;
    for token in &forged[1..] {
        let apart = median(token).await.abs_diff(known);
        assert!(apart < APART, "{} letters: {apart:?}", token.len());
    }
}
