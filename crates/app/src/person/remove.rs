//! `person.remove`: somebody leaves. What they did stays theirs; what they have in hand is handed over in the same action,
//! to somebody else or visibly to nobody. Without saying which, a person with open work is not removed.

use lineout_domain::ids::PersonId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Person;
use super::open_work::Hands;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::edit::check_assignable;
use crate::wire::requests;

requests! {
    /// Removes a person.
    pub struct RemovePerson {
        /// Who.
        pub person: Uuid,
        /// Who gets the open work; needed when there is some.
        pub hand_over: Option<HandOver>,
    }
}

/// Who gets the open work of somebody who leaves.
#[derive(
    Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(tag = "to", rename_all = "camelCase", deny_unknown_fields)]
pub enum HandOver {
    /// One of the others.
    Somebody {
        /// Who.
        person: Uuid,
    },
    /// Nobody yet: it stands without a person until somebody takes it.
    Nobody {},
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: RemovePerson) -> Result<Person> {
    let mut row = record::Person::get(act.db, PersonId::new(request.person))?;
    let hands = Hands::read(act.db, row.id)?;
    let mut label = format!("Remove {}", row.name);
    match &request.hand_over {
        _ if row.removed || hands.is_empty() => {}
        None => {
            return Err(AppError::new(
                "person_has_open_work",
                format!("{} still has {}.", row.name, hands.in_words()),
                "Say who gets it, or that nobody does yet.",
            ));
        }
        Some(HandOver::Somebody { person }) => {
            let heir = record::Person::get(act.db, PersonId::new(*person))?;
            if heir.id == row.id {
                return Err(AppError::new(
                    "person_hand_over_self",
                    format!("{} cannot take over from themselves.", row.name),
                    "Choose somebody else, or nobody.",
                ));
            }
            check_assignable(act.db, heir.id)?;
            label = format!("{label} and hand over to {}", heir.name);
            hands.hand_over(act, row.id, Some(heir.id))?;
        }
        Some(HandOver::Nobody {}) => {
            label = format!("{label} and leave their work to nobody");
            hands.hand_over(act, row.id, None)?;
        }
    }
    row.removed = true;
    row.save(act.db)?;
    for product in act.db.products()? {
        for member in act.db.roles(product.id, row.id)? {
            member.delete(act.db)?;
        }
    }
    act.db.label(label);
    Ok(row.into())
}
