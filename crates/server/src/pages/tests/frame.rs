//! What every page keeps to: its size, where its parts come from, its headers, its languages, and working without a script.

use doorward_domain::{Command, Grant, InvitePerson, Locale, MembershipId, Preset};

use super::browser::Seen;
use super::site::{Browser, Site};
use crate::pages::assets;
use crate::text::words;
use crate::tokens::TokenKind;

/// Most bytes of a page with all it loads.
const MOST: usize = 60 * 1024;

/// One page of every sort.
async fn tour(site: &Site) -> Vec<Seen> {
    site.accept_requests().await;
    site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let grant = Grant::of(Preset::Administrator);
    site.join_as("Kadri Tamm", "kadri@x.test", grant).await;
    let community = format!("/c/{}", site.organisation);
    let mut seen = Vec::new();
    let mut stranger = Browser::open(site);
    for path in [
        &*link, "/sign-in", "/sign-up", "/forgot", "/reset", "/confirm", "/nowhere", &community,
    ] {
        seen.push(stranger.get(path).await);
    }
    seen.push(stranger.post("/sign-up", &[("next", "/join")]).await);
    let mut kadri = Browser::signed_in(site, "kadri@x.test").await;
    for path in [
        &*link,
        "/me",
        "/me/notices",
        "/request",
        &community,
        "/sign-out",
        "/j/none",
    ] {
        seen.push(kadri.get(path).await);
    }
    seen
}

/// Everything that a page names in an attribute.
fn named<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let beginning = format!(" {attribute}=\"");
    html.split(&*beginning)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[tokio::test]
async fn a_page_with_all_it_loads_is_under_60_kb_and_all_ours_web_1() {
    let site = Site::open().await;
    let mut browser = Browser::open(&site);
    for page in tour(&site).await {
        let loaded: Vec<&str> = named(&page.html, "src")
            .into_iter()
            .chain(named(&page.html, "href"))
            .collect();
        for address in loaded.iter().chain(&named(&page.html, "action")) {
            assert!(
                address.starts_with('/') && !address.starts_with("//") || address.starts_with('#'),
                "{}: {address} is not ours",
                page.path
            );
        }
        let mut bytes = page.html.len();
        for address in loaded.iter().filter(|it| it.starts_with("/assets/")) {
            let file = browser.ask(address, None).await;
            assert_eq!(file.status, 200, "{address}");
            bytes += file.html.len();
        }
        let fonts: usize = assets::FONTS.iter().map(|(_, content)| content.len()).sum();
        bytes += fonts;
        assert!(bytes < MOST, "{}: {bytes} bytes", page.path);
        assert!(
            !page.html.contains("style=\"") && !page.html.contains("onclick"),
            "{}: the policy allows nothing inline",
            page.path
        );
    }
    for part in assets::STYLESHEET.split("url(").skip(1) {
        assert!(part.starts_with("\"/assets/"), "{part}");
    }
}

#[tokio::test]
async fn every_page_protects_its_reader_web_1_inv_8_s_17() {
    let site = Site::open().await;
    for page in tour(&site).await {
        let header = |name: &str| {
            let value = page.headers.get(name);
            value
                .map(|it| it.to_str().unwrap().to_owned())
                .unwrap_or_default()
        };
        assert_eq!(header("referrer-policy"), "no-referrer", "{}", page.path);
        assert_eq!(header("cache-control"), "no-store", "{}", page.path);
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin");
        let policy = header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
        ] {
            assert!(policy.contains(part), "{}: {policy}", page.path);
        }
        assert!(!policy.contains("unsafe") && !policy.contains("http"));
        assert!(
            !page.html.contains("/j/i") && !page.html.contains("target="),
            "{}: no page carries a secret, and none opens a window",
            page.path
        );
    }
}

#[tokio::test]
async fn every_page_has_one_heading_a_language_and_a_visible_choice_of_the_others() {
    let site = Site::open().await;
    for page in tour(&site).await {
        assert_eq!(page.html.matches("<h1>").count(), 1, "{}", page.path);
        assert!(page.html.contains("<html lang=\"en\">"), "{}", page.path);
        for locale in [Locale::Ru, Locale::Et, Locale::Ro] {
            let name = words(locale).say("language-name");
            assert!(page.html.contains(&name), "{}: {name}", page.path);
        }
    }
}

#[tokio::test]
async fn choosing_a_language_keeps_the_way_on_and_stays_chosen() {
    let site = Site::open().await;
    let mut browser = Browser::open(&site);
    let page = browser.get("/sign-in?next=/join").await;
    let romanian = named(&page.html, "href")
        .into_iter()
        .find(|href| href.contains("lang=ro"))
        .unwrap()
        .replace("&amp;", "&")
        .replace("&#38;", "&");
    let page = browser.get(&romanian).await;
    assert!(page.html.contains("<html lang=\"ro\">"));
    assert!(
        page.html.contains("name=\"next\" value=\"/join\""),
        "{}",
        page.html
    );
    let page = browser.get("/sign-up").await;
    assert!(page.html.contains("<html lang=\"ro\">"), "it stays chosen");
}

#[tokio::test]
async fn errors_stand_beside_their_fields_and_on_top_where_the_focus_goes() {
    let site = Site::open().await;
    let mut browser = Browser::open(&site);
    let fields = [("name", "Anna"), ("email", "anna"), ("password", "short")];
    let page = browser.post("/sign-up", &fields).await;
    assert_eq!(page.status, 422);
    let summary = page
        .html
        .find("role=\"alert\" tabindex=\"-1\" id=\"errors\" autofocus");
    assert!(summary < page.html.find("<form"), "on top: {}", page.html);
    for field in ["name", "email", "password"] {
        assert!(
            page.html.contains(&format!("<a href=\"#{field}\">")),
            "{field}"
        );
        let help = format!("aria-invalid=\"true\" aria-describedby=\"{field}-help\"");
        assert!(page.html.contains(&help), "{field}: {}", page.html);
    }
    assert!(page.html.contains("value=\"Anna\"") && !page.html.contains("short\""));
}

#[tokio::test]
async fn names_are_asked_once_and_previewed_without_a_script_btx_13() {
    let site = Site::open().await;
    let mut browser = Browser::open(&site);
    let page = browser.get("/sign-up").await;
    assert!(
        page.html
            .contains("<noscript><button name=\"do\" value=\"preview\""),
        "{}",
        page.html
    );
    let fields = [
        ("name", "Анна  Соколова"),
        ("email", "anna@x.test"),
        ("password", "seven-tall-white-doors"),
        ("do", "preview"),
    ];
    let page = browser.post("/sign-up", &fields).await;
    assert_eq!(page.status, 200);
    assert!(
        page.html.contains(">АС</span>") && page.html.contains(">Анна Соколова</b>"),
        "{}",
        page.html
    );
    assert!(page.html.contains("value=\"anna@x.test\""));
    assert_eq!(
        site.subjects_to("anna@x.test").await,
        [""; 0],
        "nothing is sent"
    );
}

#[test]
fn the_font_has_every_letter_that_pages_say() {
    let faces = include_str!("../../../assets/fonts/fonts.css");
    let ranges: Vec<(u32, u32)> = faces
        .split("U+")
        .skip(1)
        .map(|range| {
            let end = range.find([',', ';']).unwrap();
            let (from, to) = range[..end]
                .split_once('-')
                .unwrap_or((&range[..end], &range[..end]));
            let point = |hex: &str| u32::from_str_radix(hex.trim(), 16).unwrap();
            (point(from), point(to))
        })
        .collect();
    let files = [
        include_str!("../../../../../locales/en/pages.ftl"),
        include_str!("../../../../../locales/ru/pages.ftl"),
        include_str!("../../../../../locales/et/pages.ftl"),
        include_str!("../../../../../locales/ro/pages.ftl"),
    ];
    let said = files.iter().flat_map(|file| file.chars());
    let lost: std::collections::BTreeSet<char> = said
        .filter(|letter| !letter.is_control())
        .filter(|letter| {
            let point = u32::from(*letter);
            !ranges
                .iter()
                .any(|(from, to)| (*from..=*to).contains(&point))
        })
        .collect();
    assert!(
        lost.is_empty(),
        "run `cargo xtask gen` with these in: {lost:?}"
    );
}

/// `UI_SPEC` 7.10: the language that was chosen for an invitation, then the visitor's; the inviter's speaks for nobody else.
#[tokio::test]
async fn an_invitation_speaks_the_language_chosen_for_it_then_the_visitors() {
    let site = Site::open().await;
    let plain = site.invite("anna@x.test").await;
    let chosen = MembershipId(site.app.new_id());
    site.give(Command::InvitePerson(InvitePerson {
        membership: chosen,
        contact: "boris@x.test".parse().unwrap(),
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        locale: Some(Locale::Ru),
        message: None,
        staff: None,
    }))
    .await;
    let link = |id: MembershipId| {
        let token = site.app.tokens().token(TokenKind::Invitation, id.0, 1);
        format!("/j/{token}")
    };
    let speaks = |html: &str, tag: &str| html.contains(&format!("<html lang=\"{tag}\">"));
    let mut stranger = Browser::open(&site).wishing("et-EE, en;q=0.5");
    let page = stranger.get(&link(plain)).await.html;
    assert!(speaks(&page, "et"), "Olga reads English: {page}");
    let page = stranger.get(&link(chosen)).await.html;
    assert!(speaks(&page, "ru"), "{page}");
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await.wishing("et");
    let page = anna.get(&link(plain)).await.html;
    assert!(speaks(&page, "en"), "as her account says: {page}");
}
