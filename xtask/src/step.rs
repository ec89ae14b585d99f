//! Named steps with the time each took. The first that fails ends the run; the table is always printed.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// The steps of one run so far.
#[derive(Debug, Default)]
pub struct Steps {
    done: Vec<Done>,
}

#[derive(Debug)]
struct Done {
    name: &'static str,
    took: Duration,
    passed: bool,
}

impl Steps {
    /// Runs one step.
    pub fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n== {name}");
        let start = Instant::now();
        let result = step();
        let took = start.elapsed();
        println!("== {name}: {:.1} s", took.as_secs_f64());
        self.done.push(Done {
            name,
            took,
            passed: result.is_ok(),
        });
        result.with_context(|| format!("the step \"{name}\" failed"))
    }

    /// Prints all steps with their seconds.
    pub fn print(&self) {
        let width = self.done.iter().map(|done| done.name.len()).max();
        let width = width.unwrap_or_default();
        println!("\n{:width$}  seconds", "step");
        for Done { name, took, passed } in &self.done {
            let mark = if *passed { "" } else { "  failed" };
            println!("{name:width$}  {:7.1}{mark}", took.as_secs_f64());
        }
        let total: Duration = self.done.iter().map(|done| done.took).sum();
        println!("{:width$}  {:7.1}", "all", total.as_secs_f64());
    }
}
