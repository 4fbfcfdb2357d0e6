//! `type` and `class` in the address of a list of changes.
//!
//! Lists have no such filter of their own: what is asked for is a search of changes, so the answer is the way there. A
//! type or class that there is none of is refused, not passed over.

use axum::extract::{Query, Request, State as Shared};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use http::Uri;
use news::{ChangeKind, Class, OutletId};
use publish::{feed, link};
use serde::Deserialize;
use store::outlets;
use text::search;

use crate::State;
use crate::answer::Result;
use crate::named::id_and_form;
use crate::refusal::Refusal;

/// The parameters that narrow a list, and the search that they may narrow.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    q: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    class: Option<String>,
}

/// Leads from a list that is asked for with a type or class to the search that finds these.
pub async fn narrow(Shared(state): Shared<State>, request: Request, next: Next) -> Response {
    match elsewhere(&state, request.uri()).await {
        Ok(None) => next.run(request).await,
        Ok(Some(there)) => there.into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

async fn elsewhere(state: &State, uri: &Uri) -> Result<Option<Redirect>> {
    // What cannot be read is refused by whoever reads it.
    let Ok(Query(asked)) = Query::<Asked>::try_from_uri(uri) else { return Ok(None) };
    let given = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
    let (kind, class) = (given(asked.kind), given(asked.class));
    if kind.is_none() && class.is_none() {
        return Ok(None);
    }
    if let Some(name) = kind.as_ref().filter(|name| !is_type(name)) {
        return Err(Refusal::NoSuchType(name.clone()));
    }
    if let Some(name) = class.as_ref().filter(|name| !is_class(name)) {
        return Err(Refusal::NoSuchClass(name.clone()));
    }
    let form = feed::Form::ALL.into_iter().find(|form| uri.path().ends_with(&format!(".{}", form.ending())));
    let types = [kind, class].into_iter().flatten().map(|name| format!("type:{name}"));
    let words = given(asked.q).into_iter().chain(types).chain(outlet(state, uri.path()).await?);
    Ok(Some(Redirect::to(&link::search(&words.collect::<Vec<_>>().join(" "), form))))
}

/// The filter by the outlet whose list it is, if it is one's.
async fn outlet(state: &State, path: &str) -> Result<Option<String>> {
    let name = path.strip_prefix("/outlets/").unwrap_or_default();
    let Some((id, _)) = id_and_form::<OutletId>(name) else { return Ok(None) };
    let outlets = state.store.read(outlets::list_outlets).await?;
    let outlet = outlets.iter().find(|outlet| outlet.id == id).ok_or(Refusal::NoSuchOutlet(id.to_string()))?;
    Ok(Some(format!("outlet:{}", outlet.domain)))
}

/// Whether a search knows it as a type, a group of types or a class.
fn is_type(name: &str) -> bool {
    let is_name = name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_');
    is_name && format!("type:{name}").parse::<search::Query>().is_ok()
}

fn is_class(name: &str) -> bool {
    classes().contains(&name.to_ascii_lowercase().as_str())
}

/// The names of the classes, in order.
pub fn classes() -> Vec<&'static str> {
    let mut all: Vec<Class> = ChangeKind::ALL.iter().map(|kind| kind.class()).collect();
    all.dedup();
    all.into_iter().map(Class::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_groups_and_classes_are_known() {
        let cases = [
            ("number_changed", true, false),
            ("NUMBER", true, false),
            ("quote", true, false),
            ("factual", true, true),
            ("Framing", true, true),
            ("nonsense", false, false),
            ("number outlet:a", false, false),
            ("\"number\"", false, false),
        ];
        for (name, a_type, a_class) in cases {
            assert_eq!((is_type(name), is_class(name)), (a_type, a_class), "{name}");
        }
        assert_eq!(classes(), ["factual", "framing", "housekeeping", "disclosure"]);
    }
}
