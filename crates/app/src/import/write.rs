//! Writing a plan into the workspace: what is new is made, what an earlier import made is brought up to date.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use lineout_domain::accountability::Role;
use lineout_domain::board::Category;
use lineout_domain::comment;
use lineout_domain::ids::{EpicId, ItemId, PersonId, ProductId};
use lineout_domain::item::Resolution;
use lineout_domain::rank::{self, Rank};
use lineout_domain::{link as link_rules, product as product_rules};
use lineout_store::Db;
use lineout_store::record::{
    self, AcceptanceCriterion, ItemAssignee, ItemComment, ItemLabel, Member, Record,
};

use super::compare::{Compared, Fate};
use super::past::{self, SprintFate};
use super::plan::{Plan, PlannedComment, PlannedItem};
use super::report::ImportFile;
use crate::context::Act;
use crate::error::Result;
use crate::item::create::{bare, blank};
use crate::item::{edit, epic, link};
use crate::product::create::{CreateProduct, create, key_taken};
use crate::product::{scale, scale_text};
use crate::watch::{Following, Step};

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

impl Target {
    /// The zone in which its days are.
    pub(super) fn zone(&self) -> Tz {
        let name = self.present.as_ref().map(|product| &product.time_zone).or(self.time_zone.as_ref());
        name.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
    }
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

/// The product's scale with the estimates in it that will be written, and which of them are new.
pub(super) fn scale_added(target: &Target, plan: &Plan, compared: &Compared) -> Result<(Vec<f64>, Vec<f64>)> {
    let present = match &target.present {
        Some(product) => scale(product)?,
        None => product_rules::DEFAULT_SCALE.to_vec(),
    };
    let written = plan.items.iter().zip(&compared.fates).filter(|(_, fate)| fate.writes());
    let mut found: Vec<f64> = written.filter_map(|(item, _)| item.estimate).collect();
    found.sort_by(f64::total_cmp);
    found.dedup();
    Ok(product_rules::widen_scale(&present, &found)?)
}

/// Writes the plan.
pub(super) fn write(
    act: &mut Act<'_, '_>,
    target: Target,
    plan: &Plan,
    compared: Compared,
    sprints: &[SprintFate],
    following: &mut Following,
) -> Result<Written> {
    let (scale, added) = scale_added(&target, plan, &compared)?;
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
    let people = people(act, product.id, plan, &compared)?;
    let sprints = past::write_sprints(act, &product, plan, sprints)?;
    let mut writing = Writing {
        product: product.id,
        plan,
        people,
        sprints,
        epics: HashMap::new(),
        by_key: HashMap::new(),
        ids: vec![None; plan.items.len()],
        authors: HashMap::new(),
        notes: Vec::new(),
    };
    writing.epics(act, &compared)?;
    writing.items(act, compared, following)?;
    writing.links(act)?;
    past::write_records(act, &product, plan, &writing.sprints, &writing.ids)?;
    Ok(Written { product, notes: writing.notes })
}

/// What writing came to.
pub(super) struct Written {
    /// The product it went to.
    pub(super) product: record::Product,
    /// What only writing could tell.
    pub(super) notes: Vec<String>,
}

/// Which people of the plan stand on something that is written.
pub(super) fn people_written(plan: &Plan, compared: &Compared) -> HashSet<usize> {
    let mut needed = HashSet::new();
    for (item, _) in plan.items.iter().zip(&compared.fates).filter(|(_, fate)| fate.writes()) {
        needed.extend(item.assignees.iter().chain(&item.reporter).copied());
        if plan.format == super::Format::Lineout {
            let named = |name: &str| plan.people.iter().position(|person| person.name == name);
            needed.extend(item.comments.iter().filter_map(|comment| named(&comment.author)));
        }
    }
    needed
}

/// The people of the plan, those missing added; whoever is given work is one of the Developers.
fn people(
    act: &mut Act<'_, '_>,
    product: ProductId,
    plan: &Plan,
    compared: &Compared,
) -> Result<Vec<Option<PersonId>>> {
    let needed = people_written(plan, compared);
    let written = plan.items.iter().zip(&compared.fates).filter(|(_, fate)| fate.writes());
    let assigned: HashSet<usize> = written.flat_map(|(item, _)| item.assignees.iter().copied()).collect();
    let mut people = Vec::with_capacity(plan.people.len());
    for (index, planned) in plan.people.iter().enumerate() {
        let id = match act.db.person_named(&planned.name)? {
            Some(person) => Some(person.id),
            None if needed.contains(&index) => {
                let person = record::Person { id: act.id(), name: planned.name.clone(), removed: false };
                person.insert(act.db)?;
                Some(person.id)
            }
            None => None,
        };
        if let Some(person) = id.filter(|_| assigned.contains(&index))
            && act.db.roles(product, person)?.is_empty()
        {
            Member { id: act.id(), product, person, role: Role::Developer }.insert(act.db)?;
        }
        people.push(id);
    }
    Ok(people)
}

/// What writing the items needs at hand.
struct Writing<'p> {
    product: ProductId,
    plan: &'p Plan,
    people: Vec<Option<PersonId>>,
    sprints: HashMap<usize, past::Joined>,
    epics: HashMap<String, EpicId>,
    /// Items by their key in the file.
    by_key: HashMap<&'p str, ItemId>,
    /// The item of each planned one; none where it was deleted here.
    ids: Vec<Option<ItemId>>,
    /// Who comments are by, by name.
    authors: HashMap<String, Option<PersonId>>,
    notes: Vec<String>,
}

impl<'p> Writing<'p> {
    /// The epics that are needed; those without items only where the file brings anything new.
    fn epics(&mut self, act: &mut Act<'_, '_>, compared: &Compared) -> Result<()> {
        let written = self.plan.items.iter().zip(&compared.fates).filter(|(_, fate)| fate.writes());
        let used: HashSet<&str> = written.filter_map(|(item, _)| item.epic.as_deref()).collect();
        let all = compared.fates.iter().any(|fate| matches!(fate, Fate::New));
        for planned in &self.plan.epics {
            if all || used.contains(planned.name.as_str()) {
                let row = epic::named(act, self.product, &planned.name, planned.hue)?;
                self.epics.insert(planned.name.clone(), row.id);
            }
        }
        Ok(())
    }

    fn items(&mut self, act: &mut Act<'_, '_>, compared: Compared, following: &mut Following) -> Result<()> {
        let plan = self.plan;
        following.begin(Step::Writing, plan.items.len())?;
        let last = act.db.neighbour(self.product, None, true, &HashSet::new())?;
        let ranks = rank::spread(plan.items.len(), last.as_ref(), None);
        let new = plan.items.iter().zip(&compared.fates).filter(|(_, fate)| matches!(fate, Fate::New));
        // Numbers of the file first, so that none of them is given to a row without one.
        if let Some(highest) = new.filter_map(|(item, _)| item.number).max() {
            act.db.reserve_number(self.product, "item", highest)?;
        }
        let fates = compared.fates.into_iter();
        for (index, ((planned, rank), fate)) in plan.items.iter().zip(ranks).zip(fates).enumerate() {
            following.at(index)?;
            let id = match fate {
                Fate::New => Some(self.insert(act, planned, rank)?),
                Fate::Changed(row) => Some(self.update(act, *row, planned)?),
                Fate::Unchanged(id) => Some(id),
                Fate::Deleted => None,
            };
            self.ids[index] = id;
            if let (Some(key), Some(id)) = (&planned.source_key, id) {
                self.by_key.insert(key, id);
            }
        }
        Ok(())
    }

    fn person(&self, index: usize) -> Option<PersonId> {
        self.people.get(index).copied().flatten()
    }

    fn insert(&mut self, act: &mut Act<'_, '_>, planned: &PlannedItem, rank: Rank) -> Result<ItemId> {
        let free = match planned.number {
            Some(number) if act.db.item_numbered(self.product, number)?.is_none() => Some(number),
            _ => None,
        };
        let mut row = match free {
            Some(number) => record::Item { number, ..bare(act, self.product, rank) },
            None => blank(act, self.product, Some(rank))?,
        };
        row.source = planned.source_key.as_ref().map(|_| self.plan.format.word().to_owned());
        row.source_key = planned.source_key.clone();
        row.created_at = planned.created.unwrap_or(act.now);
        row.created_by = planned.reporter.and_then(|index| self.person(index));
        row.item_type = planned.item_type;
        row.title = planned.title.clone();
        row.description = planned.description.clone();
        row.estimate = planned.estimate;
        row.value = planned.value;
        row.epic = planned.epic.as_ref().and_then(|name| self.epics.get(name).copied());
        row.resolution = planned.resolution;
        if planned.resolution.is_some() {
            row.resolved_at = planned.resolved.or_else(|| self.ended_with(planned));
        }
        if planned.resolution == Some(Resolution::Cancelled) {
            row.reason =
                if planned.reason.is_empty() { planned.status.clone() } else { planned.reason.clone() };
        }
        self.join_sprint(act, &mut row, planned)?;
        row.insert(act.db)?;
        let labels = past::sprint_labels(planned, self.plan, &self.sprints);
        for label in planned.labels.iter().chain(&labels) {
            ItemLabel { id: act.id(), item: row.id, label: label.clone() }.insert(act.db)?;
        }
        for person in planned.assignees.iter().filter_map(|index| self.person(*index)).collect::<Vec<_>>() {
            ItemAssignee { id: act.id(), item: row.id, person }.insert(act.db)?;
        }
        self.set_acceptance(act, row.id, planned)?;
        self.add_comments(act, &row, planned)?;
        Ok(row.id)
    }

    /// When an item that ended did, as far as the sprint of the past says in which it did. Else nobody knows: the day of
    /// the import would make a day on which the team finished everything it ever did.
    fn ended_with(&self, planned: &PlannedItem) -> Option<DateTime<Utc>> {
        let joined = planned.sprint.and_then(|index| self.sprints.get(&index))?;
        joined.sprint.ended_at.filter(|_| joined.past)
    }

    /// What the file says of an item wins; its place, its sprint and how it ended are the team's by now.
    fn update(
        &mut self,
        act: &mut Act<'_, '_>,
        mut row: record::Item,
        planned: &PlannedItem,
    ) -> Result<ItemId> {
        let says = self.plan.says;
        row.title = planned.title.clone();
        if says.item_type {
            row.item_type = planned.item_type;
        }
        if says.description {
            row.description = planned.description.clone();
        }
        if says.estimate {
            row.estimate = planned.estimate;
        }
        if says.value {
            row.value = planned.value;
        }
        if says.epic {
            row.epic = planned.epic.as_ref().and_then(|name| self.epics.get(name).copied());
        }
        row.save(act.db)?;
        if says.labels {
            let names = past::label_names(self.plan);
            let mut labels = planned.labels.clone();
            for row in act.db.labels(row.id)? {
                if names.contains(&row.label) && !labels.contains(&row.label) {
                    labels.push(row.label);
                }
            }
            edit::set_labels(act, row.id, &labels)?;
        }
        let people: Vec<_> = planned.assignees.iter().filter_map(|index| self.person(*index)).collect();
        if !people.is_empty() {
            edit::set_assignees(act, row.id, &people.iter().map(PersonId::as_uuid).collect::<Vec<_>>())?;
        }
        if says.acceptance {
            self.set_acceptance(act, row.id, planned)?;
        }
        self.add_comments(act, &row, planned)?;
        Ok(row.id)
    }

    /// The checklist as the file has it. A criterion that stays keeps its row, and what was ticked here stays ticked
    /// where the file does not say.
    fn set_acceptance(&self, act: &mut Act<'_, '_>, item: ItemId, planned: &PlannedItem) -> Result<()> {
        let mut present = act.db.acceptance(item)?;
        let same_order = present.len() == planned.acceptance.len()
            && present.iter().zip(&planned.acceptance).all(|(row, criterion)| row.text == criterion.text);
        let ranks = rank::spread(planned.acceptance.len(), None, None);
        for (criterion, rank) in planned.acceptance.iter().zip(ranks) {
            match present.iter().position(|row| row.text == criterion.text) {
                Some(at) => {
                    let mut row = present.remove(at);
                    row.met = criterion.met.unwrap_or(row.met);
                    if !same_order {
                        row.rank = rank;
                    }
                    row.save(act.db)?;
                }
                None => {
                    let (id, met) = (act.id(), criterion.met.unwrap_or(false));
                    AcceptanceCriterion { id, item, rank, text: criterion.text.clone(), met }
                        .insert(act.db)?;
                }
            }
        }
        for row in present {
            row.delete(act.db)?;
        }
        Ok(())
    }

    /// The comments that are not there yet. None is ever taken away.
    fn add_comments(
        &mut self,
        act: &mut Act<'_, '_>,
        item: &record::Item,
        planned: &PlannedItem,
    ) -> Result<()> {
        if planned.comments.is_empty() {
            return Ok(());
        }
        let present: HashSet<String> = act.db.comments(item.id)?.into_iter().map(|row| row.text).collect();
        for one in planned.comments.iter().filter(|one| !is_there(&present, one)) {
            let author = match self.authors.get(&one.author) {
                Some(known) => *known,
                None if one.author.is_empty() => None,
                None => {
                    let found = act.db.person_named(&one.author)?.map(|person| person.id);
                    self.authors.insert(one.author.clone(), found);
                    found
                }
            };
            let text = if author.is_some() { one.text.clone() } else { signed(one) };
            let written_at = one.at.or(planned.created).unwrap_or(act.now);
            let edited_at = one.edited;
            ItemComment { id: act.id(), item: item.id, author, written_at, edited_at, text }
                .insert(act.db)?;
        }
        Ok(())
    }

    /// What items are to each other, once all of them are there.
    fn links(&mut self, act: &mut Act<'_, '_>) -> Result<()> {
        let mut outside = 0;
        for (planned, id) in self.plan.items.iter().zip(&self.ids) {
            let Some(source) = *id else { continue };
            for one in &planned.links {
                let Some(target) = self.by_key.get(one.other.as_str()).copied() else {
                    outside += 1;
                    continue;
                };
                let wish = link_rules::link(one.kind, source, target);
                if act.db.link(wish)?.is_some() {
                    continue;
                }
                if let Err(refusal) = link::write(act, wish) {
                    if !refusal.code.starts_with("link_") {
                        return Err(refusal);
                    }
                    self.notes
                        .push(format!("Line {}: a link was left out. {}", planned.line, refusal.message));
                }
            }
        }
        if outside > 0 {
            let links = if outside == 1 { "1 link leads" } else { &format!("{outside} links lead") };
            self.notes.push(format!("{links} to items that are not in the file."));
        }
        Ok(())
    }

    /// An open item goes to the sprint it was in, in the order of the file; one that ended stays in the sprint of the
    /// past in which it did.
    fn join_sprint(&self, act: &Act<'_, '_>, row: &mut record::Item, planned: &PlannedItem) -> Result<()> {
        let Some(joined) = planned.sprint.and_then(|index| self.sprints.get(&index)) else { return Ok(()) };
        let sprint = &joined.sprint;
        if joined.past {
            if !joined.ended_in(planned) {
                return Ok(());
            }
        } else if planned.resolution.is_some() || planned.category == Category::Done {
            return Ok(());
        }
        row.sprint = Some(sprint.id);
        row.board_rank = Some(row.rank.clone());
        if sprint.state == lineout_domain::sprint::State::Active {
            row.board_column = crate::sprint::take::todo_column(act, sprint)?;
        }
        Ok(())
    }
}

/// A comment as it is kept where its author is nobody here: with the name in it.
pub(super) fn signed(one: &PlannedComment) -> String {
    if one.author.is_empty() {
        return one.text.clone();
    }
    let signed = format!("{}:\n\n{}", one.author, one.text);
    comment::text(&signed).unwrap_or_else(|_| one.text.clone())
}

/// Whether a comment is there already, signed or not.
pub(super) fn is_there(present: &HashSet<String>, one: &PlannedComment) -> bool {
    present.contains(&one.text) || present.contains(&signed(one))
}
