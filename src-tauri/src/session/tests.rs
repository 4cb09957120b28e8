//! A window's life over its files: first start, restart, refusal, closing.

use super::*;

/// A machine with its own folders; each `start` is one run of the window on it.
struct Machine(tempfile::TempDir);

impl Machine {
    fn new() -> Machine {
        Machine(tempfile::tempdir().unwrap())
    }

    fn start(&self, open: Open) -> Session {
        let mut session = Session::new(Places::under(self.0.path()), Clock::System);
        session.start(&open);
        session
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

fn call(session: &mut Session, name: &str, request: Value) -> Result<Value, String> {
    session.call(name, request, None).map(|answer| answer.value).map_err(|error| error.code)
}

fn open_path(session: &mut Session) -> Option<PathBuf> {
    let current = call(session, "workspace.current", json!({})).unwrap();
    current["open"]["path"].as_str().map(PathBuf::from)
}

fn problem(session: &mut Session) -> Value {
    call(session, "workspace.current", json!({})).unwrap()["problem"].clone()
}

#[test]
fn a_fresh_machine_has_no_workspace_and_no_problem() {
    let machine = Machine::new();
    let mut session = machine.start(Open::Last);
    assert_eq!(open_path(&mut session), None);
    assert_eq!(problem(&mut session), Value::Null);
}

#[test]
fn an_export_is_written_where_the_person_says_or_not_at_all() {
    let machine = Machine::new();
    let mut session = machine.start(Open::Last);
    call(&mut session, "workspace.create", json!({"name": "Harbour"})).unwrap();
    let product =
        call(&mut session, "product.create", json!({"key": "HBR", "name": "Harbour"})).unwrap()["id"].clone();
    call(&mut session, "item.create", json!({"product": product, "title": "Pay"})).unwrap();
    let export = json!({"product": product, "format": "csv"});
    let path = machine.path("out.csv");
    let saved = call(&mut session, "backlog.save", json!({"path": path, "export": export})).unwrap();
    assert_eq!(saved["items"], 1);
    assert!(std::fs::read_to_string(&path).unwrap().contains("HBR-1,feature,Pay"));
    let text = machine.path("out.md");
    let request = json!({"product": product, "from": {"since": "beginning"}});
    call(&mut session, "text.save", json!({"path": text, "query": "increment.shipped", "request": request}))
        .unwrap();
    assert!(std::fs::read_to_string(&text).unwrap().ends_with("Nothing was released.\n"));
    let refused =
        call(&mut session, "text.save", json!({"path": text, "query": "sprint.list", "request": request}));
    assert_eq!(refused, Err("bad_request".into()));
    let nowhere = machine.path("nowhere").join("out.csv");
    let refused = call(&mut session, "backlog.save", json!({"path": nowhere, "export": export}));
    assert_eq!(refused, Err("file_unwritable".into()));
    let refused = call(&mut session, "backlog.save", json!({"path": path, "export": {"product": product}}));
    assert_eq!(refused, Err("bad_request".into()));
    assert_eq!(
        std::fs::read_dir(machine.0.path())
            .unwrap()
            .filter(|entry| entry
                .as_ref()
                .is_ok_and(|entry| entry.file_name().to_string_lossy().ends_with(".part")))
            .count(),
        0
    );
}

#[test]
fn a_window_left_open_hears_of_the_time_that_passed() {
    let machine = Machine::new();
    let now = machine.path("now");
    let set = |instant: &str| std::fs::write(&now, instant).unwrap();
    set("2026-03-09T22:59:00Z");
    let clock = Clock::Stepped { file: now.clone(), last: "2026-03-09T22:59:00Z".parse().unwrap() };
    let mut session = Session::new(Places::under(machine.0.path()), clock);
    assert_eq!(session.changes(), Vec::<String>::new());
    set("2026-03-09T22:59:59Z");
    assert_eq!(session.changes(), Vec::<String>::new());
    set("2026-03-09T23:00:00Z");
    assert_eq!(session.changes(), ["time"], "it is midnight in Berlin");
    let told = call(&mut session, "workspace.current", json!({})).unwrap();
    assert_eq!(told, json!({"open": null, "now": "2026-03-09T23:00:00Z", "problem": null}));
    assert_eq!(session.changes(), Vec::<String>::new());
    set("2026-03-10T07:10:00Z");
    assert_eq!(session.changes(), ["time"], "the machine slept");
}

#[test]
fn a_created_workspace_is_found_again() {
    let machine = Machine::new();
    let mut session = machine.start(Open::Last);
    let made = call(&mut session, "workspace.create", json!({"name": "Harbour"})).unwrap();
    let path = machine.path("data/workspace.lineout");
    assert_eq!(made["path"], json!(path));
    assert!(session.changes().contains(&"workspace".to_owned()));
    assert_eq!(session.changes(), Vec::<String>::new());

    drop(session);
    assert_eq!(open_path(&mut machine.start(Open::Last)), Some(path));
}

#[test]
fn a_workspace_is_made_where_the_person_says() {
    let machine = Machine::new();
    let mut session = machine.start(Open::Last);
    let before = call(&mut session, "workspace.places", json!({})).unwrap();
    assert_eq!(before, json!({"recent": [], "fresh": machine.path("data/workspace.lineout")}));

    let wish = machine.path("teams/harbour");
    let made = call(&mut session, "workspace.create", json!({"name": "Harbour", "path": wish})).unwrap();
    let path = machine.path("teams/harbour.lineout");
    assert_eq!(made["path"], json!(path));
    let again = call(&mut session, "workspace.create", json!({"name": "Harbour", "path": path}));
    assert_eq!(again, Err("workspace_exists".into()));

    let second = call(&mut session, "workspace.create", json!({"name": "Ferries"})).unwrap();
    let places = call(&mut session, "workspace.places", json!({})).unwrap();
    assert_eq!(places["recent"], json!([second["path"], path]));
    std::fs::remove_file(&path).unwrap();
    let places = call(&mut session, "workspace.places", json!({})).unwrap();
    assert_eq!(places["recent"], json!([second["path"]]), "a file that is gone is not offered");
}

#[test]
fn a_closed_workspace_stays_closed() {
    let machine = Machine::new();
    let mut session = machine.start(Open::Last);
    call(&mut session, "workspace.create", json!({"name": "Harbour"})).unwrap();
    call(&mut session, "workspace.close", json!({})).unwrap();
    assert_eq!(open_path(&mut session), None);
    drop(session);
    assert_eq!(open_path(&mut machine.start(Open::Last)), None);
}

#[test]
fn a_workspace_whose_settings_were_lost_is_found_in_its_place() {
    let machine = Machine::new();
    call(&mut machine.start(Open::Last), "workspace.create", json!({"name": "Harbour"})).unwrap();
    std::fs::remove_file(machine.path("config/settings.json")).unwrap();
    assert_eq!(open_path(&mut machine.start(Open::Last)), Some(machine.path("data/workspace.lineout")));
}

#[test]
fn the_sample_given_on_the_command_line_does_not_displace_the_persons_own() {
    let machine = Machine::new();
    call(&mut machine.start(Open::Last), "workspace.create", json!({"name": "Harbour"})).unwrap();
    assert_eq!(open_path(&mut machine.start(Open::Sample)), Some(machine.path("data/sample.lineout")));
    assert_eq!(open_path(&mut machine.start(Open::Last)), Some(machine.path("data/workspace.lineout")));

    let mut session = machine.start(Open::Last);
    call(&mut session, "workspace.openSample", json!({})).unwrap();
    drop(session);
    assert_eq!(open_path(&mut machine.start(Open::Last)), Some(machine.path("data/sample.lineout")));
}

#[test]
fn a_file_that_is_no_workspace_is_a_problem_and_the_window_goes_on() {
    let machine = Machine::new();
    let letter = machine.path("letter.txt");
    std::fs::write(&letter, "Dear team,").unwrap();

    let mut session = machine.start(Open::File(letter.clone()));
    assert_eq!(open_path(&mut session), None);
    assert!(problem(&mut session)["message"].is_string());
    assert_eq!(std::fs::read_to_string(&letter).unwrap(), "Dear team,");

    call(&mut session, "workspace.create", json!({"name": "Harbour"})).unwrap();
    assert_eq!(problem(&mut session), Value::Null);
    let open = open_path(&mut session);
    assert!(call(&mut session, "workspace.open", json!({"path": letter})).is_err());
    assert_eq!(open_path(&mut session), open, "a refused file leaves the open one open");
}

#[test]
fn a_remembered_file_that_went_away_is_a_problem() {
    let machine = Machine::new();
    call(&mut machine.start(Open::Last), "workspace.create", json!({"name": "Harbour"})).unwrap();
    std::fs::rename(machine.path("data"), machine.path("elsewhere")).unwrap();
    let mut session = machine.start(Open::Last);
    assert_eq!(open_path(&mut session), None);
    assert!(problem(&mut session)["code"].is_string());
}

#[test]
fn unknown_fields_are_refused() {
    let machine = Machine::new();
    let mut session = machine.start(Open::Last);
    let refused = call(&mut session, "workspace.create", json!({"name": "Harbour", "colour": "blue"}));
    assert_eq!(refused, Err("invalid_request".into()));
    assert!(!machine.path("data").exists());
}

#[test]
fn the_end_of_a_timer_is_told_once_by_the_clock_of_the_shell_also_after_a_restart() {
    let machine = Machine::new();
    let (file, now) = (machine.path("now"), |text: &str| text.parse().unwrap());
    let start = |at: &str| {
        std::fs::write(&file, at).unwrap();
        let clock = Clock::Stepped { file: file.clone(), last: now(at) };
        let mut session = Session::new(Places::under(machine.0.path()), clock);
        session.start(&Open::Last);
        session
    };
    let mut session = start("2026-03-09T09:00:00Z");
    assert!(session.timer_ends().is_empty(), "no workspace, no timer");
    call(&mut session, "workspace.create", json!({"name": "Harbour"})).unwrap();
    let product =
        call(&mut session, "product.create", json!({"key": "HBR", "name": "Harbour"})).unwrap()["id"].clone();
    let timer =
        json!({"product": product, "kind": "daily", "subject": "d", "label": "Daily Scrum", "seconds": 900});
    call(&mut session, "timer.start", timer).unwrap();
    assert!(session.timer_ends().is_empty());
    drop(session);

    let mut session = start("2026-03-09T09:15:01Z");
    let ends = session.timer_ends();
    assert_eq!(ends.len(), 1);
    assert_eq!((ends[0].title.as_str(), ends[0].body.as_str()), ("Daily Scrum", "The 15 minutes are over."));
    assert_eq!(session.changes(), ["timer", "workspace"], "and the window hears of it");
    assert!(session.timer_ends().is_empty());
    drop(session);
    assert!(start("2026-03-09T09:15:30Z").timer_ends().is_empty());
}
