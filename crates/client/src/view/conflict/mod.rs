//! Two changes of one thing: mine, which was refused because somebody else had changed it meanwhile, and theirs, which
//! holds. Shown side by side, line by line; what gives less is proposed first (`UI_SPEC` 7.7).

mod card;
mod lines;
mod mine;
mod resolution;

pub(super) use card::card;
pub(crate) use resolution::resolution;
