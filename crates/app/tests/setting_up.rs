//! Setting a workspace up over the contract: its name, keys, holidays, and imports into products old and new.

use base64::Engine as _;
use chrono::{DateTime, Utc};
use lineout_app::{Context, Host};
use serde_json::{Value, json};

/// An open workspace with one product.
struct Team {
    host: Host,
    product: Value,
    /// Removed when dropped.
    _folder: tempfile::TempDir,
}

impl Team {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut host = Host::seeded("test", 1);
        host.create(&folder.path().join("team.lineout"), "Team", &context()).unwrap();
        let mut team = Self { host, product: Value::Null, _folder: folder };
        team.product = team.call("product.create", json!({"key": "HBR", "name": "Harbour"}))["id"].clone();
        team
    }

    fn call(&mut self, name: &str, request: Value) -> Value {
        self.host.call(name, request, &context()).unwrap_or_else(|error| panic!("{name}: {error}")).value
    }

    fn refusal(&mut self, name: &str, request: Value) -> String {
        self.host.call(name, request, &context()).unwrap_err().code
    }

    fn open(&mut self) -> Value {
        self.call("workspace.current", json!({}))["open"].clone()
    }
}

impl Drop for Team {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let checked = self.call("workspace.check", json!({}));
            assert_eq!(checked["ok"], true, "{checked}");
        }
    }
}

fn context() -> Context {
    Context::at("2026-03-09T12:00:00Z".parse::<DateTime<Utc>>().unwrap(), None)
}

fn file(text: &str, more: Value) -> Value {
    let content = base64::engine::general_purpose::STANDARD.encode(text);
    let mut request = json!({"fileName": "ferry-wishes.csv", "content": content});
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    request
}

const WISHES: &str = "title,assignee\nBook a cabin,Mira Oduya\nTake a bicycle,Tomas Lind\n";

#[test]
fn a_workspace_is_renamed_and_the_undo_gives_the_name_back() {
    let mut team = Team::new();
    team.call("workspace.rename", json!({"name": " Ferries "}));
    assert_eq!(team.open()["name"], "Ferries");
    assert_eq!(team.refusal("workspace.rename", json!({"name": " "})), "product_name");
    team.call("history.undo", json!({}));
    assert_eq!(team.open()["name"], "Team");
}

#[test]
fn a_suggested_key_is_never_taken() {
    let mut team = Team::new();
    let mut suggested = |name: &str| team.call("product.suggestKey", json!({"name": name}))["key"].clone();
    assert_eq!(suggested("Night trains"), "NT");
    assert_eq!(suggested("Harbour Boats Reservation"), "HBR2");
    assert_eq!(suggested(""), "PRD");
    team.call("product.create", json!({"key": "HBR2", "name": "Again"}));
    let key = team.call("product.suggestKey", json!({"name": "Harbour Boats Reservation"}))["key"].clone();
    assert_eq!(key, "HBR3");
}

#[test]
fn holidays_come_and_go() {
    let mut team = Team::new();
    let product = team.product.clone();
    let day = |day: &str| json!({"product": product, "day": day});
    let named = |day: &str, name: &str| json!({"product": product, "day": day, "name": name});
    team.call("holiday.add", named("2026-05-01", "Labour Day"));
    let answer = team.call("holiday.add", named("2026-04-06", " Easter Monday "));
    assert_eq!(
        answer["holidays"],
        json!([{"day": "2026-04-06", "name": "Easter Monday"}, {"day": "2026-05-01", "name": "Labour Day"}])
    );
    assert_eq!(team.refusal("holiday.add", named("2026-05-01", "May Day")), "holiday_taken");
    assert_eq!(team.refusal("holiday.add", named("2026-05-02", "")), "product_holiday_name");
    let answer = team.call("holiday.remove", day("2026-05-01"));
    assert_eq!(answer["holidays"], json!([{"day": "2026-04-06", "name": "Easter Monday"}]));
    assert_eq!(team.refusal("holiday.remove", day("2026-05-01")), "not_found");
    team.call("history.undo", json!({}));
    assert_eq!(team.open()["products"][0]["holidays"].as_array().unwrap().len(), 2);
}

#[test]
fn an_import_is_previewed_before_there_is_a_workspace() {
    let mut host = Host::seeded("test", 1);
    let report = host.call("import.preview", file(WISHES, json!({})), &context()).unwrap().value;
    assert_eq!((&report["items"], &report["format"]), (&json!(2), &json!("csv")));
    assert_eq!((&report["rows"], &report["rowsSkipped"]), (&json!(2), &json!(0)));
    assert_eq!(report["product"], json!({"id": null, "key": "FW", "name": "Ferry wishes", "created": true}));
    let refused = host.call("import.run", file(WISHES, json!({})), &context()).unwrap_err();
    assert_eq!(refused.code, "no_workspace");
}

#[test]
fn an_import_makes_a_product_of_its_own_only_under_a_free_key() {
    let mut team = Team::new();
    let wish = |key: &str| json!({"newProduct": {"key": key, "name": "Wishes", "timeZone": "Europe/Oslo"}});
    assert_eq!(team.refusal("import.preview", file(WISHES, wish("HBR"))), "product_key_taken");
    assert_eq!(team.refusal("import.preview", file(WISHES, wish("h"))), "product_key");
    team.call("person.add", json!({"name": "Mira Oduya"}));

    let report = team.call("import.preview", file(WISHES, wish("WSH")));
    assert_eq!(
        report["peopleFound"],
        json!([{"name": "Mira Oduya", "known": true}, {"name": "Tomas Lind", "known": false}])
    );
    assert_eq!(report["people"], 1);
    team.call("import.run", file(WISHES, wish("WSH")));
    let made = team.open()["products"][1].clone();
    assert_eq!(
        (&made["key"], &made["name"], &made["timeZone"]),
        (&json!("WSH"), &json!("Wishes"), &json!("Europe/Oslo"))
    );

    team.call("history.undo", json!({}));
    assert_eq!(team.open()["products"].as_array().unwrap().len(), 1, "an import is one undo");
    let into = team.call("import.run", file(WISHES, json!({"product": "HBR"})));
    assert_eq!((&into["product"]["created"], &into["items"]), (&json!(false), &json!(2)));
    assert_eq!(into["ownProduct"], json!({"key": "FW", "name": "Ferry wishes"}));
}
