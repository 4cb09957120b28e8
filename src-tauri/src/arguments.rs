//! What the shell was started with: `lineout-desktop [--sample | WORKSPACE]`.

use std::ffi::OsString;
use std::path::PathBuf;

/// Which workspace the window opens first.
#[derive(Debug, PartialEq, Eq)]
pub enum Open {
    /// The one that was open when the window was last closed, if any.
    Last,
    /// This file, remembered from then on.
    File(PathBuf),
    /// The sample, for this run only: the person's own workspace stays the remembered one.
    Sample,
}

/// The parsed command line.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// Which workspace opens first.
    pub open: Open,
}

impl Arguments {
    /// Reads the arguments that follow the program's name. The error is a sentence for the terminal.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, String> {
        let mut open = Open::Last;
        for argument in arguments {
            if open != Open::Last {
                return Err("give one workspace file or --sample, not both".into());
            }
            open = match argument.to_str() {
                Some("--sample") => Open::Sample,
                Some(flag) if flag.starts_with('-') => {
                    return Err(format!(
                        "unknown option {flag}; usage: lineout-desktop [--sample | WORKSPACE]"
                    ));
                }
                _ => Open::File(PathBuf::from(argument)),
            };
        }
        Ok(Arguments { open })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Open, String> {
        Arguments::parse(arguments.iter().map(OsString::from)).map(|parsed| parsed.open)
    }

    #[test]
    fn one_workspace_or_the_sample_or_neither() {
        assert_eq!(parse(&[]), Ok(Open::Last));
        assert_eq!(parse(&["team.lineout"]), Ok(Open::File("team.lineout".into())));
        assert_eq!(parse(&["--sample"]), Ok(Open::Sample));
        assert!(parse(&["--sample", "team.lineout"]).is_err());
        assert!(parse(&["--colour"]).is_err());
    }
}
