//! The sweep of RULES 7 goes on with what nobody did: what time brings, what is handed on, and who asks for a new link. Olga
//! owns the organisation, Piret is an Administrator.

use std::collections::BTreeSet;

use doorward_domain::{
    AcceptInvitation, ApproveRequest, Grant, Letters, Locale, Moment, Organisation, Preset,
    ReminderKind, SuspendMember,
};

use super::new_link;
use super::sweep_scenes::found;
use super::sweep_tests::{ANNA, BORIS, CARLA, DORA, EDGAR, PIRET, Story};
use crate::execute;
use crate::jobs::{hand, remind};
use crate::store::letter_facts;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Has the jobs of that instant run, twice, because what was told must not be told again.
async fn at(story: &Story, moment: Moment) {
    story.site.clock.set(moment);
    for _ in 0..2 {
        remind::round(&story.site.app).await.unwrap();
        hand::round(&story.site.app).await.unwrap();
    }
}

/// Since `begun`, on these days people are told that, and nothing on the days between.
async fn days(story: &mut Story, begun: Moment, last: i64, told: &[(i64, &[(usize, &str)])]) {
    for day in 1..=last {
        at(story, begun.plus_millis(day * DAY)).await;
        let expected = told.iter().find(|(of, _)| *of == day);
        let expected = expected.map_or(&[][..], |(_, expected)| expected);
        story.told(expected).await;
    }
}

async fn ends(story: &mut Story) {
    let begun = story.site.app.now();
    let membership = story.asks(BORIS).await;
    story.told(&[(PIRET, "request")]).await;
    let approve = ApproveRequest {
        membership,
        grant: Grant {
            ends_at: Some(begun.plus_millis(9 * DAY)),
            ..Grant::of(Preset::Member)
        },
    };
    story.gives(None, approve).await;
    story.told(&[(PIRET, "decided"), (BORIS, "approved")]).await;
    let told: [(i64, &[_]); 2] = [
        (2, &[(BORIS, "membership_ends_soon")]),
        (8, &[(BORIS, "membership_ends")]),
    ];
    days(story, begun, 10, &told).await;
}

async fn waits(story: &mut Story) {
    let anna = story.asks(ANNA).await;
    let begun = story.site.membership(anna).await.waits_since();
    story.told(&[(PIRET, "request")]).await;
    let told: [(i64, &[_]); 2] = [
        (2, &[(PIRET, "request_waits")]),
        (5, &[(PIRET, "request_escalates")]),
    ];
    days(story, begun, 7, &told).await;
}

async fn invited(story: &mut Story) {
    let invited = story.invite_by(Some(PIRET), CARLA, Preset::Staff).await;
    story.told(&[(CARLA, "invitation")]).await;
    let begun = story.site.membership(invited).await.sent_at().unwrap();
    let told: [(i64, &[_]); 2] = [
        (3, &[(CARLA, "invitation_waits")]),
        (6, &[(CARLA, "invitation_ends")]),
    ];
    days(story, begun, 8, &told).await;
    for _ in 0..2 {
        let (app, now) = (&story.site.app, story.site.app.now());
        let mut tx = app.store().begin().await.unwrap();
        let row = letter_facts::membership(&mut tx, story.site.organisation, invited).await;
        let row = row.unwrap().unwrap();
        let asked = new_link::ask(&mut tx, story.site.organisation, &row, now).await;
        asked.unwrap();
        tx.commit().await.unwrap();
    }
    story.told(&[(PIRET, "new_link_wanted")]).await;
}

async fn handed_on(story: &mut Story) {
    story.asks(EDGAR).await;
    story.told(&[(PIRET, "request")]).await;
    let membership = story.invite_by(None, DORA, Preset::Manager).await;
    story.told(&[(DORA, "invitation")]).await;
    story
        .gives(Some(DORA), AcceptInvitation { membership })
        .await;
    at(story, story.site.app.now()).await;
    story.told(&[(DORA, "requests_handed")]).await;
    story.gives(None, SuspendMember { membership }).await;
    story.told(&[(DORA, "suspended")]).await;
}

/// when the term has passed, those who decide on both sides are told. Dora owns the managing organisation.
async fn escalates(story: &mut Story) {
    managed(story).await;
    let edgar = story.asks(EDGAR).await;
    let begun = story.site.membership(edgar).await.waits_since();
    story.told(&[(PIRET, "request")]).await;
    let both = [(PIRET, "request_escalates"), (DORA, "request_escalates")];
    let told: [(i64, &[_]); 2] = [(2, &[(PIRET, "request_waits")]), (5, &both)];
    days(story, begun, 7, &told).await;
}

/// nobody of the community decides any more, and the manager's only Owner asks to join.
async fn stuck(story: &mut Story) {
    managed(story).await;
    let membership = story.decider;
    story.gives(None, SuspendMember { membership }).await;
    story.told(&[(PIRET, "suspended")]).await;
    let olga = story.site.owner.actor.account().unwrap();
    let suspended = execute::suspend(&story.site.app, &olga.contacts[0], true).await;
    assert!(suspended.is_ok());
    story.asks(DORA).await;
    at(story, story.site.app.now()).await;
    story.told(&[(DORA, "request_stuck")]).await;
}

/// As if the two had agreed on it, of which other scenes tell.
async fn managed(story: &Story) {
    let manager = found(story, DORA, "Harbour House").await;
    let put = |it: &mut Organisation| it.managed_by = Some(manager);
    let app = &story.site.app;
    let done = execute::operate(app, story.site.organisation, "managed", put).await;
    assert!(done.is_ok());
}

#[tokio::test]
async fn time_tells_everybody_exactly_once_in_four_languages_with_and_without_e_mail_r_41_r_43_r_54()
 {
    for locale in Locale::ALL {
        for mail in [true, false] {
            let open = async || Story::open(locale, mail, Letters::AtOnce).await;
            let (mut here, mut above, mut nobody) = (open().await, open().await, open().await);
            ends(&mut here).await;
            invited(&mut here).await;
            waits(&mut here).await;
            handed_on(&mut here).await;
            escalates(&mut above).await;
            stuck(&mut nobody).await;
            let stories = [here, above, nobody];
            let seen: BTreeSet<String> = stories.into_iter().flat_map(|it| it.seen).collect();
            for kind in ReminderKind::ALL {
                assert!(seen.contains(kind.key()), "{kind:?} has no scene");
            }
        }
    }
}
