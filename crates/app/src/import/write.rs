//! Writing a plan into the workspace: what is new is made, what an earlier import made is brought up to date.

use std::collections::{HashMap, HashSet};

use lineout_domain::accountability::Role;
use lineout_domain::board::Category;
use lineout_domain::ids::{EpicId, PersonId, ProductId};
use lineout_domain::item::Resolution;
use lineout_domain::rank::{self, Rank};
use lineout_domain::{product as product_rules, sprint as sprint_rules};
use lineout_store::Db;
use lineout_store::record::{self, ItemAssignee, ItemLabel, Member, Record};

use super::Format;
use super::plan::{Plan, PlannedItem, SprintState};
use super::run::ImportFile;
use crate::context::Act;
use crate::error::Result;
use crate::item::create::{bare, blank};
use crate::item::{edit, epic};
use crate::product::create::{CreateProduct, create, key_taken};
use crate::product::{scale, scale_text};
use crate::sprint::create as sprint_create;

/// What the plan calls a column that the workspace has no place for yet.
pub(super) const NOT_KEPT: &str = "comments";

/// The product an import goes to.
pub(super) struct Target {
    /// Its key.
    pub(super) key: String,
    /// Its name.
    pub(super) name: String,
    /// Its time zone, when it is to be created and one was asked for.
    pub(super) time_zone: Option<String>,
    /// The product, when it is there already.
    pub(super) present: Option<record::Product>,
}

/// Where the file goes: the product asked for, or the one the file names.
pub(super) fn target(db: &Db<'_>, request: &ImportFile, plan: &Plan) -> Result<Target> {
    let wish = request.new_product.as_ref();
    let key = match wish.map_or(request.product.as_ref(), |wish| wish.key.as_ref()) {
        Some(key) => product_rules::key(key)?,
        None => plan.product_key.clone(),
    };
    let present = db.product_by_key(&key)?;
    if let (Some(_), Some(product)) = (wish, &present) {
        return Err(key_taken(&key, &product.name));
    }
    let name = match (&present, wish.and_then(|wish| wish.name.as_ref())) {
        (Some(product), _) => product.name.clone(),
        (None, Some(name)) => product_rules::name(name)?,
        (None, None) => plan.product_name.clone(),
    };
    let time_zone = wish.and_then(|wish| wish.time_zone.as_deref());
    let time_zone = time_zone.map(product_rules::time_zone).transpose()?.map(|zone| zone.name().to_owned());
    Ok(Target { key, name, time_zone, present })
}

/// The item that an earlier import of the same row made.
pub(super) fn present(
    db: &Db<'_>,
    target: &Target,
    format: Format,
    item: &PlannedItem,
) -> Result<Option<record::Item>> {
    let (Some(product), Some(key)) = (&target.present, &item.source_key) else { return Ok(None) };
    Ok(db.item_imported(product.id, source(format), key)?)
}

/// The product's scale with the file's estimates in it, and which of them are new.
pub(super) fn scale_added(target: &Target, plan: &Plan) -> Result<(Vec<f64>, Vec<f64>)> {
    let present = match &target.present {
        Some(product) => scale(product)?,
        None => product_rules::DEFAULT_SCALE.to_vec(),
    };
    let mut found: Vec<f64> = plan.items.iter().filter_map(|item| item.estimate).collect();
    found.sort_by(f64::total_cmp);
    found.dedup();
    Ok(product_rules::widen_scale(&present, &found)?)
}

/// Sprints of the plan that are not over, hold open items, and that the product does not have yet.
pub(super) fn sprints_to_plan(db: &Db<'_>, target: &Target, plan: &Plan) -> Result<Vec<usize>> {
    let present = match &target.present {
        Some(product) => db.sprints(product.id)?,
        None => Vec::new(),
    };
    let mut wanted = Vec::new();
    for (index, sprint) in plan.sprints.iter().enumerate() {
        let open = plan.items.iter().any(|item| item.sprint == Some(index) && item.resolution.is_none());
        let known = present.iter().any(|other| other.name == sprint.name);
        if open && !known && sprint.state != Some(SprintState::Closed) {
            wanted.push(index);
        }
    }
    Ok(wanted)
}

fn source(format: Format) -> &'static str {
    match format {
        Format::Jira => "jira",
        Format::Csv => "csv",
    }
}

/// Writes the plan.
pub(super) fn write(act: &mut Act<'_, '_>, request: &ImportFile, plan: &Plan) -> Result<record::Product> {
    let target = target(act.db, request, plan)?;
    let (scale, added) = scale_added(&target, plan)?;
    let product = match target.present.clone() {
        None => {
            let wish = CreateProduct {
                key: target.key.clone(),
                name: target.name.clone(),
                estimate_scale: Some(scale),
                time_zone: target.time_zone.clone(),
                ..CreateProduct::default()
            };
            create(act, wish)?
        }
        Some(mut product) => {
            if !added.is_empty() {
                product.estimate_scale = scale_text(&scale);
                product.save(act.db)?;
            }
            product
        }
    };
    let target = Target { present: Some(product.clone()), ..target };
    let to_plan = sprints_to_plan(act.db, &target, plan)?;
    let people = people(act, product.id, plan)?;
    let sprints = sprints(act, &product, plan, &to_plan)?;
    let mut writing =
        Writing { product: product.id, format: plan.format, people, sprints, epics: HashMap::new() };
    for planned in &plan.epics {
        let row = epic::named(act, product.id, &planned.name, None)?;
        writing.epics.insert(planned.name.clone(), row.id);
    }
    writing.items(act, &target, plan)?;
    Ok(product)
}

/// The people of the plan, those missing added; whoever is given work is one of the Developers.
fn people(act: &mut Act<'_, '_>, product: ProductId, plan: &Plan) -> Result<Vec<PersonId>> {
    let assigned: HashSet<usize> = plan.items.iter().filter_map(|item| item.assignee).collect();
    let mut people = Vec::with_capacity(plan.people.len());
    for (index, planned) in plan.people.iter().enumerate() {
        let id = match act.db.person_named(&planned.name)? {
            Some(person) => person.id,
            None => {
                let person = record::Person { id: act.id(), name: planned.name.clone(), removed: false };
                person.insert(act.db)?;
                person.id
            }
        };
        if assigned.contains(&index) && act.db.roles(product, id)?.is_empty() {
            Member { id: act.id(), product, person: id, role: Role::Developer }.insert(act.db)?;
        }
        people.push(id);
    }
    Ok(people)
}

/// The sprints of the plan that open items go to: those there already by name, the others planned now, in the dates of
/// the file where no other sprint takes them.
fn sprints(
    act: &mut Act<'_, '_>,
    product: &record::Product,
    plan: &Plan,
    to_plan: &[usize],
) -> Result<HashMap<usize, record::Sprint>> {
    let mut sprints = HashMap::new();
    for (index, planned) in plan.sprints.iter().enumerate() {
        let present = act.db.sprints(product.id)?.into_iter().find(|sprint| sprint.name == planned.name);
        if let Some(sprint) = present {
            if sprint_rules::can_take(sprint.state).is_ok() {
                sprints.insert(index, sprint);
            }
            continue;
        }
        if !to_plan.contains(&index) {
            continue;
        }
        let days = planned.starts.zip(planned.ends).map(|(from, to)| (from.date_naive(), to.date_naive()));
        let others = crate::sprint::occupied(act.db, product, None)?;
        let days = days.filter(|(from, to)| sprint_rules::check_dates(*from, *to, &others).is_ok());
        let goal = sprint_rules::goal(&planned.goal).unwrap_or_default();
        let (from, to) = days.unzip();
        let mut sprint = sprint_create::plan(act, product, Some(&goal), from, to)?;
        sprint.name = sprint_rules::name(&planned.name).unwrap_or(sprint.name);
        sprint.save(act.db)?;
        sprints.insert(index, sprint);
    }
    Ok(sprints)
}

/// What writing the items needs at hand.
struct Writing {
    product: ProductId,
    format: Format,
    people: Vec<PersonId>,
    sprints: HashMap<usize, record::Sprint>,
    epics: HashMap<String, EpicId>,
}

impl Writing {
    fn items(&mut self, act: &mut Act<'_, '_>, target: &Target, plan: &Plan) -> Result<()> {
        let last = act.db.neighbour(self.product, None, true, &HashSet::new())?;
        let ranks = rank::spread(plan.items.len(), last.as_ref(), None);
        // Numbers of the file first, so that none of them is given to a row without one.
        let highest = plan.items.iter().filter_map(|item| item.number).max();
        if let Some(highest) = highest {
            act.db.reserve_number(self.product, "item", highest)?;
        }
        for (planned, rank) in plan.items.iter().zip(ranks) {
            match present(act.db, target, self.format, planned)? {
                Some(row) => self.update(act, row, planned)?,
                None => self.insert(act, planned, rank)?,
            }
        }
        Ok(())
    }

    fn insert(&mut self, act: &mut Act<'_, '_>, planned: &PlannedItem, rank: Rank) -> Result<()> {
        let free = match planned.number {
            Some(number) if act.db.item_numbered(self.product, number)?.is_none() => Some(number),
            _ => None,
        };
        let mut row = match free {
            Some(number) => record::Item { number, ..bare(act, self.product, rank) },
            None => blank(act, self.product, Some(rank))?,
        };
        row.source = planned.source_key.as_ref().map(|_| source(self.format).to_owned());
        row.source_key = planned.source_key.clone();
        row.created_at = planned.created.unwrap_or(act.now);
        row.created_by = planned.reporter.map(|index| self.people[index]);
        self.describe(&mut row, planned);
        row.resolution = planned.resolution;
        if planned.resolution.is_some() {
            row.resolved_at = Some(planned.resolved.unwrap_or(act.now));
        }
        if planned.resolution == Some(Resolution::Cancelled) {
            row.reason = planned.status.clone();
        }
        self.join_sprint(act, &mut row, planned)?;
        row.insert(act.db)?;
        for label in &planned.labels {
            ItemLabel { id: act.id(), item: row.id, label: label.clone() }.insert(act.db)?;
        }
        if let Some(person) = planned.assignee.map(|index| self.people[index]) {
            ItemAssignee { id: act.id(), item: row.id, person }.insert(act.db)?;
        }
        Ok(())
    }

    /// What the file says of an item wins; its place, its sprint and how it ended are the team's by now.
    fn update(&mut self, act: &mut Act<'_, '_>, mut row: record::Item, planned: &PlannedItem) -> Result<()> {
        self.describe(&mut row, planned);
        row.save(act.db)?;
        edit::set_labels(act, row.id, &planned.labels)?;
        if let Some(person) = planned.assignee.map(|index| self.people[index]) {
            edit::set_assignees(act, row.id, &[person.as_uuid()])?;
        }
        Ok(())
    }

    fn describe(&self, row: &mut record::Item, planned: &PlannedItem) {
        row.item_type = planned.item_type;
        row.title = planned.title.clone();
        row.description = planned.description.clone();
        row.estimate = planned.estimate;
        row.epic = planned.epic.as_ref().and_then(|name| self.epics.get(name).copied());
    }

    /// An open item goes to the sprint it was in, in the order of the file.
    fn join_sprint(
        &mut self,
        act: &Act<'_, '_>,
        row: &mut record::Item,
        planned: &PlannedItem,
    ) -> Result<()> {
        let sprint =
            planned.sprint.filter(|_| planned.resolution.is_none() && planned.category != Category::Done);
        let Some(sprint) = sprint.and_then(|index| self.sprints.get(&index)) else { return Ok(()) };
        row.sprint = Some(sprint.id);
        row.board_rank = Some(row.rank.clone());
        if sprint.state == sprint_rules::State::Active {
            row.board_column = crate::sprint::take::todo_column(act, sprint)?;
        }
        Ok(())
    }
}
