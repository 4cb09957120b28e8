//! Accessibility of the page on screen, judged by axe-core.

use serde_json::{Value, json};

use super::Window;
use crate::binaries;

/// One rule of WCAG 2.2 A or AA, or a best practice, that the page breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule's id, such as `color-contrast`.
    pub rule: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub impact: String,
    /// What must hold.
    pub help: String,
    /// The elements that break it, as selectors with the reason.
    pub elements: Vec<String>,
}

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then((result) => done(result.violations), (error) => done(String(error)));";

pub(super) fn run(window: &Window) -> Vec<Violation> {
    if window.evaluate("return typeof window.axe") != json!("object") {
        let path = binaries::root().join("ui/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
        window.evaluate(&source);
    }
    let found = window.evaluate_async(RUN);
    let Value::Array(found) = found else { panic!("axe-core failed: {found}") };
    found.iter().map(violation).collect()
}

fn violation(told: &Value) -> Violation {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = told["nodes"].as_array().cloned().unwrap_or_default();
    Violation {
        rule: text(&told["id"]),
        impact: text(&told["impact"]),
        help: text(&told["help"]),
        elements: nodes
            .iter()
            .map(|node| format!("{}: {}", node["target"], text(&node["failureSummary"]).replace('\n', " ")))
            .collect(),
    }
}
