//! Whether the desktop has a place for signs. On Linux that is whoever owns a name on the session bus; it may come after
//! us, when both are started at signing in, and it may go.

use tauri::AppHandle;

use super::state::hosted;

/// The name of what watches over signs.
#[cfg(target_os = "linux")]
const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Follows whether there is one, until the program ends.
#[cfg(target_os = "linux")]
pub(crate) async fn follow(app: AppHandle) {
    if let Err(error) = watch(&app).await {
        tracing::info!(%error, "the session bus tells of no tray");
        hosted(&app, false);
    }
}

/// Everywhere else there always is one.
#[cfg(not(target_os = "linux"))]
pub(crate) async fn follow(app: AppHandle) {
    hosted(&app, true);
    std::future::ready(()).await;
}

#[cfg(target_os = "linux")]
async fn watch(app: &AppHandle) -> zbus::Result<()> {
    use futures_util::StreamExt;

    let bus = zbus::Connection::session().await?;
    let names = zbus::fdo::DBusProxy::new(&bus).await?;
    let mut changes = names
        .receive_name_owner_changed_with_args(&[(0, WATCHER)])
        .await?;
    hosted(app, names.name_has_owner(WATCHER.try_into()?).await?);
    while let Some(change) = changes.next().await {
        hosted(app, change.args()?.new_owner().is_some());
    }
    Ok(())
}
