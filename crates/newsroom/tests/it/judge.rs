//! A judge for the part of JSON Schema that our schemas use. It refuses keywords that it does not
//! know, so that it never passes over one in silence. (The full validator of the ecosystem takes
//! a minute of compiling for this one question.)

use serde_json::Value;

/// Everything that is wrong with `value`, with where it is wrong.
pub fn faults(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let Value::Object(rules) = schema else {
        return if schema == &Value::Bool(false) { vec![format!("{place}: nothing may stand here")] } else { vec![] };
    };
    let mut faults = Vec::new();
    let below = |schema: &Value, value: &Value, place: &str| self::faults(root, schema, value, place);
    for (keyword, rule) in rules {
        let holds = match keyword.as_str() {
            "$schema" | "title" | "description" | "default" | "format" | "$defs" => true,
            "$ref" => {
                let path = rule.as_str().unwrap().strip_prefix('#').unwrap();
                faults.extend(below(root.pointer(path).unwrap(), value, place));
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|t| is(t, value)),
                one => is(one, value),
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "minimum" => value.as_f64().is_none_or(|v| v >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|v| v <= rule.as_f64().unwrap()),
            "anyOf" => rule.as_array().unwrap().iter().any(|s| below(s, value, place).is_empty()),
            "oneOf" => rule.as_array().unwrap().iter().filter(|s| below(s, value, place).is_empty()).count() == 1,
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults.extend(below(rule, item, &format!("{place}/{i}")));
                }
                true
            }
            "required" => rule.as_array().unwrap().iter().all(|k| value.get(k.as_str().unwrap()).is_some()),
            "properties" => {
                for (key, schema) in rule.as_object().unwrap() {
                    if let Some(found) = value.get(key) {
                        faults.extend(below(schema, found, &format!("{place}/{key}")));
                    }
                }
                true
            }
            "additionalProperties" => {
                let named = rules.get("properties");
                for (key, found) in value.as_object().into_iter().flatten() {
                    if named.is_none_or(|n| n.get(key).is_none()) {
                        faults.extend(below(rule, found, &format!("{place}/{key}")));
                    }
                }
                true
            }
            unknown => panic!("the judge does not know `{unknown}`"),
        };
        if !holds {
            faults.push(format!("{place}: breaks `{keyword}`"));
        }
    }
    faults
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        unknown => panic!("there is no type `{unknown}`"),
    }
}
