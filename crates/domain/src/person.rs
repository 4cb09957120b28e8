//! A person: name, and how the name is shown where there is room for two letters and a colour.

use crate::rule::Rule;
use crate::text::{self, TextFault};

/// Most characters of a name.
pub const NAME_MAX: usize = 100;

/// A refusal of what describes a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PersonRule {
    /// The name is empty, too long, or not one line.
    #[error("The name was not accepted: {0}.")]
    Name(TextFault),
    /// Someone of the workspace has this name already.
    #[error("There is a person named {0} already.")]
    NameTaken(String),
}

impl Rule for PersonRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(_) => "person_name",
            Self::NameTaken(_) => "person_name_taken",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Name(fault) => fault.hint(),
            Self::NameTaken(_) => "Add something that tells the two apart.".into(),
        }
    }
}

/// A person's name: trimmed, one visible line of 1 to [`NAME_MAX`] characters.
pub fn name(text: &str) -> Result<String, PersonRule> {
    text::line(text, NAME_MAX).map_err(PersonRule::Name)
}

/// [`name`], different from the names of `others` in more than case and spacing.
pub fn unique_name<T: AsRef<str>>(text: &str, others: &[T]) -> Result<String, PersonRule> {
    let name = name(text)?;
    let folded = text::fold(&name);
    match others.iter().find(|other| text::fold(other.as_ref()) == folded) {
        Some(other) => Err(PersonRule::NameTaken(other.as_ref().to_owned())),
        None => Ok(name),
    }
}

/// One or two capital letters for an avatar: of the first and the last word, or of the only word. "?" when the name
/// has no letter or digit.
pub fn initials(name: &str) -> String {
    let firsts: Vec<char> = name
        .split(|c: char| c.is_whitespace() || c == '-' || c == '.')
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .collect();
    match firsts.as_slice() {
        [] => "?".into(),
        [only] => only.to_uppercase().collect(),
        [first, .., last] => first.to_uppercase().chain(last.to_uppercase()).collect(),
    }
}

/// The hue of a person's avatar, 0 to 359 degrees: the same for the same name on every machine and in every release.
pub fn hue(name: &str) -> u16 {
    // FNV-1a, written out because the standard library's hasher promises no stability between releases.
    let hash = text::fold(name).bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The low bits of FNV mix poorly, and names are short: multiply once more and take bits from the middle.
    let mixed = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53) >> 23;
    u16::try_from(mixed % 360).expect("BUG: a remainder by 360 fits in 16 bits")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(name(" Amira Haddad ").as_deref(), Ok("Amira Haddad"));
        assert_eq!(name("").unwrap_err().code(), "person_name");
        assert_eq!(unique_name("amira  haddad", &["Amira Haddad"]).unwrap_err().code(), "person_name_taken");
        assert!(unique_name("Amira H", &["Amira Haddad"]).is_ok());
    }

    #[test]
    fn two_letters_stand_for_a_name() {
        for (name, expect) in [
            ("Amira Haddad", "AH"),
            ("jean-luc van den berg", "JB"),
            ("Plato", "P"),
            ("(Óscar) 9", "Ó9"),
            ("🚢", "?"),
            ("", "?"),
        ] {
            assert_eq!(initials(name), expect, "{name:?}");
        }
    }

    #[test]
    fn a_hue_is_stable_and_spread() {
        assert_eq!(hue("Amira Haddad"), hue("amira haddad"));
        let hues: std::collections::BTreeSet<u16> = (0..360).map(|n| hue(&format!("Person {n}"))).collect();
        assert!(hues.iter().all(|hue| *hue < 360));
        // 360 throws into 360 slots hit about 63 % of them.
        assert!(hues.len() > 190, "{}", hues.len());
    }
}
