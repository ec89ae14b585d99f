//! The single steps that a house's past comes to, in the order of their times.

use super::ago::{Ago, DAY, MINUTE};
use super::house::{
    Asks, Closed, Declined, Fate, House, Invited, Link, Regranted, Somebody, Terms,
};

const HOUR: i64 = 60 * MINUTE;

/// One step.
#[derive(Debug)]
pub struct Step {
    /// When.
    pub ago: Ago,
    /// What.
    pub act: Act,
}

/// A single thing that one person does.
#[derive(Debug)]
pub enum Act {
    Invite(Box<Invited>, Terms),
    Accept(String),
    RefuseInvitation(String),
    Revoke(String),
    Ask(Asks),
    Approve {
        who: String,
        by: String,
        terms: Terms,
    },
    Decline(Declined),
    Cancel(String),
    MakeLink(Link),
    CloseLink(Closed),
    Regrant(Regranted),
    Pause(String),
    End(String),
    Leave(String),
    Expire(String),
    See(String),
}

/// People who did, or to whom was done, the same.
type ByOne<'a> = (&'a [Somebody], fn(String) -> Act);

/// Everything that happened in a house, the oldest first.
pub fn steps(house: &House) -> Vec<Step> {
    let mut steps: Vec<Step> = comings(house).chain(goings(house)).collect();
    steps.sort_by_key(|step| std::cmp::Reverse(step.ago));
    steps
}

fn step(ago: Ago, act: Act) -> Step {
    Step { ago, act }
}

fn comings(house: &House) -> impl Iterator<Item = Step> {
    let hired = house.hired.iter().flat_map(|it| {
        let invited = Invited {
            ago: it.ago,
            contact: it.who.clone(),
            name: String::new(),
            locale: doorward_domain::Locale::En,
            at: it.at.clone(),
            by: it.by.clone(),
            fate: Fate::Opened,
            said: None,
        };
        let terms = Terms {
            starts: it.starts,
            ends: it.ends,
            rooms: it.rooms.clone(),
            sites: it.limited_to.clone(),
        };
        [
            step(it.ago, Act::Invite(Box::new(invited), terms)),
            step(it.ago.later(DAY), Act::Accept(it.who.clone())),
        ]
    });
    let joined = house.joined.iter().flat_map(|it| {
        let terms = Terms {
            ends: it.ends,
            ..Terms::default()
        };
        let (who, by) = (it.who.clone(), it.by.clone());
        [
            step(it.ago, Act::Ask(asks(it.ago, &it.who))),
            step(it.ago.later(HOUR), Act::Approve { who, by, terms }),
        ]
    });
    let asked = house
        .asks
        .iter()
        .map(|it| step(it.ago, Act::Ask(it.clone())));
    let invited = house
        .invited
        .iter()
        .map(|it| step(it.ago, Act::Invite(Box::new(it.clone()), Terms::default())));
    let links = house
        .links
        .iter()
        .map(|it| step(it.ago, Act::MakeLink(it.clone())));
    hired.chain(joined).chain(asked).chain(invited).chain(links)
}

fn goings(house: &House) -> impl Iterator<Item = Step> {
    let declined = house.declined.iter().flat_map(|it| {
        [
            step(it.ago, Act::Ask(asks(it.ago, &it.who))),
            step(it.ago.later(2 * HOUR), Act::Decline(it.clone())),
        ]
    });
    let withdrew = house.withdrew.iter().flat_map(|it| {
        [
            step(it.ago, Act::Ask(asks(it.ago, &it.who))),
            step(it.ago.later(HOUR), Act::Cancel(it.who.clone())),
        ]
    });
    let closed = house
        .closed
        .iter()
        .map(|it| step(it.ago, Act::CloseLink(it.clone())));
    let regranted = house
        .regranted
        .iter()
        .map(|it| step(it.ago, Act::Regrant(it.clone())));
    let by_one: [ByOne<'_>; 7] = [
        (&house.revoked, Act::Revoke),
        (&house.refused, Act::RefuseInvitation),
        (&house.paused, Act::Pause),
        (&house.ended, Act::End),
        (&house.left, Act::Leave),
        (&house.expired, Act::Expire),
        (&house.seen, Act::See),
    ];
    let by_one = by_one
        .into_iter()
        .flat_map(|(all, act)| all.iter().map(move |it| step(it.ago, act(it.who.clone()))));
    declined
        .chain(withdrew)
        .chain(closed)
        .chain(regranted)
        .chain(by_one)
}

fn asks(ago: Ago, who: &str) -> Asks {
    Asks {
        ago,
        who: who.to_owned(),
        note: None,
        link: None,
    }
}
