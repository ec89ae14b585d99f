//! Share links and QR codes.

use std::collections::BTreeSet;

use doorward_domain::{
    Actor, ChangeLink, CloseLink, Command, Contact, GivesLess, LevelRef, Link, LinkForm, LinkId,
    MailDomain, MakeLink, Permission, PermissionSet, Preset, Record, Refusal, Version, World,
    link_gives_less,
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
        domains: std::collections::BTreeSet::new(),
    }
}

fn change(link: &Link, book: &Casebook) -> ChangeLink {
    ChangeLink {
        link: link.id,
        name: link.name.clone(),
        level: link.level,
        needs_approval: link.needs_approval,
        max_uses: link.max_uses,
        domains: None,
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

fn domains(all: &[&str]) -> BTreeSet<MailDomain> {
    all.iter().map(|it| it.parse().unwrap()).collect()
}

/// Anna, who has verified these.
fn anna_at(all: &[&str]) -> Actor {
    let mut account = ANNA.account();
    let contacts = all.iter().map(|it| it.parse::<Contact>().unwrap());
    account.contacts = contacts.collect();
    Actor::Person {
        account,
        fresh: true,
    }
}

#[test]
fn a_link_for_mail_domains_takes_whoever_has_verified_an_address_in_one_r_52() {
    for (all, listed, fits) in [
        (&["anna@example.ee"][..], &["example.ee"][..], true),
        (&["ANNA@Example.EE"], &["@EXAMPLE.ee"], true),
        (
            &["anna@x.org", "a@example.ee"],
            &["a.ee", "example.ee"],
            true,
        ),
        (&["anna@bücher.example"], &["xn--bcher-kva.example"], true),
        (&["anna@example.ee"], &[], true),
        (&["+37255551234"], &[], true),
        (&["anna@mail.example.ee"], &["example.ee"], false),
        (&["anna@example.ee"], &["mail.example.ee"], false),
        (&["anna@notexample.ee"], &["example.ee"], false),
        (&["example.ee@evil.org"], &["example.ee"], false),
        (&["+37255551234"], &["example.ee"], false),
        (&[], &["example.ee"], false),
    ] {
        for needs_approval in [false, true] {
            let mut book = Casebook::staffed();
            let id = book.link(OLGA, Preset::Member);
            book.put(Record::Link(Link {
                domains: domains(listed),
                needs_approval,
                ..book.the_link(id).clone()
            }));
            let verdict = book.store.try_it(&anna_at(all), &join(id), book.now);
            let other = Err(Refusal::OtherDomain {
                domains: domains(listed),
            });
            assert_eq!(verdict.is_ok(), fits, "{all:?} of {listed:?}");
            assert!(fits || verdict == other, "{all:?} of {listed:?}");
        }
    }
}

#[test]
fn who_is_refused_for_their_domain_uses_no_link_up_and_what_works_for_nobody_is_said_first_r_52() {
    let mut book = Casebook::staffed();
    let id = book.link(OLGA, Preset::Member);
    let narrow = Link {
        domains: domains(&["example.ee"]),
        max_uses: 1,
        ..book.the_link(id).clone()
    };
    book.put(Record::Link(narrow.clone()));
    book.refuses(STEFAN, join(id), "other_domain");
    assert_eq!(book.the_link(id).uses, 0);
    book.refuses(ERIK, join(id), "already_member");
    let anna = anna_at(&["anna@example.ee"]);
    book.store.try_it(&anna, &join(id), book.now).unwrap();
    book.refuses(STEFAN, join_as(id, NEXT), "used_up");
    book.now = book.the_link(id).expires_at;
    book.refuses(STEFAN, join_as(id, NEXT), "expired");
}

#[test]
fn a_link_keeps_its_mail_domains_unless_somebody_changes_them_r_52() {
    let mut book = Casebook::staffed();
    let made = MakeLink {
        domains: domains(&["example.ee", "example.org"]),
        ..make(LinkForm::Link, Preset::Member)
    };
    book.does(OLGA, made);
    let renamed = ChangeLink {
        name: "Door".to_owned().try_into().unwrap(),
        regenerate: true,
        ..change(book.the_link(LINK), &book)
    };
    book.does(OLGA, renamed);
    let kept = book.the_link(LINK).domains.clone();
    assert_eq!(kept, domains(&["example.ee", "example.org"]), "R-52");
    let opened = ChangeLink {
        domains: Some(BTreeSet::new()),
        ..change(book.the_link(LINK), &book)
    };
    book.does(OLGA, opened);
    assert!(book.the_link(LINK).domains.is_empty());
    let many = (0..21).map(|it| format!("d{it}.ee").parse().unwrap());
    let many = ChangeLink {
        domains: Some(many.collect()),
        ..change(book.the_link(LINK), &book)
    };
    book.refuses(OLGA, many, "invalid");
}

/// For some domains is less than for anybody; of two that are each for somebody else neither is less, however many.
#[test]
fn of_two_versions_of_a_link_the_one_within_the_other_gives_less_r_52() {
    let mut book = Casebook::staffed();
    let id = book.link(OLGA, Preset::Member);
    let world = World::new(book.store.id);
    let of = |listed: &[&str], max_uses| Link {
        domains: domains(listed),
        max_uses,
        needs_approval: false,
        ..book.the_link(id).clone()
    };
    let asked = Link {
        needs_approval: true,
        ..of(&[], 9)
    };
    let wider = Link {
        level: Preset::Manager.into(),
        ..asked.clone()
    };
    for (mine, theirs, less) in [
        (of(&["a.ee"], 9), of(&[], 1), GivesLess::Mine),
        (of(&["a.ee"], 9), of(&["a.ee", "b.ee"], 1), GivesLess::Mine),
        (of(&["a.ee"], 1), of(&["a.ee"], 2), GivesLess::Mine),
        (of(&["a.ee"], 1), of(&["b.ee", "c.ee"], 2), GivesLess::Equal),
        (of(&["a.ee"], 1), of(&["a.ee"], 1), GivesLess::Equal),
        (asked.clone(), of(&["a.ee"], 1), GivesLess::Mine),
        (of(&[], 9), wider, GivesLess::Mine),
    ] {
        assert_eq!(
            link_gives_less(&world, &mine, &theirs),
            less,
            "{mine:?} {theirs:?}"
        );
        let other = match less {
            GivesLess::Mine => GivesLess::Theirs,
            GivesLess::Theirs => GivesLess::Mine,
            GivesLess::Equal => GivesLess::Equal,
        };
        assert_eq!(link_gives_less(&world, &theirs, &mine), other);
    }
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
