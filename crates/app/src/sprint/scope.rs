//! Changes of what is in a sprint, told apart from planning it.

use lineout_domain::accountability::Operation;
use lineout_domain::sprint as rules;
use lineout_store::record::{self as rows, Record};

use crate::context::Act;
use crate::error::Result;

/// Checks that items may leave, or be altered in, the sprints they are in, and says so to the accountability.
pub(crate) fn changing(act: &mut Act<'_, '_>, items: &[rows::Item]) -> Result<()> {
    let mut asked = false;
    for item in items {
        let Some(sprint) = item.sprint else { continue };
        let sprint = rows::Sprint::get(act.db, sprint)?;
        // A finished item of an ended sprint is the record's business no more: it may go.
        if item.resolution.is_none() {
            rules::can_give_back(sprint.state)?;
        }
        if sprint.state == rules::State::Active && !asked {
            act.answer_for(item.product, Operation::ChangeSprintBacklog)?;
            asked = true;
        }
    }
    Ok(())
}
