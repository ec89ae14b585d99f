//! One person's address in other spellings, and other addresses that look like theirs, at every door (S-54, S-55, IDN-1).

use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Preset, Refusal, StatusName};
use doorward_protocol::Outcome;

use super::site::{Browser, PASSWORD, Site};
use crate::execute;

const MIKE: &str = "mike@example.org";
/// The Cyrillic letters in these look like Latin ones, the others fold to them by one rule or another.
const ALIKE: [&str; 3] = [
    "m\u{131}ke@example.org",
    "mike@exampl\u{435}.org",
    "\u{ff4d}ike@example.org",
];

async fn invited(site: &Site, contact: &str) -> (MembershipId, Outcome) {
    let membership = MembershipId(site.app.new_id());
    let invite = InvitePerson {
        membership,
        contact: contact.parse().unwrap(),
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    let outcome = site.give(Command::InvitePerson(invite)).await;
    (membership, outcome)
}

/// Whether the letters so far were all written to one of these.
async fn written_to(site: &Site) -> std::collections::BTreeSet<String> {
    let letters = site.letters().await.into_iter();
    let to = |letter: String| {
        let line = letter.lines().find(|it| it.starts_with("To: ")).unwrap();
        line.trim_start_matches("To: ").to_owned()
    };
    letters.map(to).collect()
}

#[tokio::test]
async fn s_54_only_another_case_of_its_letters_is_the_same_login() {
    let site = Site::open().await;
    site.person("Mike Ivanov", MIKE).await;
    for (email, known) in [("MIKE@EXAMPLE.ORG", true), (" Mike@Example.org ", true)]
        .into_iter()
        .chain(ALIKE.map(|it| (it, false)))
    {
        let fields = [("email", email), ("password", PASSWORD)];
        let mut browser = Browser::open(&site);
        browser.post("/sign-in", &fields).await;
        assert_eq!(browser.has("session"), known, "{email} signs in");
    }
}

#[tokio::test]
async fn s_54_a_new_password_goes_to_the_stored_spelling_and_to_nobody_alike() {
    let site = Site::open().await;
    site.person("Mike Ivanov", MIKE).await;
    for email in ALIKE {
        let mut browser = Browser::open(&site);
        browser.post("/forgot", &[("email", email)]).await;
    }
    assert_eq!(written_to(&site).await.len(), 0, "nobody asked for Mike");
    let mut browser = Browser::open(&site);
    let asked = browser.post("/forgot", &[("email", "MIKE@EXAMPLE.ORG")]);
    assert_eq!(asked.await.status, 202);
    assert_eq!(written_to(&site).await, [MIKE.to_owned()].into());
    let link = site.link(MIKE, "reset").await;
    assert_eq!(Browser::open(&site).get(&link).await.status, 200);
}

#[tokio::test]
async fn s_54_who_signs_up_alike_is_somebody_else() {
    let site = Site::open().await;
    site.person("Mike Ivanov", MIKE).await;
    let sign_up = |email: &'static str| {
        [
            ("name", "Mallory Tamm"),
            ("email", email),
            ("password", PASSWORD),
        ]
    };
    let mut taken = Browser::open(&site);
    let seen = taken.post("/sign-up", &sign_up("MIKE@EXAMPLE.ORG")).await;
    assert!(seen.status < 400, "{}", seen.html);
    for email in ALIKE {
        let mut browser = Browser::open(&site);
        browser.post("/sign-up", &sign_up(email)).await;
        assert!(!browser.has("session"), "nobody is in before the letter");
    }
    // Of these four, one was Mike: he alone is told that he has an account, in the stored spelling.
    let told = site.subjects_to(MIKE).await;
    assert_eq!(told.len(), 1, "{told:?}");
    for to in written_to(&site).await {
        assert!(to == MIKE || !to.contains("mike@example.org"), "{to}");
    }
    let fields = [("email", MIKE), ("password", PASSWORD)];
    let mut mike = Browser::open(&site);
    mike.post("/sign-in", &fields).await;
    assert!(
        mike.get("/me").await.html.contains("Mike"),
        "he is who he was"
    );
}

#[tokio::test]
async fn s_54_an_invitation_for_somebody_alike_is_accepted_by_nobody_but_them() {
    let site = Site::open().await;
    let mike = site.person("Mike Ivanov", MIKE).await;
    for email in ALIKE {
        let (membership, outcome) = invited(&site, email).await;
        assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
        let accept = doorward_domain::AcceptInvitation { membership };
        let answer = execute::one(&site.app, site.organisation, &mike, accept.into()).await;
        let refusal = match answer.unwrap() {
            Outcome::Refused { refusal } => refusal,
            other @ (Outcome::Applied { .. } | Outcome::NoChange { .. }) => panic!("{other:?}"),
        };
        let is_elsewhere = matches!(refusal, Refusal::AddressMismatch { .. });
        assert!(is_elsewhere, "{email}: {refusal:?}");
    }
    assert!(!written_to(&site).await.contains(MIKE));
    let (id, _) = invited(&site, "MIKE@EXAMPLE.ORG").await;
    let link = site.link(MIKE, "j").await;
    let mut browser = Browser::signed_in(&site, MIKE).await;
    browser.get(&link).await;
    let done = browser.post("/join", &[("do", "accept")]).await;
    assert_eq!(done.status, 200, "{}", done.html);
    let row = site.membership(id).await;
    assert_eq!(row.status.name(), StatusName::Approved);
}

#[tokio::test]
async fn s_55_the_same_address_spelt_otherwise_is_one_open_invitation_that_is_accepted() {
    let site = Site::open().await;
    for (number, (account, spellings)) in [
        ("anna@x.test", [" Anna@X.Test ", "ANNA@x.test"]),
        (
            "jos\u{e9}@x.test",
            ["jose\u{301}@x.test", "JOSe\u{301}@X.test"],
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let stored: doorward_domain::Contact = account.parse().unwrap();
        site.person("Some Body", account).await;
        let (first, outcome) = invited(&site, spellings[0]).await;
        assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
        for again in [account, spellings[0], spellings[1]] {
            let (_, outcome) = invited(&site, again).await;
            let refusal = Refusal::AlreadyInvited { membership: first };
            assert_eq!(
                outcome,
                Outcome::Refused { refusal },
                "one is open: {again}"
            );
        }
        let mut browser = Browser::open(&site);
        let fields = [("email", spellings[1]), ("password", PASSWORD)];
        browser.post("/sign-in", &fields).await;
        assert!(browser.has("session"), "{stored}");
        let page = browser.get("/me").await.html;
        assert!(page.contains("value=\"accept\""), "{number}: {page}");
        let organisation = site.organisation.to_string();
        let fields = [
            ("do", "accept"),
            ("organisation", organisation.as_str()),
            ("membership", &first.to_string()),
        ];
        let done = browser.post("/me", &fields).await;
        assert_eq!(done.status, 200, "{}", done.html);
        let row = site.membership(first).await;
        assert_eq!(row.status.name(), StatusName::Approved);
    }
}
