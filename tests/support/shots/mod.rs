//! The situations of which people are shown pictures (`UI_SPEC` 10).

mod camera;
mod tray;

pub use self::camera::take;
