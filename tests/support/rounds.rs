//! How often something is tried that happens by chance: seldom in every run, in full when that is asked for.

/// Set by `cargo xtask soak`: the counts of the cases are reached.
const SOAK: &str = "DOORWARD_SOAK";

/// `full` in a soak, else `usual`.
pub fn rounds<T: Copy>(usual: T, full: T) -> T {
    if std::env::var_os(SOAK).is_some() {
        full
    } else {
        usual
    }
}
