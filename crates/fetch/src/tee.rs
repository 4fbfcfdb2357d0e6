//! A stream that counts what comes, and keeps a copy of every byte where the bytes are the message.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// What went over a connection.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// Whether bytes are kept; if not, they are only counted.
    keeps: bool,
    /// Bytes that may be received.
    pub limit: usize,
    /// Bytes sent, if they are kept.
    pub sent: Vec<u8>,
    /// Bytes received, if they are kept.
    pub received: Vec<u8>,
    /// How many bytes were received.
    pub count: usize,
    /// Whether more came than the limit; the rest was not read.
    pub over: bool,
}

/// The record of a connection, shared with whoever reads it at the end.
#[derive(Debug, Clone)]
pub(crate) struct Recorder(Arc<Mutex<Record>>);

impl Recorder {
    /// Keeps every byte, up to `limit` received ones.
    pub fn keeping(limit: usize) -> Self {
        Self(Arc::new(Mutex::new(Record { keeps: true, limit, ..Record::default() })))
    }

    /// Counts up to `limit` received bytes.
    pub fn counting(limit: usize) -> Self {
        Self(Arc::new(Mutex::new(Record { limit, ..Record::default() })))
    }

    pub fn lock(&self) -> MutexGuard<'_, Record> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner) // a Vec is whole after any panic
    }
}

/// `inner`, recorded. Reading fails once more bytes have been received than the limit.
#[derive(Debug)]
pub(crate) struct Tee<S> {
    pub inner: S,
    pub recorder: Recorder,
}

impl<S: AsyncRead + Unpin> AsyncRead for Tee<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let polled = Pin::new(&mut self.inner).poll_read(cx, buf);
        if let Poll::Ready(Ok(())) = polled {
            let mut record = self.recorder.lock();
            let fresh = &buf.filled()[before..];
            record.count += fresh.len();
            if record.keeps {
                record.received.extend_from_slice(fresh);
            }
            if record.count > record.limit {
                record.over = true;
                return Poll::Ready(Err(io::Error::other("more bytes than the limit")));
            }
        }
        polled
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Tee<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.inner).poll_write(cx, buf);
        if let Poll::Ready(Ok(n)) = polled {
            let mut record = self.recorder.lock();
            if record.keeps {
                record.sent.extend_from_slice(&buf[..n]);
            }
        }
        polled
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}
