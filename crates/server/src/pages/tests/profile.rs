//! One's own name, and the page that explains how one gets in (BTX-18, DESIGN 4).

use doorward_domain::{Grant, Name, Preset};

use super::site::{Browser, Site};
use crate::execute;
use crate::store::{history, renaming};

const PAGE: &str = "/me/account";

#[tokio::test]
async fn a_new_name_reaches_every_organisation_and_its_history_btx_18() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Member);
    let id = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    for name in ["https://evil.example", "A"] {
        let refused = [("do", "rename"), ("called", name)];
        let refused = anna.post(PAGE, &refused).await;
        assert_eq!(refused.status, 422, "{name} (BTX-13)");
        assert!(refused.html.contains("Write your first and last name"));
    }
    let taken = [("do", "rename"), ("called", "Anna Kask")];
    let taken = anna.post(PAGE, &taken).await;
    assert!(taken.html.contains("The new name is saved"));
    assert!(taken.html.contains("Anna Kask") && !taken.html.contains("Sokolova"));
    let kask = Name::try_from("Anna Kask").unwrap();
    assert_eq!(site.membership(id).await.name.as_ref(), Some(&kask));
    let mut tx = site.app.store().snapshot().await.unwrap();
    let entries = history::page(&mut tx, site.organisation, None, 10)
        .await
        .unwrap();
    let told = entries.iter().filter(|it| it.kind == "renamed");
    let told: Vec<_> = told.map(|it| it.object.clone()).collect();
    assert_eq!(told, [id.to_string()], "once, about her row");
    assert_eq!(renaming::waiting(&mut tx).await.unwrap(), []);
    drop(tx);
    let person = site.membership(id).await.person.unwrap();
    execute::spread_name(&site.app, person).await.unwrap();
    let mut tx = site.app.store().snapshot().await.unwrap();
    let again = history::page(&mut tx, site.organisation, None, 10).await;
    assert_eq!(again.unwrap().len(), entries.len(), "nothing to say twice");
}

/// BTX-14, BTX-18.
#[tokio::test]
async fn every_page_leads_to_what_people_ask_on_their_way_in() {
    let site = Site::open().await;
    site.invite("boris@x.test").await;
    let mut boris = Browser::open(&site);
    let link = site.link("boris@x.test", "j").await;
    let page = boris.get(&link).await.html;
    for way in ["/help", "/help#account"] {
        assert!(page.contains(&format!("href=\"{way}\"")), "{page}");
    }
    for (language, about) in [
        ("en", "a phone or a computer"),
        ("ru", "гость"),
        ("et", "külaline"),
        ("ro", "oaspete"),
    ] {
        let help = boris.get(&format!("/help?lang={language}")).await;
        assert_eq!(help.status, 200);
        let html = help.html;
        for anchor in ["account", "profile", "switch", "guest"] {
            assert!(html.contains(&format!("id=\"{anchor}\"")), "{html}");
        }
        assert!(html.to_lowercase().contains(about), "{language}: {html}");
    }
}
