//! One pull: pages until there are no more. A page is committed as a whole, then what it settled leaves the outbox; a
//! crash between the two is harmless, because the rows already know (DESIGN 4).

use doorward_domain::{Moment, OrganisationId, Record};
use doorward_protocol::{Changes, Code};

use super::first;
use super::push::fault;
use super::words::{Fault, PullEnd};
use crate::cache::{Cache, KnownOrganisation, Page};
use crate::contract::ViewName;
use crate::desk::{Desk, Office};
use crate::error::{Error, Result};
use crate::remote::Heard;

/// Pulls an organisation up to now.
pub(super) async fn pull(desk: &Desk, organisation: OrganisationId) -> PullEnd {
    let office = desk.office(organisation).await;
    let mut ahead = None;
    loop {
        match page(desk, &office, &mut ahead).await {
            Ok(Some(end)) => return end,
            Ok(None) => {}
            Err(error) => return failed(desk, &office, &error).await,
        }
    }
}

async fn failed(desk: &Desk, office: &Office, error: &Error) -> PullEnd {
    match error.told() {
        Some(Code::NotFound) => match leave(desk, office).await {
            Ok(()) => PullEnd::Gone,
            Err(error) => PullEnd::Failed(fault(&error)),
        },
        Some(Code::BadCursor | Code::NoLongerWorks) => {
            office.distrust();
            PullEnd::Anew
        }
        told => {
            tracing::debug!(%error, ?told, "a pull came to nothing");
            PullEnd::Failed(fault(error))
        }
    }
}

/// The page after a cursor, asked for while the one before it was being written.
struct Ahead {
    after: String,
    heard: Result<Heard<Changes>>,
}

/// Fetches and commits one page; answers how the pull ended, if it did.
async fn page(desk: &Desk, office: &Office, ahead: &mut Option<Ahead>) -> Result<Option<PullEnd>> {
    let cursor = office.cursor().await;
    let heard = if cursor.is_none() && office.takes_packs(desk) {
        match first::ask(desk, office).await? {
            Some(heard) => heard,
            None => return Ok(None),
        }
    } else {
        ask(desk, office, cursor.as_deref(), ahead.take()).await?
    };
    heard_for(desk, office, heard.said).await?;
    if office.cursor().await != cursor {
        // The rows were locked until this moment: what was asked for is not what is needed.
        return Ok(None);
    }
    let Changes::Page {
        reset,
        view,
        records,
        gone,
        erased,
        settled,
        cursor: next,
        more,
        revision,
        sums,
    } = heard.value
    else {
        leave(desk, office).await?;
        return Ok(Some(PullEnd::Gone));
    };
    let stands_still =
        more && records.is_empty() && gone.is_empty() && cursor.as_deref() == Some(next.as_str());
    if stands_still {
        return Ok(Some(PullEnd::Failed(Fault::Passing { after: None })));
    }
    let as_of = desk.now();
    // Before the page is committed: where the program ends in between, it comes again.
    desk.outbox.erase(office.id, &erased, as_of).await?;
    let page = Page {
        view,
        records,
        gone,
        erased,
        settled,
        cursor: next,
        more,
        revision,
        sums,
        as_of,
    };
    // Without a cursor everything comes from the start, whatever the answer calls it.
    let target = office.target(desk, reset || cursor.is_none()).await?;
    keep(desk, office, (&target, &page), ahead).await
}

/// Notes that the server was heard. Where an organisation's rows stay locked all the same, nothing is pulled into them.
pub(crate) async fn heard_for(desk: &Desk, office: &Office, said: Option<Moment>) -> Result<()> {
    desk.heard(said).await?;
    if office.is_locked() {
        Err(Error::Locked)
    } else {
        Ok(())
    }
}

/// Commits a page, while the next one is asked for; answers how the pull ended, if it did.
async fn keep(
    desk: &Desk,
    office: &Office,
    (target, page): (&Cache, &Page),
    ahead: &mut Option<Ahead>,
) -> Result<Option<PullEnd>> {
    let Page { more, revision, .. } = *page;
    let before = target.standing();
    let (agrees, next) = tokio::join!(target.apply(page), after(desk, office, page));
    let agrees = agrees?;
    *ahead = next;
    know(desk, office, page.records.iter().map(|it| &it.record)).await?;
    let settled = desk.take_over(target).await?;
    if !more && !agrees {
        tracing::warn!(organisation = %office.id, "the rows are not what the server says they are; they are fetched anew");
        office.distrust();
        office.want_pages();
        return Ok(Some(PullEnd::Anew));
    }
    let whole = !more && office.move_in(desk).await?;
    let after = target.standing();
    let moved = before.complete != after.complete || before.view != after.view;
    if settled
        || whole
        || moved
        || !page.records.is_empty()
        || !page.gone.is_empty()
        || !page.erased.is_empty()
    {
        office.stale().await;
        desk.tell(ViewName::OF_ROWS);
    }
    Ok((!more).then_some(PullEnd::Done { revision }))
}

/// Asks for the page after a cursor, unless it was asked for already.
async fn ask(
    desk: &Desk,
    office: &Office,
    cursor: Option<&str>,
    ahead: Option<Ahead>,
) -> Result<Heard<Changes>> {
    match ahead.filter(|it| Some(&*it.after) == cursor) {
        Some(asked) => asked.heard,
        None => desk.remote.changes(office.id, cursor).await,
    }
}

/// Asks for the page after one that is being written. The cursor says that the device has what was settled: where there
/// is any, it is written first.
async fn after(desk: &Desk, office: &Office, page: &Page) -> Option<Ahead> {
    if !page.more || !page.settled.is_empty() {
        return None;
    }
    let heard = desk.remote.changes(office.id, Some(&page.cursor)).await;
    Some(Ahead {
        after: page.cursor.clone(),
        heard,
    })
}

/// Notes what the organisation is called and how long its rows stay open without contact.
pub(super) async fn know<'a>(
    desk: &Desk,
    office: &Office,
    records: impl IntoIterator<Item = &'a Record>,
) -> Result<()> {
    let name = records.into_iter().find_map(|record| match record {
        Record::Organisation(it) => Some((it.name.to_string(), it.locked_after_days)),
        Record::Settings(_)
        | Record::Level(_)
        | Record::Room(_)
        | Record::Site(_)
        | Record::Staff(_)
        | Record::Membership(_)
        | Record::MemberContact(_)
        | Record::Link(_)
        | Record::Delivery(_)
        | Record::MemberActivity(_) => None,
    });
    match name {
        Some((name, term)) => {
            desk.keep_term(office.id, term).await?;
            desk.own
                .know(&KnownOrganisation {
                    id: office.id,
                    name,
                    gone: false,
                })
                .await
        }
        None => Ok(()),
    }
}

/// The account sees nothing here any more: the rows go, and queued commands end as refused, shown (S-36).
async fn leave(desk: &Desk, office: &Office) -> Result<()> {
    office.clear(desk).await?;
    let gone = KnownOrganisation {
        id: office.id,
        name: String::new(),
        gone: true,
    };
    desk.own.know(&gone).await?;
    desk.outbox.end_all(office.id, desk.now()).await?;
    desk.tell(ViewName::OF_ROWS);
    Ok(())
}

/// Pulls the person's own rows; answers the organisations they name as well.
pub(super) async fn pull_mine(desk: &Desk) -> (PullEnd, Vec<OrganisationId>) {
    match my_pages(desk).await {
        Ok(pulled) => pulled,
        Err(Error::Problem { problem, .. }) if problem.code == Code::BadCursor => {
            match desk.own.forget_cursor().await {
                Ok(()) => (PullEnd::Anew, Vec::new()),
                Err(error) => (PullEnd::Failed(fault(&error)), Vec::new()),
            }
        }
        Err(error) => {
            tracing::debug!(%error, "a pull of own rows came to nothing");
            (PullEnd::Failed(fault(&error)), Vec::new())
        }
    }
}

async fn my_pages(desk: &Desk) -> Result<(PullEnd, Vec<OrganisationId>)> {
    if let Err(error) = desk.tell_what_was_read().await {
        tracing::debug!(%error, "what was read is told with the next pull");
    }
    let mut changed = false;
    let revision = loop {
        let cursor = desk.own.cursor().await?;
        let heard = desk.remote.my_changes(cursor.as_deref()).await?;
        desk.heard(heard.said).await?;
        let page = heard.value;
        desk.hear_texts(page.texts.as_ref()).await?;
        let agrees = desk.own.take(&page).await?;
        changed |= page.reset || !page.records.is_empty() || !page.gone.is_empty();
        if !agrees {
            tracing::warn!(
                "the own rows are not what the server says they are; they are fetched anew"
            );
            desk.own.forget_cursor().await?;
            return Ok((PullEnd::Anew, Vec::new()));
        }
        if !page.more {
            break page.revision;
        }
    };
    desk.reread_mine(true).await?;
    let known = desk.own.organisations().await?;
    let mut found = Vec::new();
    for (id, name) in desk.my_organisations() {
        let held = known.iter().find(|it| it.id == id);
        if held.is_none_or(|it| it.gone && changed) {
            desk.own
                .know(&KnownOrganisation {
                    id,
                    name,
                    gone: false,
                })
                .await?;
            found.push(id);
        }
    }
    if changed {
        desk.tell(&[ViewName::Session, ViewName::Bell]);
    }
    Ok((PullEnd::Done { revision }, found))
}
