//! Whom the organisation knows who may be the one who asks: by exactly the same contact, or by the same name.

use std::collections::BTreeSet;

use doorward_domain::{Contact, Lookup, MembershipId, PersonState, Refusal};
use doorward_protocol::fold;

use super::crowd::listed;
use super::people::{ask_levels, people, row};
use super::request::contacts;
use crate::contract::{PeopleAsk, PersonRow, SimilarAsk, SimilarView};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;
use crate::search::in_latin;

/// As many are worth a look.
const MOST: usize = 3;
/// Those whose name is contained in another's are found, too.
const LOOKED_AT: u32 = 20;

/// Those who are like whoever asks, but for the request itself.
pub(crate) async fn similar(desk: &Desk, ask: &SimilarAsk) -> Result<SimilarView> {
    let reached = contacts(desk, ask.organisation, ask.membership).await?;
    let mut rows = reached_alike(desk, ask, &reached).await?;
    for name in names(desk, ask).await? {
        let alike = people(desk, &called(ask, name.clone())).await?;
        for row in alike.rows {
            let is_new = rows.iter().all(|it| it.membership != row.membership);
            let is_called_so = row
                .name
                .as_ref()
                .is_some_and(|it| are_alike(it.as_str(), &name));
            if is_new && is_called_so && row.membership != ask.membership {
                rows.push(row);
            }
        }
    }
    rows.truncate(MOST);
    Ok(SimilarView { rows })
}

/// Everybody who is reached by one of these contacts; another that only ends alike is somebody else's.
async fn reached_alike(
    desk: &Desk,
    ask: &SimilarAsk,
    reached: &[Contact],
) -> Result<Vec<PersonRow>> {
    let office = desk.known_office(ask.organisation).await;
    let office = office.ok_or(Refusal::NotFound)?;
    let cache = office.cache().await.ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    let questions = |overlay: &Overlay| {
        let by = reached.iter().cloned().map(Lookup::ByContact);
        by.filter(|it| overlay.world.lacks(it)).collect()
    };
    office.ask(desk, &mut shown, questions).await?;
    ask_levels(desk, &office, &mut shown).await?;
    let of = |contact| shown.world.by_contact(contact).map(|it| it.id);
    let ids: BTreeSet<MembershipId> = reached.iter().flat_map(of).collect();
    let mut rows = Vec::new();
    for id in ids.into_iter().filter(|id| *id != ask.membership) {
        if let Some(it) = listed(&shown, &cache, id).await? {
            rows.push(row(ask.organisation, &shown.world, &it, desk.now()));
        }
    }
    Ok(rows)
}

/// What whoever asks is called, also in Latin letters: somebody may be known by these.
async fn names(desk: &Desk, ask: &SimilarAsk) -> Result<Vec<String>> {
    let office = desk.known_office(ask.organisation).await;
    let office = office.ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    let itself = Lookup::Membership(ask.membership);
    let question = |overlay: &Overlay| {
        let open = overlay.world.lacks(&itself).then(|| itself.clone());
        open.into_iter().collect()
    };
    office.ask(desk, &mut shown, question).await?;
    let held = shown.membership(ask.membership).ok_or(Refusal::NotFound)?;
    let name = held.name.as_ref().map(ToString::to_string);
    let latin = name.as_deref().and_then(in_latin);
    Ok(name.into_iter().chain(latin).collect())
}

/// Whether two names read the same: without case, marks and doubled blanks, in whichever script each is written.
fn are_alike(one: &str, other: &str) -> bool {
    let read = |name: &str| in_latin(name).unwrap_or_else(|| fold(name));
    read(one) == read(other)
}

fn called(ask: &SimilarAsk, name: String) -> PeopleAsk {
    PeopleAsk {
        organisation: ask.organisation,
        search: Some(name),
        states: Some(PersonState::ALL.to_vec()),
        level: None,
        room: None,
        unseen_days: None,
        sort: None,
        descending: None,
        offset: None,
        limit: Some(LOOKED_AT),
    }
}
