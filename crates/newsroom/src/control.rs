//! The paths that steer a newsroom, on any host: `/_clock`, `/_hosts`, `/_feeds`, `/_truth`.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::clock::Clock;
use crate::request::Request;
use crate::script::Script;
use crate::server::Material;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetClock {
    now: Timestamp,
}

/// The answer to a request that steers; `None` for all others.
pub(crate) fn answer(material: &Material, clock: &Clock, request: &Request, body: &[u8]) -> Option<Answer> {
    let value = match (request.method.as_str(), request.path.as_str()) {
        ("POST", "/_clock") => match serde_json::from_slice::<SetClock>(body) {
            Ok(SetClock { now }) => {
                clock.set(now);
                clock_value(material, clock)
            }
            Err(e) => {
                let problem = format!("send {{\"now\": \"2026-03-02T09:00:00Z\"}}: {e}");
                return Some(json_answer(400, &json!({ "error": problem })));
            }
        },
        ("GET", "/_clock") => clock_value(material, clock),
        ("GET", "/_hosts") => json!(material.hosts()),
        ("GET", "/_feeds") => {
            let feeds = material.feeds().into_iter().map(|(outlet, url)| json!({"outlet": outlet, "url": url}));
            feeds.collect()
        }
        ("GET", "/_truth") => match material {
            Material::Script(script) => truth(script),
            Material::Replay(replay) => json!({ "lines": replay.lines() }),
        },
        _ => return None,
    };
    Some(json_answer(200, &value))
}

fn json_answer(status: u16, value: &Value) -> Answer {
    Answer::new(status, "application/json", format!("{value:#}\n"))
}

fn clock_value(material: &Material, clock: &Clock) -> Value {
    json!({
        "now": clock.now(),
        "speed": clock.speed().unwrap_or(0.0),
        "start": material.start(),
        "end": material.end(),
    })
}

fn truth(script: &Script) -> Value {
    let article = |a| {
        let plan = script.plan(a);
        json!({
            "id": plan.id,
            "outlet": plan.outlet,
            "copy_of": plan.copy_of,
            "appears": script.appears(a),
            "addresses": script.addresses(a).into_iter().map(|(from, url)| json!({"from": from, "url": url})).collect::<Vec<_>>(),
            "events": script.events(a),
        })
    };
    json!({
        "title": script.title(),
        "start": script.start(),
        "end": script.end(),
        "articles": script.articles().map(article).collect::<Vec<_>>(),
    })
}
