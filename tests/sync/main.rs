//! The story of the main job, with real processes: a server, headless devices, an SMTP server, and the pages over HTTP.

mod asked_offline;
mod bombs;
mod bulk;
mod contradiction;
mod damage;
mod drawn;
mod erased;
mod first_copy;
mod gates;
mod handled;
mod invited;
mod limited;
mod listed;
mod lost_answer;
mod owners;
mod packed;
mod phones;
mod refused;
mod reported;
mod scene;
mod side_by_side;
mod staff;
