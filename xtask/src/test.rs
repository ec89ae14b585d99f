//! `test`: everything a change must pass, in the order in which failures are cheapest to find.

use anyhow::Result;

use crate::step::Steps;
use crate::{deny, setup, tool};

/// Checks and tests everything; prints what each step took, also when one failed.
pub fn test() -> Result<()> {
    let mut steps = Steps::default();
    let result = all(&mut steps);
    steps.print();
    result
}

fn all(steps: &mut Steps) -> Result<()> {
    steps.run("setup", setup::everything)?;
    steps.run("format", || cargo(&["fmt", "--all", "--check"]))?;
    steps.run("ui: check", || npm_script("check"))?;
    steps.run("ui: test", || npm_script("test"))?;
    steps.run("ui: build", tool::build_ui)?;
    steps.run("deny", deny::check)?;
    steps.run("clippy", || {
        cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ])
    })?;
    // The suite and the window's tests run these programs.
    steps.run("build: server", tool::build_server)?;
    steps.run("build: app", || cargo(&["build", "--package", "doorward"]))?;
    // Each selection of packages has its own set of features, and so its own build of what they
    // share: these three, with the two programs above, compile the least.
    steps.run("test: server", || {
        cargo(&["test", "--package", "doorward-server"])
    })?;
    steps.run("test: verifier of passes, these commands", || {
        cargo(&["test", "--package", "doorward-pass", "--package", "xtask"])
    })?;
    steps.run("test: app", || cargo(&["test", "--package", "doorward"]))?;
    steps.run("test: rules, protocol, device, suite, bench", || {
        cargo(WITHOUT_WINDOW)
    })
}

const WITHOUT_WINDOW: &[&str] = &[
    "test",
    // One failure hides no other.
    "--no-fail-fast",
    "--package=doorward-domain",
    "--package=doorward-protocol",
    "--package=doorward-copy",
    "--package=doorward-client",
    "--package=doorward-suite",
    // It asks no more of what they share, so nothing else is built for its few tests.
    "--package=doorward-bench",
];

fn cargo(arguments: &[&str]) -> Result<()> {
    // Every program that a test starts is built by a step before.
    tool::run(tool::cargo(arguments)?.env("SUITE_TAKES_WHAT_IS_BUILT", "1"))
}

/// Runs a script of `ui/package.json`, which need not have it.
fn npm_script(script: &str) -> Result<()> {
    tool::run(&mut tool::npm(["run", "--if-present", script])?)
}
