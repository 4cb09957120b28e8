//! `lineout`: the whole contract from a terminal, for scripts, imports and reports.
//!
//! Exit codes: 0 answered; 1 refused, with `{"code","message","hint"}` on standard error; 2 wrong usage. In the
//! latter two nothing was written. No rule lives here: every verb is a call of the contract.

mod args;
mod transfer;
mod verbs;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use lineout_app::AppError;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match verbs::run(args) {
        Ok(code) => code,
        Err(error) => {
            report(&error);
            ExitCode::from(1)
        }
    }
}

/// Writes an error as one line of JSON on standard error.
fn report(error: &AppError) {
    let line = serde_json::json!({ "code": error.code, "message": error.message, "hint": error.hint });
    // A closed standard error leaves nobody to tell.
    writeln!(std::io::stderr(), "{line}").ok();
}
