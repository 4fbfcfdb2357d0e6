//! `replate doctor`: whether the store can be trusted.

use std::path::Path;

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use upkeep::{Finding, Part, State};

use crate::config::{Config, Places};
use crate::desk::{self, By};
use crate::ending::Ending;
use crate::format::Format;
use crate::network;
use crate::output::one_line;
use crate::progress::bar;

/// Examine the store: folder, disk, clock, configuration, database, search, archive, ledger, what is watched
#[derive(Debug, Args)]
#[command(
    after_help = "It changes nothing (but with --repair), and may run beside whoever watches. Without --full it looks at a sample:
some hundred articles and the captures that founded their versions, and the order of a small database's file. \
A line for each finding, and what to do. Exit status 1: something is wrong."
)]
pub struct DoctorArgs {
    /// Look at every row and read every byte of the archive
    #[arg(long)]
    full: bool,
    /// First make the index of search again, of the versions that are there, and write what a ledger lacks that was cut
    /// off or lost; nothing else is repaired
    #[arg(long)]
    repair: bool,
    /// Also ask for this address, as a look would: name server, way out, robots.txt, certificate
    #[arg(long, value_name = "URL")]
    network: Option<String>,
    /// How to print it; json is a line for each finding
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl DoctorArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let location = places.location()?;
        let bar = bar();
        if self.repair {
            let store = desk::open_for_wishes(&location)?;
            let versions = upkeep::reindex(&store, &mut |progress| bar.tell(&progress))?;
            let versions = publish::words::count(usize::try_from(versions)?, "version", "versions");
            warn!("the index of search was made again, of {versions}");
            let desk = desk::at(&store, &places.dir, &By::default());
            let deeds = watch::rewrite_ledger(&desk.store, &desk.ledger, &desk.by, Timestamp::now())?;
            if deeds > 0 {
                let deeds = publish::words::count(deeds, "decision", "decisions");
                warn!("the ledger was written again of what the database knows: {deeds}");
            }
        }
        let mut found = vec![configuration(places)?];
        found.extend(upkeep::examine(&location, self.full, Timestamp::now(), &mut |progress| bar.tell(&progress))?);
        bar.finish();
        if let Some(address) = &self.network {
            found.push(way_out(address, places));
        }
        for finding in &found {
            match self.format {
                Format::Json => say!("{}", serde_json::to_string(finding)?)?,
                Format::Text => say!("{}", line(finding))?,
            }
        }
        let wrong = found.iter().any(|finding| finding.state == State::Wrong);
        Ok(if wrong { Ending::Differs } else { Ending::Well })
    }
}

fn line(finding: &Finding) -> String {
    let state = match finding.state {
        State::Well => "well ",
        State::Note => "note ",
        State::Wrong => "WRONG",
    };
    let part = format!("{:?}", finding.part).to_lowercase();
    let remedy = if finding.remedy.is_empty() { String::new() } else { format!(": {}", finding.remedy) };
    one_line(&format!("{state}  {part:<13}  {}{remedy}", finding.what))
}

/// A wrong configuration has stopped the command already; what is left are things that one can be without knowing.
fn configuration(places: &Places) -> Result<Finding> {
    let (config, file) = (places.load_config()?, places.config_file());
    let named = file.display();
    if !file.is_file() {
        return Ok(Finding::note(
            Part::Configuration,
            format!("there is no {named}; every setting is the default"),
            "`replate config --write` makes one; outlets should find a contact in it",
        ));
    }
    if config.store.hides_something() && is_open(&file) {
        return Ok(Finding::wrong(
            Part::Configuration,
            format!("{named} holds a password, and others on this machine can read it"),
            format!("chmod 600 {named}"),
        ));
    }
    if config.contact == Config::default().contact {
        let remedy = "set contact: outlets want to know who looks";
        return Ok(Finding::note(Part::Configuration, format!("{named} names no contact"), remedy));
    }
    Ok(Finding::well(Part::Configuration, named.to_string()))
}

/// Whether others than its owner may read a file.
fn is_open(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(file).is_ok_and(|file| file.permissions().mode() & 0o044 != 0)
}

fn way_out(address: &str, places: &Places) -> Finding {
    match network::look_once(address, places) {
        Ok(exchange) => {
            Finding::well(Part::Network, format!("{address} answered with status {}", exchange.last.status))
        }
        Err(error) => Finding::wrong(
            Part::Network,
            crate::ending::sentence_of(&error),
            "is it the outlet, or are name server, firewall or proxy in the way? Try another address",
        ),
    }
}
