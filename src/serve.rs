//! `replate serve`: the pages.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::config::{Config, Places};
use crate::ending::{Ending, Stopped};
use crate::{network, stop};

/// Serve the pages, until stopped
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Where to serve the pages [default: as configured, 127.0.0.1:8017]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
}

impl ServeArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let config = places.load_config()?;
        let location = places.location()?;
        let store = Store::open_reader(&location)?;
        let runtime = network::runtime()?;
        let stop = stop::on_signal(&runtime);
        runtime.block_on(async {
            let archive = archive::Reader::new(places.dir.join("archive"));
            let listener = bind(self.listen.as_deref().unwrap_or(&config.listen)).await?;
            note!("serving {location} at http://{}", listener.local_addr()?);
            pages(listener, (store, archive), config, Timestamp::now, stop).await?;
            Ok(Ending::Well)
        })
    }
}

/// Binds the address where pages are served.
///
/// # Errors
/// When it is taken or not allowed: the sentence says what to do.
pub async fn bind(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        let what = match error.kind() {
            std::io::ErrorKind::AddrInUse => {
                "something else is served there already; name another with --listen".into()
            }
            std::io::ErrorKind::AddrNotAvailable => {
                "this machine has no such address; 127.0.0.1 is this machine, 0.0.0.0 all of its addresses".into()
            }
            std::io::ErrorKind::InvalidInput => "that is no address and port, such as 127.0.0.1:8017".into(),
            std::io::ErrorKind::PermissionDenied => "that port needs more rights; ports from 1024 on do not".into(),
            _ => error.to_string(),
        };
        Stopped::because(Ending::Listen, format!("the pages cannot be served at {address}: {what}"))
    })
}

/// Serves the pages of a store and its archive until `stop` turns true. `clock` says what time the pages show as now.
///
/// # Errors
/// When the listener fails.
pub async fn pages(
    listener: TcpListener,
    (store, archive): (Store, archive::Reader),
    config: Config,
    clock: impl Fn() -> Timestamp + Send + Sync + 'static,
    mut stop: watch::Receiver<bool>,
) -> Result<()> {
    let base = format!("http://{}", listener.local_addr()?);
    let site = publish::Site { name: "Replate".into(), base, public: config.public };
    let budget = config.budget(store.folder());
    let state = web::State::new(store, archive, site, clock).with_pace(config.pace()).with_budget(budget);
    let stopped = async move {
        let _ = stop.wait_for(|stop| *stop).await;
    };
    Ok(web::serve(listener, state, stopped).await?)
}
