//! `evolve`: a fact becomes records. It cannot fail: what may happen was judged before.

mod facts;
mod rows;

pub use facts::evolve;
