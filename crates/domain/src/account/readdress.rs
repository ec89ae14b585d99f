//! A person's new address in the rows that keep the one before, so that nobody writes to where they no longer read.

use crate::Contact;
use crate::record::MemberContact;

/// What is kept of a membership whose person is reached at `after` instead of `before`; none where nothing changes.
pub fn readdressed(
    kept: &MemberContact,
    before: &Contact,
    after: &Contact,
) -> Option<MemberContact> {
    if !kept.contacts.contains(before) {
        return None;
    }
    let mut contacts: Vec<Contact> = Vec::new();
    for contact in &kept.contacts {
        let now = if contact == before { after } else { contact };
        if !contacts.contains(now) {
            contacts.push(now.clone());
        }
    }
    Some(MemberContact {
        membership: kept.membership,
        contacts,
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::MembershipId;

    fn kept(contacts: &[&str]) -> MemberContact {
        MemberContact {
            membership: MembershipId(Uuid::from_u128(1)),
            contacts: contacts.iter().map(|it| it.parse().unwrap()).collect(),
        }
    }

    #[test]
    fn only_the_address_before_gives_way_and_nothing_stands_there_twice() {
        let [before, after] = ["anna@x.test", "anna@y.test"].map(|it| it.parse().unwrap());
        let all = kept(&["+37255551234", "anna@x.test", "anna@y.test"]);
        let now = readdressed(&all, &before, &after);
        assert_eq!(now, Some(kept(&["+37255551234", "anna@y.test"])));
        let other = kept(&["anna@z.test"]);
        assert_eq!(readdressed(&other, &before, &after), None);
    }
}
