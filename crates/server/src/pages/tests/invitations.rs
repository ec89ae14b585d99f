//! Invitations by letter: who can take them up, and who cannot.

use doorward_domain::{Command, ResendInvitation, RevokeInvitation, StatusName};

use super::site::{Browser, PASSWORD, Site};

/// The letter's link, which is its own, leads to an account whose sign-in is the address the letter went to (ACT-10,
/// ACT-14); its button confirms, then a password is made (ACT-3, ACT-15, ACT-17, RES-16, RES-17). The letter names who sent it (ACT-13).
#[tokio::test]
async fn an_invited_person_signs_up_and_accepts_in_two_steps() {
    let site = Site::open().await;
    let invitation = site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let mut anna = Browser::open(&site);
    let page = anna.get(&link).await;
    assert_eq!((page.status, page.path.as_str()), (200, "/join"));
    assert!(
        page.html.contains("Olga Ivanova invites you"),
        "ACT-13: {}",
        page.html
    );
    assert!(
        !page.html.contains("anna@x.test") && page.html.contains("a…\u{2060}@x.test"),
        "a stranger sees the address masked"
    );
    let form = anna.post("/join", &[("do", "continue")]).await;
    assert!(
        form.html.contains("anna@x.test"),
        "the letter has shown that the address is theirs"
    );
    let back = anna
        .post(
            "/sign-up",
            &[
                ("name", "Анна Соколова"),
                ("password", PASSWORD),
                ("next", "/join"),
            ],
        )
        .await;
    assert_eq!(back.path, "/join");
    let done = anna.post("/join", &[("do", "accept")]).await;
    assert_eq!(done.status, 200, "{}", done.html);
    assert_eq!(
        site.membership(invitation).await.status.name(),
        StatusName::Approved
    );
    let again = anna.post("/join", &[("do", "accept")]).await;
    assert_eq!(
        again.html, done.html,
        "R-5: the same acceptance gets its first answer again"
    );
}

#[tokio::test]
async fn looking_never_uses_an_invitation_up_s_08_inv_4() {
    let site = Site::open().await;
    let invitation = site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let before = site.membership(invitation).await;
    let mut scanner = Browser::open(&site);
    for _ in 0..5 {
        let seen = scanner.ask(&link, None).await;
        assert_eq!(seen.status, 303);
        assert!(!scanner.has("session"), "nobody is signed in by looking");
        scanner.get("/join").await;
    }
    assert_eq!(site.membership(invitation).await, before, "nothing changed");
}

#[tokio::test]
async fn somebody_elses_account_cannot_accept_s_01_inv_3() {
    let site = Site::open().await;
    site.accept_requests().await;
    let invitation = site.invite("anna@x.test").await;
    site.person("Boris Petrov", "boris@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let mut boris = Browser::signed_in(&site, "boris@x.test").await;
    let page = boris.get(&link).await;
    assert!(
        page.html.contains("Use another account") && page.html.contains("Ask to join as Boris"),
        "{}",
        page.html
    );
    assert!(
        !page.html.contains("value=\"accept\""),
        "there is nothing to accept"
    );
    let refused = boris.post("/join", &[("do", "accept")]).await;
    assert_eq!(refused.status, 403);
    assert!(
        !refused.html.contains("anna@x.test"),
        "the address stays masked"
    );
    assert!(
        site.membership(invitation).await.is_open_invitation(),
        "nothing changed"
    );
    site.person("Anna Sokolova", "anna@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    anna.get(&link).await;
    let done = anna.post("/join", &[("do", "accept")]).await;
    assert_eq!(done.status, 200, "whose it is can still accept");
    let stands = site.membership(invitation).await.status.name();
    assert_eq!(stands, StatusName::Approved);
}

#[tokio::test]
async fn no_field_of_a_form_changes_what_was_stored_s_02() {
    let site = Site::open().await;
    site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let mut anna = Browser::open(&site);
    anna.get(&link).await;
    let honest = [
        ("name", "Anna Sokolova"),
        ("password", PASSWORD),
        ("next", "/join"),
    ];
    for foreign in [
        ("email", "boris@x.test"),
        ("role", "owner"),
        ("organisation", "other"),
    ] {
        let fields: Vec<_> = honest.into_iter().chain([foreign]).collect();
        let seen = anna.post("/sign-up", &fields).await;
        assert_eq!(seen.status, 422, "{foreign:?}");
        assert!(!anna.has("session"), "no account was made");
    }
    let made = anna.post("/sign-up", &honest).await;
    assert!(
        made.html.contains("anna@x.test"),
        "the account is the invited address's: {}",
        made.html
    );
}

#[tokio::test]
async fn a_link_copied_in_the_program_proves_no_mailbox_inv_3() {
    let site = Site::open().await;
    site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let copied = link.split('.').next().unwrap().to_owned();
    let mut somebody = Browser::open(&site);
    assert_eq!(somebody.get(&copied).await.status, 200, "it opens the page");
    let form = somebody.get("/sign-up?next=/join").await;
    assert!(
        form.html.contains("name=\"email\""),
        "whoever has it still confirms an address"
    );
    let forged = format!("{copied}.AAAA");
    assert_eq!(Browser::open(&site).get(&forged).await.status, 404);
}

#[tokio::test]
async fn each_dead_invitation_has_a_page_of_its_own_act_18_act_6_inv_5() {
    let site = Site::open().await;
    let invitation = site.invite("anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    site.give(Command::ResendInvitation(ResendInvitation {
        membership: invitation,
        grant: None,
    }))
    .await;
    let old = Browser::open(&site).get(&link).await;
    assert_eq!(old.status, 410, "resending kills the old secret");
    assert!(old.html.contains("This link was renewed"), "{}", old.html);

    let expiring = site.invite("boris@x.test").await;
    let link = site.link("boris@x.test", "j").await;
    let end = site
        .membership(expiring)
        .await
        .invitation
        .unwrap()
        .expires_at;
    site.clock.set(end);
    let expired = Browser::open(&site).get(&link).await;
    assert_eq!(expired.status, 410);
    assert!(
        expired.html.contains("This invitation has expired"),
        "{}",
        expired.html
    );

    let revoked = site.invite("carol@x.test").await;
    let link = site.link("carol@x.test", "j").await;
    site.give(Command::RevokeInvitation(RevokeInvitation {
        membership: revoked,
    }))
    .await;
    let page = Browser::open(&site).get(&link).await;
    assert!(
        page.status == 410 && page.html.contains("This invitation was withdrawn"),
        "{}",
        page.html
    );
    assert!(
        Browser::open(&site)
            .get("/join")
            .await
            .html
            .contains("Open the link again")
    );
}

#[tokio::test]
async fn declining_is_told_and_final() {
    let site = Site::open().await;
    let invitation = site.invite("anna@x.test").await;
    site.person("Anna Sokolova", "anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    anna.get(&link).await;
    let done = anna.post("/join", &[("do", "decline")]).await;
    assert!(done.html.contains("You declined"), "{}", done.html);
    assert_eq!(
        site.membership(invitation).await.status.name(),
        StatusName::Rejected
    );
    assert!(
        site.letter_to("olga@example.org")
            .await
            .contains("declined your invitation")
    );
}
