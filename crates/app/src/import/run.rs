//! `import.preview` and `import.run`: another tool's export becomes items. The whole file is one action, one undo.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Utc};
use lineout_domain::text::excerpt;
use lineout_store::{Db, Workspace};

use super::compare::{self, Compared, Fate};
use super::past::{self, SprintFate};
use super::plan::Plan;
use super::report::{
    ColumnIgnored, ColumnRead, ImportFile, ImportPerson, ImportProblem, ImportProduct, ImportReport,
    MAPPING_MAX, SampleItem, SuggestedProduct,
};
use super::write::{self, Target};
use super::{ImportFormat, MAX_FILE, Mapped, ReadError, Source, read_file, survey};
use crate::context::{Act, Context};
use crate::contract::json;
use crate::error::{AppError, Result};
use crate::host::{Answer, Host};
use crate::product::suggest_key;
use crate::watch::Following;
use crate::wire::count;

/// Rows shown as a sample.
const SAMPLE: usize = 8;
/// Problems told in full; a file of the wrong kind would otherwise answer with every line.
const PROBLEMS_TOLD: usize = 500;
/// Keys told of items that were deleted here.
const KEYS_TOLD: usize = 20;

pub(crate) mod preview {
    use super::*;

    /// Answers before there is a workspace as well: then nothing is there yet.
    pub(crate) fn run(host: &mut Host, request: ImportFile, context: &Context) -> Result<Answer> {
        let mut following = host.watch().follow(request.ticket.as_deref());
        let bytes = bytes(&request)?;
        let report = match plan(&request, &bytes, context.now, &mut following) {
            // A table without titles can still be told what its columns are.
            Err(Unread::Untitled(error)) => untitled(&request, &bytes, error)?,
            Err(Unread::Error(error)) => return Err(error),
            Ok(plan) => {
                let look = |db: &Db<'_>, following: &mut Following| -> Result<ImportReport> {
                    let target = write::target(db, &request, &plan)?;
                    let (sprints, notes) = past::settle(db, &target, &plan, context.now)?;
                    let compared = compare::compare(db, &target, &plan, following)?;
                    report(db, &target, &plan, &compared, &sprints, notes)
                };
                match host.view(context) {
                    Some(view) => look(&view.db, &mut following)?,
                    None => look(&Workspace::in_memory()?.db(), &mut following)?,
                }
            }
        };
        Ok(Answer::of(json(report)?))
    }
}

pub(crate) mod carry_out {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: ImportFile) -> Result<ImportReport> {
        let mut following = act.watch.follow(request.ticket.as_deref());
        let bytes = bytes(&request)?;
        let plan = plan(&request, &bytes, act.now, &mut following).map_err(|unread| match unread {
            Unread::Untitled(error) => error.into(),
            Unread::Error(error) => error,
        })?;
        drop(bytes);
        let target = write::target(act.db, &request, &plan)?;
        let (sprints, notes) = past::settle(act.db, &target, &plan, act.now)?;
        let compared = compare::compare(act.db, &target, &plan, &mut following)?;
        let mut report = report(act.db, &target, &plan, &compared, &sprints, notes)?;
        let written = write::write(act, target, &plan, compared, &sprints, &mut following)?;
        report.product.id = Some(written.product.id.as_uuid());
        report.notes.extend(written.notes);
        let name = excerpt(&request.file_name);
        act.db.label(match report.items + report.changed {
            1 => format!("Import 1 item from {name}"),
            n => format!("Import {n} items from {name}"),
        });
        Ok(report)
    }
}

/// Why there is no plan.
enum Unread {
    /// It is a table, and no column of it is known to hold titles.
    Untitled(ReadError),
    Error(AppError),
}

/// The file itself. What is too large is refused before it is unpacked.
fn bytes(request: &ImportFile) -> Result<Vec<u8>> {
    if request.content.len() / 4 * 3 > MAX_FILE + 3 {
        let limit = format!("{} MiB", MAX_FILE >> 20);
        return Err(ReadError::TooLarge { what: "the file".into(), limit }.into());
    }
    BASE64.decode(&request.content).map_err(|_| {
        AppError::new(
            "import_content",
            "The content is not base64.",
            "Send the bytes of the file, base64 encoded.",
        )
    })
}

/// Reads the file. Nothing is looked up yet.
fn plan(
    request: &ImportFile,
    bytes: &[u8],
    now: DateTime<Utc>,
    following: &mut Following,
) -> Result<Plan, Unread> {
    let mapping: Vec<Mapped> = request.mapping.iter().flatten().map(Mapped::from).collect();
    if mapping.len() > MAPPING_MAX {
        let most = format!("A mapping names at most {MAPPING_MAX} columns.");
        return Err(Unread::Error(AppError::new("import_mapping", most, "Name those that matter.")));
    }
    let source = Source {
        format: request.format,
        file_name: &request.file_name,
        mapping: &mapping,
        now_day: now.date_naive(),
    };
    read_file(&source, bytes, following).map_err(|error| match error {
        ReadError::NoHeader { .. } => Unread::Untitled(error),
        other => Unread::Error(other.into()),
    })
}

/// What can be said of a table whose titles are not found.
fn untitled(request: &ImportFile, bytes: &[u8], error: ReadError) -> Result<ImportReport> {
    let product = ImportProduct {
        id: None,
        key: request.product.clone().unwrap_or_default(),
        name: String::new(),
        created: request.product.is_none(),
    };
    let survey = survey(bytes)?;
    Ok(ImportReport {
        format: request.format.unwrap_or(ImportFormat::Csv),
        refusal: Some(error.into()),
        product,
        own_product: SuggestedProduct { key: String::new(), name: String::new(), named_by_file: false },
        rows: count(survey.rows),
        rows_skipped: 0,
        items: 0,
        changed: 0,
        unchanged: 0,
        deleted: 0,
        deleted_keys: Vec::new(),
        sprints: 0,
        sprints_closed: 0,
        people: 0,
        comments: 0,
        people_found: Vec::new(),
        columns_read: Vec::new(),
        columns_ignored: survey
            .columns
            .into_iter()
            .map(|c| ColumnIgnored { column: c.column, rows: count(c.rows), sample: c.sample })
            .collect(),
        can_map: true,
        notes: Vec::new(),
        problems: Vec::new(),
        problem_count: 0,
        scale_added: Vec::new(),
        encoding: survey.encoding,
        delimiter: Some(survey.delimiter.to_string()),
        sample: Vec::new(),
    })
}

fn report(
    db: &Db<'_>,
    target: &Target,
    plan: &Plan,
    compared: &Compared,
    sprints: &[SprintFate],
    notes: Vec<String>,
) -> Result<ImportReport> {
    let mut known = HashMap::new();
    for (index, person) in plan.people.iter().enumerate() {
        known.insert(index, db.person_named(&person.name)?.is_some());
    }
    let written = write::people_written(plan, compared);
    let gone = || plan.items.iter().zip(&compared.fates).filter(|(_, fate)| matches!(fate, Fate::Deleted));
    let kept = plan.items.iter().zip(&compared.fates).filter(|(_, fate)| fate.writes());
    let comments: usize = kept.map(|(item, _)| item.comments.len()).sum();
    let mut notes: Vec<String> = plan.notes.iter().cloned().chain(notes).collect();
    if plan.items.iter().any(|item| item.source_key.is_none()) {
        notes.push("Some rows have no key, so importing the file again would add them again.".into());
    }
    Ok(ImportReport {
        format: plan.format,
        refusal: None,
        own_product: SuggestedProduct {
            key: suggest_key::free(db, plan.product_key.clone())?,
            name: plan.product_name.clone(),
            named_by_file: plan.key_from_file,
        },
        rows: count(plan.rows),
        rows_skipped: count(plan.rows_skipped),
        items: compared.count(|fate| matches!(fate, Fate::New)),
        changed: compared.count(|fate| matches!(fate, Fate::Changed(_))),
        unchanged: compared.count(|fate| matches!(fate, Fate::Unchanged(_))),
        deleted: count(gone().count()),
        deleted_keys: gone()
            .take(KEYS_TOLD)
            .map(|(item, _)| compare::shown_key(plan, &target.key, item))
            .collect(),
        sprints: count(sprints.iter().filter(|fate| **fate == SprintFate::Planned).count()),
        sprints_closed: count(sprints.iter().filter(|fate| matches!(fate, SprintFate::Closed(..))).count()),
        people: count(written.iter().filter(|index| !known[index]).count()),
        comments: count(comments),
        people_found: plan
            .people
            .iter()
            .enumerate()
            .map(|(index, person)| ImportPerson { name: person.name.clone(), known: known[&index] })
            .collect(),
        columns_read: plan
            .columns_read
            .iter()
            .map(|c| ColumnRead {
                column: c.column.clone(),
                read_as: c.read_as.to_string(),
                field: c.field,
                rows: count(c.rows),
                sample: c.sample.clone(),
            })
            .collect(),
        columns_ignored: plan
            .columns_ignored
            .iter()
            .map(|c| ColumnIgnored {
                column: c.column.clone(),
                rows: count(c.rows),
                sample: c.sample.clone(),
            })
            .collect(),
        can_map: plan.delimiter.is_some(),
        notes,
        problem_count: count(plan.problems.len()),
        problems: plan
            .problems
            .iter()
            .take(PROBLEMS_TOLD)
            .map(|problem| ImportProblem {
                line: count(problem.line),
                column: problem.column.clone(),
                reason: problem.reason.clone(),
            })
            .collect(),
        scale_added: write::scale_added(target, plan, compared)?.1,
        encoding: plan.encoding.clone(),
        delimiter: plan.delimiter.map(|delimiter| delimiter.to_string()),
        sample: plan.items.iter().take(SAMPLE).map(|item| sample(plan, target, item)).collect(),
        product: ImportProduct {
            id: target.present.as_ref().map(|product| product.id.as_uuid()),
            created: target.present.is_none(),
            key: target.key.clone(),
            name: target.name.clone(),
        },
    })
}

fn sample(plan: &Plan, target: &Target, item: &super::PlannedItem) -> SampleItem {
    SampleItem {
        key: compare::shown_key(plan, &target.key, item),
        title: item.title.clone(),
        item_type: item.item_type.into(),
        estimate: item.estimate,
        value: item.value.and_then(|value| u32::try_from(value).ok()),
        epic: item.epic.clone(),
        labels: item.labels.clone(),
        assignees: item.assignees.iter().map(|index| plan.people[*index].name.clone()).collect(),
        description: excerpt(&item.description),
        acceptance: count(item.acceptance.len()),
        status: item.status.clone(),
    }
}
