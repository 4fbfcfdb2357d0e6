//! Opening, locks, lost connections: what a store on a server does.

use store::{DatabaseAddress, Location, SCHEMA_VERSION, Store, StoreError};

use crate::stage::*;

/// The same store as another process on another machine would see it: with a folder of its own.
fn elsewhere(schema: &Schema) -> (tempfile::TempDir, Location) {
    let dir = tempfile::tempdir().unwrap();
    let location = Location { dir: dir.path().to_owned(), server: Some(schema.address.clone()) };
    (dir, location)
}

/// Cuts every connection that the store has, as a server that goes away does. Returns how many.
fn cut(schema: &Schema, client: &mut postgres::Client) -> u64 {
    // Other tests of this process have the same name at the server: their schema tells them apart.
    let own = "SELECT count(pg_terminate_backend(l.pid)) FROM pg_locks l WHERE l.locktype = 'advisory' \
        AND l.objid = $1 AND l.pid <> pg_backend_pid()";
    let digest = news::Digest::of(schema.address.schema()).0;
    let key = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
    let row = client.query_one(own, &[&key]).unwrap();
    row.get::<_, i64>(0).cast_unsigned()
}

#[test]
fn one_process_holds_a_postgres_store_and_others_work_beside_it() {
    let Some(schema) = Schema::new() else { return };
    let missing = Store::open_reader(&schema.location).err().unwrap();
    assert!(matches!(missing, StoreError::NoStore { .. }), "{missing}");

    let holder = schema.open();
    let (_dir, there) = elsewhere(&schema);
    let held = Store::open(&there).err().unwrap();
    assert!(matches!(held, StoreError::Held { pid: Some(pid), .. } if pid == std::process::id()), "{held}");

    let reader = Store::open_reader(&there).unwrap();
    let id = outlet(&holder, "ledger.example");
    assert_eq!(read(&reader, store::outlets::list_outlets)[0].id, id);
    let refused = reader.write_blocking(|tx| store::outlets::add_outlet(tx, "x", "x.example", None));
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
    let refused = reader.read_blocking(|tx| store::outlets::add_outlet(tx, "x", "x.example", None));
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");

    let beside = Store::open_beside(&there).unwrap();
    let other = outlet(&beside, "tribune.example");
    assert_eq!(read(&holder, store::outlets::list_outlets)[1].id, other);
    drop(holder);
    drop(Store::open(&there).unwrap());
}

#[test]
fn writers_beside_each_other_take_turns_on_postgres() {
    let Some(schema) = Schema::new() else { return };
    let holder = schema.open();
    let stores = [holder.clone(), Store::open_beside(&schema.location).unwrap(), holder];
    std::thread::scope(|scope| {
        for (index, store) in stores.iter().enumerate() {
            scope.spawn(move || {
                for i in 0..20 {
                    outlet(store, &format!("{index}.{i}.example"));
                }
            });
        }
    });
    let ids: Vec<u32> = read(&stores[0], store::outlets::list_outlets).iter().map(|outlet| outlet.id.0).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, (1..=60).collect::<Vec<_>>(), "no id is given twice or left out");
}

#[test]
fn a_holder_cut_from_postgres_is_fenced_until_it_resumes_and_readers_come_back() {
    let Some(schema) = Schema::new() else { return };
    let mut client = schema.client();
    let holder = schema.open();
    let reader = Store::open_reader(&schema.location).unwrap();
    let beside = Store::open_beside(&schema.location).unwrap();
    outlet(&holder, "ledger.example");
    assert_eq!(read(&reader, store::outlets::list_outlets).len(), 1);

    assert_eq!(cut(&schema, &mut client), 1, "the holder alone has a lock now");
    for _ in 0..2 {
        let cut = holder.write_blocking(|tx| store::outlets::add_outlet(tx, "x", "x.example", None));
        assert!(matches!(&cut, Err(error @ StoreError::Unreachable { .. }) if error.is_transient()), "{cut:?}");
    }
    outlet(&beside, "tribune.example");
    assert_eq!(read(&holder, store::outlets::list_outlets).len(), 2, "reads go on");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(holder.resume_patiently()).unwrap();
    outlet(&holder, "third.example");
    assert_eq!(read(&reader, store::outlets::list_outlets).len(), 3);

    // In the middle of a transaction: nothing of it is kept, and the caller is told.
    let address = schema.address.schema().to_owned();
    let stopped = holder.write_blocking(move |tx| {
        store::outlets::add_outlet(tx, "y", "y.example", None)?;
        let server = std::env::var("REPLATE_POSTGRES").unwrap();
        let mut client = postgres::Client::connect(&server, postgres::NoTls).unwrap();
        let digest = news::Digest::of(&*address).0;
        let key = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
        let own = "SELECT count(pg_terminate_backend(l.pid)) FROM pg_locks l WHERE l.locktype = 'advisory' \
            AND l.objid = $1 AND l.mode = 'ExclusiveLock'";
        client.query_one(own, &[&key]).unwrap();
        store::outlets::add_outlet(tx, "z", "z.example", None)
    });
    assert!(matches!(stopped, Err(StoreError::Unreachable { .. })), "{stopped:?}");

    // Somebody else takes the store before it can resume.
    let (_dir, there) = elsewhere(&schema);
    let other = Store::open(&there).unwrap();
    let resumed = runtime.block_on(holder.resume_patiently());
    assert!(matches!(resumed, Err(StoreError::Held { .. })), "{resumed:?}");
    assert_eq!(read(&other, store::outlets::list_outlets).len(), 3);
}

#[test]
fn readers_and_wishes_cut_from_postgres_come_back_by_themselves() {
    let Some(schema) = Schema::new() else { return };
    outlet(&schema.open(), "ledger.example");
    let mut client = schema.client();
    let name = format!("own_{}", schema.address.schema());
    client.batch_execute(&format!("CREATE ROLE {name} LOGIN SUPERUSER PASSWORD 'own'")).unwrap();
    let server = std::env::var("REPLATE_POSTGRES").unwrap();
    let place = server.split_once('@').unwrap().1;
    let address = format!("postgres://{name}:own@{place}?schema={}", schema.address.schema());
    let location = Location { dir: schema.location.dir.clone(), server: Some(address.parse().unwrap()) };
    let stores = [Store::open_reader(&location).unwrap(), Store::open_beside(&location).unwrap()];
    for number in 1..4 {
        // All readers at once, so that each of them has a connection.
        std::thread::scope(|scope| {
            (0..8).for_each(|_| drop(scope.spawn(|| read(&stores[0], store::outlets::list_outlets))));
        });
        assert_eq!(read(&stores[0], store::outlets::list_outlets).len(), number);
        assert_eq!(outlet(&stores[1], &format!("{number}.example")).0 as usize, number + 1);
        let cut = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE usename = $1";
        assert!(client.query_one(cut, &[&name]).unwrap().get::<_, i64>(0) >= 2);
    }
    drop(stores);
    client.batch_execute(&format!("DROP OWNED BY {name}; DROP ROLE {name}")).unwrap();
}

#[test]
fn a_postgres_server_that_does_not_let_us_in_is_told_in_words() {
    let Some(schema) = Schema::new() else { return };
    let server = std::env::var("REPLATE_POSTGRES").unwrap();
    let (scheme, rest) = server.split_once("://").unwrap();
    let (_, place) = rest.split_once('@').unwrap();
    let (host, _) = place.split_once('/').unwrap();
    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    type Finds = fn(&StoreError) -> bool;
    let cases: [(String, Finds); 6] = [
        (format!("{scheme}://replate:s3cret@{place}"), |e| matches!(e, StoreError::Denied { .. })),
        (format!("{scheme}://replate@{place}"), |e| matches!(e, StoreError::Denied { .. })),
        (format!("{}x", server), |e| matches!(e, StoreError::NoDatabase { .. })),
        (format!("{scheme}://replate@127.0.0.1:{unused}/x"), |e| matches!(e, StoreError::Unreachable { .. })),
        (format!("{scheme}://replate@db.invalid/x"), |e| matches!(e, StoreError::Unreachable { .. })),
        (format!("{scheme}://replate:s3cret@{host}/postgres?sslmode=require"), |e| {
            matches!(e, StoreError::NotTrusted { .. })
        }),
    ];
    for (address, finds) in cases {
        let address: DatabaseAddress = address.parse().unwrap();
        let location = Location { dir: schema.location.dir.clone(), server: Some(address) };
        for error in [Store::open(&location), Store::open_reader(&location)].into_iter().filter_map(Result::err) {
            assert!(finds(&error), "{location}: {error:?}");
            assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
        }
    }
}

/// Needs a server whose folder is known: eval/postgres gives it a certificate of its own.
#[test]
fn the_way_to_postgres_is_encrypted_where_the_authority_is_known() {
    let Some(schema) = Schema::new() else { return };
    let Ok(folder) = std::env::var("REPLATE_POSTGRES_FOLDER") else {
        println!("skipped: REPLATE_POSTGRES_FOLDER");
        return;
    };
    let server = std::env::var("REPLATE_POSTGRES").unwrap();
    let at = |keys: &str| {
        let address: DatabaseAddress = format!("{server}?schema={}&{keys}", schema.address.schema()).parse().unwrap();
        Store::open(Location { dir: schema.location.dir.clone(), server: Some(address) })
    };
    let unknown = at("sslmode=require").err().unwrap();
    assert!(matches!(unknown, StoreError::NotTrusted { .. }), "{unknown}");
    let store = at(&format!("sslmode=require&sslrootcert={folder}/server.crt")).unwrap();
    outlet(&store, "ledger.example");
    let encrypted = "SELECT count(*) FROM pg_stat_ssl s JOIN pg_locks l ON l.pid = s.pid WHERE s.ssl \
        AND l.locktype = 'advisory' AND l.objid = $1";
    let digest = news::Digest::of(schema.address.schema()).0;
    let key = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
    assert_eq!(schema.client().query_one(encrypted, &[&key]).unwrap().get::<_, i64>(0), 1);
}

#[test]
fn postgres_databases_of_other_versions_are_told_apart() {
    let Some(schema) = Schema::new() else { return };
    drop(schema.open());
    let mut client = schema.client();
    let newer = SCHEMA_VERSION + 7;
    client.batch_execute(&format!("INSERT INTO migrations VALUES ({newer}, 'later', '')")).unwrap();
    for error in [Store::open(&schema.location), Store::open_reader(&schema.location)].map(|opened| opened.err()) {
        assert!(matches!(error, Some(StoreError::NewerSchema { found, .. }) if found == newer), "{error:?}");
    }
    client
        .batch_execute(&format!("DELETE FROM migrations WHERE number = {newer}; UPDATE migrations SET sha256 = ''"))
        .unwrap();
    let other = Store::open(&schema.location).err().unwrap();
    assert!(matches!(other, StoreError::OtherMigration { number: 1 }), "{other}");
}

#[test]
fn a_postgres_user_without_rights_and_a_read_only_server_are_told() {
    let Some(schema) = Schema::new() else { return };
    drop(schema.open());
    let mut client = schema.client();
    let guest = format!("guest_{}", schema.address.schema());
    client
        .batch_execute(&format!(
            "CREATE ROLE {guest} LOGIN PASSWORD 'guest'; ALTER ROLE {guest} SET default_transaction_read_only TO on"
        ))
        .unwrap();
    let server = std::env::var("REPLATE_POSTGRES").unwrap();
    let place = server.split_once('@').unwrap().1;
    let at = |name: &str| {
        let address: DatabaseAddress = format!("postgres://{guest}:guest@{place}?schema={name}").parse().unwrap();
        Location { dir: schema.location.dir.clone(), server: Some(address) }
    };
    let error = Store::open(at(schema.address.schema())).err().unwrap();
    assert!(matches!(error, StoreError::Denied { .. }), "{error}");
    client
        .batch_execute(&format!(
            "GRANT ALL ON SCHEMA {0} TO {guest}; GRANT ALL ON ALL TABLES IN SCHEMA {0} TO {guest}",
            schema.address.schema()
        ))
        .unwrap();
    let error = Store::open(at(schema.address.schema())).err().unwrap();
    assert!(matches!(&error, StoreError::Denied { message, .. } if message.contains("read-only")), "{error}");
    client.batch_execute(&format!("ALTER ROLE {guest} RESET ALL")).unwrap();
    drop(Store::open(at(schema.address.schema())).unwrap());
    let error = Store::open(at("no_schema_of_mine")).err().unwrap();
    assert!(matches!(error, StoreError::Denied { .. }), "{error}");
    client.batch_execute(&format!("DROP OWNED BY {guest}; DROP ROLE {guest}")).unwrap();
}
