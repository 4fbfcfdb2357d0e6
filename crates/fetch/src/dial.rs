//! From an address to a connection: the port, the name, the filter, TLS.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ProtocolVersion, RootCertStore};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use url::{Host, Url};

use crate::error::Phase;
use crate::hosts_file::HostsFile;
use crate::{Config, FetchError, Lookup, is_public};

/// Ports where outlets serve readers: the two of the web and their usual stand-ins.
const PORTS: [u16; 4] = [80, 443, 8080, 8443];
/// Addresses of one name that are tried before giving up: one family may be broken on the way.
const MOST_ATTEMPTS: usize = 3;
/// The protocols by the names that TLS has for them (RFC 7301, RFC 9113 §3.1).
const HTTP1: &[u8] = b"http/1.1";
const HTTP2: &[u8] = b"h2";

/// A connection, and whom it leads to.
pub(crate) struct Connection {
    pub peer: IpAddr,
    pub wire: Wire,
}

/// What connections need: how TLS is asked for (with HTTP/2 on offer, or for hosts where that broke without), and
/// the machine's own list of hosts.
pub(crate) struct Dialer {
    both: TlsConnector,
    http1: TlsConnector,
    own: HostsFile,
}

pub(crate) enum Wire {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

impl Wire {
    /// Whether HTTP/2 was agreed on.
    pub fn is_http2(&self) -> bool {
        matches!(self, Self::Tls(stream) if stream.get_ref().1.alpn_protocol() == Some(HTTP2))
    }

    /// The version of TLS, as the WARC-Protocol extension names it.
    pub fn tls(&self) -> Option<&'static str> {
        let Self::Tls(stream) = self else { return None };
        match stream.get_ref().1.protocol_version()? {
            ProtocolVersion::TLSv1_3 => Some("tls/1.3"),
            ProtocolVersion::TLSv1_2 => Some("tls/1.2"),
            _ => None, // rustls speaks no other
        }
    }
}

/// A dialer whose TLS trusts the web's roots and `extra_roots`.
pub(crate) fn dialer(config: &Config) -> Dialer {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    roots.add_parsable_certificates(config.extra_roots.iter().cloned());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut tls = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring has the cipher suites of TLS 1.2 and 1.3")
        .with_root_certificates(roots)
        .with_no_client_auth();
    tls.alpn_protocols = vec![HTTP1.to_vec()];
    let http1 = TlsConnector::from(Arc::new(tls.clone()));
    tls.alpn_protocols = vec![HTTP2.to_vec(), HTTP1.to_vec()];
    Dialer { both: TlsConnector::from(Arc::new(tls)), http1, own: HostsFile::new(HOSTS_FILE) }
}

/// Connects to the host of `url`, which is http or https; `http2`: offering that over TLS.
///
/// The filter looks at the very addresses that are connected to, so a name that resolves differently
/// the next time changes nothing.
pub(crate) async fn connect(
    url: &Url,
    config: &Config,
    dialer: &Dialer,
    http2: bool,
) -> Result<Connection, FetchError> {
    let tls = if http2 { &dialer.both } else { &dialer.http1 };
    let host = url.host_str().unwrap_or_default();
    let unreachable = |e: io::Error| FetchError::Unreachable { host: host.to_owned(), reason: e.to_string() };
    let mut failure = None;
    for address in in_turns(sockets(url, config, &dialer.own).await?).into_iter().take(MOST_ATTEMPTS) {
        match timeout(config.limits.connect, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                // one small request each: nothing to gain from waiting for more to send
                stream.set_nodelay(true).map_err(unreachable)?;
                let wire = match url.scheme() {
                    "https" => Wire::Tls(Box::new(secure(url, stream, config, tls).await?)),
                    _ => Wire::Plain(stream),
                };
                return Ok(Connection { peer: address.ip(), wire });
            }
            Ok(Err(e)) => failure = Some(unreachable(e)),
            Err(_) => failure = Some(late(host, Phase::Connect, config)),
        }
    }
    Err(failure.unwrap_or_else(|| no_such_host(host, "the answer is empty")))
}

/// The sockets that may be connected to: public ones only, or the dial table's.
async fn sockets(url: &Url, config: &Config, own: &HostsFile) -> Result<Vec<SocketAddr>, FetchError> {
    let host = url.host_str().unwrap_or_default();
    let port = url.port_or_known_default().unwrap_or_default();
    if !PORTS.contains(&port) {
        return Err(FetchError::RefusedPort { host: host.to_owned(), port });
    }
    let addresses = match url.host() {
        Some(Host::Domain(name)) => match config.dial.get(name) {
            Some(socket) => return Ok(vec![*socket]),
            None => resolve(name, config, own).await?,
        },
        Some(Host::Ipv4(v4)) => vec![v4.into()],
        Some(Host::Ipv6(v6)) => vec![v6.into()],
        None => vec![],
    };
    let Some(first) = addresses.first() else {
        return Err(no_such_host(host, "the answer is empty"));
    };
    let public: Vec<_> = addresses.iter().filter(|a| is_public(**a)).map(|a| SocketAddr::new(*a, port)).collect();
    if public.is_empty() { Err(FetchError::NotPublic { host: host.to_owned(), address: *first }) } else { Ok(public) }
}

/// The sockets in the resolver's order, but with the two families taking turns (RFC 8305 §4): many addresses of
/// a family that is broken on the way must not use up all attempts.
fn in_turns(sockets: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let first_is_v6 = sockets.first().is_some_and(SocketAddr::is_ipv6);
    let (first, second): (Vec<_>, Vec<_>) = sockets.into_iter().partition(|s| s.is_ipv6() == first_is_v6);
    let (mut first, mut second) = (first.into_iter(), second.into_iter());
    let mut turns = Vec::new();
    loop {
        let pair = [first.next(), second.next()];
        if pair == [None, None] {
            return turns;
        }
        turns.extend(pair.into_iter().flatten());
    }
}

/// Where the machine has its own list of hosts.
const HOSTS_FILE: &str = "/etc/hosts";

async fn resolve(name: &str, config: &Config, own: &HostsFile) -> Result<Vec<IpAddr>, FetchError> {
    if let Lookup::Given(lookup) = config.lookup {
        return Ok(lookup(name));
    }
    // RFC 6761 §6.3: these names are this machine, whatever a resolver says.
    if name == "localhost" || name.ends_with(".localhost") {
        return Ok(vec![IpAddr::V4(Ipv4Addr::LOCALHOST)]);
    }
    let known = own.find(name);
    if !known.is_empty() {
        return Ok(known);
    }
    // the dot keeps the resolver from trying the machine's own search domains
    let whole = format!("{}.", name.trim_end_matches('.'));
    match timeout(config.limits.connect, tokio::net::lookup_host((whole.as_str(), 0))).await {
        Ok(Ok(found)) => Ok(found.map(|socket| socket.ip()).collect()),
        Ok(Err(e)) if is_passing(&e) => Err(FetchError::Unreachable { host: name.to_owned(), reason: e.to_string() }),
        Ok(Err(e)) => Err(no_such_host(name, &e.to_string())),
        Err(_) => Err(late(name, Phase::Name, config)),
    }
}

/// The system tells "no such name" and "no name server answered" apart only in words.
fn is_passing(error: &io::Error) -> bool {
    error.to_string().to_ascii_lowercase().contains("temporary failure")
}

async fn secure(
    url: &Url,
    stream: TcpStream,
    config: &Config,
    tls: &TlsConnector,
) -> Result<TlsStream<TcpStream>, FetchError> {
    let host = url.host_str().unwrap_or_default();
    let refused = |reason: String| FetchError::Tls { host: host.to_owned(), reason };
    let name = match url.host() {
        Some(Host::Ipv4(v4)) => ServerName::from(IpAddr::from(v4)),
        Some(Host::Ipv6(v6)) => ServerName::from(IpAddr::from(v6)),
        _ => ServerName::try_from(host.trim_end_matches('.').to_owned()).map_err(|e| refused(e.to_string()))?,
    };
    match timeout(config.limits.connect, tls.connect(name, stream)).await {
        Ok(Ok(stream)) => Ok(stream),
        Ok(Err(e)) => Err(refused(e.to_string())),
        Err(_) => Err(late(host, Phase::Connect, config)),
    }
}

fn late(host: &str, phase: Phase, config: &Config) -> FetchError {
    FetchError::Timeout { host: host.to_owned(), phase, limit: config.limits.connect }
}

fn no_such_host(host: &str, reason: &str) -> FetchError {
    FetchError::NoSuchHost { host: host.to_owned(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_take_turns() {
        let cases =
            [("", ""), ("4a 4b", "4a 4b"), ("6a 6b 6c 6d 4a 4b", "6a 4a 6b 4b 6c 6d"), ("4a 6a 6b 4b", "4a 6a 4b 6b")];
        let socket = |name: &str| -> SocketAddr {
            let last = u16::from(name.as_bytes()[1]);
            let ip: IpAddr = match name.as_bytes()[0] {
                b'4' => Ipv4Addr::new(192, 0, 2, last as u8).into(),
                _ => std::net::Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, last).into(),
            };
            SocketAddr::new(ip, 443)
        };
        for (given, want) in cases {
            let [given, want] = [given, want].map(|names| names.split_whitespace().map(socket).collect::<Vec<_>>());
            assert_eq!(in_turns(given), want);
        }
    }
}
