//! My memberships: what I belong to and what I asked for, with a way back (OLV-28 to OLV-34).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{
    CancelRequest, Command, LevelRef, MembershipId, Moment, OrganisationId, StatusName,
};
use doorward_protocol::{MyKind, MyMembership, MyRecord, Outcome};

use super::form::Fields;
use super::layout::Shell;
use super::next;
use super::visitor::{Answer, Early, Visitor};
use crate::execute;
use crate::store::{self, letter_facts, mine};
use crate::text::{Value, status_key};

/// Most memberships shown.
const MOST: usize = 500;

#[derive(Debug, Template)]
#[template(path = "pages/me.html")]
struct Page {
    shell: Shell,
    notice: Option<String>,
    rows: Vec<Row>,
    past: Vec<Row>,
    past_title: String,
}

#[derive(Debug)]
struct Row {
    organisation: String,
    status: &'static str,
    state: String,
    tone: &'static str,
    icon: &'static str,
    lines: Vec<String>,
    withdraw: Option<(OrganisationId, MembershipId)>,
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
    list(&visitor, None).await
}

/// Withdraws a request.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let Some(device) = &visitor.device else {
        return Ok(visitor.go(&next::with("/sign-in", Some("/me"))));
    };
    fields
        .only(&["do", "organisation", "membership"])
        .map_err(|code| visitor.broken(code))?;
    let named = (
        fields.text("organisation").parse(),
        fields.text("membership").parse(),
    );
    let (Ok(organisation), Ok(membership)) = named else {
        return list(&visitor, None).await;
    };
    let command = Command::CancelRequest(CancelRequest { membership });
    let outcome = execute::one(&visitor.app, organisation, &device.caller, command).await;
    match outcome.map_err(|error| visitor.broken(error))? {
        Outcome::Refused { refusal } => Ok(visitor.refused(&refusal)),
        Outcome::Applied { .. } | Outcome::NoChange { .. } => {
            let mut tx = visitor
                .app
                .store()
                .snapshot()
                .await
                .map_err(|error| visitor.broken(error))?;
            let found = letter_facts::names(&mut tx, organisation, &[]).await;
            let (name, _) = found.map_err(|error| visitor.broken(error))?;
            drop(tx);
            let name = name.map(|name| name.to_string()).unwrap_or_default();
            list(
                &visitor,
                Some(visitor.words.say_of("me-withdrawn", "organisation", &name)),
            )
            .await
        }
    }
}

async fn list(visitor: &Visitor, notice: Option<String>) -> Answer {
    if visitor.device.is_none() {
        return Ok(visitor.go(&next::with("/sign-in", Some("/me"))));
    }
    let (rows, past) = rows(visitor).await?;
    let past_title = visitor
        .words
        .say_with("me-past", &[("count", Value::from(past.len()))]);
    let shell = visitor.shell(visitor.words.say("me-title"));
    Ok(visitor.page(
        StatusCode::OK,
        &Page {
            shell,
            notice,
            rows,
            past,
            past_title,
        },
    ))
}

/// What is shown, the newest first, and what is past.
async fn rows(visitor: &Visitor) -> Result<(Vec<Row>, Vec<Row>), Early> {
    let mut found = memberships(visitor)
        .await
        .map_err(|error| visitor.broken(error))?;
    found.sort_by_key(|(it, _)| std::cmp::Reverse((it.membership.begun.at, it.membership.id)));
    let (mut rows, mut past) = (Vec::new(), Vec::new());
    for (mine, level) in found {
        match mine.membership.status.name() {
            StatusName::Requested | StatusName::Invited | StatusName::Approved => {
                rows.push(row(visitor, &mine, level.as_deref()));
            }
            StatusName::Ended | StatusName::Expired => {
                past.push(row(visitor, &mine, level.as_deref()));
            }
            // OLV-31, OLV-33: hidden.
            StatusName::Cancelled | StatusName::Rejected => {}
        }
    }
    Ok((rows, past))
}

async fn memberships(
    visitor: &Visitor,
) -> Result<Vec<(MyMembership, Option<String>)>, store::Error> {
    let Some(device) = &visitor.device else {
        return Ok(Vec::new());
    };
    let mut tx = visitor.app.store().snapshot().await?;
    let held = mine::held(&mut tx, device.account.person, MyKind::Membership, MOST).await?;
    let mut found = Vec::new();
    for record in held {
        let MyRecord::Membership(mine) = record else {
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
    Ok(found)
}

fn row(visitor: &Visitor, mine: &MyMembership, own_level: Option<&str>) -> Row {
    let (words, it, now) = (visitor.words, &mine.membership, visitor.app.now());
    let when = |id: &str, at: Moment| words.say_of(id, "when", &words.date(at));
    let decided = it
        .decided
        .as_ref()
        .map_or(it.begun.at, |decided| decided.at);
    let status = it.status.name();
    let ahead = it
        .grant
        .as_ref()
        .and_then(|grant| grant.starts_at)
        .filter(|_| it.is_ahead(now));
    let (state, tone, icon) = match status {
        StatusName::Approved if it.suspended => (words.say("status-suspended"), "warn", "‖"),
        StatusName::Approved if it.is_lapsed(now) => (words.say("status-lapsed"), "", "×"),
        StatusName::Approved => match ahead {
            Some(at) => (when("status-ahead", at), "info", "→"),
            None => (words.status(status), "ok", "✓"),
        },
        StatusName::Requested => (words.status(status), "warn", "↙"),
        StatusName::Invited => (words.status(status), "info", "↗"),
        StatusName::Ended | StatusName::Expired | StatusName::Rejected | StatusName::Cancelled => {
            (words.status(status), "", "×")
        }
    };
    let line = match status {
        StatusName::Requested => when("me-asked", it.begun.at),
        StatusName::Invited => when("me-invited", it.begun.at),
        StatusName::Approved => when("me-since", decided),
        StatusName::Ended | StatusName::Expired | StatusName::Rejected | StatusName::Cancelled => {
            when("me-ended", decided)
        }
    };
    let level = it
        .grant
        .as_ref()
        .map(|grant| words.level(grant.level, own_level));
    let position = it.position.as_ref().map(ToString::to_string);
    let lines = position.into_iter().chain(level).chain([line]).collect();
    let withdraw = (status == StatusName::Requested).then_some((mine.organisation, it.id));
    Row {
        organisation: mine.organisation_name.to_string(),
        status: status_key(status),
        state,
        tone,
        icon,
        lines,
        withdraw,
    }
}
