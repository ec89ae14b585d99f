//! The digest: whoever wants it so is told of everything that may wait by one letter a day, and of each thing once.

use doorward_domain::{
    AcceptInvitation, Command, Grant, Letters, Locale, MembershipId, Preset, RequestToJoin,
    SuspendMember,
};
use doorward_protocol::Outcome;
use mail_parser::MessageParser;

use super::sweep_tests::{Story, changes, invitations, requests, wants};
use crate::execute::{self, Caller};
use crate::pages::tests::site::{Browser, Site};
use crate::store::accounts;
use crate::text::{Value, words};

pub(super) const PIRET: &str = "piret@x.test";

/// A site on which Piret decides requests; answers who she is.
async fn with_piret() -> (Site, Caller, MembershipId) {
    let site = Site::open().await;
    site.accept_requests().await;
    let piret = site.person("Piret Decider", PIRET).await;
    let own = site
        .invite_at(PIRET, Grant::of(Preset::Administrator))
        .await;
    gives(&site, &piret, AcceptInvitation { membership: own }).await;
    site.letters().await;
    (site, piret, own)
}

pub(super) async fn gives(site: &Site, caller: &Caller, command: impl Into<Command>) {
    let outcome = execute::one(&site.app, site.organisation, caller, command.into()).await;
    assert!(
        matches!(outcome, Ok(Outcome::Applied { .. })),
        "{outcome:?}"
    );
}

pub(super) async fn asks(site: &Site, name: &str, email: &str) {
    let who = site.person(name, email).await;
    let request = RequestToJoin {
        membership: MembershipId(site.app.new_id()),
        position: None,
        note: None,
        answers: Vec::new(),
        locale: None,
    };
    gives(site, &who, request).await;
}

/// Lets the time of the next digest come.
pub(super) fn morning(site: &Site) {
    site.clock.set(Letters::next_digest(site.app.now()));
}

#[tokio::test]
async fn a_day_s_news_come_in_one_letter_and_each_of_them_once_u10() {
    let (site, piret, own) = with_piret().await;
    let person = piret.actor.person().unwrap();
    wants(&site, person, Letters::Daily).await;
    let before = site.subjects_to(PIRET).await.len();
    asks(&site, "Anna Asks", "anna@x.test").await;
    asks(&site, "Boris Asks", "boris@x.test").await;
    assert_eq!(site.subjects_to(PIRET).await.len(), before, "they wait");

    // What is about herself does not.
    gives(&site, &site.owner, SuspendMember { membership: own }).await;
    assert_eq!(site.subjects_to(PIRET).await.len(), before + 1);

    morning(&site);
    let subjects = site.subjects_to(PIRET).await;
    assert_eq!(subjects[before + 1..], ["2 things happened"]);
    let letter = site.letter_to(PIRET).await;
    for told in [
        "Anna Asks asks to join Salong Hortensia",
        "Boris Asks asks to join Salong Hortensia",
    ] {
        assert!(letter.contains(told), "{told}: {letter}");
    }
    morning(&site);
    assert_eq!(site.subjects_to(PIRET).await.len(), before + 2, "told once");
}

#[tokio::test]
async fn how_letters_come_is_chosen_on_the_page_of_the_account() {
    let (site, piret, _) = with_piret().await;
    let person = piret.actor.person().unwrap();
    let mut browser = Browser::signed_in(&site, PIRET).await;
    let page = browser.get("/me/account").await;
    assert!(page.html.contains(r#"value="at_once" selected"#));
    let page = browser
        .post("/me/account", &[("do", "letters"), ("letters", "daily")])
        .await;
    assert!(
        page.html.contains(r#"value="daily" selected"#),
        "{}",
        page.html
    );
    let mut tx = site.app.store().snapshot().await.unwrap();
    let chosen = accounts::letters_of(&mut tx, person).await.unwrap();
    drop(tx);
    assert_eq!(chosen, Letters::Daily);
    // What was left for the morning comes then, whatever is chosen since.
    asks(&site, "Anna Asks", "anna@x.test").await;
    site.letters().await;
    wants(&site, person, Letters::AtOnce).await;
    let before = site.subjects_to(PIRET).await.len();
    asks(&site, "Boris Asks", "boris@x.test").await;
    assert_eq!(site.subjects_to(PIRET).await.len(), before + 1, "at once");
    morning(&site);
    let subjects = site.subjects_to(PIRET).await;
    assert_eq!(subjects[before + 1..], ["1 thing happened"]);
}

/// What the decider is told of while two ask to join and the Owner answers, each by its message and whom it is about.
const REQUESTS: [(&str, &str); 4] = [
    ("letter-request-subject", "Anna Asks"),
    ("bell-decided", "Anna Asks"),
    ("letter-request-subject", "Boris Asks"),
    ("bell-decided", "Boris Asks"),
];
/// What they are told of while somebody whom they invited declines, and then accepts: until then all that they know is the
/// address.
const INVITATIONS: [(&str, &str); 2] = [
    ("letter-invitation-declined-subject", "carla.invited@x.test"),
    ("letter-accepted-subject", "Carla Invited"),
];

/// Lets a morning come: the decider gets one letter that tells exactly this, where they have an address, and nobody else
/// any.
async fn digest_tells(story: &mut Story, locale: Locale, news: &[(&str, &str)]) {
    let before = story.site.letters().await.len();
    morning(&story.site);
    let letters = story.site.letters().await;
    let Some(email) = &story.people[0].email else {
        assert_eq!(letters.len(), before, "{locale:?}: the bell has it all");
        return;
    };
    let [letter] = &letters[before..] else {
        panic!("{locale:?}: {:?}", &letters[before..]);
    };
    let letter = MessageParser::default().parse(letter.as_bytes()).unwrap();
    let to = letter.to().and_then(|it| it.first()?.address());
    assert_eq!(to, Some(email.as_str()), "{locale:?}");
    let count = [("count", Value::from(news.len()))];
    let subject = words(locale).say_with("letter-digest-subject", &count);
    assert_eq!(letter.subject(), Some(&*subject), "{locale:?}");
    let line = |(id, name): &(&str, &str)| {
        let values: [(&str, Value<'_>); 3] = [
            ("name", (*name).into()),
            ("organisation", "Salong Hortensia".into()),
            ("by", "Olga Ivanova".into()),
        ];
        words(locale).say_with(id, &values)
    };
    let expected: Vec<String> = news.iter().map(line).collect();
    let text = letter.body_text(0).unwrap();
    let told: Vec<&str> = text
        .lines()
        .filter_map(|it| it.strip_prefix("- "))
        .collect();
    assert_eq!(told, expected, "{locale:?}");
    let html = letter.body_html(0).unwrap();
    for line in &expected {
        assert_eq!(
            html.matches(line).count(),
            1,
            "{locale:?}: {line} in {html}"
        );
    }
    story.settle().await;
}

#[tokio::test]
async fn a_digest_tells_each_thing_exactly_once_in_four_languages_with_and_without_e_mail_u10() {
    for locale in Locale::ALL {
        for mail in [true, false] {
            let mut story = Story::open(locale, mail, Letters::Daily).await;
            let anna = requests(&mut story).await;
            digest_tells(&mut story, locale, &REQUESTS).await;
            // What is about the reader does not wait.
            changes(&mut story, anna).await;
            invitations(&mut story).await;
            digest_tells(&mut story, locale, &INVITATIONS).await;
            morning(&story.site);
            story.told(&[]).await;
        }
    }
}
