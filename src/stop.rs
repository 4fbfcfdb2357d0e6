//! Stopping: SIGTERM, SIGHUP and Ctrl-C turn a flag that everything long-lived watches.

use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

/// A flag that turns true at the first SIGTERM, SIGINT or SIGHUP. From the return on they are listened to, so it is asked
/// for before anybody is told that there is something to stop.
///
/// A process that was started to ignore SIGHUP (`nohup`) goes on ignoring it.
pub fn on_signal(runtime: &Runtime) -> watch::Receiver<bool> {
    let _inside = runtime.enter();
    let (set, stop) = watch::channel(false);
    let (Ok(mut term), Ok(mut int)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) else {
        tracing::error!("signals cannot be listened to; only a kill ends this process");
        return stop;
    };
    let mut hangup = if ignores_hangup() { None } else { signal(SignalKind::hangup()).ok() };
    runtime.spawn(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
            () = received(hangup.as_mut()) => {}
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

async fn received(signal: Option<&mut Signal>) {
    match signal {
        Some(signal) => drop(signal.recv().await),
        None => std::future::pending().await,
    }
}

/// Whether this process was started to ignore SIGHUP; where the system does not tell, it was not.
fn ignores_hangup() -> bool {
    std::fs::read_to_string("/proc/self/status").is_ok_and(|status| ignores(&status, 1))
}

/// Whether a signal is in the mask of ignored ones (`SigIgn`, the first signal in the lowest bit).
fn ignores(status: &str, signal: u32) -> bool {
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mask_of_ignored_signals_is_read() {
        assert!(ignores("Name:\treplate\nSigIgn:\t0000000000000001\n", 1));
        assert!(!ignores("SigBlk:\t0000000000000001\nSigIgn:\t0000000000001000\n", 1));
        assert!(!ignores("", 1));
    }
}
