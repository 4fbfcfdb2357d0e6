//! Every statement of the crate, on the database itself.

use std::collections::BTreeSet;

use crate::stage::*;

fn database() -> (tempfile::TempDir, rusqlite::Connection) {
    let dir = tempfile::tempdir().unwrap();
    drop(open(dir.path()));
    let connection = rusqlite::Connection::open(dir.path().join("replate.db")).unwrap();
    (dir, connection)
}

#[test]
fn every_statement_prepares() {
    let (_dir, connection) = database();
    let mut texts = BTreeSet::new();
    for statement in store::statements() {
        connection.prepare(statement.text).unwrap_or_else(|e| panic!("{}: {e}\n{}", statement.name, statement.text));
        assert!(texts.insert(statement.text), "{} is there twice", statement.name);
    }
    for statement in store::search_statements()[0] {
        connection.prepare(statement.text).unwrap_or_else(|e| panic!("{}: {e}", statement.name));
    }
    assert!(texts.len() > 60, "{} statements are listed", texts.len());
}

#[test]
fn every_statement_prepares_on_postgres() {
    let Some(schema) = Schema::new() else { return };
    drop(schema.open());
    let mut client = schema.client();
    for statement in store::statements().chain(store::search_statements()[1]) {
        let text = statement.text.replace('?', "$");
        client.prepare(&text).unwrap_or_else(|e| panic!("{}: {e:?}\n{text}", statement.name));
    }
}

/// With scans and sorts made dear, the server uses one only where it has no other way. An incremental sort
/// sorts what is equal in the index alone.
#[test]
fn no_statement_scans_a_table_that_grows_on_postgres() {
    let Some(schema) = Schema::new() else { return };
    drop(schema.open());
    let mut client = schema.client();
    client.batch_execute("SET enable_seqscan TO off; SET enable_sort TO off; SET plan_cache_mode TO force_generic_plan; SET enable_bitmapscan TO off").unwrap();
    for (index, statement) in store::statements().enumerate() {
        let text = statement.text.replace('?', "$");
        let parameters = client.prepare(&text).unwrap().params().len();
        let nulls = if parameters == 0 { String::new() } else { format!("({})", vec!["NULL"; parameters].join(", ")) };
        client.batch_execute(&format!("PREPARE p{index} AS {text}")).unwrap();
        let plan = client.simple_query(&format!("EXPLAIN EXECUTE p{index}{nulls}")).unwrap();
        let plan: Vec<String> = plan
            .into_iter()
            .filter_map(|line| match line {
                postgres::SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
                _ => None,
            })
            .collect();
        for line in &plan {
            if let Some((_, table)) = line.split_once("Seq Scan on ") {
                let table = table.split(' ').next().unwrap_or_default();
                assert!(!BIG.contains(&table), "{} scans {table}: {plan:#?}", statement.name);
            }
            let sorts = line.trim_start().trim_start_matches("->").trim_start().starts_with("Sort  (");
            assert!(!sorts || !text.contains("LIMIT"), "{} sorts before its limit: {plan:#?}", statement.name);
        }
    }
}

/// Tables that grow with articles and looks. A scan of one costs more with every year.
const BIG: [&str; 11] = [
    "search_docs",
    "search_index",
    "articles",
    "addresses",
    "agenda",
    "look_pages",
    "captures",
    "readings",
    "versions",
    "changes",
    "assessments",
];

#[test]
fn no_statement_scans_a_table_that_grows() {
    let (_dir, connection) = database();
    for statement in store::statements() {
        let mut explain = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", statement.text)).unwrap();
        let nulls = vec![rusqlite::types::Null; explain.parameter_count()];
        let plan = explain.query_map(rusqlite::params_from_iter(nulls), |row| row.get::<_, String>(3)).unwrap();
        let plan: Vec<String> = plan.map(Result::unwrap).collect();
        let aliases = aliases(statement.text);
        for step in plan.iter().filter_map(|step| step.strip_prefix("SCAN ")) {
            let scanned = step.split(' ').next().unwrap_or_default();
            let big = BIG.contains(&scanned) || aliases.contains(scanned);
            assert!(!big, "{} scans {scanned}: {plan:#?}", statement.name);
        }
        let sorts = plan.iter().any(|step| step.contains("TEMP B-TREE FOR ORDER BY"));
        assert!(!sorts || !statement.text.contains("LIMIT"), "{} sorts before its limit: {plan:#?}", statement.name);
    }
}

/// Names that the statement or its views give to big tables.
fn aliases(text: &str) -> BTreeSet<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let big = |word: &str| BIG.contains(&word) || word.starts_with("shown_") || word.starts_with("all_");
    let named = words.windows(2).filter(|pair| big(pair[0])).map(|pair| pair[1]);
    // The views of the schema call them so.
    named.chain(["a", "v", "c", "g"]).collect()
}

/// The index of search finds by its words, and what it finds is read by its number.
#[test]
fn no_search_scans_a_table() {
    let (_dir, connection) = database();
    for statement in store::search_statements()[0] {
        let mut explain = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", statement.text)).unwrap();
        let nulls = vec![rusqlite::types::Null; explain.parameter_count()];
        let plan = explain.query_map(rusqlite::params_from_iter(nulls), |row| row.get::<_, String>(3)).unwrap();
        let plan: Vec<String> = plan.map(Result::unwrap).collect();
        // FTS5 says SCAN of whatever it finds, and by its number what was asked of it.
        let scans = plan.iter().any(|step| step.starts_with("SCAN") && !step.contains("VIRTUAL TABLE INDEX"));
        assert!(!scans && !plan.iter().any(|step| step.contains("TEMP B-TREE")), "{}: {plan:#?}", statement.name);
    }
}

#[test]
fn no_search_scans_a_table_on_postgres() {
    let Some(schema) = Schema::new() else { return };
    drop(schema.open());
    let mut client = schema.client();
    client.batch_execute("SET enable_seqscan TO off; SET plan_cache_mode TO force_generic_plan").unwrap();
    for (index, statement) in store::search_statements()[1].into_iter().enumerate() {
        let text = statement.text.replace('?', "$");
        let nulls = vec!["NULL"; client.prepare(&text).unwrap().params().len()].join(", ");
        client.batch_execute(&format!("PREPARE s{index} AS {text}")).unwrap();
        let plan = client.simple_query(&format!("EXPLAIN EXECUTE s{index}({nulls})")).unwrap();
        let plan: Vec<String> = plan
            .into_iter()
            .filter_map(|line| match line {
                postgres::SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
                _ => None,
            })
            .collect();
        assert!(!plan.iter().any(|line| line.contains("Seq Scan")), "{}: {plan:#?}", statement.name);
    }
}
