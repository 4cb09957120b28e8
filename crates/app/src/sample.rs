//! The sample workspace.

/// Writes it.
pub fn build_sample(_path: &std::path::Path, _now: chrono::DateTime<chrono::Utc>) -> crate::Result<()> {
    Ok(())
}
