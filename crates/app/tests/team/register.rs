//! What may be done with an entry of the improvement register beside moving it on.

use lineout_store::Tables;
use serde_json::{Value, json};

use super::steps::Pick;

/// A value, a measure or a baseline for an entry.
pub fn measure(entry: &Value, n: Pick, measurement: &Value, tables: &Tables) -> (&'static str, Value) {
    let figures = [
        "velocity",
        "sayDo",
        "cycleTimeMedian",
        "cycleTime85",
        "blockedTime",
        "mttr",
        "carryOver",
        "goalConfidence",
    ];
    let kept = tables.get("improvement_measurement").is_some_and(|rows| !rows.is_empty());
    match n % 5 {
        0 => ("improvement.record", json!({"improvement": entry, "value": f64::from(n) / 4.0})),
        1 if kept => ("improvement.deleteMeasurement", json!({"measurement": measurement})),
        1 | 2 => {
            let kpi = json!({"name": "Wait", "unit": "h", "baseline": 9, "target": 4, "direction": "down"});
            (
                "improvement.edit",
                json!({"improvement": entry, "kpi": if n.is_multiple_of(2) { kpi } else { Value::Null }}),
            )
        }
        3 => {
            let figure = figures[usize::from(n / 5) % figures.len()];
            let kpi = json!({"figure": figure, "name": "", "unit": "", "direction": "up"});
            ("improvement.edit", json!({"improvement": entry, "kpi": kpi}))
        }
        _ => ("improvement.takeBaseline", json!({"improvement": entry})),
    }
}
