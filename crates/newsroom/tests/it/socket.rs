//! Over a real socket: framing, faults, and the paths that steer.

use std::time::Duration;

use newsroom::{Material, Newsroom, Script};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::at;

async fn open(room: Newsroom) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(room.serve(listener));
    address
}

fn room() -> Newsroom {
    Newsroom::new(Material::Script(Box::new(Script::shipped().unwrap())))
}

async fn send(address: std::net::SocketAddr, request: &str) -> TcpStream {
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    connection
}

/// Everything that comes back until the other side closes.
async fn ask(address: std::net::SocketAddr, request: &str) -> String {
    let mut all = Vec::new();
    send(address, request).await.read_to_end(&mut all).await.unwrap();
    String::from_utf8_lossy(&all).into_owned()
}

async fn get(address: std::net::SocketAddr, host: &str, path: &str) -> String {
    ask(address, &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n")).await
}

#[tokio::test]
async fn every_behaviour_shows_on_the_wire() {
    let room = room();
    let address = open(room.clone()).await;
    let cases = [
        ("00:30", "harbour-courier.example", "/news/ferry-returns-northern-pier", "HTTP/1.1 200", "120 passengers"),
        (
            "01:00",
            "harbour-courier.example",
            "/news/ferry-returns-northern-pier",
            "HTTP/1.1 200",
            "Correction: An earlier",
        ),
        ("03:00", "morning-ledger.example", "/county/market-clock", "HTTP/1.1 301", "Location: http://morning-ledger"),
        ("08:00", "harbour-courier.example", "/news/sea-pool-opening-hours", "HTTP/1.1 410", "not available"),
        ("06:00", "le-quai.example", "/local/marche-couvert", "HTTP/1.1 403", "robot"),
        ("03:00", "vale-gazette.example", "/nature/owl-count-1179", "HTTP/1.1 200", "cookie"),
        ("02:00", "vale-gazette.example", "/local/bus-times-1175", "HTTP/1.1 200", "membership"),
        ("05:00", "le-quai.example", "/mer/voilier-ecole", "HTTP/1.1 200", "introuvable"),
        ("03:00", "rechnoy-vestnik.example", "/news/2026/pontonnyy-most", "HTTP/1.1 429", "Retry-After: 1800"),
        ("07:30", "talbote.example", "/lokales/forellen-im-stadtbach.html", "HTTP/1.1 500", "Server"),
        ("00:30", "nobody.example", "/", "HTTP/1.1 404", "no outlet here"),
    ];
    for (clock, host, path, status, words) in cases {
        room.clock().set(at(clock));
        let answer = get(address, host, path).await;
        assert!(answer.starts_with(status), "{host}{path} at {clock}: {answer}");
        assert!(answer.contains(words), "{host}{path} at {clock}: {answer}");
    }
}

#[tokio::test]
async fn a_body_cut_short_is_shorter_than_it_says_and_a_chunked_one_never_ends() {
    let room = room();
    let address = open(room.clone()).await;
    room.clock().set(at("02:30"));
    let cut = get(address, "rechnoy-vestnik.example", "/news/2026/yarmarka-medu").await;
    assert!(cut.contains("Transfer-Encoding: chunked") && !cut.contains("\r\n0\r\n\r\n"), "{cut}");
    room.clock().set(at("04:00"));
    let whole = get(address, "rechnoy-vestnik.example", "/news/2026/yarmarka-medu").await;
    assert!(whole.ends_with("\r\n0\r\n\r\n"));

    let day = r#"{"start": "2026-03-02T05:00:00Z",
        "outlets": [{"host": "a.example", "name": "A", "language": "en", "template": "<h1>{{ article.headline }}</h1>{{ article.body }}"}],
        "articles": [{"id": "x", "outlet": "a.example", "path": "/x", "published": "00:00", "headline": "H", "body": ["P"],
          "events": [{"from": "01:00", "to": "02:00", "do": "cut_short"}, {"from": "02:00", "to": "03:00", "do": "hang_up"}]}]}"#;
    let script = Script::load(day).unwrap();
    let (cut_at, hung_at) = (crate::on(&script, "01:00"), crate::on(&script, "02:00"));
    let room = Newsroom::new(Material::Script(Box::new(script)));
    let address = open(room.clone()).await;
    room.clock().set(cut_at);
    let cut = get(address, "a.example", "/x").await;
    assert!(cut.contains("Content-Length: 19\r\n") && cut.ends_with("\r\n\r\n<h1>H</h1"), "{cut}");
    room.clock().set(hung_at);
    assert_eq!(get(address, "a.example", "/x").await, "");
}

#[tokio::test]
async fn a_stalled_answer_begins_and_hangs() {
    let room = room();
    let address = open(room.clone()).await;
    room.clock().set(at("02:30"));
    let request = "GET /news/2026/muzey-samovarov HTTP/1.1\r\nHost: rechnoy-vestnik.example\r\n\r\n";
    let mut connection = send(address, request).await;
    let mut begun = [0; 12];
    connection.read_exact(&mut begun).await.unwrap();
    assert_eq!(&begun, b"HTTP/1.1 200");
    let mut rest = Vec::new();
    let waited = tokio::time::timeout(Duration::from_millis(300), connection.read_to_end(&mut rest)).await;
    assert!(waited.is_err(), "it ended");
    assert!(!rest.windows(4).any(|w| w == b"\r\n\r\n"), "the head never ends");
}

#[tokio::test]
async fn the_clock_is_stepped_by_request_and_the_rest_is_told() {
    let address = open(room()).await;
    let step = |now: &str| {
        let body = format!("{{\"now\": \"{now}\"}}");
        format!("POST /_clock HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{body}", body.len())
    };
    assert!(ask(address, &step("2026-03-02T09:00:00Z")).await.starts_with("HTTP/1.1 200"));
    assert!(get(address, "x", "/_clock").await.contains("\"now\": \"2026-03-02T09:00:00Z\""));
    assert!(ask(address, &step("noon")).await.starts_with("HTTP/1.1 400"));
    assert!(get(address, "x", "/_clock").await.contains("\"now\": \"2026-03-02T09:00:00Z\""));
    assert!(get(address, "x", "/_hosts").await.contains("\"al-mina.example\""));
    assert!(get(address, "x", "/_feeds").await.contains("\"url\": \"http://tidewater-wire.example/wire.atom\""));
    let truth = get(address, "x", "/_truth").await;
    assert!(truth.contains("\"id\": \"ferry\"") && truth.contains("Correct with a notice"), "{truth}");
}

#[tokio::test]
async fn counts_never_matter() {
    let room = room();
    let address = open(room.clone()).await;
    room.clock().set(at("03:00"));
    let path = "/local/bakery-sourdough-1170";
    let first = get(address, "vale-gazette.example", path).await;
    for _ in 0..10 {
        get(address, "harbour-courier.example", "/feed.xml").await;
        assert_eq!(get(address, "vale-gazette.example", path).await, first);
    }
}

#[tokio::test]
async fn what_is_not_http_gets_an_answer_or_none_but_no_panic() {
    let address = open(room()).await;
    for junk in ["\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\r\n\r\n", "GET / HTTP/1.1\r\nbroken\r\n\r\n"] {
        assert!(ask(address, junk).await.starts_with("HTTP/1.1 400"), "{junk:?}");
    }
    let endless = "GET / HTTP/1.1\r\nX: ".to_owned() + &"y".repeat(20_000);
    let mut connection = send(address, &endless).await;
    let mut answer = Vec::new();
    // The newsroom closes with bytes unread, which some systems tell as a reset.
    let _closed = connection.read_to_end(&mut answer).await;
    assert!(answer.is_empty());
    assert!(get(address, "harbour-courier.example", "/").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn a_running_clock_runs() {
    let material = Material::Script(Box::new(Script::shipped().unwrap()));
    let start = material.start();
    let room = Newsroom::running(material, 3600.0);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let ran = room.clock().now().as_second() - start.as_second();
    assert!((100..3600).contains(&ran), "{ran}");
}
