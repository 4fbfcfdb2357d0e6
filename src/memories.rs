//! Memories of outlets in a file: what `read --learn` writes and `read --memory` reads.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use anyhow::{Context, Result};
use extract::{Learner, Lesson, Memory, Rules};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Memories by the outlet's name.
#[derive(Default)]
pub struct Memories(BTreeMap<String, Memory>);

/// The file.
#[derive(Serialize, Deserialize)]
struct Written {
    outlets: BTreeMap<String, Box<RawValue>>,
}

impl Memories {
    /// Those in a file.
    pub fn load(path: &Path) -> Result<Self> {
        let named = || format!("{} holds no memories of outlets (`replate read --learn` writes them)", path.display());
        let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let written: Written = serde_json::from_slice(&bytes).with_context(named)?;
        let memory = |(outlet, bytes): (String, Box<RawValue>)| {
            let memory = Memory::from_bytes(bytes.get().as_bytes()).with_context(|| format!("outlet {outlet}"))?;
            Ok((outlet, memory))
        };
        written.outlets.into_iter().map(memory).collect::<Result<_>>().map(Self).with_context(named)
    }

    /// Writes them to a file.
    pub fn save(&self, path: &Path) -> Result<()> {
        let known = self.0.iter().filter(|(_, memory)| memory.epoch().is_some());
        let raw = |memory: &Memory| RawValue::from_string(String::from_utf8_lossy(memory.bytes()).into_owned());
        let outlets = known.map(|(outlet, memory)| Ok((outlet.clone(), raw(memory)?))).collect::<Result<_>>()?;
        let json = serde_json::to_vec(&Written { outlets })?;
        std::fs::write(path, json).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Adds what an operator says of outlets.
    pub fn add_rules(&mut self, rules: &BTreeMap<String, Rules>) {
        for (outlet, rules) in rules {
            let memory = self.0.entry(outlet.clone()).or_default();
            *memory = memory.with_rules(rules);
        }
    }

    /// That of an outlet.
    pub fn of(&self, outlet: &str) -> Memory {
        self.0.get(outlet).cloned().unwrap_or_default()
    }
}

/// Where outlets are learnt.
#[derive(Default)]
pub struct School {
    learners: BTreeMap<String, Learner>,
    known: HashSet<(String, String)>,
}

impl School {
    /// Learns from a page of an outlet's article.
    pub fn learn(&mut self, outlet: String, article: String, lesson: &Lesson) {
        if lesson.is_empty() {
            return;
        }
        let learner = self.learners.entry(outlet.clone()).or_default();
        let first = self.known.insert((outlet, article.clone()));
        learner.learn(&article, first, lesson);
    }

    /// What is certain enough by now.
    pub fn memories(&self) -> Memories {
        Memories(self.learners.iter().map(|(outlet, learner)| (outlet.clone(), learner.memory())).collect())
    }
}
