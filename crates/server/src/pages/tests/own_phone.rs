//! A phone added to one's own account, changed and removed: by a code that comes there, within what text messages may cost
//! (SES-5, ENU-1, INV-9, S-46).

use doorward_domain::{Contact, Grant, Lookup, MembershipId, Preset, World};

use super::phones::Phones;
use super::site::{Browser, PASSWORD, Site, code_in};
use crate::store::{addresses, lookups};

const FIRST: &str = "+37255512345";
const SECOND: &str = "+37255554321";
const MINUTE: i64 = 60 * 1000;

async fn signs_in(site: &Site, login: &str) -> bool {
    let mut browser = Browser::open(site);
    let fields = [("email", login), ("password", PASSWORD)];
    browser.post("/sign-in", &fields).await;
    browser.has("session")
}

async fn asks(browser: &mut Browser<'_>, phone: &str) -> (u16, String) {
    let fields = [("do", "ask"), ("phone", phone), ("present", PASSWORD)];
    let seen = browser.post("/me/phone", &fields).await;
    (seen.status, seen.html)
}

async fn types(browser: &mut Browser<'_>, code: &str) -> (u16, String) {
    let fields = [("do", "code"), ("code", code)];
    let seen = browser.post("/me/phone", &fields).await;
    (seen.status, seen.html)
}

async fn takes(phones: &Phones, browser: &mut Browser<'_>, phone: &str) {
    let (status, page) = asks(browser, phone).await;
    assert!(status == 200 && page.contains("name=\"code\""), "{page}");
    let (status, page) = types(browser, &phones.code().await).await;
    let says = format!("{phone} is your number now");
    assert!(status == 200 && page.contains(&says), "{page}");
}

async fn removes(browser: &mut Browser<'_>, password: &str) -> (u16, String) {
    let fields = [("do", "remove"), ("password", password)];
    let seen = browser.post("/me/phone", &fields).await;
    (seen.status, seen.html)
}

/// What the organisation keeps of how somebody is reached.
async fn kept(site: &Site, id: MembershipId) -> Vec<Contact> {
    let mut world = World::new(site.organisation);
    let mut tx = site.app.store().snapshot().await.unwrap();
    let asked = [Lookup::Contacts(id)].into();
    let loaded = lookups::load(&mut tx, &mut world, &asked, site.app.now()).await;
    loaded.unwrap();
    assert_eq!(addresses::waiting(&mut tx).await.unwrap(), []);
    world.contacts_of(id).to_vec()
}

#[tokio::test]
async fn a_phone_is_added_changed_and_removed_and_the_address_is_told_ses_5() {
    let phones = Phones::open("").await;
    let site = &phones.site;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(site, "anna@x.test").await;
    let account = anna.get("/me/account").await.html;
    assert!(account.contains("href=\"/me/phone\""), "{account}");

    takes(&phones, &mut anna, FIRST).await;
    let me = anna.get("/me").await.html;
    let card = me.split("</main>").next().unwrap();
    assert!(
        card.contains("anna@x.test") && !card.contains(FIRST),
        "OLV-19: {card}"
    );
    assert!(signs_in(site, FIRST).await && signs_in(site, "anna@x.test").await);
    let told = async || site.subjects_to("anna@x.test").await;
    let changed = "The phone number of your account has changed";
    assert_eq!(told().await, [changed]);

    let (status, page) = asks(&mut anna, FIRST).await;
    assert!(
        status == 422 && page.contains("your number already"),
        "{page}"
    );
    takes(&phones, &mut anna, SECOND).await;
    assert!(signs_in(site, SECOND).await && !signs_in(site, FIRST).await);
    assert_eq!(told().await, [changed; 2]);

    let (status, page) = removes(&mut anna, "no, not it").await;
    assert!(
        status == 422 && page.contains("This is not your password"),
        "{page}"
    );
    assert!(signs_in(site, SECOND).await);
    let (status, page) = removes(&mut anna, PASSWORD).await;
    assert!(
        status == 200 && page.contains("The number is removed"),
        "{page}"
    );
    assert!(!signs_in(site, SECOND).await && signs_in(site, "anna@x.test").await);
    assert_eq!(told().await, [changed; 3]);
    assert_eq!(
        removes(&mut anna, PASSWORD).await.0,
        200,
        "nothing is left to do"
    );
    assert_eq!(told().await, [changed; 3]);
}

#[tokio::test]
async fn organisations_that_know_a_phone_get_the_next_and_the_address_when_it_goes() {
    let phones = Phones::open("").await;
    let site = &phones.site;
    let mut anna = phones.signs_up(FIRST).await;
    let code = phones.code().await;
    anna.post("/confirm/code", &[("code", &code)]).await;
    phones.wait(2 * MINUTE);
    let id = site.invite_at(FIRST, Grant::of(Preset::Member)).await;
    let text = phones.text().await;
    let link = &text[text.find("/j/").unwrap()..];
    anna.get(link).await;
    anna.post("/join", &[("do", "continue")]).await;
    let seen = anna.post("/join", &[("do", "accept")]).await;
    assert_eq!(seen.status, 200, "{}", seen.html);
    assert_eq!(kept(site, id).await, [FIRST.parse().unwrap()]);

    let (status, page) = removes(&mut anna, PASSWORD).await;
    assert!(
        status == 200 && page.contains("not removed"),
        "it is her only login: {page}"
    );
    takes(&phones, &mut anna, SECOND).await;
    assert_eq!(kept(site, id).await, [SECOND.parse().unwrap()]);
    phones.wait(2 * MINUTE);
    let told = phones.texts().await;
    let told = told.iter().rfind(|it| it["to"] == FIRST).unwrap();
    assert!(
        told["text"].as_str().unwrap().contains("has changed"),
        "{told}"
    );

    let fields = [
        ("do", "ask"),
        ("email", "anna@x.test"),
        ("present", PASSWORD),
    ];
    anna.post("/me/address", &fields).await;
    let letter = site.letter_to("anna@x.test").await;
    let code = code_in(&letter);
    let fields = [("do", "code"), ("code", code.as_str())];
    assert_eq!(anna.post("/me/address", &fields).await.status, 200);
    assert_eq!(
        kept(site, id).await,
        [SECOND.parse().unwrap()],
        "nobody asked for it"
    );
    let (_, page) = removes(&mut anna, PASSWORD).await;
    assert!(page.contains("The number is removed"), "{page}");
    assert_eq!(kept(site, id).await, ["anna@x.test".parse().unwrap()]);
}

#[tokio::test]
async fn codes_go_to_the_countries_and_within_the_limits_of_all_text_messages_s_46() {
    let phones = Phones::open("number_per_day = 2").await;
    let site = &phones.site;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(site, "anna@x.test").await;
    let (status, page) = asks(&mut anna, "+447700900123").await;
    assert!(
        status == 422 && page.contains("No text message goes to this country"),
        "{page}"
    );
    for number in ["12", "anna@x.test", "a number"] {
        let (status, page) = asks(&mut anna, number).await;
        assert!(
            status == 422 && page.contains("with its country code"),
            "{page}"
        );
    }
    for _ in 0..6 {
        asks(&mut anna, FIRST).await;
        phones.texts().await;
        phones.wait(11 * MINUTE);
    }
    let texts = phones.texts().await;
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts.iter().all(|it| it["to"] == FIRST), "{texts:?}");
}

#[tokio::test]
async fn whether_a_wanted_phone_has_an_account_shows_nowhere_enu_1() {
    let phones = Phones::open("").await;
    let site = &phones.site;
    let mut boris = phones.signs_up(FIRST).await;
    let code = phones.code().await;
    boris.post("/confirm/code", &[("code", &code)]).await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(site, "anna@x.test").await;
    phones.wait(2 * MINUTE);
    let mut seen = Vec::new();
    for number in [FIRST, SECOND] {
        let mut answers = vec![asks(&mut anna, number).await];
        for _ in 0..6 {
            answers.push(types(&mut anna, "no code").await);
        }
        let masked = |(status, page): (u16, String)| (status, page.replace(number, "…"));
        seen.extend(answers.into_iter().map(masked));
    }
    let (taken, free) = seen.split_at(seen.len() / 2);
    assert_eq!(taken, free);
    let texts = phones.texts().await;
    let told = texts.iter().filter(|it| it["to"] == FIRST).count();
    assert_eq!(
        told, 1,
        "whoever has the number hears nothing of it: {texts:?}"
    );
}

#[tokio::test]
async fn a_server_that_sends_no_text_messages_takes_no_phone_s_46() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let account = anna.get("/me/account").await.html;
    assert!(!account.contains("/me/phone"), "{account}");
    let page = anna.get("/me/phone").await.html;
    assert!(page.contains("sends no text messages"), "{page}");
    let (status, page) = asks(&mut anna, FIRST).await;
    assert!(status == 422 && page.contains("No text message"), "{page}");
}

/// BTX-3, BTX-11: an invitation by text message for somebody whose account has an address alone.
#[tokio::test]
async fn the_invited_number_is_added_on_the_way_and_leads_in_btx_11() {
    let phones = Phones::open("").await;
    let site = &phones.site;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(site, "anna@x.test").await;
    site.invite_at(FIRST, Grant::of(Preset::Member)).await;
    let text = phones.text().await;
    let link = text[text.find("/j/").unwrap()..].to_owned();
    let page = anna.get(&link).await.html;
    let way = "/me/phone?next=/join";
    assert!(
        page.contains(&format!("href=\"{way}\">Add this number to your account")),
        "{page}"
    );
    let seen = Browser::open(site).get(way).await;
    assert_eq!(seen.path, "/sign-in?next=/join", "signed out on the way");
    phones.wait(2 * MINUTE);
    let page = anna.get(way).await.html;
    assert!(
        page.contains(&format!("value=\"{FIRST}\"")) && page.contains("href=\"/join\">Back"),
        "its message has shown it already: {page}"
    );
    let fields = [("do", "ask"), ("phone", FIRST), ("present", PASSWORD)];
    let asked = anna.post(way, &fields).await;
    assert_eq!(asked.path, way, "{}", asked.html);
    assert!(asked.html.contains(&format!("action=\"{way}\"")));
    let code = phones.code().await;
    let seen = anna.post(way, &[("do", "code"), ("code", &code)]).await;
    assert_eq!(seen.path, "/join");
    assert!(seen.html.contains("value=\"accept\""), "{}", seen.html);
    let seen = anna.post("/join", &[("do", "accept")]).await;
    assert_eq!(seen.status, 200, "{}", seen.html);
    let mine = anna.get("/me").await.html;
    assert!(mine.contains("data-status=\"approved\""), "{mine}");
}

/// The link that is copied in the program shows nobody's number.
#[tokio::test]
async fn a_number_that_nothing_has_shown_is_not_filled_in_inv_3() {
    let phones = Phones::open("").await;
    let site = &phones.site;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(site, "anna@x.test").await;
    let id = site.invite_at(FIRST, Grant::of(Preset::Member)).await;
    phones.texts().await;
    let kind = crate::tokens::TokenKind::Invitation;
    let token = site.app.tokens().token(kind, id.0, 1);
    let page = anna.get(&format!("/j/{token}")).await.html;
    assert!(page.contains("/me/phone?next=/join"), "{page}");
    let page = anna.get("/me/phone?next=/join").await.html;
    assert!(!page.contains(FIRST), "{page}");
    takes(&phones, &mut anna, SECOND).await;
    let page = anna.get(&format!("/j/{token}")).await.html;
    assert!(
        page.contains("Use another account") && !page.contains("/me/phone"),
        "who has another number is not asked for one: {page}"
    );
}
