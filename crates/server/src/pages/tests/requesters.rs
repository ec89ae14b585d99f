//! The requester's pages, rule by rule: the words of the window, several communities at once, what is private.

use doorward_domain::{ApproveRequest, Command, Grant, MembershipId, Preset};
use doorward_protocol::Outcome;

use super::site::{Browser, Site};
use crate::execute;
use crate::store::accounts;

/// The membership in the first row of a page that can be pressed.
fn first_row(page: &str) -> MembershipId {
    let (_, rest) = page.split_once("name=\"membership\" value=\"").unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

fn approve(membership: MembershipId) -> Command {
    Command::ApproveRequest(ApproveRequest {
        membership,
        grant: Grant::of(Preset::Member),
    })
}

/// OLV-13, OLV-16, OLV-20, OLV-21, OLV-23, OLV-26, OLV-27.
#[tokio::test]
async fn the_window_says_what_is_asked_and_where_the_answer_comes() {
    let site = Site::open().await;
    site.accept_requests().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let mine = anna.get("/me").await.html;
    for part in [
        "Do you belong to a community here? Send it a request",
        "href=\"/request\">Ask to join a community",
    ] {
        assert!(mine.contains(part), "{part}: {mine}");
    }
    let window = anna.get("/request").await.html;
    for part in [
        "<h1>Join a community</h1>",
        "<select id=\"community\" name=\"community\" required",
        "You will read the answer here and at anna@x.test.",
        "Send request",
    ] {
        assert!(window.contains(part), "{part}: {window}");
    }
    let position = window.split("for=\"position\"").nth(1).unwrap();
    let label = position.split("</label>").next().unwrap();
    assert!(label.contains("optional"), "OLV-26: {label}");
}

/// A company, a sole proprietor and a community are one thing here, and asking to join them is one flow (OLV-1). OLV-8, OLV-12, OLV-15, OLV-28, OLV-34, BEL-1, BEL-2, BEL-30, OLV-37.
#[tokio::test]
async fn one_belongs_to_several_communities_at_once() {
    let site = Site::open().await;
    site.accept_requests().await;
    let nord = site.another("Café Nord", true).await;
    let alone = site.another("FIE Kask", true).await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    for (before, id) in [site.organisation, nord, alone].into_iter().enumerate() {
        let id = id.to_string();
        let sent = anna
            .post("/request", &[("community", &id), ("position", "")])
            .await;
        assert!(sent.html.contains("Request sent"), "{}", sent.html);
        let waiting = anna.get("/me").await.html;
        assert!(waiting.contains("data-status=\"requested\""), "OLV-28");
        let switches = waiting.matches("Visible in the public list").count();
        assert_eq!(switches, before, "OLV-37: none for what waits");
        let request = first_row(&waiting);
        let organisation = id.parse().unwrap();
        let outcome = execute::one(&site.app, organisation, &site.owner, approve(request)).await;
        assert!(
            matches!(outcome, Ok(Outcome::Applied { .. })),
            "{outcome:?}"
        );
        // The next request stands on top of what was answered.
        site.clock.set(site.app.now().plus_millis(1000));
        let waiting = anna.get("/me").await.html;
        assert!(!waiting.contains("data-status=\"requested\""), "{waiting}");
    }
    let mine = anna.get("/me").await.html;
    assert_eq!(mine.matches("data-status=\"approved\"").count(), 3);
    assert_eq!(
        mine.matches("Visible in the public list").count(),
        3,
        "OLV-15"
    );
    for part in [
        "Resident Salong Hortensia",
        "Resident Café Nord",
        "Resident FIE Kask",
    ] {
        assert!(mine.contains(part), "{part}: {mine}");
    }
}

/// Personal data and memberships with their rooms are one click from each other; paying is not Doorward's.
#[tokio::test]
async fn one_s_data_and_one_s_memberships_lead_to_each_other_and_say_whom_to_ask_olv_11_olv_14() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Member);
    site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let mine = anna.get("/me").await.html;
    let whom = "To change your position, write to its administrator.";
    for part in ["href=\"/me/account\"", "Access to rooms", whom] {
        assert!(mine.contains(part), "{part}: {mine}");
    }
    let account = anna.get("/me/account").await.html;
    for part in ["Anna Sokolova", "anna@x.test", "href=\"/me\""] {
        assert!(account.contains(part), "{part}: {account}");
    }
}

#[tokio::test]
async fn with_no_address_the_answer_comes_in_the_app_alone_olv_22() {
    let site = Site::open().await;
    site.accept_requests().await;
    let caller = site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let person = caller.actor.person().unwrap();
    let mut tx = site.app.store().begin().await.unwrap();
    let phone = "+3725550001".parse().unwrap();
    accounts::reached_at(&mut tx, person, &phone).await.unwrap();
    tx.commit().await.unwrap();
    let window = anna.get("/request").await.html;
    assert!(
        window.contains("You will read the answer here."),
        "{window}"
    );
    assert!(
        !window.contains("You will read the answer here and at"),
        "{window}"
    );
}

/// BEL-8: what those in charge see of it is tested with the domain's views.
#[tokio::test]
async fn a_membership_is_open_to_its_person_and_to_no_other_visitor_bel_8() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Member);
    let anna = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    site.person("Boris Petrov", "boris@x.test").await;
    let id = anna.to_string();
    for (who, sees) in [("anna@x.test", true), ("boris@x.test", false)] {
        let mut browser = Browser::signed_in(&site, who).await;
        assert_eq!(browser.get("/me").await.html.contains(&id), sees, "{who}");
    }
    let person = site.caller("anna@x.test").await.actor.person().unwrap();
    for address in [format!("/p/{person}"), format!("/o/{}", site.organisation)] {
        assert_eq!(Browser::open(&site).get(&address).await.status, 404);
    }
}
