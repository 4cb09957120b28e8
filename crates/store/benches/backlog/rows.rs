//! The rows that both sides hold.

/// One row: its title, description, estimate, value, epic, label and assignee.
pub struct Row {
    pub title: String,
    pub description: String,
    pub estimate: Option<f64>,
    pub value: i64,
    pub epic: String,
    pub label: String,
    pub assignee: String,
}

const WORDS: &[&str] = &[
    "passenger",
    "sailing",
    "voucher",
    "cabin",
    "vehicle",
    "timetable",
    "route",
    "booking",
    "harbour",
    "ticket",
    "deck",
    "night",
    "bicycle",
    "payment",
    "report",
    "notice",
    "cancel",
    "change",
    "price",
    "group",
];

/// Some text of words that repeat, with one word that half of the rows hold, one that each hundredth holds, and one that
/// three rows hold.
pub fn row(n: u32) -> Row {
    let word =
        |k: u32| WORDS[(n.wrapping_mul(2_654_435_761).wrapping_add(k * 40_503) >> 7) as usize % WORDS.len()];
    let mut description: Vec<String> = (0..14).map(|k| word(k).to_owned()).collect();
    if n.is_multiple_of(2) {
        description.insert(4, "refund".to_owned());
    }
    if n.is_multiple_of(100) {
        description.push("hundredth".to_owned());
    }
    if [7, 77, 777].contains(&n) {
        description.push("zeppelin".to_owned());
    }
    Row {
        title: format!("{} {} {} {n}", word(20), word(21), word(22)),
        description: description.join(" "),
        estimate: [Some(1.0), Some(2.0), Some(3.0), Some(5.0), Some(8.0), None][n as usize % 6],
        value: i64::from(n % 40),
        epic: format!("Epic {}", n % 12),
        label: WORDS[n as usize % 7].to_owned(),
        assignee: ["Ana Ruiz", "Ben Okoro", "Cleo Lang", ""][n as usize % 4].to_owned(),
    }
}

/// All of them as a file to import.
pub fn csv(rows: u32) -> String {
    let mut text = String::from("title,description,estimate,value,epic,labels,assignee\n");
    for n in 0..rows {
        let row = row(n);
        let estimate = row.estimate.map_or(String::new(), |points| points.to_string());
        text += &format!(
            "{},{},{estimate},{},{},{},{}\n",
            row.title, row.description, row.value, row.epic, row.label, row.assignee
        );
    }
    text
}
