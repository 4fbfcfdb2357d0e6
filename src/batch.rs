//! A pure stage over JSON Lines: one object in, one object out, in order, whatever a line holds.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::ending::{Ending, Stopped};
use crate::output;

/// A page of the batch is at most this large when unpacked; a larger one is a bad line.
const FILE_BYTES: u64 = 64 << 20;

/// A line of the batch is at most this long: a text and its change of any size that we read fit in.
const LINE_BYTES: usize = 64 << 20;

/// Threads that a batch may be given; every one has a stack, and no machine of ours has more cores.
const MOST_JOBS: i64 = 512;

/// Lines that are read, worked on together and written, so that memory stays flat.
const CHUNK: usize = 256;

/// Where a batch command reads and how.
#[derive(Debug, Args)]
pub struct BatchArgs {
    /// Read JSON Lines from this file (`-` for standard input; .gz and .zst are unpacked) and write one JSON object per line
    #[arg(long, value_name = "IN")]
    pub batch: Option<PathBuf>,
    /// Threads to use [default: all cores]
    #[arg(long, value_name = "N", requires = "batch", value_parser = clap::value_parser!(u16).range(1..=MOST_JOBS))]
    pub jobs: Option<u16>,
}

/// A line of a batch, in or out: its id, any JSON value, which comes back as it was written, and the rest.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Identified<T> {
    /// Names the line.
    #[schemars(with = "serde_json::Value")]
    pub id: Box<RawValue>,
    /// What the command reads or prints.
    #[serde(flatten)]
    pub rest: T,
}

/// What a line's work may need beside the line.
pub struct Beside {
    /// The folder that `file` paths are relative to.
    folder: PathBuf,
}

impl Beside {
    /// The bytes of a file named in a line; .gz and .zst are unpacked.
    pub fn read(&self, file: &str) -> Result<Vec<u8>> {
        let path = self.folder.join(file);
        read_whole(open(&path)?, &path.display().to_string())
    }
}

/// Opens a file for reading, unpacking .gz and .zst.
pub fn open(path: &Path) -> Result<Box<dyn Read + Send>> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(match path.extension().and_then(|e| e.to_str()) {
        Some("gz") => Box::new(flate2::read::MultiGzDecoder::new(file)),
        Some("zst") => Box::new(zstd::stream::read::Decoder::new(file)?),
        _ => Box::new(file),
    })
}

/// Everything that a reader gives, within [`FILE_BYTES`]; `named` is for the complaint.
pub fn read_whole(reader: impl Read, named: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(FILE_BYTES + 1).read_to_end(&mut bytes).with_context(|| format!("{named} cannot be read"))?;
    if bytes.len() as u64 > FILE_BYTES {
        return Err(Stopped::because(Ending::Usage, format!("{named} is larger than {FILE_BYTES} bytes")));
    }
    Ok(bytes)
}

/// Runs `work` over every line of the input. Bad lines give `{"id", "error"}` and, at the end,
/// [`Ending::Differs`]; they never stop the rest.
pub fn run<I, O>(input: &Path, jobs: Option<u16>, work: impl Fn(I, &Beside) -> Result<O> + Sync) -> Result<Ending>
where
    I: DeserializeOwned,
    O: Serialize,
{
    run_with(input, jobs, |line, beside| Ok((work(line, beside)?, ())), |()| {})
}

/// As [`run`]; what the work of each good line gives beside its output goes to `then`, in the order of the lines.
pub fn run_with<I, O, T>(
    input: &Path,
    jobs: Option<u16>,
    work: impl Fn(I, &Beside) -> Result<(O, T)> + Sync,
    mut then: impl FnMut(T),
) -> Result<Ending>
where
    I: DeserializeOwned,
    O: Serialize,
    T: Send,
{
    let stdin = input == Path::new("-");
    let reader: Box<dyn Read + Send> = if stdin { Box::new(io::stdin()) } else { open(input)? };
    let folder = input.parent().filter(|_| !stdin).map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    let beside = Beside { folder };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.map_or(0, usize::from)).build()?;
    let progress = progress();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut lines = Lines { reader: BufReader::new(reader), named: input.display().to_string() };
    let mut bad = 0_u64;
    loop {
        let chunk = lines.chunk()?;
        if chunk.is_empty() {
            break;
        }
        let done: Vec<Option<Done<T>>> =
            pool.install(|| chunk.par_iter().map(|line| one(line, &beside, &work)).collect());
        for Done { line, beside } in done.into_iter().flatten() {
            output::told(writeln!(out, "{line}"))?;
            match beside {
                Some(beside) => then(beside),
                None => bad += 1,
            }
            progress.inc(1);
        }
        output::told(out.flush())?;
    }
    progress.finish_and_clear();
    if bad > 0 {
        warn!("{bad} bad {}: see the objects with an error", if bad == 1 { "line" } else { "lines" });
        return Ok(Ending::Differs);
    }
    Ok(Ending::Well)
}

/// The lines of a batch, as far as they have been read.
struct Lines<R> {
    reader: BufReader<R>,
    /// What is read, for complaints.
    named: String,
}

impl<R: Read> Lines<R> {
    /// The next lines: [`CHUNK`] of them, or fewer when they are long; empty at the end.
    fn chunk(&mut self) -> Result<Vec<Vec<u8>>> {
        let (mut chunk, mut bytes) = (Vec::new(), 0);
        while chunk.len() < CHUNK && bytes < LINE_BYTES {
            let Some(line) = self.next_line().with_context(|| format!("{} cannot be read", self.named))? else { break };
            bytes += line.len();
            chunk.push(line);
        }
        Ok(chunk)
    }

    /// The next line without its end. Of one that is too long, its beginning; the rest is passed over.
    fn next_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        self.reader.by_ref().take(LINE_BYTES as u64 + 1).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        } else if line.len() > LINE_BYTES {
            self.reader.skip_until(b'\n')?;
        }
        Ok(Some(line))
    }
}

/// What became of a line.
struct Done<T> {
    /// The output line.
    line: String,
    /// What its work gave beside it; `None`: it was a bad line.
    beside: Option<T>,
}

/// What becomes of one input line; nothing of a blank one.
fn one<I: DeserializeOwned, O: Serialize, T>(
    line: &[u8],
    beside: &Beside,
    work: &(impl Fn(I, &Beside) -> Result<(O, T)> + Sync),
) -> Option<Done<T>> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let named = match line.len() {
        // serde would take an array for an object
        0..=LINE_BYTES if line.trim_ascii_start().first() != Some(&b'{') => Err(anyhow::anyhow!("it begins otherwise")),
        0..=LINE_BYTES => serde_json::from_slice::<Named>(line).map_err(|e| told(&e)),
        _ => Err(anyhow::anyhow!("the line is longer than {LINE_BYTES} bytes")),
    };
    let id = named.as_ref().ok().and_then(|n| n.id.clone()).unwrap_or_else(|| RawValue::NULL.to_owned());
    let done = named.context("not a JSON object").and_then(|_| {
        let asked = serde_json::from_slice(line).map_err(|e| told(&e)).context("not a line of this command")?;
        let (rest, more) = work(asked, beside)?;
        Ok((serde_json::to_string(&Identified { id: id.clone(), rest })?, more))
    });
    let refused = |error: anyhow::Error| {
        let refusal = Refusal { id: &id, error: format!("{error:#}") };
        serde_json::to_string(&refusal).expect("an id that was JSON and a text")
    };
    Some(match done {
        Ok((line, more)) => Done { line, beside: Some(more) },
        Err(error) => Done { line: refused(error), beside: None },
    })
}

/// The name of a line; a line must be an object, whatever else it holds.
#[derive(serde::Deserialize)]
struct Named {
    #[serde(default)]
    id: Option<Box<RawValue>>,
}

/// What a bad line gives.
#[derive(Serialize)]
struct Refusal<'a> {
    id: &'a RawValue,
    error: String,
}

/// What is wrong with a line: the place in it, without the number of the line, which would always be 1.
fn told(error: &serde_json::Error) -> anyhow::Error {
    let said = error.to_string();
    anyhow::anyhow!("{}", said.replace(" at line 1 column ", " at column "))
}

fn progress() -> indicatif::ProgressBar {
    if !io::stderr().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    let style = indicatif::ProgressStyle::with_template("{pos} lines · {per_sec} · {elapsed}");
    indicatif::ProgressBar::new_spinner().with_style(style.expect("the template above is right"))
}
