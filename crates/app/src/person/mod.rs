//! People of the workspace.

pub mod add;
pub mod edit;
pub mod open_work;
pub mod remove;

pub use add::AddPerson;
pub use edit::EditPerson;
pub use remove::RemovePerson;

use lineout_domain::person::{hue, initials};
use lineout_store::record;
use uuid::Uuid;

use crate::wire::responses;

responses! {
    /// Somebody in the workspace.
    pub struct Person {
        /// Their id.
        pub id: Uuid,
        /// Their name.
        pub name: String,
        /// One or two letters for an avatar.
        pub initials: String,
        /// A colour of their own, 0 to 359.
        pub hue: u16,
        /// They have left; what they did stays.
        pub removed: bool,
    }
}

impl From<record::Person> for Person {
    fn from(row: record::Person) -> Self {
        Self {
            id: row.id.as_uuid(),
            initials: initials(&row.name),
            hue: hue(&row.name),
            name: row.name,
            removed: row.removed,
        }
    }
}
