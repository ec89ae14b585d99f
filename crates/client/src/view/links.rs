//! Share links and QR codes as the tabs of invitations show them; there are few, so all of them are read.

use doorward_domain::{Held, Link, LinkId, Lookup, Moment, Record, link_actions, link_questions};
use doorward_protocol::fold;

use super::people::{ask_levels, pending};
use crate::contract::{InvitationTab, LinkRow};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;

/// A link with the tab it stands in, and the text it is found by.
pub(super) struct Shown {
    pub(super) row: LinkRow,
    pub(super) tab: InvitationTab,
    pub(super) text: String,
}

/// Every link, the newest first.
pub(super) async fn links(desk: &Desk, office: &Office) -> Result<Vec<Shown>> {
    let Some(cache) = office.cache().await else {
        return Ok(Vec::new());
    };
    let mut shown = office.shown(desk).await?;
    ask_levels(desk, office, &mut shown).await?;
    let mut ids: Vec<LinkId> = shown.links();
    for row in cache.links().await? {
        if let Record::Link(link) = &row.record {
            ids.push(link.id);
        }
        shown.put(row);
    }
    ids.sort_unstable();
    ids.dedup();
    let (actor, now) = (desk.actor(), desk.now());
    let questions = |overlay: &Overlay| {
        let of = |id: &LinkId| {
            let mut open = link_questions(&overlay.world, &actor, *id, now);
            let itself = Lookup::Link(*id);
            open.extend(overlay.world.lacks(&itself).then_some(itself));
            open
        };
        ids.iter().flat_map(of).collect()
    };
    office.ask(desk, &mut shown, questions).await?;
    let mut rows: Vec<Shown> = ids
        .iter()
        .filter_map(|id| {
            let link = shown.world.link(*id)?;
            let actions = link_actions(&shown.world, &actor, *id, now);
            let row = LinkRow {
                actions,
                ..row(&shown, link, now)
            };
            Some(Shown {
                tab: tab(link, now),
                text: fold(link.name.as_str()),
                row,
            })
        })
        .collect();
    rows.sort_by_key(|it| std::cmp::Reverse((it.row.expires_at, it.row.link)));
    Ok(rows)
}

fn row(shown: &Overlay, link: &Held<Link>, now: Moment) -> LinkRow {
    LinkRow {
        organisation: shown.world.id,
        link: link.id,
        label: Some(link.name.clone()),
        kind: link.form,
        level: link.level,
        level_name: shown.world.level_name(link.level),
        used: link.uses,
        limit: link.max_uses,
        domains: link.domains.iter().cloned().collect(),
        expires_at: Some(link.expires_at),
        needs_approval: link.needs_approval,
        open: link.is_open(now),
        version: link.version,
        actions: Vec::new(),
        pending: pending(link.version),
    }
}

/// Open ones are waited for; one whose term has passed or that is used up can be made anew; closed ones are over.
fn tab(link: &Link, now: Moment) -> InvitationTab {
    if link.closed {
        InvitationTab::Revoked
    } else if link.is_open(now) {
        InvitationTab::Waiting
    } else {
        InvitationTab::Expired
    }
}
