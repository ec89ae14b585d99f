//! Share links and QR codes.

use doorward_domain::{
    ChangeLink, CloseLink, Command, LevelRef, Link, LinkForm, LinkId, MakeLink, Permission,
    PermissionSet, Preset, Record, Version,
};
use uuid::Uuid;

use crate::casebook::*;

const LINK: LinkId = LinkId(Uuid::from_u128(0x4_0000));

fn make(form: LinkForm, level: impl Into<LevelRef>) -> MakeLink {
    MakeLink {
        link: LINK,
        name: "Entrance".to_owned().try_into().unwrap(),
        form,
        level: level.into(),
        needs_approval: None,
        max_uses: None,
    }
}

fn change(link: &Link, book: &Casebook) -> ChangeLink {
    ChangeLink {
        link: link.id,
        name: link.name.clone(),
        level: link.level,
        needs_approval: link.needs_approval,
        max_uses: link.max_uses,
        regenerate: false,
        based_on: Version::Revision(book.store.revision),
    }
}

#[test]
fn a_link_gives_at_most_own_bookings_benefits_and_a_workspace_r_52() {
    for (preset, wide) in [
        (Preset::Guest, false),
        (Preset::Member, false),
        (Preset::Staff, false),
        (Preset::Manager, true),
        (Preset::FinanceManager, true),
        (Preset::Administrator, true),
        (Preset::Owner, true),
    ] {
        let mut book = Casebook::staffed();
        let command = make(LinkForm::Link, preset);
        if wide {
            book.refuses(OLGA, command, "above_link");
        } else {
            book.does(OLGA, command);
        }
    }
}

#[test]
fn what_is_usual_for_each_form_and_its_bounds_r_52() {
    for (form, usual, most) in [
        (LinkForm::Link, 25, 25),
        (LinkForm::Card, 1, 1),
        (LinkForm::Poster, 25, 500),
    ] {
        let mut book = Casebook::staffed();
        let sized = |uses| MakeLink {
            max_uses: Some(uses),
            ..make(form, Preset::Member)
        };
        book.refuses(OLGA, sized(0), "invalid");
        book.refuses(OLGA, sized(most + 1), "invalid");
        book.clone().does(OLGA, sized(most));
        book.does(OLGA, make(form, Preset::Member));
        assert_eq!(book.the_link(LINK).max_uses, usual, "{form:?}");
        assert!(
            book.the_link(LINK).needs_approval,
            "on unless said otherwise"
        );
    }
}

#[test]
fn a_poster_always_asks_for_approval_r_52() {
    let mut book = Casebook::staffed();
    book.settings(|settings| settings.links_need_approval = false);
    let open = MakeLink {
        needs_approval: Some(false),
        ..make(LinkForm::Poster, Preset::Member)
    };
    book.does(OLGA, open);
    assert!(book.the_link(LINK).needs_approval);
    let off = ChangeLink {
        needs_approval: false,
        ..change(book.the_link(LINK), &book)
    };
    book.refuses(OLGA, off, "invalid");
}

#[test]
fn the_limit_counts_persons_and_the_same_person_once_r_52() {
    let mut book = Casebook::staffed();
    let id = book.link(OLGA, Preset::Member);
    let card = Link {
        max_uses: 1,
        ..book.the_link(id).clone()
    };
    book.put(Record::Link(card));
    book.does(ANNA, join(id));
    book.refuses(STEFAN, join_as(id, NEXT), "used_up");
    book.does(ANNA, end(NEW));
    book.does(ANNA, join_as(id, NEXT));
    assert_eq!(book.the_link(id).uses, 1);
}

#[test]
fn who_meets_an_invitation_does_not_use_the_link_up_r_6() {
    let mut book = Casebook::staffed();
    let id = book.link(OLGA, Preset::Member);
    let row = book.invite(ANNA, doorward_domain::Grant::of(Preset::Staff));
    book.does(ANNA, join(id));
    assert!(book.row(row).status.is_approved());
    assert_eq!(book.the_link(id).uses, 0);
}

#[test]
fn a_link_works_until_the_instant_its_term_ends_r_50() {
    let mut book = Casebook::staffed();
    let id = book.link(OLGA, Preset::Member);
    book.now = book.the_link(id).expires_at;
    book.refuses(ANNA, join(id), "expired");
    book.now = book.now.plus_millis(-1);
    book.does(ANNA, join(id));
}

#[test]
fn regenerating_kills_the_old_secret_and_begins_a_new_term_r_52() {
    let mut book = Casebook::staffed();
    let id = book.link(OLGA, Preset::Member);
    book.now = book.day(4);
    let anew = ChangeLink {
        regenerate: true,
        ..change(book.the_link(id), &book)
    };
    book.does(PIRET, anew);
    let link = book.the_link(id);
    assert_eq!((link.generation, link.expires_at), (2, book.day(7)));
    assert_eq!(link.giver.author.person(), Some(PIRET.id()), "R-27");
}

#[test]
fn a_closed_link_stays_closed_r_52() {
    let mut book = Casebook::staffed();
    let link = book.link(OLGA, Preset::Member);
    book.does(PIRET, CloseLink { link });
    assert_eq!(book.tries(OLGA, CloseLink { link }), Ok(Vec::new()));
    book.refuses(ANNA, join(link), "expired");
    let again = change(book.the_link(link), &book);
    book.refuses(OLGA, again, "expired");
}

#[test]
fn the_giver_of_a_link_must_still_hold_its_level_r_27() {
    let mut book = Casebook::staffed();
    let link = book.link(PIRET, Preset::Staff);
    book.regrant(PIRET, |grant| {
        *grant = doorward_domain::Grant::of(Preset::Member);
        grant.extras = PermissionSet::of(&[Permission::InvitationsManage]);
    });
    book.refuses(ANNA, join(link), "giver_lost_right");
}

#[test]
fn where_approval_is_on_a_link_makes_a_request_r_1() {
    let mut book = Casebook::staffed();
    let id = book.link(OLGA, Preset::Member);
    let asking = Link {
        needs_approval: true,
        ..book.the_link(id).clone()
    };
    book.put(Record::Link(asking));
    book.settings(|settings| settings.accepts_requests = false);
    book.does(ANNA, join(id));
    assert!(
        book.row(NEW).is_open_request(),
        "also where strangers may not ask"
    );
    assert_eq!(book.row(NEW).asked.clone().unwrap().link, Some(id));
}

#[test]
fn an_unknown_link_is_not_found() {
    let book = Casebook::staffed();
    for command in [Command::from(CloseLink { link: LINK }), join(LINK)] {
        book.refuses(OLGA, command, "not_found");
    }
}
