//! Outside collections, read from the folder that `REPLATE_TESTDATA` names; skipped without it.

use std::collections::BTreeMap;
use std::io::Read;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fetch::{AGENT, Config, Fetcher, Lookup, Robots, is_public};
use news::{Failure, Validators};
use serde_json::Value;

use crate::server::{Server, now, page};

fn file(name: &str) -> Option<PathBuf> {
    match std::env::var_os("REPLATE_TESTDATA") {
        Some(folder) => Some(PathBuf::from(folder).join(name)),
        None => {
            println!("skipped: REPLATE_TESTDATA");
            None
        }
    }
}

fn lines(name: &str) -> Option<Vec<Value>> {
    let path = file(name)?;
    let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut text = String::new();
    if name.ends_with(".gz") {
        flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_string(&mut text).expect("a gzip file of text");
    } else {
        text = String::from_utf8(bytes).expect("a text file");
    }
    Some(text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect())
}

fn text<'a>(line: &'a Value, key: &str) -> &'a str {
    line[key].as_str().unwrap_or_default()
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect()
}

#[test]
fn special_networks_are_closed_in_every_form() {
    let Some(lines) = lines("security/ssrf-addresses.jsonl") else { return };
    let closed = |ip: &str| lines.iter().filter(|l| text(l, "ip") == ip).any(|l| l["unsafe"] == true);
    // listed twice with both answers, or as a translation that only another network would make
    let contested = |ip: &str| closed(ip) && lines.iter().any(|l| text(l, "ip") == ip && l["unsafe"] == false);
    let mut checked = 0;
    for line in &lines {
        if let Ok(ip) = text(line, "ip").parse::<IpAddr>() {
            let local_nat64 = text(line, "ip").starts_with("64:ff9b:1:");
            if !contested(text(line, "ip")) && !local_nat64 {
                assert_eq!(is_public(ip), line["unsafe"] == false, "{ip}");
                checked += 1;
            }
            if line["unsafe"] == true && local_nat64 {
                assert!(!is_public(ip), "{ip}");
            }
        }
        if let Ok(net) = text(line, "network").parse::<ipnet::IpNet>() {
            for ip in [net.network(), net.broadcast()] {
                let forms = match ip {
                    IpAddr::V4(v4) => vec![ip, v4.to_ipv6_mapped().into(), nat64(v4).into()],
                    IpAddr::V6(_) => vec![ip],
                };
                for form in forms {
                    assert!(!is_public(form), "{form} of {net}");
                    checked += 1;
                }
            }
        }
    }
    println!("{checked} addresses");
    assert!(checked > 80);
}

fn nat64(v4: Ipv4Addr) -> Ipv6Addr {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&[0, 0x64, 0xff, 0x9b]);
    bytes[12..].copy_from_slice(&v4.octets());
    bytes.into()
}

#[test]
fn ipv4_spellings_mean_what_browsers_read() {
    let Some(lines) = lines("security/ssrf-ipv4-spellings.jsonl") else { return };
    for line in &lines {
        let want = line["ipv4"].as_str().map(|ip| ip.parse::<Ipv4Addr>().expect("an address"));
        let url = url::Url::parse(&format!("http://{}/", text(line, "host")));
        let got = url.ok().and_then(|url| match url.host() {
            Some(url::Host::Ipv4(ip)) => Some(ip),
            _ => None,
        });
        assert_eq!(got, want, "{}", text(line, "host"));
    }
    println!("{} spellings", lines.len());
}

/// Counts connections to the ports of this machine that the fetcher would use at all.
fn count_connections() -> Arc<AtomicUsize> {
    let count = Arc::new(AtomicUsize::new(0));
    for (ip, port) in ["127.0.0.1", "::1"].into_iter().flat_map(|ip| [80, 443, 8080, 8443].map(|port| (ip, port))) {
        let Ok(listener) = TcpListener::bind((ip, port)) else {
            continue; // taken, or not ours to take
        };
        let count = Arc::clone(&count);
        std::thread::spawn(move || {
            while listener.accept().is_ok() {
                count.fetch_add(1, Ordering::SeqCst);
            }
        });
    }
    count
}

/// Whether an address names a public machine by number: no resolver stands between a test and that one,
/// so it is never given to a fetcher.
fn leads_outside(url: &str) -> bool {
    match url::Url::parse(url).ok().and_then(|url| url.host().map(|host| host.to_owned())) {
        Some(url::Host::Ipv4(ip)) => is_public(ip.into()),
        Some(url::Host::Ipv6(ip)) => is_public(ip.into()),
        _ => false,
    }
}

#[tokio::test]
async fn attack_addresses_make_no_connection() {
    let Some(lines) = lines("security/ssrf-urls.jsonl") else { return };
    let connections = count_connections();
    let inside: [fn(&str) -> Vec<IpAddr>; 2] =
        [|_| vec![[127, 0, 0, 1].into()], |_| vec![[169, 254, 169, 254].into(), Ipv6Addr::LOCALHOST.into()]];
    for lookup in inside {
        for url in lines.iter().map(|line| text(line, "url")).filter(|url| !leads_outside(url)) {
            let direct = Config { lookup: Lookup::Given(lookup), pace: Duration::ZERO, ..Config::default() };
            let error = Fetcher::new(direct).look(url, &Validators::default(), now()).await.expect_err(url);
            assert_eq!(error.failure(), Failure::RefusedAddress, "{url}: {error}");

            let location: String = url.chars().filter(|c| !c.is_control()).collect();
            let server = Server::new(move |_, path, _| match path {
                "/robots.txt" => vec![],
                "/start" => page("302 Found", &format!("Location: {location}\r\n"), ""),
                _ => page("200 OK", "", "a path of its own"),
            })
            .await;
            let config = Config { lookup: Lookup::Given(lookup), ..server.config() };
            let look = Fetcher::new(config).look("http://outlet.example/start", &Validators::default(), now()).await;
            match look {
                Ok(exchange) => assert!(exchange.last.url.starts_with("http://outlet.example/"), "{url}"),
                Err(error) => assert_eq!(error.failure(), Failure::RefusedAddress, "{url}: {error}"),
            }
        }
    }
    let outside: Vec<&str> = lines.iter().map(|line| text(line, "url")).filter(|url| leads_outside(url)).collect();
    println!("{} addresses, each given and redirected to, two resolvers; left out: {outside:?}", lines.len());
    assert!(outside.len() < 3);
    assert_eq!(connections.load(Ordering::SeqCst), 0);
}

#[test]
fn google_robots_cases_hold_where_the_standard_speaks() {
    let Some(lines) = lines("robots/google.jsonl") else { return };
    let mut kinds: BTreeMap<&str, (usize, Vec<String>)> = BTreeMap::new();
    for line in &lines {
        let kind = match text(line, "id").split('/').nth(1).unwrap_or_default() {
            // the standard percent-encodes both sides before it compares (RFC 9309 §2.2.2), Google's reader does not
            "ID_Encoding" => "encoding, contested",
            test if test.starts_with("ID_") => "standard",
            _ => "extensions, contested",
        };
        let (held, misses) = kinds.entry(kind).or_default();
        let verdict = Robots::parse(text(line, "robots").as_bytes()).check(text(line, "agent"), text(line, "url"));
        if verdict.allowed == (line["allowed"] == true) {
            *held += 1;
        } else {
            misses.push(line.to_string().chars().take(250).collect());
        }
    }
    for (kind, (held, misses)) in &kinds {
        println!("{kind}: {held}/{}", held + misses.len());
        misses.iter().for_each(|miss| println!("  {miss}"));
    }
    assert_eq!(kinds["standard"].1, [""; 0]);
}

#[test]
fn crawler_commons_robots_cases_hold_but_for_two() {
    let Some(lines) = lines("robots/crawler-commons.jsonl") else { return };
    let (mut held, mut asked, mut missed) = (0, 0, Vec::new());
    for line in lines.iter().filter(|line| line["contested"].is_null()) {
        let bytes = match line["robots"].as_str() {
            Some(text) => text.as_bytes().to_vec(),
            None => latin1(text(line, "robots_latin1")),
        };
        let allowed = Robots::parse(&bytes).check(&agent_of(line), text(line, "url")).allowed;
        asked += 1;
        if allowed == (line["allowed"] == true) {
            held += 1;
        } else {
            missed.push(text(line, "id"));
        }
    }
    println!("uncontested {held}/{asked}");
    // That library takes a crawl delay of an hour for a refusal; we wait for an hour. And of `Allow: /` and `Disallow: /*` it
    // lets the first win, where RFC 9309 §2.2.2 asks for the longest.
    let argued = ["testBigCrawlDelay/0/312", "testPrecedenceOfRules/0/340"].map(|id| format!("crawler-commons/{id}"));
    assert_eq!(missed, argued);
}

/// The agent of a line; several are words of one field.
fn agent_of(line: &Value) -> String {
    match &line["agent"] {
        Value::Array(agents) => agents.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        agent => agent.as_str().unwrap_or_default().to_owned(),
    }
}

#[test]
fn crawler_commons_delays_are_read() {
    let Some(lines) = lines("robots/crawler-commons-properties.jsonl") else { return };
    let delays = lines.iter().filter(|line| line["property"] == "crawl_delay_ms");
    for line in delays.filter(|line| !text(line, "id").contains("testHtmlMarkupInRobotsTxt")) {
        let verdict = Robots::parse(text(line, "robots").as_bytes()).check(&agent_of(line), "/");
        let got = verdict.crawl_delay_s.map(|s| s * 1000.0);
        assert_eq!(got, line["value"].as_f64(), "{}", text(line, "id"));
    }
}

#[test]
fn real_robots_files_are_read_without_panic_and_fast() {
    let Some(lines) = lines("robots/protego.jsonl.gz") else { return };
    let (mut delays, mut closed, begun) = (0, 0, Instant::now());
    for line in &lines {
        let bytes = match line["text"].as_str() {
            Some(text) => text.as_bytes().to_vec(),
            None => latin1(text(line, "latin1")),
        };
        let verdict = Robots::parse(&bytes).check(AGENT, "https://outlet.example/news/2026/story.html?x=1");
        delays += usize::from(verdict.crawl_delay_s.is_some());
        closed += usize::from(!verdict.allowed);
    }
    println!(
        "{} files in {:?}; {closed} close a story's address, {delays} ask for a delay",
        lines.len(),
        begun.elapsed()
    );
    assert_eq!(lines.len(), 1035);
}

/// The entries of the HTTP cache suite, played as two polls of one client: what the first answer gave
/// comes back in the second request, byte for byte.
#[tokio::test]
async fn conditional_answers_make_conditional_polls() {
    let Some(lines) = lines("http/conditional.jsonl") else { return };
    let mut polled = 0;
    for line in &lines {
        let Some(first) = line["requests"].get(0) else { continue };
        let fields = response_fields(first);
        let known = |name: &str| fields.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.clone());
        let (etag, date) = (known("etag"), known("last-modified"));
        if etag.is_none() && date.is_none() {
            continue;
        }
        let sent: String = fields.iter().map(|(n, v)| format!("{n}: {v}\r\n")).collect();
        let server = Server::new(move |_, path, head| match path {
            "/robots.txt" => vec![],
            _ if head.contains("If-") => page("304 Not Modified", &sent, ""),
            _ => page("200 OK", &sent, "page"),
        })
        .await;
        let id = text(line, "id");
        let fetcher = server.fetcher();
        let first = fetcher.look("http://outlet.example/", &Validators::default(), now()).await;
        let first = match first {
            Ok(exchange) => exchange.last,
            // an entry that sends a coding or a length which is none
            Err(error) => {
                println!("  {id}: {error}");
                continue;
            }
        };
        assert_eq!(first.validators().etag, etag, "{id}");
        let second = fetcher.look("http://outlet.example/", &first.validators(), now()).await.expect(id).last;
        let heads = server.heads();
        let head = heads.last().expect("two polls");
        let line_of = |name: &str, value: &Option<String>| {
            value.as_ref().filter(|v| v.is_ascii()).map(|v| format!("\r\n{name}: {v}\r\n"))
        };
        for want in [line_of("If-None-Match", &etag), line_of("If-Modified-Since", &date)].into_iter().flatten() {
            assert!(head.contains(&want), "{id}: {want:?} in {head:?}");
        }
        let conditional = head.contains("If-");
        assert_eq!(
            (second.status, second.body.is_empty()),
            if conditional { (304, true) } else { (200, false) },
            "{id}"
        );
        polled += 1;
    }
    println!("{polled} of {} entries polled twice", lines.len());
    assert!(polled >= 40);
}

/// The fields of an entry's answer; dates given as seconds from now become HTTP dates.
fn response_fields(request: &Value) -> Vec<(String, String)> {
    let fields = request["response_headers"].as_array().cloned().unwrap_or_default();
    let pairs = fields.iter().filter_map(|field| {
        let value = match &field[1] {
            Value::String(value) => value.clone(),
            Value::Number(seconds) => {
                let at = now() + jiff::SignedDuration::from_secs(seconds.as_i64()?);
                at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
            }
            _ => return None,
        };
        Some((field[0].as_str()?.to_owned(), value))
    });
    pairs.collect()
}
