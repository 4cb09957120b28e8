//! What may be typed.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};

/// Scrum from a terminal: the same commands the window uses, on a workspace file.
#[derive(Debug, Parser)]
#[command(name = "lineout", version, about)]
pub struct Args {
    /// The workspace file. Without it, the one the window opens by default.
    #[arg(short = 'w', long = "workspace", value_name = "FILE", global = true, env = "LINEOUT_WORKSPACE")]
    pub workspace: Option<PathBuf>,
    /// Who is acting: a person's id or exact name.
    #[arg(long = "as", value_name = "PERSON", global = true)]
    pub acting: Option<String>,
    /// The instant to act at, RFC 3339. Without it, the machine's clock.
    #[arg(long, value_name = "INSTANT", global = true)]
    pub now: Option<DateTime<Utc>>,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Call a command or query and print its response as JSON.
    Call {
        /// Its name, such as item.move.
        name: String,
        /// The request as JSON; `-` reads it from standard input.
        request: Option<String>,
    },
    /// Call like `call`, but print the whole answer: value, action, guidance.
    Answer {
        /// Its name.
        name: String,
        /// The request as JSON; `-` reads it from standard input.
        request: Option<String>,
    },
    /// List every command and query with the JSON Schema of its request and response.
    Commands,
    /// Read {"name","request"} lines from standard input and answer each on a line, one action each.
    Batch,
    /// Bring in items from another tool's export.
    Import {
        /// jira, linear, trello, azure, csv or lineout; auto tells it from the file.
        format: String,
        /// The file.
        file: PathBuf,
        /// The key of the product to import into; created when absent.
        #[arg(long, value_name = "KEY")]
        product: Option<String>,
        /// Say what would happen, write nothing.
        #[arg(long)]
        dry_run: bool,
        /// What a column is: --map 'Story size=estimate'. May be given for several columns.
        #[arg(long = "map", value_name = "COLUMN=FIELD")]
        mapping: Vec<String>,
    },
    /// Write the Product Backlog as a file.
    Export {
        /// csv, json or markdown.
        format: String,
        /// The file; standard output when left out.
        file: Option<PathBuf>,
        /// The key of the product; the only one when left out.
        #[arg(long, value_name = "KEY")]
        product: Option<String>,
    },
    /// Write the record of a sprint that ended as a file.
    Record {
        /// html or markdown.
        format: String,
        /// The sprint's name.
        sprint: String,
        /// The file; standard output when left out.
        file: Option<PathBuf>,
        /// The key of the product; the only one when left out.
        #[arg(long, value_name = "KEY")]
        product: Option<String>,
    },
    /// Check the integrity of the workspace.
    Doctor,
    /// Write the sample workspace to a new file.
    Demo {
        /// The file to write.
        file: PathBuf,
    },
}
