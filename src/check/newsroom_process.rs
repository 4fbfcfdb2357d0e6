//! A newsroom in a process of its own, and how to talk to it.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::ending::{Ending, Stopped};

/// An answer of the newsroom itself is at most this long: a line for every feed or host of a day.
const ANSWER_BYTES: u64 = 16 << 20;

/// What the newsroom plays.
#[derive(Debug, Clone)]
pub enum Plays {
    /// The day that ships.
    OwnDay,
    /// A scripted day in a file.
    Script(PathBuf),
    /// Recorded pages in a file.
    Replay(PathBuf),
}

/// A newsroom that answers at an address of this machine.
#[derive(Debug)]
pub struct NewsroomProcess {
    address: SocketAddr,
    /// The process, if it is ours to stop.
    child: Option<Child>,
}

/// What `/_clock` says.
#[derive(Debug, Clone, Deserialize)]
pub struct Clock {
    /// The time in the script.
    pub now: Timestamp,
}

/// A line of `/_feeds`.
#[derive(Debug, Clone, Deserialize)]
pub struct NewsroomFeed {
    /// The outlet's name.
    pub outlet: String,
    /// The feed's address.
    pub url: String,
}

impl NewsroomProcess {
    /// Starts a newsroom: this program again, as a process of its own.
    ///
    /// `speed`: script seconds per real second; `None`: the clock only moves when it is set.
    pub fn start(plays: &Plays, speed: Option<f64>) -> Result<Self> {
        let program = std::env::current_exe().context("this program's own path")?;
        let mut command = Command::new(program);
        command.args(["newsroom", "--listen", "127.0.0.1:0"]);
        match plays {
            Plays::OwnDay => {}
            Plays::Script(file) => {
                command.arg("--script").arg(file);
            }
            Plays::Replay(file) => {
                command.arg("--replay").arg(file);
            }
        }
        if let Some(speed) = speed {
            command.arg("--speed").arg(speed.to_string());
        }
        // Its standard input ends when this process does, however it does, and then the newsroom ends.
        command.arg("--until-input-ends").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().context("starting the newsroom")?;
        let stdout = child.stdout.take().context("the newsroom's output")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        match line.trim().rsplit_once("http://").and_then(|(_, address)| address.trim_end_matches('/').parse().ok()) {
            Some(address) => Ok(Self { address, child: Some(child) }),
            None => {
                let _ = child.kill();
                let _ = child.wait();
                let sentence = "the newsroom did not start; what it says stands above";
                Err(Stopped::because(Ending::Usage, sentence))
            }
        }
    }

    /// A newsroom that runs already, at `http://127.0.0.1:PORT`.
    pub fn at(address: &str) -> Result<Self> {
        let address = address.trim_start_matches("http://").trim_end_matches('/');
        let address = address.parse().map_err(|_| {
            let sentence = format!("{address} is not the address of a newsroom; it looks like http://127.0.0.1:9000");
            Stopped::because(Ending::Usage, sentence)
        })?;
        Ok(Self { address, child: None })
    }

    /// The time in the script.
    pub fn clock(&self) -> Result<Clock> {
        self.asked("/_clock")
    }

    /// Sets the time in the script.
    pub fn set_clock(&self, now: Timestamp) -> Result<()> {
        self.ask("POST", "/_clock", &serde_json::json!({ "now": now }).to_string()).map(drop)
    }

    /// The feeds that can be watched now.
    pub fn feeds(&self) -> Result<Vec<NewsroomFeed>> {
        self.asked("/_feeds")
    }

    /// Every host of the newsroom and where to dial it: the fetcher's dial table.
    pub fn dial_table(&self) -> Result<HashMap<String, SocketAddr>> {
        let hosts: Vec<String> = self.asked("/_hosts")?;
        Ok(hosts.into_iter().map(|host| (host, self.address)).collect())
    }

    fn asked<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        let answer = self.ask("GET", path, "")?;
        serde_json::from_slice(&answer).map_err(|error| self.stranger(&error.into()))
    }

    /// Something else than a newsroom answers at the address.
    fn stranger(&self, why: &anyhow::Error) -> anyhow::Error {
        let sentence = format!("what answers at http://{} is no newsroom: {why:#}", self.address);
        Stopped::because(Ending::Outlet, sentence)
    }

    /// One request to the newsroom itself.
    fn ask(&self, method: &str, path: &str, body: &str) -> Result<Vec<u8>> {
        let stream = TcpStream::connect(self.address).map_err(|error| {
            let sentence = format!(
                "no newsroom answers at http://{} ({error}); `replate newsroom --listen {}` starts one",
                self.address, self.address
            );
            Stopped::because(Ending::Outlet, sentence)
        })?;
        self.exchange(stream, method, path, body).map_err(|error| self.stranger(&error))
    }

    fn exchange(&self, mut stream: TcpStream, method: &str, path: &str, body: &str) -> Result<Vec<u8>> {
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let (host, length) = (self.address, body.len());
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        let mut answer = Vec::new();
        stream.take(ANSWER_BYTES).read_to_end(&mut answer)?;
        let split = answer.windows(4).position(|w| w == b"\r\n\r\n").context("its answer has no head")?;
        let (head, body) = answer.split_at(split + 4);
        if !head.starts_with(b"HTTP/1.1 2") {
            bail!(
                "it answered {method} {path} with {}",
                String::from_utf8_lossy(head).lines().next().unwrap_or_default()
            );
        }
        Ok(body.to_vec())
    }
}

impl Drop for NewsroomProcess {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Whether a path names a file that can be read; the sentence says what is wrong otherwise.
pub fn readable(path: &Path) -> Result<()> {
    std::fs::File::open(path).map(drop).with_context(|| format!("{} cannot be read", path.display()))
}
