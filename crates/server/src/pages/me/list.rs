//! The list: what is open or holds on top, what is past folded below.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{LevelRef, OrganisationId, StatusName};
use doorward_protocol::{MyKind, MyMembership, MyRecord};

use super::profile::{Profile, Rooms, profile, rooms};
use super::residence::{Residence, residence};
use super::row::{self, Leave, Row};
use crate::accounts::SignedInDevice;
use crate::execute;
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::public;
use crate::store::{self, letter_facts, mine};
use crate::text::Value;

/// Most memberships shown.
const MOST: usize = 500;

#[derive(Debug, Template)]
#[template(path = "pages/me.html")]
struct Page {
    shell: Shell,
    said: Option<Said>,
    profile: Profile,
    rows: Vec<Row>,
    rooms: Rooms,
    past: Vec<Row>,
    past_title: String,
    /// What was cancelled or declined, where it is asked for (OLV-31, OLV-33).
    closed: Option<Vec<Row>>,
    /// The switch that shows it or hides it again, where there is any.
    closed_switch: Option<(&'static str, String)>,
    /// Whether an organisation can be made here.
    may_found: bool,
}

/// What asks for what was cancelled or declined.
const HISTORY: &str = "history";

/// A person's rows, by where they are shown.
#[derive(Debug, Default)]
struct Mine {
    rows: Vec<Row>,
    past: Vec<Row>,
    closed: Vec<Row>,
    homes: Vec<Residence>,
}

impl Page {
    fn anything(&self) -> bool {
        !(self.rows.is_empty() && self.past.is_empty())
    }
}

/// What came of what was pressed.
#[derive(Debug)]
pub struct Said {
    /// In words.
    pub text: String,
    /// Whether it was refused.
    pub refused: bool,
}

/// The first page.
pub async fn home(visitor: Visitor) -> Response {
    visitor.go(if visitor.device.is_some() {
        "/me"
    } else {
        "/sign-in"
    })
}

/// The list.
pub async fn show(visitor: Visitor) -> Answer {
    let Some(device) = &visitor.device else {
        return Ok(visitor.go(&next::with("/sign-in", Some("/me"))));
    };
    list(&visitor, device, None).await
}

/// The list, with what came of what was pressed.
pub async fn list(visitor: &Visitor, device: &SignedInDevice, said: Option<Said>) -> Answer {
    let mut mine = mine_of(visitor, device).await?;
    let is_shown = visitor.query(HISTORY).is_some();
    let closed: &mut [Row] = if is_shown { &mut mine.closed } else { &mut [] };
    lead_to_pages(visitor, [&mut mine.rows, &mut mine.past, closed]).await?;
    let words = visitor.words;
    let count = |of: &[Row]| [("count", Value::from(of.len()))];
    let switch = if is_shown {
        ("/me", words.say("me-closed-hide"))
    } else {
        let text = words.say_with("me-closed-show", &count(&mine.closed));
        ("/me?history=1", text)
    };
    let page = Page {
        shell: visitor.shell(words.say("me-title")),
        profile: profile(visitor, device, &mine.homes),
        rooms: rooms(visitor, &mine.homes),
        past_title: words.say_with("me-past", &count(&mine.past)),
        closed_switch: (!mine.closed.is_empty()).then_some(switch),
        closed: is_shown.then_some(mine.closed),
        may_found: execute::may_found(&visitor.app),
        said,
        rows: mine.rows,
        past: mine.past,
    };
    Ok(visitor.page(StatusCode::OK, &page))
}

/// What is shown, invitations first and then the newest, what is past, and what was cancelled or declined.
async fn mine_of(visitor: &Visitor, device: &SignedInDevice) -> Result<Mine, Early> {
    let broken = |error: store::Error| visitor.broken(error);
    let invited = held(visitor, device, MyKind::Invitation).await;
    let found = held(visitor, device, MyKind::Membership).await;
    let mut all = Mine::default();
    for (mine, level) in invited.map_err(broken)? {
        all.rows
            .extend(row::invited(visitor, device, &mine, level.as_deref()).await?);
    }
    for (mine, level) in found.map_err(broken)? {
        let level = level.as_deref();
        match mine.membership.status.name() {
            StatusName::Requested | StatusName::Invited | StatusName::Approved => {
                let home = home_of(visitor, device, &mine).await.map_err(broken)?;
                all.homes.extend(home);
                all.rows
                    .push(row::live(visitor, device, &mine, level).await?);
            }
            StatusName::Ended | StatusName::Expired => {
                all.past.push(row::of(visitor, &mine, level));
            }
            // OLV-31, OLV-33: hidden, unless somebody looks for them.
            StatusName::Cancelled | StatusName::Rejected => {
                all.closed.push(row::closed(visitor, &mine));
            }
        }
    }
    Ok(all)
}

/// Where an organisation has a page, its name leads there.
async fn lead_to_pages(visitor: &Visitor, all: [&mut [Row]; 3]) -> Result<(), Early> {
    let ids = all.iter().flat_map(|rows| rows.iter());
    let ids: BTreeSet<OrganisationId> = ids.map(|row| row.organisation).collect();
    let ids: Vec<OrganisationId> = ids.into_iter().collect();
    let with_pages = public::with_pages(&visitor.app, &ids).await;
    let with_pages = with_pages.map_err(|error| visitor.broken(error))?;
    for row in all.into_iter().flatten() {
        let has_page = with_pages.contains(&row.organisation);
        row.page = has_page.then(|| format!("/o/{}", row.organisation));
    }
    Ok(())
}

async fn home_of(
    visitor: &Visitor,
    device: &SignedInDevice,
    mine: &MyMembership,
) -> Result<Option<Residence>, store::Error> {
    let mut tx = visitor.app.store().snapshot().await?;
    residence(&visitor.app, &mut tx, device, mine).await
}

/// The person's rows of a kind, the newest first, each with the name of its own level, if it has one.
async fn held(
    visitor: &Visitor,
    device: &SignedInDevice,
    kind: MyKind,
) -> Result<Vec<(MyMembership, Option<String>)>, store::Error> {
    let mut tx = visitor.app.store().snapshot().await?;
    let held = mine::held(&mut tx, device.account.person, kind, MOST).await?;
    let mut found = Vec::new();
    for record in held {
        let (MyRecord::Membership(mine) | MyRecord::Invitation(mine)) = record else {
            continue;
        };
        let level = match mine.membership.grant.as_ref().map(|grant| grant.level) {
            Some(LevelRef::Own(id)) => letter_facts::names(&mut tx, mine.organisation, &[id])
                .await?
                .1
                .pop(),
            Some(LevelRef::Preset(_)) | None => None,
        };
        found.push((*mine, level.map(|level| level.name.to_string())));
    }
    found.sort_by_key(|(it, _)| std::cmp::Reverse((it.membership.begun.at, it.membership.id)));
    Ok(found)
}
