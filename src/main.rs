//! Replate keeps what the news said, and shows when it changed.
//!
//! One file per command: wiring, configuration, nothing else. The thought is in `crates/`.

#[macro_use]
mod output;

mod add;
mod address;
mod archive_faults;
mod audit;
mod backup;
mod batch;
mod check;
mod compare;
mod completions;
mod config;
mod database;
mod demo;
mod demo_folder;
mod desk;
mod diff;
mod discover;
mod doctor;
mod ending;
mod filter;
mod format;
mod input;
mod list;
mod log;
mod look;
mod man;
mod memories;
mod merge;
mod migrate;
mod network;
mod newsroom_command;
mod pause;
mod progress;
mod quotes;
mod read;
mod rebuild;
mod reread;
mod restore;
mod robots;
mod rules;
mod run;
mod schema;
mod search;
mod serve;
mod show;
mod show_config;
mod side;
mod status;
mod stop;
mod subject;
mod target;
mod terminal;
mod watch_command;
mod withdraw;
mod workplace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::config::Places;
use crate::ending::{Ending, ending_of, sentence_of};

/// Keeps what the news said, and shows when it changed.
///
/// Replate watches news outlets, keeps every version of every article as evidence, and shows
/// exactly what changed and whether readers were told.
#[derive(Debug, Parser)]
#[command(name = "replate", version, propagate_version = true)]
#[command(after_help = "Begin with `replate demo`, which needs no network. \
Exit statuses: docs/exit-status.md. Words: docs/glossary.md.")]
struct Cli {
    #[command(flatten)]
    places: Places,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::DemoArgs),
    Run(run::RunArgs),
    Watch(watch_command::WatchArgs),
    Serve(serve::ServeArgs),
    Add(add::AddArgs),
    List(list::ListArgs),
    Look(look::LookArgs),
    Log(log::LogArgs),
    Show(show::ShowArgs),
    Diff(diff::DiffArgs),
    Search(search::SearchArgs),
    Status(status::StatusArgs),
    Filter(filter::FilterArgs),
    Pause(pause::PauseArgs),
    Resume(pause::ResumeArgs),
    Remove(pause::RemoveArgs),
    Withdraw(withdraw::WithdrawArgs),
    Merge(merge::MergeArgs),
    Audit(audit::AuditArgs),
    Migrate(migrate::MigrateArgs),
    Backup(backup::BackupArgs),
    Restore(restore::RestoreArgs),
    Rebuild(rebuild::RebuildArgs),
    Reread(reread::RereadArgs),
    Doctor(doctor::DoctorArgs),
    Config(show_config::ConfigArgs),
    Read(read::ReadArgs),
    Compare(compare::CompareArgs),
    Quotes(quotes::QuotesArgs),
    Discover(discover::DiscoverArgs),
    Robots(robots::RobotsArgs),
    Address(address::AddressArgs),
    Schema(schema::SchemaArgs),
    Newsroom(newsroom_command::NewsroomArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

impl Cli {
    fn run(self) -> Result<Ending> {
        let named = self.places.config.is_some() && !matches!(self.command, Command::Config(_));
        if named || self.command.reads_configuration() {
            self.places.check()?;
        }
        self.command.run(&self.places)
    }
}

impl Command {
    /// Whether the configuration file of the store's folder is for this command, so that a wrong one
    /// stops it. A file that is named must be right for every command; `config` reads it itself.
    const fn reads_configuration(&self) -> bool {
        !matches!(
            self,
            Self::Demo(_)
                | Self::Config(_)
                | Self::Address(_)
                | Self::Schema(_)
                | Self::Newsroom(_)
                | Self::Completions(_)
                | Self::Man(_)
        )
    }

    fn run(self, places: &Places) -> Result<Ending> {
        match self {
            Self::Demo(args) => args.run(places),
            Self::Run(args) => args.run(places),
            Self::Watch(args) => args.run(places),
            Self::Serve(args) => args.run(places),
            Self::Add(args) => args.run(places),
            Self::List(args) => args.run(places),
            Self::Look(args) => args.run(places),
            Self::Log(args) => args.run(places),
            Self::Show(args) => args.run(places),
            Self::Diff(args) => args.run(places),
            Self::Search(args) => args.run(places),
            Self::Status(args) => args.run(places),
            Self::Filter(args) => args.run(places),
            Self::Pause(args) => args.run(places),
            Self::Resume(args) => args.run(places),
            Self::Remove(args) => args.run(places),
            Self::Withdraw(args) => args.run(places),
            Self::Merge(args) => args.run(places),
            Self::Audit(args) => args.run(places),
            Self::Migrate(args) => args.run(places),
            Self::Backup(args) => args.run(places),
            Self::Restore(args) => args.run(places),
            Self::Rebuild(args) => args.run(places),
            Self::Reread(args) => args.run(places),
            Self::Doctor(args) => args.run(places),
            Self::Config(args) => args.run(places),
            Self::Read(args) => args.run(places),
            Self::Compare(args) => args.run(places),
            Self::Quotes(args) => args.run(places),
            Self::Discover(args) => args.run(places),
            Self::Robots(args) => args.run(places),
            Self::Address(args) => args.run(),
            Self::Schema(args) => args.run(),
            Self::Newsroom(args) => args.run(),
            Self::Completions(args) => args.run(),
            Self::Man(args) => args.run(),
        }
    }
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    progress::start_logging();
    match cli.run() {
        Ok(ending) => ending.into(),
        Err(error) if error.is::<output::NobodyReads>() => Ending::Well.into(),
        Err(error) => {
            warn!("replate: {}", publish::text::clean(&sentence_of(&error)));
            ending_of(&error).into()
        }
    }
}
