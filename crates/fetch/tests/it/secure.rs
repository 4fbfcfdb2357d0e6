//! TLS: certificates are checked, and the same bytes come through.

use std::io;
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};

use fetch::Fetcher;
use news::{Failure, Validators};
use rustls::pki_types::CertificateDer;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::server::TlsStream;

use crate::server::{Server, Step, converse, now, page, send};
use crate::tls_server::acceptor;

/// How a server ends its TLS session.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    /// With the message that says so.
    Said,
    /// By closing the connection beneath.
    Abrupt,
}

struct Session {
    stream: TlsStream<TcpStream>,
    end: End,
}

impl AsyncRead for Session {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Session {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.end {
            End::Said => Pin::new(&mut self.stream).poll_shutdown(cx),
            End::Abrupt => Pin::new(self.stream.get_mut().0).poll_shutdown(cx),
        }
    }
}

/// A TLS server for `outlet.example` with a certificate of its own, which is given back.
async fn serve(steps: Vec<Step>, end: End) -> (std::net::SocketAddr, CertificateDer<'static>) {
    let (certificate, acceptor) = acceptor(&["http/1.1"]);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let log = Mutex::new(Vec::new());
        let reply = move |_: &str, path: &str, _: &str| if path == "/robots.txt" { vec![] } else { steps.clone() };
        while let Ok((stream, _)) = listener.accept().await {
            if let Ok(stream) = acceptor.accept(stream).await {
                converse(Session { stream, end }, &log, &reply).await;
            }
        }
    });
    (address, certificate)
}

async fn look(steps: Vec<Step>, end: End, host: &str, trusted: bool) -> Result<news::Exchange, fetch::FetchError> {
    let (address, certificate) = serve(steps, end).await;
    let mut config = Server::always(vec![]).await.config();
    config.dial.insert(host.to_owned(), address);
    if trusted {
        config.extra_roots.push(certificate);
    }
    Fetcher::new(config).look(&format!("https://{host}/"), &Validators::default(), now()).await
}

#[tokio::test]
async fn bytes_under_tls_are_kept_as_they_came() {
    let exchange =
        look(page("200 OK", "X-Odd: YES\r\n", "hello"), End::Said, "outlet.example", true).await.expect("an answer");
    assert_eq!(exchange.last.head, b"HTTP/1.1 200 OK\r\nX-Odd: YES\r\nContent-Length: 5\r\n\r\n");
    assert_eq!(exchange.last.body, b"hello");
    assert_eq!(exchange.last.url, "https://outlet.example/");
}

#[tokio::test]
async fn certificates_are_checked() {
    let unknown = look(page("200 OK", "", "x"), End::Said, "outlet.example", false).await.expect_err("unknown root");
    let other_name = look(page("200 OK", "", "x"), End::Said, "unnamed.example", true).await.expect_err("other name");
    for error in [unknown, other_name] {
        assert_eq!(error.failure(), Failure::Tls, "{error}");
        assert!(error.to_string().starts_with("no secure connection to "), "{error}");
    }
}

#[tokio::test]
async fn a_server_without_tls_is_told_apart() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let mut config = Server::always(vec![]).await.config();
    config.dial.insert("outlet.example".into(), listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        stream.write_all(b"HTTP/1.1 400 Speak up\r\n\r\n").await.expect("nobody has hung up");
    });
    let look = Fetcher::new(config).look("https://outlet.example/", &Validators::default(), now()).await;
    let error = look.expect_err("plain text");
    assert_eq!(error.failure(), Failure::Tls, "{error}");
}

#[tokio::test]
async fn an_end_that_nobody_announced_is_a_cut() {
    let open = send("HTTP/1.1 200 OK\r\n\r\nhalf of it?");
    let error = look(open.clone(), End::Abrupt, "outlet.example", true).await.expect_err("could be cut by anyone");
    assert_eq!(error.failure(), Failure::CutShort, "{error}");
    assert_eq!(look(open, End::Said, "outlet.example", true).await.expect("an answer").last.body, b"half of it?");
    let framed = look(page("200 OK", "", "all"), End::Abrupt, "outlet.example", true).await.expect("an answer");
    assert_eq!(framed.last.body, b"all");
}
