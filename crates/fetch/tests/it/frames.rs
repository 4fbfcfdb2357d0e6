//! Frames of HTTP/2 by hand (RFC 9113 §4, RFC 7541 §6).

/// What a client begins with.
pub const PREFACE: &[u8; 24] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

pub const END_STREAM: u8 = 1;
pub const END_HEADERS: u8 = 4;

pub fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a small payload").to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

pub fn settings() -> Vec<u8> {
    frame(4, 0, 0, &[])
}

pub fn data(flags: u8, payload: &[u8]) -> Vec<u8> {
    frame(0, flags, 1, payload)
}

pub fn headers(flags: u8, block: &[u8]) -> Vec<u8> {
    frame(1, flags, 1, block)
}

pub fn reset(reason: u32) -> Vec<u8> {
    frame(3, 0, 1, &reason.to_be_bytes())
}

/// The whole head of a stream: `:status: 200` and these fields.
pub fn head(fields: &[(&str, &str)]) -> Vec<u8> {
    headers(END_HEADERS, &block(fields))
}

/// A header block: status 200, then literals that no table keeps.
pub fn block(fields: &[(&str, &str)]) -> Vec<u8> {
    let mut block = vec![0x88];
    for (name, value) in fields {
        block.push(0);
        string(&mut block, name);
        string(&mut block, value);
    }
    block
}

/// A string without Huffman coding, its length with a prefix of seven bits.
pub fn string(block: &mut Vec<u8>, text: &str) {
    let mut length = text.len();
    if length < 127 {
        block.push(length as u8);
    } else {
        block.push(127);
        length -= 127;
        while length >= 128 {
            block.push((length % 128) as u8 | 128);
            length /= 128;
        }
        block.push(length as u8);
    }
    block.extend_from_slice(text.as_bytes());
}
