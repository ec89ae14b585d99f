//! What the whole-system tests share: real servers, devices, pages, mail and databases, each in a process of its own.
//! Nothing here is part of the product.

pub mod guard;
pub mod postgres;
pub mod wait;
