//! The server's program; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    doorward_server::cli::run()
}
