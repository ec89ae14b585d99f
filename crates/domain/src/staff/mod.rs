//! Staff records: somebody the organisation keeps by name, who has no login until invited (R-34, RES-1 to RES-7).

mod change;
mod make;
mod record;
mod remove;

pub use self::change::ChangeStaffRecord;
pub use self::make::MakeStaffRecord;
pub use self::record::StaffRecord;
pub use self::remove::RemoveStaffRecord;
