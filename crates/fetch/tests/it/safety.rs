//! The address filter: no connection to anything that is not public.

use std::net::IpAddr;

use fetch::{Config, FetchError, Fetcher, Lookup};
use news::{Failure, Validators};

use crate::server::{Server, now, page};

fn loopback(_: &str) -> Vec<IpAddr> {
    vec![[127, 0, 0, 1].into()]
}

fn nothing(_: &str) -> Vec<IpAddr> {
    vec![]
}

async fn look(config: Config, url: &str) -> FetchError {
    Fetcher::new(config).look(url, &Validators::default(), now()).await.expect_err(url)
}

#[tokio::test]
async fn a_name_that_leads_inside_is_refused_in_words() {
    let config = Config { lookup: Lookup::Given(|_| vec![[10, 0, 0, 5].into()]), ..Config::default() };
    let error = look(config, "https://news.example/story").await;
    assert_eq!(
        error.to_string(),
        "news.example resolves to 10.0.0.5, which is not a public address; Replate never connects to private networks"
    );
    assert_eq!(error.failure(), Failure::RefusedAddress);
    assert!(!error.is_transient());
}

#[tokio::test]
async fn only_public_addresses_of_a_mixed_answer_are_connected_to() {
    // 192.0.2.0/24 stands for the outside: it is closed too, so with loopback beside it nothing is left
    let mixed = |_: &str| vec![[127, 0, 0, 1].into(), [192, 0, 2, 1].into()];
    let config = Config { lookup: Lookup::Given(mixed), ..Config::default() };
    assert_eq!(look(config, "http://mixed.example/").await.failure(), Failure::RefusedAddress);
}

#[tokio::test]
async fn names_without_an_address_say_so() {
    let config = Config { lookup: Lookup::Given(nothing), ..Config::default() };
    let error = look(config, "http://nwes.example/").await;
    assert_eq!(error.failure(), Failure::NoSuchHost);
    assert!(error.to_string().contains("check its spelling"), "{error}");
}

#[tokio::test]
async fn what_is_no_web_address_is_told_apart() {
    for url in ["", "outlet.example", "ftp://outlet.example/", "http://", "mailto:a@b.example", "http://a b/"] {
        let error = look(Config::default(), url).await;
        assert!(matches!(error, FetchError::BadAddress { .. }), "{url}: {error}");
        assert!(error.to_string().contains("begins with http:// or https://"), "{url}: {error}");
    }
}

#[tokio::test]
async fn the_dial_table_opens_its_own_names_only() {
    let server = Server::always(page("200 OK", "", "x")).await;
    let mut config = server.config();
    config.lookup = Lookup::Given(loopback);
    config.dial.insert("127.0.0.1".into(), server.address);
    let fetcher = Fetcher::new(config);
    fetcher.look("http://OUTLET.example/", &Validators::default(), now()).await.expect("an answer");
    let asked = server.asked().len();
    for url in [
        "http://sub.outlet.example/",
        "http://outlet.example.evil.example/",
        "http://outlet.example.:80/",
        "http://127.0.0.1/",
        "http://outlet.example:9/",
        "http://localhost/",
    ] {
        let error = fetcher.look(url, &Validators::default(), now()).await.expect_err(url);
        assert_eq!(error.failure(), Failure::RefusedAddress, "{url}: {error}");
    }
    assert_eq!(server.asked().len(), asked);
}

#[tokio::test]
async fn the_systems_own_resolver_changes_nothing() {
    let error = look(Config::default(), "http://localhost/").await;
    // whether the name is known depends on the machine; that nothing is connected to does not
    let said = [Failure::RefusedAddress, Failure::NoSuchHost, Failure::Unreachable, Failure::Timeout];
    assert!(said.contains(&error.failure()) && !error.to_string().contains("refused"), "{error}");
}
