//! `replate completions`: what a shell needs to complete commands and options.

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::Cli;
use crate::ending::Ending;
use crate::output;

/// Print what a shell needs to complete commands and options
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate completions bash > ~/.local/share/bash-completion/completions/replate
  replate completions zsh  > ~/.zfunc/_replate              with ~/.zfunc in fpath
  replate completions fish > ~/.config/fish/completions/replate.fish

`make install` puts them in place for everybody.")]
pub struct CompletionsArgs {
    /// For which shell
    shell: Shell,
}

impl CompletionsArgs {
    /// Runs the command.
    pub fn run(self) -> Result<Ending> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "replate", &mut script);
        output::text(&String::from_utf8_lossy(&script))?;
        Ok(Ending::Well)
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_shell_is_told_every_command() {
        for shell in Shell::value_variants() {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "replate", &mut script);
            let script = String::from_utf8(script).expect("UTF-8");
            for command in Cli::command().get_subcommands().filter(|command| !command.is_hide_set()) {
                assert!(script.contains(command.get_name()), "{shell}: {}", command.get_name());
            }
        }
    }
}
