//! My account: who one is here, how one signs in, where one is signed in, and the end of it.

mod act;
mod address;
mod page;
mod password;
mod phone;
mod reach;
mod ways;

pub use self::act::{proved, take};
pub use self::address::{show as show_address, take as take_address};
pub use self::page::show;
pub use self::password::{show as show_password, take as take_password};
pub use self::phone::{show as show_phone, take as take_phone};
