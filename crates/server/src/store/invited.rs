//! How many invitations an organisation queued today, kept as they are queued: letters are not counted (RAT-2).

use std::collections::BTreeMap;

use doorward_domain::{Day, Moment, NoticeKind, OrganisationId, SentToday};
use serde::Serialize;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::dialect::Column;
use super::letters::LetterRow;
use super::{Error, Script, Slot, Statement, Tx};

#[derive(Debug, Serialize)]
struct Counted {
    organisation: OrganisationId,
    invitations: u32,
}

/// Counts the invitations among letters that are queued.
pub fn count(script: &mut Script, letters: &[LetterRow], now: Moment) -> Result<(), Error> {
    let mut counts: BTreeMap<OrganisationId, u32> = BTreeMap::new();
    let invitations = letters
        .iter()
        .filter(|it| it.kind == NoticeKind::Invitation.key());
    for organisation in invitations.filter_map(|it| it.organisation) {
        *counts.entry(organisation).or_default() += 1;
    }
    if counts.is_empty() {
        return Ok(());
    }
    let counted = |(organisation, invitations)| Counted {
        organisation,
        invitations,
    };
    let counts: Vec<Counted> = counts.into_iter().map(counted).collect();
    let columns = [Column::Text("organisation"), Column::Number("invitations")];
    let sql = format!(
        "INSERT INTO invited (organisation, day, invitations) \
         SELECT n.organisation, $2, n.invitations FROM {} WHERE true \
         ON CONFLICT (organisation, day) DO UPDATE SET invitations = invited.invitations + excluded.invitations",
        script.dialect().rows("$1", "n", &columns)
    );
    script.add(Statement::new(sql).set(&counts)?.number(now.day().0));
    Ok(())
}

/// Asks how many an organisation queued today, and since when it is there.
pub fn ask(script: &mut Script, organisation: OrganisationId, now: Moment) -> Slot {
    let sql = "SELECT (SELECT invitations FROM invited WHERE organisation = $1 AND day = $2) AS invitations, \
               (SELECT at FROM history WHERE ledger = $1 AND seq = 1) AS founded";
    script.add(Statement::new(sql).id(organisation).number(now.day().0))
}

/// What was asked for.
pub fn read(row: &AnyRow) -> Result<SentToday, Error> {
    let sent: Option<i64> = row.try_get("invitations")?;
    let founded: Option<i64> = row.try_get("founded")?;
    Ok(SentToday {
        sent: sent.map_or(0, |it| u32::try_from(it).unwrap_or(u32::MAX)),
        founded: founded.map(Moment),
    })
}

/// Forgets the days before one.
pub async fn forget_before(tx: &mut Tx, day: Day) -> Result<(), Error> {
    let sql = "DELETE FROM invited WHERE day < $1";
    sqlx::query(sql).bind(day.0).execute(tx.conn()).await?;
    Ok(())
}
