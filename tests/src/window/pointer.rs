//! The mouse, moved as a hand moves it: in steps, so that the page sees a drag and not a jump.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};

use super::{Target, Window};

/// Where on an element something is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Near its upper edge: before it, in a list.
    Top,
    /// On its middle.
    Middle,
    /// Near its lower edge: after it, in a list.
    Bottom,
}

const STEPS: u32 = 12;
const STEP: Duration = Duration::from_millis(16);
/// Held still before the release, for a page that settles where the thing would land.
const SETTLE: Duration = Duration::from_millis(120);

pub(super) fn drag(window: &Window, from: &Target<'_>, to: &Target<'_>, edge: Edge) {
    let start = from.centre();
    let (left, top, width, height) = to.rectangle();
    let along = match edge {
        Edge::Top => 0.2,
        Edge::Middle => 0.5,
        Edge::Bottom => 0.8,
    };
    let end = (left + width / 2.0, top + height * along);

    let mut mouse = mouse()
        .then(PointerAction::MoveTo { duration: None, x: start.0.round(), y: start.1.round() })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
    for step in 1..=STEPS {
        let part = f64::from(step) / f64::from(STEPS);
        mouse = mouse.then(PointerAction::MoveTo {
            duration: Some(STEP),
            x: (start.0 + (end.0 - start.0) * part).round(),
            y: (start.1 + (end.1 - start.1) * part).round(),
        });
    }
    window.perform(
        mouse
            .then(PointerAction::Pause { duration: SETTLE })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT }),
    );
}

pub(super) fn click(window: &Window, at: (f64, f64), times: usize) {
    let mut mouse = mouse().then(PointerAction::MoveTo { duration: None, x: at.0.round(), y: at.1.round() });
    for _ in 0..times {
        mouse = mouse
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    }
    window.perform(mouse);
}

pub(super) fn hover(window: &Window, at: (f64, f64)) {
    window.perform(mouse().then(PointerAction::MoveTo { duration: None, x: at.0.round(), y: at.1.round() }));
}

fn mouse() -> MouseActions {
    MouseActions::new("mouse".into())
}
