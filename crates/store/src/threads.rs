//! Threads that each own a connection and run transactions, one after the other.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::JoinHandle;

use rusqlite::{Connection, TransactionBehavior};

use crate::{StoreError, Tx, dialect};

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// Threads with one queue of transactions. Dropping it lets the queue run dry and ends them.
pub(crate) struct Threads {
    queue: Option<mpsc::Sender<Job>>,
    handles: Vec<JoinHandle<()>>,
    behavior: TransactionBehavior,
    path: PathBuf,
}

impl Threads {
    /// One thread per connection, named `name`.
    pub(crate) fn start(
        name: &str,
        connections: Vec<Connection>,
        behavior: TransactionBehavior,
        path: &Path,
    ) -> Result<Self, StoreError> {
        let (queue, jobs) = mpsc::channel::<Job>();
        let jobs = Arc::new(Mutex::new(jobs));
        let start = |mut connection: Connection| {
            let jobs = Arc::clone(&jobs);
            std::thread::Builder::new().name(name.to_owned()).spawn(move || {
                loop {
                    // The guard lives for this statement only: others take jobs while this one works.
                    let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    match job {
                        Ok(job) => job(&mut connection),
                        Err(mpsc::RecvError) => break,
                    }
                }
            })
        };
        let handles = connections.into_iter().map(start).collect::<Result<_, _>>();
        let handles = handles.map_err(|e| StoreError::of_io(e, path))?;
        Ok(Self { queue: Some(queue), handles, behavior, path: path.to_owned() })
    }

    /// Queues a transaction; `answer` gets what came of it. If the threads are gone, nobody calls
    /// `answer`, and its channel closes.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
        answer: impl FnOnce(Result<T, StoreError>) + Send + 'static,
    ) {
        let (behavior, path) = (self.behavior, self.path.clone());
        let job: Job = Box::new(move |connection| answer(transact(connection, behavior, &path, verb)));
        // Without a receiver the job is dropped, and with it the answer's channel.
        let _ = self.queue.as_ref().map(|queue| queue.send(job));
    }
}

impl Drop for Threads {
    fn drop(&mut self) {
        self.queue = None;
        let here = std::thread::current().id();
        for handle in self.handles.drain(..).filter(|handle| handle.thread().id() != here) {
            // A thread that panicked has no more work to wait for.
            let _ = handle.join();
        }
    }
}

/// Runs `verb` in a transaction: committed if it returns `Ok`, rolled back if not, or if it panics.
fn transact<T>(
    connection: &mut Connection,
    behavior: TransactionBehavior,
    path: &Path,
    verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let refused = |e: rusqlite::Error| StoreError::of_sqlite(&e, path, "transaction");
    let transaction = connection.transaction_with_behavior(behavior).map_err(refused)?;
    let mut tx = Tx::new(&transaction, path);
    // Unwind safe: a panic drops the transaction, which rolls back, and nothing else is shared.
    let answer = catch_unwind(AssertUnwindSafe(|| verb(&mut tx)));
    let durable = tx.is_durable();
    let value = answer.map_err(|panic| StoreError::Panicked { message: panic_words(panic.as_ref()) })??;
    transaction.commit().map_err(refused)?;
    if durable {
        dialect::sync(path)?;
    }
    Ok(value)
}

fn panic_words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no message").to_owned()
}
