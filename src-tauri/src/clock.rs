//! The shell's clock, the only place in it that reads the time.
//!
//! Two variables set it for tests. `LINEOUT_NOW` is an RFC 3339 instant from which the clock starts running.
//! `LINEOUT_NOW_FILE` names a file holding such an instant, read again at every call: time stands still until the file
//! is rewritten. The file wins when both are set.

use std::path::PathBuf;
use std::time::Instant;

use chrono::{DateTime, Utc};

const NOW: &str = "LINEOUT_NOW";
const NOW_FILE: &str = "LINEOUT_NOW_FILE";

/// Tells the time.
#[derive(Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Runs at the usual pace from an instant of its own.
    Running {
        /// What the clock showed when it was set going.
        from: DateTime<Utc>,
        /// When, on the machine's steady clock, it was set going.
        since: Instant,
    },
    /// Shows what a file says.
    Stepped {
        /// The file with the instant in it.
        file: PathBuf,
        /// The last instant read from it: what a reader sees while the file is being rewritten.
        last: DateTime<Utc>,
    },
}

impl Clock {
    /// The clock that the environment asks for. The error is a sentence for the terminal.
    pub fn from_environment() -> Result<Clock, String> {
        if let Some(file) = std::env::var_os(NOW_FILE).map(PathBuf::from) {
            let text = std::fs::read_to_string(&file)
                .map_err(|error| format!("{NOW_FILE}: {} cannot be read: {error}", file.display()))?;
            let last = instant(&text).map_err(|reason| format!("{NOW_FILE}: {reason}"))?;
            return Ok(Clock::Stepped { file, last });
        }
        match std::env::var(NOW) {
            Ok(text) => {
                let from = instant(&text).map_err(|reason| format!("{NOW}: {reason}"))?;
                Ok(Clock::Running { from, since: Instant::now() })
            }
            Err(_) => Ok(Clock::System),
        }
    }

    /// The present instant.
    pub fn now(&mut self) -> DateTime<Utc> {
        match self {
            Clock::System => system_now(),
            Clock::Running { from, since } => *from + since.elapsed(),
            Clock::Stepped { file, last } => {
                if let Some(read) = std::fs::read_to_string(file).ok().and_then(|text| instant(&text).ok()) {
                    *last = read;
                }
                *last
            }
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the shell is where time enters; everything below it is handed a Context"
)]
fn system_now() -> DateTime<Utc> {
    Utc::now()
}

fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    let text = text.trim();
    DateTime::parse_from_rfc3339(text)
        .map(|instant| instant.to_utc())
        .map_err(|_| format!("\"{text}\" is not an RFC 3339 instant such as 2026-03-02T09:00:00Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stepped_clock_shows_the_file_and_survives_a_half_written_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("now");
        let start = instant("2026-03-02T09:00:00Z").unwrap();
        let mut clock = Clock::Stepped { file: file.clone(), last: start };

        assert_eq!(clock.now(), start);
        std::fs::write(&file, "2026-03-03T09:00:00+01:00\n").unwrap();
        assert_eq!(clock.now(), instant("2026-03-03T08:00:00Z").unwrap());
        std::fs::write(&file, "2026-03-").unwrap();
        assert_eq!(clock.now(), instant("2026-03-03T08:00:00Z").unwrap());
    }

    #[test]
    fn a_running_clock_goes_on_from_where_it_was_set() {
        let from = instant("2026-03-02T09:00:00Z").unwrap();
        let mut clock = Clock::Running { from, since: Instant::now() };
        let first = clock.now();
        assert!(first >= from && clock.now() >= first);
    }

    #[test]
    fn an_instant_is_refused_with_an_example() {
        assert!(instant("tomorrow").unwrap_err().contains("2026-03-02T09:00:00Z"));
    }
}
