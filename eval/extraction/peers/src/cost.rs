//! What an engine costs: CPU time of the thread and memory above what the pages take.

use std::time::Duration;

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::{Error, Page};

/// Reads all pages `passes` times. A page's time is its fastest: noise only ever adds.
pub fn measure(engine: Engine, pages: &[Page], passes: usize) -> Result<Value, Error> {
    forget_peak();
    let before = memory("VmRSS:")?;
    let mut best = vec![Duration::MAX; pages.len()];
    for _ in 0..passes {
        for (page, best) in pages.iter().zip(&mut best) {
            let begun = thread_time();
            // An engine that panics has had its time; what it would have said is not asked here.
            let work = || engine.work(&page.text, &page.url);
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).ok();
            *best = thread_time().saturating_sub(begun).min(*best);
        }
    }
    let seconds: f64 = best.iter().map(Duration::as_secs_f64).sum();
    let bytes: usize = pages.iter().map(|p| p.text.len()).sum();
    Ok(json!({
        "pages": pages.len(),
        "bytes": bytes,
        "passes": passes,
        "seconds": seconds,
        "pages_per_second": pages.len() as f64 / seconds,
        "memory_bytes": memory("VmHWM:")?.saturating_sub(before),
    }))
}

fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Asks Linux to count the peak from now on; where it will not, the peak is that of the whole process.
fn forget_peak() {
    std::fs::write("/proc/self/clear_refs", "5").ok();
}

/// A line of Linux's account of this process, in bytes.
fn memory(line: &str) -> Result<u64, Error> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let found = status.lines().find_map(|l| l.strip_prefix(line));
    let kib: u64 = found.and_then(|l| l.split_whitespace().next()).ok_or("no account of memory")?.parse()?;
    Ok(kib * 1024)
}
