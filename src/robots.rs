//! `replate robots`: may we look there?

use anyhow::Result;
use clap::Args;
use serde::{Deserialize, Serialize};

use crate::batch::{self, BatchArgs};
use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::input::Input;

/// Ask a robots.txt whether an address may be looked at (RFC 9309)
#[derive(Debug, Args)]
#[command(after_help = "Exit status 1 says that the address is disallowed.")]
pub struct RobotsArgs {
    /// The address in question
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    url: Option<String>,
    /// A robots.txt to ask instead of the host's own
    #[arg(long, value_name = "FILE", requires = "url")]
    robots: Option<String>,
    /// The product token that asks
    #[arg(long, default_value = "replate")]
    agent: String,
    #[command(flatten)]
    batch: BatchArgs,
}

/// A line of `robots --batch`.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
pub struct RobotsLine {
    /// The text of the robots.txt.
    robots: String,
    /// The product token that asks.
    agent: String,
    /// The address in question.
    url: String,
}

/// What `robots` prints.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RobotsOutput {
    allowed: bool,
    rule: Option<String>,
    crawl_delay_s: Option<f64>,
}

fn ask(robots: &[u8], agent: &str, url: &str) -> RobotsOutput {
    let verdict = fetch::Robots::parse(robots).check(agent, url);
    RobotsOutput { allowed: verdict.allowed, rule: verdict.rule, crawl_delay_s: verdict.crawl_delay_s }
}

impl RobotsArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        if let Some(input) = &self.batch.batch {
            return batch::run(input, self.batch.jobs, |line: RobotsLine, _| {
                Ok(ask(line.robots.as_bytes(), &line.agent, &line.url))
            });
        }
        let url = self.url.unwrap_or_default();
        let Some(own) = robots_address(&url) else {
            let sentence = format!("“{url}” is no address; it begins with http:// or https://");
            return Err(Stopped::because(Ending::Usage, sentence));
        };
        let robots = match &self.robots {
            Some(file) => Input::open(file, None, None, places)?.body,
            None => own_robots(&own, places)?,
        };
        let output = ask(&robots, &self.agent, &url);
        say!("{}", serde_json::to_string_pretty(&output)?)?;
        Ok(if output.allowed { Ending::Well } else { Ending::Differs })
    }
}

/// The host's own robots.txt; one that does not exist allows everything.
fn own_robots(address: &str, places: &Places) -> Result<Vec<u8>> {
    let exchange = crate::network::look_once(address, places)?;
    match exchange.last.status {
        200 => Ok(exchange.last.body),
        400..=499 => Ok(Vec::new()),
        status => {
            let sentence =
                format!("{address} answered with status {status}: until it answers, nothing may be looked at");
            Err(Stopped::because(Ending::Outlet, sentence))
        }
    }
}

/// Where the robots.txt of an address's host stands; `None`: it is no address of the web.
fn robots_address(url: &str) -> Option<String> {
    let scheme = url.trim_start().split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase())?;
    matches!(scheme.as_str(), "http" | "https").then(|| discover::address::robots_of(url).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_have_a_robots_txt() {
        let cases = [
            ("http://a.example/x?y", Some("http://a.example/robots.txt")),
            ("HTTPS://A.example:8443", Some("https://a.example:8443/robots.txt")),
            ("notaurl", None),
            ("", None),
            ("javascript:x", None),
            ("ftp://a.example/", None),
            ("http://", None),
            ("/news", None),
        ];
        for (url, robots) in cases {
            assert_eq!(robots_address(url).as_deref(), robots, "{url}");
        }
    }
}
