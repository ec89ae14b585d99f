//! Every command, those of later work included, and every refusal.

use anyhow::Result;
use doorward_domain::{Command, Refusal};
use doorward_suite::samples;

use crate::shape;

#[test]
fn every_command_travels_as_before() -> Result<()> {
    for command in samples::commands()? {
        let sample = serde_json::to_value(&command)?;
        shape::keeps::<Command>(&format!("command-{}", command.key()), &sample)?;
        shape::names_every_field::<Command>(command.key(), &sample)?;
    }
    Ok(())
}

#[test]
fn every_refusal_travels_as_before() -> Result<()> {
    for refusal in samples::refusals()? {
        let sample = serde_json::to_value(&refusal)?;
        shape::keeps::<Refusal>(&format!("refusal-{}", refusal.code()), &sample)?;
    }
    Ok(())
}
