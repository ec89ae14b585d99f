//! The card of one conflict.

use std::sync::Arc;

use doorward_domain::{
    AccessItem, Contact, Decision, GivesLess, Lookup, MembershipId, PermissionSet, Record, Refusal,
    Signed, World, access_preview, fewer_permissions, gives_less, link_gives_less,
};

use super::lines::lines;
use super::mine::Sides;
use crate::contract::{ConflictDraft, ConflictView};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::outbox::Entry;
use crate::replay::Overlay;
use crate::view::people::ask_levels;

/// The card of a command that was refused because somebody else had changed the thing meanwhile; none of any other.
pub(crate) async fn card(
    desk: &Desk,
    office: &Office,
    entry: &Arc<Entry>,
) -> Result<Option<ConflictView>> {
    let Some(Refusal::ChangedMeanwhile { signed }) = entry.refusal() else {
        return Ok(None);
    };
    let mut shown = office.shown(desk).await?;
    let Some(sides) = sides(desk, office, &mut shown, entry).await? else {
        return Ok(None);
    };
    let (actor, now) = (desk.actor(), desk.now());
    let Sides {
        before,
        theirs,
        mine,
        command,
    } = sides;
    let questions = |overlay: &Overlay| overlay.open_questions([&command], &actor, now);
    office.ask(desk, &mut shown, questions).await?;
    let (mine_now, refusal) = match shown.judge(&command, &actor, now) {
        Ok(Decision::Done(_) | Decision::Unsure(_)) => (Some(command), None),
        Ok(Decision::Unchanged) => (None, None),
        Err(refusal) => (None, Some(refusal)),
    };
    let (mine_more, theirs_more) = more(&shown.world, &mine, &theirs.value);
    let by = theirs.signed.clone().or_else(|| signed.clone());
    Ok(Some(ConflictView {
        subject: entry.subject.clone(),
        asks: colleague(desk, office, &mut shown, by.as_ref()).await?,
        by,
        mine_at: entry.made_at,
        lines: lines(&shown.world, before.as_ref(), &theirs.value, &mine, now),
        mine_more,
        theirs_more,
        draft: mine_now.as_ref().and_then(|_| draft(&mine)),
        less: less(&shown.world, &mine, &theirs.value),
        mine: mine_now,
        refusal,
    }))
}

/// The membership of whoever changed it, where a letter reaches them.
async fn colleague(
    desk: &Desk,
    office: &Office,
    shown: &mut Overlay,
    by: Option<&Signed>,
) -> Result<Option<MembershipId>> {
    let person = by.and_then(|it| it.author.person());
    let Some(person) = person.filter(|it| *it != desk.account().person) else {
        return Ok(None);
    };
    let known = |overlay: &Overlay| {
        let mut held = overlay.world.of_person(person);
        held.find(|it| it.status.is_approved()).map(|it| it.id)
    };
    let questions = |overlay: &Overlay| {
        let contacts = known(overlay).map(Lookup::Contacts);
        let all = [Lookup::OfPerson(person)].into_iter().chain(contacts);
        all.filter(|it| overlay.world.lacks(it)).collect()
    };
    office.ask(desk, shown, questions).await?;
    let reached = |id: &MembershipId| {
        let contacts = shown.world.contacts_of(*id);
        contacts.iter().any(|it| matches!(it, Contact::Email(_)))
    };
    Ok(known(shown).filter(reached))
}

/// Both sides, with everything loaded that telling them apart takes.
pub(super) async fn sides(
    desk: &Desk,
    office: &Office,
    shown: &mut Overlay,
    entry: &Entry,
) -> Result<Option<Sides>> {
    ask_levels(desk, office, shown).await?;
    let now = desk.now();
    let operator = doorward_domain::Actor::Operator;
    let questions = |overlay: &Overlay| {
        let command = overlay
            .target(&entry.command)
            .and_then(|held| entry.command.rebased(held.version))
            .unwrap_or_else(|| entry.command.clone());
        let mut open = overlay.open_questions([&command], &operator, now);
        let rooms = Lookup::Rooms;
        open.extend(overlay.world.lacks(&rooms).then_some(rooms));
        open
    };
    office.ask(desk, shown, questions).await?;
    Ok(Sides::of(shown, &entry.command, entry.basis.clone(), now))
}

/// What mine lets somebody do beyond theirs, and theirs beyond mine.
fn more(world: &World, mine: &Record, theirs: &Record) -> (Vec<AccessItem>, Vec<AccessItem>) {
    let may = |permissions: PermissionSet| {
        let items = permissions.iter();
        items
            .map(|permission| AccessItem::May { permission })
            .collect()
    };
    match (mine, theirs) {
        (Record::Membership(mine), Record::Membership(theirs)) => {
            let (Some(mine), Some(theirs)) = (&mine.grant, &theirs.grant) else {
                return Default::default();
            };
            let preview = access_preview(world, Some(theirs), mine);
            (preview.gains, preview.loses)
        }
        (Record::Level(mine), Record::Level(theirs)) => {
            let (mine, theirs) = (mine.permissions, theirs.permissions);
            (may(mine.without(theirs)), may(theirs.without(mine)))
        }
        _ => Default::default(),
    }
}

/// My access, where it is about one.
fn draft(mine: &Record) -> Option<ConflictDraft> {
    let Record::Membership(row) = mine else {
        return None;
    };
    let grant = row.grant.clone()?;
    Some(ConflictDraft {
        membership: row.id,
        grant,
    })
}

/// Which side gives less.
fn less(world: &World, mine: &Record, theirs: &Record) -> GivesLess {
    match (mine, theirs) {
        (Record::Membership(mine), Record::Membership(theirs)) => {
            match (&mine.grant, &theirs.grant) {
                (Some(mine), Some(theirs)) => gives_less(world, mine, theirs),
                (None, Some(_)) => GivesLess::Mine,
                (Some(_), None) => GivesLess::Theirs,
                (None, None) => GivesLess::Equal,
            }
        }
        (Record::Level(mine), Record::Level(theirs)) => {
            fewer_permissions(mine.permissions, theirs.permissions)
        }
        (Record::Link(mine), Record::Link(theirs)) => link_gives_less(world, mine, theirs),
        _ => GivesLess::Equal,
    }
}
