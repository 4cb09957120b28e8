//! What every refusal of a rule has in common.
//!
//! The rules of a noun refuse through an enum of that noun (`ItemRule`, `SprintRule`, …). The enum's `Display` says
//! what was refused and why; [`Rule::code`] names it for programs and [`Rule::hint`] says what to do now.

/// A refusal: what happened (`Display`), its stable code, and what to do about it.
pub trait Rule: std::error::Error {
    /// A stable name in snake case, unique across the domain. Programs match on this, never on the text.
    fn code(&self) -> &'static str;

    /// One sentence that says what to do now.
    fn hint(&self) -> String;
}
