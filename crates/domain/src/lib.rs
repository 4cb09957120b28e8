//! The rules of Scrum, pure: no I/O, no clock, no randomness, no SQL. Whatever changes from call to call is passed in,
//! so the same arguments always give the same answer.
//!
//! A rule takes what it needs to know and returns what to write, or a refusal: an enum of its noun that implements
//! [`rule::Rule`], with a code for programs, a sentence for people and a hint what to do now. Functions that accept a
//! text or a number return it as it is to be kept (trimmed, rounded).
//!
//! | to find | look in |
//! |---|---|
//! | ids of every noun | [`ids`] |
//! | words that are the same in code, store and wire; what a refusal is | [`word`], [`rule`] |
//! | what any text must satisfy: one visible line, prose, a reason | [`text`] |
//! | item types, estimates, values, labels, epics' names | [`item`] |
//! | acceptance criteria and the Definition of Ready, comments, links | [`checklist`], [`comment`], [`link`] |
//! | what may be attached to an item, under which name, and what a file is by its bytes | [`attachment`] |
//! | one item into several, several into one | [`split`], [`merge`] |
//! | what new items of a kind begin with; lists of tasks | [`template`] |
//! | Planning Poker: cards, outliers, what is proposed | [`poker`] |
//! | the Product Goal: its measure, how far it is, how it ends | [`goal`] |
//! | the order of rows | [`rank`] |
//! | what a search text asks for | [`search`] |
//! | a product's key, goal, scale, rhythm, and what a new one starts with | [`product`] |
//! | a person's name, initials and hue | [`person`] |
//! | roles, guide and strict, who answers for what | [`accountability`] |
//! | the team's days, working days and working time | [`calendar`] |
//! | sprint states, dates, start, and closing with a decision for each item | [`sprint`], [`sprint::close`] |
//! | what a team can do in a sprint: focus hours, days off; an item's tasks | [`capacity`], [`task`] |
//! | the Daily Scrum: order of speakers, plans and what became of them, the vote | [`daily`] |
//! | timers: what is left of a timebox | [`timer`] |
//! | columns, categories, limits on work in progress | [`board`] |
//! | the Definition of Done and the way into a Done column | [`done`] |
//! | increments, impediments, retrospectives, the improvement register | [`increment`], [`impediment`], [`retrospective`], [`improvement`] |
//! | the Sprint Review: invitees, running order, feedback, minutes | [`review`] |
//! | burndown, velocity and say/do, time to resolve and MTTR | [`figures`] |
//!
//! Deliberately not here: wire types (they live in the contract), anything asynchronous, and any call that asks what
//! time it is.

pub mod accountability;
pub mod attachment;
pub mod board;
pub mod calendar;
pub mod capacity;
pub mod checklist;
pub mod comment;
pub mod daily;
pub mod done;
pub mod figures;
pub mod goal;
pub mod ids;
pub mod impediment;
pub mod improvement;
pub mod increment;
pub mod item;
pub mod link;
pub mod merge;
pub mod person;
pub mod poker;
pub mod product;
pub mod rank;
pub mod retrospective;
pub mod review;
pub mod rule;
pub mod search;
pub mod split;
pub mod sprint;
pub mod task;
pub mod template;
pub mod text;
pub mod timer;
pub mod today;
pub mod word;
