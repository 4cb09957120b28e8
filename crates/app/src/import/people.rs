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
    /// Names are as they were written here once.
    exact: bool,
}

impl People {
    /// Nobody yet. `exact` for names that are to stay as they are.
    pub fn new(exact: bool) -> Self {
        Self { exact, ..Self::default() }
    }

    /// The person in a cell such as "Ada Quist <ada@example.org>" or "ada.quist@example.org": mail addresses are
    /// accounts, and a name is made of one that stands alone.
    pub fn addressed(&mut self, cell: &str) -> Result<Option<usize>, person::PersonRule> {
        if let Some((name, rest)) = cell.split_once('<')
            && let Some((mail, _)) = rest.split_once('>')
            && !name.trim().is_empty()
        {
            return self.named(name, Some(mail));
        }
        match cell.trim().split_once('@') {
            Some((local, host)) if !local.is_empty() && host.contains('.') && !host.contains(' ') => {
                self.named(&name_of_mail(local), Some(cell.trim()))
            }
            _ => self.named(cell, None),
        }
    }

    /// The person of this name and account, added when new. `None` for nobody.
    pub fn named(&mut self, name: &str, account: Option<&str>) -> Result<Option<usize>, person::PersonRule> {
        let account = account.map(flatten).filter(|account| !account.is_empty());
        let name = if self.exact { name.to_owned() } else { flatten(name) };
        if name.is_empty() || (!self.exact && matches!(name.to_lowercase().as_str(), "unassigned" | "none")) {
            return Ok(None);
        }
        if let Some(known) = account.as_ref().and_then(|account| self.by_account.get(account)) {
            return Ok(Some(*known));
        }
        let name = person::name(&name)?;
        if let Some(index) = self.by_name.get(&self.alike(&name)).copied() {
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

    /// The form in which two names are one person's.
    fn alike(&self, name: &str) -> String {
        if self.exact { name.to_lowercase() } else { fold(name) }
    }

    fn add(&mut self, name: String, account: Option<String>) -> usize {
        let index = self.list.len();
        self.by_name.entry(self.alike(&name)).or_insert(index);
        if let Some(account) = &account {
            self.by_account.insert(account.clone(), index);
        }
        self.list.push(PlannedPerson { name, account });
        index
    }
}

/// "ada.quist" → "Ada Quist".
fn name_of_mail(local: &str) -> String {
    let local = local.split('+').next().unwrap_or(local);
    let words = local.split(['.', '_', '-']).filter(|word| !word.is_empty()).map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The sprints named so far.
#[derive(Default)]
pub(super) struct Sprints {
    list: Vec<PlannedSprint>,
    by_key: HashMap<String, usize>,
}

impl Sprints {
    /// The sprint of this key, added when new; what the file knows of it is filled in where it was missing. One whose
    /// name another has already is called by its key.
    pub fn named(&mut self, sprint: PlannedSprint) -> Result<usize, SprintRule> {
        let key = fold(&sprint.key);
        if let Some(index) = self.by_key.get(&key).copied() {
            let known = &mut self.list[index];
            known.state = known.state.or(sprint.state);
            known.starts = known.starts.or(sprint.starts);
            known.ends = known.ends.or(sprint.ends);
            known.closed = known.closed.or(sprint.closed);
            return Ok(index);
        }
        let taken = |name: &str| self.list.iter().any(|known| fold(&known.name) == fold(name));
        let mut name = sprint::name(&sprint.name)?;
        if taken(&name) {
            name = sprint::name(&flatten(&sprint.key))?;
        }
        self.by_key.insert(key, self.list.len());
        self.list.push(PlannedSprint { name, ..sprint });
        Ok(self.list.len() - 1)
    }

    /// The sprints oldest first, and the new place of each: those with a start by it, the others after them by name with
    /// numbers compared as numbers, since exports list the newest item first.
    pub fn into_order(self) -> (Vec<PlannedSprint>, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by_cached_key(|index| {
            let sprint = &self.list[*index];
            (sprint.starts.is_none(), sprint.starts, natural(&sprint.name))
        });
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
    fn mail_addresses_are_accounts_and_names_are_made_of_them() {
        let mut people = People::default();
        assert_eq!(people.addressed("Ada Quist <ada@example.org>"), Ok(Some(0)));
        assert_eq!(people.addressed("ada@example.org"), Ok(Some(0)));
        assert_eq!(people.addressed("bo.lind+work@example.org"), Ok(Some(1)));
        assert_eq!(people.addressed("Cy Moe"), Ok(Some(2)));
        assert_eq!(people.addressed("null <x@example.org>").map(|found| found.is_some()), Ok(true));
        let names: Vec<_> = people.into_list().into_iter().map(|person| person.name).collect();
        assert_eq!(names, ["Ada Quist", "Bo Lind", "Cy Moe", "null"]);
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
