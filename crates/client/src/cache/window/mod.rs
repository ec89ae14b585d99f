//! Windows of people and invitations: in any order, narrowed by filters and by a search. What is read is an index from
//! its beginning to the end of the window, or the few rows that a filter or a search leaves; never every row.

mod count;
mod crowd;
mod lead;
mod look;
mod rows;

pub(crate) use crowd::{Crowd, Door, Filter};
