//! Real exports, where they are at hand beside the repository. They are not part of it: absent, these tests say so and
//! pass.

use std::path::Path;

use lineout_domain::board::Category;
use lineout_domain::rule::Rule as _;

use super::*;

fn real(format: impl Into<Option<Format>>, name: &str) -> Option<Result<Plan, ReadError>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    match std::fs::read(&path) {
        Ok(bytes) => Some(read(format, name, &bytes, NaiveDate::from_ymd_opt(2025, 11, 24)?)),
        Err(error) => {
            eprintln!("skipped: {} cannot be read ({error})", path.display());
            None
        }
    }
}

fn in_category(plan: &Plan, category: Category) -> usize {
    plan.items.iter().filter(|item| item.category == category).count()
}

#[test]
fn a_jira_cloud_export() {
    let Some(plan) = real(Format::Jira, "jira-sprint.csv") else { return };
    let plan = plan.unwrap();
    let numbers: Vec<_> = plan.items.iter().filter_map(|item| item.number).collect();
    assert_eq!(numbers, [4, 5, 9, 11, 8, 12, 10, 6, 14, 16, 17, 18, 19, 15, 13, 7, 20, 21, 22, 23, 24, 25]);
    assert_eq!((plan.product_key.as_str(), plan.product_name.as_str()), ("TES", "TestAutoGen"));
    assert_eq!((plan.problems.len(), plan.sprints.len(), plan.people.len()), (0, 1, 3));
    assert_eq!(plan.items.iter().filter(|item| item.sprint == Some(0)).count(), 18);
    assert_eq!(
        [Category::Todo, Category::InProgress, Category::Done].map(|c| in_category(&plan, c)),
        [9, 3, 10]
    );
    assert_eq!(plan.items.iter().map(|item| item.comments.len()).sum::<usize>(), 17);
    assert!(
        plan.items
            .iter()
            .flat_map(|item| &item.comments)
            .all(|c| c.at.is_some() && c.author.starts_with("Member "))
    );
    assert_eq!(plan.items.iter().filter(|item| item.item_type.as_str() == "spike").count(), 2);
}

#[test]
fn a_jira_server_export() {
    let Some(plan) = real(Format::Jira, "jira-poinz.csv") else { return };
    let plan = plan.unwrap();
    let numbers: Vec<_> = plan.items.iter().filter_map(|item| item.number).collect();
    assert_eq!(numbers, [6275, 3672, 2643, 2151]);
    assert_eq!((plan.product_key.as_str(), plan.product_name.as_str()), ("SMRGR", "SommerGarden"));
    assert_eq!((plan.problems.len(), plan.sprints.len(), plan.people.len()), (0, 0, 1));
    assert!(plan.items.iter().all(|item| item.created.is_some()));
}

#[test]
fn a_plain_backlog_of_thousands() {
    let Some(plan) = real(Format::Csv, "stories-springxd.csv.gz") else { return };
    let plan = plan.unwrap();
    assert_eq!((plan.items.len(), plan.problems.len(), plan.rows_skipped), (3526, 2, 0));
    // Two descriptions hold the colour codes of a terminal.
    assert!(plan.problems.iter().all(|problem| problem.reason.contains("(U+001B)")));
    assert_eq!(plan.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [1630, 2193]);
    assert_eq!((plan.product_key.as_str(), plan.product_name.as_str()), ("XD", "Stories springxd"));
    assert!(plan.items.is_sorted_by_key(|item| item.line));
    assert!(plan.items.iter().all(|item| item.number.is_some() && item.estimate.is_some()));
    assert_eq!(plan.items.iter().filter(|item| item.description.is_empty()).count(), 471);
    assert_eq!(plan.items.iter().filter_map(|item| item.estimate).sum::<f64>(), 13_046.0);
    assert!(plan.columns_ignored.is_empty());
}

#[test]
fn files_of_other_kinds() {
    if let Some(plan) = real(Format::Csv, "linear.csv") {
        let plan = plan.unwrap();
        assert_eq!((plan.items.len(), plan.problems.len(), plan.sprints.len()), (10, 0, 2));
        assert_eq!(plan.product_key, "CLA");
    }
    if let Some(plan) = real(Format::Csv, "flow-project1.csv") {
        assert_eq!(plan.unwrap_err().code(), "import_no_header");
    }
    if let Some(plan) = real(Format::Csv, "sprints-spring.csv") {
        assert_eq!(plan.unwrap().items.len(), 476);
    }
}
