//! Who came to the park's doors and waits there: invitations in every state, links, requests.

use anyhow::{Context, Result};
use doorward_domain::{
    CloseLink, DeclineInvitation, DeliveryState, Grant, JoinByLink, LinkForm, LinkId, Locale,
    MakeLink, MembershipId, Name, Note, Preset, RequestToJoin, RevokeInvitation,
};
use doorward_server::execute::Caller;

use super::cast::{self, OLGA, PIRET, Somebody};
use super::past::{DAY, Past, position};
use super::story::{Levels, level};
use crate::ids;

/// Tells everything in its order.
pub async fn tell(past: &mut Past, levels: &Levels) -> Result<()> {
    invitations(past, levels).await?;
    ended(past).await?;
    links(past).await?;
    for asking in cast::requests()? {
        asks(past, &asking.who, asking.minutes, asking.note).await?;
    }
    Ok(())
}

async fn invitations(past: &mut Past, levels: &Levels) -> Result<()> {
    for invited in cast::invitations()? {
        past.minutes_ago(invited.minutes);
        let grant = Grant::of(level(levels, invited.level)?);
        let membership = past.invites(&PIRET, &invited.who, grant).await?;
        let mut steps = Vec::new();
        for (state, minutes, reason) in invited.letter {
            steps.push((state_of(state)?, minutes, reason));
        }
        past.fares(membership, &steps).await?;
    }
    Ok(())
}

/// Invitations that were revoked or declined.
async fn ended(past: &mut Past) -> Result<()> {
    past.minutes_ago(11 * DAY);
    let ott = Somebody::of("Ott Vaher", "ott.vaher", Locale::Et);
    let membership = past.invites(&PIRET, &ott, Grant::of(Preset::Staff)).await?;
    past.minutes_ago(10 * DAY);
    past.give(&OLGA, RevokeInvitation { membership }).await?;

    past.minutes_ago(7 * DAY);
    let doina = Somebody::of("Doina Munteanu", "doina.munteanu", Locale::Ro);
    let membership = past
        .invites(&PIRET, &doina, Grant::of(Preset::Member))
        .await?;
    past.minutes_ago(6 * DAY);
    past.give(&doina, DeclineInvitation { membership }).await?;
    Ok(())
}

/// Three open links and a closed one; some people have come by two of them.
async fn links(past: &mut Past) -> Result<()> {
    past.minutes_ago(5 * DAY);
    let desk = makes(past, "Perm desk", LinkForm::Link, 20).await?;
    let wall = makes(past, "Canteen wall", LinkForm::Poster, 200).await?;
    makes(past, "Card for the courier", LinkForm::Card, 1).await?;
    let link = makes(past, "Open day", LinkForm::Link, 25).await?;
    past.minutes_ago(4 * DAY);
    past.give(&PIRET, CloseLink { link }).await?;
    let of = Somebody::of;
    by_link(
        past,
        &of("Maarja-Liis Põld", "maarja.pold", Locale::Et),
        desk,
    )
    .await?;
    by_link(past, &of("Роман Жуков", "roman.zhukov", Locale::Ru), desk).await?;
    by_link(
        past,
        &of("Raluca Țiriac", "raluca.tiriac", Locale::Ro),
        desk,
    )
    .await?;
    past.minutes_ago(30 * 60);
    by_link(past, &of("Έλλη Αλεξίου", "elli.alexiou", Locale::En), wall).await
}

async fn makes(past: &mut Past, name: &str, form: LinkForm, most: u32) -> Result<LinkId> {
    let link = LinkId(ids::new());
    let make = MakeLink {
        link,
        name: Name::try_from(name)?,
        form,
        level: Preset::Member.into(),
        needs_approval: Some(form != LinkForm::Link),
        max_uses: Some(most),
    };
    past.give(&PIRET, make).await?;
    Ok(link)
}

async fn by_link(past: &mut Past, whom: &Somebody, link: LinkId) -> Result<()> {
    let caller = Caller {
        holds: Some((link, 1)),
        ..past.caller(whom).await?
    };
    let join = JoinByLink {
        link,
        membership: MembershipId(ids::new()),
        position: None,
        note: None,
    };
    past.give_as(&caller, join).await.map(drop)
}

/// Has somebody ask to join, so many minutes ago.
pub async fn asks(
    past: &mut Past,
    whom: &Somebody,
    minutes: i64,
    note: &str,
) -> Result<MembershipId> {
    past.minutes_ago(minutes);
    let membership = MembershipId(ids::new());
    let request = RequestToJoin {
        membership,
        position: position(whom)?,
        note: Note::try_from(note).ok(),
        answers: Vec::new(),
    };
    past.give(whom, request).await?;
    past.is_of(whom, membership);
    Ok(membership)
}

fn state_of(key: &str) -> Result<DeliveryState> {
    serde_json::from_value(key.into()).with_context(|| format!("no letter is ever {key}"))
}
