//! What waits says why and until when, to those who invited (R-53, `UI_SPEC` 7.5).

use doorward_domain::{Delay, DeliveryState, DeliveryWait};

use super::phones::{Phones, delivery, invite};
use super::site::Site;
use crate::doorbell::Bell;
use crate::letters;

const MINUTE: i64 = 60 * 1000;

#[tokio::test]
async fn a_text_message_beyond_the_days_limit_says_when_it_goes_on_r_53_sms_1() {
    let phones = Phones::open("organisation_per_day = 1").await;
    let (site, organisation) = (&phones.site, phones.site.organisation);
    let first = invite(site, organisation, "+37255500001").await;
    let second = invite(site, organisation, "+37255500002").await;
    assert_eq!(phones.texts().await.len(), 1);
    let (one, two) = (
        delivery(site, organisation, first).await,
        delivery(site, organisation, second).await,
    );
    let (sent, held) = if one.state() == DeliveryState::Sent {
        (one, two)
    } else {
        (two, one)
    };
    assert_eq!((sent.state(), sent.waits), (DeliveryState::Sent, None));
    assert_eq!(held.waits, None, "a hitch of seconds is not told");
    for _ in 0..3 {
        phones.wait(MINUTE);
        assert_eq!(phones.texts().await.len(), 1);
    }
    let waits = delivery(site, organisation, held.membership).await;
    assert_eq!(waits.state(), DeliveryState::Queued);
    let until = site.clock.now().plus_millis(80 * 1000);
    let why = Delay::Limit;
    assert_eq!(waits.waits, Some(DeliveryWait { why, until }));
    phones.wait(24 * 60 * MINUTE);
    assert_eq!(phones.texts().await.len(), 2, "the next day it goes");
    let gone = delivery(site, organisation, held.membership).await;
    assert_eq!((gone.state(), gone.waits), (DeliveryState::Sent, None));
    let told = site.subjects_to("olga@example.org").await;
    assert_eq!(told, [""; 0], "nobody gets a letter because one waits");
}

#[tokio::test]
async fn a_letter_that_nobody_takes_says_when_it_is_tried_again_r_53() {
    let port = {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        taken.local_addr().unwrap().port()
    };
    let mail = format!(
        "[mail]\ntransport = 'smtp'\nsmtp_host = '127.0.0.1'\nsmtp_tls = 'none'\nsmtp_port = {port}"
    );
    let site = Site::with(&mail).await;
    let id = site.invite("anna@x.test").await;
    for _ in 0..4 {
        letters::send_all(&site.app).await;
        site.clock.set(site.clock.now().plus_millis(MINUTE));
    }
    let fares = delivery(&site, site.organisation, id).await;
    assert_eq!(fares.state(), DeliveryState::Queued);
    let waits = fares.waits.unwrap();
    assert_eq!(waits.why, Delay::Unusable);
    assert_eq!(waits.until, site.clock.now().plus_millis(20 * 1000));
}

#[tokio::test]
async fn letters_that_wait_on_are_told_of_together_and_not_again_within_an_hour_r_53() {
    let mail =
        "[mail]\ntransport = 'smtp'\nsmtp_host = '127.0.0.1'\nsmtp_tls = 'none'\nsmtp_port = 9";
    let site = Site::with(mail).await;
    let mut bells = site.app.doorbell().listen();
    let ids = [
        site.invite("anna@x.test").await,
        site.invite("boris@x.test").await,
    ];
    let mut rings = async |rounds: usize| {
        while bells.try_recv().is_ok() {}
        for _ in 0..rounds {
            letters::send_all(&site.app).await;
            site.clock.set(site.clock.now().plus_millis(3 * MINUTE));
        }
        let mut rung = 0;
        while let Ok(bell) = bells.try_recv() {
            rung += usize::from(matches!(bell, Bell::Organisation { .. }));
        }
        rung
    };
    assert_eq!(rings(3).await, 0, "a hitch of seconds is not told");
    assert_eq!(rings(1).await, 1, "both at once");
    let mut told = Vec::new();
    for id in ids {
        told.push(delivery(&site, site.organisation, id).await.waits.unwrap());
    }
    assert_eq!(rings(3).await, 0, "still the same, and about as long");
    site.clock.set(site.clock.now().plus_millis(60 * MINUTE));
    assert_eq!(rings(1).await, 1, "another hour");
    for (id, before) in ids.into_iter().zip(told) {
        let now = delivery(&site, site.organisation, id).await.waits.unwrap();
        assert!(now.until > before.until, "{now:?}");
    }
}
