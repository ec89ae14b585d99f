//! Access levels: the locked presets and the organisation's own (RULES 2).

mod change;
mod delete;
mod make;
mod options;
mod preview;
mod record;

pub use self::change::ChangeLevel;
pub use self::delete::DeleteLevel;
pub use self::make::MakeLevel;
pub use self::options::StaffOption;
pub use self::preview::{LevelPreview, LevelPreviewLine, level_preview};
pub use self::record::{Level, LevelRef, Preset};
