//! Lines that programs print: passed on as they are, and kept for the table.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::tool;

/// Lines of JSON.
#[derive(Debug, Default)]
pub struct Lines(Vec<Value>);

impl Lines {
    /// Runs a program, passes its lines on and keeps them.
    pub fn pass_on(&mut self, program: &mut Command) -> Result<()> {
        let line = tool::line(program);
        let mut child = program.stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().context("a program speaks")?;
        for said in BufReader::new(output).lines() {
            let said = said?;
            println!("{said}");
            self.0.extend(serde_json::from_str::<Value>(&said));
        }
        let status = child.wait()?;
        ensure!(status.success(), "`{line}` failed ({status})");
        Ok(())
    }

    /// The median of a number in the lines that have all these values; `at` is a JSON pointer.
    pub fn median(&self, like: &[(&str, Value)], at: &str) -> Option<f64> {
        let is_like = |line: &&Value| like.iter().all(|(key, value)| line[*key] == *value);
        let found = self.0.iter().filter(is_like);
        let mut numbers: Vec<f64> = found
            .filter_map(|line| line.pointer(at)?.as_f64())
            .collect();
        numbers.sort_by(f64::total_cmp);
        numbers.get(numbers.len() / 2).copied()
    }
}
