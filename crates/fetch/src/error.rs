//! Why a look told us nothing.

use std::net::IpAddr;
use std::time::Duration;

use jiff::Timestamp;
use news::Failure;

/// The part of a request that ran out of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Looking the name up.
    Name,
    /// Connecting, TLS included.
    Connect,
    /// Waiting for the head of the answer.
    Head,
    /// Waiting for the next piece of the body.
    Body,
    /// All of it together.
    Whole,
}

impl Phase {
    const fn words(self) -> &'static str {
        match self {
            Self::Name => "looking up its name",
            Self::Connect => "connecting",
            Self::Head => "waiting for the head of its answer",
            Self::Body => "waiting for more of the body",
            Self::Whole => "the whole request",
        }
    }
}

/// Why an address gave no [`Exchange`](news::Exchange). A status such as 404 or 500 is none of these.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The text is not an address that can be asked for.
    #[error("{url} is not a web address ({reason}); give one that begins with http:// or https://")]
    BadAddress {
        /// What was given.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A redirect leads out of the web.
    #[error("{url} redirects to {target}, which is no http or https address; Replate does not follow it")]
    BadRedirect {
        /// The address that redirects.
        url: String,
        /// Where it points.
        target: String,
    },
    /// The port is none of those that outlets use.
    #[error("{host} is asked for on port {port}; Replate connects to ports 80, 443, 8080 and 8443 only")]
    RefusedPort {
        /// The host.
        host: String,
        /// The port.
        port: u16,
    },
    /// The host is, or its name leads to, an address outside the public internet.
    #[error("{host} resolves to {address}, which is not a public address; Replate never connects to private networks")]
    NotPublic {
        /// The host.
        host: String,
        /// The first address that it has.
        address: IpAddr,
    },
    /// The name has no address.
    #[error("no address is known for {host}; check its spelling ({reason})")]
    NoSuchHost {
        /// The host.
        host: String,
        /// What the resolver said.
        reason: String,
    },
    /// No connection, or it broke before an answer.
    #[error("{host} cannot be reached ({reason}); the next look tries again")]
    Unreachable {
        /// The host.
        host: String,
        /// What the system said.
        reason: String,
    },
    /// TLS could not be agreed on.
    #[error("no secure connection to {host} ({reason})")]
    Tls {
        /// The host.
        host: String,
        /// What the TLS library says.
        reason: String,
    },
    /// A time limit ran out.
    #[error("{host} took longer than {limit:?} ({}); the next look tries again", phase.words())]
    Timeout {
        /// The host.
        host: String,
        /// What took so long.
        phase: Phase,
        /// The limit.
        limit: Duration,
    },
    /// The answer ended, or broke, before its end.
    #[error("the answer of {url} was cut short: {reason}")]
    CutShort {
        /// The address.
        url: String,
        /// What is missing.
        reason: String,
    },
    /// A size limit was passed.
    #[error("{what} of {url} is larger than {limit}; Replate stopped reading")]
    TooLarge {
        /// The address.
        url: String,
        /// Which part: `the head`, `the body`, `the unpacked body`.
        what: &'static str,
        /// The limit, with its unit.
        limit: String,
    },
    /// What came back is not HTTP, or in a coding that we do not read.
    #[error("{url} did not answer in HTTP that Replate reads: {reason}")]
    Protocol {
        /// The address.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// More redirects than the limit.
    #[error("{url} redirects more than {limit} times; Replate stopped following")]
    TooManyHops {
        /// The address that was asked for first.
        url: String,
        /// The limit.
        limit: usize,
    },
    /// Redirects that lead back.
    #[error("{url} redirects in a circle at {at}; perhaps it wants cookies, which Replate does not keep")]
    Circle {
        /// The address that was asked for first.
        url: String,
        /// The address that came twice.
        at: String,
    },
    /// robots.txt disallows the address.
    #[error("robots.txt of {host} disallows {path} ({rule}); Replate does not ask for it")]
    Disallowed {
        /// The host.
        host: String,
        /// The path and query.
        path: String,
        /// The line that decides, such as `Disallow: /private`.
        rule: String,
    },
    /// robots.txt could not be read, so nothing may be asked of the host for now (RFC 9309 §2.3.1.4).
    #[error("robots.txt of {host} cannot be read ({reason}); until it can, Replate asks for nothing there")]
    RobotsUnreachable {
        /// The host.
        host: String,
        /// What happened to it.
        failure: Failure,
        /// The same in words.
        reason: String,
        /// How long until it is asked for again.
        pause: Duration,
    },
    /// The host asked for a pause, and it is not over. No request was sent.
    #[error("{host} asked for a pause until {until}; Replate waits")]
    Held {
        /// The host.
        host: String,
        /// The end of the pause.
        until: Timestamp,
        /// How long that still is.
        pause: Duration,
    },
}

impl FetchError {
    /// The kind of failure, as a look records it.
    pub const fn failure(&self) -> Failure {
        match self {
            Self::BadAddress { .. } | Self::BadRedirect { .. } | Self::RefusedPort { .. } | Self::NotPublic { .. } => {
                Failure::RefusedAddress
            }
            Self::NoSuchHost { .. } => Failure::NoSuchHost,
            Self::Unreachable { .. } => Failure::Unreachable,
            Self::Tls { .. } => Failure::Tls,
            Self::Timeout { .. } => Failure::Timeout,
            Self::CutShort { .. } => Failure::CutShort,
            Self::TooLarge { .. } => Failure::TooLarge,
            Self::Protocol { .. } => Failure::Protocol,
            Self::TooManyHops { .. } | Self::Circle { .. } => Failure::TooManyHops,
            Self::Disallowed { .. } => Failure::Disallowed,
            Self::RobotsUnreachable { failure, .. } => *failure,
            Self::Held { .. } => Failure::Throttled,
        }
    }

    /// Whether the same request may succeed later without a change on the outlet's or our side.
    pub const fn is_transient(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. }
                | Self::Timeout { .. }
                | Self::CutShort { .. }
                | Self::RobotsUnreachable { .. }
                | Self::Held { .. }
        )
    }

    /// How long to leave the host alone, where that is known.
    pub const fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Held { pause, .. } | Self::RobotsUnreachable { pause, .. } => Some(*pause),
            _ => None,
        }
    }
}
