//! `workspace.check`: the integrity check, the same that `lineout doctor` prints and every test ends with.

use super::Nothing;
use crate::context::View;
use crate::error::Result;
use crate::wire::responses;

responses! {
    /// What the check found.
    pub struct Checked {
        /// Nothing was found.
        pub ok: bool,
        /// What was.
        pub findings: Vec<Finding>,
    }

    /// Something that should not be so.
    pub struct Finding {
        /// Which check found it.
        pub check: String,
        /// What and where.
        pub detail: String,
    }
}

pub(crate) fn run(view: &View<'_>, _: Nothing) -> Result<Checked> {
    let found = view.db.check()?;
    let findings = found.into_iter().map(|f| Finding { check: f.check.to_owned(), detail: f.detail });
    let findings: Vec<_> = findings.collect();
    Ok(Checked { ok: findings.is_empty(), findings })
}
