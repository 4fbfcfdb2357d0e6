//! A server behind TLS that speaks HTTP/2 as it should, or sends the frames it is told to.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use fetch::{Config, Fetcher};
use http::{HeaderMap, Response};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::frames::PREFACE;
use crate::server::{HOSTS, Server, Step, converse, page, play};

/// What the server does with one connection on which HTTP/2 was agreed.
#[derive(Debug, Clone)]
pub enum Play {
    /// Answers one request properly.
    Page(Page),
    /// Plays these steps once the client's preface has come.
    Raw(Vec<Step>),
}

/// An answer in HTTP/2.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub status: u16,
    pub fields: Vec<(&'static str, String)>,
    /// The body, a frame or more each.
    pub pieces: Vec<Vec<u8>>,
    pub trailers: Vec<(&'static str, String)>,
    /// Reset with this reason instead of ended.
    pub reset: Option<h2::Reason>,
}

impl Page {
    pub fn new(status: u16, fields: &[(&'static str, &str)], body: &str) -> Self {
        let fields = fields.iter().map(|(n, v)| (*n, (*v).to_owned())).collect();
        Self { status, fields, pieces: vec![body.into()], ..Self::default() }
    }
}

pub struct TlsServer {
    pub address: SocketAddr,
    certificate: CertificateDer<'static>,
    asked: Arc<Mutex<Vec<String>>>,
    plays: Arc<Mutex<VecDeque<Play>>>,
}

/// Certificate and acceptor of `outlet.example` with these protocols on offer.
pub fn acceptor(protocols: &[&str]) -> (CertificateDer<'static>, TlsAcceptor) {
    let made = generate_simple_self_signed(HOSTS.map(str::to_owned).to_vec());
    let CertifiedKey { cert, signing_key } = made.expect("a certificate");
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.expect("versions").with_no_client_auth().with_single_cert(vec![cert.der().clone()], key);
    let mut config = config.expect("a matching key");
    config.alpn_protocols = protocols.iter().map(|p| p.as_bytes().to_vec()).collect();
    (cert.der().clone(), TlsAcceptor::from(Arc::new(config)))
}

impl TlsServer {
    /// Takes HTTP/2 and HTTP/1.1. Over HTTP/2 the first connection is for robots.txt and gets a 404, the next
    /// ones get the plays in turn; over HTTP/1.1 every address is a page that says so.
    pub async fn new(plays: Vec<Play>) -> Self {
        Self::speaking(&["h2", "http/1.1"], plays).await
    }

    pub async fn speaking(protocols: &[&str], plays: Vec<Play>) -> Self {
        let (certificate, acceptor) = acceptor(protocols);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let robots = Play::Page(Page::new(404, &[], ""));
        let plays = Arc::new(Mutex::new([robots].into_iter().chain(plays).collect::<VecDeque<_>>()));
        let (log, queue) = (Arc::clone(&asked), Arc::clone(&plays));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, log, queue) = (acceptor.clone(), Arc::clone(&log), Arc::clone(&queue));
                tokio::spawn(async move {
                    let Ok(stream) = acceptor.accept(stream).await else { return };
                    if stream.get_ref().1.alpn_protocol() == Some(b"h2") {
                        let next = queue.lock().expect("no test panics while asking").pop_front();
                        serve(stream, next.expect("a play for every connection"), &log).await;
                    } else {
                        converse(stream, &log, &|_, path, _| match path {
                            "/robots.txt" => vec![],
                            _ => page("200 OK", "", "in HTTP/1.1"),
                        })
                        .await;
                    }
                });
            }
        });
        Self { address, certificate, asked, plays }
    }

    /// Without pace, with the usual limits, and with trust in the server's certificate.
    pub async fn config(&self) -> Config {
        let mut config = Server::always(vec![]).await.config();
        config.dial = HOSTS.map(|host| (host.to_owned(), self.address)).into_iter().collect();
        config.extra_roots.push(self.certificate.clone());
        config
    }

    pub async fn fetcher(&self) -> Fetcher {
        Fetcher::new(self.config().await)
    }

    /// What was asked so far, without robots.txt: the first line of each request, or `h2 raw`.
    pub fn asked(&self) -> Vec<String> {
        let heads = self.asked.lock().expect("no test panics while asking");
        let lines = heads.iter().map(|head| head.lines().next().unwrap_or_default().to_owned());
        lines.filter(|line| !line.contains("/robots.txt")).collect()
    }

    /// The last request: its line, and its fields in order.
    pub fn last_head(&self) -> String {
        self.asked.lock().expect("no test panics while asking").last().cloned().unwrap_or_default()
    }

    /// Plays that no connection has taken.
    pub fn left(&self) -> usize {
        self.plays.lock().expect("no test panics while asking").len()
    }
}

async fn serve(mut stream: TlsStream<TcpStream>, play_it: Play, log: &Mutex<Vec<String>>) {
    match play_it {
        Play::Page(page) => {
            let _ = answer(stream, page, log).await; // the client may hang up when it has had enough
        }
        Play::Raw(steps) => {
            let mut preface = [0; PREFACE.len()];
            if stream.read_exact(&mut preface).await.is_err() || preface != *PREFACE {
                return;
            }
            log.lock().expect("no test panics while asking").push("h2 raw".to_owned());
            let (mut read, mut write) = tokio::io::split(stream);
            tokio::spawn(async move { tokio::io::copy(&mut read, &mut tokio::io::sink()).await });
            for step in steps {
                if play(&mut write, step).await.is_err() {
                    return;
                }
            }
            let _ = tokio::io::AsyncWriteExt::shutdown(&mut write).await;
        }
    }
}

async fn answer(stream: TlsStream<TcpStream>, page: Page, log: &Mutex<Vec<String>>) -> Result<(), h2::Error> {
    let mut connection = h2::server::Builder::new().handshake::<_, Bytes>(stream).await?;
    while let Some(request) = connection.accept().await {
        let (request, mut respond) = request?;
        let mut head = format!("h2 {} {}", request.method(), request.uri());
        for (name, value) in request.headers() {
            head += &format!("\n{name}: {}", value.to_str().expect("text"));
        }
        log.lock().expect("no test panics while asking").push(head);
        let mut response = Response::builder().status(page.status);
        for (name, value) in &page.fields {
            response = response.header(*name, value);
        }
        let mut send = respond.send_response(response.body(()).expect("an answer"), false)?;
        let page = page.clone();
        tokio::spawn(async move {
            for piece in page.pieces {
                send.send_data(piece.into(), false)?;
            }
            if let Some(reason) = page.reset {
                tokio::time::sleep(std::time::Duration::from_millis(50)).await; // what was sent is on its way
                send.send_reset(reason);
                return Ok::<_, h2::Error>(());
            }
            let named = |n: &'static str| http::HeaderName::from_static(n);
            let trailers: HeaderMap =
                page.trailers.iter().map(|(n, v)| (named(n), v.parse().expect("a value"))).collect();
            send.send_trailers(trailers)
        });
    }
    Ok(())
}
