//! The editor of access: a draft for one person or several, judged and told in full, with every choice that leads on from
//! it. Nothing is changed by looking (RES-15).

use std::collections::BTreeSet;

use doorward_domain::{
    AccessPreview, Actor, Grant, GrantEdit, Lookup, MembershipId, Moment, Preset, Refusal, World,
    access_preview, action_questions, differing, in_common, level_choices, open_rooms,
    proposed_level,
};

use super::access_choices::Choices;
use super::extent::count;
use super::levels;
use super::people::members;
use super::person::given;
use super::requests::waiting;
use super::shares::Shares;
use super::subjects::{Judged, Subject, Verdict};
use crate::contract::{
    AccessAct, AccessFormAsk, AccessFormView, AccessNumbers, AccessSubject, GivenExtra,
};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;

/// People that one editor is about at most.
pub(super) const MOST: usize = 500;

/// The editor of access; who has none to be edited is not found.
pub(crate) async fn access_form(desk: &Desk, ask: &AccessFormAsk) -> Result<AccessFormView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let numbers = numbers(desk, &office).await?;
    let mut shown = office.shown(desk).await?;
    let about = |overlay: &Overlay| about(overlay, ask, &actor, now);
    office.ask(desk, &mut shown, about).await?;
    let subjects = subjects(desk, &shown, ask, now)?;
    let act = subjects
        .first()
        .map_or(Some(AccessAct::Invite), |it| it.act);
    let act = act.ok_or(Refusal::NotFound)?;
    // The least and the most ask everything that any draft between them asks: what is taken, and what is given.
    let ends = [Preset::Guest, Preset::Administrator, Preset::Owner].map(Grant::of);
    let drafts: Vec<Grant> = ends.into_iter().chain(ask.grant.clone()).collect();
    let questions = |overlay: &Overlay| {
        let judged = Judged {
            world: &overlay.world,
            actor: &actor,
            now,
            subjects: &subjects,
            edit: None,
        };
        judged.open_questions(&drafts)
    };
    office.ask(desk, &mut shown, questions).await?;
    let edit = edit(&shown.world, ask, &subjects, now);
    let grant = match (&ask.grant, &edit) {
        (Some(grant), Some(edit)) if ask.begun.is_none() => edit.opened(grant),
        (Some(grant), _) => grant.clone(),
        (None, Some(edit)) => edit.begun.clone(),
        (None, None) => begun(&shown, &actor, &subjects, act, now),
    };
    let grant = grant.saved();
    let judged = Judged {
        world: &shown.world,
        actor: &actor,
        now,
        subjects: &subjects,
        edit,
    };
    let given = who_gave(&office, &subjects).await?;
    let view = view(&Choices::of(&judged, &grant), act, &numbers);
    Ok(AccessFormView { given, ..view })
}

/// Who gave one person what they have beyond their level; of several nobody is named.
async fn who_gave(office: &Office, subjects: &[Subject]) -> Result<Vec<GivenExtra>> {
    let (Some(cache), [one]) = (office.cache().await, subjects) else {
        return Ok(Vec::new());
    };
    let read = cache.happened_to(one.held.id.0).await?;
    Ok(given(&one.held, &read))
}

/// What is asked before anything can be judged.
fn about(overlay: &Overlay, ask: &AccessFormAsk, actor: &Actor, now: Moment) -> BTreeSet<Lookup> {
    let usual = [Lookup::Organisation, Lookup::Rooms].into_iter();
    let mut open: BTreeSet<Lookup> = usual.filter(|it| overlay.world.lacks(it)).collect();
    for id in ask.memberships.iter().take(MOST) {
        open.extend(action_questions(&overlay.world, actor, *id, now));
    }
    open
}

fn subjects(
    desk: &Desk,
    shown: &Overlay,
    ask: &AccessFormAsk,
    now: Moment,
) -> Result<Vec<Subject>> {
    let actor = desk.actor();
    let based_on = ask.based_on.filter(|_| ask.memberships.len() == 1);
    let ids = ask.memberships.iter().take(MOST);
    let added = || MembershipId(desk.with.chance.id());
    let found = ids.map(|id| Subject::of(shown, &actor, *id, (based_on, added()), now));
    let found: Option<Vec<Subject>> = found.collect();
    Ok(found.ok_or(Refusal::NotFound)?)
}

fn view(choices: &Choices<'_>, act: AccessAct, numbers: &AccessNumbers) -> AccessFormView {
    let (judged, grant) = (choices.judged, choices.grant);
    let one = match judged.subjects {
        [one] => Some(one),
        _ => None,
    };
    let before = one.and_then(Subject::before);
    let told = judged.told(grant);
    let (preview, shares) = preview(judged, act, &told, grant);
    let any = told.iter().any(|it| is_given(it, act));
    let given = told.iter().filter(|it| !any || is_given(it, act));
    let drafts: Vec<Grant> = given.map(|it| it.grant.clone()).collect();
    let renewed = one.filter(|it| it.act == Some(AccessAct::Renew));
    let term = renewed.and_then(|it| it.held.another_term(judged.now));
    AccessFormView {
        act,
        subjects: told,
        levels: choices.levels(),
        staff: choices.staff(),
        extras: choices.extras(),
        groups: levels::groups(),
        sites: choices.sites(),
        all_rooms: open_rooms(judged.world, grant).all,
        can_be_limited: choices.can_be_limited(),
        preview,
        edges: shares.edges(),
        shares: shares.counted(),
        differs: differing(&drafts),
        term_days: term.and_then(|it| it.days),
        numbers: AccessNumbers {
            rooms: count(judged.world.live_rooms().len() as u64),
            ..numbers.clone()
        },
        refusal: choices.verdict.refusal().cloned(),
        unchanged: choices.verdict == Verdict::Unchanged,
        certain: choices.verdict != Verdict::May { certain: false },
        before: before.cloned(),
        grant: grant.clone(),
        signed: one.and_then(|it| it.held.signed.clone()),
        given: Vec::new(),
    }
}

/// What the draft comes to; of several people what any of those gains and loses to whom something is given, and how many
/// each.
fn preview(
    judged: &Judged<'_>,
    act: AccessAct,
    told: &[AccessSubject],
    grant: &Grant,
) -> (AccessPreview, Shares) {
    let mut shares = Shares::default();
    let comes_to = |(it, told): (&Subject, &AccessSubject)| {
        access_preview(judged.world, it.counts(), &told.grant)
    };
    let all = || judged.subjects.iter().zip(told);
    let mut each = all().filter(|(_, told)| is_given(told, act)).map(comes_to);
    // Where nothing is given to anybody, the first of them shows what the draft would be.
    let first = (told.len() > 1).then(|| each.next()).flatten();
    let Some(mut sum) = first else {
        let alone = all().map(comes_to).next();
        let alone = alone.unwrap_or_else(|| access_preview(judged.world, None, grant));
        shares.edges_of(&alone);
        return (alone, shares);
    };
    shares.count(&sum);
    for one in each {
        shares.count(&one);
        join(&mut sum, one);
    }
    let which = |gains: bool| shares.items().iter().filter(move |it| it.gains == gains);
    sum.gains = which(true).map(|it| it.item.clone()).collect();
    sum.loses = which(false).map(|it| it.item.clone()).collect();
    (sum, shares)
}

/// Whether saving gives them something.
fn is_given(it: &AccessSubject, act: AccessAct) -> bool {
    it.act == Some(act) && it.refusal.is_none() && !it.unchanged
}

/// Adds what it comes to for one more: what all of them will be able to do, what is in force for any of them not, and
/// whom any of them comes to equal.
fn join(sum: &mut AccessPreview, one: AccessPreview) {
    sum.will.retain(|it| one.will.contains(it));
    for line in one.idle {
        if !sum.idle.contains(&line) {
            sum.idle.push(line);
        }
    }
    sum.equals = match (sum.newly_equals, one.newly_equals) {
        (true, true) => sum.equals.max(one.equals),
        (true, false) => sum.equals,
        (false, true) => one.equals,
        (false, false) => sum.equals.min(one.equals),
    };
    sum.newly_equals |= one.newly_equals;
}

/// What of a draft is given to each of several people; none where they have nothing yet.
fn edit(
    world: &World,
    ask: &AccessFormAsk,
    subjects: &[Subject],
    now: Moment,
) -> Option<GrantEdit> {
    let [first, _, ..] = subjects else {
        return None;
    };
    let alike = subjects.iter().filter(|it| it.act == first.act);
    let had: Vec<Grant> = alike.filter_map(|it| it.begins(now)).collect();
    let common = in_common(&had, |it| world.allows(it.level))?;
    Some(GrantEdit {
        begun: ask.begun.as_deref().cloned().unwrap_or(common),
        whole: ask.whole.iter().flatten().copied().collect(),
    })
}

/// What the editor begins with: what is there, without dates that are over; for a request what is proposed.
fn begun(
    shown: &Overlay,
    actor: &Actor,
    subjects: &[Subject],
    act: AccessAct,
    now: Moment,
) -> Grant {
    let begins = subjects.first().and_then(|first| match act {
        AccessAct::Approve => proposed(&shown.world, actor, first, now),
        AccessAct::Change
        | AccessAct::ChangeInvitation
        | AccessAct::Resend
        | AccessAct::Renew
        | AccessAct::Add
        | AccessAct::Invite => first.begins(now),
    });
    begins.unwrap_or_else(|| Grant::of(Preset::Member))
}

fn proposed(world: &World, actor: &Actor, request: &Subject, now: Moment) -> Option<Grant> {
    let levels = level_choices(world, actor, request.held.id, now);
    proposed_level(world.settings(), &levels).map(Grant::of)
}

/// How much there is of what permissions reach.
async fn numbers(desk: &Desk, office: &Office) -> Result<AccessNumbers> {
    Ok(AccessNumbers {
        people: count(members(desk, office).await?),
        requests: count(waiting(desk, office).await?),
        rooms: 0,
    })
}
