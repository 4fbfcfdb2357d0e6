//! Manners: robots.txt, one request at a time, pace, pauses.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fetch::{FetchError, Fetcher};
use jiff::ToSpan;
use news::{Failure, Validators};

use crate::server::{Server, Step, now, page, send};

fn any() -> Validators {
    Validators::default()
}

#[tokio::test]
async fn robots_txt_is_asked_for_once_a_day_and_obeyed() {
    let server = Server::new(|_, path, _| match path {
        "/robots.txt" => page("200 OK", "", "User-agent: Replate/2.0\nDisallow: /private\nAllow: /private/ok\n"),
        _ => page("200 OK", "", "x"),
    })
    .await;
    let fetcher = server.fetcher();
    fetcher.look("http://outlet.example/a", &any(), now()).await.expect("an answer");
    fetcher.look("http://outlet.example/private/ok", &any(), now() + 23.hours()).await.expect("an answer");
    let error = fetcher.look("http://outlet.example/private/b?c", &any(), now()).await.expect_err("disallowed");
    assert_eq!(error.failure(), Failure::Disallowed);
    assert!(!error.is_transient());
    assert_eq!(
        error.to_string(),
        "robots.txt of outlet.example disallows /private/b?c (Disallow: /private); Replate does not ask for it"
    );
    fetcher.look("http://outlet.example/c", &any(), now() + 25.hours()).await.expect("an answer");
    assert_eq!(
        server.asked(),
        [
            "outlet.example /robots.txt",
            "outlet.example /a",
            "outlet.example /private/ok",
            "outlet.example /robots.txt",
            "outlet.example /c"
        ]
    );
}

#[tokio::test]
async fn each_hop_asks_its_own_robots_txt() {
    let server = Server::new(|host, path, _| match (host, path) {
        ("other.example", "/robots.txt") => page("200 OK", "", "User-agent: *\nDisallow: /\n"),
        (_, "/robots.txt") => vec![],
        _ => page("302 Found", "Location: http://other.example/a\r\n", ""),
    })
    .await;
    let error = server.look("http://outlet.example/").await.expect_err("the second host disallows it");
    assert!(matches!(error, FetchError::Disallowed { ref host, .. } if host == "other.example"), "{error}");
    assert_eq!(server.pages(), ["outlet.example /"]);
}

#[tokio::test]
async fn what_robots_txt_answers_decides() {
    let long = format!("User-agent: *\nDisallow: /a\n{}", "# filler\n".repeat(90_000));
    let hidden = format!("User-agent: *\n{}Disallow: /a\n", "# filler\n".repeat(90_000));
    let cases: Vec<(&str, Vec<Step>, Option<Failure>)> = vec![
        ("absent", page("404 Not Found", "", ""), None),
        ("forbidden", page("403 Forbidden", "", ""), None),
        ("a page instead", page("200 OK", "Content-Type: text/html\r\n", "<html>Disallow: /</html>"), None),
        ("long", page("200 OK", "", &long), Some(Failure::Disallowed)),
        ("a rule beyond 500 KiB", page("200 OK", "", &hidden), None),
        ("broken server", page("500 Oops", "", ""), Some(Failure::ServerError)),
        ("overloaded", page("503 Later", "", ""), Some(Failure::ServerError)),
        ("too many requests", page("429 Later", "", ""), Some(Failure::Throttled)),
        ("paused", page("503 Later", "Retry-After: 60\r\n", ""), Some(Failure::ServerError)),
        ("cut short", send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nUser"), Some(Failure::CutShort)),
        ("stalled", vec![Step::Stall(Duration::from_secs(5))], Some(Failure::Timeout)),
        (
            "redirect to a private host",
            page("301 M", "Location: http://10.0.0.1/\r\n", ""),
            Some(Failure::RefusedAddress),
        ),
        ("redirect to itself", page("301 M", "Location: /robots.txt\r\n", ""), None),
    ];
    for (name, robots, failure) in cases {
        let server = Server::new(move |_, path, _| match path {
            "/robots.txt" => robots.clone(),
            _ => page("200 OK", "", "x"),
        })
        .await;
        let fetcher = server.hasty();
        let look = fetcher.look("http://outlet.example/a", &any(), now()).await;
        assert_eq!(look.as_ref().err().map(FetchError::failure), failure, "{name}: {look:?}");
        assert_eq!(server.pages().len(), usize::from(failure.is_none()), "{name}");
        if failure.is_some_and(|f| f != Failure::Disallowed) {
            let before = server.asked().len();
            let again = fetcher.look("http://outlet.example/b", &any(), now() + 9.minutes()).await.expect_err(name);
            assert!(again.is_transient(), "{name}");
            assert!(again.to_string().starts_with("robots.txt of outlet.example cannot be read"), "{name}: {again}");
            assert_eq!(again.retry_after(), Some(Duration::from_secs(60)), "{name}");
            assert_eq!(server.asked().len(), before, "{name}: an outage is remembered for a while");
        }
    }
}

#[tokio::test]
async fn an_earlier_robots_txt_stays_in_force_during_an_outage() {
    let count = Arc::new(AtomicUsize::new(0));
    let server = Server::new(move |_, path, _| match path {
        "/robots.txt" if count.fetch_add(1, Ordering::SeqCst) == 0 => {
            page("200 OK", "", "User-agent: *\nDisallow: /private\n")
        }
        "/robots.txt" => page("500 Oops", "", ""),
        "/busy" => page("429 Later", "Retry-After: 999999999\r\n", ""),
        _ => page("200 OK", "", "x"),
    })
    .await;
    let fetcher = server.fetcher();
    fetcher.look("http://outlet.example/a", &any(), now()).await.expect("an answer");
    let later = now() + 30.hours();
    let page = fetcher.look("http://outlet.example/busy", &any(), now() + 1.hours()).await.expect("an answer");
    assert_eq!(page.last.status, 429, "it holds the host while the file turns stale");
    fetcher.look("http://outlet.example/a", &any(), now() + 24.hours()).await.expect_err("held");
    fetcher.look("http://outlet.example/a", &any(), later).await.expect("an answer");
    let error = fetcher.look("http://outlet.example/private", &any(), later).await.expect_err("still disallowed");
    assert_eq!(error.failure(), Failure::Disallowed);
    assert_eq!(server.asked().iter().filter(|line| line.ends_with("robots.txt")).count(), 2);
}

#[tokio::test]
async fn robots_txt_may_stand_on_another_host() {
    let server = Server::new(|host, path, _| match (host, path) {
        ("outlet.example", "/robots.txt") => page("301 M", "Location: http://www.outlet.example/r.txt\r\n", ""),
        (_, "/r.txt") => page("200 OK", "", "User-agent: *\nDisallow: /a\n"),
        _ => vec![],
    })
    .await;
    let error = server.look("http://outlet.example/a").await.expect_err("disallowed");
    assert_eq!(error.failure(), Failure::Disallowed);
}

#[tokio::test]
async fn requests_to_a_host_come_one_at_a_time_with_a_pace() {
    let (open, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (opened, seen) = (Arc::clone(&open), Arc::clone(&most));
    let server = Server::new(move |_, path, _| {
        if path == "/robots.txt" {
            return vec![];
        }
        seen.fetch_max(opened.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        let open = Arc::clone(&opened);
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            open.fetch_sub(1, Ordering::SeqCst);
        });
        [vec![Step::Stall(Duration::from_millis(25))], page("200 OK", "", "x")].concat()
    })
    .await;
    let mut config = server.config();
    config.pace = Duration::from_millis(60);
    let fetcher = Fetcher::new(config);
    let begun = Instant::now();
    let looks = (0..3).map(|n| {
        let fetcher = fetcher.clone();
        tokio::spawn(async move { fetcher.look(&format!("http://outlet.example/{n}"), &any(), now()).await })
    });
    let mut stamps = Vec::new();
    for look in looks.collect::<Vec<_>>() {
        stamps.push(look.await.expect("no panic").expect("an answer").at);
    }
    assert!(begun.elapsed() >= Duration::from_millis(3 * 60 + 3 * 25), "robots.txt and three pages, each paced");
    assert_eq!(most.load(Ordering::SeqCst), 1);
    stamps.sort();
    assert!(stamps[0] >= now() + 60.milliseconds(), "waiting is part of the stamp");
    assert!(stamps[2] >= stamps[1] + 60.milliseconds());
}

#[tokio::test]
async fn hosts_do_not_wait_for_each_other() {
    let server = Server::always(page("200 OK", "", "x")).await;
    let mut config = server.config();
    config.pace = Duration::from_secs(30);
    let fetcher = Fetcher::new(config);
    for host in ["outlet.example", "other.example"] {
        let (url, unconditional) = (format!("http://{host}/"), any());
        let look = fetcher.look(&url, &unconditional, now());
        let look = tokio::time::timeout(Duration::from_millis(700), look).await;
        assert!(look.is_err(), "robots.txt came, the page waits for its pace");
    }
    assert_eq!(server.asked(), ["outlet.example /robots.txt", "other.example /robots.txt"]);
}

#[tokio::test]
async fn a_crawl_delay_is_honoured_up_to_its_limit() {
    let server = Server::new(|_, path, _| match path {
        "/robots.txt" => page("200 OK", "", "User-agent: *\nCrawl-delay: 1e9\n"),
        _ => page("200 OK", "", "x"),
    })
    .await;
    let mut config = server.config();
    config.limits.crawl_delay = Duration::from_millis(120);
    let fetcher = Fetcher::new(config);
    let begun = Instant::now();
    for _ in 0..2 {
        fetcher.look("http://outlet.example/", &any(), now()).await.expect("an answer");
    }
    assert!(begun.elapsed() >= Duration::from_millis(240), "{:?}", begun.elapsed());
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn retry_after_holds_the_host_until_it_is_over() {
    let server = Server::new(|_, path, _| match path {
        "/busy" => page("429 Later", "Retry-After: 120\r\n", "slow down"),
        "/date" => page("503 Later", "Retry-After: Sun, 22 Nov 2026 08:10:00 GMT\r\n", ""),
        "/robots.txt" => vec![],
        _ => page("200 OK", "", "x"),
    })
    .await;
    let fetcher = server.fetcher();
    let busy = fetcher.look("http://outlet.example/busy", &any(), now()).await.expect("an answer");
    assert_eq!((busy.last.status, busy.last.body.as_slice()), (429, &b"slow down"[..]));
    let asked = server.asked().len();
    let error = fetcher.look("http://outlet.example/a", &any(), now() + 20.seconds()).await.expect_err("held");
    assert_eq!(error.failure(), Failure::Throttled);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(100)));
    assert_eq!(error.to_string(), "outlet.example asked for a pause until 2026-11-22T08:02:00Z; Replate waits");
    assert_eq!(server.asked().len(), asked, "no request was sent");
    fetcher.look("http://other.example/a", &any(), now()).await.expect("an answer");
    fetcher.look("http://outlet.example/date", &any(), now() + 2.minutes()).await.expect("an answer");
    let error = fetcher.look("http://outlet.example/a", &any(), now() + 3.minutes()).await.expect_err("held");
    assert!(matches!(error, FetchError::Held { until, .. } if until == now() + 10.minutes()), "{error}");
    fetcher.look("http://outlet.example/a", &any(), now() + 10.minutes()).await.expect("an answer");
}
