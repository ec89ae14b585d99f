//! Uniqueness by contact.

use doorward_domain::{Grant, Preset};

use crate::casebook::*;

#[test]
fn one_contact_has_one_open_invitation_r_3() {
    let mut book = Casebook::staffed();
    book.does(OLGA, invite(ANNA, Grant::of(Preset::Staff)));
    let again = doorward_domain::InvitePerson {
        membership: NEXT,
        contact: " ANNA@Example.org ".parse().unwrap(),
        grant: Grant::of(Preset::Guest),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    book.refuses(PIRET, again, "already_invited");
}

#[test]
fn whether_somebody_is_a_member_is_judged_by_the_contacts_kept_here_r_55() {
    let mut book = Casebook::staffed();
    book.refuses(
        OLGA,
        invite(ERIK, Grant::of(Preset::Staff)),
        "already_member",
    );
    book.account(ERIK, |account| account.contacts.push(STEFAN.contact()));
    book.does(OLGA, invite(STEFAN, Grant::of(Preset::Guest)));
    assert!(
        book.row(NEW).is_open_invitation(),
        "nobody learns through an invitation whose address it is"
    );
}

#[test]
fn an_id_is_used_once() {
    let mut book = Casebook::staffed();
    let taken = ERIK.membership();
    book.refuses(ANNA, request_as(taken), "invalid");
    let link = book.link(OLGA, Preset::Member);
    book.refuses(ANNA, join_as(link, taken), "invalid");
}
