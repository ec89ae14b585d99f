//! The table of who may open which page: every route of the pages by everybody there is, each single permission among them
//! (SECURITY ROL-6). A route without a row in the table fails the test.

use doorward_domain::{Grant, Permission, PermissionSet, Preset};

use super::site::{Browser, Site};

/// The routes, as they are written.
const ROUTES: &str = include_str!("../routes.rs");

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Anonymous,
    Stranger,
    Invitee,
    Requester,
    Holder(Permission),
    Administrator,
    Owner,
    Ended,
    OwnerElsewhere,
}

/// Whom a page opens to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opens {
    /// Everybody.
    ToAll,
    /// Everybody sees the same, whatever it is: it takes a secret, or there is nothing.
    Alike,
    /// Whoever is on the way in, and has come by this page first; somebody who is signed in goes on to their memberships.
    ComingIn(&'static str),
    /// Whoever is signed in; everybody else signs in first.
    SignedIn,
    /// Members in force; everybody else hears that there is nothing.
    Inside,
}

/// The table.
fn opens(path: &str) -> Opens {
    match path {
        "/sign-up" | "/sign-in" | "/forgot" | "/help" | "/c/{organisation}"
        | "/o/{organisation}" => Opens::ToAll,
        "/confirm"
        | "/confirm/{token}"
        | "/reset"
        | "/reset/{token}"
        | "/with/{provider}"
        | "/with/{provider}/back"
        | "/join"
        | "/j/{token}"
        | "/p/{person}"
        | "/assets/{name}"
        | "/widget/members.v1.js" => Opens::Alike,
        "/"
        | "/sign-out"
        | "/request"
        | "/me"
        | "/me/notices"
        | "/me/account"
        | "/me/password"
        | "/me/address"
        | "/me/phone"
        | "/me/organisation"
        | "/me/organisation/{organisation}" => Opens::SignedIn,
        "/confirm/code" => Opens::ComingIn("/sign-up"),
        "/with" => Opens::ComingIn("/sign-in"),
        "/me/pass/{organisation}" => Opens::Inside,
        other => panic!("{other} has no row in the table"),
    }
}

/// What comes of a form with nothing in it, and where that is said.
fn comes_to(path: &str, who: Who) -> (u16, String) {
    let signs_in = who == Who::Anonymous && path != "/sign-out";
    match path {
        "/c/{organisation}" if signs_in => (200, "/sign-in".to_owned()),
        _ if signs_in && opens(path) == Opens::SignedIn => (200, format!("/sign-in?next={path}")),
        "/sign-out" | "/c/{organisation}" | "/me" | "/me/notices" | "/me/account" => {
            (200, path.to_owned())
        }
        "/sign-in" => (401, path.to_owned()),
        "/confirm" | "/confirm/code" | "/reset" | "/with" | "/join" => (410, path.to_owned()),
        "/sign-up" | "/forgot" | "/request" | "/me/password" | "/me/address" | "/me/phone"
        | "/me/organisation" => (422, path.to_owned()),
        other => panic!("a form for {other} has no row in the table"),
    }
}

impl Who {
    const fn is_inside(self) -> bool {
        matches!(self, Self::Holder(_) | Self::Administrator | Self::Owner)
    }
}

/// Every route, and whether it takes a form.
fn routes() -> Vec<(&'static str, bool)> {
    let route = |text: &'static str| {
        let path = text.split('"').nth(1).unwrap();
        let end = text.find(".layer(").unwrap_or(text.len());
        (path, text[..end].contains(".post("))
    };
    let found: Vec<_> = ROUTES.split(".route(").skip(1).map(route).collect();
    assert!(found.len() > 20, "the routes are found: {found:?}");
    found
}

fn filled_in(path: &str, site: &Site) -> String {
    let organisation = site.organisation.to_string();
    let owner = site.owner.actor.person().unwrap().to_string();
    path.replace("{organisation}", &organisation)
        .replace("{person}", &owner)
        .replace("{token}", "nobody-made-this")
        .replace("{provider}", "nobody")
        .replace("{name}", "nothing.css")
}

async fn everybody(site: &Site) -> Vec<(Who, Browser<'_>)> {
    site.accept_requests().await;
    let mut emails = vec![(Who::Owner, "olga@example.org".to_owned())];
    let outside = [
        (Who::Stranger, "stranger@x.test"),
        (Who::Invitee, "invitee@x.test"),
        (Who::Requester, "requester@x.test"),
        (Who::OwnerElsewhere, "elsewhere@x.test"),
    ];
    for (who, email) in outside {
        site.person("Anna Sokolova", email).await;
        emails.push((who, email.to_owned()));
    }
    site.invite("invitee@x.test").await;
    let grant = Grant::of(Preset::Administrator);
    site.join_as("Piret Mägi", "admin@x.test", grant).await;
    emails.push((Who::Administrator, "admin@x.test".to_owned()));
    let grant = Grant::of(Preset::Administrator);
    let row = site.join_as("Erik Eelmäe", "ended@x.test", grant).await;
    site.end(row).await;
    emails.push((Who::Ended, "ended@x.test".to_owned()));
    let single = Permission::ALL
        .iter()
        .filter(|it| **it != Permission::OrganisationDelete);
    for (place, one) in single.enumerate() {
        let email = format!("holder{place}@x.test");
        let grant = Grant {
            extras: PermissionSet::of(&[*one]),
            ..Grant::of(Preset::Guest)
        };
        site.join_as("Hanna Holder", &email, grant).await;
        emails.push((Who::Holder(*one), email));
    }
    let mut all = vec![(Who::Anonymous, Browser::open(site))];
    for (who, email) in emails {
        let mut browser = Browser::signed_in(site, &email).await;
        if who == Who::Requester {
            let community = format!("/c/{}", site.organisation);
            browser.post(&community, &[("note", "")]).await;
        }
        if who == Who::OwnerElsewhere {
            let name = [("organisation", "Harbour Lofts")];
            browser.post("/me/organisation", &name).await;
        }
        all.push((who, browser));
    }
    all
}

#[tokio::test]
async fn s_27_everybody_opens_the_pages_that_the_table_says() {
    let limits = "[limits]\nsign_in_per_minute = 10000\nlookups_per_minute = 10000\nrequests_per_hour = 10000\nsign_ups_per_hour = 10000\norganisations_per_hour = 10000";
    let text = format!("sign_up = 'open'\n[mail]\ntransport = 'folder'\n{limits}");
    let site = Site::with(&text).await;
    let mut all = everybody(&site).await;
    let mut wrong = Vec::new();
    for (path, _) in routes() {
        let (opens, filled) = (opens(path), filled_in(path, &site));
        let nobody = Browser::open(&site).get(&filled).await;
        for (who, browser) in &mut all {
            // Each page by itself: what a page with a secret left behind is another's.
            for cookie in ["join", "confirm", "reset", "proven"] {
                browser.edit(cookie, None);
            }
            let seen = browser.get(&filled).await;
            let signs_in = seen.path.starts_with("/sign-in");
            let fits = match opens {
                Opens::ToAll => seen.status == 200,
                Opens::Alike => (seen.status, &seen.path) == (nobody.status, &nobody.path),
                Opens::ComingIn(first) if *who == Who::Anonymous => {
                    (seen.status, seen.path.as_str()) == (200, first)
                }
                Opens::ComingIn(_) => (seen.status, seen.path.as_str()) == (200, "/me"),
                Opens::SignedIn | Opens::Inside if *who == Who::Anonymous => signs_in,
                Opens::SignedIn => seen.status == 200 && !signs_in,
                Opens::Inside => seen.status == if who.is_inside() { 200 } else { 404 },
            };
            if !fits {
                wrong.push(format!("{path} by {who:?}: {} {}", seen.status, seen.path));
            }
        }
    }
    let mut forms: Vec<_> = routes().into_iter().filter(|(_, takes)| *takes).collect();
    // Whoever has signed out is nobody from then on.
    forms.sort_by_key(|(path, _)| *path == "/sign-out");
    for (path, _) in forms {
        let filled = filled_in(path, &site);
        for (who, browser) in &mut all {
            for cookie in ["join", "confirm", "reset"] {
                browser.edit(cookie, None);
            }
            let sent = browser.post(&filled, &[]).await;
            let (status, expected) = comes_to(path, *who);
            let came = (sent.status, sent.path);
            if came != (status, filled_in(&expected, &site)) {
                wrong.push(format!("a form for {path} by {who:?}: {came:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cells: {wrong:#?}", wrong.len());
}
