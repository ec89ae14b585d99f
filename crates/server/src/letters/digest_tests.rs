//! The digest: whoever wants it so is told of everything that may wait by one letter a day, and of each thing once.

use doorward_domain::{
    AcceptInvitation, Command, Grant, Letters, MembershipId, PersonId, Preset, RequestToJoin,
    SuspendMember,
};
use doorward_protocol::Outcome;

use crate::execute::{self, Caller};
use crate::pages::tests::site::{Browser, Site};
use crate::store::accounts;

const PIRET: &str = "piret@x.test";

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

async fn gives(site: &Site, caller: &Caller, command: impl Into<Command>) {
    let outcome = execute::one(&site.app, site.organisation, caller, command.into()).await;
    assert!(
        matches!(outcome, Ok(Outcome::Applied { .. })),
        "{outcome:?}"
    );
}

async fn asks(site: &Site, name: &str, email: &str) {
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

async fn wants(site: &Site, person: PersonId, letters: Letters) {
    let mut tx = site.app.store().begin().await.unwrap();
    accounts::want_letters(&mut tx, person, letters)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Lets the time of the next digest come.
fn morning(site: &Site) {
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
