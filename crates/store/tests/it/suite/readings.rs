use news::{CaptureId, Digest, Reading};
use store::readings::{find_reading, load_reading, record_reading};
use store::{Store, StoreError};

use crate::stage::*;

pub fn every_reading_comes_back_as_it_was(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let article = article(store, outlet, "https://ledger.example/ferry", 0);
    let text = |i: u32| format!("Départ à {i} h, \u{627}\u{644}\u{645}\u{64a}\u{646}\u{627}\u{621} 港 👩\u{200d}✈️");
    for look in 1..=40 {
        let reading = reading(&text(look));
        write(store, move |tx| record_reading(tx, CaptureId { article, look }, &reading, at(look.into())));
    }
    for look in (1..=40).rev() {
        let got = read(store, move |tx| load_reading(tx, CaptureId { article, look }));
        assert_eq!(got, reading(&text(look)));
    }
    let missing = CaptureId { article, look: 41 };
    let refused = store.read_blocking(move |tx| load_reading(tx, missing));
    assert!(matches!(refused, Err(StoreError::NoSuchReading(id)) if id == missing));
}

pub fn readers_keep_their_own_readings(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let capture = CaptureId { article: article(store, outlet, "https://ledger.example/ferry", 0), look: 1 };
    let epoch = Some(Digest::of("what the ledger's pages repeat"));
    let by = |reader: &str, epoch, text| Reading { reader: reader.into(), epoch, ..reading(text) };
    let all = [by("replate-1", None, "a"), by("replate-1", epoch, "b"), by("replate-2", epoch, "c")];
    for (minute, reading) in all.clone().into_iter().enumerate() {
        write(store, move |tx| record_reading(tx, capture, &reading, at(minute as i64)));
    }
    let never = by("replate-1", None, "overwritten");
    write(store, move |tx| record_reading(tx, capture, &never, at(9)));
    for want in all.clone() {
        let (reader, epoch) = (want.reader.clone(), want.epoch);
        let got = read(store, move |tx| find_reading(tx, capture, &reader, epoch));
        assert_eq!(got.as_ref(), Some(&want));
    }
    assert_eq!(read(store, move |tx| load_reading(tx, capture)), all[2], "the newest");
    assert_eq!(read(store, move |tx| find_reading(tx, capture, "replate-3", None)), None);
}
