//! Words: closed sets of names that are the same on the wire, in the store and in the code.
//!
//! The `words!` macro declares an enum and its words once. Serialisation is the word itself.

use std::fmt;

/// An enum whose every value has one fixed word.
pub trait Word: Copy + Eq + Sized + 'static {
    /// What the set is called in messages, e.g. "item type".
    const KIND: &'static str;
    /// Every value, in declared order.
    const ALL: &'static [Self];

    /// The word of this value.
    fn as_str(self) -> &'static str;

    /// The value with exactly this word; `None` for any other text, a different case included.
    fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.as_str() == word)
    }
}

/// A text that is none of a set's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{word}\" is not a known {kind}; known are {known}")]
pub struct UnknownWord {
    kind: &'static str,
    word: String,
    known: String,
}

impl UnknownWord {
    /// The refusal of `word` as one of `W`'s words. Long texts are cut, so that a message stays a message.
    pub fn of<W: Word>(word: &str) -> Self {
        let known = W::ALL.iter().map(|value| value.as_str()).collect::<Vec<_>>().join(", ");
        Self { kind: W::KIND, word: crate::text::excerpt(word), known }
    }
}

impl crate::rule::Rule for UnknownWord {
    fn code(&self) -> &'static str {
        "unknown_word"
    }

    fn hint(&self) -> String {
        format!("Use one of: {}.", self.known)
    }
}

/// Reads a word while deserialising. Used by `words!`.
pub(crate) struct WordVisitor<W>(pub(crate) std::marker::PhantomData<W>);

impl<W: Word> serde::de::Visitor<'_> for WordVisitor<W> {
    type Value = W;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a word for {}", W::KIND)
    }

    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<W, E> {
        W::parse(word).ok_or_else(|| E::custom(UnknownWord::of::<W>(word)))
    }
}

/// Declares a public enum with its words: `words! { "item type"; /// doc  pub enum ItemType { Fix => "fix" } }`.
macro_rules! words {
    ($kind:literal; $(#[$meta:meta])* pub enum $Name:ident { $($(#[$doc:meta])* $Value:ident => $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name { $($(#[$doc])* $Value),+ }

        impl $Name {
            /// Every value, in declared order.
            pub const ALL: &'static [Self] = &[$(Self::$Value),+];

            /// The word of this value, on the wire and in the store.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$Value => $word),+ }
            }

            /// The value with exactly this word.
            pub fn parse(word: &str) -> Option<Self> {
                <Self as $crate::word::Word>::parse(word)
            }
        }

        impl $crate::word::Word for $Name {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = Self::ALL;

            fn as_str(self) -> &'static str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $Name {
            type Err = $crate::word::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::parse(word).ok_or_else(|| $crate::word::UnknownWord::of::<Self>(word))
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::word::WordVisitor(std::marker::PhantomData))
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use crate::item::ItemType;

    #[test]
    fn a_word_reads_back_and_nothing_else_does() {
        for value in ItemType::ALL {
            assert_eq!(ItemType::parse(value.as_str()), Some(*value));
            let json = serde_json::to_string(value).unwrap();
            assert_eq!(json, format!("\"{}\"", value.as_str()));
            assert_eq!(serde_json::from_str::<ItemType>(&json).unwrap(), *value);
        }
        for other in ["", "Fix", "fix ", "story"] {
            assert_eq!(ItemType::parse(other), None, "{other:?}");
        }
    }

    #[test]
    fn an_unknown_word_names_the_known_ones_and_stays_short() {
        let refusal = "x".repeat(10_000_000).parse::<ItemType>().unwrap_err().to_string();
        assert!(refusal.contains("feature, enhancement, fix"), "{refusal}");
        assert!(refusal.len() < 300, "{}", refusal.len());
    }
}
