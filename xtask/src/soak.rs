//! `soak`: the cases that happen by chance, as often as they are counted, and the colours of every screen in every
//! language; `test` plays the same code seldom.

use anyhow::{Result, ensure};

use crate::{setup, tool};

/// The tests that play more often when they are asked to, each package set built as `test` builds it.
const SUITE: &[&str] = &[
    "test",
    "--package=doorward-domain",
    "--package=doorward-protocol",
    "--package=doorward-client",
    "--package=doorward-suite",
];
/// What is played where no case is named: those that have counts of their own.
const COUNTED: &[&str] = &[
    "S-03", "S-13", "S-14", "S-15", "S-24", "S-35", "S-41", "S-67", "S-68", "S-69", "S-70", "S-79",
];

/// What is asked for beside cases: every screen.
const SCREENS: &str = "screens";

/// Plays the cases named, such as `S-67`, and `screens`, or all that have counts and the screens, in full.
pub fn soak(cases: &[String]) -> Result<()> {
    setup::everything()?;
    tool::build_server()?;
    let asked: Vec<&str> = if cases.is_empty() {
        [COUNTED, &[SCREENS]].concat()
    } else {
        cases.iter().map(String::as_str).collect()
    };
    let (screens, cases): (Vec<&str>, Vec<&str>) = asked.into_iter().partition(|it| *it == SCREENS);
    let tests: Vec<String> = cases.into_iter().map(test_name).collect::<Result<_>>()?;
    if !tests.is_empty() {
        play(&[&["--".to_owned()], &*tests].concat())?;
    }
    if screens.is_empty() {
        return Ok(());
    }
    tool::build_ui()?;
    play(&["--test=screens".to_owned()])
}

fn play(what: &[String]) -> Result<()> {
    let mut play = tool::cargo(SUITE)?;
    play.args(what).env("DOORWARD_SOAK", "1");
    tool::run(play.env("SUITE_TAKES_WHAT_IS_BUILT", "1"))
}

/// What the names of the tests of a case have in them.
fn test_name(case: &str) -> Result<String> {
    let number = case
        .trim_start_matches(['S', 's'])
        .trim_start_matches(['-', '_']);
    ensure!(
        number.len() == 2 && number.chars().all(|it| it.is_ascii_digit()),
        "a case is named like S-67, not `{case}`"
    );
    Ok(format!("s_{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_found_by_its_name() {
        assert_eq!(test_name("S-67").unwrap(), "s_67");
        assert_eq!(test_name("s_03").unwrap(), "s_03");
        assert!(test_name("everything").is_err());
    }
}
