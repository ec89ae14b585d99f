//! Who came to the park's doors and waits there: invitations in every state, links, requests.

use anyhow::{Context, Result};
use doorward_domain::{
    CancelRequest, CloseLink, DeclineInvitation, DeliveryState, Grant, JoinByLink, LinkForm,
    LinkId, Locale, MakeLink, MembershipId, Name, Note, Preset, RequestToJoin, RevokeInvitation,
};
use doorward_server::execute::Caller;
use futures_util::FutureExt;

use super::cast::{self, Asking, Invited, OLGA, PIRET, Somebody};
use super::past::position;
use super::plan::{Plan, days};
use super::story::{Levels, level};
use crate::ids;

/// The card for one that is used up.
pub const USED_UP: &str = "Handing over the keys";

/// Plans all of it.
pub fn plan(plan: &mut Plan, levels: &Levels) -> Result<()> {
    invitations(plan, levels, cast::invitations()?)?;
    ended(plan)?;
    links(plan)?;
    requests(plan, cast::requests()?)
}

/// Plans that so many ask to join.
pub fn requests(plan: &mut Plan, asking: Vec<Asking>) -> Result<()> {
    for it in asking {
        asks(plan, it.who, it.minutes, it.note)?;
    }
    Ok(())
}

/// Plans that so many are invited.
pub fn invitations(plan: &mut Plan, levels: &Levels, all: Vec<Invited>) -> Result<()> {
    for invited in all {
        let grant = Grant::of(level(levels, invited.level)?);
        let membership = plan.invite(invited.minutes, PIRET, invited.who, grant)?;
        let mut steps = Vec::new();
        for (state, minutes, reason) in invited.letter {
            steps.push((state_of(state)?, minutes, reason));
        }
        letter(plan, invited.minutes, membership, steps);
    }
    Ok(())
}

/// Says what becomes of the letter of an invitation that was sent so many minutes ago.
pub fn letter(
    plan: &mut Plan,
    minutes: i64,
    membership: MembershipId,
    steps: Vec<(DeliveryState, i64, &'static str)>,
) {
    plan.at(minutes, move |past| {
        async move { past.fares(membership, &steps).await }.boxed()
    });
}

/// Invitations that were revoked or declined.
fn ended(plan: &mut Plan) -> Result<()> {
    let ott = Somebody::of("Ott Vaher", "ott.vaher", Locale::Et);
    let membership = plan.invite(days(11), PIRET, ott, Grant::of(Preset::Staff))?;
    plan.give(days(10), OLGA, RevokeInvitation { membership });

    let doina = Somebody::of("Doina Munteanu", "doina.munteanu", Locale::Ro);
    let membership = plan.invite(days(7), PIRET, doina, Grant::of(Preset::Member))?;
    plan.give(days(6), doina, DeclineInvitation { membership });
    Ok(())
}

/// Three open links and a closed one; some people have come by two of them.
fn links(plan: &mut Plan) -> Result<()> {
    let desk = makes(plan, "Perm desk", LinkForm::Link, 20)?;
    let wall = makes(plan, "Canteen wall", LinkForm::Poster, 200)?;
    makes(plan, "Card for the courier", LinkForm::Card, 1)?;
    let link = makes(plan, "Open day", LinkForm::Link, 25)?;
    plan.give(days(4), PIRET, CloseLink { link });
    let of = Somebody::of;
    let maarja = of("Maarja-Liis Põld", "maarja.pold", Locale::Et);
    let roman = of("Роман Жуков", "roman.zhukov", Locale::Ru);
    let raluca = of("Raluca Țiriac", "raluca.tiriac", Locale::Ro);
    for (whom, minutes) in [(maarja, 5_000), (roman, 4_100), (raluca, 2_950)] {
        by_link(plan, whom, minutes, desk);
    }
    let elli = of("Έλλη Αλεξίου", "elli.alexiou", Locale::En);
    by_link(plan, elli, 30 * 60, wall);
    Ok(())
}

/// A card for one person that somebody has used, who then thought better of it.
pub fn one_used_up(plan: &mut Plan, _: &Levels) -> Result<()> {
    let card = makes(plan, USED_UP, LinkForm::Card, 1)?;
    let courier = Somebody::of("Vasile Cojocaru", "vasile.cojocaru", Locale::Ro);
    by_link(plan, courier, 3_500, card);
    plan.at(3_480, move |past| {
        async move {
            let membership = past.membership(courier.called)?;
            let cancel = CancelRequest { membership };
            past.give(&courier, cancel).await.map(drop)
        }
        .boxed()
    });
    Ok(())
}

/// Plans that a link is made.
pub fn makes(plan: &mut Plan, name: &str, form: LinkForm, most: u32) -> Result<LinkId> {
    let link = LinkId(ids::new());
    let make = MakeLink {
        link,
        name: Name::try_from(name)?,
        form,
        level: Preset::Member.into(),
        needs_approval: Some(form != LinkForm::Link),
        max_uses: Some(most),
        domains: std::collections::BTreeSet::new(),
    };
    plan.give(days(5), PIRET, make);
    Ok(link)
}

fn by_link(plan: &mut Plan, whom: Somebody, minutes: i64, link: LinkId) {
    plan.at(minutes, move |past| {
        async move {
            let caller = Caller {
                holds: Some((link, 1)),
                ..past.caller(&whom).await?
            };
            let membership = MembershipId(ids::new());
            past.is_of(&whom, membership);
            let join = JoinByLink {
                link,
                membership,
                position: None,
                note: None,
                locale: Some(whom.locale),
            };
            past.give_as(&caller, join).await.map(drop)
        }
        .boxed()
    });
}

/// Has somebody ask to join, so many minutes ago.
pub fn asks(plan: &mut Plan, whom: Somebody, minutes: i64, note: &str) -> Result<MembershipId> {
    let membership = MembershipId(ids::new());
    let request = RequestToJoin {
        membership,
        position: position(&whom)?,
        note: Note::try_from(note).ok(),
        answers: Vec::new(),
        locale: Some(whom.locale),
    };
    plan.at(minutes, move |past| {
        past.is_of(&whom, membership);
        async move { past.give(&whom, request).await.map(drop) }.boxed()
    });
    Ok(membership)
}

fn state_of(key: &str) -> Result<DeliveryState> {
    serde_json::from_value(key.into()).with_context(|| format!("no letter is ever {key}"))
}
