//! The words the story is told in: moments of a sprint, each something one person did.
//!
//! Things are named by handles: `find` is an item, an impediment, an improvement or an increment, whichever the verb
//! speaks of.

use super::dailies::Meeting;
use super::poker::Cards;
use super::reviews::Held;
use super::team::Who;

/// Something written down before it is work.
pub(super) struct Idea {
    /// Its handle in the story.
    pub(super) handle: &'static str,
    /// What kind of work it is.
    pub(super) kind: &'static str,
    /// The epic it belongs to.
    pub(super) epic: &'static str,
    /// Its title.
    pub(super) title: &'static str,
    /// What the Product Owner thinks it is worth.
    pub(super) value: i32,
    /// Its labels.
    pub(super) labels: &'static [&'static str],
    /// Its description.
    pub(super) text: &'static str,
    /// Its acceptance criteria.
    pub(super) accept: &'static [&'static str],
}

/// An impediment.
pub(super) struct Trouble {
    /// Its handle in the story.
    pub(super) handle: &'static str,
    /// Its title.
    pub(super) title: &'static str,
    /// What is known about it.
    pub(super) text: &'static str,
    /// How bad it is.
    pub(super) severity: &'static str,
    /// The items it blocks.
    pub(super) blocks: &'static [&'static str],
    /// Whether the Sprint Goal is in danger.
    pub(super) goal: bool,
}

/// What new items of a kind begin with.
pub(super) struct Pattern {
    /// Its name.
    pub(super) name: &'static str,
    /// What kind of work it is for.
    pub(super) kind: &'static str,
    /// What a title begins with.
    pub(super) title: &'static str,
    /// Its description.
    pub(super) text: &'static str,
    /// Its acceptance criteria.
    pub(super) accept: &'static [&'static str],
    /// Its labels.
    pub(super) labels: &'static [&'static str],
}

/// An entry of the improvement register.
pub(super) struct Try {
    /// Its handle in the story.
    pub(super) handle: &'static str,
    /// What could be better.
    pub(super) opportunity: &'static str,
    /// Why it is worth it.
    pub(super) why: &'static str,
    /// Who sees to it.
    pub(super) owner: Who,
    /// Category, size, timescale, priority.
    pub(super) facets: [&'static str; 4],
    /// What tells whether it works.
    pub(super) kpi: Option<Kpi>,
}

/// What an improvement is measured by.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kpi {
    /// Name, unit, baseline, target, direction.
    ByHand(&'static str, &'static str, f64, f64, &'static str),
    /// A figure of the product, target, direction.
    Sampled(&'static str, f64, &'static str),
}

/// What becomes of an unfinished item.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rest {
    /// To the top of the Product Backlog.
    Top,
    /// Into the next sprint.
    Next,
    /// So many points are Done; the rest is an item of its own, by this handle and title.
    Split(f64, &'static str, &'static str),
}

/// A place in the Product Backlog.
#[derive(Debug, Clone, Copy)]
pub(super) enum Spot {
    /// First.
    Top,
    /// Last.
    Bottom,
    /// Right after another item.
    After(&'static str),
}

/// Something one person did.
pub(super) enum Verb {
    /// Writes an item of the ideas down.
    Idea(&'static str),
    /// Says something about an item.
    Say(&'static str, &'static str),
    /// Finds that the first so many acceptance criteria of an item are met.
    Meet(&'static str, usize),
    /// Links an item to another, which it waits for or relates to.
    Link(&'static str, &'static str, &'static str),
    /// Finds items ready by the whole Definition of Ready.
    Ready(&'static [&'static str]),
    /// Estimates an item.
    Estimate(&'static str, f64),
    /// Plays Planning Poker over an item: its rounds, and the estimate that was accepted after the last.
    Poker(&'static str, &'static [Cards], Option<f64>),
    /// Orders the Product Backlog.
    Order(&'static [&'static str], Spot),
    /// Cancels an item for a reason.
    Cancel(&'static str, &'static str),
    /// Plans this sprint with its goal.
    Plan(&'static str),
    /// Takes items into this sprint.
    Take(&'static [&'static str]),
    /// Gives an item back to the Product Backlog.
    GiveBack(&'static str),
    /// Starts this sprint.
    Start,
    /// Begins work on an item, alone.
    Begin(&'static str),
    /// Joins somebody at work on an item.
    Join(&'static str),
    /// Asks for a review of an item.
    Review(&'static str),
    /// Takes an item back to work.
    Rework(&'static str),
    /// Ticks the first so many criteria of the Definition of Done.
    Tick(&'static str, usize),
    /// Finishes an item with every criterion met.
    Done(&'static str),
    /// Finishes an item but for one criterion, for a reason.
    Waive(&'static str, &'static str, &'static str),
    /// Raises an impediment.
    Raise(&'static Trouble),
    /// Takes note of an impediment.
    Acknowledge(&'static str),
    /// Finds that an impediment is an incident, now.
    Down(&'static str),
    /// Finds that an incident is restored, now.
    Restore(&'static str),
    /// Resolves an impediment.
    Resolve(&'static str, &'static str),
    /// Makes an increment of Done items of this sprint.
    Increment(&'static str, &'static [&'static str]),
    /// Releases the newest usable increment as a version with notes.
    Release(&'static str, &'static str),
    /// Prepares this sprint's Review and invites guests.
    PrepareReview(&'static [&'static str]),
    /// Holds this sprint's Review.
    HoldReview(&'static Held),
    /// Ends this sprint's Review.
    EndReview,
    /// Makes what was said in a Review an item.
    TakeUp(&'static str, Spot),
    /// Closes this sprint with what becomes of unfinished items.
    Close(&'static [(&'static str, Rest)]),
    /// Opens the retrospective of this sprint.
    Retro(&'static str),
    /// Writes a card into the column of this name.
    Card(&'static str, &'static str),
    /// Proposes an improvement without a retrospective.
    Propose(&'static Try),
    /// Agrees on an improvement in the retrospective, from the newest card that holds these words.
    Agree(&'static Try, &'static str),
    /// Moves an improvement on, with the outcome when it settles.
    Set(&'static str, &'static str, &'static str),
    /// Records a value of an improvement that is measured by hand.
    Gauge(&'static str, f64, &'static str),
    /// Carries an improvement on to the next review.
    CarryOn(&'static str),
    /// Makes an improvement an item by the same handle, in an epic.
    ToItem(&'static str, &'static str, Spot),
    /// Closes the retrospective.
    EndRetro,
    /// Revises the Definition of Done.
    Define(&'static [&'static str]),
    /// Agrees on a Definition of Ready.
    DefineReady(&'static [&'static str]),
    /// Saves a view of the items with a label.
    View(&'static str, &'static str),
    /// Limits the work in a column.
    Limit(&'static str, i32),
    /// Measures the Product Goal: name, unit, baseline and target.
    Measure(&'static str, &'static str, f64, f64),
    /// Records a value on the way to the Product Goal.
    Record(f64, &'static str),
    /// Says how many hours a day one has for the product.
    Focus(f64),
    /// Is off from one working day of this sprint to another, for a reason.
    Off(i64, i64, &'static str),
    /// Adds a task to an item: title, hours, and who takes it on.
    Task(&'static str, &'static str, f64, Who),
    /// Says how many hours are left of a task.
    Left(&'static str, &'static str, f64),
    /// Begins a task of an item.
    BeginTask(&'static str, &'static str),
    /// Finishes a task of an item.
    EndTask(&'static str, &'static str),
    /// Keeps a list of tasks, each with its hours.
    TaskList(&'static str, &'static [(&'static str, f64)]),
    /// Holds a Daily Scrum.
    Daily(&'static Meeting),
    /// Adds a template for new items.
    Template(&'static Pattern),
}

/// A moment: the working day of the sprint (0 and below lie before it), the time on the team's clocks, who, what.
pub(super) struct Moment {
    /// From 1, the sprint's first day.
    pub(super) day: i64,
    /// `HH:MM`.
    pub(super) time: &'static str,
    /// Who did it.
    pub(super) who: Who,
    /// What was done.
    pub(super) verb: Verb,
}

/// A moment.
pub(super) const fn at(day: i64, time: &'static str, who: Who, verb: Verb) -> Moment {
    Moment { day, time, who, verb }
}
