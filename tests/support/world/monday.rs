//! A Monday morning at the park: thirty-two people ask to join, and the invitations of eighteen need care because their
//! letters came back, could not be sent, were never sent, or were not answered in time.

use anyhow::Result;
use doorward_domain::Locale;

use super::cast::{self, Asking, Invited, Somebody};
use super::doors;
use super::plan::Plan;
use super::story::Levels;

/// Who came by the poster on the wall, beside those in the tables.
const BY_POSTER: Asking = Asking {
    who: Somebody::of("Έλλη Αλεξίου", "elli.alexiou", Locale::En),
    minutes: 30 * 60,
    note: "",
};

/// Who asks to join.
pub fn requests() -> Result<Vec<Asking>> {
    let mut all = cast::requests()?;
    all.extend(more_requests()?);
    all.push(BY_POSTER);
    Ok(all)
}

/// Whose invitations need care.
pub fn invitations() -> Result<Vec<Invited>> {
    let mut all = cast::invitations()?;
    all.extend(more_invitations()?);
    all.retain(needs_care);
    Ok(all)
}

/// Plans those whom the park has only on such a day.
pub(super) fn plan(plan: &mut Plan, levels: &Levels) -> Result<()> {
    doors::requests(plan, more_requests()?)?;
    doors::invitations(plan, levels, more_invitations()?)
}

fn more_requests() -> Result<Vec<Asking>> {
    cast::asking(include_str!("monday.txt"))
}

fn more_invitations() -> Result<Vec<Invited>> {
    cast::invited(include_str!("monday_invitations.txt"))
}

/// Whether somebody has to do something about an invitation.
fn needs_care(invited: &Invited) -> bool {
    const WEEK: i64 = 7 * 24 * 60;
    let last = invited.letter.last().map(|(state, ..)| *state);
    matches!(last, Some("bounced" | "failed" | "not_sent")) || invited.minutes > WEEK
}
