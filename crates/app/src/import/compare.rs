//! What an import will do to each row: make an item, change one, or leave it as it is.

use std::collections::{HashMap, HashSet};

use lineout_domain::ids::{ItemId, PersonId, ProductId};
use lineout_store::Db;
use lineout_store::record::{self, Record};

use super::past;
use super::plan::{Plan, PlannedItem};
use super::write::{Target, is_there};
use super::{Format, own};
use crate::error::Result;
use crate::watch::{Following, Step};
use crate::wire::count;

/// Items looked at together.
const TOGETHER: usize = 500;

/// What becomes of a row.
pub(super) enum Fate {
    /// It is an item that is not there yet.
    New,
    /// It says something else than the item that is there.
    Changed(Box<record::Item>),
    /// It says what is there.
    Unchanged(ItemId),
    /// Its item was deleted here and stays so.
    Deleted,
}

impl Fate {
    /// Whether anything is written for it.
    pub(super) fn writes(&self) -> bool {
        matches!(self, Self::New | Self::Changed(_))
    }
}

/// What becomes of each row.
pub(super) struct Compared {
    /// In the order of the plan's items.
    pub(super) fates: Vec<Fate>,
}

impl Compared {
    /// How many rows have a fate.
    pub(super) fn count(&self, of: impl Fn(&Fate) -> bool) -> u32 {
        count(self.fates.iter().filter(|fate| of(fate)).count())
    }
}

/// Compares a plan with what is there.
pub(super) fn compare(
    db: &Db<'_>,
    target: &Target,
    plan: &Plan,
    following: &mut Following,
) -> Result<Compared> {
    following.begin(Step::Comparing, plan.items.len())?;
    let Some(product) = &target.present else {
        return Ok(Compared { fates: plan.items.iter().map(|_| Fate::New).collect() });
    };
    let source = plan.format.word();
    let mut known = db.items_imported(product.id, source)?;
    if plan.format == Format::Lineout {
        known.extend(its_own(db, product.id, plan)?);
    }
    let deleted = db.keys_deleted(product.id, source)?;
    let looking =
        Looking { db, plan, sprint_labels: past::label_names(plan), people: HashMap::new(), by_key: &known };
    looking.all(&known, &deleted, following)
}

/// Items of this very product that a file written here names.
fn its_own(db: &Db<'_>, product: ProductId, plan: &Plan) -> Result<HashMap<String, ItemId>> {
    let mut found = HashMap::new();
    let keys: Vec<(&String, ItemId)> = plan
        .items
        .iter()
        .filter_map(|item| item.source_key.as_ref())
        .filter_map(|key| Some((key, key.parse().ok()?)))
        .collect();
    for chunk in keys.chunks(TOGETHER) {
        let ids: Vec<ItemId> = chunk.iter().map(|(_, id)| *id).collect();
        let here: HashSet<ItemId> =
            db.items(&ids)?.into_iter().filter(|item| item.product == product).map(|item| item.id).collect();
        let ours = chunk.iter().filter(|(_, id)| here.contains(id));
        found.extend(ours.map(|(key, id)| ((*key).clone(), *id)));
    }
    Ok(found)
}

struct Looking<'a> {
    db: &'a Db<'a>,
    plan: &'a Plan,
    sprint_labels: HashSet<String>,
    people: HashMap<PersonId, String>,
    by_key: &'a HashMap<String, ItemId>,
}

/// What stands on an item beside its own row.
struct Beside {
    labels: Vec<String>,
    assignees: Vec<PersonId>,
    epic: Option<String>,
}

impl Looking<'_> {
    fn all(
        mut self,
        known: &HashMap<String, ItemId>,
        deleted: &HashSet<String>,
        following: &mut Following,
    ) -> Result<Compared> {
        let mut fates = Vec::with_capacity(self.plan.items.len());
        for chunk in self.plan.items.chunks(TOGETHER) {
            following.at(fates.len())?;
            let of = |item: &PlannedItem| item.source_key.as_ref().and_then(|key| known.get(key)).copied();
            let ids: Vec<ItemId> = chunk.iter().filter_map(of).collect();
            let mut rows: HashMap<ItemId, record::Item> =
                self.db.items(&ids)?.into_iter().map(|row| (row.id, row)).collect();
            let (mut labels, mut assignees) = (self.db.labels_of(&ids)?, self.db.assignees_of(&ids)?);
            let epics: Vec<_> = rows.values().filter_map(|row| row.epic).collect();
            let epics = self.db.epics_among(&epics)?;
            for item in chunk {
                let Some(row) = of(item).and_then(|id| rows.remove(&id)) else {
                    let gone = item.source_key.as_ref().is_some_and(|key| deleted.contains(key));
                    fates.push(if gone { Fate::Deleted } else { Fate::New });
                    continue;
                };
                let beside = Beside {
                    labels: labels.remove(&row.id).unwrap_or_default(),
                    assignees: assignees.remove(&row.id).unwrap_or_default(),
                    epic: row.epic.and_then(|epic| epics.get(&epic)).map(|epic| epic.name.clone()),
                };
                fates.push(if self.differs(item, &row, &beside)? {
                    Fate::Changed(Box::new(row))
                } else {
                    Fate::Unchanged(row.id)
                });
            }
        }
        Ok(Compared { fates })
    }

    fn differs(&mut self, item: &PlannedItem, row: &record::Item, beside: &Beside) -> Result<bool> {
        let says = self.plan.says;
        let words = item.title != row.title
            || (says.item_type && item.item_type != row.item_type)
            || (says.description && item.description != row.description)
            || (says.estimate && item.estimate != row.estimate)
            || (says.value && item.value != row.value)
            || (says.epic && item.epic != beside.epic);
        Ok(words
            || (says.labels && self.labels_differ(item, beside))
            || self.people_differ(item, beside)?
            || (says.acceptance && self.criteria_differ(item, row)?)
            || self.comments_lack(item, row)?
            || self.links_lack(item, row)?)
    }

    fn labels_differ(&self, item: &PlannedItem, beside: &Beside) -> bool {
        let here: HashSet<&String> = beside
            .labels
            .iter()
            .filter(|label| item.labels.contains(label) || !self.sprint_labels.contains(*label))
            .collect();
        here != item.labels.iter().collect()
    }

    /// Whom the file names is on the item; whether the file names nobody says nothing.
    fn people_differ(&mut self, item: &PlannedItem, beside: &Beside) -> Result<bool> {
        if item.assignees.is_empty() {
            return Ok(false);
        }
        let mut here = HashSet::new();
        for id in &beside.assignees {
            if !self.people.contains_key(id) {
                self.people.insert(*id, record::Person::get(self.db, *id)?.name.to_lowercase());
            }
            here.extend(self.people.get(id).cloned());
        }
        let named = item.assignees.iter().map(|index| self.plan.people[*index].name.to_lowercase());
        Ok(here != named.collect())
    }

    fn criteria_differ(&self, item: &PlannedItem, row: &record::Item) -> Result<bool> {
        let here = self.db.acceptance(row.id)?;
        let same = here.len() == item.acceptance.len()
            && here.iter().zip(&item.acceptance).all(|(here, planned)| {
                here.text == planned.text && planned.met.is_none_or(|met| met == here.met)
            });
        Ok(!same)
    }

    fn comments_lack(&self, item: &PlannedItem, row: &record::Item) -> Result<bool> {
        if item.comments.is_empty() {
            return Ok(false);
        }
        let here: HashSet<String> = self.db.comments(row.id)?.into_iter().map(|row| row.text).collect();
        Ok(item.comments.iter().any(|one| !is_there(&here, one)))
    }

    fn links_lack(&self, item: &PlannedItem, row: &record::Item) -> Result<bool> {
        for one in &item.links {
            let Some(other) = self.by_key.get(&one.other) else { continue };
            if self.db.link(lineout_domain::link::link(one.kind, row.id, *other))?.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What a row is called in a report: its key where people know it by one.
pub(super) fn shown_key(plan: &Plan, target: &str, item: &PlannedItem) -> String {
    match (plan.format, item.number) {
        (Format::Lineout, Some(number)) => format!("{target}-{number}"),
        (Format::Lineout, None) => String::new(),
        _ => own::unguarded(item.source_key.as_deref().unwrap_or_default()).to_owned(),
    }
}
