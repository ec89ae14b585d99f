//! Staff records: those the organisation keeps by name, with or without a login (R-34, RES-6, RES-8, RES-20).

use doorward_domain::{
    ChangeStaffRecord, Command, Held, Lookup, MakeStaffRecord, Membership, Name, Refusal,
    RemoveStaffRecord, StaffId, StaffRecord, decide,
};
use uuid::Uuid;

use super::subjects::withdrawal;
use crate::contract::{StaffAsk, StaffLogin, StaffRow, StaffView};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;

/// Everybody who is kept by name, by name; there are few, so all of them are read.
pub(crate) async fn staff(desk: &Desk, ask: &StaffAsk) -> Result<StaffView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    if let Some(cache) = office.cache().await {
        for row in cache.staff().await? {
            shown.put(row);
        }
    }
    let make = make();
    let ids: Vec<StaffId> = shown.world.live_staff().iter().map(|it| it.id).collect();
    let open = |overlay: &Overlay| {
        let tied = ids.iter().map(|id| Lookup::Staff(*id));
        tied.filter(|it| overlay.world.lacks(it)).collect()
    };
    office.ask(desk, &mut shown, open).await?;
    let judge = Judge {
        desk,
        office: &office,
    };
    let making = match &make {
        Some(command) => judge.refusal(&mut shown, command).await?,
        None => None,
    };
    let records: Vec<Held<StaffRecord>> = shown.world.live_staff().into_iter().cloned().collect();
    let mut rows = Vec::new();
    for record in records {
        rows.push(judge.row(&mut shown, &record).await?);
    }
    Ok(StaffView { rows, making })
}

/// The least record that could be made.
fn make() -> Option<Command> {
    Some(Command::MakeStaffRecord(MakeStaffRecord {
        staff: StaffId(Uuid::nil()),
        name: Name::try_from("-").ok()?,
        position: None,
    }))
}

/// Whoever asks, and where.
struct Judge<'a> {
    desk: &'a Desk,
    office: &'a Office,
}

impl Judge<'_> {
    async fn refusal(&self, shown: &mut Overlay, command: &Command) -> Result<Option<Refusal>> {
        let (actor, now) = (self.desk.actor(), self.desk.now());
        let questions = |overlay: &Overlay| overlay.open_questions([command], &actor, now);
        self.office.ask(self.desk, shown, questions).await?;
        Ok(decide(&shown.world, &actor, command, now).err())
    }

    async fn row(&self, shown: &mut Overlay, record: &Held<StaffRecord>) -> Result<StaffRow> {
        let staff = record.id;
        let login = shown.world.login_of(staff).cloned();
        let change = Command::ChangeStaffRecord(ChangeStaffRecord {
            staff,
            // Another position than it has, so that there is something to change.
            name: record.name.clone(),
            position: match &record.position {
                Some(_) => None,
                None => Some(record.name.clone()),
            },
            based_on: record.version,
        });
        let remove = Command::RemoveStaffRecord(RemoveStaffRecord { staff });
        Ok(StaffRow {
            staff,
            name: record.name.clone(),
            position: record.position.clone(),
            version: record.version,
            changing: self.refusal(shown, &change).await?,
            removing: self.refusal(shown, &remove).await?,
            login: match login {
                Some(row) => Some(self.login(shown, &row).await?),
                None => None,
            },
        })
    }

    async fn login(&self, shown: &mut Overlay, row: &Held<Membership>) -> Result<StaffLogin> {
        let (now, membership) = (self.desk.now(), row.id);
        let withdraw = withdrawal(row);
        Ok(StaffLogin {
            membership,
            state: row.state(now),
            contact: shown.world.contacts_of(membership).first().cloned(),
            withdrawing: self.refusal(shown, &withdraw).await?,
            withdraw,
        })
    }
}
