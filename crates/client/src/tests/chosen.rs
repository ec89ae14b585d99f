//! Conflicts settled line by line whose command does something that has no line of its own (RULES 6, `UI_SPEC` 7.7).

use doorward_domain::{
    ChangeLink, Command, CommandId, Grant, Link, LinkForm, LinkId, Membership, MembershipId,
    Preset, Record, RenewMembership, Side, Status, Version,
};
use uuid::Uuid;

use super::cast::{HERE, START, Seat, business, by_olga, member, name, page, pull, sit};
use super::conflicts::{only, settle};
use crate::contract::{ConflictField as F, ConflictField, ResolutionAsk};
use crate::view;

const LINK: LinkId = LinkId(Uuid::from_u128(0x80));
const ERIK: MembershipId = MembershipId(Uuid::from_u128(0x30));

/// A desk on which a command about a thing was refused, because somebody else had made something else of it meanwhile.
async fn refused(before: Record, mine: Command, theirs: Record) -> (Seat, CommandId) {
    let seat = sit(None, START).await;
    let mut rows = business();
    rows.records.extend(page(5, vec![before]).records);
    pull(&seat.desk, &rows, true).await;
    let done = seat.desk.execute(HERE, mine).await.unwrap();
    settle(&seat, done.id).await;
    pull(&seat.desk, &page(6, vec![theirs]), false).await;
    (seat, done.id)
}

/// What differs, and what comes of keeping theirs in these lines.
async fn chosen(seat: &Seat, id: CommandId, theirs: &[ConflictField]) -> Option<Command> {
    let theirs = theirs.to_vec();
    let ask = ResolutionAsk { id, theirs };
    view::resolution(&seat.desk, &ask).await.unwrap().command
}

async fn lines(seat: &Seat) -> Vec<ConflictField> {
    let card = only(seat).await.conflict.unwrap();
    card.lines.iter().map(|it| it.what).collect()
}

fn link(called: &str, max_uses: u32) -> Link {
    Link {
        id: LINK,
        name: name(called),
        form: LinkForm::Link,
        level: Preset::Staff.into(),
        needs_approval: true,
        max_uses,
        domains: std::collections::BTreeSet::new(),
        uses: 0,
        expires_at: START.plus_days(7),
        generation: 1,
        giver: by_olga(),
        closed: false,
    }
}

fn change(to: Link, regenerate: bool, revision: u64) -> Command {
    Command::ChangeLink(ChangeLink {
        link: LINK,
        name: to.name,
        level: to.level,
        needs_approval: to.needs_approval,
        max_uses: to.max_uses,
        domains: Some(to.domains),
        regenerate,
        based_on: Version::Revision(revision),
    })
}

/// A secret that leaked is made anew whatever the link is called.
#[tokio::test]
async fn a_secret_is_made_anew_whichever_lines_are_kept() {
    let before = Record::Link(link("Door", 10));
    let theirs = link("Entrance", 20);
    for anew in [true, false] {
        let mine = change(link("Door", if anew { 10 } else { 5 }), anew, 5);
        let theirs_now = Record::Link(theirs.clone());
        let (seat, id) = refused(before.clone(), mine, theirs_now).await;
        assert_eq!(lines(&seat).await, [F::Name, F::Uses]);
        let kept = chosen(&seat, id, &[F::Name, F::Uses]).await;
        let made = anew.then(|| change(theirs.clone(), true, 6));
        assert_eq!(kept, made, "the secret is no line: {anew}");
    }
}

fn erik(status: Status, preset: Preset) -> Record {
    let Record::Membership(row) = member(0x30, 0x130, "Erik", preset) else {
        unreachable!()
    };
    Record::Membership(Box::new(Membership { status, ..*row }))
}

fn renew(preset: Preset, revision: u64) -> Command {
    Command::RenewMembership(RenewMembership {
        membership: ERIK,
        grant: Grant::of(preset),
        based_on: Version::Revision(revision),
    })
}

#[tokio::test]
async fn a_membership_is_renewed_unless_its_state_is_kept_r_2() {
    let over = Status::Ended {
        by: Side::Organisation,
        suspended: false,
    };
    let before = erik(over, Preset::Staff);
    let theirs = erik(over, Preset::Member);
    let (seat, id) = refused(before, renew(Preset::Manager, 5), theirs).await;
    assert_eq!(lines(&seat).await[..2], [F::State, F::Level]);
    let at_theirs = chosen(&seat, id, &[F::Level]).await;
    assert_eq!(at_theirs, Some(renew(Preset::Member, 6)));
    assert_eq!(
        chosen(&seat, id, &[]).await,
        Some(renew(Preset::Manager, 6))
    );
    assert_eq!(chosen(&seat, id, &[F::State]).await, None, "it stays ended");
}
