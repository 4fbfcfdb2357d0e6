//! Which addresses are public.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use ipnet::{Ipv4Net, Ipv6Net};

/// Networks of the IANA IPv4 special-purpose registry, and those that only clouds know.
///
/// Globally reachable special purposes (AS112, AMT, PCP) are refused too: no outlet stands there.
const CLOSED_V4: &[&str] = &[
    "0.0.0.0/8",        // this network
    "10.0.0.0/8",       // private use
    "100.64.0.0/10",    // shared by carriers; a cloud's metadata
    "127.0.0.0/8",      // loopback
    "168.63.129.16/32", // a cloud's host services, at an address that looks public
    "169.254.0.0/16",   // link-local; metadata of most clouds
    "172.16.0.0/12",    // private use
    "192.0.0.0/24",     // protocol assignments; a cloud's metadata
    "192.0.2.0/24",     // documentation
    "192.31.196.0/24",  // AS112
    "192.52.193.0/24",  // AMT
    "192.88.99.0/24",   // 6to4 relays, retired
    "192.168.0.0/16",   // private use
    "192.175.48.0/24",  // AS112
    "198.18.0.0/15",    // benchmarks
    "198.51.100.0/24",  // documentation
    "203.0.113.0/24",   // documentation
    "224.0.0.0/4",      // multicast
    "240.0.0.0/4",      // reserved, broadcast
];

/// Closed networks inside `2000::/3`, the only part of IPv6 that is given out for global use.
const CLOSED_V6: &[&str] = &[
    "2001::/23",         // protocol assignments: Teredo, benchmarks, ORCHID, …
    "2001:db8::/32",     // documentation
    "2002::/16",         // 6to4: an IPv4 address inside
    "2620:4f:8000::/48", // AS112
    "3fff::/20",         // documentation
];

const GLOBAL_V6: &str = "2000::/3";
const NAT64: &str = "64:ff9b::/96";

struct Nets {
    closed_v4: Vec<Ipv4Net>,
    closed_v6: Vec<Ipv6Net>,
    global_v6: Ipv6Net,
    nat64: Ipv6Net,
}

static NETS: LazyLock<Nets> = LazyLock::new(|| {
    let v6 = |net: &str| -> Ipv6Net { net.parse().expect("the tables above hold networks") };
    Nets {
        closed_v4: CLOSED_V4.iter().map(|net| net.parse().expect("the tables above hold networks")).collect(),
        closed_v6: CLOSED_V6.iter().map(|net| v6(net)).collect(),
        global_v6: v6(GLOBAL_V6),
        nat64: v6(NAT64),
    }
});

/// Whether an address belongs to the public internet, so that Replate may connect to it.
///
/// An IPv6 address that holds an IPv4 address and leads there (v4-mapped, NAT64 `64:ff9b::/96`) is
/// judged by that one. 6to4, Teredo and local NAT64 (`64:ff9b:1::/48`) are never public.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => match v6.to_ipv4_mapped().or_else(|| behind_nat64(v6)) {
            Some(v4) => is_public_v4(v4),
            None => NETS.global_v6.contains(&v6) && !NETS.closed_v6.iter().any(|net| net.contains(&v6)),
        },
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    !NETS.closed_v4.iter().any(|net| net.contains(&v4))
}

/// The IPv4 host that a translator on the way connects to, for networks without IPv4 (RFC 6052).
fn behind_nat64(v6: Ipv6Addr) -> Option<Ipv4Addr> {
    let [.., a, b, c, d] = v6.octets();
    NETS.nat64.contains(&v6).then(|| Ipv4Addr::new(a, b, c, d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_public_internet_is_public() {
        let cases = [
            ("93.184.216.34", true),
            ("172.15.255.255", true),
            ("172.16.0.0", false),
            ("172.32.0.0", true),
            ("100.63.255.255", true),
            ("100.100.100.200", false),
            ("168.63.129.16", false),
            ("168.63.129.17", true),
            ("198.17.255.255", true),
            ("198.19.255.255", false),
            ("223.255.255.255", true),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("::", false),
            ("::1", false),
            ("::7f00:1", false), // v4-compatible, retired
            ("::ffff:127.0.0.1", false),
            ("::ffff:10.0.0.1", false),
            ("::ffff:93.184.216.34", true),
            ("64:ff9b::7f00:1", false),
            ("64:ff9b::a9fe:a9fe", false),
            ("64:ff9b::5db8:d822", true),
            ("64:ff9b:1::5db8:d822", false),
            ("2002:7f00:1::", false),
            ("2002:5db8:d822::", false),
            ("2001::1", false),
            ("2001:1ff:ffff::", false),
            ("2001:200::1", true),
            ("2001:db8::1", false),
            ("2606:2800:220:1:248:1893:25c8:1946", true),
            ("3fff::1", false),
            ("3fff:1000::1", true),
            ("4000::1", false),
            ("5f00::1", false),
            ("fc00::1", false),
            ("fd00:ec2::254", false),
            ("fe80::1", false),
            ("fec0::1", false),
            ("ff02::1", false),
        ];
        for (address, want) in cases {
            assert_eq!(is_public(address.parse().expect("an address")), want, "{address}");
        }
    }
}
