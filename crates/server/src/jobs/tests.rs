//! The jobs over a real store, by a clock that stands where it is set.

use doorward_domain::{
    AcceptInvitation, ApproveRequest, CancelRequest, ChangeGrant, Command, Grant, MembershipId,
    Moment, Preset, RequestToJoin, ResendInvitation, RevokeInvitation, Settings, StatusName,
    Version,
};
use doorward_protocol::Outcome;

use super::{expire, remind};
use crate::execute::{self, Caller};
use crate::pages::tests::site::Site;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Moves the clock to so many days after `from` and reminds; answers the letters that go out then to somebody.
async fn on_day(site: &Site, from: Moment, days: i64, email: &str) -> Vec<String> {
    let before = letters_to(site, email).await.len();
    site.clock.set(from.plus_millis(days * DAY));
    remind::round(&site.app).await.unwrap();
    remind::round(&site.app).await.unwrap();
    letters_to(site, email).await.split_off(before)
}

/// The subjects of the letters to somebody, in the order in which they were queued.
async fn letters_to(site: &Site, email: &str) -> Vec<String> {
    site.subjects_to(email).await
}

/// A member whose membership ends after so many days.
async fn member(site: &Site, email: &str, days: i64) -> MembershipId {
    let person = site.person("Anna Sokolova", email).await;
    let grant = Grant {
        ends_at: Some(site.app.now().plus_millis(days * DAY)),
        ..Grant::of(Preset::Staff)
    };
    let membership = site.invite_at(email, grant).await;
    let accept = Command::AcceptInvitation(AcceptInvitation { membership });
    let outcome = execute::one(&site.app, site.organisation, &person, accept).await;
    assert!(matches!(outcome, Ok(Outcome::Applied { .. })));
    membership
}

/// Boris asks to join; answers who he is, and his request.
async fn boris_asks(site: &Site) -> (Caller, MembershipId) {
    let boris = site.person("Boris Petrov", "boris@x.test").await;
    let membership = MembershipId(site.app.new_id());
    let ask = RequestToJoin {
        membership,
        position: None,
        note: None,
        answers: Vec::new(),
        locale: None,
    };
    let asked = execute::one(&site.app, site.organisation, &boris, ask.into()).await;
    assert!(matches!(asked, Ok(Outcome::Applied { .. })));
    (boris, membership)
}

#[tokio::test]
async fn an_open_invitation_is_reminded_of_twice_and_never_again_r_54() {
    let site = Site::open().await;
    let begun = site.app.now();
    site.invite("anna@x.test").await;
    assert_eq!(letters_to(&site, "anna@x.test").await.len(), 1);
    let day = async |days| on_day(&site, begun, days, "anna@x.test").await;
    assert_eq!(day(2).await, [""; 0]);
    assert_eq!(
        day(3).await,
        ["Your invitation to Salong Hortensia is waiting"]
    );
    assert_eq!(day(4).await, [""; 0]);
    assert_eq!(
        day(6).await,
        ["Your invitation to Salong Hortensia ends soon"]
    );
    assert_eq!(day(7).await, [""; 0], "it has expired");
    let letter = site.letter_to("anna@x.test").await;
    assert!(
        letter.contains("/j/i"),
        "the reminder carries the link: {letter}"
    );
}

#[tokio::test]
async fn a_reminder_opens_the_door_like_the_first_letter_r_54() {
    let site = Site::open().await;
    let begun = site.app.now();
    site.invite("anna@x.test").await;
    on_day(&site, begun, 3, "anna@x.test").await;
    let link = site.link("anna@x.test", "j").await;
    let mut anna = crate::pages::tests::site::Browser::open(&site);
    assert_eq!(anna.get(&link).await.status, 200);
    let form = anna.post("/join", &[("do", "continue")]).await;
    assert!(
        form.html.contains("anna@x.test"),
        "it shows that the address is theirs"
    );
}

#[tokio::test]
async fn a_resent_invitation_is_reminded_of_anew_and_a_revoked_one_never_r_54() {
    let site = Site::open().await;
    let begun = site.app.now();
    let membership = site.invite("anna@x.test").await;
    assert_eq!(on_day(&site, begun, 3, "anna@x.test").await.len(), 1);
    let resend = ResendInvitation {
        membership,
        grant: None,
    };
    site.give(Command::ResendInvitation(resend)).await;
    letters_to(&site, "anna@x.test").await;
    assert_eq!(on_day(&site, begun, 5, "anna@x.test").await, [""; 0]);
    assert_eq!(on_day(&site, begun, 6, "anna@x.test").await.len(), 1);
    site.give(Command::RevokeInvitation(RevokeInvitation { membership }))
        .await;
    assert_eq!(on_day(&site, begun, 9, "anna@x.test").await, [""; 0]);
}

#[tokio::test]
async fn a_reminder_that_is_no_longer_true_does_not_go_out_r_54() {
    let site = Site::open().await;
    let membership = site.invite("anna@x.test").await;
    letters_to(&site, "anna@x.test").await;
    site.clock.set(site.app.now().plus_millis(3 * DAY));
    assert_eq!(remind::round(&site.app).await.unwrap(), 1, "it is queued");
    site.give(Command::RevokeInvitation(RevokeInvitation { membership }))
        .await;
    assert_eq!(letters_to(&site, "anna@x.test").await.len(), 1);
}

#[tokio::test]
async fn the_organisation_can_switch_reminders_off_r_54() {
    let site = Site::open().await;
    site.settings(|settings| Settings {
        reminders: false,
        ..settings
    })
    .await;
    let begun = site.app.now();
    site.invite("anna@x.test").await;
    letters_to(&site, "anna@x.test").await;
    assert_eq!(on_day(&site, begun, 3, "anna@x.test").await, [""; 0]);
}

#[tokio::test]
async fn those_who_decide_are_reminded_of_a_request_and_hear_when_it_escalates_r_41() {
    let site = Site::open().await;
    site.accept_requests().await;
    let begun = site.app.now();
    let (boris, membership) = boris_asks(&site).await;
    assert_eq!(letters_to(&site, "olga@example.org").await.len(), 1);
    let letter = site.letter_to("olga@example.org").await;
    assert!(
        letter.contains("/me/notices"),
        "it leads somewhere: {letter}"
    );
    let day = async |days| on_day(&site, begun, days, "olga@example.org").await;
    assert_eq!(day(1).await, [""; 0]);
    assert_eq!(
        day(2).await,
        ["Boris Petrov is still waiting for an answer from Salong Hortensia"]
    );
    assert_eq!(day(4).await, [""; 0]);
    assert_eq!(
        day(5).await,
        ["Boris Petrov has been waiting too long for an answer from Salong Hortensia"]
    );
    assert_eq!(day(50).await, [""; 0], "long after its letter is forgotten");
    let cancel = CancelRequest { membership };
    let done = execute::one(&site.app, site.organisation, &boris, cancel.into()).await;
    assert!(matches!(done, Ok(Outcome::Applied { .. })));
    assert_eq!(
        letters_to(&site, "boris@x.test").await,
        [""; 0],
        "nobody is reminded of their own waiting"
    );
}

#[tokio::test]
async fn a_request_that_was_decided_meanwhile_is_not_reminded_of_r_41() {
    let site = Site::open().await;
    site.accept_requests().await;
    let (_, membership) = boris_asks(&site).await;
    letters_to(&site, "olga@example.org").await;
    site.clock.set(site.app.now().plus_millis(2 * DAY));
    assert_eq!(remind::round(&site.app).await.unwrap(), 1, "it is queued");
    let approve = ApproveRequest {
        membership,
        grant: Grant::of(Preset::Member),
    };
    site.give(approve.into()).await;
    let olgas = letters_to(&site, "olga@example.org").await;
    assert_eq!(olgas.len(), 1, "only the request itself: {olgas:?}");
}

#[tokio::test]
async fn a_member_hears_of_the_end_a_week_and_a_day_before_it_rules_7() {
    let site = Site::open().await;
    let begun = site.app.now();
    let id = member(&site, "anna@x.test", 20).await;
    letters_to(&site, "anna@x.test").await;
    let day = async |days| on_day(&site, begun, days, "anna@x.test").await;
    assert_eq!(day(12).await, [""; 0]);
    let soon = day(13).await;
    assert_eq!(soon.len(), 1, "{soon:?}");
    assert!(
        soon[0].starts_with("Your membership of Salong Hortensia ends on"),
        "{soon:?}"
    );
    assert_eq!(day(18).await, [""; 0]);
    assert_eq!(
        day(19).await,
        ["Your membership of Salong Hortensia is about to end"]
    );
    assert_eq!(day(20).await, [""; 0]);
    let longer = ChangeGrant {
        membership: id,
        grant: Grant {
            ends_at: Some(begun.plus_millis(60 * DAY)),
            ..Grant::of(Preset::Staff)
        },
        based_on: site.version(id).await,
        note: None,
    };
    let outcome = site.give(longer.into()).await;
    assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    letters_to(&site, "anna@x.test").await;
    assert_eq!(day(53).await.len(), 1, "another end is another occasion");
}

#[tokio::test]
async fn a_membership_expires_by_itself_only_by_the_organisations_rule_bel_14() {
    let site = Site::open().await;
    let id = member(&site, "anna@x.test", 2).await;
    let endless = member(&site, "boris@x.test", 20).await;
    site.clock.set(site.app.now().plus_millis(2 * DAY));
    let status = async |id| site.membership(id).await.status.name();
    assert_eq!(
        expire::round(&site.app, site.app.now()).await.unwrap(),
        0,
        "the rule is off"
    );
    assert_eq!(status(id).await, StatusName::Approved);
    site.settings(|settings| Settings {
        expire_by_itself: true,
        ..settings
    })
    .await;
    site.clock.set(site.app.now().plus_millis(-1));
    assert_eq!(
        expire::round(&site.app, site.app.now()).await.unwrap(),
        0,
        "not yet"
    );
    site.clock.set(site.app.now().plus_millis(1));
    letters_to(&site, "anna@x.test").await;
    assert_eq!(expire::round(&site.app, site.app.now()).await.unwrap(), 1);
    assert_eq!(status(id).await, StatusName::Expired);
    assert_eq!(status(endless).await, StatusName::Approved);
    let before = site.version(id).await;
    assert_eq!(
        expire::round(&site.app, site.app.now()).await.unwrap(),
        0,
        "once"
    );
    assert_eq!(site.version(id).await, before);
    assert_eq!(
        letters_to(&site, "anna@x.test").await.last().unwrap(),
        "Your membership of Salong Hortensia has ended"
    );
    assert!(matches!(before, Version::Revision(_)));
}

/// A letter that was late, because the mail server was away, says nothing that is no longer so.
#[tokio::test]
async fn a_request_that_was_decided_before_its_letter_went_out_calls_for_no_answer_rules_7() {
    let site = Site::open().await;
    site.accept_requests().await;
    let (_, membership) = boris_asks(&site).await;
    let approve = ApproveRequest {
        membership,
        grant: Grant::of(Preset::Member),
    };
    site.give(approve.into()).await;
    assert_eq!(letters_to(&site, "olga@example.org").await, [""; 0]);
    assert_eq!(letters_to(&site, "boris@x.test").await.len(), 1, "approved");
}
