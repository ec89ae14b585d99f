//! The demo: two believable houses with a past, told through the same commands that people give. What they tell stands
//! in `people.toml`, `salon.toml` and `studio.toml`.

mod acts;
mod ago;
mod fill;
mod house;
mod people;
mod post;
mod step;
mod teller;

pub use self::fill::{OWNER, fill};
