//! `history.state`: what Ctrl Z and Ctrl Shift Z would do.

use uuid::Uuid;

use crate::context::View;
use crate::error::Result;
use crate::wire::responses;
use crate::workspace::Nothing;

responses! {
    /// What can be turned back and forth.
    pub struct UndoState {
        /// What an undo would take back.
        pub undo: Option<Turn>,
        /// What a redo would bring back.
        pub redo: Option<Turn>,
    }

    /// An action that can be turned.
    pub struct Turn {
        /// The action.
        pub action: Uuid,
        /// What was done.
        pub label: String,
    }
}

pub(crate) fn run(view: &View<'_>, _: Nothing) -> Result<UndoState> {
    let state = view.db.undo_state()?;
    let turn = |done: lineout_store::Done| Turn { action: done.id.as_uuid(), label: done.label };
    Ok(UndoState { undo: state.undo.map(turn), redo: state.redo.map(turn) })
}
