//! An image in memory of what everybody is found by. The search tables of the file answer while it is read, and where a
//! list is in another order than that of names; the image answers everything else without a statement.

mod held;
mod lines;
mod sheet;

pub(super) use held::Image;
pub(super) use lines::Lines;
pub(super) use sheet::Found;
