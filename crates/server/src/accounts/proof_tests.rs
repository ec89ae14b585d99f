//! A sign-in is fresh for ten minutes, and again once its person has proved who they are (RULES 6, SES-5).

use doorward_domain::{Command, Grant, MembershipId, OfferOwnership, Preset};
use doorward_protocol::Outcome;

use super::bearer::SignedInDevice;
use super::sign_in::{self, Begun, NotIn, Proof};
use crate::execute;
use crate::pages::tests::site::{PASSWORD, Site};
use crate::store::sessions::Surface;

const TEN_MINUTES: i64 = 10 * 60 * 1000;

async fn begin(site: &Site, proof: Proof) -> Begun {
    let person = site.owner.actor.person().unwrap();
    sign_in::begin(&site.app, person, proof, Surface::Desktop, "Desk")
        .await
        .unwrap()
}

async fn device(site: &Site, begun: &Begun) -> SignedInDevice {
    let found = SignedInDevice::of(&site.app, &begun.token, None).await;
    found.unwrap().unwrap()
}

async fn offers(site: &Site, begun: &Begun, membership: MembershipId) -> Result<(), &'static str> {
    let step_down = false;
    let offer = Command::OfferOwnership(OfferOwnership {
        membership,
        step_down,
    });
    let caller = device(site, begun).await.caller;
    match execute::one(&site.app, site.organisation, &caller, offer)
        .await
        .unwrap()
    {
        Outcome::Refused { refusal } => Err(refusal.code()),
        Outcome::Applied { .. } | Outcome::NoChange { .. } => Ok(()),
    }
}

async fn member(site: &Site) -> MembershipId {
    let anna = site.person("Anna Sokolova", "anna@x.test").await;
    let membership = site
        .invite_at("anna@x.test", Grant::of(Preset::Administrator))
        .await;
    let accept = doorward_domain::AcceptInvitation { membership };
    let outcome = execute::one(&site.app, site.organisation, &anna, accept.into())
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    membership
}

#[tokio::test]
async fn a_sign_in_is_fresh_for_ten_minutes_and_again_once_proved_r_24_ses_5() {
    let site = Site::open().await;
    let anna = member(&site).await;
    let begun = begin(&site, Proof::Own).await;
    let elsewhere = begin(&site, Proof::Own).await;
    site.clock.set(site.app.now().plus_millis(TEN_MINUTES));
    assert_eq!(offers(&site, &begun, anna).await, Err("sign_in_again"));

    let desk = device(&site, &begun).await;
    let wrong = sign_in::prove_and_keep(&site.app, &desk, "not the password", "").await;
    assert!(matches!(wrong, Err(NotIn::Wrong)), "{wrong:?}");
    assert_eq!(offers(&site, &begun, anna).await, Err("sign_in_again"));

    sign_in::prove_and_keep(&site.app, &desk, PASSWORD, "")
        .await
        .unwrap();
    assert_eq!(
        offers(&site, &elsewhere, anna).await,
        Err("sign_in_again"),
        "another device proves for itself"
    );
    assert_eq!(offers(&site, &begun, anna).await, Ok(()));
    site.clock.set(site.app.now().plus_millis(TEN_MINUTES));
    assert_eq!(offers(&site, &begun, anna).await, Err("sign_in_again"));
}

#[tokio::test]
async fn the_word_of_another_site_is_no_fresh_sign_in_ses_5() {
    let site = Site::open().await;
    let anna = member(&site).await;
    let begun = begin(&site, Proof::Elsewhere).await;
    assert_eq!(offers(&site, &begun, anna).await, Err("sign_in_again"));
    let desk = device(&site, &begun).await;
    sign_in::prove_and_keep(&site.app, &desk, PASSWORD, "")
        .await
        .unwrap();
    assert_eq!(offers(&site, &begun, anna).await, Ok(()));
}

#[tokio::test]
async fn the_password_of_somebody_else_proves_nothing_ses_5() {
    let site = Site::open().await;
    let begun = begin(&site, Proof::Own).await;
    let mut desk = device(&site, &begun).await;
    // Whoever holds a session cannot name another account to prove.
    let anna = site.person("Anna Sokolova", "anna@x.test").await;
    desk.account = anna.actor.account().unwrap().clone();
    desk.account.person = site.owner.actor.person().unwrap();
    let proved = sign_in::prove_and_keep(&site.app, &desk, PASSWORD, "").await;
    assert!(matches!(proved, Err(NotIn::Wrong)), "{proved:?}");
}
