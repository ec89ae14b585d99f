//! Removing a staff record that never had a login (RULES 6).

use serde::{Deserialize, Serialize};

use crate::StaffId;
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// The organisation removes a staff record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveStaffRecord {
    /// Which.
    pub staff: StaffId,
}

impl RemoveStaffRecord {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        case.entitled(Permission::MembersManage)?;
        let record = case.staff(self.staff).or_stop()?.ok_or(Refusal::NotFound)?;
        if record.removed {
            return Err(Stop::Unchanged);
        }
        let tied = case.tied_to(self.staff).or_stop()?;
        if let Some(row) = tied.iter().max_by_key(|it| it.begun.at) {
            return Err(Refusal::WrongStatus {
                status: row.status.name(),
                decided: row.decided.clone(),
            }
            .into());
        }
        Ok(vec![Event::StaffRecordRemoved {
            staff: record.value.clone(),
        }])
    }
}
