//! The verbs of `lineout`: what they print, where, and how they end.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use lineout_tests::Machine;
use serde_json::{Value, json};

fn printed(output: &std::process::Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)))
}

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn it_ends_with_0_answered_1_refused_2_misused() {
    let machine = Machine::new();
    let cli = machine.cli();
    cli.call("workspace.create", json!({"name": "Harbour"}));

    let answered = cli.run(["call", "workspace.current"]);
    assert_eq!(answered.status.code(), Some(0));
    assert_eq!(printed(&answered)["open"]["name"], "Harbour");
    assert_eq!(said(&answered), "");

    let refused = cli.run(["call", "person.add", r#"{"name":""}"#]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&refused.stdout), "");
    let error: Value = serde_json::from_str(&said(&refused)).expect("one line of JSON on standard error");
    assert_eq!(error["code"], "person_name");
    assert_eq!(said(&refused).lines().count(), 1);

    for misused in [
        &["paint"][..],
        &[],
        &["call"],
        &["call", "workspace.current", "{"],
        &["call", "workspace.current", "{}", "{}"],
        &["import", "excel", "x.xls"],
        &["import", "csv", "x.csv", "--map", "Title"],
        &["import", "csv", "x.csv", "--map", "Title=colour"],
        &["export", "pdf"],
        &["--now", "yesterday", "doctor"],
        &["doctor", "--loudly"],
    ] {
        let output = cli.run(misused.iter().copied());
        assert_eq!(output.status.code(), Some(2), "{misused:?}: {}", said(&output));
        assert!(
            said(&output).contains("--help") || said(&output).contains("Usage"),
            "{misused:?}: {}",
            said(&output)
        );
    }
    assert_eq!(cli.run(["--help"]).status.code(), Some(0));
    assert_eq!(cli.run(["--version"]).status.code(), Some(0));
}

#[test]
fn the_whole_answer_names_the_action_and_the_guidance() {
    let machine = Machine::new();
    let cli = machine.cli();
    cli.call("workspace.create", json!({"name": "Harbour"}));
    let product = cli.call("product.create", json!({"key": "HBR", "name": "Harbour"}))["id"].clone();
    for (name, role) in [("Ada Quist", "productOwner"), ("Bo Lind", "developer")] {
        let request = json!({"name": name, "roles": {"product": product, "roles": [role]}});
        cli.call("person.add", request);
    }
    let request = json!({"product": product, "goal": "Fewer calls"}).to_string();
    let output = cli.clone().acting_as("Bo Lind").run(["answer", "product.edit", &request]);
    let answer = printed(&output);
    assert_eq!(answer["action"]["label"], "Set the Product Goal of Harbour");
    assert_eq!(answer["guidance"][0]["rule"], "setProductGoal");
    assert_eq!(
        cli.acting_as("Nobody").refuse("product.edit", json!({"product": product})).code,
        "person_unknown"
    );
}

#[test]
fn batch_answers_line_by_line_each_an_action_of_its_own() {
    let machine = Machine::new();
    let cli = machine.cli();
    cli.call("workspace.create", json!({"name": "Harbour"}));
    let lines =
        ["Cy", "", "Di"].map(|name| json!({"name": "person.add", "request": {"name": name}}).to_string());
    let output = cli.run_with(["batch"], lines.join("\n").as_bytes());
    assert_eq!(output.status.code(), Some(1), "one line was refused");
    let answers: Vec<Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!((&answers[0]["value"]["name"], &answers[2]["value"]["name"]), (&json!("Cy"), &json!("Di")));
    assert_eq!(answers[1]["error"]["code"], "person_name");
    assert_ne!(answers[0]["action"]["id"], answers[2]["action"]["id"]);
    assert_eq!(cli.run_with(["batch"], b"").status.code(), Some(0));
    let bytes = cli.run_with(["batch"], b"\xff\xfe\n");
    assert_eq!(bytes.status.code(), Some(2), "{}", said(&bytes));
}

#[test]
fn every_command_is_listed_with_schemas_that_hold() {
    let machine = Machine::new();
    let cli = machine.cli();
    let commands = printed(&cli.run(["commands"]));
    let commands = commands.as_array().unwrap();
    let mut names: Vec<&str> = commands.iter().map(|command| command["name"].as_str().unwrap()).collect();
    assert!(names.len() > 60 && names.contains(&"item.move"), "{names:?}");
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), commands.len(), "each once");
    for command in commands {
        let name = command["name"].as_str().unwrap();
        assert!(["command", "query"].contains(&command["kind"].as_str().unwrap()), "{name}");
        assert!(command["summary"].as_str().unwrap().ends_with('.'), "{name}");
        for side in ["request", "response"] {
            let schema = &command[side];
            assert!(schema["$schema"].as_str().unwrap().contains("2020-12"), "{name} {side}");
            assert!(!schema.to_string().contains("$ref"), "{name} {side} stands on its own");
        }
        assert_eq!(command["request"]["additionalProperties"], false, "{name} refuses what it does not know");
        assert!(
            fields_are_told(&command["request"]),
            "{name}: a field of the request says nothing of itself"
        );
    }
}

fn fields_are_told(schema: &Value) -> bool {
    let fields = schema["properties"].as_object().into_iter().flatten();
    fields.into_iter().all(|(_, field)| field["description"].is_string())
}

#[test]
fn a_dry_run_says_what_it_would_do_and_writes_nothing() {
    let machine = Machine::new();
    let cli = machine.cli();
    let file = machine.path("items.csv");
    std::fs::write(&file, "Key,Title,Points\nHBR-1,Name the pier,3\nHBR-2,,5\n").unwrap();
    let import = ["import", "csv", file.to_str().unwrap(), "--dry-run"];

    let preview = cli.run(import);
    assert_eq!(preview.status.code(), Some(0), "{}", said(&preview));
    assert_eq!(printed(&preview)["items"], 1);
    assert_eq!(printed(&preview)["problems"][0]["line"], 3);
    assert!(!machine.workspace().exists(), "not even a workspace is made");

    cli.call("workspace.create", json!({"name": "Harbour"}));
    let before = std::fs::read(machine.workspace()).unwrap();
    assert_eq!(printed(&cli.run(import)), printed(&preview));
    assert!(std::fs::read(machine.workspace()).unwrap() == before);

    let done = cli.run(import[..3].iter().copied());
    assert_eq!(printed(&done)["items"], printed(&preview)["items"]);
    assert_eq!(cli.call("history.state", json!({}))["undo"]["label"], "Import 1 item from items.csv");
    let again = printed(&cli.run(import));
    assert_eq!((&again["items"], &again["unchanged"]), (&json!(0), &json!(1)));
    assert_eq!(cli.run(["import", "csv", "/nowhere.csv"]).status.code(), Some(1));
}

#[test]
fn columns_are_mapped_and_what_came_in_goes_out_again() {
    let machine = Machine::new();
    let cli = machine.cli();
    let (file, out) = (machine.path("items.csv"), machine.path("out.json"));
    std::fs::write(&file, "Was,Punkte,a=b\nPay,3,x\nSail,5,y\n").unwrap();
    let map = ["--map", "Was=title", "--map", "Punkte=estimate", "--map", "a=b=labels"];
    let import = ["import", "auto", file.to_str().unwrap(), "--product", "HBR"];
    let done = cli.run(import.into_iter().chain(map));
    assert_eq!(printed(&done)["items"], 2, "{}", said(&done));
    let markdown = cli.run(["export", "markdown"]);
    assert!(String::from_utf8_lossy(&markdown.stdout).contains("## HBR-2 Sail (5 points)"));
    let written = cli.run(["export", "json", out.to_str().unwrap(), "--product", "HBR"]);
    assert_eq!(printed(&written)["items"], 2, "{}", said(&written));
    let back = printed(&cli.run(["import", "lineout", out.to_str().unwrap(), "--product", "NEW"]));
    assert_eq!((&back["items"], &back["product"]["key"]), (&json!(2), &json!("NEW")));
    assert_eq!(cli.run(["export", "csv"]).status.code(), Some(1), "there are two products now");
    assert_eq!(cli.run(["export", "csv", "--product", "XYZ"]).status.code(), Some(1));
    cli.check_integrity();
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let machine = Machine::new();
    let file = machine.path("huge.csv");
    // Half a gigabyte that takes no room on the disk.
    std::fs::File::create(&file).unwrap().set_len(500 << 20).unwrap();
    let output = machine.cli().run(["import", "csv", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("import_too_large") && said(&output).contains("256 MiB"),
        "{}",
        said(&output)
    );
    assert!(!machine.workspace().exists());
}

#[test]
fn a_first_import_that_fails_leaves_no_workspace() {
    let machine = Machine::new();
    let file = machine.path("items.csv");
    std::fs::write(&file, "").unwrap();
    let output = machine.cli().run(["import", "csv", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let left: Vec<_> = std::fs::read_dir(machine.workspace().parent().unwrap()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_sample_is_written_and_sound() {
    let machine = Machine::new();
    let file = machine.path("harbour.lineout");
    let cli = machine.cli_on(&file);
    let output = cli.run(["demo", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let doctor = cli.run(["doctor"]);
    assert_eq!((doctor.status.code(), &printed(&doctor)["ok"]), (Some(0), &json!(true)));
    assert_eq!(cli.run(["demo", file.to_str().unwrap()]).status.code(), Some(1), "it is not written over");
}

/// A real export of some team, when it lies beside the source tree.
fn export(name: &str) -> Option<PathBuf> {
    let tree = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    let file = tree.parent()?.join("shared").join("data").join(name);
    if !file.is_file() {
        eprintln!("skipped: there is no {name} beside the source tree");
        return None;
    }
    Some(file)
}

#[test]
fn real_exports_come_in_whole_once_and_can_be_taken_back() {
    for (format, name) in [
        ("jira", "jira-sprint.csv"),
        ("jira", "jira-poinz.csv"),
        ("linear", "linear.csv"),
        ("csv", "stories-springxd.csv.gz"),
    ] {
        let Some(file) = export(name) else { continue };
        let machine = Machine::new();
        let cli = machine.cli();
        cli.call("workspace.create", json!({"name": "Harbour"}));
        let import = ["import", format, file.to_str().unwrap()];
        let preview = printed(&cli.run(import.into_iter().chain(["--dry-run"])));
        let done = cli.run(import);
        assert_eq!(done.status.code(), Some(0), "{name}: {}", said(&done));
        let report = printed(&done);
        for field in ["items", "changed", "sprints", "sprintsClosed", "people", "problemCount", "scaleAdded"]
        {
            assert_eq!(report[field], preview[field], "{name}: {field} is as the dry run said");
        }
        assert!(report["items"].as_u64().unwrap() > 0, "{name}: {report}");
        cli.check_integrity();
        let again = printed(&cli.run(import));
        let keyed = report["sample"][0]["key"] != "";
        assert_eq!(again["items"] == 0, keyed, "{name}: rows with a key come in once");
        cli.check_integrity();
        if again["items"] != 0 || cli.call("history.state", json!({}))["undo"]["label"] != Value::Null {
            while cli.attempt("history.undo", json!({})).is_ok() {
                if cli.call("workspace.current", json!({}))["open"]["products"].as_array().unwrap().is_empty()
                {
                    break;
                }
            }
        }
        let products = cli.call("workspace.current", json!({}))["open"]["products"].clone();
        assert_eq!(products, json!([]), "{name}: taken back, there is nothing of it");
        cli.check_integrity();
    }
}
