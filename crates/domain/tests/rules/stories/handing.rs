//! After which facts requests may be somebody else's to decide.

use doorward_domain::{
    ChangeSettings, Command, Grant, Lookup, MembershipId, Permission, PermissionSet, Preset,
    Settings, Version, World, hands_requests_on,
};

use crate::casebook::*;

/// Whether something that somebody does may hand requests on; `about` is whose row it touches.
fn hands_on(
    book: &mut Casebook,
    who: Person,
    about: MembershipId,
    command: impl Into<Command>,
) -> bool {
    let events = book.does(who, command);
    let mut world = World::new(book.store.id);
    book.store.answer(&mut world, Lookup::Membership(about));
    events.iter().any(|event| hands_requests_on(&world, event))
}

#[test]
fn requests_may_move_when_somebody_who_decides_comes_or_goes_r_41() {
    let mut book = Casebook::new();
    let kadri = book.employ(KADRI, Preset::Manager);
    let anna = book.request(ANNA);
    for command in [suspend(kadri), resume(kadri), end(kadri)] {
        assert!(
            hands_on(&mut book, OLGA, kadri, command.clone()),
            "{command:?}"
        );
    }
    let mut staff = book.clone();
    let approved = approve(anna, Preset::Staff);
    assert!(
        !hands_on(&mut staff, OLGA, anna, approved),
        "she decides nothing"
    );
    assert!(hands_on(
        &mut book,
        OLGA,
        anna,
        approve(anna, Preset::Manager)
    ));
    let lower = change_grant(anna, Grant::of(Preset::Staff), book.version(anna));
    assert!(hands_on(&mut book, OLGA, anna, lower));
    let position = set_position(anna, "Cook");
    assert!(!hands_on(&mut book, OLGA, anna, position));
    let stands_in = Grant {
        extras: PermissionSet::of(&[Permission::RequestsDecide]).implied(),
        ..Grant::of(Preset::Staff)
    };
    let extra = change_grant(anna, stands_in, book.version(anna));
    assert!(hands_on(&mut book, OLGA, anna, extra), "R-46");
}

#[test]
fn requests_may_move_when_they_escalate_sooner_r_41() {
    let book = Casebook::staffed();
    for (days, hands) in [(5, false), (1, true)] {
        let settings = Settings {
            accepts_requests: true,
            waiting_days: 1,
            escalation_days: days,
            ..Settings::default()
        };
        let change = ChangeSettings {
            settings,
            based_on: Version::Revision(book.store.revision),
        };
        assert_eq!(
            hands_on(&mut book.clone(), OLGA, NEW, change),
            hands,
            "{days}"
        );
    }
}
