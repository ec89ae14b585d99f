//! The public side: whom an organisation's page, its list for programs and a member's page show, and whom not.

use doorward_domain::{
    Command, EndMembership, Grant, MembershipId, Preset, ResumeMember, SetVisibility, Standing,
    SuspendMember,
};

use super::site::{Browser, Site};

async fn shows(site: &Site, email: &str, membership: MembershipId, visible: bool) {
    let mut browser = Browser::signed_in(site, email).await;
    let organisation = site.organisation.to_string();
    let membership = membership.to_string();
    let fields = [
        ("do", if visible { "show" } else { "hide" }),
        ("organisation", organisation.as_str()),
        ("membership", membership.as_str()),
    ];
    assert_eq!(browser.post("/me", &fields).await.status, 200);
}

/// What everybody sees: the organisation's page and the list for programs, which must agree.
async fn seen(site: &Site) -> Vec<String> {
    let mut nobody = Browser::open(site);
    let list = nobody
        .get(&format!(
            "/v1/public/organisations/{}/members",
            site.organisation
        ))
        .await;
    let page = nobody.get(&format!("/o/{}", site.organisation)).await;
    assert_eq!(list.status, page.status);
    if list.status == 404 {
        return Vec::new();
    }
    let list: serde_json::Value = serde_json::from_str(&list.html).unwrap();
    let names = list["members"].as_array().unwrap().iter();
    let names: Vec<String> = names
        .map(|it| it["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(list["total"], names.len());
    for name in &names {
        assert!(page.html.contains(name), "{name}: {}", page.html);
    }
    assert_eq!(page.html.matches("href=\"/p/").count(), names.len());
    names
}

async fn anna(site: &Site) -> MembershipId {
    let grant = Grant::of(Preset::Staff);
    site.join_as("Anna Sokolova", "anna@x.test", grant).await
}

#[tokio::test]
async fn only_who_is_approved_in_force_and_chose_it_is_listed_bel_6_bel_5() {
    let site = Site::open().await;
    let row = anna(&site).await;
    assert!(seen(&site).await.is_empty(), "visibility starts off");
    shows(&site, "anna@x.test", row, true).await;
    assert_eq!(seen(&site).await, ["Anna Sokolova"]);
    shows(&site, "anna@x.test", row, false).await;
    assert!(seen(&site).await.is_empty());
    shows(&site, "anna@x.test", row, true).await;

    site.give(Command::SuspendMember(SuspendMember { membership: row }))
        .await;
    assert!(seen(&site).await.is_empty(), "R-12");
    site.give(Command::ResumeMember(ResumeMember { membership: row }))
        .await;
    assert_eq!(seen(&site).await.len(), 1);
    site.stands(Standing::Deactivated).await;
    assert!(seen(&site).await.is_empty(), "R-1");
    site.stands(Standing::Active).await;
    site.suspend("anna@x.test").await;
    assert!(seen(&site).await.is_empty(), "R-1: the account");
}

/// Whether the list of Olga's memberships leads to the organisation's page, which is there then and else is not.
async fn leads_there(site: &Site) -> bool {
    let path = format!("/o/{}", site.organisation);
    let mut olga = Browser::signed_in(site, "olga@example.org").await;
    let me = olga.get("/me").await.html;
    let leads = me.contains(&format!("href=\"{path}\""));
    let status = Browser::open(site).get(&path).await.status;
    assert_eq!(status, if leads { 200 } else { 404 });
    leads
}

#[tokio::test]
async fn the_list_of_memberships_leads_to_the_pages_that_there_are() {
    let site = Site::open().await;
    let row = anna(&site).await;
    assert!(!leads_there(&site).await, "nobody is listed");
    shows(&site, "anna@x.test", row, true).await;
    assert!(leads_there(&site).await, "Anna is");
    site.give(Command::SuspendMember(SuspendMember { membership: row }))
        .await;
    assert!(!leads_there(&site).await, "R-12");
    site.accept_requests().await;
    assert!(leads_there(&site).await, "it takes requests");
    site.stands(Standing::Deactivated).await;
    assert!(!leads_there(&site).await, "R-1");
}

#[tokio::test]
async fn a_membership_that_ended_or_waits_is_shown_to_nobody_bel_6_bel_12() {
    let site = Site::open().await;
    site.accept_requests().await;
    let row = anna(&site).await;
    shows(&site, "anna@x.test", row, true).await;
    assert_eq!(seen(&site).await.len(), 1);
    site.give(Command::EndMembership(EndMembership { membership: row }))
        .await;
    assert!(seen(&site).await.is_empty(), "BEL-13");
    let invited = site.invite("boris@x.test").await;
    let outcome = site
        .give(Command::SetVisibility(SetVisibility {
            membership: invited,
            visible: true,
        }))
        .await;
    assert!(
        matches!(outcome, doorward_protocol::Outcome::Refused { .. }),
        "OLV-37: {outcome:?}"
    );
    assert!(seen(&site).await.is_empty());
}

#[tokio::test]
async fn a_member_s_page_shows_where_they_are_listed_bel_7_olv_19() {
    let site = Site::open().await;
    let row = anna(&site).await;
    let person = site.membership(row).await.person.unwrap();
    let address = format!("/p/{person}");
    let mut nobody = Browser::open(&site);
    let unknown = nobody.get(&format!("/p/{}", site.app.new_id())).await;
    let hidden = nobody.get(&address).await;
    assert_eq!((unknown.status, hidden.status), (404, 404));
    shows(&site, "anna@x.test", row, true).await;
    let page = nobody.get(&address).await;
    assert_eq!(page.status, 200);
    let organisation = format!("href=\"/o/{}\"", site.organisation);
    for part in ["Anna Sokolova", "Salong Hortensia", &organisation] {
        assert!(page.html.contains(part), "{part}: {}", page.html);
    }
    assert!(!page.html.contains("anna@x.test"), "contacts stay private");
    let mut own = Browser::signed_in(&site, "anna@x.test").await;
    let mine = own.get("/me").await.html;
    assert!(mine.contains(&format!("href=\"{address}\"")), "{mine}");
}

/// What a membership is for: the organisation on the member's page, the public list of members, and looking after them.
#[tokio::test]
async fn one_membership_serves_the_member_s_page_the_public_list_and_administration_bel_3() {
    let site = Site::open().await;
    let row = anna(&site).await;
    shows(&site, "anna@x.test", row, true).await;
    let person = site.membership(row).await.person.unwrap();
    let page = Browser::open(&site).get(&format!("/p/{person}")).await;
    assert!(page.html.contains("Salong Hortensia"), "{}", page.html);
    assert_eq!(seen(&site).await, ["Anna Sokolova"]);
    let suspend = SuspendMember { membership: row };
    let outcome = site.give(Command::SuspendMember(suspend)).await;
    let done = matches!(outcome, doorward_protocol::Outcome::Applied { .. });
    assert!(done && site.membership(row).await.suspended, "{outcome:?}");
}

#[tokio::test]
async fn an_organisation_s_page_leads_to_its_application_and_to_one_s_membership_bel_25_bel_26() {
    let site = Site::open().await;
    let page = format!("/o/{}", site.organisation);
    let application = format!("href=\"/c/{}\"", site.organisation);
    let mut nobody = Browser::open(&site);
    assert_eq!(
        nobody.get(&page).await.status,
        404,
        "nothing of it is public"
    );
    site.accept_requests().await;
    let seen = nobody.get(&page).await;
    assert!(seen.html.contains(&application), "{}", seen.html);
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    let seen = olga.get(&page).await.html;
    assert!(seen.contains("My membership") && !seen.contains(&application));
    assert_eq!(nobody.get("/o/x").await.status, 404);
}

/// BEL-26: from one's own memberships the page of the organisation is reached, where it has one.
#[tokio::test]
async fn the_name_among_one_s_memberships_leads_to_the_page_where_there_is_one_bel_26() {
    let site = Site::open().await;
    anna(&site).await;
    let link = format!("<a href=\"/o/{}\">Salong Hortensia</a>", site.organisation);
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let before = anna.get("/me").await.html;
    assert!(before.contains("Salong Hortensia") && !before.contains(&link));
    site.accept_requests().await;
    let page = anna.get("/me").await.html;
    assert!(page.contains(&link), "{page}");
}
