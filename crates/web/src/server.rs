//! The server: connections in, within limits, until it is told to stop.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use crate::{State, routes};

/// Connections at a time; more wait in the system's queue. An idle one costs some kilobytes.
const CONNECTIONS: usize = 1024;
/// For a request's head to arrive, and for a kept connection to be used again.
const HEAD_LIMIT: Duration = Duration::from_secs(10);
/// A request's head; addresses of articles are a kilobyte at most.
const HEAD_BYTES: usize = 16 * 1024;
/// For answers under way when the server is told to stop. The process has 5 s in all.
const GRACE: Duration = Duration::from_secs(3);
/// After a failed accept (too many open files, mostly), before the next.
const PAUSE: Duration = Duration::from_millis(100);

/// Serves the site on a listener until `shutdown` is done, then lets answers under way end.
///
/// # Errors
/// None today: a connection that cannot be accepted is logged, and the next is waited for.
pub async fn serve(listener: TcpListener, state: State, shutdown: impl Future<Output = ()>) -> io::Result<()> {
    let live = state.live.clone();
    let service = TowerToHyperService::new(routes::router(state));
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    tokio::pin!(shutdown);
    loop {
        let accepted = tokio::select! {
            () = &mut shutdown => break,
            accepted = accept(&listener, &room) => accepted,
        };
        let Some((stream, permit)) = accepted else { continue };
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(HEAD_LIMIT).max_buf_size(HEAD_BYTES);
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service.clone()));
        tokio::spawn(async move {
            // What goes wrong on a connection (it was closed, it spoke no HTTP) is the client's.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(permit);
        });
    }
    drop(listener);
    live.close();
    if tokio::time::timeout(GRACE, graceful.shutdown()).await.is_err() {
        tracing::info!("stopped with connections still open");
    }
    Ok(())
}

async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> Option<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let permit = Arc::clone(room).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => Some((stream, permit)),
        Err(error) => {
            tracing::warn!(%error, "a connection could not be accepted");
            tokio::time::sleep(PAUSE).await;
            None
        }
    }
}
