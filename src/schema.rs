//! `replate schema`: the JSON Schema of every shape that goes in or out.

use anyhow::Result;
use clap::Args;
use schemars::{Schema, schema_for};

use crate::batch::Identified;
use crate::ending::{Ending, Stopped};
use crate::{address, compare, discover, quotes, read, robots};

/// Print the JSON Schema of a shape; without a name, list the names
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// The name of the shape
    name: Option<String>,
}

/// Every shape, with the sentence that the list shows.
type Named = (&'static str, &'static str, fn() -> Schema);

const SHAPES: &[Named] = &[
    ("read-input", "a line of read --batch", || schema_for!(Identified<read::ReadLine>)),
    ("reading", "what read prints", || schema_for!(Identified<news::Reading>)),
    ("compare-input", "a line of compare --batch", || schema_for!(Identified<compare::CompareLine>)),
    ("change", "what compare prints", || schema_for!(Identified<news::Change>)),
    ("quotes-input", "a line of quotes --batch", || schema_for!(Identified<quotes::QuotesLine>)),
    ("quotes", "what quotes prints", || schema_for!(Identified<quotes::QuotesOutput>)),
    ("discover-input", "a line of discover --batch", || schema_for!(Identified<discover::DiscoverLine>)),
    ("discovered", "what discover prints", || schema_for!(Identified<discover::DiscoverOutput>)),
    ("robots-input", "a line of robots --batch", || schema_for!(Identified<robots::RobotsLine>)),
    ("robots", "what robots prints", || schema_for!(Identified<robots::RobotsOutput>)),
    ("address-input", "a line of address --batch", || schema_for!(Identified<address::AddressLine>)),
    ("address", "what address prints", || schema_for!(Identified<address::AddressOutput>)),
    ("script", "a scripted day of newsroom (demo --script)", newsroom::schema),
];

impl SchemaArgs {
    /// Runs the command.
    pub fn run(self) -> Result<Ending> {
        let Some(name) = self.name else {
            for (name, about, _) in SHAPES {
                say!("{name:<16} {about}")?;
            }
            return Ok(Ending::Well);
        };
        let Some((_, _, schema)) = SHAPES.iter().find(|(n, _, _)| *n == name) else {
            let names: Vec<&str> = SHAPES.iter().map(|(n, _, _)| *n).collect();
            return Err(Stopped::because(
                Ending::Usage,
                format!("there is no shape {name}; there are {}", names.join(", ")),
            ));
        };
        say!("{}", serde_json::to_string_pretty(&schema())?)?;
        Ok(Ending::Well)
    }
}
