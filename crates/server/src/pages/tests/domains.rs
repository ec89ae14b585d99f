//! Links for the addresses of some mail domains: what strangers, and accounts in and out of them, see and can do.

use std::collections::BTreeSet;

use doorward_domain::{
    Command, LinkForm, LinkId, Lookup, MakeLink, Name, Preset, Record, RecordKey, Shelf, World,
};

use super::site::{Browser, PASSWORD, Site};
use crate::store::lookups;
use crate::tokens::TokenKind;

const FOR: &str = "This link is for addresses at example.ee, xn--bcher-kva.example.";

/// A share link for one person of two mail domains, and its path.
async fn narrow(site: &Site) -> (LinkId, String) {
    let id = LinkId(site.app.new_id());
    let domains = ["Example.ee", "bücher.example"];
    let make = MakeLink {
        link: id,
        name: Name::try_from("Entrance").unwrap(),
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: Some(false),
        max_uses: Some(1),
        domains: domains.map(|it| it.parse().unwrap()).into(),
    };
    site.give(Command::MakeLink(make)).await;
    let token = site.app.tokens().token(TokenKind::Link, id.0, 1);
    (id, format!("/j/{token}"))
}

/// How many have used a link.
async fn uses(site: &Site, link: LinkId) -> u32 {
    let mut world = World::new(site.organisation);
    let mut tx = site.app.store().begin().await.unwrap();
    let asked = BTreeSet::from([Lookup::Link(link)]);
    lookups::load(&mut tx, &mut world, &asked, site.app.now())
        .await
        .unwrap();
    let key = RecordKey {
        shelf: Shelf::Link,
        id: link.0,
    };
    let Record::Link(link) = world.record(key).unwrap().value else {
        unreachable!()
    };
    link.uses
}

#[tokio::test]
async fn an_address_elsewhere_is_told_which_it_is_for_and_uses_nothing_up_r_52() {
    let site = Site::open().await;
    let (id, path) = narrow(&site).await;
    site.person("Boris Petrov", "boris@mail.example.ee").await;
    let mut boris = Browser::signed_in(&site, "boris@mail.example.ee").await;
    let page = boris.get(&path).await;
    assert!(
        page.html.contains(FOR)
            && page
                .html
                .contains("You are signed in as boris@mail.example.ee")
            && page.html.contains("Use another account")
            && !page.html.contains("value=\"accept\""),
        "{}",
        page.html
    );
    let page = boris.post("/join", &[("do", "accept")]).await;
    assert!(
        page.status == 403 && page.html.contains(FOR) && page.html.contains("Use another account"),
        "{} {}",
        page.status,
        page.html
    );
    assert_eq!(uses(&site, id).await, 0);

    site.person("Anna Sokolova", "anna@bücher.example").await;
    let mut anna = Browser::signed_in(&site, "anna@bücher.example").await;
    let page = anna.get(&path).await;
    assert!(
        page.html.contains(FOR) && page.html.contains("value=\"accept\""),
        "{}",
        page.html
    );
    let done = anna.post("/join", &[("do", "accept")]).await;
    assert!(done.html.contains("Welcome to"), "{}", done.html);
    assert_eq!(uses(&site, id).await, 1);
    let page = boris.get(&path).await;
    assert!(
        page.status == 410 && page.html.contains("has been used up"),
        "what works for nobody is said before it speaks of accounts: {}",
        page.html
    );
}

#[tokio::test]
async fn a_stranger_reads_the_domains_and_nothing_more_and_joins_with_an_address_there_r_52() {
    let site = Site::open().await;
    let (id, path) = narrow(&site).await;
    let mut stranger = Browser::open(&site);
    let page = stranger.get(&path).await;
    assert!(
        page.status == 200
            && page.html.contains(FOR)
            && page.html.contains("value=\"continue\"")
            && page.html.contains("value=\"sign-in\""),
        "{}",
        page.html
    );
    for secret in ["olga@example.org", "Entrance", "Use another account"] {
        assert!(!page.html.contains(secret), "{secret}: {}", page.html);
    }
    stranger.post("/join", &[("do", "continue")]).await;
    for (email, is_in) in [("anna@x.test", false), ("anna@example.ee", true)] {
        let mut anna = Browser::open(&site);
        anna.get(&path).await;
        site.person("Anna Sokolova", email).await;
        let account = [("email", email), ("password", PASSWORD), ("next", "/join")];
        let page = anna.post("/sign-in", &account).await;
        assert!(page.html.contains(FOR), "{email}: {}", page.html);
        let page = anna.post("/join", &[("do", "accept")]).await;
        assert_eq!(page.html.contains("Welcome to"), is_in, "{email}");
        assert_eq!(uses(&site, id).await, u32::from(is_in));
    }
}

#[tokio::test]
async fn a_link_for_anybody_speaks_of_no_domains_r_52() {
    let site = Site::open().await;
    let id = LinkId(site.app.new_id());
    let make = MakeLink {
        link: id,
        name: Name::try_from("Entrance").unwrap(),
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: None,
        max_uses: None,
        domains: BTreeSet::new(),
    };
    site.give(Command::MakeLink(make)).await;
    let token = site.app.tokens().token(TokenKind::Link, id.0, 1);
    let page = Browser::open(&site).get(&format!("/j/{token}")).await;
    assert!(
        page.status == 200 && !page.html.contains("is for addresses"),
        "{}",
        page.html
    );
}
