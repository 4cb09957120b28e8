//! `cargo xtask …`: every developer command of this repository, in Rust, so that a fresh machine needs nothing but a
//! Rust toolchain and Node.

#![allow(clippy::print_stdout, reason = "a developer command answers on standard output")]

mod bench;
mod build;
mod check;
mod gen_types;
mod layers;
mod machine;
mod run;
mod shell;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "Lineout's developer commands")]
struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Install what is missing, build, and open the window.
    Run {
        /// Open the sample workspace.
        #[arg(long)]
        demo: bool,
        /// The workspace file to open.
        workspace: Option<PathBuf>,
    },
    /// Run every test there is, those in the real window included.
    Test {
        /// Only tests whose name contains this.
        filter: Option<String>,
    },
    /// Format, lints, types, layers, and drift of generated files.
    Check,
    /// Write the TypeScript types of the contract.
    Gen,
    /// Measure, as ratios against bare SQLite in the same run.
    Bench {
        /// In the real window, beside an empty one, instead.
        #[arg(long)]
        window: bool,
        /// Rows to measure at.
        #[arg(long, value_delimiter = ',', default_values_t = [1_000, 10_000, 100_000])]
        rows: Vec<u32>,
    },
}

fn main() -> ExitCode {
    let done = match Args::parse().verb {
        Verb::Run { demo, workspace } => run::run(demo, workspace),
        Verb::Test { filter } => test::run(filter.as_deref()),
        Verb::Check => check::run(),
        Verb::Gen => gen_types::write(),
        Verb::Bench { rows, window } => bench::run(&rows, window),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
