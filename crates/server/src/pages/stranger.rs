//! Somebody nobody knows: an account that is no account, to ask the rules what any newcomer could do.

use doorward_domain::{Account, AccountStanding, Actor, Contact, Name, PersonId};

use super::visitor::Visitor;

/// A newcomer who has verified these contacts. The name matters to no rule; it is one that is a name.
pub fn stranger(visitor: &Visitor, contacts: Vec<Contact>, name: Option<&Name>) -> Actor {
    let name = name.cloned().or_else(|| Name::try_from("-").ok());
    let Some(name) = name else {
        return Actor::System;
    };
    let account = Account {
        person: PersonId(visitor.app.new_id()),
        name,
        contacts,
        standing: AccountStanding::Living,
    };
    Actor::Person {
        account,
        fresh: false,
    }
}
