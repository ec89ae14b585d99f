//! Whoever comes to decide requests is told of all that wait by one letter, or by a line of their digest (R-41, RULES 7).

use doorward_domain::{AcceptInvitation, Grant, Letters, Moment, Preset};

use super::digest_tests::{PIRET, asks, gives, morning};
use super::sweep_tests::wants;
use crate::execute::Caller;
use crate::jobs::hand;
use crate::pages::tests::site::Site;

/// A site at which twelve wait, and the Owner knows of them; answers who is about to decide, too.
async fn with_twelve() -> (Site, Caller) {
    let site = Site::open().await;
    site.accept_requests().await;
    for number in 0..12 {
        let email = format!("asker{number}@x.test");
        asks(&site, &format!("Asker {number:02}"), &email).await;
        site.clock.set(Moment(site.app.now().0 + 1));
    }
    let piret = site.person("Piret Decider", PIRET).await;
    (site, piret)
}

/// Has Piret appointed, and those told to whom requests were handed on; answers how many letters that is.
async fn appointed(site: &Site, piret: &Caller) -> usize {
    let own = site
        .invite_at(PIRET, Grant::of(Preset::Administrator))
        .await;
    site.letters().await;
    gives(site, piret, AcceptInvitation { membership: own }).await;
    hand::round(&site.app).await.unwrap()
}

#[tokio::test]
async fn who_comes_to_decide_gets_one_letter_that_counts_who_waits_and_names_the_first_r_41() {
    let (site, piret) = with_twelve().await;
    assert_eq!(appointed(&site, &piret).await, 1);
    let subjects = site.subjects_to(PIRET).await;
    let about = |it: &&String| it.contains("requests at");
    let about: Vec<&String> = subjects.iter().filter(about).collect();
    assert_eq!(
        about,
        ["12 requests at Salong Hortensia are yours to decide"],
        "{subjects:?}"
    );
    assert!(!subjects.iter().any(|it| it.contains("asks to join")));
    let letter = site.letter_to(PIRET).await;
    let at = |name: &str| {
        letter
            .find(name)
            .unwrap_or_else(|| panic!("{name}: {letter}"))
    };
    assert!(at("Asker 00") < at("Asker 09"), "the longest first");
    assert!(!letter.contains("Asker 10"), "{letter}");
    assert!(letter.contains("and 2 more"), "{letter}");
    assert!(
        letter.contains("/me/notices"),
        "it leads somewhere: {letter}"
    );
    assert_eq!(hand::round(&site.app).await.unwrap(), 0, "once");
}

#[tokio::test]
async fn who_wants_a_digest_hears_of_what_was_handed_on_by_a_line_of_it_u10() {
    let (site, piret) = with_twelve().await;
    wants(&site, piret.actor.person().unwrap(), Letters::Daily).await;
    assert_eq!(appointed(&site, &piret).await, 1);
    let before = site.subjects_to(PIRET).await.len();
    morning(&site);
    let subjects = site.subjects_to(PIRET).await;
    assert_eq!(subjects[before..], ["1 thing happened"]);
    let letter = site.letter_to(PIRET).await;
    let line = "Requests to join Salong Hortensia wait for your answer";
    assert!(letter.contains(line), "{letter}");
}
