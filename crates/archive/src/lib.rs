//! Archive: captures become WARC 1.1 and come back, byte for byte.
//!
//! Comes after `fetch`, before `extract`: a capture is durable here before anything is concluded
//! from it. Blocking, standard library only, one writer ([`Archive`]), any number of readers
//! ([`Reader`]); a [`Sweeper`] applies the keep rule.
//!
//! Start at [`Archive::append`], then [`Reader::read`] and [`Reader::since`].
//!
//! # In the file
//!
//! A segment is `segment-000001.warc.gz`: a `warcinfo` record, then captures. A capture is a run of
//! records, one gzip member each: for every hop and then for the last answer a `request` and a
//! `response`, or a `revisit` in the last answer's stead; then the same for further pages of its article. A [`Place`](news::Place) spans the whole
//! run. The standard's fields are joined by our own:
//!
//! | field | holds |
//! |---|---|
//! | `Replate-Article`, `Replate-Look` | whose capture it is, as in `3-17` and `5` |
//! | `Replate-Feed`, `Replate-Poll` | or, instead, which poll of which feed brought it, as in `3-2` and `17` |
//! | `Replate-Part` | which record of the capture's run, as in `1/2` |
//! | `Replate-Page` | on records of an article's further pages: which answer, from 2 |
//! | `Replate-Duration` | first request to last byte of the look, as in `231ms` |
//! | `Replate-Vantage` | from where we looked, percent-encoded where needed |
//! | `Replate-Head-Bytes` | how many bytes of the block are the HTTP head |
//! | `Replate-Payload-Digest` | the payload's digest where `WARC-Payload-Digest` must not stand |
//! | `Replate-Refers-To` | the capture that a revisit refers to, as in `3-17.4` |
//! | `Replate-Full-Block-Digest`, `-Bytes` | of the block before the keep rule dropped the body |
//!
//! All records of a look carry the same `WARC-Date`, the start of the look. Record ids are made
//! from content, so copies of a record have one id.
//!
//! `WARC-Protocol` stands on requests and responses, once for each protocol: `h2` or `http/1.1`, then
//! `tls/1.3`. An exchange over HTTP/2 has the same block as any other, `HTTP/1.1` in its first line
//! included, as readers of WARC expect: its head was written out by `fetch` and its frames were opened, and
//! `WARC-Protocol: h2` is what tells.
//!
//! # Payload digests
//!
//! Blocks hold what came over the wire, chunk framing included. The standard's payload is the body
//! *without* transfer codings, but common checkers digest the block behind the head as it stands.
//! So `WARC-Payload-Digest` is written where both agree, and for chunked answers the same digest,
//! of the same payload, stands in `Replate-Payload-Digest`.
//!
//! # Polls of feeds
//!
//! What polls brought is kept beside the captures ([`Archive::append_poll`]), by the same rules; [`Reader::since`] passes
//! over it, and the keep rule drops its bodies when they are old enough, whatever was found in them.
//!
//! # Revisits
//!
//! A 304 becomes `server-not-modified`, without a request record; an answer whose payload has the
//! digest of the named earlier one `identical-payload-digest`. The earlier record is read before
//! anything refers to it; if it is gone, cut or different, the answer is stored whole.
//!
//! # The keep rule
//!
//! A `response` whose body was dropped keeps its id and its head, says `WARC-Truncated: length`
//! and holds the digests and the length that it had.
//!
//! # The ledger
//!
//! What the operator decides stands in a file of its own beside the segments, `ledger.warc.gz`
//! ([`Ledger`]): a `warcinfo` record, then one `metadata` record for each [`news::Deed`], its block the
//! deed as JSON. Segments and ledger know nothing of each other.
//!
//! Deliberately absent: an index (the store has it), decoding (`fetch`), a clock, a lock on the
//! folder (the store's).
//! Sources: ISO 28500:2017 (WARC 1.1); the WARC-Protocol extension; RFC 1952 (gzip).

mod archive;
mod archived;
mod encode;
mod error;
mod keep;
mod ledger;
mod member;
mod names;
mod payload;
mod reader;
mod record;
mod repair;
mod segment;
mod sweep;
mod tail;
mod turn;
mod walk;

pub use archive::{Archive, Config, Opened, Record};
pub use archived::{Archived, Dropped, RawAnswer, RevisitReason, Revisited};
pub use error::{ArchiveError, Fault};
pub use keep::{Keep, NotAKeepRule};
pub use ledger::{Appended, DeedRecord, Kept, Ledger, Still, reaches};
pub use reader::{Reader, SegmentSize, Since};
pub use record::{Records, WarcRecord, records};
pub use repair::Damage;
pub use sweep::{Sweeper, Swept};
pub use turn::Turn;
