//! Files of this computer: a folder for each (server, account), its databases, and who may read them (CCH-1, CCH-2).
//! Without a key nothing is written to disk: every database lives in memory.

mod database;
mod folder;

pub(crate) use database::{Database, Migrations, Place, is_unreadable};
pub(crate) use folder::{Folder, Lock, write_new};
