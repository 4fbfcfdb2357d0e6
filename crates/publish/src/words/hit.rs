//! What was found, in words.

use news::Hit;

use super::date_time;

/// How long an article has said what was found: "Came in with version 3 · still in version 5, what readers see now".
pub fn hit(hit: &Hit) -> String {
    let (first, last) = (hit.version.number, hit.last);
    let begun = match first.get() {
        _ if !hit.is_new => format!("In version {first}, and before"),
        1 => "In it from the first version".to_owned(),
        _ => format!("Came in with version {first}"),
    };
    let since = match hit.left_at {
        _ if hit.is_current && last > first => format!("still in version {last}, what readers see now"),
        _ if hit.is_current => "what readers see now".to_owned(),
        Some(at) => format!("gone since {}", date_time(at)),
        None => "not what readers see now".to_owned(),
    };
    format!("{begun} · {since}")
}
