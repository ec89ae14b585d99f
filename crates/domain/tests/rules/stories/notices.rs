//! Who is told (RULES 7).

use doorward_domain::{
    About, ChangeLevel, Command, DeliveryState, Grant, NoticeKind, Permission, PermissionSet,
    Preset, Recipients, Refusal, Version, notices, notices_of_delivery, notices_of_refusal,
};

use crate::casebook::*;

/// Everything that is told of a command.
fn told(
    book: &mut Casebook,
    who: Person,
    command: impl Into<Command>,
) -> Vec<(Recipients, NoticeKind)> {
    let command = command.into();
    let mut world = book.world(who, &command);
    let actor = book.actor(who);
    let events = book.does(who, command);
    let signed = doorward_domain::signed(&actor, book.now);
    let version = Version::Revision(book.store.revision);
    let mut told = Vec::new();
    for event in &events {
        doorward_domain::evolve(&mut world, event, version, &signed);
        told.extend(
            notices(&world, event, book.now)
                .into_iter()
                .map(|it| (it.to, it.kind)),
        );
    }
    told
}

fn to(who: Person) -> Recipients {
    Recipients::Person { person: who.id() }
}

fn deciders() -> Recipients {
    let permission = Permission::RequestsDecide;
    Recipients::Holders { permission }
}

#[test]
fn a_request_is_told_to_those_who_decide_and_the_decision_to_the_requester_and_them_r_1() {
    use NoticeKind as K;
    let mut book = Casebook::staffed();
    assert_eq!(told(&mut book, ANNA, request()), [(deciders(), K::Request)]);
    let declined = told(&mut book, KADRI, decline(NEW));
    assert_eq!(
        declined,
        [(to(ANNA), K::Declined), (deciders(), K::Decided)]
    );
    assert_eq!(
        told(&mut book, KADRI, reopen(NEW)),
        [(deciders(), K::Request)]
    );
    let approved = told(&mut book, KADRI, approve(NEW, Preset::Staff));
    assert_eq!(
        approved,
        [(to(ANNA), K::Approved), (deciders(), K::Decided)]
    );
}

#[test]
fn an_invitation_is_told_to_the_contact_and_its_answer_to_the_giver_r_27() {
    use NoticeKind as K;
    let mut book = Casebook::staffed();
    let staff = Grant::of(Preset::Staff);
    let contact = Recipients::Contact {
        contact: ANNA.contact(),
    };
    let sent = told(&mut book, OLGA, invite(ANNA, staff));
    assert_eq!(sent, [(contact.clone(), K::Invitation)]);
    assert_eq!(
        told(&mut book, PIRET, resend(NEW)),
        [(contact, K::Invitation)]
    );
    let mut refusing = book.clone();
    let declined = told(&mut refusing, ANNA, decline_invitation(NEW));
    assert_eq!(declined, [(to(PIRET), K::InvitationDeclined)]);
    assert_eq!(
        told(&mut book, ANNA, accept(NEW)),
        [(to(PIRET), K::Accepted)]
    );
}

#[test]
fn a_meeting_tells_the_giver_r_6() {
    let mut book = Casebook::staffed();
    book.invite(ANNA, Grant::of(Preset::Staff));
    assert_eq!(
        told(&mut book, ANNA, request()),
        [(to(OLGA), NoticeKind::Accepted)]
    );
}

#[test]
fn what_happens_to_a_member_is_told_to_the_member_r_12() {
    use NoticeKind as K;
    let mut book = Casebook::staffed();
    let row = ERIK.membership();
    let version = book.version(row);
    let changed = change_grant(row, Grant::of(Preset::Guest), version);
    assert_eq!(
        told(&mut book, PIRET, changed),
        [(to(ERIK), K::GrantChanged)]
    );
    assert_eq!(
        told(&mut book, PIRET, suspend(row)),
        [(to(ERIK), K::Suspended)]
    );
    assert_eq!(
        told(&mut book, PIRET, resume(row)),
        [(to(ERIK), K::Resumed)]
    );
    let mut left = book.clone();
    assert_eq!(told(&mut left, ERIK, end(row)), [], "they know");
    let mut expired = book.clone();
    assert_eq!(
        told(&mut expired, PIRET, expire(row)),
        [(to(ERIK), K::Ended)]
    );
    assert_eq!(told(&mut book, PIRET, end(row)), [(to(ERIK), K::Ended)]);
    let version = book.version(row);
    let renewed = renew(row, Grant::of(Preset::Staff), version);
    assert_eq!(told(&mut book, PIRET, renewed), [(to(ERIK), K::Renewed)]);
    book.does(PIRET, end(row));
    let added = told(&mut book, PIRET, add(ERIK, Grant::of(Preset::Staff)));
    assert_eq!(added, [(to(ERIK), K::Added)]);
}

#[test]
fn editing_a_level_is_told_to_everybody_who_has_it_r_28() {
    let mut book = Casebook::staffed();
    let level = book.employ_at(ANNA, PermissionSet::of(&[Permission::Chat]));
    let edit = |name: &str, permission| ChangeLevel {
        level,
        name: name.to_owned().try_into().unwrap(),
        permissions: PermissionSet::of(&[permission]),
        based_on: Version::Revision(1),
    };
    let mut renamed = book.clone();
    assert_eq!(
        told(&mut renamed, OLGA, edit("Porter", Permission::Chat)),
        []
    );
    let told = told(&mut book, OLGA, edit("Porter", Permission::Files));
    assert_eq!(told, [(to(ANNA), NoticeKind::GrantChanged)]);
}

#[test]
fn a_lost_right_is_told_to_those_who_may_invite_r_27() {
    let told = notices_of_refusal(&accept(NEW), &Refusal::GiverLostRight);
    let permission = Permission::InvitationsManage;
    assert_eq!(told[0].to, Recipients::Holders { permission });
    assert_eq!(told[0].about, About::Membership(NEW));
    assert_eq!(notices_of_refusal(&accept(NEW), &Refusal::Expired), []);
}

#[test]
fn a_lost_right_behind_a_link_is_told_to_those_who_may_invite_r_27() {
    let mut book = Casebook::staffed();
    let link = book.link(PIRET, Preset::Member);
    book.does(OLGA, suspend(PIRET.membership()));
    book.refuses(ANNA, join(link), "giver_lost_right");
    let told = notices_of_refusal(&join(link), &Refusal::GiverLostRight);
    let permission = Permission::InvitationsManage;
    assert_eq!(told[0].to, Recipients::Holders { permission });
    assert_eq!(
        (told[0].kind, told[0].about),
        (NoticeKind::LinkLostRight, About::Link(link))
    );
    assert_eq!(notices_of_refusal(&join(link), &Refusal::Expired), []);
}

#[test]
fn a_letter_that_reaches_nobody_is_told_to_who_answers_for_it_r_53() {
    use DeliveryState as D;
    let mut book = Casebook::staffed();
    let id = book.invite(ANNA, Grant::of(Preset::Staff));
    let heard = |book: &Casebook, state| {
        let told = notices_of_delivery(book.row(id), state);
        told.into_iter()
            .map(|it| (it.to, it.kind))
            .collect::<Vec<_>>()
    };
    assert_eq!(heard(&book, D::Bounced), [(to(OLGA), NoticeKind::Bounced)]);
    assert_eq!(heard(&book, D::Failed), [(to(OLGA), NoticeKind::Failed)]);
    for quiet in [D::Queued, D::Sent, D::Delivered, D::Opened, D::NotSent] {
        assert_eq!(heard(&book, quiet), [], "{quiet:?}");
    }
    book.does(OLGA, revoke(id));
    assert_eq!(heard(&book, D::Bounced), [], "it is taken back");
}

#[test]
fn kinds_of_notice_have_keys_of_their_own() {
    let keys: std::collections::BTreeSet<_> =
        NoticeKind::ALL.iter().map(|kind| kind.key()).collect();
    assert_eq!(keys.len(), NoticeKind::ALL.len());
    for kind in NoticeKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
    }
}
