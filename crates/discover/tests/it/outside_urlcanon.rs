use discover::address;

use crate::outside::{Score, folder, json};

#[test]
fn addresses_are_spelled_as_the_web_archives_spell_them() {
    let Some(urls) = folder("urls") else { return };
    let cases = json(&urls.join("urlcanon/semantic_precise.json"));
    let mut score = Score::default();
    for (input, want) in cases.as_object().expect("the test material is as its README says") {
        let precise = address::precise(input).unwrap_or_default();
        score.count(precise == want.as_str().expect("the test material is as its README says"), || {
            format!("{input:?}: {precise:?} for {want}")
        });
    }
    score.hold("urlcanon semantic_precise", 98.0);
}

#[test]
fn spelling_an_address_twice_changes_nothing() {
    let Some(urls) = folder("urls") else { return };
    let canon = urls.join("urlcanon");
    let lists = ["idempotence", "semantic_precise", "aggressive", "supplemental_whatwg"]
        .map(|name| json(&canon.join(format!("{name}.json"))));
    let mut inputs: Vec<String> = Vec::new();
    for list in &lists {
        inputs.extend(list.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)));
        inputs.extend(list.as_object().into_iter().flatten().map(|(input, _)| input.clone()));
    }
    let web_platform = json(&urls.join("whatwg/urltestdata.json"));
    inputs.extend(
        web_platform
            .as_array()
            .expect("the test material is as its README says")
            .iter()
            .filter_map(|case| case["input"].as_str().map(str::to_owned)),
    );
    assert!(inputs.len() > 1_000, "{}", inputs.len());
    for input in inputs {
        let Ok(once) = address::precise(&input) else { continue };
        assert_eq!(address::precise(&once).as_ref(), Ok(&once), "{input:?}");
        assert_eq!(address::key(&once), address::key(&input), "{input:?}");
        let key = address::key(&input).expect("the test material is as its README says");
        assert!(!key.is_empty(), "{input:?}");
    }
}
