//! Redirects: followed, recorded, bounded, and never out of the public web.

use news::Failure;

use crate::server::{Server, page};

/// Answers `/a` with the location under `/a` in the table; other paths are pages.
async fn server(table: &'static [(&'static str, &'static str)]) -> Server {
    Server::new(move |host, path, _| {
        let here = format!("{host}{path}");
        match table.iter().find(|(from, _)| *from == here) {
            Some((_, to)) => page("302 Found", &format!("Location: {to}\r\n"), "moved"),
            None if path == "/robots.txt" => vec![],
            None => page("200 OK", "", &here),
        }
    })
    .await
}

#[tokio::test]
async fn hops_are_followed_and_kept() {
    let server = server(&[
        ("outlet.example/1", "/2?x=1#part"),
        ("outlet.example/2?x=1", "3"),
        ("outlet.example/3", "//www.outlet.example/4"),
        ("www.outlet.example/4", "http://other.example/\u{fc}ber uns"),
    ])
    .await;
    let exchange = server.look("http://outlet.example/1").await.expect("an answer");
    let hops: Vec<&str> = exchange.hops.iter().map(|hop| hop.url.as_str()).collect();
    assert_eq!(
        hops,
        [
            "http://outlet.example/1",
            "http://outlet.example/2?x=1",
            "http://outlet.example/3",
            "http://www.outlet.example/4"
        ]
    );
    assert!(exchange.hops.iter().all(|hop| hop.status == 302 && hop.body == b"moved" && !hop.head.is_empty()));
    assert_eq!(exchange.last.url, "http://other.example/%C3%BCber%20uns");
    let robots: Vec<String> = server.asked().into_iter().filter(|line| line.ends_with("/robots.txt")).collect();
    assert_eq!(
        robots,
        ["outlet.example /robots.txt", "www.outlet.example /robots.txt", "other.example /robots.txt"],
        "each host's robots.txt is asked for once, before its first page"
    );
}

#[tokio::test]
async fn redirects_that_lead_nowhere_good_are_refused() {
    let cases: &[(&str, Failure, &str)] = &[
        ("http://127.0.0.1/", Failure::RefusedAddress, "127.0.0.1 resolves to 127.0.0.1, which is not a public"),
        ("http://169.254.169.254/latest/", Failure::RefusedAddress, "not a public address"),
        ("http://[::ffff:127.0.0.1]/", Failure::RefusedAddress, "not a public address"),
        ("http://2130706433/", Failure::RefusedAddress, "127.0.0.1"),
        ("http://0x7f.1/", Failure::RefusedAddress, "127.0.0.1"),
        ("http://[64:ff9b::a9fe:a9fe]/", Failure::RefusedAddress, "not a public address"),
        ("http://other.example:22/", Failure::RefusedAddress, "port 22"),
        ("ftp://other.example/", Failure::RefusedAddress, "no http or https address"),
        ("file:///etc/passwd", Failure::RefusedAddress, "no http or https address"),
        ("javascript:alert(1)", Failure::RefusedAddress, "no http or https address"),
        ("http://", Failure::RefusedAddress, "no http or https address"),
        ("/start", Failure::TooManyHops, "in a circle"),
        ("#again", Failure::TooManyHops, "in a circle"),
    ];
    for (location, failure, words) in cases {
        let server = Server::new(move |_, path, _| match path {
            "/start" => page("301 Moved", &format!("Location: {location}\r\n"), ""),
            _ => vec![],
        })
        .await;
        let error = server.look("http://outlet.example/start").await.expect_err(location);
        assert_eq!(error.failure(), *failure, "{location}: {error}");
        assert!(error.to_string().contains(words), "{location}: {error}");
        assert_eq!(server.pages(), ["outlet.example /start"], "{location}");
    }
}

#[tokio::test]
async fn five_redirects_are_followed_and_a_sixth_is_not() {
    let server = Server::new(|_, path, _| match path.trim_start_matches('/').parse::<u32>() {
        Ok(0) => page("200 OK", "", "there"),
        Ok(n) => page("308 Moved", &format!("Location: /{}\r\n", n - 1), ""),
        Err(_) => vec![],
    })
    .await;
    assert_eq!(server.look("http://outlet.example/5").await.expect("an answer").hops.len(), 5);
    let error = server.look("http://outlet.example/6").await.expect_err("six");
    assert_eq!(error.to_string(), "http://outlet.example/6 redirects more than 5 times; Replate stopped following");
}

#[tokio::test]
async fn a_redirect_without_location_is_an_answer() {
    let server = Server::always(page("302 Found", "", "nowhere")).await;
    assert_eq!(server.look("http://outlet.example/").await.expect("an answer").last.status, 302);
}
