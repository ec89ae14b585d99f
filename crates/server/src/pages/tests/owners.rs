//! Ownership that is offered can be accepted on the pages too, with the password asked again.

use doorward_domain::{Grant, OfferOwnership, Preset, WithdrawOffer};
use doorward_protocol::Outcome;

use super::site::{Browser, PASSWORD, Site};

#[tokio::test]
async fn whoever_is_offered_ownership_accepts_it_with_their_password_r_24() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Member);
    let id = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let offer = OfferOwnership {
        membership: id,
        step_down: true,
    };
    assert!(!anna.get("/me").await.html.contains("offers you ownership"));
    let outcome = site.give(offer.clone().into()).await;
    assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    let page = anna.get("/me").await.html;
    assert!(page.contains("Olga Ivanova offers you ownership"), "{page}");

    let (organisation, membership) = (site.organisation.to_string(), id.to_string());
    let fields = |password| {
        [
            ("do", "own"),
            ("organisation", &*organisation),
            ("membership", &*membership),
            ("password", password),
        ]
    };
    let page = anna.post("/me", &fields("something else")).await.html;
    assert!(page.contains("This is not your password"), "{page}");
    let owns = async || {
        site.membership(id)
            .await
            .grant
            .is_some_and(|it| it.is_owner())
    };
    assert!(!owns().await);
    let page = anna.post("/me", &fields(PASSWORD)).await.html;
    assert!(
        page.contains("You are Owner of Salong Hortensia now"),
        "{page}"
    );
    assert!(owns().await);
}

#[tokio::test]
async fn an_offer_that_was_withdrawn_or_has_passed_is_not_shown_r_24() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Member);
    let id = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let offer = OfferOwnership {
        membership: id,
        step_down: false,
    };
    site.give(offer.clone().into()).await;
    assert!(anna.get("/me").await.html.contains("value=\"own\""));
    site.give(WithdrawOffer { membership: id }.into()).await;
    assert!(!anna.get("/me").await.html.contains("value=\"own\""));
    site.give(offer.into()).await;
    site.clock.set(site.app.now().plus_days(7));
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    assert!(!anna.get("/me").await.html.contains("value=\"own\""));
}
