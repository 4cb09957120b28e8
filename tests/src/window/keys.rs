//! Keys, as the keyboard sends them.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use super::Window;

/// Presses a chord such as `Control+Shift+z`, `ArrowDown` or `x`: modifiers held while the last key is struck.
pub(super) fn chord(window: &Window, chord: &str) {
    // `Control++` is the plus key with Control.
    let (held, struck) = match chord.strip_suffix("++") {
        Some(held) => (held, "+"),
        None => chord.rsplit_once('+').filter(|(_, key)| !key.is_empty()).unwrap_or(("", chord)),
    };
    let held: Vec<char> = held.split('+').filter(|name| !name.is_empty()).map(code).collect();
    let struck = code(struck);

    let mut keys = KeyActions::new("keyboard".into());
    for &value in &held {
        keys = keys.then(KeyAction::Down { value });
    }
    keys = keys.then(KeyAction::Down { value: struck }).then(KeyAction::Up { value: struck });
    for &value in held.iter().rev() {
        keys = keys.then(KeyAction::Up { value });
    }
    window.perform(keys);
}

/// Types text key by key. A line break is Enter.
pub(super) fn text(window: &Window, text: &str) {
    let mut keys = KeyActions::new("keyboard".into());
    for letter in text.chars() {
        let value = if letter == '\n' { char::from(Key::Enter) } else { letter };
        keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
    }
    window.perform(keys);
}

fn code(name: &str) -> char {
    let key = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => return ' ',
        "Tab" => Key::Tab,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("no key is called {name}"),
            };
        }
    };
    char::from(key)
}
