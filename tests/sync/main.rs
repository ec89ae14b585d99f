//! The story of the main job, with real processes: a server, headless devices, an SMTP server, and the pages over HTTP.

mod asked_offline;
mod contradiction;
mod erased;
mod first_copy;
mod invited;
mod lost_answer;
mod scene;
