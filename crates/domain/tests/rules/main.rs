//! The rules, tried: every command on every row by everybody, the stories behind each rule, and what holds of any
//! sequence of commands. Names end with the id of the rule they prove.

#[cfg(test)]
mod casebook;
#[cfg(test)]
mod matrix;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod worlds;
