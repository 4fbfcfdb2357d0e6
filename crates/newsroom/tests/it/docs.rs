//! The page for those who write a day names every key, event and placeholder.

use std::collections::BTreeSet;

use serde_json::Value;

const PAGE: &str = include_str!("../../../../docs/newsroom-script.md");

fn names(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                into.extend(properties.keys().cloned());
            }
            for key in ["const", "enum"] {
                let listed = map.get(key).into_iter().flat_map(|v| match v {
                    Value::Array(all) => all.clone(),
                    one => vec![one.clone()],
                });
                into.extend(listed.filter_map(|v| v.as_str().map(str::to_owned)));
            }
            map.values().for_each(|v| names(v, into));
        }
        Value::Array(all) => all.iter().for_each(|v| names(v, into)),
        _ => {}
    }
}

#[test]
fn the_page_names_every_key_and_value_of_the_schema() {
    let mut all = BTreeSet::new();
    names(&serde_json::to_value(newsroom::schema()).unwrap(), &mut all);
    assert!(all.len() > 80, "{all:?}");
    let missing: Vec<_> = all.iter().filter(|n| !PAGE.contains(&format!("`{n}`"))).collect();
    assert!(missing.is_empty(), "docs/newsroom-script.md does not name {missing:?}");
}

#[test]
fn the_example_of_the_page_loads() {
    let example = PAGE.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let script = newsroom::Script::load(example).unwrap();
    assert_eq!(script.articles().count(), 1);
}
