//! What must hold of a workspace whatever was done in it.

use std::collections::{BTreeMap, BTreeSet};

use lineout_store::Tables;

type Row = BTreeMap<String, String>;

fn unquoted(value: &str) -> &str {
    value.trim_matches('\'')
}

/// What must hold of the tables whatever was done. Says what does not.
pub fn broken(tables: &Tables) -> Vec<String> {
    let mut broken = Vec::new();
    let sprint = |id: &str| tables["sprint"].get(unquoted(id));
    let state = |id: &str| sprint(id).map_or("NULL", |row| row["state"].as_str());
    let active = tables["sprint"].values().filter(|row| row["state"] == "'active'").count();
    if active > 1 {
        broken.push(format!("{active} sprints are active"));
    }
    for (id, item) in &tables["item"] {
        let mut say = |what: &str| broken.push(format!("item {} ({id}) {what}", item["number"]));
        let column = tables["board_column"].get(unquoted(&item["board_column"]));
        let (in_sprint, open) = (state(&item["sprint"]), item["resolution"] == "NULL");
        let is_done = item["resolution"] == "'done'";
        if is_done && item["source"] == "NULL" && !meets_its_definition(tables, id, item) {
            say("is Done without its Definition of Done or a waiver");
        }
        if !is_done && item["definition"] != "NULL" {
            say("is not Done and keeps a Definition of Done it met");
        }
        match column {
            Some(_) if in_sprint != "'active'" => say("stands on a board without a running sprint"),
            Some(column) if (column["category"] == "'done'") != is_done => {
                say("stands in a column that says otherwise of Done")
            }
            None if in_sprint == "'active'" && (open || is_done) => {
                say("is in the running sprint and in no column")
            }
            _ => {}
        }
        if open && matches!(in_sprint, "'closed'" | "'cancelled'") {
            say("is open in a sprint that is over");
        }
        if (item["sprint"] == "NULL") != (item["board_rank"] == "NULL") {
            say("has a place among the items of a sprint without one, or none in its sprint");
        }
    }
    for (id, row) in &tables["impediment"] {
        let (began, restored) = (&row["began_at"], &row["restored_at"]);
        if restored != "NULL" && (began == "NULL" || restored < began) {
            broken.push(format!("impediment {id} is restored at {restored}, down since {began}"));
        }
    }
    for (id, part) in &tables["increment_item"] {
        let item = tables["item"].get(unquoted(&part["item"]));
        if item.is_some_and(|item| item["resolution"] != "'done'") {
            broken.push(format!("increment part {id} ({}) is not Done", part["key"]));
        }
    }
    for (id, increment) in &tables["increment"] {
        let parts = tables["increment_item"].values();
        let parts = parts.filter(|part| unquoted(&part["increment"]) == id).count();
        if increment["state"] == "'released'" && parts == 0 {
            broken.push(format!("increment {} was released with nothing in it", increment["number"]));
        }
    }
    for (id, sprint) in &tables["sprint"] {
        let of = |table: &str| tables[table].values().filter(|row| unquoted(&row["sprint"]) == id).count();
        let (commitment, records) = (of("sprint_commitment"), of("sprint_record"));
        let begun = sprint["state"] != "'planned'";
        if begun != (commitment > 0) {
            broken
                .push(format!("{} is {} with a commitment of {commitment}", sprint["name"], sprint["state"]));
        }
        let over = matches!(sprint["state"].as_str(), "'closed'" | "'cancelled'");
        if usize::from(over) != records {
            broken.push(format!("{} is {} with {records} records", sprint["name"], sprint["state"]));
        }
    }
    for (id, task) in tables["task"].iter().filter(|(_, task)| task["board_column"] != "NULL") {
        let column = tables["board_column"].get(unquoted(&task["board_column"]));
        if column.is_none_or(|column| column["category"] != task["state"]) {
            broken.push(format!("task {id} is {} in a column that says otherwise", task["state"]));
        }
    }
    for (table, group, rank) in [
        ("item", "product", "rank"),
        ("item", "sprint", "board_rank"),
        ("acceptance_criterion", "item", "rank"),
        ("task", "item", "rank"),
        ("review_point", "review", "rank"),
    ] {
        let mut seen = BTreeSet::new();
        for row in tables[table].values().filter(|row| row[rank] != "NULL") {
            if !seen.insert((&row[group], &row[rank])) {
                broken.push(format!("two of {table} share the {rank} {}", row[rank]));
            }
        }
    }
    for link in tables["item_link"].values().filter(|link| link["kind"] == "'blocks'") {
        let mut ahead = vec![&link["to_item"]];
        let mut seen = BTreeSet::new();
        while let Some(item) = ahead.pop() {
            if seen.insert(item) {
                let links = tables["item_link"].values().filter(|next| next["kind"] == "'blocks'");
                ahead.extend(links.filter(|next| next["from_item"] == *item).map(|next| &next["to_item"]));
            }
        }
        if seen.contains(&link["from_item"]) {
            broken.push(format!("item {} waits for itself", link["from_item"]));
        }
    }
    for review in tables["review"].values() {
        if state(&review["sprint"]) == "'planned'" {
            broken.push(format!("a sprint is reviewed that has not begun: {}", review["sprint"]));
        }
        if review["ended_at"] != "NULL" && review["minutes"] == "NULL" {
            broken.push(format!("the Review of {} is over without minutes", review["sprint"]));
        }
    }
    let retros = &tables["retrospective"];
    if retros.values().filter(|retro| retro["state"] == "'open'").count() > 1 {
        broken.push("two retrospectives are open".into());
    }
    for (id, retro) in retros.iter().filter(|(_, retro)| retro["state"] == "'closed'") {
        let some = tables["improvement"].values().any(|entry| unquoted(&entry["retro"]) == id);
        if !some && retro["none_reason"] == "NULL" {
            broken.push(format!("retrospective {id} ended with nothing decided"));
        }
    }
    for category in ["'todo'", "'inProgress'", "'done'"] {
        if !tables["board_column"].values().any(|column| column["category"] == category) {
            broken.push(format!("the board has no column for {category}"));
        }
    }
    for (table, field) in [("person", "name"), ("board_column", "name")] {
        let mut seen = BTreeSet::new();
        for row in tables[table].values().filter(|row| row.get("removed").is_none_or(|gone| gone == "0")) {
            if !seen.insert(row[field].to_lowercase()) {
                broken.push(format!("two of {table} are called {}", row[field]));
            }
        }
    }
    let mut days: Vec<_> = tables["sprint"].values().filter(|row| row["state"] != "'cancelled'").collect();
    days.sort_by_key(|row| row["start_day"].clone());
    for pair in
        days.windows(2).filter(|pair| pair[0]["state"] != "'closed'" && pair[1]["state"] != "'closed'")
    {
        if pair[0]["end_day"] >= pair[1]["start_day"] {
            broken.push(format!("{} and {} share days", pair[0]["name"], pair[1]["name"]));
        }
    }
    broken
}

fn meets_its_definition(tables: &Tables, id: &str, item: &Row) -> bool {
    let definition = &item["definition"];
    let criteria = tables["done_criterion"].iter().filter(|(_, row)| row["definition"] == *definition);
    let mut criteria = criteria.peekable();
    criteria.peek().is_some()
        && criteria.all(|(criterion, _)| {
            let rows = tables["item_criterion"].values();
            let mut answers =
                rows.filter(|row| unquoted(&row["item"]) == id && unquoted(&row["criterion"]) == criterion);
            answers.any(|row| row["waived"] == "0" || (row["person"] != "NULL" && row["reason"] != "''"))
        })
}
