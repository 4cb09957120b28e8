//! The people and sprints that rows name, each once.

use std::collections::HashMap;

use lineout_domain::person;
use lineout_domain::sprint::{self, SprintRule};
use lineout_domain::text::{flatten, fold};

use super::plan::{PlannedPerson, PlannedSprint};

/// The people named so far. An account tells two of one name apart.
#[derive(Default)]
pub(super) struct People {
    list: Vec<PlannedPerson>,
    by_account: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
}

impl People {
    /// The person of this name and account, added when new. `None` for nobody.
    pub fn named(&mut self, name: &str, account: Option<&str>) -> Result<Option<usize>, person::PersonRule> {
        let account = account.map(flatten).filter(|account| !account.is_empty());
        let name = flatten(name);
        if matches!(name.to_lowercase().as_str(), "" | "unassigned" | "none") {
            return Ok(None);
        }
        if let Some(known) = account.as_ref().and_then(|account| self.by_account.get(account)) {
            return Ok(Some(*known));
        }
        let name = person::name(&name)?;
        if let Some(index) = self.by_name.get(&fold(&name)).copied() {
            match (&self.list[index].account, &account) {
                (Some(_), Some(account)) => {
                    // Someone else of the same name; told apart the way the file does.
                    if let Ok(longer) = person::name(&format!("{name} ({account})")) {
                        return Ok(Some(self.add(longer, Some(account.clone()))));
                    }
                }
                (None, Some(account)) => {
                    self.list[index].account = Some(account.clone());
                    self.by_account.insert(account.clone(), index);
                }
                (_, None) => {}
            }
            return Ok(Some(index));
        }
        Ok(Some(self.add(name, account)))
    }

    /// The name of who has this account.
    pub fn name_of(&self, account: &str) -> Option<&str> {
        self.by_account.get(account).map(|index| self.list[*index].name.as_str())
    }

    /// Everyone, in the order they were named.
    pub fn into_list(self) -> Vec<PlannedPerson> {
        self.list
    }

    fn add(&mut self, name: String, account: Option<String>) -> usize {
        let index = self.list.len();
        self.by_name.entry(fold(&name)).or_insert(index);
        if let Some(account) = &account {
            self.by_account.insert(account.clone(), index);
        }
        self.list.push(PlannedPerson { name, account });
        index
    }
}

/// The sprints named so far.
#[derive(Default)]
pub(super) struct Sprints {
    list: Vec<PlannedSprint>,
    by_name: HashMap<String, usize>,
}

impl Sprints {
    /// The sprint of this name, added when new; what the file knows of it is filled in where it was missing.
    pub fn named(&mut self, sprint: PlannedSprint) -> Result<usize, SprintRule> {
        let name = sprint::name(&sprint.name)?;
        let index = *self.by_name.entry(fold(&name)).or_insert(self.list.len());
        match self.list.get_mut(index) {
            None => self.list.push(PlannedSprint { name, ..sprint }),
            Some(known) => {
                known.state = known.state.or(sprint.state);
                known.starts = known.starts.or(sprint.starts);
                known.ends = known.ends.or(sprint.ends);
                known.closed = known.closed.or(sprint.closed);
            }
        }
        Ok(index)
    }

    /// The sprints oldest first, and the new place of each: by start where every one has it, else by name with numbers
    /// compared as numbers, since exports list the newest item first.
    pub fn into_order(self) -> (Vec<PlannedSprint>, Vec<usize>) {
        let dated = self.list.iter().all(|sprint| sprint.starts.is_some());
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        if dated {
            order.sort_by_key(|index| self.list[*index].starts);
        } else {
            order.sort_by_cached_key(|index| natural(&self.list[*index].name));
        }
        let mut places = vec![0; order.len()];
        for (place, index) in order.iter().enumerate() {
            places[*index] = place;
        }
        let mut placed: Vec<(usize, PlannedSprint)> = places.iter().copied().zip(self.list).collect();
        placed.sort_by_key(|(place, _)| *place);
        (placed.into_iter().map(|(_, sprint)| sprint).collect(), places)
    }
}

/// A name as texts and numbers in turn: "Sprint 10" comes after "Sprint 9".
fn natural(name: &str) -> Vec<(u64, String)> {
    let mut parts = Vec::new();
    let mut rest = name.to_lowercase();
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let after = rest.split_off(digits);
        let next = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        parts.push((rest.parse().unwrap_or(u64::MAX), after[..next].to_owned()));
        rest = after[next..].to_owned();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::cells;

    #[test]
    fn an_account_tells_people_apart_and_a_name_finds_them() {
        let mut people = People::default();
        assert_eq!(people.named("Ada Quist", None), Ok(Some(0)));
        assert_eq!(people.named(" ada  quist", Some("a1")), Ok(Some(0)));
        assert_eq!(people.named("Ada Q.", Some("a1")), Ok(Some(0)));
        assert_eq!(people.named("Ada Quist", Some("a2")), Ok(Some(1)));
        assert_eq!(people.named("Ada Quist", Some("a2")), Ok(Some(1)));
        assert_eq!(people.named("Ada Quist", None), Ok(Some(0)));
        assert_eq!(people.named("Unassigned", None), Ok(None));
        assert!(people.named(&"x".repeat(101), None).is_err());
        assert_eq!(people.name_of("a1"), Some("Ada Quist"));
        let names: Vec<_> = people.into_list().into_iter().map(|person| person.name).collect();
        assert_eq!(names, ["Ada Quist", "Ada Quist (a2)"]);
    }

    #[test]
    fn sprints_stand_in_the_order_of_their_numbers() {
        let mut sprints = Sprints::default();
        for name in ["Quay 10", "Quay 9", "quay 10", "Quay 1", "Harbour"] {
            sprints.named(cells::sprint(name)).unwrap();
        }
        let (list, places) = sprints.into_order();
        let names: Vec<_> = list.iter().map(|sprint| sprint.name.as_str()).collect();
        assert_eq!(names, ["Harbour", "Quay 1", "Quay 9", "Quay 10"]);
        assert_eq!(places, [3, 2, 1, 0]);
    }
}
