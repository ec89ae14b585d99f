//! The bell on the pages: what one was told, how much of it is unread, and reading it (RULES 7).

use doorward_domain::{Locale, MembershipId, Moment, Name, PersonId};
use uuid::Uuid;

use super::site::{Browser, Site};
use crate::store::mine::{self, BellRow};
use crate::text::{Value, words};

const A_WHILE: i64 = 30 * 60 * 1000;

/// Has somebody told something now; `called` is whom it is about.
async fn tell(site: &Site, person: PersonId, kind: &'static str, called: &str) {
    let name = |text: &str| Name::try_from(text).unwrap();
    let row = BellRow {
        id: site.app.new_id(),
        person,
        organisation: site.organisation,
        organisation_name: name("Salong Hortensia"),
        kind,
        subject: MembershipId(Uuid::from_u128(7)).0,
        name: Some(name(called)),
        contact: None,
        author: None,
    };
    let mut tx = site.app.store().begin().await.unwrap();
    let now = site.app.now();
    let (rung, mut answers) = tx
        .script(|script| mine::ring(script, &[row], now))
        .await
        .unwrap();
    let touched = mine::rung(&answers.take(rung)).unwrap();
    mine::note(&mut tx, touched).await.unwrap();
    tx.commit().await.unwrap();
}

/// What stands beside the bell.
fn badge(html: &str) -> Option<&str> {
    let (_, rest) = html.split_once("<span class=\"count\" aria-hidden=\"true\">")?;
    rest.split('<').next()
}

/// The value of the button that reads everything.
fn until(html: &str) -> String {
    let (_, rest) = html.split_once("name=\"until\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

fn later(site: &Site, millis: i64) {
    site.clock.set(Moment(site.app.now().0 + millis));
}

#[tokio::test]
async fn every_page_of_somebody_signed_in_says_how_much_is_unread_and_reading_takes_it_away_rules_7()
 {
    let site = Site::open().await;
    let caller = site.person("Anna Sokolova", "anna@x.test").await;
    let boris = site.person("Boris Petrov", "boris@x.test").await;
    let anna = caller.actor.person().unwrap();
    let mut browser = Browser::signed_in(&site, "anna@x.test").await;
    assert_eq!(badge(&browser.get("/me").await.html), None);
    let empty = browser.get("/me/notices").await.html;
    assert!(empty.contains("Nothing yet"), "{empty}");
    tell(&site, anna, "approved", "Anna Sokolova").await;
    tell(
        &site,
        boris.actor.person().unwrap(),
        "approved",
        "Boris Petrov",
    )
    .await;
    later(&site, A_WHILE);
    tell(&site, anna, "grant_changed", "Anna Sokolova").await;
    for path in ["/me", "/me/account", "/request", "/help", "/me/notices"] {
        let seen = browser.get(path).await;
        assert_eq!(badge(&seen.html), Some("2"), "{path}: {}", seen.html);
    }
    let page = browser.get("/me/notices").await.html;
    let newest = page.find("has changed").unwrap();
    let oldest = page.find("approved your request").unwrap_or(usize::MAX);
    assert!(newest < oldest, "the newest first: {page}");
    assert_eq!(page.matches("class=\"unread\"").count(), 2);

    // What comes while somebody reads is not read by them.
    later(&site, 1000);
    tell(&site, anna, "suspended", "Anna Sokolova").await;
    let done = browser
        .post("/me/notices", &[("until", &until(&page))])
        .await;
    assert_eq!(done.path, "/me/notices");
    assert_eq!(badge(&done.html), Some("1"));
    let done = browser
        .post("/me/notices", &[("until", &until(&done.html))])
        .await;
    assert_eq!(badge(&done.html), None);
    assert!(!done.html.contains("name=\"until\""), "{}", done.html);
    let mut other = Browser::signed_in(&site, "boris@x.test").await;
    assert_eq!(badge(&other.get("/me").await.html), Some("1"), "his own");
    let mut nobody = Browser::open(&site);
    let turned_away = nobody.get("/me/notices").await;
    assert!(
        turned_away.path.starts_with("/sign-in"),
        "{}",
        turned_away.path
    );
    assert!(!nobody.get("/help").await.html.contains("class=\"bell\""));
}

#[tokio::test]
async fn entries_are_said_as_everywhere_in_four_languages_and_lead_to_one_s_memberships_rules_7() {
    let site = Site::open().await;
    let caller = site.person("Anna Sokolova", "anna@x.test").await;
    let anna = caller.actor.person().unwrap();
    for kind in ["renewed", "declined", "request"] {
        tell(&site, anna, kind, "Anna Sokolova").await;
    }
    let mut browser = Browser::signed_in(&site, "anna@x.test").await;
    for locale in Locale::ALL {
        let address = format!("/me/notices?lang={}", locale.tag());
        let page = browser.get(&address).await.html;
        let values = [
            ("name", Value::from("Anna Sokolova")),
            ("organisation", Value::from("Salong Hortensia")),
        ];
        for (id, href) in [
            ("letter-renewed-subject", Some("/me")),
            ("letter-declined-subject", Some("/me?history=1#closed")),
            ("letter-request-subject", None),
        ] {
            let text = words(locale).say_with(id, &values);
            let line = match href {
                Some(href) => format!("<a href=\"{href}\">{text}</a>"),
                None => format!(
                    "<b>{text}</b><span>{}</span>",
                    words(locale).say("notices-in-app")
                ),
            };
            assert!(page.contains(&line), "{line}: {page}");
        }
    }
}

#[tokio::test]
async fn what_is_older_is_one_page_away_rules_7() {
    let site = Site::open().await;
    let caller = site.person("Anna Sokolova", "anna@x.test").await;
    let anna = caller.actor.person().unwrap();
    for _ in 0..120 {
        tell(&site, anna, "renewed", "Anna Sokolova").await;
    }
    let mut browser = Browser::signed_in(&site, "anna@x.test").await;
    let (mut path, mut seen) = ("/me/notices".to_owned(), Vec::new());
    loop {
        let page = browser.get(&path).await.html;
        assert_eq!(badge(&page), Some("99+"));
        seen.push(page.matches("class=\"unread\"").count());
        let Some((_, rest)) = page.split_once("href=\"/me/notices?before=") else {
            break;
        };
        path = format!("/me/notices?before={}", rest.split('"').next().unwrap());
    }
    assert_eq!(seen, [50, 50, 20]);
}
