//! The five reference articles as plain text, line by line.

use std::path::{Path, PathBuf};

use extract::{Explained, KeptAs, Memory, Page, explain, extract};
use news::BlockKind;
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    let Some(data) = std::env::var_os("REPLATE_TESTDATA") else {
        println!("skipped: REPLATE_TESTDATA");
        return None;
    };
    Some(Path::new(&data).join("reference"))
}

fn expected_class(article: &Value, line: usize) -> &'static str {
    let holds = |key: &str| article[key].as_array().is_some_and(|a| a.iter().any(|n| n.as_u64() == Some(line as u64)));
    if article["title_line"].as_u64() == Some(line as u64) {
        return "headline";
    }
    for (key, class) in [
        ("standfirst_lines", "standfirst"),
        ("byline_lines", "byline"),
        ("caption_lines", "caption"),
        ("subheading_lines", "subheading"),
        ("article_lines", "article"),
    ] {
        if holds(key) {
            return class;
        }
    }
    "boilerplate"
}

fn class_of(explained: &Explained) -> &'static str {
    match explained.kept_as {
        Some(KeptAs::Headline) => "headline",
        Some(KeptAs::Standfirst) => "standfirst",
        Some(KeptAs::Byline) => "byline",
        Some(KeptAs::Block(BlockKind::Caption)) => "caption",
        Some(KeptAs::Block(BlockKind::Subhead)) => "subheading",
        Some(KeptAs::Block(_)) => "article",
        None => "boilerplate",
    }
}

#[test]
fn every_line_of_the_reference_articles_is_what_it_should_be() {
    let Some(folder) = folder() else { return };
    let expected: Value = serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let mut differences = Vec::new();
    for (name, article) in expected["articles"].as_object().unwrap() {
        let bytes = std::fs::read(folder.join(format!("{name}.txt"))).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let page = Page { body: &bytes, content_type: Some("text/plain"), url: "https://news.example/a.txt" };
        let lines: Vec<(usize, &str)> = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()).collect();
        let explained = explain(&page, &Memory::none());
        assert_eq!(explained.len(), lines.len(), "{name}: one explanation for each line");
        for ((i, line), e) in lines.iter().zip(&explained) {
            let (wanted, got) = (expected_class(article, i + 1), class_of(e));
            if wanted != got {
                differences.push(format!(
                    "{name}:{}: {wanted} expected, {got} found ({}): {line:.60}",
                    i + 1,
                    e.reason
                ));
            }
        }
        let reading = extract(&page);
        if reading.headline.as_deref() != article["title"].as_str() {
            differences.push(format!("{name}: headline {:?}", reading.headline));
        }
        assert_eq!(reading.language.as_deref(), Some("en"), "{name}");
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
