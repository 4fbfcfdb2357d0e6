//! Stopping: SIGTERM and Ctrl-C turn a flag that everything long-lived watches.

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// A flag that turns true at the first SIGTERM or SIGINT. Must be called inside a runtime.
pub fn on_signal() -> watch::Receiver<bool> {
    let (set, stop) = watch::channel(false);
    tokio::spawn(async move {
        let (Ok(mut term), Ok(mut int)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) else {
            tracing::error!("signals cannot be listened to; only a kill ends this process");
            return;
        };
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
        let _ = set.send(true);
        // A second signal does not wait for a clean stop.
        tokio::select! {
            _ = term.recv() => std::process::exit(130),
            _ = int.recv() => std::process::exit(130),
        }
    });
    stop
}
