//! Every command, those of later work included, and every refusal.

use doorward_domain::{Command, Refusal};
use doorward_suite::samples;

use crate::shape;

#[test]
fn every_command_travels_as_before() {
    for command in samples::commands().unwrap() {
        let sample = serde_json::to_value(&command).unwrap();
        shape::keeps::<Command>(&format!("command-{}", command.key()), &sample);
        shape::names_every_field::<Command>(command.key(), &sample);
    }
}

#[test]
fn every_refusal_travels_as_before() {
    for refusal in samples::refusals().unwrap() {
        let sample = serde_json::to_value(&refusal).unwrap();
        shape::keeps::<Refusal>(&format!("refusal-{}", refusal.code()), &sample);
    }
}
