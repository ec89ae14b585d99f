//! Builds anew when a migration is added: the compiler itself sees only those that were there before.

use std::io::Write;

fn main() -> std::io::Result<()> {
    writeln!(std::io::stdout(), "cargo:rerun-if-changed=migrations")
}
