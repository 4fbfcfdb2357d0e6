//! Content codings, for clients that accept them.

use std::io::Write as _;

use crate::answer::Answer;
use crate::file::Coding;

/// The answer in the first of `codings` that the client accepts; as it is if there is none.
pub(crate) fn encode(answer: Answer, codings: &[Coding], accept: Option<&str>) -> Answer {
    if codings.is_empty() || answer.body.is_empty() {
        return answer;
    }
    let mut answer = answer.with("Vary", "Accept-Encoding");
    let Some(coding) = codings.iter().find(|c| accepts(accept.unwrap_or_default(), c.name())) else {
        return answer;
    };
    let Ok(body) = coding.pack(&answer.body) else { return answer };
    answer.body = body;
    answer.with("Content-Encoding", coding.name())
}

impl Coding {
    /// Its name in HTTP.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Br => "br",
            Self::Zstd => "zstd",
        }
    }

    fn pack(self, body: &[u8]) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Gzip => {
                let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
                packer.write_all(body)?;
                packer.finish()
            }
            Self::Br => {
                let mut packed = Vec::new();
                // Quality 4, window 2^20: what servers use for pages made on the fly.
                let mut packer = brotli::CompressorWriter::new(&mut packed, 4096, 4, 20);
                packer.write_all(body)?;
                drop(packer);
                Ok(packed)
            }
            Self::Zstd => zstd::encode_all(body, 3),
        }
    }
}

/// Whether an `Accept-Encoding` field names the coding and does not forbid it.
fn accepts(field: &str, name: &str) -> bool {
    field.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|coding| coding.eq_ignore_ascii_case(name));
        let weight = parts.find_map(|p| p.strip_prefix("q=")).and_then(|q| q.parse::<f32>().ok());
        named && weight.is_none_or(|q| q > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_encoding_is_read_with_its_weights() {
        let cases = [
            ("gzip, br", "br", true),
            ("gzip", "br", false),
            ("br;q=0, gzip", "br", false),
            ("BR; q=0.5", "br", true),
            ("", "gzip", false),
        ];
        for (field, name, want) in cases {
            assert_eq!(accepts(field, name), want, "{field} {name}");
        }
    }
}
