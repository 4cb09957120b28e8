//! `retro.editTopic`: takes up a topic, ends it, and notes what was said. Anyone may.

use lineout_domain::ids::{RetroId, RetroTopicId};
use lineout_domain::retrospective::{self as rules, Step, Talk, phase};
use lineout_domain::timer::Kind;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Retro, TopicTalk, board};
use crate::context::Act;
use crate::error::Result;
use crate::timer;
use crate::wire::requests;

requests! {
    /// Changes a topic.
    pub struct EditTopic {
        /// Which.
        pub topic: Uuid,
        /// Taking one up ends the one before it.
        pub state: Option<TopicTalk>,
        /// What was said.
        pub notes: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditTopic) -> Result<Retro> {
    let mut row = record::RetroTopic::get(act.db, RetroTopicId::new(request.topic))?;
    let retro = record::Retrospective::get(act.db, row.retro)?;
    phase::check(retro.state, retro.phase, Step::Discuss)?;
    let title = board::title(act.db, &row)?;
    if let Some(notes) = &request.notes {
        row.notes = rules::notes(notes)?;
        act.db.label(format!("Note on “{title}”"));
    }
    if let Some(state) = request.state {
        row.state = state.into();
        act.db.label(match row.state {
            Talk::Now => format!("Talk about “{title}”"),
            Talk::Done => format!("End “{title}”"),
            Talk::Waiting => format!("Put “{title}” off"),
        });
        let others = act.db.retro_topics(retro.id)?.into_iter().filter(|other| other.id != row.id);
        for other in others.filter(|other| row.state == Talk::Now && other.state == Talk::Now) {
            record::RetroTopic { state: Talk::Done, ..other }.save(act.db)?;
        }
    }
    row.save(act.db)?;
    Retro::read(act.db, retro)
}

/// Stops what is timed of a retrospective's topics. Like every timer it is outside the history.
pub(super) fn stop_timers(act: &mut Act<'_, '_>, retro: RetroId) -> Result<()> {
    for topic in act.db.retro_topics(retro)? {
        timer::stop(act, Kind::Retro, &topic.id.to_string())?;
    }
    Ok(())
}
