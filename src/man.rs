//! `replate man`: the manual pages, from the one definition of the commands.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::Cli;
use crate::ending::{Ending, Stopped};
use crate::output;

/// Print a manual page, or write all of them into a folder
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate man | man -l -             the page of the program
  replate man watch | man -l -       the page of one command
  replate man --out share/man/man1   all pages, as `make install` puts them in place")]
pub struct ManArgs {
    /// The command whose page is printed [default: that of the program]
    #[arg(conflicts_with = "out")]
    command: Option<String>,
    /// Write the pages of the program and of every command into this folder, made if it is missing
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl ManArgs {
    /// Runs the command.
    pub fn run(self) -> Result<Ending> {
        if let Some(folder) = self.out {
            let written = std::fs::create_dir_all(&folder).and_then(|()| write_all(&folder));
            written.with_context(|| format!("the manual pages cannot be written into {}", folder.display()))?;
            return Ok(Ending::Well);
        }
        let mut text = Vec::new();
        page(&described(self.command.as_deref())?, &mut text)?;
        output::text(&String::from_utf8_lossy(&text))?;
        Ok(Ending::Well)
    }
}

/// The program with its commands, each named as its page is.
fn program() -> Command {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    program
}

/// The program, or one of its commands.
fn described(name: Option<&str>) -> Result<Command> {
    let program = program();
    let Some(name) = name else { return Ok(program) };
    let found = program.get_subcommands().find(|command| command.get_name() == name).cloned();
    found.ok_or_else(|| {
        Stopped::because(Ending::Usage, format!("there is no command {name}; `replate help` lists all commands"))
    })
}

fn write_all(folder: &Path) -> io::Result<()> {
    let program = program();
    for command in program.get_subcommands().chain([&program]) {
        let mut file = std::fs::File::create(folder.join(Man::new(command.clone()).get_filename()))?;
        page(command, &mut file)?;
    }
    Ok(())
}

/// A page: as the library writes it, but what stands under the options in a help text keeps its lines, because
/// examples are among it.
fn page(command: &Command, out: &mut dyn io::Write) -> io::Result<()> {
    let man = Man::new(command.clone()).source(concat!("Replate ", env!("CARGO_PKG_VERSION"))).date(" ");
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_description_section(out)?;
    man.render_options_section(out)?;
    if command.has_subcommands() {
        man.render_subcommands_section(out)?;
    }
    let Some(notes) = command.get_after_help() else { return Ok(()) };
    let mut roff = Roff::new();
    roff.control("SH", ["NOTES"]).control("nf", []);
    for line in notes.to_string().lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []).to_writer(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that a person may write stands in the help, and so on a page of the manual.
    fn told(command: &Command, path: &str, silent: &mut Vec<String>) {
        if command.get_about().is_none() {
            silent.push(path.to_owned());
        }
        for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
            if argument.get_help().is_none() {
                silent.push(format!("{path} {}", argument.get_id()));
            }
            for value in argument.get_possible_values().iter().filter(|value| !value.is_hide_set()) {
                let plain = ["true", "false"].contains(&value.get_name()) || argument.get_id() == "shell";
                if !plain && value.get_help().is_none() {
                    silent.push(format!("{path} {} {}", argument.get_id(), value.get_name()));
                }
            }
        }
        for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
            told(inner, &format!("{path} {}", inner.get_name()), silent);
        }
    }

    #[test]
    fn every_command_option_and_value_has_a_help_text() {
        let mut silent = Vec::new();
        let mut program = Cli::command();
        program.build();
        told(&program, "replate", &mut silent);
        assert_eq!(silent, Vec::<String>::new());
    }

    #[test]
    fn every_command_has_a_page() {
        let folder = tempfile::tempdir().expect("a folder");
        ManArgs { command: None, out: Some(folder.path().join("man1")) }.run().expect("pages");
        let mut names = vec!["replate".to_owned()];
        names.extend(Cli::command().get_subcommands().map(|command| format!("replate-{}", command.get_name())));
        for name in &names {
            let page = std::fs::read_to_string(folder.path().join(format!("man1/{name}.1"))).expect(name);
            for section in [".TH ", ".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS"] {
                assert!(page.contains(section), "{name} has no {section}");
            }
            assert!(!page.contains("EXTRA"), "{name}");
        }
        assert_eq!(std::fs::read_dir(folder.path().join("man1")).expect("pages").count(), names.len());
    }

    #[test]
    fn a_page_is_of_a_command_that_is_there() {
        assert_eq!(described(Some("watch")).expect("a command").get_name(), "watch");
        assert!(described(Some("wach")).expect_err("no command").to_string().contains("wach"));
    }
}
