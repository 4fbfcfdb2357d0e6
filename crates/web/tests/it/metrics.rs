//! `/metrics` by the rules of Prometheus's text format 0.0.4, read strictly.

use std::collections::{BTreeMap, BTreeSet};

use crate::stage::Running;

/// Metric names with their types and how many samples each has.
fn read(text: &str) -> BTreeMap<String, (String, usize)> {
    let mut families: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let (mut helped, mut series, mut now) = (BTreeSet::new(), BTreeSet::new(), String::new());
    assert!(text.ends_with('\n'), "the last line ends");
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# HELP ") {
            let (name, words) = rest.split_once(' ').expect("a name and words");
            assert!(helped.insert(name.to_owned()), "{name} is explained once");
            assert!(!words.is_empty() && !words.contains('\\'), "{line}");
        } else if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').expect("a name and a type");
            assert!(["counter", "gauge"].contains(&kind), "{line}");
            assert_eq!(name.ends_with("_total"), kind == "counter", "{name}: counters are called so");
            assert!(helped.contains(name), "{name} is explained first");
            assert!(families.insert(name.to_owned(), (kind.to_owned(), 0)).is_none(), "{name} has one type");
            now = name.to_owned();
        } else {
            let (sample, value) = line.rsplit_once(' ').expect("a sample and a value");
            assert!(value.parse::<f64>().is_ok_and(|v| v.is_finite() && v >= 0.0), "{line}");
            let (name, labels) = sample.split_once('{').unwrap_or((sample, "}"));
            assert_eq!(name, now, "samples stand under their type");
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{name}");
            pairs(labels.strip_suffix('}').unwrap_or_else(|| panic!("{line}")));
            assert!(series.insert(sample.to_owned()), "{sample} is there once");
            families.get_mut(name).expect("a type").1 += 1;
        }
    }
    families
}

/// Labels: names, and values in quotation marks in which a mark, a backslash and a line feed are escaped.
fn pairs(mut rest: &str) {
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").unwrap_or_else(|| panic!("{rest}"));
        assert!(!name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{name}");
        let mut end = None;
        let mut escaped = false;
        for (i, c) in value.char_indices() {
            match c {
                _ if escaped => {
                    assert!(matches!(c, '\\' | '"' | 'n'), "{value}");
                    escaped = false;
                }
                '\\' => escaped = true,
                '"' => {
                    end = Some(i);
                    break;
                }
                _ => {}
            }
        }
        rest = &value[end.unwrap_or_else(|| panic!("{value}")) + 1..];
        rest = rest.strip_prefix(',').unwrap_or(rest);
    }
}

#[test]
fn metrics_are_what_prometheus_reads() {
    let site = Running::start(false);
    let name = |tx: &mut store::Tx<'_>| {
        store::outlets::rename_outlet(tx, news::OutletId(1), "The \"Tarn\\Post\"\nعربي, a=\"b\"")
    };
    site.store.write_blocking(name).expect("a name");
    let answer = site.send("GET /metrics HTTP/1.1\r\nhost: replate.example\r\nconnection: close\r\n\r\n");
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    let families = read(body);
    for name in ["polls_total", "failed_polls_total", "articles_refused", "archive_bytes", "outlet_alarms"] {
        assert_eq!(families.get(&format!("replate_{name}")).map(|f| f.1), Some(1), "{name}\n{body}");
    }
    assert!(body.contains("replate_articles_refused 1\n"), "{body}");
}
