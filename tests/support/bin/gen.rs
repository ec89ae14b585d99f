//! Writes everything in the repository that is generated from the code.

fn main() -> anyhow::Result<()> {
    doorward_suite::generated::write(&doorward_suite::programs::root())
}
