//! A request as a newsroom needs it: method, host, path, header fields.

/// The head of an HTTP/1 request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The method, upper case.
    pub method: String,
    /// The host without its port, lower case; empty if the request names none.
    pub host: String,
    /// The path without its query.
    pub path: String,
    /// The query without `?`, if there is one.
    pub query: Option<String>,
    /// Header fields in order, names in lower case.
    pub headers: Vec<(String, String)>,
}

impl Request {
    /// A plain GET, for tests and checkers.
    pub fn get(host: &str, path: &str) -> Self {
        Self { method: "GET".into(), host: host.into(), path: path.into(), ..Self::default() }
    }

    /// The same request with one more header field; the name in lower case.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The first header field of that name (lower case).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Reads the head of a request: request line and header fields, without the blank line.
    ///
    /// `None` if it is not HTTP/1.
    pub(crate) fn parse(head: &str) -> Option<Self> {
        let mut lines = head.split("\r\n");
        let mut first = lines.next()?.split(' ');
        let (method, target, version) = (first.next()?, first.next()?, first.next()?);
        if !version.starts_with("HTTP/1.") || first.next().is_some() {
            return None;
        }
        let mut request = Self { method: method.to_ascii_uppercase(), ..Self::default() };
        for line in lines.filter(|l| !l.is_empty()) {
            let (name, value) = line.split_once(':')?;
            request.headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
        let (authority, target) = match target.strip_prefix("http://") {
            Some(rest) => match rest.find('/') {
                Some(slash) => (Some(&rest[..slash]), &rest[slash..]),
                None => (Some(rest), "/"),
            },
            None => (None, target),
        };
        let host = authority.or_else(|| request.header("host")).unwrap_or_default();
        request.host = without_port(host).to_ascii_lowercase();
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (target, None),
        };
        (request.path, request.query) = (path.to_owned(), query);
        Some(request)
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !name.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read() {
        let cases = [
            ("GET /a?b=c HTTP/1.1\r\nHost: A.example:80\r\nX: y", Some(("a.example", "/a", Some("b=c")))),
            ("GET http://b.example/x HTTP/1.1\r\nHost: a.example", Some(("b.example", "/x", None))),
            ("GET http://b.example HTTP/1.0", Some(("b.example", "/", None))),
            ("GET /a", None),
            ("GET /a HTTP/2", None),
            ("GET / HTTP/1.1\r\nno colon", None),
            ("", None),
        ];
        for (head, want) in cases {
            let got = Request::parse(head);
            let got = got.as_ref().map(|r| (r.host.as_str(), r.path.as_str(), r.query.as_deref()));
            assert_eq!(got, want, "{head}");
        }
    }
}
