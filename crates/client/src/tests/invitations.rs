//! Invitations and links as their tabs show them, the dialog that invites, and access levels (R-4, R-20, R-31, R-50 to
//! R-53, `UI_SPEC` 7.4, 7.6).

use doorward_domain::{
    ChangeLink, CloseLink, Command, Delivery, DeliveryState, DeliveryStep, Grant, InvitationState,
    InvitePerson, Level, LevelId, LevelRef, Link, LinkForm, LinkId, MembershipId, Note, Permission,
    PermissionSet, Preset, Record, Refusal, RevokeInvitation, Sent, Side, Status,
};
use uuid::Uuid;

use super::asks;
use super::cast::{
    HERE, START, Seat, business, by_olga, contact, contacts, membership, name, page, pull, sit,
};
use crate::contract::ContactOutcome as O;
use crate::contract::{
    CheckContactsAsk, ContactLine, InvitationAsk, InvitationTab, InvitationsView, InviteForm,
    InviteFormAsk, LevelsAsk, LevelsView,
};
use crate::error::Error;
use crate::view;

const DOORKEEPER: LevelId = LevelId(Uuid::from_u128(0x70));
const LINK: LinkId = LinkId(Uuid::from_u128(0x80));

fn id(number: u128) -> MembershipId {
    MembershipId(Uuid::from_u128(number))
}

/// An open invitation whose term ends so many days after the start, and what became of its letter.
fn invited(number: u128, address: &str, days: i64, state: Option<DeliveryState>) -> Vec<Record> {
    let open = Status::Initiated {
        by: Side::Organisation,
    };
    let mut row = membership(
        number,
        None,
        "Somebody",
        open,
        Some(Grant::of(Preset::Staff)),
    );
    row.name = None;
    row.invitation = Some(Sent {
        giver: by_olga(),
        expires_at: START.plus_millis(days * 86_400_000),
        generation: 1,
        sent_at: None,
        locale: None,
        message: None,
    });
    let mut records = vec![Record::Membership(Box::new(row)), contacts(number, address)];
    let reason = Note::try_from("550 no such user").ok();
    records.extend(state.map(|state| {
        Record::Delivery(Delivery {
            membership: id(number),
            generation: 1,
            steps: vec![DeliveryStep {
                state,
                at: START,
                reason,
            }],
            waits: None,
        })
    }));
    records
}

fn link(uses: u32) -> Record {
    Record::Link(Link {
        id: LINK,
        name: name("Perm desk"),
        form: LinkForm::Link,
        level: Preset::Staff.into(),
        needs_approval: true,
        max_uses: 3,
        domains: std::collections::BTreeSet::new(),
        uses,
        expires_at: START.plus_days(7),
        generation: 1,
        giver: by_olga(),
        closed: false,
    })
}

async fn house(seat: &Seat) {
    let mut rows = business();
    let mut more = vec![
        link(2),
        Record::Level(Level {
            id: DOORKEEPER,
            name: name("Doorkeeper"),
            permissions: PermissionSet::of(&[Permission::BookingsOwn]),
            deleted: false,
        }),
    ];
    more.extend(invited(
        0x40,
        "kadri@example.ee",
        7,
        Some(DeliveryState::Opened),
    ));
    more.extend(invited(
        0x41,
        "j.kask@exmaple.ee",
        7,
        Some(DeliveryState::Bounced),
    ));
    more.extend(invited(
        0x42,
        "late@example.ee",
        0,
        Some(DeliveryState::Sent),
    ));
    for number in 0x50..0x54 {
        more.push(contacts(number, &format!("one{number}@example.ee")));
    }
    rows.records.extend(page(5, more).records);
    pull(&seat.desk, &rows, true).await;
}

async fn tab(seat: &Seat, tab: InvitationTab) -> InvitationsView {
    view::invitations(&seat.desk, &asks::invitations(tab))
        .await
        .unwrap()
}

fn addresses(view: &InvitationsView) -> Vec<&str> {
    let contacts = view.rows.iter().filter_map(|row| row.contact.as_ref());
    contacts.map(doorward_domain::Contact::as_str).collect()
}

#[tokio::test]
async fn invitations_stand_in_the_tab_that_their_term_and_letter_say_r_50_r_53() {
    let place = tempfile::tempdir().unwrap();
    let seat = sit(Some(&place.path().join("account")), START).await;
    house(&seat).await;
    let waiting = tab(&seat, InvitationTab::Waiting).await;
    assert_eq!(addresses(&waiting), ["kadri@example.ee"]);
    assert_eq!(waiting.rows[0].delivery, InvitationState::Opened);
    assert_eq!(waiting.links.len(), 1, "an open link is waited for");
    assert!(waiting.links[0].open);
    let failed = tab(&seat, InvitationTab::Failed).await;
    let row = &failed.rows[0];
    assert_eq!(row.reason.as_deref(), Some("550 no such user"));
    assert_eq!(
        row.did_you_mean,
        Some(contact("j.kask@example.ee")),
        "usual here"
    );
    let expired = tab(&seat, InvitationTab::Expired).await;
    assert_eq!(addresses(&expired), ["late@example.ee"]);
    let counts = &waiting.counts;
    let all = (
        counts.waiting,
        counts.failed,
        counts.expired,
        counts.revoked,
    );
    assert_eq!(all, (2, 1, 1, 0), "with the link");
    let session = view::session(&seat.desk, None).await.unwrap();
    assert_eq!(
        session.organisations[0].failed, counts.failed,
        "as the sidebar says"
    );
}

#[tokio::test]
async fn what_waits_here_moves_invitations_and_links_at_once() {
    let place = tempfile::tempdir().unwrap();
    let seat = sit(Some(&place.path().join("account")), START).await;
    house(&seat).await;
    let revoke = Command::RevokeInvitation(RevokeInvitation {
        membership: id(0x40),
    });
    let revoked = seat.desk.execute(HERE, revoke).await.unwrap();
    let invite = Command::InvitePerson(InvitePerson {
        membership: id(0x60),
        contact: contact("new@example.ee"),
        grant: Grant::of(LevelRef::Own(DOORKEEPER)),
        staff: None,
        name: None,
        position: None,
        locale: None,
        message: None,
    });
    let invited = seat.desk.execute(HERE, invite).await.unwrap();
    let close = Command::CloseLink(CloseLink { link: LINK });
    seat.desk.execute(HERE, close).await.unwrap();
    let waiting = tab(&seat, InvitationTab::Waiting).await;
    assert_eq!(addresses(&waiting), ["new@example.ee"]);
    let row = &waiting.rows[0];
    assert_eq!(
        (row.delivery, row.pending),
        (InvitationState::Queued, Some(invited.id))
    );
    assert_eq!(row.level_name, Some(name("Doorkeeper")));
    assert!(waiting.links.is_empty());
    let gone = tab(&seat, InvitationTab::Revoked).await;
    assert_eq!((gone.rows.len(), gone.links.len()), (1, 1));
    assert_eq!(gone.rows[0].pending, Some(revoked.id));
    assert!(
        gone.links[0].actions.is_empty(),
        "nothing is done to a closed link"
    );
    let found = crate::contract::InvitationsAsk {
        search: Some("new@".into()),
        ..asks::invitations(InvitationTab::Waiting)
    };
    assert_eq!(
        view::invitations(&seat.desk, &found).await.unwrap().total,
        1
    );
    seat.desk.undo(revoked.id).await.unwrap();
    assert_eq!(
        tab(&seat, InvitationTab::Waiting).await.total,
        2,
        "taken back"
    );
}

#[tokio::test]
async fn a_panel_tells_the_way_of_the_letter_and_what_may_be_done() {
    let seat = sit(None, START).await;
    house(&seat).await;
    let ask = InvitationAsk {
        organisation: HERE,
        membership: id(0x42),
    };
    let panel = view::invitation(&seat.desk, &ask).await.unwrap();
    let steps: Vec<InvitationState> = panel.steps.iter().map(|step| step.what).collect();
    assert_eq!(steps, [InvitationState::Sent, InvitationState::Expired]);
    let keys: Vec<&str> = panel.actions.iter().map(|it| it.command.as_str()).collect();
    assert!(keys.contains(&"resend_invitation") && keys.contains(&"revoke_invitation"));
    let member = InvitationAsk {
        membership: id(0x10),
        ..ask
    };
    let none = view::invitation(&seat.desk, &member).await;
    assert!(
        matches!(none, Err(Error::Refused(Refusal::NotFound))),
        "a member is no invitation"
    );
}

#[tokio::test]
async fn a_link_whose_terms_wait_to_change_shows_them_r_52() {
    let seat = sit(None, START).await;
    house(&seat).await;
    let waiting = tab(&seat, InvitationTab::Waiting).await;
    let link = &waiting.links[0];
    assert_eq!((link.used, link.limit), (2, 3));
    let change = Command::ChangeLink(ChangeLink {
        link: LINK,
        name: name("Perm desk"),
        level: Preset::Member.into(),
        needs_approval: true,
        max_uses: 5,
        domains: None,
        regenerate: false,
        based_on: link.version,
    });
    let done = seat.desk.execute(HERE, change).await.unwrap();
    let waiting = tab(&seat, InvitationTab::Waiting).await;
    let link = &waiting.links[0];
    assert_eq!((link.limit, link.pending), (5, Some(done.id)));
    pull(&seat.desk, &page(6, vec![]), false).await;
}

async fn form(seat: &Seat) -> InviteForm {
    let ask = InviteFormAsk { organisation: HERE };
    view::invite_form(&seat.desk, &ask).await.unwrap()
}

#[tokio::test]
async fn the_dialog_starts_at_the_default_and_says_when_links_cannot_be_made_r_31() {
    let seat = sit(None, START).await;
    house(&seat).await;
    let form = form(&seat).await;
    assert_eq!(form.proposed, Some(Preset::Administrator.into()));
    assert!(form.warns, "ACT-11: said before it is sent");
    assert_eq!(form.lowest, Some(Preset::Member.into()));
    assert!(
        form.levels
            .iter()
            .any(|it| it.level == LevelRef::Own(DOORKEEPER))
    );
    assert!(!form.online);
    assert_eq!((form.channels.email, form.channels.link), (None, None));
}

async fn checked(seat: &Seat, typed: &[&str], level: Preset) -> Vec<ContactLine> {
    let ask = CheckContactsAsk {
        organisation: HERE,
        contacts: typed.iter().map(|line| (*line).to_owned()).collect(),
        level: level.into(),
    };
    view::check_contacts(&seat.desk, &ask).await.unwrap().lines
}

#[tokio::test]
async fn contacts_are_judged_by_everything_known_here_r_4_r_6_r_55() {
    let seat = sit(None, START).await;
    house(&seat).await;
    let typed = [
        ("Mari Mets <mari@example.ee>", O::New),
        ("olga@example.ee", O::AlreadyMember),
        ("kadri@example.ee", O::AlreadyInvited),
        ("anna.sok@example.ru", O::RequestWaiting),
        ("late@example.ee", O::New),
        ("not an address", O::Malformed),
        ("mari@example.ee", O::AlreadyInvited),
        ("j@exmaple.ee", O::New),
    ];
    let lines = checked(&seat, &typed.map(|it| it.0), Preset::Staff).await;
    for (line, (typed, outcome)) in lines.iter().zip(typed) {
        assert_eq!((line.typed.as_str(), line.outcome), (typed, outcome));
    }
    assert_eq!(lines[0].name, Some(name("Mari Mets")));
    assert!(
        !lines[0].certain,
        "how many letters somebody got is known to the server alone"
    );
    assert_eq!(lines[1].name, Some(name("Olga Owner")));
    assert_eq!(lines[2].membership, Some(id(0x40)));
    let asked = &lines[3];
    assert_eq!(
        (asked.membership, &asked.refusal),
        (Some(id(0x20)), &None),
        "R-6: approves"
    );
    assert_eq!(lines[7].did_you_mean, Some(contact("j@example.ee")));
    let owner = checked(&seat, &["anna.sok@example.ru"], Preset::Owner).await;
    assert_eq!(owner[0].outcome, O::Refused);
    assert_eq!(
        owner[0].refusal,
        Some(Refusal::NeedsAcceptance),
        "R-6: never at level Owner"
    );
}

async fn levels(seat: &Seat) -> LevelsView {
    let ask = LevelsAsk { organisation: HERE };
    view::levels(&seat.desk, &ask).await.unwrap()
}

#[tokio::test]
async fn levels_say_how_many_have_them_as_the_list_of_people_counts_r_28() {
    let seat = sit(None, START).await;
    house(&seat).await;
    let holders = async |level: LevelRef| {
        let view = levels(&seat).await;
        let column = view
            .levels
            .into_iter()
            .find(|it| it.level == level)
            .unwrap();
        let ask = crate::contract::PeopleAsk {
            level: Some(level),
            ..asks::people()
        };
        let people = view::people(&seat.desk, &ask).await.unwrap();
        assert_eq!(people.total, column.holders, "{level}");
        column.holders
    };
    assert_eq!(holders(Preset::Owner.into()).await, 1);
    assert_eq!(holders(Preset::Staff.into()).await, 3, "invited ones count");
    let invite = Command::InvitePerson(InvitePerson {
        membership: id(0x61),
        contact: contact("another@example.ee"),
        grant: Grant::of(LevelRef::Own(DOORKEEPER)),
        staff: None,
        name: None,
        position: None,
        locale: None,
        message: None,
    });
    seat.desk.execute(HERE, invite).await.unwrap();
    assert_eq!(
        holders(LevelRef::Own(DOORKEEPER)).await,
        1,
        "what waits here counts"
    );
    let view = levels(&seat).await;
    assert_eq!(view.levels.len(), Preset::ALL.len() + 1);
    let grouped: usize = view
        .groups
        .iter()
        .map(|group| group.permissions.iter().count())
        .sum();
    assert_eq!(
        grouped,
        Permission::ALL.len(),
        "every permission stands in one group"
    );
}
