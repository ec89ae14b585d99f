//! The way in by a link, for whoever has no account yet: a code or a link by letter confirms the address, and the door is
//! found again after a while, and in another browser (BTX-7, BTX-17, RULES 4).

use doorward_domain::{
    ChangeLink, CloseLink, Command, LevelRef, LinkForm, LinkId, Lookup, MakeLink, Name, Preset,
    RecordKey, Shelf, Version, World,
};
use doorward_protocol::Outcome;

use super::site::{Browser, PASSWORD, Site, code_in};
use crate::accounts::sign_up;
use crate::store::lookups;
use crate::tokens::{self, TokenKind};

const MINUTE: i64 = 60 * 1000;
const EMAIL: &str = "anna@x.test";

async fn door(site: &Site) -> (LinkId, String) {
    let link = LinkId(site.app.new_id());
    let make = MakeLink {
        link,
        name: Name::try_from("Front desk").unwrap(),
        form: LinkForm::Link,
        level: LevelRef::Preset(Preset::Member),
        needs_approval: Some(false),
        max_uses: None,
        domains: std::collections::BTreeSet::new(),
    };
    site.give(Command::MakeLink(make)).await;
    let token = site.app.tokens().token(TokenKind::Link, link.0, 1);
    (link, format!("/j/{token}"))
}

async fn version(site: &Site, link: LinkId) -> Version {
    let mut world = World::new(site.organisation);
    let mut tx = site.app.store().snapshot().await.unwrap();
    let asked = [Lookup::Link(link)].into();
    let loaded = lookups::load(&mut tx, &mut world, &asked, site.app.now()).await;
    loaded.unwrap();
    let key = RecordKey {
        shelf: Shelf::Link,
        id: link.0,
    };
    world.record(key).unwrap().version
}

fn account(email: &str) -> [(&'static str, &str); 4] {
    [
        ("name", "Anna Sokolova"),
        ("email", email),
        ("password", PASSWORD),
        ("next", "/join"),
    ]
}

/// A browser in which somebody goes on from a door to signing up.
async fn goes_on<'a>(site: &'a Site, link: &str) -> Browser<'a> {
    let mut anna = Browser::open(site);
    anna.get(link).await;
    anna.post("/join", &[("do", "continue")]).await;
    anna
}

async fn signs_up(browser: &mut Browser<'_>, email: &str) {
    let seen = browser.post("/sign-up", &account(email)).await;
    assert_eq!(seen.path, "/confirm/code?next=/join", "{}", seen.html);
}

/// A browser in which somebody has signed up on the way in.
async fn on_the_way<'a>(site: &'a Site, link: &str, email: &str) -> Browser<'a> {
    let mut anna = goes_on(site, link).await;
    signs_up(&mut anna, email).await;
    anna
}

fn wait(site: &Site, minutes: i64) {
    let later = site.clock.now().plus_millis(minutes * MINUTE);
    site.clock.set(later);
}

async fn code(site: &Site) -> String {
    code_in(&site.letter_to(EMAIL).await)
}

async fn is_in(browser: &mut Browser<'_>) -> bool {
    browser.post("/join", &[("do", "accept")]).await;
    let mine = browser.get("/me").await.html;
    mine.contains("data-status=\"approved\"")
}

#[tokio::test]
async fn the_code_of_the_letter_confirms_an_address_btx_7_btx_17() {
    let site = Site::open().await;
    let (_, link) = door(&site).await;
    let mut anna = on_the_way(&site, &link, EMAIL).await;
    let page = anna.get("/confirm/code?next=/join").await.html;
    assert!(
        page.contains(EMAIL) && page.contains("name=\"code\"") && page.contains("one-time-code"),
        "{page}"
    );
    let code = code(&site).await;
    let mut elsewhere = on_the_way(&site, &link, "boris@x.test").await;
    let other = elsewhere.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(other.status, 422, "it is bound to its browser");
    let seen = anna.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(seen.path, "/join", "{}", seen.html);
    assert!(is_in(&mut anna).await);
}

#[tokio::test]
async fn five_wrong_tries_kill_the_code_of_a_letter_and_not_its_link_inv_9() {
    let site = Site::open().await;
    let mut seen = Vec::new();
    site.person("Boris Petrov", "boris@x.test").await;
    let (_, link) = door(&site).await;
    for email in [EMAIL, "boris@x.test"] {
        let mut browser = on_the_way(&site, &link, email).await;
        let mut answers = Vec::new();
        for _ in 0..6 {
            let tried = browser.post("/confirm/code", &[("code", "no code")]).await;
            answers.push((tried.status, tried.html.replace(email, "…")));
        }
        seen.push(answers);
    }
    assert_eq!(
        seen[0], seen[1],
        "ENU-1: whether there is an account shows nowhere"
    );
    let statuses: Vec<u16> = seen[0].iter().map(|(status, _)| *status).collect();
    assert_eq!(statuses, [422, 422, 422, 422, 422, 410]);
    assert!(seen[0][5].1.contains("The link in the letter works still"));
    let mut anna = Browser::open(&site);
    let page = anna.get(&site.link(EMAIL, "confirm").await).await;
    assert_eq!(page.status, 200);
    assert_eq!(anna.post("/confirm", &[]).await.status, 200);
}

#[tokio::test]
async fn the_code_of_a_letter_works_for_ten_minutes_and_its_link_for_a_day_inv_9() {
    let site = Site::open().await;
    let mut anna = Browser::open(&site);
    anna.post("/sign-up", &account(EMAIL)).await;
    let code = code(&site).await;
    wait(&site, 10);
    let late = anna.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(late.status, 410, "{}", late.html);
    assert!(late.html.contains("its ten minutes are over"));
    assert!(!anna.has("session"));
    wait(&site, 23 * 60);
    anna.get(&site.link(EMAIL, "confirm").await).await;
    anna.post("/confirm", &[]).await;
    assert!(anna.has("session"));
}

/// Whoever signed up twice and confirmed once has nothing to confirm any more, and gets no letter that says so.
#[tokio::test]
async fn what_confirms_nothing_any_more_is_not_sent() {
    let site = Site::open().await;
    let (mut first, mut second) = (Browser::open(&site), Browser::open(&site));
    first.post("/sign-up", &account(EMAIL)).await;
    let code = code(&site).await;
    second.post("/sign-up", &account(EMAIL)).await;
    first.post("/confirm/code", &[("code", &code)]).await;
    assert!(first.has("session"));
    assert_eq!(site.subjects_to(EMAIL).await, ["Confirm your address"]);
}

/// Of more letters than an address gets in an hour the rest is not sent, and what was not sent cannot be guessed.
#[tokio::test]
async fn a_code_that_was_never_sent_confirms_nothing_inv_9() {
    let site = Site::open().await;
    let mut answers = Vec::new();
    for place in 1..=4 {
        let mut browser = Browser::open(&site).elsewhere([198, 51, 100, place]);
        browser.post("/sign-up", &account(EMAIL)).await;
        let kept = tokens::hash(browser.cookie("sign-up"));
        let begun = sign_up::begun(&site.app, &kept).await.unwrap().unwrap();
        answers.push((browser, site.app.tokens().code(begun.id.0)));
    }
    assert_eq!(site.subjects_to(EMAIL).await.len(), 3);
    let (mut unsent, code) = answers.pop().unwrap();
    let tried = unsent.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(tried.status, 422, "wrong, as any other: {}", tried.html);
    let (mut sent, code) = answers.pop().unwrap();
    sent.post("/confirm/code", &[("code", &code)]).await;
    assert!(sent.has("session") && !unsent.has("session"));
}

#[tokio::test]
async fn the_way_in_is_found_again_after_a_while_and_in_another_browser() {
    let site = Site::open().await;
    let (_, link) = door(&site).await;
    let mut anna = goes_on(&site, &link).await;
    wait(&site, 6);
    signs_up(&mut anna, EMAIL).await;
    wait(&site, 6);
    assert!(!anna.has("join"), "its ten minutes are over (INV-8)");
    let code = code(&site).await;
    let seen = anna.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(
        (seen.path.as_str(), seen.status),
        ("/join", 200),
        "{}",
        seen.html
    );
    assert!(is_in(&mut anna).await, "by the code");

    for (email, same) in [("boris@x.test", true), ("vera@x.test", false)] {
        let mut browser = on_the_way(&site, &link, email).await;
        wait(&site, 11);
        let letter = site.link(email, "confirm").await;
        if !same {
            browser = Browser::open(&site);
        }
        browser.get(&letter).await;
        let seen = browser.post("/confirm", &[]).await;
        if !same {
            assert!(seen.html.contains("name=\"password\""), "{}", seen.html);
            let fields = [("email", email), ("password", PASSWORD), ("next", "/join")];
            browser.post("/sign-in", &fields).await;
        }
        assert!(is_in(&mut browser).await, "{email}: by the letter");
    }
}

/// What is opened again is what it was: a link that was regenerated or closed meanwhile says so.
#[tokio::test]
async fn the_way_in_is_no_longer_than_its_link_inv_5() {
    let site = Site::open().await;
    let (regenerated, first) = door(&site).await;
    let (closed, second) = door(&site).await;
    let (mut anna, mut boris) = (goes_on(&site, &first).await, goes_on(&site, &second).await);
    wait(&site, 6);
    signs_up(&mut anna, EMAIL).await;
    signs_up(&mut boris, "boris@x.test").await;
    wait(&site, 6);
    site.give(Command::CloseLink(CloseLink { link: closed }))
        .await;
    let anew = ChangeLink {
        link: regenerated,
        name: Name::try_from("Front desk").unwrap(),
        level: LevelRef::Preset(Preset::Member),
        needs_approval: false,
        max_uses: 25,
        domains: None,
        regenerate: true,
        based_on: version(&site, regenerated).await,
    };
    let outcome = site.give(Command::ChangeLink(anew)).await;
    assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    let code = code(&site).await;
    let seen = anna.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(seen.status, 410);
    assert!(seen.html.contains("was renewed"), "{}", seen.html);
    let code = code_in(&site.letter_to("boris@x.test").await);
    let seen = boris.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!((seen.path.as_str(), seen.status), ("/join", 410));
}

/// Whoever was invited by letter and takes long on the form is told what to do, and not of a field that is not there.
#[tokio::test]
async fn a_form_that_outlives_the_link_says_to_open_it_again() {
    let site = Site::open().await;
    site.invite(EMAIL).await;
    let link = site.link(EMAIL, "j").await;
    let mut anna = Browser::open(&site);
    anna.get(&link).await;
    wait(&site, 9);
    anna.post("/join", &[("do", "continue")]).await;
    wait(&site, 9);
    let form = anna.get("/sign-up?next=/join").await;
    assert!(
        form.html.contains(EMAIL),
        "looking on keeps it: {}",
        form.html
    );
    wait(&site, 9);
    let fields = [("name", "Anna"), ("password", PASSWORD), ("next", "/join")];
    let short = anna.post("/sign-up", &fields).await;
    assert_eq!(short.status, 422, "one name");
    wait(&site, 11);
    let fields = [
        ("name", "Anna Sokolova"),
        ("password", PASSWORD),
        ("next", "/join"),
    ];
    let late = anna.post("/sign-up", &fields).await;
    assert!(
        late.status == 410 && late.html.contains("Open the link again"),
        "{}",
        late.html
    );
    anna.get(&link).await;
    assert_eq!(anna.post("/sign-up", &fields).await.path, "/join");
}

/// "Start again" leads back to the way in, wherever it stands (BTX-5).
#[tokio::test]
async fn starting_again_forgets_no_invitation() {
    let site = Site::open().await;
    let (_, link) = door(&site).await;
    let mut anna = on_the_way(&site, &link, EMAIL).await;
    let page = anna.get("/confirm/code?next=/join").await.html;
    let again = "href=\"/sign-up?next=/join\"";
    assert!(page.contains(again), "{page}");
    let mut last = String::new();
    for _ in 0..6 {
        let fields = [("code", "no code"), ("next", "/join")];
        last = anna.post("/confirm/code", &fields).await.html;
        assert!(last.contains(again), "{last}");
    }
    assert!(last.contains("no longer works"), "{last}");
    anna.edit("sign-up", None);
    let gone = anna.get("/confirm/code?next=/join").await;
    assert_eq!(gone.path, "/sign-up?next=/join");
}
