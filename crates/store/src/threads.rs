//! Threads that each own a connection and run transactions, one after the other.

use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::JoinHandle;

use crate::connection::Connection;
use crate::{StoreError, Tx};

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// Threads with one queue of transactions. Dropping it lets the queue run dry and ends them.
pub(crate) struct Threads {
    queue: Option<mpsc::Sender<Job>>,
    handles: Vec<JoinHandle<()>>,
}

impl Threads {
    /// One thread per connection, named `name`.
    pub(crate) fn start(name: &str, connections: Vec<Connection>) -> Result<Self, StoreError> {
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
        let handles = handles.map_err(|e| StoreError::of_io(e, "a thread".as_ref()))?;
        Ok(Self { queue: Some(queue), handles })
    }

    /// Queues a transaction; `answer` gets what came of it. If the threads are gone, nobody calls
    /// `answer`, and its channel closes.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
        answer: impl FnOnce(Result<T, StoreError>) + Send + 'static,
    ) {
        self.with(move |connection| answer(connection.transact(verb)));
    }

    /// Queues work on a connection outside of a transaction.
    pub(crate) fn with(&self, work: impl FnOnce(&mut Connection) + Send + 'static) {
        // Without a receiver the job is dropped, and with it the answer's channel.
        let _ = self.queue.as_ref().map(|queue| queue.send(Box::new(work) as Job));
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
