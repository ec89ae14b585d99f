//! What is left of somebody whose account is gone (R-13, R-60, R-63, BEL-19, BEL-20).

use doorward_domain::{
    Author, Erasing, FORMER, Grant, Name, Preset, Record, erased, erased_signature,
};

use super::farewells::{delete, status};
use crate::casebook::*;

/// BEL-19, BEL-20.
#[test]
fn erasing_leaves_a_tombstone_that_names_nobody_r_13_r_60_r_63() {
    let mut book = Casebook::staffed();
    book.does(ERIK, delete(ERIK));
    let by_piret = book.request(ANNA);
    book.does(PIRET, decline(by_piret));
    let of = |who: Person| Erasing {
        person: who.id(),
        contacts: vec![who.contact()],
        memberships: [].into(),
    };
    for who in [ERIK, PIRET] {
        let mut left = Vec::new();
        for held in book.store.records.values() {
            let after = erased(&held.value, &of(who)).unwrap_or(held.value.clone());
            assert_eq!(after.key(book.store.id), held.value.key(book.store.id));
            left.push(serde_json::to_string(&after).unwrap());
            let signed = held.signed.clone();
            let unsigned = signed
                .as_ref()
                .and_then(|it| erased_signature(it, who.id()));
            left.push(serde_json::to_string(&unsigned.or(signed)).unwrap());
        }
        let (name, contact) = (who.name(), who.contact());
        for text in left {
            assert!(!text.contains(name.as_str()), "{name:?} in {text}");
            assert!(!text.contains(contact.as_str()), "{contact} in {text}");
        }
    }
    let Some(Record::Membership(row)) = erased(
        &Record::Membership(Box::new(book.row(ERIK.membership()).clone())),
        &of(ERIK),
    ) else {
        panic!("rows are never deleted");
    };
    let former = Name::try_from(FORMER.to_owned()).unwrap();
    let author = Author::Person {
        id: ERIK.id(),
        name: former,
        from: None,
    };
    assert_eq!(
        (row.status, row.begun.author),
        (status(&book, ERIK), author)
    );
}

#[test]
fn an_invitation_to_an_erased_address_forgets_what_the_inviter_called_them_r_63() {
    let mut book = Casebook::staffed();
    let id = book.invite(STEFAN, Grant::of(Preset::Staff));
    let by = book.signed_by(OLGA, -3);
    book.change(id, |row| (row.name, row.begun) = (Some(STEFAN.name()), by));
    let row = Record::Membership(Box::new(book.row(id).clone()));
    let of = |memberships: &[_]| Erasing {
        person: STEFAN.id(),
        contacts: vec![STEFAN.contact()],
        memberships: memberships.iter().copied().collect(),
    };
    assert_eq!(erased(&row, &of(&[])), None, "not known to be theirs");
    let Some(Record::Membership(after)) = erased(&row, &of(&[id])) else {
        panic!("rows are never deleted");
    };
    assert_eq!(after.name, None);
}
