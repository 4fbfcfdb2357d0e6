//! WARC files of other programs.

use std::path::Path;

use archive::records;

#[test]
fn outside_files_are_read_or_refused_but_never_panic() {
    let Some(data) = std::env::var_os("REPLATE_TESTDATA") else {
        println!("skipped: REPLATE_TESTDATA");
        return;
    };
    let folder = Path::new(&data).join("warc");
    let cases = std::fs::read_to_string(folder.join("cases.jsonl")).expect("the list of cases");
    let (mut read, mut refused, mut others, mut total) = (0, Vec::new(), 0, 0);
    for case in cases.lines() {
        let value = |key: &str| {
            let rest = case.split_once(&format!("\"{key}\":\"")).expect("the key").1;
            rest.split_once('"').expect("a string").0.to_owned()
        };
        let (name, expect) = (value("file"), value("expect"));
        let bytes = std::fs::read(folder.join(&name)).expect("the file");
        let found: Vec<_> = records(&bytes[..]).collect();
        if expect != "valid" || !is_warc(&name) {
            others += 1;
            continue;
        }
        total += found.len();
        match found.iter().find_map(|r| r.as_ref().err()) {
            None if !found.is_empty() => read += 1,
            fault => refused.push(format!("{name}: {fault:?}")),
        }
    }
    println!("{read} valid WARC files read, {total} records; {others} other files without a panic");
    assert!(refused.is_empty(), "{refused:#?}");
    assert!(read >= 40, "{read} files only");
}

fn is_warc(name: &str) -> bool {
    name.ends_with(".warc") || name.ends_with(".warc.gz")
}

#[test]
fn records_of_others_are_read_leniently() {
    let cases: &[(&str, &[u8], Option<usize>)] = &[
        ("nothing", b"", Some(0)),
        ("line feeds alone", b"WARC/1.0\nContent-Length: 2\n\nab\n\nWARC/1.0\nContent-Length: 0\n\n", Some(2)),
        ("no end after the block", b"WARC/1.1\r\nContent-Length: 2\r\n\r\nab", Some(1)),
        (
            "a length that is short",
            b"WARC/1.0\r\nContent-Length: 2\r\n\r\nabc\r\n\r\nWARC/1.0\r\nContent-Length: 0\r\n\r\n",
            Some(2),
        ),
        ("a length that is far too short", b"WARC/1.0\r\nContent-Length: 0\r\n\r\na\r\nb\r\nWARC/1.0\r\n\r\n", None),
        ("letter case", b"WARC/0.18\r\ncontent-length:2\r\n\r\nab\r\n\r\n", Some(1)),
        ("folded", b"WARC/1.0\r\nA: b\r\n c\r\nContent-Length: 0\r\n\r\n", Some(1)),
        ("not a record", b"GIF89a\r\n\r\n", None),
        ("no length", b"WARC/1.1\r\nA: b\r\n\r\n", None),
        ("no colon", b"WARC/1.1\r\nContent-Length 2\r\n\r\nab", None),
        ("cut", b"WARC/1.1\r\nContent-Length: 3\r\n\r\nab", None),
        ("cut in the header", b"WARC/1.1\r\nContent-Len", None),
        ("a length beyond all measure", b"WARC/1.1\r\nContent-Length: 99999999999999\r\n\r\n", None),
        ("a length that is none", b"WARC/1.1\r\nContent-Length: -1\r\n\r\n", None),
        ("folded from the start", b"WARC/1.1\r\n x\r\n\r\n", None),
        ("gzip of nothing", b"\x1f\x8b\x08\x00", None),
    ];
    for (name, bytes, want) in cases {
        let found: Result<Vec<_>, _> = records(*bytes).collect();
        assert_eq!(found.as_ref().ok().map(Vec::len), *want, "{name}: {found:?}");
    }
}

#[test]
fn a_header_without_end_is_refused_at_the_limit() {
    let endless = [&b"WARC/1.1\r\nA: "[..], &vec![b'x'; 1 << 20]].concat();
    let found: Vec<_> = records(&endless[..]).collect();
    assert!(matches!(found[..], [Err(archive::Fault::TooLarge { .. })]), "{:?}", found.len());
}

#[test]
fn folded_and_latin_1_values_are_read() {
    let bytes = b"WARC/1.0\r\nA: b\r\n\tc  d\r\nB: caf\xe9\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
    let record = records(&bytes[..]).next().expect("one").expect("whole");
    assert_eq!((record.field("a"), record.field("B")), (Some("b c  d"), Some("café")));
}
