//! `replate read`: a page becomes a reading.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use extract::{KeptAs, Page, Pages};
use news::{BlockKind, PageKind, Reading};
use serde::Deserialize;

use crate::batch::{self, BatchArgs};
use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::format::Format;
use crate::input::Input;
use crate::memories::{Memories, School};
use crate::rules;

/// Read one page or many: headline, byline, times, body
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate read page.html --url https://outlet.example/news/bridge
  replate read https://outlet.example/news/bridge --format text
  replate read --batch pages.jsonl > readings.jsonl
  replate read --batch january.jsonl --learn outlets.json > readings.jsonl
  replate read --batch february.jsonl --memory outlets.json > readings.jsonl")]
pub struct ReadArgs {
    /// A file (HTML or plain text; .gz and .zst are unpacked), `-`, or an address that is fetched
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    page: Option<String>,
    /// The address that the file was found at
    #[arg(long, requires = "page")]
    url: Option<String>,
    /// What the file's Content-Type header said
    #[arg(long, requires = "page")]
    content_type: Option<String>,
    /// How to print the reading; json is one object, text its canonical text
    #[arg(long, value_enum, default_value = "json")]
    format: Format,
    /// For every block: why it was kept or left out
    #[arg(long, conflicts_with = "batch")]
    explain: bool,
    /// Read with what --learn has learnt of the outlets; an outlet that is not in the file is read without
    #[arg(long, value_name = "FILE")]
    memory: Option<PathBuf>,
    /// Read with an operator's rules: a folder of DOMAIN.toml, as `outlets` in the store's folder
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
    /// Learn from the batch, in its order, what its outlets repeat around articles, and write it to a file; read with nothing of it
    #[arg(long, value_name = "FILE", requires = "batch", conflicts_with_all = ["memory", "page"])]
    learn: Option<PathBuf>,
    #[command(flatten)]
    batch: BatchArgs,
}

/// A line of `read --batch`.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
pub struct ReadLine {
    /// The address that the page was found at.
    url: String,
    /// The page: a path relative to the input file.
    file: PathBuf,
    /// What its Content-Type header said.
    #[serde(default)]
    content_type: Option<String>,
    /// Whose page it is; else the registrable domain of its address says so.
    #[serde(default)]
    outlet: Option<String>,
}

impl ReadArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let mut memories = self.memory.as_deref().map(Memories::load).transpose()?.unwrap_or_default();
        if let Some(folder) = &self.rules {
            if !folder.is_dir() {
                let sentence = format!("{} is no folder with rules of outlets", folder.display());
                return Err(Stopped::because(Ending::Usage, sentence));
            }
            memories.add_rules(&rules::load(folder)?);
        }
        if let Some(input) = &self.batch.batch {
            return self.run_batch(input, &memories);
        }
        let named = self.page.as_deref().unwrap_or("-");
        let input = Input::open(named, self.url.as_deref(), self.content_type.as_deref(), places)?;
        let page = input.page();
        let memory = memories.of(&outlet_of(None, page.url));
        if self.explain {
            for block in extract::explain(&page, &memory) {
                let fate =
                    block.kept_as.map_or_else(|| "left out".to_owned(), |place| format!("kept as {}", in_words(place)));
                say!("{fate}: {}\n    {}", block.reason, publish::text::clean(&block.text).replace('\n', "\n    "))?;
            }
            return Ok(Ending::Well);
        }
        print(&Pages::of(&page, &memory).reading(), self.format)
    }

    fn run_batch(&self, input: &Path, memories: &Memories) -> Result<Ending> {
        let mut school = School::default();
        let work = |line: ReadLine, beside: &batch::Beside| {
            let body = beside.read(&line.file.to_string_lossy())?;
            let page = Page { body: &body, content_type: line.content_type.as_deref(), url: &line.url };
            let outlet = outlet_of(line.outlet.as_deref(), &line.url);
            let pages = Pages::of(&page, &memories.of(&outlet));
            let lesson = pages.lesson().clone();
            let article = ::discover::address::key(&line.url).unwrap_or_else(|_| line.url.clone());
            Ok((pages.reading(), (outlet, article, lesson)))
        };
        let ending = batch::run_with(input, self.batch.jobs, work, |(outlet, article, lesson)| {
            if self.learn.is_some() {
                school.learn(outlet, article, &lesson);
            }
        })?;
        if let Some(path) = &self.learn {
            school.memories().save(path)?;
        }
        Ok(ending)
    }
}

/// Whose page it is.
fn outlet_of(named: Option<&str>, url: &str) -> String {
    let domain = || ::discover::address::domain(url).unwrap_or_default();
    named.map_or_else(domain, str::to_owned)
}

/// A place in a reading, in words.
const fn in_words(place: KeptAs) -> &'static str {
    match place {
        KeptAs::Headline => "the headline",
        KeptAs::Standfirst => "the standfirst",
        KeptAs::Byline => "the byline",
        KeptAs::Block(BlockKind::Paragraph) => "a paragraph",
        KeptAs::Block(BlockKind::Subhead) => "a subhead",
        KeptAs::Block(BlockKind::Quote) => "a quotation",
        KeptAs::Block(BlockKind::List) => "a list",
        KeptAs::Block(BlockKind::Table) => "a table",
        KeptAs::Block(BlockKind::Caption) => "a caption",
        KeptAs::Block(BlockKind::LiveEntry) => "an entry of a live blog",
        KeptAs::Block(BlockKind::Notice) => "a notice of the outlet",
        KeptAs::Block(BlockKind::Embed) => "a post of somebody else",
    }
}

fn print(reading: &Reading, format: Format) -> Result<Ending> {
    match format {
        Format::Json => say!("{}", serde_json::to_string_pretty(reading)?)?,
        Format::Text => say!("{}", publish::text::clean(&reading.canonical_text()))?,
    }
    let why = reading.remarks.last().map_or_else(String::new, |remark| format!(": {remark}"));
    let is_article = matches!(reading.page, PageKind::Article | PageKind::Walled | PageKind::Video);
    if !is_article || !reading.body.iter().any(|block| block.kind.is_text()) {
        let sentence = format!(
            "there is no article text on this page ({}{why}); --explain shows why every block was left out",
            kind_in_words(reading.page)
        );
        return Err(Stopped::because(Ending::Differs, sentence));
    }
    // the text alone does not say so
    if format == Format::Text && (reading.partial || reading.page != PageKind::Article) {
        warn!("this is not the whole article ({}{why})", kind_in_words(reading.page));
    }
    Ok(Ending::Well)
}

/// What kind of page it is, in words.
pub const fn kind_in_words(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Article => "an article",
        PageKind::Walled => "the open part of a walled article",
        PageKind::Consent => "a consent dialog",
        PageKind::Blocked => "a block page",
        PageKind::SoftGone => "a page that says that the article is gone",
        PageKind::Index => "a list of pages",
        PageKind::Feed => "a feed",
        PageKind::Error => "an error page",
        PageKind::NeedsScript => "a page that only scripts fill",
        PageKind::Video => "a video",
        PageKind::Empty => "nothing to read",
    }
}
