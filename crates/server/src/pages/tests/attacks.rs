//! Attacks on invitations by their pages (S-04 to S-06, S-12, S-42, S-47).

use doorward_domain::{
    AcceptInvitation, ChangeLink, Command, Grant, InvitePerson, LinkForm, LinkId, MakeLink,
    MembershipId, Moment, Name, OrganisationId, Preset, Reached, Refusal, ResendInvitation,
    RevokeInvitation, StatusName, Version,
};
use doorward_protocol::Outcome;

use super::site::{Browser, PASSWORD, Site};
use crate::store::history;
use crate::tokens::TokenKind;
use crate::{execute, jobs};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Somebody who has an account and has opened the page of their invitation in the browser they are signed in with.
async fn at_the_door<'a>(site: &'a Site, email: &str) -> (MembershipId, Browser<'a>) {
    let invitation = site.invite(email).await;
    let link = site.link(email, "j").await;
    let mut browser = Browser::signed_in(site, email).await;
    assert_eq!(browser.get(&link).await.status, 200);
    (invitation, browser)
}

async fn status(site: &Site, id: MembershipId) -> StatusName {
    site.membership(id).await.status.name()
}

#[tokio::test]
async fn s_04_a_join_that_is_edited_in_the_browser_leads_nowhere_else() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let (annas, mut anna) = at_the_door(&site, "anna@x.test").await;
    let boriss = site.invite("boris@x.test").await;
    let other = site.link("boris@x.test", "j").await;
    let other = other.trim_start_matches("/j/").to_owned();
    let (token, proof) = other.split_once('.').unwrap();
    for (what, cookie, expected) in [
        ("another's link with its proof", Some(other.clone()), 403),
        (
            "another's link as it is copied",
            Some(token.to_owned()),
            403,
        ),
        ("a proof alone", Some(proof.to_owned()), 404),
        ("the id of a row", Some(boriss.to_string()), 404),
        ("nothing", None, 410),
    ] {
        anna.edit("join", cookie.as_deref());
        let answer = anna.post("/join", &[("do", "accept")]).await;
        assert_eq!(answer.status, expected, "{what}: {}", answer.html);
        assert_eq!(status(&site, boriss).await, StatusName::Invited, "{what}");
    }
    for field in [
        "invitation",
        "organisation",
        "membership",
        "token",
        "contact",
    ] {
        anna.edit("join", Some(&other));
        let answer = anna
            .post("/join", &[("do", "accept"), (field, &boriss.to_string())])
            .await;
        assert_eq!(answer.status, 422, "the field {field}");
    }
    assert_eq!(status(&site, annas).await, StatusName::Invited);
    assert_eq!(status(&site, boriss).await, StatusName::Invited);
}

#[tokio::test]
async fn s_05_what_was_revoked_opens_by_no_way() {
    let site = Site::open().await;
    let person = site.person("Anna Sokolova", "anna@x.test").await;
    let (signed_in, mut anna) = at_the_door(&site, "anna@x.test").await;
    let signing_up = site.invite("boris@x.test").await;
    let link = site.link("boris@x.test", "j").await;
    let mut boris = Browser::open(&site);
    boris.get(&link).await;
    boris.post("/join", &[("do", "continue")]).await;
    for membership in [signed_in, signing_up] {
        site.give(Command::RevokeInvitation(RevokeInvitation { membership }))
            .await;
    }
    let page = anna.post("/join", &[("do", "accept")]).await;
    assert_eq!(page.status, 410, "{}", page.html);
    assert!(page.html.contains("This invitation was withdrawn"));
    let fields = [
        ("name", "Boris Petrov"),
        ("password", PASSWORD),
        ("next", "/join"),
    ];
    let page = boris.post("/sign-up", &fields).await;
    assert!(
        page.status >= 400 && !boris.has("session"),
        "no account comes of it: {}",
        page.status
    );
    let me = anna.get("/me").await;
    assert!(
        !me.html.contains("Salong Hortensia"),
        "it is in no list: {}",
        me.html
    );
    let accept = AcceptInvitation {
        membership: signed_in,
    };
    let pushed = execute::one(&site.app, site.organisation, &person, accept.into()).await;
    assert!(
        matches!(
            pushed,
            Ok(Outcome::Refused {
                refusal: Refusal::WrongStatus { .. }
            })
        ),
        "nor does a device accept it: {pushed:?}"
    );
    assert_eq!(
        Browser::open(&site).get(&link).await.status,
        410,
        "an old picture of it"
    );
    for membership in [signed_in, signing_up] {
        assert_eq!(status(&site, membership).await, StatusName::Cancelled);
    }
    let noted = kinds(&site).await;
    let revoked = noted.iter().filter(|it| *it == "invitation_revoked");
    assert_eq!(revoked.count(), 2, "once each: {noted:?}");
}

/// The kinds of what the history says, the newest first.
async fn kinds(site: &Site) -> Vec<String> {
    let mut tx = site.app.store().snapshot().await.unwrap();
    let page = history::page(&mut tx, site.organisation, None, 200).await;
    page.unwrap().into_iter().map(|it| it.kind).collect()
}

#[tokio::test]
async fn s_06_at_its_end_an_invitation_is_expired_without_any_sweeper() {
    let site = Site::open().await;
    for (at, (after, expected)) in [(-1, 200), (0, 410), (1, 410), (30 * DAY, 410)]
        .into_iter()
        .enumerate()
    {
        let email = format!("anna{at}@x.test");
        site.person("Anna Sokolova", &email).await;
        let invitation = site.invite(&email).await;
        let link = site.link(&email, "j").await;
        let sent = site.membership(invitation).await.invitation.unwrap();
        assert_eq!(
            sent.expires_at,
            site.clock.now().plus_millis(7 * DAY),
            "S-07"
        );
        let then = Moment(sent.expires_at.0 + after);
        site.clock.set(then);
        // Sessions and cookies of then are over; the invitation is what is tried here.
        let mut anna = Browser::signed_in(&site, &email).await;
        anna.get(&link).await;
        let page = anna.get("/join").await;
        assert_eq!(
            page.status, expected,
            "{after} ms after its end it is shown so"
        );
        let answer = anna.post("/join", &[("do", "accept")]).await;
        assert_eq!(answer.status, expected, "{after} ms after its end");
        let stands = status(&site, invitation).await;
        let approved = if expected == 200 {
            StatusName::Approved
        } else {
            StatusName::Invited
        };
        assert_eq!(stands, approved, "R-4: it stays initiated");
    }
    // What sweeps by the clock finds nothing left to say.
    site.clock.set(site.clock.now().plus_millis(DAY));
    let before = kinds(&site).await;
    jobs::expire::round(&site.app, site.app.now())
        .await
        .unwrap();
    jobs::close::round(&site.app).await.unwrap();
    jobs::remind::round(&site.app).await.unwrap();
    jobs::tidy(&site.app).await.unwrap();
    assert_eq!(kinds(&site).await, before, "no second end");
}

#[tokio::test]
async fn s_12_a_link_that_was_made_anew_is_dead_for_whoever_holds_the_old_one() {
    let site = Site::open().await;
    let link = LinkId(site.app.new_id());
    let name = || Name::try_from("Entrance").unwrap();
    let make = MakeLink {
        link,
        name: name(),
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: Some(false),
        max_uses: None,
        domains: std::collections::BTreeSet::new(),
    };
    let given = site.give(Command::MakeLink(make)).await;
    let Outcome::Applied { revision } = given else {
        panic!("{given:?}")
    };
    let path = |generation| {
        format!(
            "/j/{}",
            site.app.tokens().token(TokenKind::Link, link.0, generation)
        )
    };
    let mut holders = Vec::new();
    for at in 0..20 {
        let email = format!("holder{at}@x.test");
        site.person("Hanna Holder", &email).await;
        let mut browser = Browser::signed_in(&site, &email).await;
        assert_eq!(browser.get(&path(1)).await.status, 200);
        holders.push(browser);
    }
    let anew = ChangeLink {
        link,
        name: name(),
        level: Preset::Member.into(),
        needs_approval: false,
        max_uses: 25,
        domains: None,
        regenerate: true,
        based_on: Version::Revision(revision),
    };
    let changed = site.give(Command::ChangeLink(anew)).await;
    assert!(matches!(changed, Outcome::Applied { .. }), "{changed:?}");
    for mut holder in holders {
        let answer = holder.post("/join", &[("do", "accept")]).await;
        assert_eq!(answer.status, 410, "the old one: {}", answer.html);
        assert!(
            answer.html.contains("This link was renewed"),
            "{}",
            answer.html
        );
        let me = holder.get("/me").await;
        assert!(!me.html.contains("Salong Hortensia"), "nobody is in by it");
    }
    site.person("Nora Newcomer", "new@x.test").await;
    let mut newcomer = Browser::signed_in(&site, "new@x.test").await;
    assert_eq!(newcomer.get(&path(2)).await.status, 200);
    let answer = newcomer.post("/join", &[("do", "accept")]).await;
    assert_eq!(answer.status, 200, "the new one works");
}

fn inviting(site: &Site, email: &str) -> InvitePerson {
    InvitePerson {
        membership: MembershipId(site.app.new_id()),
        contact: email.parse().unwrap(),
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        locale: None,
        message: None,
        staff: None,
    }
}

#[tokio::test]
async fn s_42_the_page_of_an_invitation_tells_nobody_who_has_an_account() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut pages = Vec::new();
    for email in ["anna@x.test", "abel@x.test"] {
        site.invite(email).await;
        let link = site.link(email, "j").await;
        let page = Browser::open(&site).get(&link).await;
        let names: Vec<String> = page.headers.keys().map(ToString::to_string).collect();
        pages.push((page.status, page.html, names));
        let mut probing = Browser::open(&site);
        probing.get(&link).await;
        let plain = probing.get("/join").await;
        let probed = probing.get("/join?email=boris@x.test").await;
        assert_eq!(
            plain.html.replace(' ', ""),
            probed
                .html
                .replace(' ', "")
                .replace("?email=boris@x.test", "")
        );
        assert!(
            !plain.html.contains("olga@example.org"),
            "the inviter's address is not shown"
        );
    }
    assert_eq!(pages[0], pages[1]);
}

/// So many organisations of the same owner.
async fn houses(site: &Site, many: usize) -> Vec<OrganisationId> {
    let mut houses = vec![site.organisation];
    for house in 1..many {
        let name = Name::try_from(format!("House {house}")).unwrap();
        let founded = execute::found(&site.app, &site.owner, name, None).await;
        houses.push(founded.unwrap().organisation);
    }
    houses
}

#[tokio::test]
async fn s_47_an_address_is_flooded_by_nobody() {
    let site = Site::open().await;
    let houses = houses(&site, 20).await;
    let mut sent = 0;
    for _ in 0..10 {
        for house in &houses {
            let invite = inviting(&site, "anna@x.test");
            let membership = invite.membership;
            let give = |command: Command| execute::one(&site.app, *house, &site.owner, command);
            let invited = give(Command::InvitePerson(invite)).await.unwrap();
            if matches!(invited, Outcome::Applied { .. }) {
                sent += 1;
                let again = ResendInvitation {
                    membership,
                    grant: None,
                };
                let resent = give(again.into()).await.unwrap();
                sent += u32::from(matches!(resent, Outcome::Applied { .. }));
                give(RevokeInvitation { membership }.into()).await.unwrap();
            } else {
                let limits = [Reached::Contact, Reached::Everywhere]
                    .map(|it| Refusal::Limit(Some(it)))
                    .map(|refusal| Outcome::Refused { refusal });
                assert!(limits.contains(&invited), "each further one: {invited:?}");
            }
        }
    }
    assert_eq!(sent, 10, "ten in a day from all together (RAT-2)");
}

#[tokio::test]
async fn s_47_whoever_has_the_letter_stops_invitations_without_an_account() {
    let site = Site::open().await;
    let houses = houses(&site, 2).await;
    site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let mut anna = Browser::open(&site);
    anna.get(&link).await;
    let copied = link.split('.').next().unwrap();
    let mut somebody = Browser::open(&site);
    assert!(
        !somebody.get(copied).await.html.contains("value=\"stop\""),
        "only who has the letter"
    );
    let page = anna.post("/join", &[("do", "stop")]).await;
    assert!(
        page.status == 200 && page.html.contains("No more invitations from here"),
        "{}",
        page.html
    );
    site.clock.set(site.clock.now().plus_millis(9 * DAY));
    let refused = site.give(inviting(&site, "anna@x.test").into()).await;
    assert!(
        matches!(
            refused,
            Outcome::Refused {
                refusal: Refusal::Limit(Some(Reached::Stopped))
            }
        ),
        "however much later: {refused:?}"
    );
    let elsewhere = inviting(&site, "anna@x.test");
    let other = execute::one(&site.app, houses[1], &site.owner, elsewhere.into()).await;
    assert!(
        matches!(other, Ok(Outcome::Applied { .. })),
        "another organisation is another matter: {other:?}"
    );
}
