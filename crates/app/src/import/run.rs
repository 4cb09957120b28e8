//! `import.preview` and `import.run`: another tool's export becomes items. The whole file is one action, one undo.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Utc};
use lineout_store::{Db, Workspace};
use uuid::Uuid;

use super::plan::Plan;
use super::write;
use super::{Format, read};
use crate::context::{Act, Context};
use crate::contract::json;
use crate::error::{AppError, Result};
use crate::host::{Answer, Host};
use crate::product::suggest_key;
use crate::wire::{ItemType, requests, responses};

/// Rows shown as a sample.
const SAMPLE: usize = 8;
/// Problems told in full; a file of the wrong kind would otherwise answer with every line.
const PROBLEMS_TOLD: usize = 500;

/// What kind of file it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, serde::Serialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum ImportFormat {
    /// A Jira CSV export, Cloud or Server.
    Jira,
    /// A plain CSV with a header.
    Csv,
}

requests! {
    /// A file to bring in.
    pub struct ImportFile {
        /// What kind of file it is; told from its header when left out.
        pub format: Option<ImportFormat>,
        /// Its name; names the product when nothing else does.
        pub file_name: String,
        /// Its bytes, base64.
        pub content: String,
        /// The key of the product to import into; the file's when left out. Created when there is none.
        pub product: Option<String>,
        /// A product to create for it, in place of `product`. Refused when its key is taken.
        pub new_product: Option<NewImportProduct>,
    }

    /// A product that an import creates. What is left out is the file's.
    pub struct NewImportProduct {
        /// Its key.
        pub key: Option<String>,
        /// Its name.
        pub name: Option<String>,
        /// IANA name; UTC when left out.
        pub time_zone: Option<String>,
    }
}

responses! {
    /// What an import does, or did.
    pub struct ImportReport {
        /// What kind of file it was read as.
        pub format: ImportFormat,
        /// The product it goes to.
        pub product: ImportProduct,
        /// What a product of its own would be called, its key not taken.
        pub own_product: SuggestedProduct,
        /// Rows below the header.
        pub rows: u32,
        /// Rows that could not be read at all.
        pub rows_skipped: u32,
        /// New items.
        pub items: u32,
        /// Items of an earlier import that are brought up to date.
        pub updated: u32,
        /// New sprints, planned.
        pub sprints: u32,
        /// New people.
        pub people: u32,
        /// Everybody the file names.
        pub people_found: Vec<ImportPerson>,
        /// Columns that were read.
        pub columns_read: Vec<ColumnRead>,
        /// Columns that were not.
        pub columns_ignored: Vec<ColumnIgnored>,
        /// Rows and cells that could not be read, by line.
        pub problems: Vec<ImportProblem>,
        /// How many of these there are in all.
        pub problem_count: u32,
        /// Estimates that widen the product's scale.
        pub scale_added: Vec<f64>,
        /// The encoding the file was read in.
        pub encoding: String,
        /// The character between cells.
        pub delimiter: String,
        /// The first items.
        pub sample: Vec<SampleItem>,
    }

    /// Where an import goes.
    pub struct ImportProduct {
        /// Its id, once it is there.
        pub id: Option<Uuid>,
        /// Its key.
        pub key: String,
        /// Its name.
        pub name: String,
        /// It is made by the import.
        pub created: bool,
    }

    /// A name and a key for a product.
    pub struct SuggestedProduct {
        /// Its key.
        pub key: String,
        /// Its name.
        pub name: String,
    }

    /// Somebody the file names.
    pub struct ImportPerson {
        /// Their name.
        pub name: String,
        /// They are in the workspace already.
        pub known: bool,
    }

    /// A column that was read.
    pub struct ColumnRead {
        /// Its name in the file.
        pub column: String,
        /// What it was read as.
        #[serde(rename = "as")]
        pub read_as: String,
        /// Rows with a value.
        pub rows: u32,
    }

    /// A column that was not read.
    pub struct ColumnIgnored {
        /// Its name in the file.
        pub column: String,
        /// Rows with a value.
        pub rows: u32,
    }

    /// Something that could not be read.
    pub struct ImportProblem {
        /// The line of the file, from 1.
        pub line: u32,
        /// The column, when it is about one cell.
        pub column: Option<String>,
        /// Why, and what was done.
        pub reason: String,
    }

    /// An item as it will be.
    pub struct SampleItem {
        /// Its key in the file; empty when it has none.
        pub key: String,
        /// Its title.
        pub title: String,
        /// What kind of work it is.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// Points.
        pub estimate: Option<f64>,
    }
}

pub(crate) mod preview {
    use super::*;

    /// Answers before there is a workspace as well: then nothing is there yet.
    pub(crate) fn run(host: &mut Host, request: ImportFile, context: &Context) -> Result<Answer> {
        let plan = plan(&request, context.now)?;
        let report = match host.view(context) {
            Some(view) => report(&view.db, &request, &plan)?,
            None => report(&Workspace::in_memory()?.db(), &request, &plan)?,
        };
        Ok(Answer::of(json(report)?))
    }
}

pub(crate) mod carry_out {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: ImportFile) -> Result<ImportReport> {
        let plan = plan(&request, act.now)?;
        let mut report = report(act.db, &request, &plan)?;
        let product = write::write(act, &request, &plan)?;
        report.product.id = Some(product.id.as_uuid());
        let name = lineout_domain::text::excerpt(&request.file_name);
        act.db.label(match report.items + report.updated {
            1 => format!("Import 1 item from {name}"),
            n => format!("Import {n} items from {name}"),
        });
        Ok(report)
    }
}

/// Reads the file. Nothing is looked up yet.
fn plan(request: &ImportFile, now: DateTime<Utc>) -> Result<Plan> {
    let bytes = BASE64.decode(&request.content).map_err(|_| {
        AppError::new(
            "import_content",
            "The content is not base64.",
            "Send the bytes of the file, base64 encoded.",
        )
    })?;
    let format = request.format.map(|format| match format {
        ImportFormat::Jira => Format::Jira,
        ImportFormat::Csv => Format::Csv,
    });
    Ok(read(format, &request.file_name, &bytes, now.date_naive())?)
}

fn report(db: &Db<'_>, request: &ImportFile, plan: &Plan) -> Result<ImportReport> {
    let target = write::target(db, request, plan)?;
    let (mut items, mut updated) = (0, 0);
    for item in &plan.items {
        match write::present(db, &target, plan.format, item)? {
            Some(_) => updated += 1,
            None => items += 1,
        }
    }
    let mut people = Vec::with_capacity(plan.people.len());
    for person in &plan.people {
        people.push(ImportPerson {
            name: person.name.clone(),
            known: db.person_named(&person.name)?.is_some(),
        });
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    // The plan knows comments; the workspace has no place for them yet, so they count as not read.
    let (kept, lost): (Vec<_>, Vec<_>) =
        plan.columns_read.iter().partition(|column| column.read_as != write::NOT_KEPT);
    let ignored = plan.columns_ignored.iter().map(|column| (&column.column, column.rows));
    let ignored = lost.iter().map(|column| (&column.column, column.rows)).chain(ignored);
    Ok(ImportReport {
        format: match plan.format {
            Format::Jira => ImportFormat::Jira,
            Format::Csv => ImportFormat::Csv,
        },
        own_product: SuggestedProduct {
            key: suggest_key::free(db, plan.product_key.clone())?,
            name: plan.product_name.clone(),
        },
        rows: count(plan.rows),
        rows_skipped: count(plan.rows_skipped),
        items,
        updated,
        sprints: count(write::sprints_to_plan(db, &target, plan)?.len()),
        people: count(people.iter().filter(|person| !person.known).count()),
        people_found: people,
        columns_read: kept
            .into_iter()
            .map(|c| ColumnRead {
                column: c.column.clone(),
                read_as: c.read_as.to_string(),
                rows: count(c.rows),
            })
            .collect(),
        columns_ignored: ignored
            .map(|(column, rows)| ColumnIgnored { column: column.clone(), rows: count(rows) })
            .collect(),
        problem_count: count(plan.problems.len()),
        problems: plan
            .problems
            .iter()
            .take(PROBLEMS_TOLD)
            .map(|problem| ImportProblem {
                line: u32::try_from(problem.line).unwrap_or(u32::MAX),
                column: problem.column.clone(),
                reason: problem.reason.clone(),
            })
            .collect(),
        scale_added: write::scale_added(&target, plan)?.1,
        encoding: plan.encoding.clone(),
        delimiter: plan.delimiter.to_string(),
        sample: plan
            .items
            .iter()
            .take(SAMPLE)
            .map(|item| SampleItem {
                key: item.source_key.clone().unwrap_or_default(),
                title: item.title.clone(),
                item_type: item.item_type.into(),
                estimate: item.estimate,
            })
            .collect(),
        product: ImportProduct {
            id: target.present.as_ref().map(|product| product.id.as_uuid()),
            created: target.present.is_none(),
            key: target.key,
            name: target.name,
        },
    })
}
