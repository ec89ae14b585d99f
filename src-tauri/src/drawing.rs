//! Without a graphics card `WebKitGTK` draws through a renderer that stays slow or blank there; a variable makes it
//! draw plainly. Nothing may set a variable in a running program safely, so the program starts itself again with it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

const PLAIN_DRAWING: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Becomes the same program with plain drawing, where that is needed and nobody has chosen otherwise.
pub(crate) fn restart_if_needed() {
    if env::var_os(PLAIN_DRAWING).is_some()
        || !is_needed(&devices(), Path::new("/sys/module/nvidia").exists())
    {
        return;
    }
    let Ok(program) = env::current_exe() else {
        return;
    };
    tracing::info!("no graphics card to draw with: drawing plainly");
    // Returns only when it failed; then the window is drawn as it can be.
    let error = Command::new(program)
        .args(env::args_os().skip(1))
        .env(PLAIN_DRAWING, "1")
        .exec();
    tracing::warn!(%error, "cannot start again for plain drawing");
}

fn devices() -> Vec<OsString> {
    let entries = fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name()).collect()
}

/// The driver of NVIDIA has a render node and draws nothing through it.
fn is_needed(devices: &[OsString], nvidia: bool) -> bool {
    let can_render = |name: &OsString| name.to_string_lossy().starts_with("renderD");
    nvidia || !devices.iter().any(can_render)
}

#[cfg(test)]
mod tests {
    use super::is_needed;

    #[test]
    fn only_a_working_render_node_draws_the_fast_way() {
        assert!(is_needed(&[], false), "no card");
        assert!(
            is_needed(&["card0".into()], false),
            "a card that only shows pictures"
        );
        assert!(
            !is_needed(&["card0".into(), "renderD128".into()], false),
            "a card that renders"
        );
        assert!(
            is_needed(&["renderD128".into()], true),
            "the driver that shows a blank window"
        );
    }
}
