use discover::address::{BadAddress, MAX_BYTES, domain, key, precise, robots_of, web};
use proptest::prelude::*;

#[test]
fn spellings_of_one_article_have_one_key() {
    let cases: &[(&str, &[&str])] = &[
        (
            "courier.example/news/a?id=3",
            &[
                "https://courier.example/news/a?id=3",
                "http://www.courier.example/news/a?id=3",
                "https://courier.example:443/news/a/?id=3#comments",
                "HTTPS://WWW.Courier.Example/news/./a?id=3",
                "https://courier.example/news/a?utm_source=feed&id=3&utm_medium=rss",
                "https://courier.example/news/a?id=3&fbclid=Iw&gclid=x&mc_cid=1&ocid=soc&cmp=rss",
                "courier.example/news/a?id=3&ref=rss",
                "https://reader:secret@courier.example/news/%61?id=%33",
            ],
        ),
        (
            "courier.example/world",
            &[
                "https://courier.example/world/",
                "https://courier.example/world/index.html",
                "https://courier.example//world?",
            ],
        ),
        (
            "courier.example",
            &["https://courier.example/", "http://www.courier.example", "https://courier.example/index.htm#top"],
        ),
        ("courier.example/a", &["https://courier.example/a;jsessionid=0123", "https://courier.example/a?PHPSESSID=9"]),
        ("courier.example:8080/a", &["http://courier.example:8080/a", "https://courier.example:8080/a#x"]),
        ("127.0.0.1:4000/a", &["http://127.0.0.1:4000/a", "http://2130706433:4000/a?utm_id=1"]),
        (
            "xn--mnchen-3ya.example/stra%C3%9Fe",
            &["https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%c3%9fe"],
        ),
    ];
    for (want, addresses) in cases {
        for address in *addresses {
            assert_eq!(key(address).as_deref(), Ok(*want), "{address}");
        }
    }
}

#[test]
fn different_articles_never_share_a_key() {
    let addresses = [
        "https://courier.example/news/a?id=3",
        "https://courier.example/news/a?id=4",
        "https://courier.example/news/a?p=3",
        "https://courier.example/news/a?story=3",
        "https://courier.example/news/a?page=2",
        "https://courier.example/news/a?ref=3",
        "https://courier.example/news/a?source=17",
        "https://courier.example/news/a?article=3",
        "https://courier.example/news/A",
        "https://courier.example/news/a",
        "https://courier.example/news/a.html",
        "https://courier.example/news/index.php?id=3",
        "https://courier.example/#!/news/a",
        "https://courier.example/#!/news/b",
        "https://courier.example/news%2Fa",
        "https://m.courier.example/news/a",
        "https://news.courier.example/a",
        "https://courier.example:8443/news/a",
        "https://courier.example/news/a?q=x%26id%3D3",
        "https://courier.example/news/a;jsessionid=1/b",
        "https://courier.example/news/a?q=1+1",
        "https://courier.example/news/a?q=1%2B1",
    ];
    for (i, one) in addresses.iter().enumerate() {
        for other in &addresses[..i] {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
    }
}

#[test]
fn an_address_of_the_web_is_kept_as_written() {
    let cases = [
        ("https://courier.example/a?b=2&a=1#top", Ok("https://courier.example/a?b=2&a=1")),
        ("  courier.example/a ", Ok("https://courier.example/a")),
        ("localhost:4000/a", Ok("https://localhost:4000/a")),
        ("http://127.0.0.1/a", Ok("http://127.0.0.1/a")),
        ("https://courier.example/%7Ea/%2F", Ok("https://courier.example/%7Ea/%2F")),
        ("ftp://courier.example/a", Err(BadAddress::NotWeb { address: "ftp://courier.example/a".into() })),
        ("javascript:alert(1)", Err(BadAddress::NotWeb { address: "javascript:alert(1)".into() })),
        ("not an address", Err(BadAddress::NotWeb { address: "not an address".into() })),
        (" ", Err(BadAddress::Empty)),
    ];
    for (address, want) in cases {
        assert_eq!(web(address), want.map(str::to_owned), "{address}");
    }
    let long = format!("https://courier.example/{}", "a".repeat(MAX_BYTES));
    assert_eq!(web(&long), Err(BadAddress::TooLong { bytes: long.len() }));
    assert_eq!(
        robots_of("https://courier.example:8443/a/b?c").as_deref(),
        Ok("https://courier.example:8443/robots.txt")
    );
}

#[test]
fn an_address_belongs_to_a_site() {
    let cases = [
        ("https://www.courier.example/a", Some("courier.example")),
        ("https://courier.example", Some("courier.example")),
        ("https://news.courier.co.uk/a", Some("courier.co.uk")),
        ("https://a.b.courier.com.au", Some("courier.com.au")),
        ("https://someone.github.io/a", Some("someone.github.io")),
        ("http://localhost:4000/", Some("localhost")),
        ("http://127.0.0.1:4000/", Some("127.0.0.1")),
        ("http://[::1]/", Some("[::1]")),
        ("https://Zeitung.MÜNCHEN.de/", Some("xn--mnchen-3ya.de")),
        ("mailto:a@courier.example", None),
        ("", None),
    ];
    for (address, want) in cases {
        assert_eq!(domain(address).as_deref(), want, "{address}");
    }
}

/// Texts that look like addresses, and texts that do not.
fn address_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("http:"),
        Just("https://"),
        Just("//"),
        Just("/"),
        Just("\\"),
        Just("www."),
        Just("courier.example"),
        Just(":80"),
        Just("@"),
        Just("?"),
        Just("&"),
        Just("="),
        Just("#"),
        Just("#!"),
        Just("%"),
        Just("%2"),
        Just("%2F"),
        Just("%25"),
        Just("5"),
        Just("2f"),
        Just(".."),
        Just("/./"),
        Just("index.html"),
        Just("utm_source=x"),
        Just("id=3"),
        Just("["),
        Just("::1"),
        Just("]"),
        Just("é"),
        Just("Ã©"),
        Just("。"),
        Just("１"),
        Just("file:"),
        Just("x:"),
        Just(" "),
        Just("\t"),
        Just(";jsessionid="),
        Just("0x7f"),
        Just("."),
        Just("+"),
        Just("%00"),
        Just("\u{ad}"),
        Just("ß"),
        Just("xn--"),
        Just("A"),
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn a_spelling_is_its_own_spelling_and_keeps_the_key(address in prop_oneof![address_like(), any::<String>()]) {
        if let Ok(once) = precise(&address) {
            prop_assert_eq!(precise(&once), Ok(once.clone()));
            prop_assert_eq!(key(&once), key(&address));
            prop_assert!(once.is_ascii());
        }
    }

    #[test]
    fn a_key_is_a_key_again(address in address_like()) {
        if let Ok(web) = web(&address) {
            let once = key(&web).expect("an address of the web has a key");
            prop_assert!(!once.is_empty());
            prop_assert_eq!(key(&format!("https://{once}")), Ok(once.clone()), "{}", web);
        }
    }
}
