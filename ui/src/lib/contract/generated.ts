// Generated from the contract by `cargo xtask gen`. Do not edit.

/**
 * Accepts an estimate after a round.
 */
export type AcceptPoker = { 
/**
 * Which round.
 */
round: string, 
/**
 * The estimate; the proposed one when left out.
 */
estimate?: number, };

/**
 * The acceptance criteria of an item.
 */
export type Acceptance = { 
/**
 * In order.
 */
criteria: Array<AcceptanceCriterion>, };

/**
 * One of them.
 */
export type AcceptanceCriterion = { 
/**
 * Its id.
 */
id: string, 
/**
 * What must hold.
 */
text: string, 
/**
 * It is met.
 */
met: boolean, };

/**
 * A committed action, as a toast shows it.
 */
export type ActionNote = { 
/**
 * The action, to undo by.
 */
id: string, 
/**
 * "Move HBR-12 to the top".
 */
label: string, };

/**
 * Adds acceptance criteria to an item.
 */
export type AddAcceptance = { 
/**
 * To which item.
 */
item: string, 
/**
 * One or several, in order.
 */
texts: Array<string>, 
/**
 * Right after this one; last when left out.
 */
after?: string, };

/**
 * Keeps a file with an item. Its bytes come in `content`, or are read from `path`.
 */
export type AddAttachment = { 
/**
 * With which item.
 */
item: string, 
/**
 * Where the file is; it is copied into the workspace and then needed no longer.
 */
path?: string, 
/**
 * What it is called; with a path, the file's own name when left out.
 */
name?: string, 
/**
 * Its bytes, base64.
 */
content?: string, };

/**
 * Writes a card.
 */
export type AddCard = { 
/**
 * To which retrospective.
 */
retro: string, 
/**
 * In which column.
 */
column: string, 
/**
 * What it says.
 */
text: string, };

/**
 * Adds a column at the end of its category.
 */
export type AddColumn = { 
/**
 * To which product's board.
 */
product: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it means.
 */
category: Category, 
/**
 * Most items in it.
 */
wipLimit?: number, };

/**
 * Says something about an item. Anyone may.
 */
export type AddComment = { 
/**
 * About which.
 */
item: string, 
/**
 * Markdown.
 */
text: string, };

/**
 * Says when a person does not work.
 */
export type AddDaysOff = { 
/**
 * Who.
 */
person: string, 
/**
 * The first day.
 */
firstDay: string, 
/**
 * The last day, included; the first when left out.
 */
lastDay?: string, 
/**
 * What they are for.
 */
note?: string, };

/**
 * Writes down what was said.
 */
export type AddFeedback = { 
/**
 * In which Sprint Review.
 */
review: string, 
/**
 * About which point; the whole when left out.
 */
point?: string, 
/**
 * The words, over any number of lines.
 */
text: string, 
/**
 * Who said it.
 */
by?: Speaker, };

/**
 * Adds a day on which nobody works.
 */
export type AddHoliday = { 
/**
 * In which product.
 */
product: string, 
/**
 * The day.
 */
day: string, 
/**
 * What it is.
 */
name: string, };

/**
 * Links two items.
 */
export type AddLink = { 
/**
 * Which item.
 */
item: string, 
/**
 * What it is to the other.
 */
kind: LinkKind, 
/**
 * The other.
 */
other: string, };

/**
 * Adds a person.
 */
export type AddPerson = { 
/**
 * Their name.
 */
name: string, 
/**
 * What they are to a product, from the start.
 */
roles?: RolesIn, };

/**
 * Adds a line to somebody's plan for the day. It may name an item, a task or an impediment.
 */
export type AddPlan = { 
/**
 * In which Daily Scrum.
 */
daily: string, 
/**
 * Whose plan.
 */
person: string, 
/**
 * In words; the title of what it names when left out. Words alone that hold the key of an item of the sprint,
 * or of an open impediment, name that.
 */
text?: string, 
/**
 * An item.
 */
item?: string, 
/**
 * A task.
 */
task?: string, 
/**
 * An impediment.
 */
impediment?: string, };

/**
 * Adds to the end of the running order: Done items, or a free point.
 */
export type AddPoints = { 
/**
 * Of which Sprint Review.
 */
review: string, 
/**
 * Done items of its sprint; all that are not in it yet when neither these nor a title is given.
 */
items?: Array<string>, 
/**
 * What a free point is about.
 */
title?: string, 
/**
 * Who presents it.
 */
presenter?: string, 
/**
 * Minutes, 1 to 480.
 */
timebox?: number, };

/**
 * Adds a task to an item.
 */
export type AddTask = { 
/**
 * To which item.
 */
item: string, 
/**
 * One line.
 */
title: string, 
/**
 * Hours of work, 0 to 999.
 */
hours?: number, 
/**
 * Who does it.
 */
person?: string, 
/**
 * Right after this one; last when left out.
 */
after?: string, };

/**
 * Gives an item the tasks of a list.
 */
export type ApplyTaskTemplate = { 
/**
 * Which list.
 */
template: string, 
/**
 * To which item.
 */
item: string, };

/**
 * Asks what closing a sprint is about.
 */
export type AskClosing = { 
/**
 * Which.
 */
sprint: string, 
/**
 * Who would close it; nobody in particular when left out.
 */
person?: string, };

/**
 * A file that is kept with an item.
 */
export type Attachment = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What its bytes are, whatever its name says.
 */
mediaType: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * It is a picture that `attachment.read` gives to be shown, if it is not too large for that.
 */
picture: boolean, 
/**
 * Who attached it; none when nobody was acting.
 */
addedBy: string | null, 
/**
 * When.
 */
addedAt: string, };

/**
 * Somebody invited to a Sprint Review.
 */
export type Attendee = { 
/**
 * The invitation's id.
 */
id: string, 
/**
 * The person; none of a guest.
 */
person: string | null, 
/**
 * The name.
 */
name: string, 
/**
 * Whether they are there.
 */
present: boolean, };

/**
 * Who is invited to a Sprint Review.
 */
export type Attendees = { 
/**
 * People by name, then guests.
 */
attendees: Array<Attendee>, };

/**
 * When people work, and how much for a product.
 */
export type Availability = { 
/**
 * Everybody who has not been removed, by name.
 */
people: Array<PersonAvailability>, };

/**
 * A part of the Product Backlog, or of what a filter chose.
 */
export type Backlog = { 
/**
 * Rows in all that the filter chose.
 */
total: number, 
/**
 * The sum of their estimates, in points.
 */
points: number, 
/**
 * Those without an estimate.
 */
unestimated: number, 
/**
 * The whole Product Backlog, whatever the filter left out.
 */
whole: BacklogSums, 
/**
 * The rows asked for.
 */
rows: Array<ItemRow>, };

/**
 * How an item was changed.
 */
export type BacklogChangeKind = "added" | "cancelled" | "deleted" | "split" | "reworded" | "moved";

/**
 * Which items. Several values of one kind mean any of them, several kinds mean all of them.
 */
export type BacklogFilter = { 
/**
 * Words of the title, description, key or comments, each at least by its beginning.
 */
text?: string, 
/**
 * Kinds of work.
 */
types?: Array<ItemType>, 
/**
 * Epics; `null` among them means items without one.
 */
epics?: Array<string | null>, 
/**
 * Labels.
 */
labels?: Array<string>, 
/**
 * People on it; `null` among them means nobody is.
 */
assignees?: Array<string | null>, 
/**
 * With an estimate, or without.
 */
estimated?: boolean, 
/**
 * An open impediment blocks it, or none does.
 */
blocked?: boolean, 
/**
 * An open item blocks it, or none does.
 */
waiting?: boolean, 
/**
 * It meets the whole Definition of Ready, or does not; where there is none, neither.
 */
ready?: boolean, 
/**
 * Where to look; the Product Backlog when left out.
 */
scope?: BacklogScope, };

/**
 * Where the next sprints are likely to end.
 */
export type BacklogForecast = { 
/**
 * What it rests on.
 */
basis: ForecastBasis, 
/**
 * The active sprint and those to come; none when the history is too thin.
 */
sprints: Array<SprintForecast>, };

/**
 * Asks which items stand where, to select many of them without reading their rows.
 */
export type BacklogIds = { 
/**
 * Of which product.
 */
product: string, 
/**
 * Rows to skip; none when left out.
 */
offset?: number, 
/**
 * Rows to name, 10,000 at most; as many as that when left out.
 */
limit?: number, 
/**
 * Which items; all of the Product Backlog when left out.
 */
filter?: BacklogFilter, 
/**
 * In which order; that of the Product Backlog when left out.
 */
sort?: BacklogSort, };

/**
 * One of them.
 */
export type BacklogName = { 
/**
 * The item.
 */
id: string, 
/**
 * Points.
 */
estimate: number | null, };

/**
 * Items of the Product Backlog by id alone.
 */
export type BacklogNames = { 
/**
 * In their order.
 */
items: Array<BacklogName>, 
/**
 * Rows in all that the filter chose.
 */
total: number, };

/**
 * One change of the Product Backlog.
 */
export type BacklogOutcome = { 
/**
 * The action, to undo it by.
 */
action: string, 
/**
 * When.
 */
at: string, 
/**
 * Who was acting.
 */
person: string | null, 
/**
 * What, in words: "Move HBR-12 to the top".
 */
label: string, 
/**
 * What it comes to.
 */
kind: BacklogChangeKind, 
/**
 * The first of the items it was about.
 */
items: Array<OutcomeItem>, };

/**
 * Where to look for items.
 */
export type BacklogScope = { "in": "backlog", } | { "in": "sprint", 
/**
 * That sprint.
 */
sprint: string, } | { "in": "open", } | { "in": "done", };

/**
 * An order. Items without what they are ordered by come last, whichever way.
 */
export type BacklogSort = { 
/**
 * By what.
 */
by: BacklogSortBy, 
/**
 * The highest or newest first. Left out: as is usual, value, value for effort and creation from the highest or
 * newest on, the others from the first.
 */
descending?: boolean, };

/**
 * What a list is ordered by.
 */
export type BacklogSortBy = "rank" | "value" | "estimate" | "created" | "title" | "valueForEffort";

/**
 * Items in three figures.
 */
export type BacklogSums = { 
/**
 * How many.
 */
items: number, 
/**
 * The sum of their estimates, in points.
 */
points: number, 
/**
 * Those without an estimate.
 */
unestimated: number, };

/**
 * Asks for rows of the Product Backlog.
 */
export type BacklogWindow = { 
/**
 * Of which product.
 */
product: string, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows to give, 500 at most; 0 for the sums alone.
 */
limit: number, 
/**
 * Which items; all of the Product Backlog when left out.
 */
filter?: BacklogFilter, 
/**
 * In which order; that of the Product Backlog when left out.
 */
sort?: BacklogSort, };

/**
 * An impediment that blocks an item.
 */
export type BlockedBy = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Where it is in its life.
 */
state: ImpedimentState, };

/**
 * How long items were blocked in the period; of a sprint, while they were in it.
 */
export type BlockedFigure = { 
/**
 * By the clock, all items added up.
 */
hours: number, 
/**
 * On working days only.
 */
workingHours: number, 
/**
 * The items behind it, the longest first.
 */
items: Array<BlockedItemTime>, 
/**
 * The sprints that have begun, the newest first: how long their items were blocked while in them.
 */
sprints: Array<BlockedSprintTime>, };

/**
 * An item that an impediment blocks.
 */
export type BlockedItem = { 
/**
 * The item.
 */
id: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, };

/**
 * How long an item was blocked.
 */
export type BlockedItemTime = { 
/**
 * The item.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * By the clock.
 */
hours: number, 
/**
 * On working days only.
 */
workingHours: number, 
/**
 * Since when it is blocked without a break; none when it was not at the end of the period.
 */
since: string | null, };

/**
 * An item that is blocked.
 */
export type BlockedNow = { 
/**
 * Since when.
 */
since: string | null, 
/**
 * For how long in all, in hours by the clock.
 */
hours: number, 
/**
 * By what: the title of the impediment that was raised first.
 */
by: string, 
/**
 * Its id.
 */
id: string, 
/**
 * Its key, such as HBR-12.
 */
key: string, 
/**
 * The number in its key.
 */
number: number, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * One line.
 */
title: string, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * Value, unitless.
 */
value: number | null, 
/**
 * Its row in the Product Backlog, from 1; none when it is not in it.
 */
position: number | null, 
/**
 * The epic it belongs to.
 */
epic: Epic | null, 
/**
 * Its labels, by name.
 */
labels: Array<string>, 
/**
 * Who works on it.
 */
assignees: Array<string>, 
/**
 * The sprint it is or was last in.
 */
sprint: string | null, 
/**
 * The column it stands in.
 */
column: string | null, 
/**
 * What that column means.
 */
category: Category | null, 
/**
 * An open impediment blocks it.
 */
blocked: boolean, 
/**
 * An open item blocks it.
 */
waiting: boolean, 
/**
 * It meets the whole Definition of Ready; none when the product has no such definition.
 */
ready: boolean | null, 
/**
 * It met the Definition of Done.
 */
done: boolean, 
/**
 * How it ended; none while it is open.
 */
resolution: Resolution | null, 
/**
 * The item it was split from.
 */
lineage: Lineage | null, 
/**
 * The improvement it came from.
 */
fromImprovement: string | null, 
/**
 * It joined its sprint after the start.
 */
addedAfterStart: boolean, 
/**
 * Since when it stands in its column.
 */
columnSince: string | null, };

/**
 * How long a sprint's items were blocked while in it.
 */
export type BlockedSprintTime = { 
/**
 * The sprint.
 */
sprint: string, 
/**
 * Its name.
 */
name: string, 
/**
 * By the clock, all items added up.
 */
hours: number, 
/**
 * On working days only.
 */
workingHours: number, 
/**
 * How many items were.
 */
items: number, };

/**
 * How long an item was blocked.
 */
export type BlockedTime = { 
/**
 * By the clock, in hours.
 */
hours: number, 
/**
 * On working days only, in hours.
 */
workingHours: number, 
/**
 * Since when it is blocked without a break; none when it is not.
 */
since: string | null, };

/**
 * The board.
 */
export type Board = { 
/**
 * The active sprint; none when none runs.
 */
sprint: Sprint | null, 
/**
 * The columns, left to right.
 */
columns: Array<BoardColumn>, 
/**
 * Its items in the order of the sprint, whatever column they stand in.
 */
order: Array<string>, 
/**
 * What entering Done will ask.
 */
definitionOfDone: DefinitionOfDone, };

/**
 * A column with its cards.
 */
export type BoardColumn = { 
/**
 * The column.
 */
column: Column, 
/**
 * Its cards, top to bottom.
 */
items: Array<Card>, };

/**
 * The remaining estimate of what is in the sprint and not Done, in points. A record keeps it as it was at the
 * close, so a field that came later may be missing there.
 */
export type Burndown = { 
/**
 * The instant it is as of.
 */
asOf: string, 
/**
 * When the sprint was started.
 */
start: string, 
/**
 * 24:00 team time of the last day as it was planned at start.
 */
plannedEnd: string, 
/**
 * When the sprint ended, if it had by then.
 */
end: string | null, 
/**
 * Items that count 0 because nobody estimated them.
 */
unestimated: number, 
/**
 * Which these are.
 */
unestimatedItems: Array<ChartItem>, 
/**
 * Points at start.
 */
committed: number, 
/**
 * Items at start.
 */
committedItems: number, 
/**
 * Points that remain.
 */
remaining: number, 
/**
 * Where the guideline is.
 */
guidelineNow: number, 
/**
 * The same in items.
 */
guidelineItemsNow: number, 
/**
 * The line; a value holds until the next step.
 */
steps: Array<Step>, 
/**
 * Corners of the guideline.
 */
guideline: Array<GuidelinePoint>, 
/**
 * What came, left, was cancelled or was estimated anew after start; not what the close itself did.
 */
scopeChanges: Array<ScopeChange>, 
/**
 * All that moved the line; with what stood at start they add up to what remains.
 */
events: Array<LineEvent>, 
/**
 * The sprint's days as they were at start.
 */
days: Array<ChartDay>, };

/**
 * Cancels items.
 */
export type CancelItems = { 
/**
 * Which.
 */
items: Array<string>, 
/**
 * Why.
 */
reason: string, };

/**
 * Cancels the active sprint.
 */
export type CancelSprint = { 
/**
 * Which.
 */
sprint: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A cancelled item.
 */
export type CancelledItem = { 
/**
 * Why.
 */
reason: string, 
/**
 * Its id.
 */
id: string, 
/**
 * Its key, such as HBR-12.
 */
key: string, 
/**
 * The number in its key.
 */
number: number, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * One line.
 */
title: string, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * Value, unitless.
 */
value: number | null, 
/**
 * Its row in the Product Backlog, from 1; none when it is not in it.
 */
position: number | null, 
/**
 * The epic it belongs to.
 */
epic: Epic | null, 
/**
 * Its labels, by name.
 */
labels: Array<string>, 
/**
 * Who works on it.
 */
assignees: Array<string>, 
/**
 * The sprint it is or was last in.
 */
sprint: string | null, 
/**
 * The column it stands in.
 */
column: string | null, 
/**
 * What that column means.
 */
category: Category | null, 
/**
 * An open impediment blocks it.
 */
blocked: boolean, 
/**
 * An open item blocks it.
 */
waiting: boolean, 
/**
 * It meets the whole Definition of Ready; none when the product has no such definition.
 */
ready: boolean | null, 
/**
 * It met the Definition of Done.
 */
done: boolean, 
/**
 * How it ended; none while it is open.
 */
resolution: Resolution | null, 
/**
 * The item it was split from.
 */
lineage: Lineage | null, 
/**
 * The improvement it came from.
 */
fromImprovement: string | null, 
/**
 * It joined its sprint after the start.
 */
addedAfterStart: boolean, 
/**
 * Since when it stands in its column.
 */
columnSince: string | null, };

/**
 * What can still be done of a running sprint.
 */
export type CapacityLeft = { 
/**
 * Working days left, today included: for a person those on which they work.
 */
days: number, 
/**
 * Hours that can still be done.
 */
hours: number, 
/**
 * Hours of work left beyond that; 0 when it fits.
 */
over: number, };

/**
 * An item on the board.
 */
export type Card = { 
/**
 * The open impediments that block it, newest first.
 */
blockedBy: Array<BlockedBy>, 
/**
 * How long it was blocked so far, and since when it is; none when nothing blocks it now.
 */
blockedTime: BlockedTime | null, 
/**
 * The Definition of Done, and how it stands to it: what is ticked, what was waived by whom and why.
 */
doneCriteria: Array<DoneCriterion>, 
/**
 * Its tasks in figures.
 */
tasks: TaskFigures, 
/**
 * Its tasks, in order.
 */
steps: Array<Task>, 
/**
 * Working days begun since the day it came into its column. What was taken back on the same day does not count
 * as having left.
 */
columnDays: number, 
/**
 * Its id.
 */
id: string, 
/**
 * Its key, such as HBR-12.
 */
key: string, 
/**
 * The number in its key.
 */
number: number, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * One line.
 */
title: string, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * Value, unitless.
 */
value: number | null, 
/**
 * Its row in the Product Backlog, from 1; none when it is not in it.
 */
position: number | null, 
/**
 * The epic it belongs to.
 */
epic: Epic | null, 
/**
 * Its labels, by name.
 */
labels: Array<string>, 
/**
 * Who works on it.
 */
assignees: Array<string>, 
/**
 * The sprint it is or was last in.
 */
sprint: string | null, 
/**
 * The column it stands in.
 */
column: string | null, 
/**
 * What that column means.
 */
category: Category | null, 
/**
 * An open impediment blocks it.
 */
blocked: boolean, 
/**
 * An open item blocks it.
 */
waiting: boolean, 
/**
 * It meets the whole Definition of Ready; none when the product has no such definition.
 */
ready: boolean | null, 
/**
 * It met the Definition of Done.
 */
done: boolean, 
/**
 * How it ended; none while it is open.
 */
resolution: Resolution | null, 
/**
 * The item it was split from.
 */
lineage: Lineage | null, 
/**
 * The improvement it came from.
 */
fromImprovement: string | null, 
/**
 * It joined its sprint after the start.
 */
addedAfterStart: boolean, 
/**
 * Since when it stands in its column.
 */
columnSince: string | null, };

/**
 * Carries an improvement on to the next review.
 */
export type CarryOnImprovement = { 
/**
 * Which.
 */
improvement: string, };

/**
 * Casts the votes of the acting person, all of them at once.
 */
export type CastVotes = { 
/**
 * In which retrospective.
 */
retro: string, 
/**
 * Groups and cards that stand alone, each named once a vote.
 */
votes: Array<string>, };

/**
 * What a workflow column means.
 */
export type Category = "todo" | "inProgress" | "done";

/**
 * One change, with ids turned into names.
 */
export type Change = { 
/**
 * The table.
 */
table: string, 
/**
 * The row's id.
 */
row: string, 
/**
 * What people call the row: HBR-12, a person's name.
 */
what: string, 
/**
 * What the row ties to it, where tying is all the row does: a label, an assignee, a blocked item.
 */
tied: string | null, 
/**
 * The field; none when the row came or went.
 */
field: string | null, 
/**
 * Its value before.
 */
before: string | null, 
/**
 * Its value after.
 */
after: string | null, 
/**
 * `insert`, `update` or `delete`.
 */
op: string, };

/**
 * A day of the chart.
 */
export type ChartDay = { 
/**
 * The day.
 */
day: string, 
/**
 * Whether it was to be worked.
 */
working: boolean, 
/**
 * Its first instant.
 */
start: string, };

/**
 * An item that a chart names.
 */
export type ChartItem = { 
/**
 * The item; it may have been deleted since.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, };

/**
 * Says how the acting person comes.
 */
export type CheckIn = { 
/**
 * To which retrospective.
 */
retro: string, 
/**
 * From 1, the worst, to 5.
 */
mood?: number, 
/**
 * A word.
 */
word?: string, };

/**
 * What the check found.
 */
export type Checked = { 
/**
 * Nothing was found.
 */
ok: boolean, 
/**
 * What was.
 */
findings: Array<Finding>, };

/**
 * What a close would lead to.
 */
export type ClosePreview = { 
/**
 * The first rows of the Product Backlog, and further down those that come back with their neighbours. Where
 * positions are left out, rows are.
 */
backlog: Array<PreviewRow>, 
/**
 * Rows the Product Backlog would have.
 */
backlogItems: number, 
/**
 * The sprint that comes next; none while nothing goes there and none is planned.
 */
next: NextSprint | null, 
/**
 * Its items in order.
 */
nextRows: Array<PreviewRow>, 
/**
 * Their points.
 */
nextPoints: number, };

/**
 * Closes a retrospective.
 */
export type CloseRetro = { 
/**
 * Which.
 */
retro: string, 
/**
 * There is no improvement this time, and that is said.
 */
none?: boolean, 
/**
 * Why there is none.
 */
noneReason?: string, };

/**
 * Closes the active sprint.
 */
export type CloseSprint = { 
/**
 * Which.
 */
sprint: string, 
/**
 * One for each unfinished item, no more and no less.
 */
decisions: Array<Decision>, };

/**
 * What closing a sprint is about.
 */
export type Closing = { 
/**
 * Why this person's close would be refused, whatever is decided; none when it would not.
 */
refusal: Refusal | null, 
/**
 * What is said where this person closes it against guidance; none where nothing is.
 */
against: string | null, 
/**
 * Which working day today is, from 1; none outside the sprint.
 */
dayNumber: number | null, 
/**
 * Working days in all.
 */
workingDays: number, 
/**
 * Working days that are left after today: more than none when it would end early.
 */
earlyDays: number, 
/**
 * Its Review was started and has not ended: it goes on after the close.
 */
reviewRunning: boolean, 
/**
 * Its Daily Scrum is under way: the close ends it.
 */
dailyRunning: boolean, 
/**
 * Items that need a decision, in the order of the board.
 */
unfinished: Array<Card>, 
/**
 * Items that are Done, in the order of the board.
 */
done: Array<DoneItem>, 
/**
 * Items that were cancelled and need none.
 */
cancelled: Array<CancelledItem>, 
/**
 * The increment that Done items will join.
 */
increment: NextIncrement, 
/**
 * The sprint that comes next.
 */
next: NextSprint, 
/**
 * 24:00 team time of the last day as it was planned at start: what became Done later is late.
 */
plannedEnd: string, };

/**
 * A workflow column.
 */
export type Column = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it means.
 */
category: Category, 
/**
 * Most items in it; none for no limit.
 */
wipLimit: number | null, };

/**
 * A column that was not read.
 */
export type ColumnIgnored = { 
/**
 * Its name in the file.
 */
column: string, 
/**
 * Rows with a value.
 */
rows: number, 
/**
 * The beginning of its first value.
 */
sample: string, };

/**
 * What a column is.
 */
export type ColumnMapping = { 
/**
 * Its name in the file. Columns of one name are read alike.
 */
column: string, 
/**
 * What it is read as.
 */
field: ImportField, };

/**
 * A column that was read.
 */
export type ColumnRead = { 
/**
 * Its name in the file.
 */
column: string, 
/**
 * What it was read as, in words.
 */
as: string, 
/**
 * The choice of a mapping that says the same; none for what only the file's own tool has.
 */
field: ImportField | null, 
/**
 * Rows with a value.
 */
rows: number, 
/**
 * The beginning of its first value.
 */
sample: string, };

/**
 * How long cards stay in a column, in working days begun.
 */
export type ColumnStay = { 
/**
 * Which column.
 */
column: string, 
/**
 * 85% of the stays were this long or shorter.
 */
usual: number, 
/**
 * The middle one.
 */
median: number, 
/**
 * How many stays that is taken from.
 */
n: number, };

/**
 * Something said about an item.
 */
export type Comment = { 
/**
 * Its id.
 */
id: string, 
/**
 * Who said it; none when nobody was acting.
 */
author: string | null, 
/**
 * When.
 */
writtenAt: string, 
/**
 * When it was last changed, if it was.
 */
editedAt: string | null, 
/**
 * Markdown, to edit.
 */
text: string, 
/**
 * HTML that is safe to show.
 */
html: string, };

/**
 * Compares two increments of a product.
 */
export type CompareIncrements = { 
/**
 * One.
 */
first: string, 
/**
 * The other.
 */
second: string, };

/**
 * Two increments side by side. An item is in one increment at most, so what each holds the other does not.
 */
export type Compared = { 
/**
 * The one.
 */
first: Increment, 
/**
 * The other.
 */
second: Increment, 
/**
 * What went out after the earlier of the two and up to the later; none while one of them is not released.
 */
between: Shipped | null, };

/**
 * Makes an epic.
 */
export type CreateEpic = { 
/**
 * In which product.
 */
product: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its colour, 0 to 359; one that follows from the name when left out.
 */
hue?: number, };

/**
 * Makes an increment of Done items.
 */
export type CreateIncrement = { 
/**
 * Of which product.
 */
product: string, 
/**
 * The sprint it comes from; when left out, the one that all its items were done in.
 */
sprint?: string, 
/**
 * Its name; one that follows from the sprint when left out.
 */
name?: string, 
/**
 * Done items that are in no other increment.
 */
items: Array<string>, };

/**
 * Adds an item. Anyone may.
 */
export type CreateItem = { 
/**
 * To which product.
 */
product: string, 
/**
 * One line.
 */
title: string, 
/**
 * As the template says when left out, or else a feature.
 */
type?: ItemType, 
/**
 * Markdown; as the template says when left out.
 */
description?: string, 
/**
 * Points, a value of the product's scale.
 */
estimate?: number, 
/**
 * Where; last when left out.
 */
place?: Place, 
/**
 * The template it is made from: it gives its labels and acceptance criteria, and what is left out here.
 */
template?: string, };

/**
 * Creates a product. What is left out starts as is usual.
 */
export type CreateProduct = { 
/**
 * 2 to 10 capital letters and digits; the prefix of its items' keys.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The Product Goal.
 */
goal?: string, 
/**
 * What an item must meet to be Done.
 */
definitionOfDone?: Array<string>, 
/**
 * The usual sprint, 1 to 31 calendar days.
 */
sprintLengthDays?: number, 
/**
 * IANA name; UTC when left out.
 */
timeZone?: string, 
/**
 * `mon` to `sun`.
 */
workingDays?: Array<string>, 
/**
 * Estimates in points, ascending.
 */
estimateScale?: Array<number>, 
/**
 * Whether accountabilities guide or refuse.
 */
accountability?: Mode, 
/**
 * The board, left to right.
 */
columns?: Array<NewColumn>, };

/**
 * Plans a sprint.
 */
export type CreateSprint = { 
/**
 * Of which product.
 */
product: string, 
/**
 * Its name; one that follows from its number when left out.
 */
name?: string, 
/**
 * The Sprint Goal; it may be set later.
 */
goal?: string, 
/**
 * Its first day.
 */
startDay?: string, 
/**
 * Its last day, included.
 */
endDay?: string, };

/**
 * Adds a list of tasks.
 */
export type CreateTaskTemplate = { 
/**
 * To which product.
 */
product: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * In order, 1 to 30.
 */
tasks: Array<TemplateTask>, };

/**
 * Adds a template.
 */
export type CreateTemplate = { 
/**
 * To which product.
 */
product: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What kind of work it is for; a feature when left out.
 */
type?: ItemType, 
/**
 * What a title begins with.
 */
title?: string, 
/**
 * Markdown.
 */
description?: string, 
/**
 * Acceptance criteria, in order.
 */
acceptance?: Array<string>, 
/**
 * Labels.
 */
labels?: Array<string>, };

/**
 * Saves a view.
 */
export type CreateView = { 
/**
 * Of which product.
 */
product: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Which items it shows; all of the Product Backlog when left out.
 */
filter?: BacklogFilter, 
/**
 * In which order; that of the Product Backlog when left out.
 */
sort?: BacklogSort, };

/**
 * Makes a new workspace.
 */
export type CreateWorkspace = { 
/**
 * What the team calls it.
 */
name: string, 
/**
 * Where; the command line gives its own `-w`, the window its default place.
 */
path?: string, };

/**
 * One criterion.
 */
export type Criterion = { 
/**
 * Its id.
 */
id: string, 
/**
 * What must hold.
 */
text: string, };

/**
 * What is open.
 */
export type Current = { 
/**
 * The workspace; none when no file is open.
 */
open: Workspace | null, 
/**
 * What the clock shows that every call is told: a window goes by it.
 */
now: string, };

/**
 * Where the team stands.
 */
export type CurrentPhase = { 
/**
 * The phase that is now.
 */
now: SprintPhase, 
/**
 * The name of the sprint whose phase that is; none while the next is not planned.
 */
sprintName: string | null, 
/**
 * Those that the sprint in view has behind it: the running one, else the next.
 */
behind: Array<SprintPhase>, };

/**
 * The Daily Scrums of a sprint.
 */
export type Dailies = { 
/**
 * By day, newest first.
 */
dailies: Array<DailyRow>, 
/**
 * The days of the sprint so far.
 */
trend: Array<TrendPoint>, };

/**
 * A Daily Scrum.
 */
export type Daily = { 
/**
 * Its id.
 */
id: string, 
/**
 * Of which product.
 */
product: string, 
/**
 * Of which sprint.
 */
sprint: string, 
/**
 * What that is called.
 */
sprintName: string, 
/**
 * What it is for.
 */
goal: string, 
/**
 * The team's day.
 */
day: string, 
/**
 * Why the team would not work on it; none on a working day.
 */
dayOff: string | null, 
/**
 * How it goes round.
 */
round: DailyRound, 
/**
 * When it began.
 */
startedAt: string, 
/**
 * When it ended; none while it goes on, or when nobody ended it.
 */
endedAt: string | null, 
/**
 * It goes on: its day is not over, and nobody ended it.
 */
underWay: boolean, 
/**
 * Plans may be changed: its day is not over, and its sprint runs.
 */
open: boolean, 
/**
 * From when on it looks for what moved.
 */
since: string, 
/**
 * The day of the one before; none for the first of the sprint, which looks back to the start of it.
 */
previousDay: string | null, 
/**
 * Working days since that one on which there was none.
 */
skippedDays: number, 
/**
 * Until when it looks.
 */
until: string, 
/**
 * What the meeting's timer shows as taken, in milliseconds.
 */
clockMs: number, 
/**
 * Who takes part, in the order of speaking.
 */
people: Array<DailyPerson>, 
/**
 * When it walks the board: the items, from the rightmost column to the left.
 */
items: Array<DailyItem>, 
/**
 * Turns in the order they were taken.
 */
turns: Array<DailyTurn>, 
/**
 * What moved and is of nobody who takes part.
 */
others: Array<Moved>, 
/**
 * How sure the team is of the Sprint Goal.
 */
vote: DailyVote, 
/**
 * What a line of a plan can name.
 */
choices: Array<PlanChoice>, };

/**
 * An impediment as a Daily Scrum shows it.
 */
export type DailyImpediment = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its key.
 */
key: string, 
/**
 * One line.
 */
title: string, 
/**
 * The keys of what it blocks.
 */
blocks: Array<string>, 
/**
 * Who takes care of it.
 */
owner: string | null, 
/**
 * When it was raised.
 */
raisedAt: string, 
/**
 * It was raised in this Daily Scrum.
 */
raisedHere: boolean, };

/**
 * An item to speak of.
 */
export type DailyItem = { 
/**
 * The item.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The column it stands in.
 */
column: string | null, 
/**
 * What that means.
 */
category: Category | null, 
/**
 * Who works on it.
 */
assignees: Array<string>, 
/**
 * An impediment blocks it.
 */
blocked: boolean, 
/**
 * What moved of it.
 */
moved: Array<Moved>, 
/**
 * Milliseconds it was spoken of.
 */
spokenMs: number, 
/**
 * It is spoken of now.
 */
speaking: boolean, 
/**
 * It had a turn, or has it.
 */
spoke: boolean, };

/**
 * Somebody who takes part.
 */
export type DailyPerson = { 
/**
 * Who.
 */
person: string, 
/**
 * Their name.
 */
name: string, 
/**
 * Milliseconds they have spoken.
 */
spokenMs: number, 
/**
 * It is their turn.
 */
speaking: boolean, 
/**
 * They had a turn, or have it.
 */
spoke: boolean, 
/**
 * What moved of theirs.
 */
moved: Array<Moved>, 
/**
 * What they had planned the last time, and what became of it.
 */
yesterday: Array<PlanLine>, 
/**
 * What they plan now.
 */
today: Array<PlanLine>, 
/**
 * What is in their way: raised by them, or blocking an item that is theirs.
 */
impediments: Array<DailyImpediment>, 
/**
 * They have voted.
 */
voted: boolean, 
/**
 * Their vote; none while votes are hidden.
 */
confidence: number | null, };

/**
 * Names somebody who takes part, or shall.
 */
export type DailyPersonName = { 
/**
 * In which Daily Scrum.
 */
daily: string, 
/**
 * Who.
 */
person: string, };

/**
 * How a Daily Scrum goes round: person by person, or item by item from the rightmost column to the left.
 */
export type DailyRound = "people" | "board";

/**
 * One of them in short.
 */
export type DailyRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * The team's day.
 */
day: string, 
/**
 * How it went round.
 */
round: DailyRound, 
/**
 * When it began.
 */
startedAt: string, 
/**
 * When it ended.
 */
endedAt: string | null, 
/**
 * It goes on.
 */
underWay: boolean, 
/**
 * Who took part.
 */
people: Array<string>, 
/**
 * Lines planned.
 */
plans: number, 
/**
 * Impediments raised in it.
 */
impediments: number, 
/**
 * Milliseconds it took, pauses left out.
 */
takenMs: number, 
/**
 * Mean of the votes, in tenths; none while they are hidden, or without any.
 */
average: number | null, };

/**
 * A Daily Scrum in words.
 */
export type DailySummary = { 
/**
 * Markdown.
 */
markdown: string, };

/**
 * Today, as far as the Daily Scrum goes.
 */
export type DailyToday = { 
/**
 * The team's day.
 */
day: string, 
/**
 * Why the team would not work on it; none on a working day. A Daily Scrum may be held all the same.
 */
dayOff: string | null, 
/**
 * The sprint that runs; none when none does.
 */
sprint: string | null, 
/**
 * What it is called.
 */
sprintName: string | null, 
/**
 * Today's Daily Scrum; none before it has begun.
 */
daily: string | null, 
/**
 * It goes on.
 */
underWay: boolean, 
/**
 * The day of the last one in this sprint.
 */
previousDay: string | null, 
/**
 * When that began.
 */
previousAt: string | null, 
/**
 * Working days since that one on which there was none.
 */
skippedDays: number, };

/**
 * One turn, in milliseconds of the meeting's timer.
 */
export type DailyTurn = { 
/**
 * Whose; none when it is an item's.
 */
person: string | null, 
/**
 * Of which item.
 */
item: string | null, 
/**
 * From.
 */
fromMs: number, 
/**
 * To; none while it lasts.
 */
toMs: number | null, };

/**
 * How sure the team is of the Sprint Goal.
 */
export type DailyVote = { 
/**
 * How many have voted.
 */
votes: number, 
/**
 * How many take part.
 */
of: number, 
/**
 * Votes are shown.
 */
revealed: boolean, 
/**
 * Their mean, in tenths; none while they are hidden.
 */
average: number | null, 
/**
 * The last one before it that had a vote.
 */
previous: TrendPoint | null, 
/**
 * The days of the sprint so far.
 */
trend: Array<TrendPoint>, };

/**
 * Days on which a person does not work.
 */
export type DaysOff = { 
/**
 * Their id.
 */
id: string, 
/**
 * The first.
 */
firstDay: string, 
/**
 * The last, included.
 */
lastDay: string, 
/**
 * What they are for; may be empty.
 */
note: string, };

/**
 * What becomes of an unfinished item.
 */
export type Decision = { 
/**
 * The item.
 */
item: string, 
/**
 * Where it goes.
 */
outcome: Unfinished, 
/**
 * For a split: points of the part that is done; none of what was estimated when left out.
 */
doneEstimate?: number, 
/**
 * For a split: the title of what remains.
 */
remainderTitle?: string, 
/**
 * For a split: the done part meets the Definition of Done like any Done item.
 */
done?: DoneAnswer, };

/**
 * One version of the Definition of Done.
 */
export type DefinitionOfDone = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its version, from 1.
 */
version: number, 
/**
 * What an item must meet.
 */
criteria: Array<Criterion>, };

/**
 * The Definition of Ready.
 */
export type DefinitionOfReady = { 
/**
 * What an item should meet; none where the product has no such definition.
 */
criteria: Array<Criterion>, 
/**
 * Only ready items are taken into a sprint.
 */
blocks: boolean, };

/**
 * Deletes a card.
 */
export type DeleteCard = { 
/**
 * Which.
 */
card: string, };

/**
 * Deletes an empty column.
 */
export type DeleteColumn = { 
/**
 * Which.
 */
column: string, };

/**
 * Deletes a comment.
 */
export type DeleteComment = { 
/**
 * Which.
 */
comment: string, };

/**
 * Deletes an epic.
 */
export type DeleteEpic = { 
/**
 * Which.
 */
epic: string, };

/**
 * Deletes a value.
 */
export type DeleteImprovementMeasurement = { 
/**
 * Which.
 */
measurement: string, };

/**
 * Deletes items.
 */
export type DeleteItems = { 
/**
 * Which.
 */
items: Array<string>, };

/**
 * Deletes a measurement.
 */
export type DeleteMeasurement = { 
/**
 * Which.
 */
measurement: string, };

/**
 * Deletes a planned sprint.
 */
export type DeleteSprint = { 
/**
 * Which.
 */
sprint: string, };

/**
 * Deletes a template.
 */
export type DeleteTemplate = { 
/**
 * Which.
 */
template: string, };

/**
 * Deletes a saved view.
 */
export type DeleteView = { 
/**
 * Which.
 */
view: string, };

/**
 * What was committed to against what is Done. Points are those of the estimates then.
 */
export type Delivered = { 
/**
 * Items committed to at the start.
 */
committedItems: number, 
/**
 * Their points then.
 */
committedPoints: number, 
/**
 * Those of them that are Done as a whole; one that was split is not.
 */
committedDoneItems: number, 
/**
 * Committed points that are Done: by the estimates at the start, of what was split the done part.
 */
committedDonePoints: number, 
/**
 * All items that are Done, those added after the start included.
 */
doneItems: number, 
/**
 * Their points.
 */
donePoints: number, };

/**
 * Which way a figure should go.
 */
export type Direction = "up" | "down";

/**
 * Done, and nothing more to say.
 */
export type Done = Record<symbol, never>;

/**
 * The answer to the Definition of Done.
 */
export type DoneAnswer = { 
/**
 * Criteria that are met, beside those ticked before.
 */
met: Array<string>, 
/**
 * Criteria let go, each with its reason.
 */
waivers: Array<WaiveCriterion>, };

/**
 * A criterion of the Definition of Done as an item stands to it.
 */
export type DoneCriterion = { 
/**
 * The criterion.
 */
criterion: string, 
/**
 * What must hold.
 */
text: string, 
/**
 * It is met.
 */
met: boolean, 
/**
 * It was let go.
 */
waiver: GivenWaiver | null, };

/**
 * A Done item and its increment.
 */
export type DoneItem = { 
/**
 * The name of the increment it is in, or will join.
 */
increment: string, 
/**
 * It joins that increment by the closing.
 */
joins: boolean, 
/**
 * When it became Done.
 */
doneAt: string | null, 
/**
 * It became Done after the planned end.
 */
late: boolean, 
/**
 * Its id.
 */
id: string, 
/**
 * Its key, such as HBR-12.
 */
key: string, 
/**
 * The number in its key.
 */
number: number, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * One line.
 */
title: string, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * Value, unitless.
 */
value: number | null, 
/**
 * Its row in the Product Backlog, from 1; none when it is not in it.
 */
position: number | null, 
/**
 * The epic it belongs to.
 */
epic: Epic | null, 
/**
 * Its labels, by name.
 */
labels: Array<string>, 
/**
 * Who works on it.
 */
assignees: Array<string>, 
/**
 * The sprint it is or was last in.
 */
sprint: string | null, 
/**
 * The column it stands in.
 */
column: string | null, 
/**
 * What that column means.
 */
category: Category | null, 
/**
 * An open impediment blocks it.
 */
blocked: boolean, 
/**
 * An open item blocks it.
 */
waiting: boolean, 
/**
 * It meets the whole Definition of Ready; none when the product has no such definition.
 */
ready: boolean | null, 
/**
 * It met the Definition of Done.
 */
done: boolean, 
/**
 * How it ended; none while it is open.
 */
resolution: Resolution | null, 
/**
 * The item it was split from.
 */
lineage: Lineage | null, 
/**
 * The improvement it came from.
 */
fromImprovement: string | null, 
/**
 * It joined its sprint after the start.
 */
addedAfterStart: boolean, 
/**
 * Since when it stands in its column.
 */
columnSince: string | null, };

/**
 * Asks for the release notes that a template writes.
 */
export type DraftNotes = { 
/**
 * Of which increment.
 */
increment: string, 
/**
 * The version it will have; the one it has when left out.
 */
version?: string, 
/**
 * The day it will go out. When left out the one it did, or today where a version is named, as in its release.
 */
day?: string, 
/**
 * By which template; the product's when left out.
 */
template?: string, };

/**
 * Release notes that a template writes.
 */
export type DraftedNotes = { 
/**
 * Markdown.
 */
notes: string, 
/**
 * The template that the product uses.
 */
template: string, };

/**
 * Changes what an acceptance criterion says.
 */
export type EditAcceptance = { 
/**
 * Which.
 */
criterion: string, 
/**
 * What must hold.
 */
text: string, };

/**
 * Changes a card.
 */
export type EditCard = { 
/**
 * Which.
 */
card: string, 
/**
 * What it says.
 */
text?: string, 
/**
 * Another column; a card of a group leaves it.
 */
column?: string, };

/**
 * Changes a column.
 */
export type EditColumn = { 
/**
 * Which.
 */
column: string, 
/**
 * Its name.
 */
name?: string, 
/**
 * Most items in it; null for no limit.
 */
wipLimit?: number | null, };

/**
 * Changes what one said.
 */
export type EditComment = { 
/**
 * Which comment; one's own.
 */
comment: string, 
/**
 * Markdown.
 */
text: string, };

/**
 * Changes an epic; what is left out stays.
 */
export type EditEpic = { 
/**
 * Which.
 */
epic: string, 
/**
 * Its name.
 */
name?: string, 
/**
 * Its colour, 0 to 359.
 */
hue?: number, };

/**
 * Changes feedback; what is left out stays.
 */
export type EditFeedback = { 
/**
 * Which.
 */
feedback: string, 
/**
 * The words.
 */
text?: string, 
/**
 * Who said it; neither person nor guest for nobody named.
 */
by?: Speaker, };

/**
 * Changes a group.
 */
export type EditGroup = { 
/**
 * Which.
 */
group: string, 
/**
 * Its name.
 */
name?: string, 
/**
 * Another column.
 */
column?: string, };

/**
 * Changes an impediment; what is left out stays.
 */
export type EditImpediment = { 
/**
 * Which.
 */
impediment: string, 
/**
 * One line.
 */
title?: string, 
/**
 * Markdown.
 */
description?: string, 
/**
 * How bad it is.
 */
severity?: Severity, 
/**
 * Who takes care of it; null for nobody.
 */
owner?: string | null, 
/**
 * All it blocks.
 */
items?: Array<string>, 
/**
 * It endangers the Sprint Goal.
 */
endangersGoal?: boolean, 
/**
 * The downtime of the incident it is; null when it is none.
 */
incident?: SetIncident | null, };

/**
 * Changes an entry; what is left out stays.
 */
export type EditImprovement = { 
/**
 * Which.
 */
improvement: string, 
/**
 * What could be better.
 */
opportunity?: string, 
/**
 * Why it is worth it.
 */
justification?: string, 
/**
 * What it is about.
 */
category?: string, 
/**
 * How large it is.
 */
size?: string, 
/**
 * By when.
 */
timescale?: string, 
/**
 * How urgent.
 */
priority?: string, 
/**
 * Who sees to it; null for nobody.
 */
owner?: string | null, 
/**
 * What tells whether it works; null for nothing.
 */
kpi?: Kpi | null, 
/**
 * The sprint in whose retrospective it is reviewed; null for none.
 */
reviewSprint?: string | null, 
/**
 * What came of it, in other words; only of a settled one.
 */
outcome?: string, };

/**
 * Changes an increment; what is left out stays.
 */
export type EditIncrement = { 
/**
 * Which.
 */
increment: string, 
/**
 * Its name.
 */
name?: string, 
/**
 * Release notes, Markdown.
 */
notes?: string, };

/**
 * Changes an item; what is left out stays, `null` clears.
 */
export type EditItem = { 
/**
 * Which.
 */
item: string, 
/**
 * One line.
 */
title?: string, 
/**
 * Markdown.
 */
description?: string, 
/**
 * What kind of work it is.
 */
type?: ItemType, 
/**
 * Points, a value of the product's scale.
 */
estimate?: number | null, 
/**
 * Value, 0 to 1000.
 */
value?: number | null, 
/**
 * Everybody on it.
 */
assignees?: Array<string>, 
/**
 * All its labels.
 */
labels?: Array<string>, 
/**
 * The epic it belongs to.
 */
epic?: string | null, };

/**
 * Changes many items alike; what is left out stays, `null` clears.
 */
export type EditItems = { 
/**
 * Which.
 */
items: Array<string>, 
/**
 * What kind of work they are.
 */
type?: ItemType, 
/**
 * The epic they belong to.
 */
epic?: string | null, 
/**
 * Points, a value of the product's scale.
 */
estimate?: number | null, 
/**
 * Value, 0 to 1000.
 */
value?: number | null, 
/**
 * Labels they get.
 */
addLabels?: Array<string>, 
/**
 * Labels they lose.
 */
removeLabels?: Array<string>, 
/**
 * People who come to them.
 */
addAssignees?: Array<string>, 
/**
 * People who leave them.
 */
removeAssignees?: Array<string>, };

/**
 * Changes a person.
 */
export type EditPerson = { 
/**
 * Who.
 */
person: string, 
/**
 * Another name.
 */
name?: string, };

/**
 * Rewords a line.
 */
export type EditPlan = { 
/**
 * Which.
 */
plan: string, 
/**
 * In words.
 */
text: string, };

/**
 * Changes a point; what is left out stays.
 */
export type EditPoint = { 
/**
 * Which.
 */
point: string, 
/**
 * What a free point is about.
 */
title?: string, 
/**
 * Who presents it; null for nobody yet.
 */
presenter?: string | null, 
/**
 * Minutes, 1 to 480; null for none.
 */
timebox?: number | null, };

/**
 * Changes a product; what is left out stays.
 */
export type EditProduct = { 
/**
 * Which.
 */
product: string, 
/**
 * Its name.
 */
name?: string, 
/**
 * The Product Goal; empty for none.
 */
goal?: string, 
/**
 * The usual sprint, 1 to 31 calendar days.
 */
sprintLengthDays?: number, 
/**
 * IANA name.
 */
timeZone?: string, 
/**
 * `mon` to `sun`.
 */
workingDays?: Array<string>, 
/**
 * Estimates in points, ascending. Estimates given before stay as they are.
 */
estimateScale?: Array<number>, 
/**
 * Whether accountabilities guide or refuse.
 */
accountability?: Mode, };

/**
 * Changes a sprint; what is left out stays.
 */
export type EditSprint = { 
/**
 * Which.
 */
sprint: string, 
/**
 * Its name.
 */
name?: string, 
/**
 * The Sprint Goal.
 */
goal?: string, 
/**
 * Its first day, while it is planned.
 */
startDay?: string, 
/**
 * Its last day, until it has ended.
 */
endDay?: string, };

/**
 * Changes a task.
 */
export type EditTask = { 
/**
 * Which.
 */
task: string, 
/**
 * Another title.
 */
title?: string, 
/**
 * Hours left, 0 to 999; null when nobody knows.
 */
hours?: number | null, 
/**
 * Who does it; null for nobody yet.
 */
person?: string | null, 
/**
 * Where it is.
 */
state?: TaskState, };

/**
 * Changes a list of tasks; what is left out stays.
 */
export type EditTaskTemplate = { 
/**
 * Which.
 */
template: string, 
/**
 * What it is called.
 */
name?: string, 
/**
 * All of its tasks, in order, 1 to 30.
 */
tasks?: Array<TemplateTask>, };

/**
 * Changes a template; what is left out stays.
 */
export type EditTemplate = { 
/**
 * Which.
 */
template: string, 
/**
 * What it is called.
 */
name?: string, 
/**
 * What kind of work it is for.
 */
type?: ItemType, 
/**
 * What a title begins with.
 */
title?: string, 
/**
 * Markdown.
 */
description?: string, 
/**
 * Acceptance criteria, in order.
 */
acceptance?: Array<string>, 
/**
 * Labels.
 */
labels?: Array<string>, };

/**
 * Changes a topic.
 */
export type EditTopic = { 
/**
 * Which.
 */
topic: string, 
/**
 * Taking one up ends the one before it.
 */
state?: TopicTalk, 
/**
 * What was said.
 */
notes?: string, };

/**
 * Changes a saved view; what is left out stays.
 */
export type EditView = { 
/**
 * Which.
 */
view: string, 
/**
 * What it is called.
 */
name?: string, 
/**
 * Which items it shows.
 */
filter?: BacklogFilter, 
/**
 * In which order.
 */
sort?: BacklogSort, };

/**
 * Ends the Product Goal.
 */
export type EndGoal = { 
/**
 * Of which product.
 */
product: string, 
/**
 * How it ended.
 */
outcome: GoalOutcome, 
/**
 * What came of it.
 */
words: string, 
/**
 * The next Product Goal, when it is known already.
 */
next?: string, };

/**
 * A group of items.
 */
export type Epic = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its colour, 0 to 359.
 */
hue: number, };

/**
 * Some items of an epic.
 */
export type EpicAmount = { 
/**
 * How many.
 */
items: number, 
/**
 * The sum of their estimates, in points.
 */
points: number, };

/**
 * What was deleted.
 */
export type EpicDeleted = { 
/**
 * How many items belonged to it.
 */
items: number, };

/**
 * An epic with how far its items are. Cancelled items, and those split into others, do not count.
 */
export type EpicProgress = { 
/**
 * Those that met the Definition of Done.
 */
done: EpicAmount, 
/**
 * Those that stand in a column of the category In Progress.
 */
inProgress: EpicAmount, 
/**
 * All others that are open.
 */
toDo: EpicAmount, 
/**
 * Items of all three without an estimate; they count 0 points.
 */
unestimated: number, 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its colour, 0 to 359.
 */
hue: number, };

/**
 * A product's epics.
 */
export type Epics = { 
/**
 * By name.
 */
epics: Array<Epic>, };

/**
 * A product's epics with how far they are.
 */
export type EpicsProgress = { 
/**
 * By name.
 */
epics: Array<EpicProgress>, };

/**
 * What moved the line.
 */
export type EventKind = "added" | "removed" | "cancelled" | "reestimated" | "done" | "split" | "reopened";

/**
 * Asks for the Product Backlog as a text.
 */
export type ExportBacklog = { 
/**
 * Of which product.
 */
product: string, 
/**
 * Which items; all of the Product Backlog when left out.
 */
filter?: BacklogFilter, 
/**
 * In which order; that of the Product Backlog when left out.
 */
sort?: BacklogSort, 
/**
 * As what.
 */
format: ExportFormat, };

/**
 * What a backlog is written as.
 */
export type ExportFormat = "csv" | "json" | "markdown";

/**
 * Asks for the record of a sprint as a text.
 */
export type ExportRecord = { 
/**
 * Of which sprint; it has ended.
 */
sprint: string, 
/**
 * As what.
 */
format: RecordFormat, };

/**
 * A backlog as a text.
 */
export type ExportedBacklog = { 
/**
 * The text.
 */
text: string, 
/**
 * What a file of it may be called.
 */
fileName: string, 
/**
 * How many items are in it.
 */
items: number, };

/**
 * A record as a text.
 */
export type ExportedRecord = { 
/**
 * The text.
 */
text: string, 
/**
 * What a file of it may be called.
 */
fileName: string, };

/**
 * Makes a timer longer.
 */
export type ExtendTimer = { 
/**
 * Which.
 */
timer: string, 
/**
 * By how much: 1 second to 1 hour. A timer that is over ends so many seconds from now.
 */
seconds: number, };

/**
 * Something said.
 */
export type Feedback = { 
/**
 * Its id.
 */
id: string, 
/**
 * The point it is about; none for the whole.
 */
point: string | null, 
/**
 * What was said.
 */
text: string, 
/**
 * The person who said it; none of a guest, or when nobody is named.
 */
person: string | null, 
/**
 * The name of who said it; empty when nobody is named.
 */
name: string, 
/**
 * When.
 */
saidAt: string, 
/**
 * The backlog item it became, as it stands.
 */
item: LinkedItem | null, 
/**
 * The sprint that item is in.
 */
itemSprint: string | null, 
/**
 * An open impediment holds that item up.
 */
itemBlocked: boolean, 
/**
 * What that item was split into.
 */
itemParts: Array<LinkedItem>, };

/**
 * What became of feedback.
 */
export type FeedbackKept = { 
/**
 * As it stands.
 */
feedback: Feedback, };

/**
 * Feedback that an item came from.
 */
export type FeedbackOrigin = { 
/**
 * The feedback.
 */
feedback: string, 
/**
 * The sprint whose Review it was said in.
 */
sprint: string, 
/**
 * That sprint's name.
 */
sprintName: string, 
/**
 * What was said.
 */
text: string, 
/**
 * Who said it; empty when nobody is named.
 */
by: string, };

/**
 * Makes feedback a backlog item.
 */
export type FeedbackToItem = { 
/**
 * Which.
 */
feedback: string, 
/**
 * What kind of work; a feature when left out.
 */
type?: ItemType, 
/**
 * Where; last when left out.
 */
place?: Place, };

/**
 * The time that a figure speaks of.
 */
export type FigurePeriod = { "of": "days", 
/**
 * How many.
 */
days: number, } | { "of": "sprint", 
/**
 * Which; it has begun.
 */
sprint: string, } | { "of": "all", };

/**
 * Something that should not be so.
 */
export type Finding = { 
/**
 * Which check found it.
 */
check: string, 
/**
 * What and where.
 */
detail: string, };

/**
 * Hours a working day that a person has for a product's sprints.
 */
export type Focus = { 
/**
 * So many.
 */
hours: number, 
/**
 * Nobody said otherwise: 6 for a Developer, none for anybody else.
 */
usual: boolean, };

/**
 * Asks where the next sprints are likely to end.
 */
export type ForecastBacklog = { 
/**
 * In the backlog of which product.
 */
product: string, 
/**
 * In what to count; items when left out.
 */
unit?: ForecastUnit, 
/**
 * Working days of history to draw from, 60 when left out.
 */
window?: number, };

/**
 * What a forecast rests on.
 */
export type ForecastBasis = { 
/**
 * In what it counts.
 */
unit: ForecastUnit, 
/**
 * Working days of the window, oldest first; today is not over and not among them.
 */
days: Array<ForecastDay>, 
/**
 * Most working days of the window.
 */
window: number, 
/**
 * Items finished in the window.
 */
finished: number, 
/**
 * How often the days to come were played through.
 */
trials: number, 
/**
 * Where the draws begin; the same for a product always.
 */
seed: number, 
/**
 * What is open in sprints, which comes before the Product Backlog.
 */
aheadItems: number, 
/**
 * Its points.
 */
aheadPoints: number, 
/**
 * How many spans of the past brought at least what 85 % had been forecast.
 */
held: number, 
/**
 * How many spans could be forecast from the days before them.
 */
tested: number, 
/**
 * Working days of such a span: a usual sprint.
 */
span: number, 
/**
 * Why there is no forecast; none when there is one.
 */
thin: string | null, };

/**
 * A working day.
 */
export type ForecastDay = { 
/**
 * Which.
 */
day: string, 
/**
 * Items that became Done.
 */
items: number, 
/**
 * Their points.
 */
points: number, };

/**
 * Asks when an item is likely to be Done.
 */
export type ForecastItem = { 
/**
 * Which.
 */
item: string, 
/**
 * In what to count; items when left out.
 */
unit?: ForecastUnit, 
/**
 * Working days of history to draw from, 60 when left out.
 */
window?: number, };

/**
 * In what a forecast counts.
 */
export type ForecastUnit = "items" | "points";

/**
 * Where something was found.
 */
export type FoundIn = "key" | "title" | "description" | "comment";

/**
 * An item that was found.
 */
export type FoundItem = { 
/**
 * The item.
 */
item: ItemRow, 
/**
 * Its product.
 */
product: string, 
/**
 * Where the words stand.
 */
found: FoundIn, 
/**
 * Its title in pieces.
 */
title: Array<FoundPiece>, 
/**
 * The part of the description or comment in which the words stand.
 */
snippet: Array<FoundPiece>, };

/**
 * What was found.
 */
export type FoundItems = { 
/**
 * The best first.
 */
results: Array<FoundItem>, 
/**
 * How many there are, counted no further than is worth counting.
 */
total: number, 
/**
 * There are more than were counted.
 */
more: boolean, };

/**
 * A piece of a text.
 */
export type FoundPiece = { 
/**
 * As it is written.
 */
text: string, 
/**
 * It is what was looked for.
 */
hit: boolean, };

/**
 * Asks when people work, and how much for a product.
 */
export type GetAvailability = { 
/**
 * For which product.
 */
product: string, };

/**
 * Asks for a product's board.
 */
export type GetBoard = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for a sprint's burndown.
 */
export type GetBurndown = { 
/**
 * Of which sprint.
 */
sprint: string, 
/**
 * As of when; now, or the close, when left out.
 */
asOf?: string, };

/**
 * Asks for a person's day.
 */
export type GetDay = { 
/**
 * In which product.
 */
product: string, 
/**
 * Whose; nobody's when left out: then only what concerns everybody is told.
 */
person?: string, };

/**
 * Asks for the Product Goal of a product.
 */
export type GetGoal = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks how long things in the way took.
 */
export type GetImpedimentFigures = { 
/**
 * In which product.
 */
product: string, 
/**
 * In which time.
 */
period: FigurePeriod, 
/**
 * As of when; now when left out.
 */
asOf?: string, };

/**
 * Asks for an entry of the register.
 */
export type GetImprovement = { 
/**
 * Which.
 */
improvement: string, 
/**
 * How its KPI went until when; now when left out.
 */
asOf?: string, };

/**
 * Asks what was kept.
 */
export type GetKept = { 
/**
 * Of which product.
 */
product: string, 
/**
 * From which day on; a year before the last when left out.
 */
from?: string, 
/**
 * Until which day, included; today when left out.
 */
to?: string, };

/**
 * Asks where the team stands.
 */
export type GetPhase = { 
/**
 * In which product.
 */
product: string, };

/**
 * Asks for the timers that count.
 */
export type GetRunning = { 
/**
 * Of which product; of all when left out.
 */
product?: string, };

/**
 * Names what is timed.
 */
export type GetTimer = { 
/**
 * What kind of thing.
 */
kind: TimerKind, 
/**
 * The id of the meeting or of the topic.
 */
subject: string, };

/**
 * Asks for today's Daily Scrum.
 */
export type GetToday = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for the Product Backlog by value and effort.
 */
export type GetValueEffort = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for a product's velocity.
 */
export type GetVelocity = { 
/**
 * Of which product.
 */
product: string, 
/**
 * Only the newest so many sprints.
 */
last?: number, };

/**
 * Gives items back to the Product Backlog, at their old places.
 */
export type GiveBackItems = { 
/**
 * Which.
 */
items: Array<string>, };

/**
 * A waiver with its name and reason.
 */
export type GivenWaiver = { 
/**
 * By whom.
 */
person: string | null, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: string, };

/**
 * Goes to a phase.
 */
export type GoToPhase = { 
/**
 * In which retrospective.
 */
retro: string, 
/**
 * To which phase.
 */
phase: RetroPhase, };

/**
 * How a goal is measured.
 */
export type GoalMeasure = { 
/**
 * What is measured.
 */
name: string, 
/**
 * In what; may be empty.
 */
unit: string, 
/**
 * The value at the beginning.
 */
baseline: number, 
/**
 * The value wanted; below the baseline where less is better.
 */
target: number, };

/**
 * One value on the way.
 */
export type GoalMeasurement = { 
/**
 * Its id.
 */
id: string, 
/**
 * The day it is of.
 */
day: string, 
/**
 * The value.
 */
value: number, 
/**
 * How much of the way was gone then, in percent; below 0 or above 100 when it went elsewhere.
 */
progress: number, 
/**
 * What is said of it; may be empty.
 */
note: string, 
/**
 * Who recorded it.
 */
person: string | null, 
/**
 * When.
 */
at: string, };

/**
 * How a Product Goal ended.
 */
export type GoalOutcome = "fulfilled" | "abandoned";

/**
 * What a goal said from an instant on.
 */
export type GoalStatement = { 
/**
 * The words; empty where there was no goal.
 */
text: string, 
/**
 * Since when.
 */
at: string, 
/**
 * Who set it.
 */
person: string | null, };

/**
 * Puts a card or a group together with another.
 */
export type GroupCards = { 
/**
 * In which retrospective.
 */
retro: string, 
/**
 * The card or the group that is moved.
 */
subject: string, 
/**
 * The card or the group that it comes to.
 */
onto: string, };

/**
 * Something done against an accountability in guide mode.
 */
export type Guidance = { 
/**
 * What somebody else answers for.
 */
rule: string, 
/**
 * The sentence to show.
 */
message: string, };

/**
 * How often something was done against a rule.
 */
export type GuidanceCount = { 
/**
 * The rule.
 */
rule: string, 
/**
 * The rule in words: "Sizing items".
 */
title: string, 
/**
 * How often.
 */
count: number, };

/**
 * Something that was done against guidance.
 */
export type GuidanceNote = { 
/**
 * Its id.
 */
id: string, 
/**
 * When.
 */
at: string, 
/**
 * Who was acting; none when nobody was.
 */
person: string | null, 
/**
 * Against what.
 */
rule: string, 
/**
 * Who answers for it; none for a limit of the board.
 */
accountable: Role | null, 
/**
 * What was said then.
 */
message: string, 
/**
 * What was done, in the words of the history.
 */
label: string, 
/**
 * The action, to undo by.
 */
action: string, 
/**
 * What it was done to.
 */
subject: GuidanceSubject | null, };

/**
 * A page of what was done against guidance.
 */
export type GuidanceNotes = { 
/**
 * Newest first. What was taken back is not among them.
 */
notes: Array<GuidanceNote>, 
/**
 * There are older ones.
 */
more: boolean, 
/**
 * How many there are against each rule, the most frequent first, whatever rule was asked for.
 */
rules: Array<GuidanceCount>, };

/**
 * What something was done to.
 */
export type GuidanceSubject = { 
/**
 * What kind of thing it is.
 */
kind: SubjectKind, 
/**
 * Its id; none when it is gone.
 */
id: string | null, 
/**
 * What people call it.
 */
name: string, };

/**
 * A corner of the guideline.
 */
export type GuidelinePoint = { 
/**
 * When.
 */
at: string, 
/**
 * Points that would remain.
 */
remaining: number, 
/**
 * Items that would, of those committed to.
 */
items: number, };

/**
 * Who gets the open work of somebody who leaves.
 */
export type HandOver = { "to": "somebody", 
/**
 * Who.
 */
person: string, } | { "to": "nobody", };

/**
 * A page of the history.
 */
export type History = { 
/**
 * Newest first.
 */
actions: Array<HistoryEntry>, 
/**
 * There are older ones.
 */
more: boolean, };

/**
 * One action.
 */
export type HistoryEntry = { 
/**
 * Its id, to undo by.
 */
action: string, 
/**
 * When.
 */
at: string, 
/**
 * Who was acting.
 */
author: string | null, 
/**
 * What was done.
 */
label: string, 
/**
 * `user`, `import`, `undo` or `redo`.
 */
origin: string, 
/**
 * An undo that still stands has taken it back.
 */
undone: boolean, 
/**
 * Its first changes.
 */
changes: Array<Change>, 
/**
 * How many changes it made in all.
 */
changeCount: number, };

/**
 * A day on which nobody works.
 */
export type Holiday = { 
/**
 * The day.
 */
day: string, 
/**
 * What it is.
 */
name: string, };

/**
 * Something in the team's way.
 */
export type Impediment = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its key, such as IMP-3.
 */
key: string, 
/**
 * The number in its key.
 */
number: number, 
/**
 * One line.
 */
title: string, 
/**
 * Markdown.
 */
description: string, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * Where it is in its life.
 */
state: ImpedimentState, 
/**
 * The states it may go to from there.
 */
next: Array<ImpedimentState>, 
/**
 * Who takes care of it.
 */
owner: string | null, 
/**
 * It endangers the Sprint Goal.
 */
endangersGoal: boolean, 
/**
 * Who raised it.
 */
raisedBy: string | null, 
/**
 * When.
 */
raisedAt: string, 
/**
 * Who took note.
 */
acknowledgedBy: string | null, 
/**
 * When somebody took note.
 */
acknowledgedAt: string | null, 
/**
 * When it was resolved.
 */
resolvedAt: string | null, 
/**
 * Who resolved it.
 */
resolvedBy: string | null, 
/**
 * How.
 */
resolution: string, 
/**
 * What it blocks.
 */
items: Array<BlockedItem>, 
/**
 * Hours from raising to resolving, or until now.
 */
ageHours: number, 
/**
 * The downtime, when it is an incident.
 */
incident: Incident | null, };

/**
 * Everything about an impediment.
 */
export type ImpedimentDetail = { 
/**
 * Newest first.
 */
history: Array<HistoryEntry>, 
/**
 * Its id.
 */
id: string, 
/**
 * Its key, such as IMP-3.
 */
key: string, 
/**
 * The number in its key.
 */
number: number, 
/**
 * One line.
 */
title: string, 
/**
 * Markdown.
 */
description: string, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * Where it is in its life.
 */
state: ImpedimentState, 
/**
 * The states it may go to from there.
 */
next: Array<ImpedimentState>, 
/**
 * Who takes care of it.
 */
owner: string | null, 
/**
 * It endangers the Sprint Goal.
 */
endangersGoal: boolean, 
/**
 * Who raised it.
 */
raisedBy: string | null, 
/**
 * When.
 */
raisedAt: string, 
/**
 * Who took note.
 */
acknowledgedBy: string | null, 
/**
 * When somebody took note.
 */
acknowledgedAt: string | null, 
/**
 * When it was resolved.
 */
resolvedAt: string | null, 
/**
 * Who resolved it.
 */
resolvedBy: string | null, 
/**
 * How.
 */
resolution: string, 
/**
 * What it blocks.
 */
items: Array<BlockedItem>, 
/**
 * Hours from raising to resolving, or until now.
 */
ageHours: number, 
/**
 * The downtime, when it is an incident.
 */
incident: Incident | null, };

/**
 * How long things in the way took.
 */
export type ImpedimentFigures = { 
/**
 * Where the period begins; none when it has no beginning.
 */
from: string | null, 
/**
 * Where it ends.
 */
to: string, 
/**
 * From raised to resolved.
 */
timeToResolve: TroubleFigure, 
/**
 * From down to restored: the MTTR of incidents.
 */
timeToRestore: TroubleFigure, 
/**
 * How long items were blocked.
 */
blocked: BlockedFigure, };

/**
 * Where an impediment is in its life.
 */
export type ImpedimentState = "raised" | "acknowledged" | "resolved";

/**
 * A product's impediments.
 */
export type Impediments = { 
/**
 * The worst first, of those the oldest.
 */
open: Array<Impediment>, 
/**
 * The last resolved first.
 */
resolved: Array<Impediment>, };

/**
 * What a column may be read as.
 */
export type ImportField = "title" | "description" | "type" | "estimate" | "value" | "labels" | "epic" | "assignee" | "status" | "sprint" | "key" | "created" | "resolved" | "reporter" | "acceptanceCriteria" | "comments" | "leaveOut";

/**
 * A file to bring in.
 */
export type ImportFile = { 
/**
 * What kind of file it is; told from the file when left out.
 */
format?: ImportFormat, 
/**
 * Its name; names the product when nothing else does.
 */
fileName: string, 
/**
 * Its bytes, base64.
 */
content: string, 
/**
 * The key of the product to import into; the file's when left out. Created when there is none.
 */
product?: string, 
/**
 * A product to create for it, in place of `product`. Refused when its key is taken.
 */
newProduct?: NewImportProduct, 
/**
 * What columns of a table are, where their names do not say it rightly.
 */
mapping?: Array<ColumnMapping>, 
/**
 * A word that this call goes by in what it tells of its progress, and to call it off by.
 */
ticket?: string, };

/**
 * What kind of file it is.
 */
export type ImportFormat = "jira" | "linear" | "trello" | "azure" | "csv" | "lineout";

/**
 * Somebody the file names.
 */
export type ImportPerson = { 
/**
 * Their name.
 */
name: string, 
/**
 * They are in the workspace already.
 */
known: boolean, };

/**
 * Something that could not be read.
 */
export type ImportProblem = { 
/**
 * The line of the file, from 1.
 */
line: number, 
/**
 * The column, when it is about one cell.
 */
column: string | null, 
/**
 * Why, and what was done.
 */
reason: string, };

/**
 * Where an import goes.
 */
export type ImportProduct = { 
/**
 * Its id, once it is there.
 */
id: string | null, 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * It is made by the import.
 */
created: boolean, };

/**
 * Why nothing can be read yet.
 */
export type ImportRefusal = { 
/**
 * As an error has it.
 */
code: string, 
/**
 * What is missing.
 */
message: string, 
/**
 * What to do now.
 */
hint: string, };

/**
 * What an import does, or did.
 */
export type ImportReport = { 
/**
 * What kind of file it was read as.
 */
format: ImportFormat, 
/**
 * Why nothing can be read yet, though the file is a table: a column for the titles has to be named.
 */
refusal: ImportRefusal | null, 
/**
 * The product it goes to.
 */
product: ImportProduct, 
/**
 * What a product of its own would be called, its key not taken.
 */
ownProduct: SuggestedProduct, 
/**
 * Rows below the header, or cards, or items.
 */
rows: number, 
/**
 * Rows that could not be read at all.
 */
rowsSkipped: number, 
/**
 * New items.
 */
items: number, 
/**
 * Items that are there and are brought up to date.
 */
changed: number, 
/**
 * Items that are there as the file has them.
 */
unchanged: number, 
/**
 * Rows whose items were deleted here. They stay deleted.
 */
deleted: number, 
/**
 * The first of these, by key.
 */
deletedKeys: Array<string>, 
/**
 * New sprints, planned.
 */
sprints: number, 
/**
 * New sprints, closed: those of the past.
 */
sprintsClosed: number, 
/**
 * New people.
 */
people: number, 
/**
 * New comments, and those of items that change counted as if they were.
 */
comments: number, 
/**
 * Everybody the file names.
 */
peopleFound: Array<ImportPerson>, 
/**
 * Columns that were read.
 */
columnsRead: Array<ColumnRead>, 
/**
 * Columns that were not.
 */
columnsIgnored: Array<ColumnIgnored>, 
/**
 * Whether a person may say what the columns are.
 */
canMap: boolean, 
/**
 * Remarks about the file as a whole, in sentences.
 */
notes: Array<string>, 
/**
 * Rows and cells that could not be read, by line.
 */
problems: Array<ImportProblem>, 
/**
 * How many of these there are in all.
 */
problemCount: number, 
/**
 * Estimates that widen the product's scale.
 */
scaleAdded: Array<number>, 
/**
 * The encoding the file was read in.
 */
encoding: string, 
/**
 * The character between cells; none where the file is no table.
 */
delimiter: string | null, 
/**
 * The first items.
 */
sample: Array<SampleItem>, };

/**
 * An entry of the register.
 */
export type Improvement = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number in the product.
 */
number: number, 
/**
 * Its key, such as CSI-4.
 */
key: string, 
/**
 * What could be better.
 */
opportunity: string, 
/**
 * Why it is worth it.
 */
justification: string, 
/**
 * What it is about.
 */
category: string, 
/**
 * How large it is.
 */
size: string, 
/**
 * By when.
 */
timescale: string, 
/**
 * How urgent.
 */
priority: string, 
/**
 * Who sees to it.
 */
owner: string | null, 
/**
 * What tells whether it works.
 */
kpi: Kpi | null, 
/**
 * The sprint that the baseline was taken from, by its name then; none when somebody wrote it.
 */
baselineFrom: string | null, 
/**
 * Where it is in its life.
 */
state: ImprovementState, 
/**
 * The states it may go to from here.
 */
next: Array<NextState>, 
/**
 * What came of it, in words.
 */
outcome: string, 
/**
 * When it was raised.
 */
raisedAt: string, 
/**
 * By whom.
 */
raisedBy: string | null, 
/**
 * The retrospective it came from.
 */
retro: string | null, 
/**
 * The card it came from.
 */
card: string | null, 
/**
 * What that card says; none once the card is deleted.
 */
cardText: string | null, 
/**
 * The group that card is in.
 */
cardGroup: string | null, 
/**
 * The sprint whose retrospective that was.
 */
sprint: string | null, 
/**
 * The sprint in whose retrospective it is reviewed.
 */
reviewSprint: string | null, 
/**
 * It waits for its review; none when it does not.
 */
due: ReviewDue | null, 
/**
 * The backlog item it became.
 */
item: ImprovementItem | null, 
/**
 * It may become a backlog item now.
 */
canBecomeItem: boolean, 
/**
 * The step that the state of its backlog item speaks for, until somebody takes it.
 */
suggested: ImprovementState | null, };

/**
 * An entry with how its KPI went.
 */
export type ImprovementDetail = { 
/**
 * The entry as it stands.
 */
entry: Improvement, 
/**
 * How its KPI went; none when it has none.
 */
course: KpiCourse | null, 
/**
 * The name of the sprint in whose retrospective it is reviewed.
 */
reviewName: string | null, 
/**
 * That sprint's number.
 */
reviewNumber: number | null, };

/**
 * The backlog item an improvement became.
 */
export type ImprovementItem = { 
/**
 * The item.
 */
id: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * It is Done.
 */
done: boolean, 
/**
 * Where it is.
 */
standing: ItemStanding, 
/**
 * Its row in the Product Backlog, from 1; none when it is not in it.
 */
position: number | null, 
/**
 * The sprint it is in, or became Done in, by name.
 */
sprint: string | null, 
/**
 * The column of the board it stands in, by name.
 */
column: string | null, };

/**
 * Where an improvement is in its life.
 */
export type ImprovementState = "proposed" | "agreed" | "inProgress" | "inReview" | "kept" | "adapted" | "dropped";

/**
 * Makes an improvement a backlog item.
 */
export type ImprovementToItem = { 
/**
 * Which.
 */
improvement: string, 
/**
 * Where; at the top when left out.
 */
place?: Place, };

/**
 * A product's register.
 */
export type Improvements = { 
/**
 * Newest first.
 */
improvements: Array<Improvement>, };

/**
 * The downtime of an incident.
 */
export type Incident = { 
/**
 * Since when it was down.
 */
began: string, 
/**
 * When it was restored; none while it is down.
 */
restored: string | null, 
/**
 * Hours from the one to the other, or until now.
 */
downtimeHours: number, };

/**
 * An increment.
 */
export type Increment = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number in the product.
 */
number: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The sprint it came from.
 */
sprint: string | null, 
/**
 * That sprint's name.
 */
sprintName: string | null, 
/**
 * `usable` or `released`.
 */
state: string, 
/**
 * The version it was released as.
 */
version: string | null, 
/**
 * The day it was released.
 */
releasedOn: string | null, 
/**
 * Release notes, Markdown.
 */
notes: string, 
/**
 * When it was made.
 */
created: string, 
/**
 * The sum of its items' estimates, in points.
 */
points: number, 
/**
 * What it holds.
 */
items: Array<IncrementPart>, };

/**
 * Items into, or out of, an increment that is not released.
 */
export type IncrementItems = { 
/**
 * Which increment.
 */
increment: string, 
/**
 * Which items.
 */
items: Array<string>, };

/**
 * An increment by name.
 */
export type IncrementName = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number.
 */
number: number, 
/**
 * Its name.
 */
name: string, };

/**
 * A Done item in an increment.
 */
export type IncrementPart = { 
/**
 * The item.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title when it was put in.
 */
title: string, 
/**
 * What kind of work it was.
 */
type: ItemType, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * The version of the Definition of Done it met.
 */
dodVersion: number | null, 
/**
 * Criteria that were waived.
 */
waivers: Array<Waiver>, 
/**
 * The key of what its rest went on as, where the close of a sprint split it: it is Done in part.
 */
remainder: string | null, };

/**
 * A product's increments.
 */
export type Increments = { 
/**
 * Newest first.
 */
increments: Array<Increment>, 
/**
 * Done items in no increment.
 */
waiting: Array<ItemRow>, };

/**
 * Invites somebody: a person of the workspace, or a guest by name.
 */
export type Invite = { 
/**
 * To which Sprint Review.
 */
review: string, 
/**
 * The person.
 */
person?: string, 
/**
 * The guest's name.
 */
guest?: string, };

/**
 * Everything about an item.
 */
export type ItemDetail = { 
/**
 * Markdown, to edit.
 */
description: string, 
/**
 * HTML of it that is safe to show.
 */
descriptionHtml: string, 
/**
 * What must hold for it to be accepted, in order.
 */
acceptance: Array<AcceptanceCriterion>, 
/**
 * How it stands to the Definition of Ready.
 */
readiness: Readiness, 
/**
 * What it is to other items.
 */
links: Array<Link>, 
/**
 * What it was split into.
 */
parts: Array<LinkedItem>, 
/**
 * What was said about it, oldest first.
 */
comments: Array<Comment>, 
/**
 * The files kept with it, oldest first.
 */
attachments: Array<Attachment>, 
/**
 * When it was created, here or where it was imported from.
 */
created: string, 
/**
 * By whom.
 */
createdBy: string | null, 
/**
 * Its key where it was imported from.
 */
sourceKey: string | null, 
/**
 * The feedback it came from, by itself or by what it was split from.
 */
fromFeedback: Array<FeedbackOrigin>, 
/**
 * Why it was cancelled.
 */
reason: string, 
/**
 * When it ended.
 */
resolvedAt: string | null, 
/**
 * The Definition of Done, and how this item stands to it.
 */
doneCriteria: Array<DoneCriterion>, 
/**
 * Impediments that block it, or did.
 */
impediments: Array<BlockedBy>, 
/**
 * How long they did so far; none when none ever did.
 */
blockedTime: BlockedTime | null, 
/**
 * Its id.
 */
id: string, 
/**
 * Its key, such as HBR-12.
 */
key: string, 
/**
 * The number in its key.
 */
number: number, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * One line.
 */
title: string, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * Value, unitless.
 */
value: number | null, 
/**
 * Its row in the Product Backlog, from 1; none when it is not in it.
 */
position: number | null, 
/**
 * The epic it belongs to.
 */
epic: Epic | null, 
/**
 * Its labels, by name.
 */
labels: Array<string>, 
/**
 * Who works on it.
 */
assignees: Array<string>, 
/**
 * The sprint it is or was last in.
 */
sprint: string | null, 
/**
 * The column it stands in.
 */
column: string | null, 
/**
 * What that column means.
 */
category: Category | null, 
/**
 * An open impediment blocks it.
 */
blocked: boolean, 
/**
 * An open item blocks it.
 */
waiting: boolean, 
/**
 * It meets the whole Definition of Ready; none when the product has no such definition.
 */
ready: boolean | null, 
/**
 * It met the Definition of Done.
 */
done: boolean, 
/**
 * How it ended; none while it is open.
 */
resolution: Resolution | null, 
/**
 * The item it was split from.
 */
lineage: Lineage | null, 
/**
 * The improvement it came from.
 */
fromImprovement: string | null, 
/**
 * It joined its sprint after the start.
 */
addedAfterStart: boolean, 
/**
 * Since when it stands in its column.
 */
columnSince: string | null, };

/**
 * When an item is likely to be Done.
 */
export type ItemForecast = { 
/**
 * What it rests on.
 */
basis: ForecastBasis, 
/**
 * Its place in the Product Backlog; none when it is not there, and nothing is forecast.
 */
position: number | null, 
/**
 * The day by which it is Done in half of the trials; none when that is years away.
 */
even: string | null, 
/**
 * In 85 % of them.
 */
likely: string | null, 
/**
 * In 95 % of them.
 */
sure: string | null, 
/**
 * The first sprint by whose end 85 % of the trials have it, and the chance; none when that is far away.
 */
sprint: SprintChance | null, };

/**
 * Asks for an item's history, newest first.
 */
export type ItemHistory = { 
/**
 * Of which item.
 */
item: string, 
/**
 * Only what came before this entry.
 */
before?: number, 
/**
 * How much, 200 at most.
 */
limit: number, };

/**
 * What became of an item.
 */
export type ItemOutcome = "done" | "top" | "place" | "next" | "split" | "cancelled" | "removed";

/**
 * An item as a row of a list or a card of a board.
 */
export type ItemRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its key, such as HBR-12.
 */
key: string, 
/**
 * The number in its key.
 */
number: number, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * One line.
 */
title: string, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * Value, unitless.
 */
value: number | null, 
/**
 * Its row in the Product Backlog, from 1; none when it is not in it.
 */
position: number | null, 
/**
 * The epic it belongs to.
 */
epic: Epic | null, 
/**
 * Its labels, by name.
 */
labels: Array<string>, 
/**
 * Who works on it.
 */
assignees: Array<string>, 
/**
 * The sprint it is or was last in.
 */
sprint: string | null, 
/**
 * The column it stands in.
 */
column: string | null, 
/**
 * What that column means.
 */
category: Category | null, 
/**
 * An open impediment blocks it.
 */
blocked: boolean, 
/**
 * An open item blocks it.
 */
waiting: boolean, 
/**
 * It meets the whole Definition of Ready; none when the product has no such definition.
 */
ready: boolean | null, 
/**
 * It met the Definition of Done.
 */
done: boolean, 
/**
 * How it ended; none while it is open.
 */
resolution: Resolution | null, 
/**
 * The item it was split from.
 */
lineage: Lineage | null, 
/**
 * The improvement it came from.
 */
fromImprovement: string | null, 
/**
 * It joined its sprint after the start.
 */
addedAfterStart: boolean, 
/**
 * Since when it stands in its column.
 */
columnSince: string | null, };

/**
 * Where the backlog item of an improvement is.
 */
export type ItemStanding = "backlog" | "planned" | "running" | "done" | "cancelled" | "split";

/**
 * What happened to an item.
 */
export type ItemStory = { 
/**
 * Newest first.
 */
entries: Array<StoryEntry>, 
/**
 * Ask for what came before this one; none at the beginning.
 */
before: number | null, };

/**
 * What kind of work an item is.
 */
export type ItemType = "feature" | "enhancement" | "fix" | "spike" | "chore" | "improvement";

/**
 * What was cancelled.
 */
export type ItemsCancelled = { 
/**
 * How many.
 */
cancelled: number, };

/**
 * What was deleted.
 */
export type ItemsDeleted = { 
/**
 * How many.
 */
deleted: number, };

/**
 * What was changed.
 */
export type ItemsEdited = { 
/**
 * How many items are different now.
 */
edited: number, };

/**
 * What was given back.
 */
export type ItemsGivenBack = { 
/**
 * How many.
 */
givenBack: number, };

/**
 * What items were merged into.
 */
export type ItemsMerged = { 
/**
 * The one that stays.
 */
item: ItemRow, 
/**
 * How many became part of it.
 */
merged: number, };

/**
 * Where the items are now.
 */
export type ItemsMoved = { 
/**
 * In their order.
 */
positions: Array<Position>, };

/**
 * The items of one place.
 */
export type ItemsOfValue = { 
/**
 * In the order of the backlog; at most 100.
 */
items: Array<LinkedItem>, };

/**
 * What an item was split into.
 */
export type ItemsSplit = { 
/**
 * The original.
 */
original: ItemRow, 
/**
 * The new items, in order.
 */
parts: Array<ItemRow>, };

/**
 * Says whether the Sprint Goal was met.
 */
export type JudgeGoal = { 
/**
 * In which Sprint Review.
 */
review: string, 
/**
 * Met or not; left out when that is open again.
 */
met?: boolean, 
/**
 * Why; needed where it was not met.
 */
reason?: string, };

/**
 * What came of the improvements that were settled in a period.
 */
export type Kept = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * All of them.
 */
total: KeptCount, 
/**
 * By category, in the order of their names; what has none comes last, under an empty one.
 */
categories: Array<KeptCategory>, 
/**
 * The entries, the one settled last first.
 */
entries: Array<KeptEntry>, 
/**
 * Entries raised in the period, whatever came of them.
 */
raised: number, 
/**
 * Entries that were wanted and not settled when the period ended.
 */
open: number, 
/**
 * Entries that were only proposed then.
 */
proposed: number, };

/**
 * The counts of a category.
 */
export type KeptCategory = { 
/**
 * Its name.
 */
category: string, 
/**
 * How many.
 */
count: KeptCount, };

/**
 * How many came to which end.
 */
export type KeptCount = { 
/**
 * Kept.
 */
kept: number, 
/**
 * Adapted.
 */
adapted: number, 
/**
 * Dropped.
 */
dropped: number, };

/**
 * An entry that was settled.
 */
export type KeptEntry = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its key.
 */
key: string, 
/**
 * What could be better.
 */
opportunity: string, 
/**
 * What it is about.
 */
category: string, 
/**
 * Kept, adapted or dropped.
 */
state: ImprovementState, 
/**
 * What came of it, in words.
 */
outcome: string, 
/**
 * When it was settled.
 */
settledAt: string, 
/**
 * By whom.
 */
settledBy: string | null, 
/**
 * What it was measured by; none when by nothing.
 */
measured: KeptMeasure | null, };

/**
 * The measured change of an improvement.
 */
export type KeptMeasure = { 
/**
 * What is measured.
 */
name: string, 
/**
 * In which unit.
 */
unit: string, 
/**
 * The figure of the product that it is.
 */
figure: ProductFigure | null, 
/**
 * Which way is better.
 */
direction: Direction, 
/**
 * Where it stood.
 */
baseline: number | null, 
/**
 * Where it should go.
 */
target: number | null, 
/**
 * The newest value by the end of the period.
 */
last: number | null, 
/**
 * By how much it differs from the baseline.
 */
change: number | null, 
/**
 * It went the way it should.
 */
better: boolean | null, 
/**
 * The target is reached.
 */
reached: boolean | null, };

/**
 * Something is kept.
 */
export type KeptPrivate = { 
/**
 * To take it back by. Nothing else tells them.
 */
ids: Array<string>, };

/**
 * What tells whether an improvement works.
 */
export type Kpi = { 
/**
 * The figure of the product that it is sampled from, which gives it its name and its unit; none when it is
 * measured by hand.
 */
figure?: ProductFigure, 
/**
 * What is measured.
 */
name: string, 
/**
 * In which unit.
 */
unit: string, 
/**
 * Where it stood.
 */
baseline?: number, 
/**
 * Where it should go.
 */
target?: number, 
/**
 * Which way is better.
 */
direction: Direction, };

/**
 * How a KPI went.
 */
export type KpiCourse = { 
/**
 * Since when the team wants the improvement; none while it is only proposed.
 */
agreedAt: string | null, 
/**
 * The values, the oldest first.
 */
samples: Array<KpiSample>, 
/**
 * The newest value since it was agreed; none before there is one.
 */
last: number | null, 
/**
 * By how much it differs from the baseline.
 */
change: number | null, 
/**
 * How much of the way to the target is gone, in per cent.
 */
progress: number | null, 
/**
 * The target is reached; none without a target or a value.
 */
reached: boolean | null, 
/**
 * It went the way it should; none when it stands where it stood, or is not known.
 */
better: boolean | null, 
/**
 * The newest closed sprint that a baseline could be taken from; none for what is measured by hand.
 */
baselineSource: string | null, };

/**
 * One value of a KPI.
 */
export type KpiSample = { 
/**
 * The measurement; none when it was sampled.
 */
measurement: string | null, 
/**
 * The sprint it was sampled from.
 */
sprint: string | null, 
/**
 * That sprint's number.
 */
number: number | null, 
/**
 * That sprint's name when it ended.
 */
sprintName: string | null, 
/**
 * The day it is of.
 */
day: string, 
/**
 * The value; none where the sprint has none.
 */
value: number | null, 
/**
 * Why the sprint has none.
 */
missing: string | null, 
/**
 * It is from after the team agreed.
 */
after: boolean, 
/**
 * What is said of it.
 */
note: string, 
/**
 * Who recorded it.
 */
person: string | null, };

/**
 * A label that items carry.
 */
export type LabelInUse = { 
/**
 * The label.
 */
label: string, 
/**
 * How many items carry it.
 */
items: number, };

/**
 * A product's labels.
 */
export type Labels = { 
/**
 * By name.
 */
labels: Array<LabelInUse>, };

/**
 * What happened to one item, and how far the line moved by it.
 */
export type LineEvent = { 
/**
 * When.
 */
at: string, 
/**
 * What happened.
 */
kind: EventKind, 
/**
 * Points by which what remains grew, negative when it shrank.
 */
points: number, 
/**
 * Items by which it did.
 */
items: number, 
/**
 * Who did it.
 */
person: string | null, 
/**
 * The item; it may have been deleted since.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, };

/**
 * Where an item came from.
 */
export type Lineage = { 
/**
 * The original.
 */
item: string, 
/**
 * Its key.
 */
key: string, };

/**
 * A link, seen from one of its items.
 */
export type Link = { 
/**
 * Its id.
 */
id: string, 
/**
 * What that item is to the other.
 */
kind: LinkKind, 
/**
 * The other.
 */
other: LinkedItem, };

/**
 * What an item is to another, seen from the item.
 */
export type LinkKind = "blocks" | "waitsFor" | "relatesTo" | "duplicates" | "duplicatedBy";

/**
 * An item as others speak of it.
 */
export type LinkedItem = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * How it ended; none while it is open.
 */
resolution: Resolution | null, 
/**
 * The sprint it is or was last in.
 */
sprint: string | null, };

/**
 * Asks for a product's epics.
 */
export type ListEpics = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks what was done against guidance, newest first.
 */
export type ListGuidance = { 
/**
 * In which product.
 */
product: string, 
/**
 * Only what this person did.
 */
person?: string, 
/**
 * Only against this: `order`, `setProductGoal`, `cancelSprint`, `size`, `changeSprintBacklog`,
 * `closeImpediment`, `facilitateRetro` or `wip_limit`.
 */
rule?: string, 
/**
 * Only while this sprint ran.
 */
sprint?: string, 
/**
 * Only those before this one.
 */
before?: string, 
/**
 * How many, 200 at most.
 */
limit: number, };

/**
 * Asks for actions, newest first.
 */
export type ListHistory = { 
/**
 * Only those before this one.
 */
before?: string, 
/**
 * Only what this person did.
 */
author?: string, 
/**
 * Only actions whose label holds this text.
 */
text?: string, 
/**
 * How many, 200 at most.
 */
limit: number, };

/**
 * Asks for a product's impediments.
 */
export type ListImpediments = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for a product's register.
 */
export type ListImprovements = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for a product's increments.
 */
export type ListIncrements = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for the labels in use.
 */
export type ListLabels = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for a product's retrospectives.
 */
export type ListRetros = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for a product's Sprint Reviews.
 */
export type ListReviews = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for a product's sprints.
 */
export type ListSprints = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks where the KPIs of a product's register stand.
 */
export type ListStandings = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for a product's lists of tasks.
 */
export type ListTaskTemplates = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for the tasks of an item.
 */
export type ListTasks = { 
/**
 * Of which item.
 */
item: string, };

/**
 * Asks for a product's templates.
 */
export type ListTemplates = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks for a product's saved views.
 */
export type ListViews = { 
/**
 * Of which product.
 */
product: string, };

/**
 * Asks where an item stands.
 */
export type LocateItem = { 
/**
 * Which.
 */
item: string, 
/**
 * In the list of these items.
 */
filter?: BacklogFilter, 
/**
 * In this order.
 */
sort?: BacklogSort, };

/**
 * Where an item stands.
 */
export type Located = { 
/**
 * Its row in the Product Backlog, from 1; none when it is not in it.
 */
position: number | null, 
/**
 * Its row in the list asked about, from 0; none when that does not show it.
 */
row: number | null, };

/**
 * What a mark on the timeline is.
 */
export type MarkKind = "started" | "added" | "removed" | "cancelled" | "reestimated" | "done" | "reopened" | "impediment" | "incident" | "blocked" | "released" | "daily" | "ended";

/**
 * Says who is there.
 */
export type MarkPresent = { 
/**
 * In which Sprint Review.
 */
review: string, 
/**
 * Who.
 */
attendees: Array<string>, 
/**
 * There, or not.
 */
present: boolean, };

/**
 * A measure.
 */
export type MeasureWish = { 
/**
 * What is measured.
 */
name: string, 
/**
 * In what.
 */
unit?: string, 
/**
 * The value at the beginning.
 */
baseline: number, 
/**
 * The value wanted; below the baseline where less is better.
 */
target: number, };

/**
 * A person's roles in a product.
 */
export type Member = { 
/**
 * Who.
 */
person: string, 
/**
 * At least one.
 */
roles: Array<Role>, };

/**
 * Merges duplicates into one item.
 */
export type MergeItems = { 
/**
 * The item that stays.
 */
into: string, 
/**
 * Those that become part of it; they are cancelled.
 */
items: Array<string>, 
/**
 * Their descriptions are put below the one that stays.
 */
appendDescriptions?: boolean, };

/**
 * Whether accountabilities guide or refuse.
 */
export type Mode = "guide" | "strict";

/**
 * Moves an acceptance criterion in its checklist.
 */
export type MoveAcceptance = { 
/**
 * Which.
 */
criterion: string, 
/**
 * To this row, from 0; past the end means last.
 */
to: number, };

/**
 * Moves a card of the active sprint.
 */
export type MoveCard = { 
/**
 * Which item.
 */
item: string, 
/**
 * To which column.
 */
column: string, 
/**
 * Right before this card of that column; last when neither is given.
 */
before?: string, 
/**
 * Right after this card of that column.
 */
after?: string, 
/**
 * When the column means Done: the answer to the Definition of Done.
 */
done?: DoneAnswer, 
/**
 * Everybody on it from here on, when it goes to somebody else as well; the same people when left out.
 */
assignees?: Array<string>, };

/**
 * Moves a column to another place on the board.
 */
export type MoveColumn = { 
/**
 * Which.
 */
column: string, 
/**
 * From 0, left to right.
 */
to: number, };

/**
 * Puts items at a place of the Product Backlog.
 */
export type MoveItems = { 
/**
 * Which; they keep their order among themselves.
 */
items: Array<string>, 
/**
 * Where.
 */
place: Place, };

/**
 * Moves a point in the running order.
 */
export type MovePoint = { 
/**
 * Which.
 */
point: string, 
/**
 * To this place, from 0; past the end means last.
 */
to: number, };

/**
 * Moves a task among those of its item.
 */
export type MoveTask = { 
/**
 * Which.
 */
task: string, 
/**
 * To this row, from 0; past the end means last.
 */
to: number, };

/**
 * Moves a task on the board.
 */
export type MoveTaskCard = { 
/**
 * Which task.
 */
task: string, 
/**
 * To which column.
 */
column: string, 
/**
 * Right before this task of the same item; where it is in the order when neither is given.
 */
before?: string, 
/**
 * Right after this task of the same item.
 */
after?: string, };

/**
 * One thing that moved.
 */
export type Moved = { 
/**
 * Of which item.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * The task that moved; none when it was the item.
 */
task: string | null, 
/**
 * The title of the task, or of the item.
 */
title: string, 
/**
 * What happened.
 */
kind: MovedKind, 
/**
 * Where it was: a column, a state, an estimate.
 */
from: string | null, 
/**
 * Where it is; of what came into the sprint, the column.
 */
to: string | null, 
/**
 * Who did it last; none when nobody was acting.
 */
by: string | null, };

/**
 * What happened to something.
 */
export type MovedKind = "done" | "moved" | "reopened" | "blocked" | "unblocked" | "estimated" | "added" | "removed";

/**
 * Names an acceptance criterion.
 */
export type NameAcceptance = { 
/**
 * Which.
 */
criterion: string, };

/**
 * Names an attachment.
 */
export type NameAttachment = { 
/**
 * Which.
 */
attachment: string, };

/**
 * Names a Daily Scrum.
 */
export type NameDaily = { 
/**
 * Which.
 */
daily: string, };

/**
 * Names days off.
 */
export type NameDaysOff = { 
/**
 * Which.
 */
daysOff: string, };

/**
 * Names feedback.
 */
export type NameFeedback = { 
/**
 * Which.
 */
feedback: string, };

/**
 * Names an impediment.
 */
export type NameImpediment = { 
/**
 * Which.
 */
impediment: string, };

/**
 * Names an increment.
 */
export type NameIncrement = { 
/**
 * Which.
 */
increment: string, };

/**
 * Names an item.
 */
export type NameItem = { 
/**
 * Which.
 */
item: string, };

/**
 * Names a person.
 */
export type NamePerson = { 
/**
 * Who.
 */
person: string, };

/**
 * Names a line.
 */
export type NamePlan = { 
/**
 * Which.
 */
plan: string, };

/**
 * Names a point.
 */
export type NamePoint = { 
/**
 * Which.
 */
point: string, };

/**
 * Names a round of Planning Poker.
 */
export type NamePokerRound = { 
/**
 * Which.
 */
round: string, };

/**
 * Names a retrospective.
 */
export type NameRetro = { 
/**
 * Which.
 */
retro: string, };

/**
 * Names a Sprint Review.
 */
export type NameReview = { 
/**
 * Which.
 */
review: string, };

/**
 * Names a sprint.
 */
export type NameSprint = { 
/**
 * Which.
 */
sprint: string, };

/**
 * Names a task.
 */
export type NameTask = { 
/**
 * Which.
 */
task: string, };

/**
 * Names a list of tasks.
 */
export type NameTaskTemplate = { 
/**
 * Which.
 */
template: string, };

/**
 * Names a timer.
 */
export type NameTimer = { 
/**
 * Which.
 */
timer: string, };

/**
 * Something that needs a person.
 */
export type Need = { 
/**
 * What.
 */
kind: NeedKind, 
/**
 * The role it is asked of.
 */
role: Role, 
/**
 * How many.
 */
count: number, 
/**
 * The first of them.
 */
rows: Array<NeedRow>, 
/**
 * A day that belongs to it: of the Review, of the last measurement.
 */
day: string | null, };

/**
 * What there is to see to.
 */
export type NeedKind = "myBlocked" | "myItems" | "myTasks" | "waiting" | "unacknowledged" | "ageing" | "improvementsDue" | "dailiesSkipped" | "unestimated" | "notReady" | "noGoal" | "goalUnmeasured" | "goalMeasuredLongAgo" | "nextSprintUnplanned" | "waitingForAcceptance" | "nextReview" | "lastIncrement";

/**
 * One thing that needs somebody.
 */
export type NeedRow = { 
/**
 * Its id: of an item, an impediment, an improvement, a task's item, an increment or a sprint, by the kind.
 */
id: string, 
/**
 * Its key; empty of what has none.
 */
key: string, 
/**
 * Its title; the day, of a day without a Daily Scrum.
 */
title: string, 
/**
 * Since when it waits, where that is known.
 */
since: string | null, 
/**
 * Points, of an item.
 */
estimate: number | null, 
/**
 * What else there is to say: the column of a card, the version of a release, what a sprint lacks.
 */
note: string | null, };

/**
 * A column of a new board.
 */
export type NewColumn = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it means.
 */
category: Category, 
/**
 * Most items in it.
 */
wipLimit?: number, };

/**
 * A product that an import creates. What is left out is the file's.
 */
export type NewImportProduct = { 
/**
 * Its key.
 */
key?: string, 
/**
 * Its name.
 */
name?: string, 
/**
 * IANA name; UTC when left out.
 */
timeZone?: string, };

/**
 * The event that comes next.
 */
export type NextEvent = { 
/**
 * Which.
 */
event: ScrumEvent, 
/**
 * The day it is on.
 */
day: string, 
/**
 * It may begin now: it is today's, or overdue.
 */
now: boolean, 
/**
 * It has begun.
 */
underWay: boolean, 
/**
 * The sprint it is of; none while the next is not planned.
 */
sprint: string | null, 
/**
 * That sprint's name.
 */
sprintName: string | null, 
/**
 * The retrospective that is open.
 */
retro: string | null, 
/**
 * When the Review of the running sprint is: on its last day.
 */
reviewDay: string | null, };

/**
 * An increment that Done items will join.
 */
export type NextIncrement = { 
/**
 * Its name.
 */
name: string, 
/**
 * It is made by the closing.
 */
created: boolean, };

/**
 * The sprint that comes next.
 */
export type NextSprint = { 
/**
 * Its id; none while it is not planned: then the closing plans it when an item goes there.
 */
id: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Its first day.
 */
startDay: string, 
/**
 * Its last day, included.
 */
endDay: string, };

/**
 * A state that an improvement may go to.
 */
export type NextState = { 
/**
 * The state.
 */
state: ImprovementState, 
/**
 * It settles the improvement, so it needs the outcome in words.
 */
settles: boolean, };

/**
 * Goes on to the next turn. After the last there is none, and the vote is due.
 */
export type NextTurn = { 
/**
 * Of which Daily Scrum.
 */
daily: string, 
/**
 * To this person.
 */
person?: string, 
/**
 * To this item of the board.
 */
item?: string, };

/**
 * A request that says nothing.
 */
export type Nothing = Record<symbol, never>;

/**
 * Asks for the items of one place.
 */
export type OfValueAndEffort = { 
/**
 * Of which product.
 */
product: string, 
/**
 * Which.
 */
of: ValuePlace, };

/**
 * What kind of work it is.
 */
export type OpenKind = "item" | "task" | "impediment" | "improvement";

/**
 * One piece of it.
 */
export type OpenPiece = { 
/**
 * What it is.
 */
kind: OpenKind, 
/**
 * Its own id.
 */
id: string, 
/**
 * Its key; of a task that of its item.
 */
key: string, 
/**
 * Its title.
 */
title: string, };

/**
 * Opens a round of Planning Poker.
 */
export type OpenPoker = { 
/**
 * Over which item.
 */
item: string, 
/**
 * Who takes part; those of the latest round, or else the Developers, when left out.
 */
people?: Array<string>, };

/**
 * What a person has in hand.
 */
export type OpenWork = { 
/**
 * Items, then tasks, impediments and improvements.
 */
work: Array<OpenPiece>, };

/**
 * Orders the items of a planned sprint.
 */
export type OrderSprint = { 
/**
 * Which sprint.
 */
sprint: string, 
/**
 * Items of it; among themselves they keep their order.
 */
items: Array<string>, 
/**
 * The first of them to this row among its open items, from 0; past the end means last.
 */
to: number, };

/**
 * What becomes of an item that is split.
 */
export type Original = "close" | "keep";

/**
 * An item that was changed.
 */
export type OutcomeItem = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title; of one that is gone, the last it had.
 */
title: string, };

/**
 * A goal that was fulfilled or abandoned.
 */
export type PastGoal = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it said at last.
 */
statement: string, 
/**
 * How it ended.
 */
outcome: GoalOutcome, 
/**
 * What came of it.
 */
words: string, 
/**
 * How it was measured; none when it was not.
 */
measure: GoalMeasure | null, 
/**
 * What was measured, the earliest day first.
 */
measurements: Array<GoalMeasurement>, 
/**
 * How much of the way was gone at last, in percent.
 */
progress: number | null, 
/**
 * When it ended.
 */
endedAt: string, 
/**
 * Who ended it.
 */
endedBy: string | null, };

/**
 * Somebody in the workspace.
 */
export type Person = { 
/**
 * Their id.
 */
id: string, 
/**
 * Their name.
 */
name: string, 
/**
 * One or two letters for an avatar.
 */
initials: string, 
/**
 * A colour of their own, 0 to 359.
 */
hue: number, 
/**
 * They have left; what they did stays.
 */
removed: boolean, };

/**
 * When one person works.
 */
export type PersonAvailability = { 
/**
 * Who.
 */
person: string, 
/**
 * Hours a working day.
 */
focus: Focus, 
/**
 * Earliest first.
 */
daysOff: Array<DaysOff>, };

/**
 * Capacity of one person.
 */
export type PersonCapacity = { 
/**
 * Who.
 */
person: string, 
/**
 * Hours a working day.
 */
focus: Focus, 
/**
 * Working days of the sprint on which they work.
 */
days: number, 
/**
 * Working days of the sprint on which they do not.
 */
daysOffCount: number, 
/**
 * Their days off that touch the sprint, earliest first.
 */
daysOff: Array<DaysOff>, 
/**
 * What they can do: days times focus hours.
 */
hours: number, 
/**
 * What they can still do, while the sprint runs.
 */
left: CapacityLeft | null, 
/**
 * Hours left of their tasks.
 */
remaining: number, };

/**
 * A picture, to be shown.
 */
export type Picture = { 
/**
 * What it is: PNG, JPEG, GIF or WebP.
 */
mediaType: string, 
/**
 * Its bytes, base64.
 */
content: string, };

/**
 * Where items are put in the Product Backlog.
 */
export type Place = { "to": "top", } | { "to": "bottom", } | { "to": "position", 
/**
 * From 1; past the end means last.
 */
position: number, } | { "to": "before", 
/**
 * That item.
 */
item: string, } | { "to": "after", 
/**
 * That item.
 */
item: string, };

/**
 * Something a line of a plan can name: one of item, task and impediment.
 */
export type PlanChoice = { 
/**
 * An item, or that of the task.
 */
item: string | null, 
/**
 * A task.
 */
task: string | null, 
/**
 * An impediment.
 */
impediment: string | null, 
/**
 * The key, that of its item for a task.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Whose it is.
 */
people: Array<string>, };

/**
 * What became of a line of a plan.
 */
export type PlanFate = "done" | "moved" | "notTouched" | "words";

/**
 * A line of a plan.
 */
export type PlanLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * In words.
 */
text: string, 
/**
 * The item it is about, or that of its task.
 */
item: string | null, 
/**
 * The task it is about.
 */
task: string | null, 
/**
 * The impediment it is about.
 */
impediment: string | null, 
/**
 * The key of what it is about.
 */
key: string | null, 
/**
 * What became of it.
 */
fate: PlanFate, };

/**
 * A card of Planning Poker.
 */
export type PokerCard = { "card": "points", 
/**
 * A value of the product's scale.
 */
points: number, } | { "card": "unsure", } | { "card": "break", };

/**
 * What turned cards say.
 */
export type PokerOutcome = { 
/**
 * The lowest estimate.
 */
low: number | null, 
/**
 * The highest.
 */
high: number | null, 
/**
 * Who is apart at the low end.
 */
lowest: Array<string>, 
/**
 * Who is apart at the high end.
 */
highest: Array<string>, 
/**
 * Who could not say.
 */
unsure: Array<string>, 
/**
 * Who needs a break.
 */
wantsBreak: Array<string>, 
/**
 * The estimate proposed: what more than half chose, or else the next higher one.
 */
proposed: number | null, 
/**
 * More than half of the estimates are the proposed one.
 */
majority: boolean, 
/**
 * Everybody who chose gave the same estimate.
 */
agreed: boolean, };

/**
 * One round.
 */
export type PokerRound = { 
/**
 * Its id.
 */
id: string, 
/**
 * From 1, of the item.
 */
number: number, 
/**
 * When it was opened.
 */
openedAt: string, 
/**
 * By whom.
 */
openedBy: string | null, 
/**
 * When its cards were turned; none while they are hidden.
 */
revealedAt: string | null, 
/**
 * By whom.
 */
revealedBy: string | null, 
/**
 * Who takes part, by name.
 */
seats: Array<PokerSeat>, 
/**
 * What the cards say; none while they are hidden.
 */
outcome: PokerOutcome | null, 
/**
 * The estimate that was accepted.
 */
accepted: number | null, 
/**
 * When.
 */
acceptedAt: string | null, 
/**
 * By whom.
 */
acceptedBy: string | null, };

/**
 * A person at the table.
 */
export type PokerSeat = { 
/**
 * Who.
 */
person: string, 
/**
 * Whether a card lies there.
 */
chosen: boolean, 
/**
 * The card, once it is turned.
 */
card: PokerCard | null, 
/**
 * When it was chosen, once it is turned.
 */
chosenAt: string | null, };

/**
 * Planning Poker over an item.
 */
export type PokerTable = { 
/**
 * Over which item.
 */
item: string, 
/**
 * Its key, such as HBR-12.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its estimate as it is.
 */
estimate: number | null, 
/**
 * The cards there are, in order.
 */
cards: Array<PokerCard>, 
/**
 * Who would take part if nobody said otherwise: those of the latest round, or else the Developers.
 */
people: Array<string>, 
/**
 * The latest first.
 */
rounds: Array<PokerRound>, 
/**
 * Why no round can be played over it; none when one can.
 */
refusal: string | null, };

/**
 * One item's place.
 */
export type Position = { 
/**
 * The item.
 */
item: string, 
/**
 * From 1; none for an item that is in a sprint.
 */
position: number | null, };

/**
 * Asks what a close would lead to.
 */
export type PreviewClose = { 
/**
 * Of which sprint.
 */
sprint: string, 
/**
 * What is decided so far.
 */
decisions: Array<Decision>, };

/**
 * A row of the Product Backlog or of the next sprint.
 */
export type PreviewRow = { 
/**
 * From 1.
 */
position: number, 
/**
 * The item's key; of a remainder, the key of what it is split from.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * The decision by which it comes here; none when it stands here anyway. `split` is what remains of a split.
 */
comes: Unfinished | null, };

/**
 * A card that only its author sees.
 */
export type PrivateCard = { 
/**
 * To change it or take it back by. Nothing else tells it.
 */
id: string, 
/**
 * The column it stands in.
 */
column: string, 
/**
 * What it says.
 */
text: string, };

/**
 * A product.
 */
export type Product = { 
/**
 * Its id.
 */
id: string, 
/**
 * The prefix of its items' keys.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The Product Goal; empty when not set yet.
 */
goal: string, 
/**
 * IANA name of the team's time zone.
 */
timeZone: string, 
/**
 * `mon` to `sun`.
 */
workingDays: Array<string>, 
/**
 * The usual sprint, in calendar days.
 */
sprintLengthDays: number, 
/**
 * The values an estimate may take, in points, ascending.
 */
estimateScale: Array<number>, 
/**
 * Whether accountabilities guide or refuse.
 */
accountability: Mode, 
/**
 * Who is what.
 */
members: Array<Member>, 
/**
 * The board, left to right.
 */
columns: Array<Column>, 
/**
 * The newest Definition of Done.
 */
definitionOfDone: DefinitionOfDone, 
/**
 * What a refinement looks at.
 */
definitionOfReady: DefinitionOfReady, 
/**
 * How release notes are written: Markdown with placeholders.
 */
notesTemplate: string, 
/**
 * Days on which nobody works.
 */
holidays: Array<Holiday>, };

/**
 * What a new product starts with.
 */
export type ProductDefaults = { 
/**
 * The usual sprint, in calendar days.
 */
sprintLengthDays: number, 
/**
 * `mon` to `sun`.
 */
workingDays: Array<string>, 
/**
 * Estimates in points, ascending.
 */
estimateScale: Array<number>, 
/**
 * What an item must meet to be Done.
 */
definitionOfDone: Array<string>, };

/**
 * A figure of the product that the app samples once a closed sprint.
 */
export type ProductFigure = "velocity" | "sayDo" | "cycleTimeMedian" | "cycleTime85" | "blockedTime" | "mttr" | "carryOver" | "throughput" | "goalConfidence";

/**
 * The Product Goal.
 */
export type ProductGoal = { 
/**
 * What it says; empty when none is set.
 */
statement: string, 
/**
 * How it is measured; none when it is not.
 */
measure: GoalMeasure | null, 
/**
 * What was measured, the earliest day first.
 */
measurements: Array<GoalMeasurement>, 
/**
 * How much of the way is gone by the newest measurement, in percent; none when there is none.
 */
progress: number | null, 
/**
 * What it has said since it was set, the newest first.
 */
statements: Array<GoalStatement>, 
/**
 * The goals before it, the newest first.
 */
past: Array<PastGoal>, };

/**
 * Adds an entry to the register.
 */
export type ProposeImprovement = { 
/**
 * Of which product.
 */
product: string, 
/**
 * What could be better; what its card says when left out.
 */
opportunity?: string, 
/**
 * Why it is worth it.
 */
justification?: string, 
/**
 * What it is about.
 */
category?: string, 
/**
 * How large it is.
 */
size?: string, 
/**
 * By when.
 */
timescale?: string, 
/**
 * How urgent.
 */
priority?: string, 
/**
 * The retrospective it comes from; its card's when left out.
 */
retro?: string, 
/**
 * The card it comes from.
 */
card?: string, 
/**
 * Who sees to it.
 */
owner?: string, 
/**
 * What tells whether it works.
 */
kpi?: Kpi, 
/**
 * The sprint in whose retrospective it is reviewed.
 */
reviewSprint?: string, 
/**
 * `proposed` when left out, or `agreed` at once.
 */
state?: ImprovementState, };

/**
 * Asks what the next sprint would be.
 */
export type ProposeSprint = { 
/**
 * Of which product.
 */
product: string, 
/**
 * Its first day, when that is chosen already.
 */
startDay?: string, };

/**
 * A sprint that could be planned.
 */
export type ProposedSprint = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its first day.
 */
startDay: string, 
/**
 * Its last day, included.
 */
endDay: string, };

/**
 * Raises an impediment.
 */
export type RaiseImpediment = { 
/**
 * In which product.
 */
product: string, 
/**
 * One line.
 */
title: string, 
/**
 * Markdown.
 */
description?: string, 
/**
 * Medium when left out.
 */
severity?: Severity, 
/**
 * Who takes care of it.
 */
owner?: string, 
/**
 * What it blocks.
 */
items?: Array<string>, 
/**
 * It endangers the Sprint Goal.
 */
endangersGoal?: boolean, 
/**
 * It is an incident: something was down, or is.
 */
incident?: SetIncident, };

/**
 * Raises an impediment in a Daily Scrum.
 */
export type RaiseInDaily = { 
/**
 * In which.
 */
daily: string, 
/**
 * Who names it.
 */
person: string, 
/**
 * One line.
 */
title: string, 
/**
 * Medium when left out.
 */
severity?: Severity, 
/**
 * Who takes care of it.
 */
owner?: string, 
/**
 * What it blocks.
 */
items?: Array<string>, 
/**
 * It endangers the Sprint Goal.
 */
endangersGoal?: boolean, };

/**
 * Rates a retrospective.
 */
export type RateRetro = { 
/**
 * Which.
 */
retro: string, 
/**
 * From 1, the worst, to 5.
 */
rating: number, };

/**
 * How far down the Product Backlog something reaches.
 */
export type Reach = { 
/**
 * Rows from the top.
 */
rows: number, 
/**
 * Their points.
 */
points: number, 
/**
 * The backlog ends before it does.
 */
beyond: boolean, };

/**
 * How an item stands to the Definition of Ready.
 */
export type Readiness = { 
/**
 * It meets all of it; none when the product has no such definition.
 */
ready: boolean | null, 
/**
 * What there is to meet.
 */
criteria: Array<ReadyTick>, };

/**
 * A criterion of the Definition of Ready as an item stands to it.
 */
export type ReadyTick = { 
/**
 * The criterion.
 */
criterion: string, 
/**
 * What must hold.
 */
text: string, 
/**
 * It is met.
 */
met: boolean, 
/**
 * Who said so.
 */
person: string | null, 
/**
 * When.
 */
at: string | null, };

/**
 * What a record is written as.
 */
export type RecordFormat = "html" | "markdown";

/**
 * Records a measurement.
 */
export type RecordGoal = { 
/**
 * Of which product's goal.
 */
product: string, 
/**
 * The value.
 */
value: number, 
/**
 * The day it is of; the team's today when left out.
 */
day?: string, 
/**
 * What is said of it.
 */
note?: string, };

/**
 * Records a value of an improvement's KPI.
 */
export type RecordImprovement = { 
/**
 * Of which improvement.
 */
improvement: string, 
/**
 * The value.
 */
value: number, 
/**
 * The day it is of; the team's today when left out.
 */
day?: string, 
/**
 * What is said of it.
 */
note?: string, };

/**
 * How often the scope changed after the start, by what it was, and how much was late. The chart lists the same
 * changes one by one.
 */
export type RecordedChanges = { 
/**
 * Items that came in.
 */
added: number, 
/**
 * Items that left.
 */
removed: number, 
/**
 * Items that were cancelled.
 */
cancelled: number, 
/**
 * New estimates.
 */
reestimated: number, 
/**
 * Items that became Done after the planned end.
 */
late: number, };

/**
 * One item of a record.
 */
export type RecordedItem = { 
/**
 * The item; it may have been deleted since.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title then.
 */
title: string, 
/**
 * What kind of work it was.
 */
type: ItemType, 
/**
 * Its estimate when it was committed to, or joined.
 */
estimateAtStart: number | null, 
/**
 * Its estimate at the end.
 */
estimateAtClose: number | null, 
/**
 * It was estimated anew in the sprint; what the close estimates of a split is no such thing.
 */
reestimated: boolean, 
/**
 * The committed points of it that were completed; none where it adds nothing to say/do.
 */
kept: number | null, 
/**
 * It was part of the commitment.
 */
committed: boolean, 
/**
 * When it joined after the start.
 */
addedAt: string | null, 
/**
 * When it left before the end.
 */
removedAt: string | null, 
/**
 * What became of it.
 */
outcome: ItemOutcome, 
/**
 * When it became Done, of what is Done.
 */
doneAt: string | null, 
/**
 * It became Done after the planned end. The done part of a split is not: the close makes it Done.
 */
late: boolean, 
/**
 * The key of the item that the rest of a split went on as.
 */
remainder: string | null, 
/**
 * Why it was cancelled; empty of what was not.
 */
reason: string, 
/**
 * The version of the Definition of Done it met.
 */
dodVersion: number | null, 
/**
 * Criteria that were waived.
 */
waivers: Array<Waiver>, };

/**
 * What would be refused, and what to do about it.
 */
export type Refusal = { 
/**
 * Stable, for programs.
 */
code: string, 
/**
 * What and why.
 */
message: string, 
/**
 * What to do.
 */
hint: string, };

/**
 * Releases an increment. What was delivered does not change afterwards; its name and notes may.
 */
export type ReleaseIncrement = { 
/**
 * Which.
 */
increment: string, 
/**
 * The version users will see; no other release of the product has it.
 */
version: string, 
/**
 * The day, not in the future and not before everything in it was Done; today in the team's time zone when
 * left out.
 */
day?: string, 
/**
 * Release notes, Markdown; when left out the notes it has, or else those that the product's template writes.
 */
notes?: string, };

/**
 * A release by name.
 */
export type ReleaseName = { 
/**
 * The increment.
 */
increment: string, 
/**
 * Its number.
 */
number: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The version.
 */
version: string, 
/**
 * The day.
 */
day: string, };

/**
 * Makes a holiday a day like any other.
 */
export type RemoveHoliday = { 
/**
 * In which product.
 */
product: string, 
/**
 * The day.
 */
day: string, };

/**
 * Removes a link.
 */
export type RemoveLink = { 
/**
 * Which.
 */
link: string, };

/**
 * Removes a person.
 */
export type RemovePerson = { 
/**
 * Who.
 */
person: string, 
/**
 * Who gets the open work; needed when there is some.
 */
handOver?: HandOver, };

/**
 * Gives the workspace another name.
 */
export type RenameWorkspace = { 
/**
 * What the team calls it from now on.
 */
name: string, };

/**
 * Asks how a text that is being written will look.
 */
export type RenderMarkdown = { 
/**
 * Markdown.
 */
text: string, };

/**
 * A rendered text.
 */
export type RenderedMarkdown = { 
/**
 * HTML that is safe to show.
 */
html: string, };

/**
 * Reopens an item.
 */
export type ReopenItem = { 
/**
 * Which.
 */
item: string, 
/**
 * Where it comes back to; the top of the Product Backlog when left out.
 */
place?: Place, };

/**
 * How an item ended.
 */
export type Resolution = "done" | "cancelled" | "split";

/**
 * Resolves an impediment.
 */
export type ResolveImpediment = { 
/**
 * Which.
 */
impediment: string, 
/**
 * How.
 */
resolution?: string, 
/**
 * Of an incident that is still down, when it was restored; now when left out.
 */
restored?: string, };

/**
 * A retrospective.
 */
export type Retro = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its product.
 */
product: string, 
/**
 * The sprint it looks back on.
 */
sprint: string | null, 
/**
 * That sprint's name.
 */
sprintName: string | null, 
/**
 * How it gathers.
 */
format: RetroFormat, 
/**
 * Whether it is still going on.
 */
state: RetroState, 
/**
 * The phase it is in.
 */
phase: RetroPhase, 
/**
 * What this phase is for; nothing once it is closed.
 */
allows: Array<RetroStep>, 
/**
 * Why it does not go on to the next phase yet.
 */
waits: RetroWaits | null, 
/**
 * Whether nothing keeps who said what.
 */
anonymous: boolean, 
/**
 * Votes of each person.
 */
votesEach: number, 
/**
 * Whether a person may give several votes to one topic.
 */
votesSeveral: boolean, 
/**
 * Whether the votes are counted.
 */
counted: boolean, 
/**
 * When it began.
 */
startedAt: string, 
/**
 * When it ended.
 */
closedAt: string | null, 
/**
 * Why it ended without an improvement, if it did.
 */
noneReason: string | null, 
/**
 * Its columns, left to right.
 */
columns: Array<RetroColumn>, 
/**
 * Its groups.
 */
groups: Array<RetroGroup>, 
/**
 * What is talked about, most votes first; none before the votes are counted.
 */
topics: Array<RetroTopic>, 
/**
 * How people came, once that is shown.
 */
checkIns: Array<RetroCheckIn>, 
/**
 * How people rated it, once that is shown.
 */
ratings: Array<RetroRating>, 
/**
 * What is not shown yet.
 */
private: RetroPrivate, 
/**
 * What it agreed on.
 */
improvements: Array<Improvement>, 
/**
 * Earlier improvements that wait for their review here. Nobody asks once it is closed.
 */
due: Array<Improvement>, 
/**
 * Earlier improvements that were reviewed here, with the answers.
 */
reviewed: Array<Reviewed>, };

/**
 * A card that everybody sees.
 */
export type RetroCard = { 
/**
 * Its id.
 */
id: string, 
/**
 * The column it stands in.
 */
column: string, 
/**
 * The group it belongs to.
 */
group: string | null, 
/**
 * What it says.
 */
text: string, 
/**
 * Who wrote it; nobody where the retrospective is anonymous.
 */
author: string | null, 
/**
 * The improvement it became.
 */
improvement: string | null, };

/**
 * How somebody came.
 */
export type RetroCheckIn = { 
/**
 * From 1, the worst, to 5.
 */
mood: number | null, 
/**
 * A word.
 */
word: string, 
/**
 * Who; nobody where the retrospective is anonymous.
 */
person: string | null, };

/**
 * A column of a retrospective.
 */
export type RetroColumn = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The cards that everybody sees, oldest first; those of a group too.
 */
cards: Array<RetroCard>, 
/**
 * How many more stand in it that only their authors have seen.
 */
private: number, };

/**
 * What a sprint came to.
 */
export type RetroFigures = { 
/**
 * Points frozen at start.
 */
committed: number, 
/**
 * Of these, those that were completed.
 */
kept: number, 
/**
 * Points Done at close, of what was added later as well.
 */
completed: number, 
/**
 * Committed points completed ÷ points committed.
 */
sayDo: number | null, 
/**
 * Items carried on whole.
 */
carried: number, 
/**
 * Items that were split: what was done of them counts, the rest went on.
 */
split: number, 
/**
 * Median days from beginning an item to its being Done, the first and the last counted.
 */
cycleDays: number | null, 
/**
 * How many items that rests on.
 */
cycleItems: number, };

/**
 * How a retrospective gathers.
 */
export type RetroFormat = "wentWell" | "startStop" | "fourLs" | "madSadGlad" | "sailboat" | "own";

/**
 * A format with its columns.
 */
export type RetroFormatColumns = { 
/**
 * The format.
 */
format: RetroFormat, 
/**
 * Its columns, left to right; none for the team's own until it had some.
 */
columns: Array<string>, };

/**
 * Cards that belong together.
 */
export type RetroGroup = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The column it stands in.
 */
column: string, 
/**
 * Its cards.
 */
cards: Array<string>, };

/**
 * A stretch of a retrospective.
 */
export type RetroPhase = "checkIn" | "last" | "gather" | "group" | "vote" | "discuss" | "decide" | "close";

/**
 * What nobody but those who said it has seen: how much of it there is, and who has taken part.
 */
export type RetroPrivate = { 
/**
 * Check-ins.
 */
checkIns: number, 
/**
 * Cards.
 */
cards: number, 
/**
 * Votes, until they are counted.
 */
votes: number, 
/**
 * Ratings.
 */
ratings: number, 
/**
 * Who checked in. Forgotten when it closes, as the other two are.
 */
checkedIn: Array<string>, 
/**
 * Who voted.
 */
voted: Array<string>, 
/**
 * Who rated it.
 */
rated: Array<string>, };

/**
 * How somebody rated it.
 */
export type RetroRating = { 
/**
 * From 1, the worst, to 5.
 */
rating: number, 
/**
 * Who; nobody where the retrospective is anonymous.
 */
person: string | null, };

/**
 * A retrospective in a list.
 */
export type RetroRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * The sprint it looks back on.
 */
sprint: string | null, 
/**
 * That sprint's name.
 */
sprintName: string | null, 
/**
 * Whether it is still going on.
 */
state: RetroState, 
/**
 * When it began.
 */
startedAt: string, 
/**
 * When it ended.
 */
closedAt: string | null, 
/**
 * Cards written.
 */
cards: number, 
/**
 * Improvements that came out of it.
 */
improvements: number, 
/**
 * The phase it is in.
 */
phase: RetroPhase, 
/**
 * The mean of its ratings, once they are shown.
 */
rating: number | null, 
/**
 * How many rated it.
 */
ratings: number, 
/**
 * Why it ended without an improvement, if it did.
 */
noneReason: string | null, };

/**
 * How a retrospective is held.
 */
export type RetroSettings = { 
/**
 * How it gathers.
 */
format: RetroFormat, 
/**
 * Whether nothing keeps who said what.
 */
anonymous: boolean, 
/**
 * Votes of each person.
 */
votesEach: number, 
/**
 * Whether a person may give several votes to one topic.
 */
votesSeveral: boolean, };

/**
 * Whether a retrospective is still going on.
 */
export type RetroState = "open" | "closed";

/**
 * What a phase is for.
 */
export type RetroStep = "checkIn" | "write" | "arrange" | "group" | "vote" | "discuss" | "decide" | "rate" | "close";

/**
 * A sprint that nobody has looked back on yet.
 */
export type RetroSubject = { 
/**
 * The sprint.
 */
sprint: string, 
/**
 * Its name.
 */
name: string, 
/**
 * It still runs.
 */
active: boolean, 
/**
 * Its last day.
 */
endDay: string, };

/**
 * What happened in a sprint.
 */
export type RetroTimeline = { 
/**
 * The sprint; none when the retrospective looks back on none in particular.
 */
sprint: string | null, 
/**
 * Its first instant.
 */
from: string | null, 
/**
 * Its end; the planned one while it runs.
 */
to: string | null, 
/**
 * Its days.
 */
days: Array<TimelineDay>, 
/**
 * What happened, in the order of its beginning.
 */
marks: Array<TimelineMark>, 
/**
 * What it came to; none while it runs or when it was cancelled.
 */
figures: RetroFigures | null, };

/**
 * What is talked about. There are none before the votes are counted.
 */
export type RetroTopic = { 
/**
 * Its id.
 */
id: string, 
/**
 * The group or the card.
 */
subject: string, 
/**
 * The group's name, or how the card begins.
 */
title: string, 
/**
 * The column it stands in.
 */
column: string, 
/**
 * Its cards.
 */
cards: Array<RetroCard>, 
/**
 * Votes it got.
 */
votes: number, 
/**
 * What was said.
 */
notes: string, 
/**
 * Whether it was talked about.
 */
state: TopicTalk, };

/**
 * Why it does not go on yet.
 */
export type RetroWaits = { 
/**
 * For telling reasons apart.
 */
code: string, 
/**
 * What it waits for.
 */
message: string, 
/**
 * What to do.
 */
hint: string, };

/**
 * A product's retrospectives.
 */
export type Retros = { 
/**
 * Newest first.
 */
retros: Array<RetroRow>, 
/**
 * The sprints that the next one may look back on, the likeliest first.
 */
subjects: Array<RetroSubject>, 
/**
 * How the next one would be held: as the last one was.
 */
next: RetroSettings, 
/**
 * The columns of every format; of the team's own, those it had last.
 */
formats: Array<RetroFormatColumns>, };

/**
 * Turns the cards of a round.
 */
export type RevealPoker = { 
/**
 * Which round.
 */
round: string, 
/**
 * Without waiting for those who have not chosen.
 */
early?: boolean, };

/**
 * A Sprint Review.
 */
export type Review = { 
/**
 * Its id.
 */
id: string, 
/**
 * How far it has come.
 */
state: ReviewState, 
/**
 * When it began.
 */
startedAt: string | null, 
/**
 * When it ended.
 */
endedAt: string | null, 
/**
 * Whether the Sprint Goal was met; none while nobody said.
 */
goalMet: boolean | null, 
/**
 * Why, in words.
 */
goalReason: string, 
/**
 * Who is invited: people by name, then guests.
 */
attendees: Array<Attendee>, 
/**
 * The running order. Every item in it is Done.
 */
points: Array<ReviewPoint>, 
/**
 * The sum of the timeboxes, in minutes.
 */
timebox: number, 
/**
 * How long it is to take, in minutes: by its points when each has a timebox, else as long as one usually takes.
 */
length: number, 
/**
 * What was said, in the order it was.
 */
feedback: Array<Feedback>, 
/**
 * What was changed in the Product Backlog while it took place.
 */
outcome: Array<BacklogOutcome>, 
/**
 * Free notes, Markdown.
 */
notes: string, 
/**
 * The minutes as they are kept, Markdown; as they follow from everything while nobody has written them.
 */
minutes: string, 
/**
 * The minutes as they would follow from everything now.
 */
minutesWritten: string, 
/**
 * Somebody worded the minutes by hand.
 */
minutesWorded: boolean, };

/**
 * What a retrospective answers about an improvement that is due for review.
 */
export type ReviewAnswer = "kept" | "adapted" | "dropped" | "carryOn";

/**
 * Whether an improvement waits for its review.
 */
export type ReviewDue = "now" | "over";

/**
 * A point of the running order.
 */
export type ReviewPoint = { 
/**
 * Its id.
 */
id: string, 
/**
 * The item that is shown; none of a free point.
 */
item: string | null, 
/**
 * The item's key; empty of a free point.
 */
key: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * What kind of work the item was.
 */
type: ItemType | null, 
/**
 * The item's points.
 */
estimate: number | null, 
/**
 * The increment that the item is in.
 */
increment: string | null, 
/**
 * Who presents it.
 */
presenter: string | null, 
/**
 * Minutes.
 */
timebox: number | null, };

/**
 * A Sprint Review in a list.
 */
export type ReviewRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its sprint.
 */
sprint: string, 
/**
 * That sprint's name.
 */
sprintName: string, 
/**
 * How far it has come.
 */
state: ReviewState, 
/**
 * When it began.
 */
startedAt: string | null, 
/**
 * When it ended.
 */
endedAt: string | null, 
/**
 * Whether the Sprint Goal was met; none while nobody said.
 */
goalMet: boolean | null, 
/**
 * Why, in words.
 */
goalReason: string, 
/**
 * Points that were or will be shown.
 */
points: number, 
/**
 * People who were there.
 */
present: number, 
/**
 * Notes of feedback.
 */
feedback: number, 
/**
 * Those that are in the Product Backlog.
 */
feedbackItems: number, };

/**
 * How far a Sprint Review has come.
 */
export type ReviewState = "prepared" | "running" | "ended";

/**
 * An improvement that was due for review, with its answer.
 */
export type Reviewed = { 
/**
 * Which.
 */
improvement: string, 
/**
 * Its key.
 */
key: string, 
/**
 * What could be better.
 */
opportunity: string, 
/**
 * The answer.
 */
answer: ReviewAnswer, 
/**
 * What came of it, in the words of that day; empty when carried on.
 */
outcome: string, 
/**
 * When it was answered.
 */
answeredAt: string, 
/**
 * By whom.
 */
answeredBy: string | null, };

/**
 * A product's Sprint Reviews.
 */
export type Reviews = { 
/**
 * Those of the newest sprints first.
 */
reviews: Array<ReviewRow>, };

/**
 * Replaces the Definition of Done by a new version.
 */
export type ReviseDefinitionOfDone = { 
/**
 * Of which product.
 */
product: string, 
/**
 * What an item must meet from now on.
 */
criteria: Array<string>, };

/**
 * Changes a card that nobody else has seen.
 */
export type RewriteCard = { 
/**
 * Which.
 */
card: string, 
/**
 * What it says.
 */
text?: string, 
/**
 * Another column.
 */
column?: string, };

/**
 * What a person is to a product.
 */
export type Role = "productOwner" | "scrumMaster" | "developer" | "stakeholder";

/**
 * Roles in one product.
 */
export type RolesIn = { 
/**
 * The product.
 */
product: string, 
/**
 * The roles.
 */
roles: Array<Role>, };

/**
 * Timers that count.
 */
export type Running = { 
/**
 * By their beginning; those over their end too.
 */
timers: Array<Timer>, 
/**
 * The instant of this answer.
 */
now: string, };

/**
 * The running order of a Sprint Review.
 */
export type RunningOrder = { 
/**
 * In order.
 */
points: Array<ReviewPoint>, };

/**
 * An item as it will be.
 */
export type SampleItem = { 
/**
 * Its key in the file; empty when it has none.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * Value.
 */
value: number | null, 
/**
 * The name of its epic.
 */
epic: string | null, 
/**
 * Its labels.
 */
labels: Array<string>, 
/**
 * Who works on it, by name.
 */
assignees: Array<string>, 
/**
 * The beginning of its description.
 */
description: string, 
/**
 * How many acceptance criteria it has.
 */
acceptance: number, 
/**
 * Its status, as the file words it.
 */
status: string, };

/**
 * Writes a copy of an attached file.
 */
export type SaveAttachment = { 
/**
 * Which.
 */
attachment: string, 
/**
 * Where to: the file to be made.
 */
path: string, 
/**
 * A file that is there already may be replaced; the person was asked.
 */
replace?: boolean, };

/**
 * What was written.
 */
export type SavedAttachment = { 
/**
 * Where.
 */
path: string, 
/**
 * Bytes.
 */
size: number, };

/**
 * A saved view.
 */
export type SavedView = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Which items it shows.
 */
filter: BacklogFilter, 
/**
 * In which order.
 */
sort: BacklogSort, };

/**
 * A product's saved views.
 */
export type SavedViews = { 
/**
 * By name.
 */
views: Array<SavedView>, };

/**
 * A scope change.
 */
export type ScopeChange = { 
/**
 * When.
 */
at: string, 
/**
 * The item.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What happened.
 */
kind: ScopeKind, 
/**
 * Points the scope grew by, negative when it shrank.
 */
delta: number, 
/**
 * Who did it.
 */
person: string | null, };

/**
 * What a scope change was.
 */
export type ScopeKind = "added" | "removed" | "cancelled" | "reestimated";

/**
 * An event of Scrum, or the close of the sprint.
 */
export type ScrumEvent = "planning" | "daily" | "review" | "close" | "retrospective";

/**
 * Looks for items.
 */
export type SearchItems = { 
/**
 * In which product; in all of them when left out.
 */
product?: string, 
/**
 * What is looked for: words, each at least by its beginning, words between quotes, or a key.
 */
text: string, 
/**
 * How many, 50 at most.
 */
limit: number, };

/**
 * Seats exactly these people.
 */
export type SeatPoker = { 
/**
 * In which round.
 */
round: string, 
/**
 * Everybody who takes part.
 */
people: Array<string>, };

/**
 * Replaces the Definition of Ready. A criterion that keeps its id keeps the ticks it was given.
 */
export type SetDefinitionOfReady = { 
/**
 * Of which product.
 */
product: string, 
/**
 * In order; none at all for no definition.
 */
criteria: Array<WantedCriterion>, 
/**
 * Whether only ready items are taken into a sprint; as it was when left out.
 */
blocks?: boolean, };

/**
 * Sets the focus hours of a person in a product.
 */
export type SetFocusHours = { 
/**
 * In which product.
 */
product: string, 
/**
 * Whose.
 */
person: string, 
/**
 * Hours a working day, 0 to 24; the usual ones when left out.
 */
hours?: number, };

/**
 * Says how the Product Goal is measured.
 */
export type SetGoalMeasure = { 
/**
 * Of which product.
 */
product: string, 
/**
 * How; not at all when left out.
 */
measure?: MeasureWish, };

/**
 * Moves an entry on.
 */
export type SetImprovementState = { 
/**
 * Which.
 */
improvement: string, 
/**
 * Where to.
 */
state: ImprovementState, 
/**
 * What came of it; needed for kept, adapted and dropped.
 */
outcome?: string, };

/**
 * The downtime of an incident, told with the impediment or changed later; what is left out stays.
 */
export type SetIncident = { 
/**
 * Since when it was down. Now when left out of a new one.
 */
began?: string, 
/**
 * When it was restored; null while it is down.
 */
restored?: string | null, };

/**
 * Gives a person exactly these roles; none takes them out of the product.
 */
export type SetMember = { 
/**
 * In which product.
 */
product: string, 
/**
 * Who.
 */
person: string, 
/**
 * The roles.
 */
roles: Array<Role>, };

/**
 * Says how a product writes its release notes.
 */
export type SetNotesTemplate = { 
/**
 * Which product.
 */
product: string, 
/**
 * Markdown with placeholders; the usual template when left out or empty.
 */
template?: string, };

/**
 * How bad an impediment is.
 */
export type Severity = "low" | "medium" | "high" | "critical";

/**
 * What was released.
 */
export type Shipped = { 
/**
 * The releases, in the order they went out.
 */
releases: Array<ReleaseName>, 
/**
 * What they hold, by type.
 */
groups: Array<ShippedGroup>, 
/**
 * Items in all.
 */
items: number, 
/**
 * The sum of their estimates.
 */
points: number, 
/**
 * All of it as a text, Markdown.
 */
markdown: string, };

/**
 * What was released of one type.
 */
export type ShippedGroup = { 
/**
 * The type.
 */
type: ItemType, 
/**
 * What it is called in notes.
 */
heading: string, 
/**
 * The items, those that went out first at the top.
 */
items: Array<ShippedItem>, };

/**
 * An item that was released.
 */
export type ShippedItem = { 
/**
 * The version it came with.
 */
version: string, 
/**
 * The item.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title when it was put in.
 */
title: string, 
/**
 * What kind of work it was.
 */
type: ItemType, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * The version of the Definition of Done it met.
 */
dodVersion: number | null, 
/**
 * Criteria that were waived.
 */
waivers: Array<Waiver>, 
/**
 * The key of what its rest went on as, where the close of a sprint split it: it is Done in part.
 */
remainder: string | null, };

/**
 * Asks what was released since a point.
 */
export type ShippedSince = { 
/**
 * Of which product.
 */
product: string, 
/**
 * From where on.
 */
from: Since, 
/**
 * Up to the release of this increment, which is part of it; up to now when left out.
 */
until?: string, };

/**
 * From where on something shipped.
 */
export type Since = { "since": "beginning", } | { "since": "day", 
/**
 * The day.
 */
day: string, } | { "since": "release", 
/**
 * The increment.
 */
increment: string, } | { "since": "sprint", 
/**
 * The sprint.
 */
sprint: string, };

/**
 * Somebody who says something: a person of the workspace, or a guest by name.
 */
export type Speaker = { 
/**
 * The person.
 */
person?: string, 
/**
 * The guest's name.
 */
guest?: string, };

/**
 * Splits an item.
 */
export type SplitItem = { 
/**
 * Which.
 */
item: string, 
/**
 * What becomes of it.
 */
original: Original, 
/**
 * Two parts or more, in order. Where the original is kept, the first says what it is from now on.
 */
parts: Array<SplitPart>, 
/**
 * The parts get the original's description too.
 */
copyDescription?: boolean, };

/**
 * A part of an item.
 */
export type SplitPart = { 
/**
 * One line.
 */
title: string, 
/**
 * Points, a value of the product's scale.
 */
estimate?: number, 
/**
 * Acceptance criteria of the original that it takes over. Those nobody takes stay where they are.
 */
acceptance?: Array<string>, };

/**
 * A sprint.
 */
export type Sprint = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its product.
 */
product: string, 
/**
 * Its number in the product.
 */
number: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The Sprint Goal; empty when not set yet.
 */
goal: string, 
/**
 * Its first day.
 */
startDay: string, 
/**
 * Its last day, included.
 */
endDay: string, 
/**
 * Where it is in its life.
 */
state: SprintState, 
/**
 * When it was started.
 */
startedAt: string | null, 
/**
 * When it was closed or cancelled.
 */
endedAt: string | null, 
/**
 * The team's day on which it was closed or cancelled; none while it has not ended, and of one that was brought in.
 */
endedDay: string | null, 
/**
 * Why it was cancelled.
 */
cancelReason: string | null, 
/**
 * The tool it was brought in from, closed; its record is what that tool's file knew.
 */
importedFrom: string | null, 
/**
 * Items in it.
 */
items: number, 
/**
 * The sum of their estimates.
 */
points: number, 
/**
 * The part of it that is Done.
 */
donePoints: number, 
/**
 * The points frozen at start.
 */
committedPoints: number | null, };

/**
 * Capacity of a sprint, in hours, against the tasks of its open items.
 */
export type SprintCapacity = { 
/**
 * Days of the sprint on which the team works.
 */
workingDays: number, 
/**
 * The sum of what each person can do.
 */
hours: number, 
/**
 * What can still be done, while the sprint runs; today counts whole until it is over.
 */
left: CapacityLeft | null, 
/**
 * Hours left of all tasks.
 */
remaining: number, 
/**
 * The part of it that nobody does yet.
 */
unassigned: number, 
/**
 * Tasks that are not finished and of which nobody said how long they take: they count 0.
 */
withoutHours: number, 
/**
 * The Developers, anybody else whose focus hours were set, and whoever has a task, by name.
 */
people: Array<PersonCapacity>, };

/**
 * How likely it is by the end of a sprint.
 */
export type SprintChance = { 
/**
 * Its name, or the one it would have.
 */
name: string, 
/**
 * Its last day.
 */
endDay: string, 
/**
 * The share of the trials, 0 to 1.
 */
chance: number, };

/**
 * One day of a sprint.
 */
export type SprintDay = { 
/**
 * The day.
 */
day: string, 
/**
 * Whether the team works.
 */
working: boolean, };

/**
 * A sprint as its rooms show it.
 */
export type SprintDetail = { 
/**
 * The sprint.
 */
sprint: Sprint, 
/**
 * Its items, in the order of its board.
 */
items: Array<ItemRow>, 
/**
 * What past sprints completed; none before the first.
 */
velocity: VelocityRange | null, 
/**
 * Working days in all.
 */
workingDays: number, 
/**
 * Which working day today is, from 1; none outside the sprint.
 */
dayNumber: number | null, 
/**
 * Working days left, today included.
 */
workingDaysLeft: number, 
/**
 * Every day of the sprint.
 */
days: Array<SprintDay>, 
/**
 * Why a planned sprint could not be started now; none when it could, or is planned no longer.
 */
startRefusal: Refusal | null, };

/**
 * When a sprint ended, by the team's days.
 */
export type SprintEnd = { 
/**
 * The day.
 */
day: string, 
/**
 * Working days that were planned after it: more than none when it ended early.
 */
earlyDays: number, };

/**
 * One sprint's end.
 */
export type SprintForecast = { 
/**
 * The sprint, when there is one already.
 */
sprint: string | null, 
/**
 * Its name, or the one it would have.
 */
name: string, 
/**
 * Its last day.
 */
endDay: string, 
/**
 * Working days until then, today not counted.
 */
workingDays: number, 
/**
 * So much or more in 85 % of the trials.
 */
likely: Reach, 
/**
 * So much or more in half of them.
 */
even: Reach, };

/**
 * A phase of a sprint.
 */
export type SprintPhase = "planning" | "work" | "daily" | "review" | "retrospective";

/**
 * The record of a sprint.
 */
export type SprintRecord = { 
/**
 * The sprint as it stands.
 */
sprint: Sprint, 
/**
 * Its name when it ended.
 */
name: string, 
/**
 * Its goal when it ended.
 */
goal: string, 
/**
 * Its first day.
 */
startDay: string, 
/**
 * Its planned last day.
 */
endDay: string, 
/**
 * When it was started.
 */
startedAt: string, 
/**
 * When it ended.
 */
closedAt: string, 
/**
 * The same by the team's days; none of a sprint that was brought in, of which only its days are known.
 */
ended: SprintEnd | null, 
/**
 * Points frozen at start.
 */
committedPoints: number, 
/**
 * Committed items that nobody had estimated: they count 0.
 */
committedUnestimated: number, 
/**
 * Points of all items Done at close, by their estimate then.
 */
completedPoints: number, 
/**
 * Completed items that nobody had estimated: they count 0.
 */
completedUnestimated: number, 
/**
 * Committed points completed; what each item adds is beside it.
 */
keptPoints: number, 
/**
 * Committed points completed ÷ points committed; none when nothing was committed.
 */
sayDo: number | null, 
/**
 * What changed after the start.
 */
changes: RecordedChanges, 
/**
 * Every item that was ever in it after the start.
 */
items: Array<RecordedItem>, 
/**
 * The increments it had when it ended, by their names then.
 */
increments: Array<IncrementName>, 
/**
 * The chart as it stood at close.
 */
burndown: Burndown, };

/**
 * A sprint as its Review looks at it.
 */
export type SprintReview = { 
/**
 * The sprint.
 */
sprint: Sprint, 
/**
 * Its Review; none while nobody has prepared it.
 */
review: Review | null, 
/**
 * What was committed to against what is Done; once the Review is over, what was Done at its end.
 */
delivered: Delivered, 
/**
 * What is not Done, or was not at the end of the Review. It is not shown.
 */
undone: Array<UndoneItem>, 
/**
 * What is Done and not in the running order.
 */
waiting: Array<LinkedItem>, 
/**
 * The increments that come from the sprint.
 */
increments: Array<IncrementName>, 
/**
 * The sprint that is planned next.
 */
next: Sprint | null, };

/**
 * Where a sprint is in its life.
 */
export type SprintState = "planned" | "active" | "closed" | "cancelled";

/**
 * The tasks in a sprint.
 */
export type SprintTasks = { 
/**
 * Item by item in the sprint's order, those of an item in theirs.
 */
tasks: Array<Task>, };

/**
 * One sprint in points.
 */
export type SprintVelocity = { 
/**
 * The sprint.
 */
sprint: string, 
/**
 * Its number.
 */
number: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Frozen at start.
 */
committed: number, 
/**
 * Done at close, by the estimates then.
 */
completed: number, 
/**
 * Committed points completed ÷ points committed.
 */
sayDo: number | null, };

/**
 * A product's sprints.
 */
export type Sprints = { 
/**
 * Newest first.
 */
sprints: Array<Sprint>, };

/**
 * Where a KPI stands; as its course tells it.
 */
export type Standing = { 
/**
 * The entry.
 */
improvement: string, 
/**
 * The newest value since it was agreed.
 */
last: number, 
/**
 * How much of the way to the target is gone, in per cent.
 */
progress: number | null, 
/**
 * The target is reached; none without a target.
 */
reached: boolean | null, 
/**
 * It went the way it should; none when it stands where it stood, or is not known.
 */
better: boolean | null, };

/**
 * Where the KPIs of a register stand.
 */
export type Standings = { 
/**
 * One for each entry with a value since it was agreed, newest entry first.
 */
standings: Array<Standing>, };

/**
 * Starts today's Daily Scrum.
 */
export type StartDaily = { 
/**
 * Of which product.
 */
product: string, 
/**
 * Person by person when left out.
 */
round?: DailyRound, 
/**
 * Who takes part; when left out, the Developers who work today.
 */
people?: Array<string>, };

/**
 * Starts a retrospective.
 */
export type StartRetro = { 
/**
 * Of which product.
 */
product: string, 
/**
 * The sprint it looks back on.
 */
sprint?: string, 
/**
 * How it gathers; went well, to improve, ideas when left out.
 */
format?: RetroFormat, 
/**
 * The columns of the team's own format.
 */
columns?: Array<string>, 
/**
 * Whether nothing keeps who said what; false when left out.
 */
anonymous?: boolean, 
/**
 * Votes of each person, 1 to 10; 4 when left out.
 */
votesEach?: number, 
/**
 * Whether a person may give several votes to one topic; true when left out.
 */
votesSeveral?: boolean, };

/**
 * Starts a planned sprint.
 */
export type StartSprint = { 
/**
 * Which.
 */
sprint: string, };

/**
 * Starts the timer of a meeting, or of a topic in it. Each has at most one that was not stopped.
 */
export type StartTimer = { 
/**
 * Of which product.
 */
product: string, 
/**
 * What kind of thing is timed.
 */
kind: TimerKind, 
/**
 * The id of the meeting or of the topic.
 */
subject: string, 
/**
 * What to call it, as the end is told: "Daily Scrum".
 */
label: string, 
/**
 * The timebox: 1 second to 8 hours.
 */
seconds: number, };

/**
 * What is usual in the columns of a board.
 */
export type Stays = { 
/**
 * Columns about which enough is known.
 */
columns: Array<ColumnStay>, 
/**
 * How many of the newest ended sprints this rests on.
 */
sprints: number, };

/**
 * What remains from an instant on.
 */
export type Step = { 
/**
 * Since when.
 */
at: string, 
/**
 * Points.
 */
remaining: number, 
/**
 * Items, unestimated ones included.
 */
items: number, };

/**
 * One thing that happened.
 */
export type StoryEntry = { 
/**
 * Its place in the history.
 */
id: number, 
/**
 * The action it was part of, to undo by.
 */
action: string, 
/**
 * When.
 */
at: string, 
/**
 * Who was acting; none when nobody was.
 */
person: string | null, 
/**
 * What, to follow a name: "raised the estimate from 3 to 5".
 */
text: string, 
/**
 * An undo that still stands has taken it back.
 */
undone: boolean, };

/**
 * What kind of thing something was done to.
 */
export type SubjectKind = "sprint" | "impediment" | "retro" | "item" | "goal";

/**
 * Asks for a key.
 */
export type SuggestKey = { 
/**
 * The product's name.
 */
name: string, 
/**
 * A key to look at, in place of one made from the name.
 */
key?: string, };

/**
 * A key that a new product may have.
 */
export type SuggestedKey = { 
/**
 * A key for the name, not taken.
 */
key: string, 
/**
 * Why the key that was asked about cannot be.
 */
refusal: Refusal | null, };

/**
 * A name and a key for a product.
 */
export type SuggestedProduct = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The file itself names it, in a column or as the prefix of its items' keys.
 */
namedByFile: boolean, };

/**
 * Takes back what the acting person said, before anybody has seen it.
 */
export type TakeBack = { 
/**
 * What was answered when it was kept.
 */
ids: Array<string>, };

/**
 * Takes the baseline from the newest closed sprint that has a value.
 */
export type TakeBaseline = { 
/**
 * Of which improvement.
 */
improvement: string, };

/**
 * Takes items into a sprint.
 */
export type TakeItems = { 
/**
 * Which sprint.
 */
sprint: string, 
/**
 * Which items; they join in their order of the Product Backlog.
 */
items: Array<string>, };

/**
 * A task.
 */
export type Task = { 
/**
 * Its id.
 */
id: string, 
/**
 * Of which item.
 */
item: string, 
/**
 * One line.
 */
title: string, 
/**
 * Hours left when it was last said; none when nobody said. A finished task counts 0.
 */
hours: number | null, 
/**
 * Who does it.
 */
person: string | null, 
/**
 * Where it is.
 */
state: TaskState, 
/**
 * Which column of that meaning it stands in on the board; the first one when none is said.
 */
column: string | null, };

/**
 * Tasks of an item in figures.
 */
export type TaskFigures = { 
/**
 * All of them.
 */
count: number, 
/**
 * Finished ones.
 */
done: number, 
/**
 * Hours left of the others.
 */
remaining: number, };

/**
 * Where a task is.
 */
export type TaskState = "todo" | "inProgress" | "done";

/**
 * A list of tasks.
 */
export type TaskTemplate = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * In order.
 */
tasks: Array<TemplateTask>, 
/**
 * The sum of their hours.
 */
hours: number, };

/**
 * A product's lists of tasks.
 */
export type TaskTemplates = { 
/**
 * By name.
 */
templates: Array<TaskTemplate>, };

/**
 * Tasks of an item.
 */
export type Tasks = { 
/**
 * In order.
 */
tasks: Array<Task>, 
/**
 * Hours left of those that are not finished.
 */
remaining: number, };

/**
 * What a new item of a kind begins with.
 */
export type Template = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What kind of work it is for.
 */
type: ItemType, 
/**
 * What a title begins with; may be empty.
 */
title: string, 
/**
 * Markdown.
 */
description: string, 
/**
 * Acceptance criteria, in order.
 */
acceptance: Array<string>, 
/**
 * Labels.
 */
labels: Array<string>, };

/**
 * A task of a list.
 */
export type TemplateTask = { 
/**
 * One line.
 */
title: string, 
/**
 * Hours of work, 0 to 999; null when nobody knows.
 */
hours: number | null, };

/**
 * A product's templates.
 */
export type Templates = { 
/**
 * By name.
 */
templates: Array<Template>, };

/**
 * Says whether an acceptance criterion is met.
 */
export type TickAcceptance = { 
/**
 * Which.
 */
criterion: string, 
/**
 * Whether it is met.
 */
met: boolean, };

/**
 * Says whether an item meets a criterion.
 */
export type TickCriterion = { 
/**
 * Which item.
 */
item: string, 
/**
 * Which criterion of the newest Definition of Done.
 */
criterion: string, 
/**
 * Whether it is met.
 */
met: boolean, };

/**
 * Says whether an item meets a criterion of the Definition of Ready.
 */
export type TickReady = { 
/**
 * Which item.
 */
item: string, 
/**
 * Which criterion.
 */
criterion: string, 
/**
 * Whether it is met.
 */
met: boolean, };

/**
 * Says when something happened to an incident.
 */
export type TimeIncident = { 
/**
 * Of which impediment.
 */
impediment: string, 
/**
 * Now when left out.
 */
at?: string, };

/**
 * A day of the timeline.
 */
export type TimelineDay = { 
/**
 * The day.
 */
day: string, 
/**
 * Whether it was to be worked.
 */
working: boolean, 
/**
 * Its first instant.
 */
start: string, };

/**
 * Something that happened.
 */
export type TimelineMark = { 
/**
 * What it was.
 */
kind: MarkKind, 
/**
 * When, or since when.
 */
at: string, 
/**
 * Until when, of what lasted; what has not ended lasts until now.
 */
until: string | null, 
/**
 * It still goes on.
 */
open: boolean, 
/**
 * HBR-12, IMP-3, or a version.
 */
key: string, 
/**
 * A title.
 */
title: string, 
/**
 * Points by which the scope or what remained changed.
 */
points: number | null, 
/**
 * Of a Daily Scrum, the mean of how sure the team was of the Sprint Goal, from 1 to 5.
 */
confidence: number | null, 
/**
 * The item, where it is about one.
 */
item: string | null, };

/**
 * A timer as it is now.
 */
export type Timer = { 
/**
 * Its id.
 */
id: string, 
/**
 * Of which product.
 */
product: string, 
/**
 * What kind of thing it times.
 */
kind: TimerKind, 
/**
 * The id of what it times.
 */
subject: string, 
/**
 * What to call it.
 */
label: string, 
/**
 * Whether it counts.
 */
state: TimerState, 
/**
 * The timebox in seconds, extensions included.
 */
lengthSeconds: number, 
/**
 * What has passed, in milliseconds, pauses left out.
 */
spentMs: number, 
/**
 * What is left, in milliseconds; below zero, by how much it is over.
 */
leftMs: number, 
/**
 * When it ends or ended; none unless it runs.
 */
endsAt: string | null, 
/**
 * When it was started.
 */
startedAt: string, 
/**
 * When its end was told by the system.
 */
toldAt: string | null, 
/**
 * Its end in a sentence: "The 15 minutes are over."
 */
endSays: string, 
/**
 * The instant of this answer, to count on from.
 */
now: string, };

/**
 * What kind of thing is timed.
 */
export type TimerKind = "daily" | "review" | "retro" | "planning";

/**
 * The timer of a subject.
 */
export type TimerOf = { 
/**
 * The one that was not stopped, or else the last one; none when there never was any.
 */
timer: Timer | null, 
/**
 * The instant of this answer.
 */
now: string, };

/**
 * Whether a timer counts.
 */
export type TimerState = "running" | "paused" | "stopped";

/**
 * A person's day.
 */
export type Today = { 
/**
 * The team's day.
 */
day: string, 
/**
 * Why the team would not work on it; none on a working day.
 */
dayOff: string | null, 
/**
 * What the person is to the product.
 */
roles: Array<Role>, 
/**
 * Where the sprint stands; none while none runs.
 */
sprint: TodaySprint | null, 
/**
 * What needs the person, by role; what needs nothing is left out.
 */
needs: Array<Need>, 
/**
 * The event that comes next.
 */
next: NextEvent, };

/**
 * Where the running sprint stands.
 */
export type TodaySprint = { 
/**
 * The sprint.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its goal.
 */
goal: string, 
/**
 * Which working day today is, from 1; none when the sprint should be over.
 */
dayNumber: number | null, 
/**
 * Working days in all.
 */
workingDays: number, 
/**
 * Working days left, today included.
 */
workingDaysLeft: number, 
/**
 * Its last day.
 */
endDay: string, 
/**
 * The chart so far.
 */
burndown: Burndown, 
/**
 * Items in it.
 */
items: number, 
/**
 * Of these, Done.
 */
done: number, 
/**
 * Open items that an impediment blocks, the one blocked longest first.
 */
blocked: Array<BlockedNow>, 
/**
 * Impediments that are not resolved.
 */
impediments: number, 
/**
 * Of these, those that endanger the Sprint Goal.
 */
endanger: number, };

/**
 * Whether a topic has been talked about.
 */
export type TopicTalk = "waiting" | "now" | "done";

/**
 * A day of a sprint: a working day, or another on which there was a Daily Scrum.
 */
export type TrendPoint = { 
/**
 * The day.
 */
day: string, 
/**
 * Its Daily Scrum; none where it was left out.
 */
daily: string | null, 
/**
 * Mean of the votes, in tenths; none without any, or while they are hidden.
 */
average: number | null, 
/**
 * How many voted.
 */
votes: number, };

/**
 * One trouble behind a figure.
 */
export type TroubleEvent = { 
/**
 * The impediment.
 */
impediment: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * When it began.
 */
from: string, 
/**
 * When it was over; none when it was not in the period.
 */
to: string | null, 
/**
 * By the clock.
 */
hours: number, 
/**
 * On working days only.
 */
workingHours: number, };

/**
 * How long several troubles took: those that were over in the period, with those that lasted beyond it beside.
 */
export type TroubleFigure = { 
/**
 * How many were over; the figures rest on these.
 */
n: number, 
/**
 * All of their hours.
 */
totalHours: number, 
/**
 * The mean, in hours: total ÷ n. None without any.
 */
meanHours: number | null, 
/**
 * The median, in hours.
 */
medianHours: number | null, 
/**
 * The mean on working days only, in hours.
 */
meanWorkingHours: number | null, 
/**
 * The median on working days only, in hours.
 */
medianWorkingHours: number | null, 
/**
 * What the figures rest on, the longest first.
 */
over: Array<TroubleEvent>, 
/**
 * What is in neither figure, the longest first; it lasts up to the end of the period so far.
 */
open: Array<TroubleEvent>, };

/**
 * An action that can be turned.
 */
export type Turn = { 
/**
 * The action.
 */
action: string, 
/**
 * What was done.
 */
label: string, };

/**
 * What was turned.
 */
export type Turned = { 
/**
 * The label of the action.
 */
label: string, };

/**
 * Takes an action back.
 */
export type Undo = { 
/**
 * Which; the newest that stands when left out.
 */
action?: string, };

/**
 * What can be turned back and forth.
 */
export type UndoState = { 
/**
 * What an undo would take back.
 */
undo: Turn | null, 
/**
 * What a redo would bring back.
 */
redo: Turn | null, };

/**
 * An item that is not Done.
 */
export type UndoneItem = { 
/**
 * The item; it may have been deleted since.
 */
item: string, 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What kind of work it is.
 */
type: ItemType, 
/**
 * Points.
 */
estimate: number | null, 
/**
 * It was part of the commitment.
 */
committed: boolean, 
/**
 * How far it is or what became of it, in words: "In Progress", "cancelled", "carried to the next sprint".
 */
fate: string, 
/**
 * An open impediment holds it up, or did at the end of the Review.
 */
blocked: boolean, };

/**
 * Where an unfinished item goes.
 */
export type Unfinished = "top" | "place" | "next" | "split";

/**
 * Takes a card out of its group, or a group apart.
 */
export type Ungroup = { 
/**
 * In which retrospective.
 */
retro: string, 
/**
 * The card or the group.
 */
subject: string, };

/**
 * Takes an invitation back.
 */
export type Uninvite = { 
/**
 * Whose.
 */
attendee: string, };

/**
 * The items of the Product Backlog that have a value and an estimate, as points of a plane.
 */
export type ValueEffort = { 
/**
 * One for each pair of value and estimate; the one whose first item stands highest first. At most 300.
 */
points: Array<ValuePoint>, 
/**
 * Items in all that have both.
 */
items: number, 
/**
 * Pairs that are not among the points.
 */
leftOutPoints: number, 
/**
 * Items of these.
 */
leftOutItems: number, 
/**
 * The middle value of all that have both: what parts more from less.
 */
middleValue: number | null, 
/**
 * The middle estimate.
 */
middleEstimate: number | null, 
/**
 * Items without a value that have an estimate.
 */
withoutValue: number, 
/**
 * Items without an estimate that have a value.
 */
withoutEstimate: number, 
/**
 * Items with neither.
 */
withoutBoth: number, };

/**
 * Where items are in the plane of value and effort, or why they are not in it.
 */
export type ValuePlace = { "at": "point", 
/**
 * Their value.
 */
value: number, 
/**
 * Their estimate, in points.
 */
estimate: number, } | { "at": "withoutValue", } | { "at": "withoutEstimate", } | { "at": "withoutBoth", };

/**
 * Items with one value and one estimate.
 */
export type ValuePoint = { 
/**
 * Their value.
 */
value: number, 
/**
 * Their estimate, in points.
 */
estimate: number, 
/**
 * How many.
 */
items: number, 
/**
 * The first of them in the order of the backlog.
 */
first: LinkedItem, };

/**
 * A product's velocity.
 */
export type Velocity = { 
/**
 * Closed sprints, oldest first; cancelled ones are left out.
 */
sprints: Array<SprintVelocity>, 
/**
 * The range to expect; none before the first closed sprint.
 */
range: VelocityRange | null, };

/**
 * What sprints completed.
 */
export type VelocityRange = { 
/**
 * 10th percentile.
 */
low: number, 
/**
 * Median.
 */
typical: number, 
/**
 * 90th percentile.
 */
high: number, 
/**
 * The most in one sprint.
 */
best: number, 
/**
 * How many sprints it rests on.
 */
n: number, };

/**
 * Votes on the Sprint Goal.
 */
export type VoteDaily = { 
/**
 * In which Daily Scrum.
 */
daily: string, 
/**
 * Whose vote.
 */
person: string, 
/**
 * From 1, no way, to 5, certain; none takes the vote away.
 */
confidence?: number, };

/**
 * Chooses a card.
 */
export type VotePoker = { 
/**
 * In which round.
 */
round: string, 
/**
 * Who chooses: a person at the table, whoever sits at this window.
 */
person: string, 
/**
 * Which card.
 */
card: PokerCard, };

/**
 * Lets a criterion go for one item.
 */
export type WaiveCriterion = { 
/**
 * Which.
 */
criterion: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A criterion that was waived, in the words of that day.
 */
export type Waiver = { 
/**
 * What was waived.
 */
criterion: string, 
/**
 * By whom.
 */
person: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A criterion as it shall be.
 */
export type WantedCriterion = { 
/**
 * The one that is there already; a new one when left out.
 */
id?: string, 
/**
 * What must hold.
 */
text: string, };

/**
 * A workspace with what every screen needs of it.
 */
export type Workspace = { 
/**
 * Its id.
 */
id: string, 
/**
 * What the team calls it.
 */
name: string, 
/**
 * Where the file is.
 */
path: string, 
/**
 * The version of its schema.
 */
schema: number, 
/**
 * Everybody, by name, those removed last.
 */
people: Array<Person>, 
/**
 * Every product, by key.
 */
products: Array<Product>, };

/**
 * Writes notes or minutes; what is left out stays.
 */
export type WriteReview = { 
/**
 * Of which Sprint Review.
 */
review: string, 
/**
 * Notes, Markdown; they are part of the minutes.
 */
notes?: string, 
/**
 * The minutes, Markdown; null to let them follow from everything else again.
 */
minutes?: string | null, };

/** Every command and query by name. */
export interface Contract {
  /** The open workspace, its people and products. */
  "workspace.current": { kind: "query"; request: Nothing; response: Current };
  /** Makes a new workspace file. */
  "workspace.create": { kind: "command"; request: CreateWorkspace; response: Workspace };
  /** Gives the workspace another name. */
  "workspace.rename": { kind: "command"; request: RenameWorkspace; response: Done };
  /** Runs the integrity check over the whole file. */
  "workspace.check": { kind: "query"; request: Nothing; response: Checked };
  /** Adds a person to the workspace. */
  "person.add": { kind: "command"; request: AddPerson; response: Person };
  /** Renames a person. */
  "person.edit": { kind: "command"; request: EditPerson; response: Person };
  /** Removes a person; what they did stays, what they have in hand is handed over. */
  "person.remove": { kind: "command"; request: RemovePerson; response: Person };
  /** The open items, tasks, impediments and improvements of a person. */
  "person.openWork": { kind: "query"; request: NamePerson; response: OpenWork };
  /** Gives a person exactly these roles in a product. */
  "member.set": { kind: "command"; request: SetMember; response: Product };
  /** Creates a product with its board and Definition of Done. */
  "product.create": { kind: "command"; request: CreateProduct; response: Product };
  /** Changes a product's name, goal or settings. */
  "product.edit": { kind: "command"; request: EditProduct; response: Product };
  /** What a new product starts with. */
  "product.defaults": { kind: "query"; request: Nothing; response: ProductDefaults };
  /** Suggests a key for a product's name, and looks at one that was typed. */
  "product.suggestKey": { kind: "query"; request: SuggestKey; response: SuggestedKey };
  /** Adds a day on which nobody works. */
  "holiday.add": { kind: "command"; request: AddHoliday; response: Product };
  /** Makes a holiday a day like any other. */
  "holiday.remove": { kind: "command"; request: RemoveHoliday; response: Product };
  /** Makes a new version of the Definition of Done. */
  "product.reviseDefinitionOfDone": { kind: "command"; request: ReviseDefinitionOfDone; response: Product };
  /** What past sprints committed to and completed. */
  "product.velocity": { kind: "query"; request: GetVelocity; response: Velocity };
  /** Adds a workflow column. */
  "column.add": { kind: "command"; request: AddColumn; response: Column };
  /** Changes a column's name or WIP limit. */
  "column.edit": { kind: "command"; request: EditColumn; response: Column };
  /** Moves a column on the board. */
  "column.move": { kind: "command"; request: MoveColumn; response: Product };
  /** Deletes an empty column. */
  "column.delete": { kind: "command"; request: DeleteColumn; response: Product };
  /** Adds an item to the Product Backlog. */
  "item.create": { kind: "command"; request: CreateItem; response: ItemRow };
  /** Changes what is written on an item. */
  "item.edit": { kind: "command"; request: EditItem; response: ItemRow };
  /** Orders the Product Backlog. */
  "item.move": { kind: "command"; request: MoveItems; response: ItemsMoved };
  /** Deletes items; undo brings them back. */
  "item.delete": { kind: "command"; request: DeleteItems; response: ItemsDeleted };
  /** Cancels items, with the reason. */
  "item.cancel": { kind: "command"; request: CancelItems; response: ItemsCancelled };
  /** Makes a Done or cancelled item work again. */
  "item.reopen": { kind: "command"; request: ReopenItem; response: ItemRow };
  /** Splits an item into parts. */
  "item.split": { kind: "command"; request: SplitItem; response: ItemsSplit };
  /** Merges duplicates into the one item that stays. */
  "item.merge": { kind: "command"; request: MergeItems; response: ItemsMerged };
  /** Everything that stands on an item. */
  "item.get": { kind: "query"; request: NameItem; response: ItemDetail };
  /** Rows of the Product Backlog in its order. */
  "backlog.window": { kind: "query"; request: BacklogWindow; response: Backlog };
  /** Where an item stands in the Product Backlog. */
  "backlog.locate": { kind: "query"; request: LocateItem; response: Located };
  /** Items of the Product Backlog by id alone, in its order. */
  "backlog.ids": { kind: "query"; request: BacklogIds; response: BacklogNames };
  /** The Product Backlog, or a view of it, as CSV, JSON or Markdown. */
  "backlog.export": { kind: "query"; request: ExportBacklog; response: ExportedBacklog };
  /** The labels in use on a product's items. */
  "label.list": { kind: "query"; request: ListLabels; response: Labels };
  /** Changes many items alike, as one action. */
  "item.bulkEdit": { kind: "command"; request: EditItems; response: ItemsEdited };
  /** Adds acceptance criteria to an item. */
  "acceptance.add": { kind: "command"; request: AddAcceptance; response: Acceptance };
  /** Rewords an acceptance criterion. */
  "acceptance.edit": { kind: "command"; request: EditAcceptance; response: Acceptance };
  /** Says whether an acceptance criterion is met. */
  "acceptance.tick": { kind: "command"; request: TickAcceptance; response: Acceptance };
  /** Moves an acceptance criterion in its checklist. */
  "acceptance.move": { kind: "command"; request: MoveAcceptance; response: Acceptance };
  /** Removes an acceptance criterion. */
  "acceptance.delete": { kind: "command"; request: NameAcceptance; response: Acceptance };
  /** Says whether an item meets a criterion of the Definition of Ready. */
  "item.tickReady": { kind: "command"; request: TickReady; response: Readiness };
  /** Replaces the Definition of Ready. */
  "product.setDefinitionOfReady": { kind: "command"; request: SetDefinitionOfReady; response: Product };
  /** Links two items. */
  "link.add": { kind: "command"; request: AddLink; response: Link };
  /** Removes a link. */
  "link.remove": { kind: "command"; request: RemoveLink; response: Done };
  /** Comments on an item. */
  "comment.add": { kind: "command"; request: AddComment; response: Comment };
  /** Changes one's own comment. */
  "comment.edit": { kind: "command"; request: EditComment; response: Comment };
  /** Deletes a comment. */
  "comment.delete": { kind: "command"; request: DeleteComment; response: Done };
  /** Keeps a file with an item. */
  "attachment.add": { kind: "command"; request: AddAttachment; response: Attachment };
  /** Removes a file from an item; undo brings it back. */
  "attachment.remove": { kind: "command"; request: NameAttachment; response: Done };
  /** Writes a copy of an attached file to disk. */
  "attachment.save": { kind: "command"; request: SaveAttachment; response: SavedAttachment };
  /** The bytes of an attached picture, to be shown. */
  "attachment.read": { kind: "query"; request: NameAttachment; response: Picture };
  /** How a Markdown text looks. */
  "markdown.render": { kind: "query"; request: RenderMarkdown; response: RenderedMarkdown };
  /** What happened to an item, in words. */
  "item.history": { kind: "query"; request: ItemHistory; response: ItemStory };
  /** Finds items of every state by their words. */
  "item.search": { kind: "query"; request: SearchItems; response: FoundItems };
  /** Where the next sprints are likely to end in the Product Backlog. */
  "forecast.backlog": { kind: "query"; request: ForecastBacklog; response: BacklogForecast };
  /** When an item of the Product Backlog is likely to be Done. */
  "forecast.item": { kind: "query"; request: ForecastItem; response: ItemForecast };
  /** Saves a filter and an order under a name. */
  "view.create": { kind: "command"; request: CreateView; response: SavedView };
  /** Changes a saved view. */
  "view.edit": { kind: "command"; request: EditView; response: SavedView };
  /** Deletes a saved view. */
  "view.delete": { kind: "command"; request: DeleteView; response: Done };
  /** A product's saved views. */
  "view.list": { kind: "query"; request: ListViews; response: SavedViews };
  /** Makes an epic. */
  "epic.create": { kind: "command"; request: CreateEpic; response: Epic };
  /** Changes an epic's name or colour. */
  "epic.edit": { kind: "command"; request: EditEpic; response: Epic };
  /** Deletes an epic; its items stay, without one. */
  "epic.delete": { kind: "command"; request: DeleteEpic; response: EpicDeleted };
  /** A product's epics. */
  "epic.list": { kind: "query"; request: ListEpics; response: Epics };
  /** A product's epics with how far their items are. */
  "epic.progress": { kind: "query"; request: ListEpics; response: EpicsProgress };
  /** Adds a template for new items. */
  "template.create": { kind: "command"; request: CreateTemplate; response: Template };
  /** Changes a template. */
  "template.edit": { kind: "command"; request: EditTemplate; response: Template };
  /** Deletes a template. */
  "template.delete": { kind: "command"; request: DeleteTemplate; response: Done };
  /** A product's templates for new items. */
  "template.list": { kind: "query"; request: ListTemplates; response: Templates };
  /** The Product Goal: its measure, how far it is, and the goals before it. */
  "goal.get": { kind: "query"; request: GetGoal; response: ProductGoal };
  /** Says how the Product Goal is measured. */
  "goal.setMeasure": { kind: "command"; request: SetGoalMeasure; response: ProductGoal };
  /** Records a value on the way to the Product Goal. */
  "goal.record": { kind: "command"; request: RecordGoal; response: ProductGoal };
  /** Deletes a recorded value. */
  "goal.deleteMeasurement": { kind: "command"; request: DeleteMeasurement; response: ProductGoal };
  /** Ends the Product Goal as fulfilled or abandoned. */
  "goal.end": { kind: "command"; request: EndGoal; response: ProductGoal };
  /** The Product Backlog by value and effort. */
  "backlog.valueEffort": { kind: "query"; request: GetValueEffort; response: ValueEffort };
  /** Items of the Product Backlog with one value and one estimate, or without. */
  "backlog.ofValueAndEffort": { kind: "query"; request: OfValueAndEffort; response: ItemsOfValue };
  /** What a new sprint would be called and which days it would have. */
  "sprint.propose": { kind: "query"; request: ProposeSprint; response: ProposedSprint };
  /** Plans a sprint. */
  "sprint.create": { kind: "command"; request: CreateSprint; response: Sprint };
  /** Changes a sprint's name, goal or dates. */
  "sprint.edit": { kind: "command"; request: EditSprint; response: Sprint };
  /** Deletes a planned sprint. */
  "sprint.delete": { kind: "command"; request: DeleteSprint; response: Done };
  /** Takes items into a sprint. */
  "sprint.take": { kind: "command"; request: TakeItems; response: Sprint };
  /** Gives items back to the Product Backlog. */
  "sprint.giveBack": { kind: "command"; request: GiveBackItems; response: ItemsGivenBack };
  /** Orders the items of a planned sprint. */
  "sprint.order": { kind: "command"; request: OrderSprint; response: Sprint };
  /** What the team and each person can do in a sprint, and what its tasks ask of them. */
  "sprint.capacity": { kind: "query"; request: NameSprint; response: SprintCapacity };
  /** Says when a person does not work. */
  "daysOff.add": { kind: "command"; request: AddDaysOff; response: DaysOff };
  /** Makes days off days like any other. */
  "daysOff.remove": { kind: "command"; request: NameDaysOff; response: DaysOff };
  /** Says how many hours a day a person has for a product. */
  "focusHours.set": { kind: "command"; request: SetFocusHours; response: Focus };
  /** Days off and focus hours of everybody. */
  "team.availability": { kind: "query"; request: GetAvailability; response: Availability };
  /** Adds a task to an item. */
  "task.add": { kind: "command"; request: AddTask; response: Task };
  /** Changes a task: its title, hours left, person or state. */
  "task.edit": { kind: "command"; request: EditTask; response: Task };
  /** Moves a task among those of its item. */
  "task.move": { kind: "command"; request: MoveTask; response: Tasks };
  /** Deletes a task. */
  "task.delete": { kind: "command"; request: NameTask; response: Tasks };
  /** The tasks of an item. */
  "task.list": { kind: "query"; request: ListTasks; response: Tasks };
  /** The tasks of the open items in a sprint. */
  "task.ofSprint": { kind: "query"; request: NameSprint; response: SprintTasks };
  /** Adds a list of tasks. */
  "taskTemplate.create": { kind: "command"; request: CreateTaskTemplate; response: TaskTemplate };
  /** Changes a list of tasks. */
  "taskTemplate.edit": { kind: "command"; request: EditTaskTemplate; response: TaskTemplate };
  /** Deletes a list of tasks. */
  "taskTemplate.delete": { kind: "command"; request: NameTaskTemplate; response: Done };
  /** A product's lists of tasks. */
  "taskTemplate.list": { kind: "query"; request: ListTaskTemplates; response: TaskTemplates };
  /** Gives an item the tasks of a list. */
  "taskTemplate.apply": { kind: "command"; request: ApplyTaskTemplate; response: Tasks };
  /** Opens a round of Planning Poker over an item. */
  "poker.open": { kind: "command"; request: OpenPoker; response: PokerTable };
  /** Says who takes part in an open round. */
  "poker.seat": { kind: "command"; request: SeatPoker; response: PokerTable };
  /** Chooses a card, unseen. */
  "poker.vote": { kind: "command"; request: VotePoker; response: PokerTable };
  /** Turns the cards of a round. */
  "poker.reveal": { kind: "command"; request: RevealPoker; response: PokerTable };
  /** Accepts an estimate after a round. */
  "poker.accept": { kind: "command"; request: AcceptPoker; response: PokerTable };
  /** Calls an open round off; its cards go unseen. */
  "poker.clear": { kind: "command"; request: NamePokerRound; response: PokerTable };
  /** Planning Poker over an item; hidden cards are told to nobody. */
  "poker.get": { kind: "query"; request: NameItem; response: PokerTable };
  /** What was done against guidance, newest first. */
  "guidance.list": { kind: "query"; request: ListGuidance; response: GuidanceNotes };
  /** Starts a sprint and freezes its commitment. */
  "sprint.start": { kind: "command"; request: StartSprint; response: Sprint };
  /** Cancels the active sprint, with the reason. */
  "sprint.cancel": { kind: "command"; request: CancelSprint; response: Sprint };
  /** What closing the active sprint is about: what needs a decision, what is Done, where things would go. */
  "sprint.closing": { kind: "query"; request: AskClosing; response: Closing };
  /** Closes the active sprint with a decision for every unfinished item. */
  "sprint.close": { kind: "command"; request: CloseSprint; response: SprintRecord };
  /** What the Product Backlog and the next sprint would look like after a close. */
  "sprint.closePreview": { kind: "query"; request: PreviewClose; response: ClosePreview };
  /** A product's sprints. */
  "sprint.list": { kind: "query"; request: ListSprints; response: Sprints };
  /** A sprint with its items and days. */
  "sprint.get": { kind: "query"; request: NameSprint; response: SprintDetail };
  /** The immutable record of a sprint that ended. */
  "sprint.record": { kind: "query"; request: NameSprint; response: SprintRecord };
  /** The record of a sprint that ended, as HTML or Markdown. */
  "sprint.exportRecord": { kind: "query"; request: ExportRecord; response: ExportedRecord };
  /** The burndown, now or as of an instant. */
  "sprint.burndown": { kind: "query"; request: GetBurndown; response: Burndown };
  /** The active sprint on its board. */
  "board.get": { kind: "query"; request: GetBoard; response: Board };
  /** Moves a card; entering Done asks the Definition of Done. */
  "board.move": { kind: "command"; request: MoveCard; response: ItemRow };
  /** Moves a task to a column of the board; in a Done column it is finished. */
  "board.moveTask": { kind: "command"; request: MoveTaskCard; response: Task };
  /** How long cards usually stay in each column. */
  "board.stays": { kind: "query"; request: GetBoard; response: Stays };
  /** Ticks a criterion of the Definition of Done. */
  "board.tick": { kind: "command"; request: TickCriterion; response: Done };
  /** Makes an increment of Done items. */
  "increment.create": { kind: "command"; request: CreateIncrement; response: Increment };
  /** Changes an increment's name or notes. */
  "increment.edit": { kind: "command"; request: EditIncrement; response: Increment };
  /** Puts Done items into an increment. */
  "increment.addItems": { kind: "command"; request: IncrementItems; response: Increment };
  /** Takes items out of an increment. */
  "increment.removeItems": { kind: "command"; request: IncrementItems; response: Increment };
  /** Releases an increment. */
  "increment.release": { kind: "command"; request: ReleaseIncrement; response: Increment };
  /** An increment with what it holds. */
  "increment.get": { kind: "query"; request: NameIncrement; response: Increment };
  /** The release notes that a template writes of an increment. */
  "increment.draftNotes": { kind: "query"; request: DraftNotes; response: DraftedNotes };
  /** What was released since a day, a version or a sprint. */
  "increment.shipped": { kind: "query"; request: ShippedSince; response: Shipped };
  /** Two increments side by side, and what went out between them. */
  "increment.compare": { kind: "query"; request: CompareIncrements; response: Compared };
  /** Says how a product writes its release notes. */
  "product.setNotesTemplate": { kind: "command"; request: SetNotesTemplate; response: Product };
  /** A product's increments. */
  "increment.list": { kind: "query"; request: ListIncrements; response: Increments };
  /** Raises an impediment. */
  "impediment.raise": { kind: "command"; request: RaiseImpediment; response: Impediment };
  /** Changes an impediment. */
  "impediment.edit": { kind: "command"; request: EditImpediment; response: Impediment };
  /** Takes note of an impediment. */
  "impediment.acknowledge": { kind: "command"; request: NameImpediment; response: Impediment };
  /** Resolves an impediment. */
  "impediment.resolve": { kind: "command"; request: ResolveImpediment; response: Impediment };
  /** Reopens an impediment. */
  "impediment.reopen": { kind: "command"; request: NameImpediment; response: Impediment };
  /** Says that an impediment is an incident, and since when it is down. */
  "impediment.begin": { kind: "command"; request: TimeIncident; response: Impediment };
  /** Says when an incident was restored. */
  "impediment.restore": { kind: "command"; request: TimeIncident; response: Impediment };
  /** One impediment, its history included. */
  "impediment.get": { kind: "query"; request: NameImpediment; response: ImpedimentDetail };
  /** A product's impediments, open and resolved. */
  "impediment.list": { kind: "query"; request: ListImpediments; response: Impediments };
  /** How long impediments and incidents of a period took. */
  "impediment.figures": { kind: "query"; request: GetImpedimentFigures; response: ImpedimentFigures };
  /** Starts a retrospective. */
  "retro.start": { kind: "command"; request: StartRetro; response: Retro };
  /** Goes on to a phase, or back to it. */
  "retro.go": { kind: "command"; request: GoToPhase; response: Retro };
  /** Says how somebody comes; private until shown. */
  "retro.checkIn": { kind: "command"; request: CheckIn; response: KeptPrivate };
  /** Writes a card; private until shown. */
  "retro.addCard": { kind: "command"; request: AddCard; response: PrivateCard };
  /** Changes a card that is private yet. */
  "retro.rewriteCard": { kind: "command"; request: RewriteCard; response: PrivateCard };
  /** Casts a person's votes; counted when the voting ends. */
  "retro.vote": { kind: "command"; request: CastVotes; response: KeptPrivate };
  /** Rates the retrospective; private until shown. */
  "retro.rate": { kind: "command"; request: RateRetro; response: KeptPrivate };
  /** Takes back what is private yet. */
  "retro.takeBack": { kind: "command"; request: TakeBack; response: Done };
  /** Shows what is private in this phase; of votes, counts them. */
  "retro.reveal": { kind: "command"; request: NameRetro; response: Retro };
  /** Changes or moves a card. */
  "retro.editCard": { kind: "command"; request: EditCard; response: Retro };
  /** Deletes a card. */
  "retro.deleteCard": { kind: "command"; request: DeleteCard; response: Done };
  /** Puts a card or a group together with another. */
  "retro.group": { kind: "command"; request: GroupCards; response: Retro };
  /** Takes a card out of its group, or a group apart. */
  "retro.ungroup": { kind: "command"; request: Ungroup; response: Retro };
  /** Names or moves a group. */
  "retro.editGroup": { kind: "command"; request: EditGroup; response: Retro };
  /** Takes up a topic, ends it, or notes what was said. */
  "retro.editTopic": { kind: "command"; request: EditTopic; response: Retro };
  /** Closes a retrospective. */
  "retro.close": { kind: "command"; request: CloseRetro; response: Retro };
  /** A retrospective with its cards. */
  "retro.get": { kind: "query"; request: NameRetro; response: Retro };
  /** What happened in the sprint that a retrospective looks back on. */
  "retro.timeline": { kind: "query"; request: NameRetro; response: RetroTimeline };
  /** A product's retrospectives. */
  "retro.list": { kind: "query"; request: ListRetros; response: Retros };
  /** Prepares the Review of a sprint: invites everybody, and puts what is Done into the running order. */
  "review.prepare": { kind: "command"; request: NameSprint; response: SprintReview };
  /** Starts a Sprint Review. */
  "review.start": { kind: "command"; request: NameReview; response: SprintReview };
  /** Ends a Sprint Review and keeps what was shown. */
  "review.end": { kind: "command"; request: NameReview; response: SprintReview };
  /** Says whether the Sprint Goal was met, and why. */
  "review.judgeGoal": { kind: "command"; request: JudgeGoal; response: SprintReview };
  /** Writes a Sprint Review's notes or minutes. */
  "review.write": { kind: "command"; request: WriteReview; response: SprintReview };
  /** Invites a person or a guest to a Sprint Review. */
  "review.invite": { kind: "command"; request: Invite; response: Attendees };
  /** Takes an invitation back. */
  "review.uninvite": { kind: "command"; request: Uninvite; response: Attendees };
  /** Says who is there. */
  "review.markPresent": { kind: "command"; request: MarkPresent; response: Attendees };
  /** Adds Done items or a free point to the running order. */
  "review.addPoints": { kind: "command"; request: AddPoints; response: RunningOrder };
  /** Changes a point's presenter, timebox or title. */
  "review.editPoint": { kind: "command"; request: EditPoint; response: RunningOrder };
  /** Moves a point in the running order. */
  "review.movePoint": { kind: "command"; request: MovePoint; response: RunningOrder };
  /** Takes a point out of the running order. */
  "review.removePoint": { kind: "command"; request: NamePoint; response: RunningOrder };
  /** Writes down what was said in a Sprint Review. */
  "feedback.add": { kind: "command"; request: AddFeedback; response: FeedbackKept };
  /** Changes feedback. */
  "feedback.edit": { kind: "command"; request: EditFeedback; response: FeedbackKept };
  /** Deletes feedback; the item it became stays. */
  "feedback.delete": { kind: "command"; request: NameFeedback; response: Done };
  /** Makes feedback a backlog item. */
  "feedback.toItem": { kind: "command"; request: FeedbackToItem; response: ItemRow };
  /** The Review of a sprint, with what is Done and what is not. */
  "review.get": { kind: "query"; request: NameSprint; response: SprintReview };
  /** A product's Sprint Reviews. */
  "review.list": { kind: "query"; request: ListReviews; response: Reviews };
  /** Adds an entry to the improvement register. */
  "improvement.propose": { kind: "command"; request: ProposeImprovement; response: Improvement };
  /** Changes an entry. */
  "improvement.edit": { kind: "command"; request: EditImprovement; response: Improvement };
  /** Moves an entry on. */
  "improvement.setState": { kind: "command"; request: SetImprovementState; response: Improvement };
  /** Carries an improvement on to the next review. */
  "improvement.carryOn": { kind: "command"; request: CarryOnImprovement; response: Improvement };
  /** Makes an improvement a backlog item. */
  "improvement.toItem": { kind: "command"; request: ImprovementToItem; response: ItemRow };
  /** Records a value of an improvement's KPI. */
  "improvement.record": { kind: "command"; request: RecordImprovement; response: ImprovementDetail };
  /** Deletes a recorded value. */
  "improvement.deleteMeasurement": { kind: "command"; request: DeleteImprovementMeasurement; response: ImprovementDetail };
  /** Takes the baseline from the newest closed sprint. */
  "improvement.takeBaseline": { kind: "command"; request: TakeBaseline; response: Improvement };
  /** An entry of the register with how its KPI went. */
  "improvement.get": { kind: "query"; request: GetImprovement; response: ImprovementDetail };
  /** What came of the improvements settled in a period. */
  "improvement.kept": { kind: "query"; request: GetKept; response: Kept };
  /** The improvement register. */
  "improvement.list": { kind: "query"; request: ListImprovements; response: Improvements };
  /** Where the KPI of every entry of the register stands. */
  "improvement.standings": { kind: "query"; request: ListStandings; response: Standings };
  /** Says what an import would do; writes nothing. */
  "import.preview": { kind: "query"; request: ImportFile; response: ImportReport };
  /** Brings in items from another tool's export, as one action. */
  "import.run": { kind: "command"; request: ImportFile; response: ImportReport };
  /** A person's day: where the sprint stands, what needs them by role, and the event that comes next. */
  "today.get": { kind: "query"; request: GetDay; response: Today };
  /** Which phase of its sprint the team is in, and which are behind it. */
  "today.phase": { kind: "query"; request: GetPhase; response: CurrentPhase };
  /** Whether today's Daily Scrum has begun, and what there is to know before it does. */
  "daily.today": { kind: "query"; request: GetToday; response: DailyToday };
  /** A Daily Scrum: what moved, plans, turns and votes. */
  "daily.get": { kind: "query"; request: NameDaily; response: Daily };
  /** The Daily Scrums of a sprint, with the trend of its votes. */
  "daily.list": { kind: "query"; request: NameSprint; response: Dailies };
  /** A Daily Scrum as Markdown. */
  "daily.summary": { kind: "query"; request: NameDaily; response: DailySummary };
  /** Starts today's Daily Scrum and its timer, or takes it up again. */
  "daily.start": { kind: "command"; request: StartDaily; response: Daily };
  /** Goes on to the next person or item. */
  "daily.next": { kind: "command"; request: NextTurn; response: Daily };
  /** Puts those who are still to speak into another order. */
  "daily.shuffle": { kind: "command"; request: NameDaily; response: Done };
  /** Adds somebody to a Daily Scrum. */
  "daily.join": { kind: "command"; request: DailyPersonName; response: Done };
  /** Takes somebody who said nothing out of a Daily Scrum. */
  "daily.leave": { kind: "command"; request: DailyPersonName; response: Done };
  /** Adds a line to somebody's plan for the day. */
  "daily.plan": { kind: "command"; request: AddPlan; response: PlanLine };
  /** Rewords a line of a plan. */
  "daily.replan": { kind: "command"; request: EditPlan; response: PlanLine };
  /** Takes a line off a plan. */
  "daily.unplan": { kind: "command"; request: NamePlan; response: Done };
  /** Raises an impediment in a Daily Scrum. */
  "daily.raise": { kind: "command"; request: RaiseInDaily; response: Impediment };
  /** Votes on the Sprint Goal, hidden until all have. */
  "daily.vote": { kind: "command"; request: VoteDaily; response: Done };
  /** Ends a Daily Scrum. */
  "daily.end": { kind: "command"; request: NameDaily; response: Daily };
  /** Takes up a Daily Scrum of today again. */
  "daily.reopen": { kind: "command"; request: NameDaily; response: Daily };
  /** Starts the timer of a meeting or a topic. */
  "timer.start": { kind: "command"; request: StartTimer; response: Timer };
  /** Holds a timer. */
  "timer.pause": { kind: "command"; request: NameTimer; response: Timer };
  /** Sets a timer going again. */
  "timer.resume": { kind: "command"; request: NameTimer; response: Timer };
  /** Makes a timer longer. */
  "timer.extend": { kind: "command"; request: ExtendTimer; response: Timer };
  /** Stops a timer for good. */
  "timer.stop": { kind: "command"; request: NameTimer; response: Timer };
  /** The timer of a meeting or a topic. */
  "timer.get": { kind: "query"; request: GetTimer; response: TimerOf };
  /** The timers that count now. */
  "timer.running": { kind: "query"; request: GetRunning; response: Running };
  /** What can be undone and redone. */
  "history.state": { kind: "query"; request: Nothing; response: UndoState };
  /** Takes an action back. */
  "history.undo": { kind: "command"; request: Undo; response: Turned };
  /** Brings back what the newest undo took. */
  "history.redo": { kind: "command"; request: Nothing; response: Turned };
  /** Everything that was done, newest first. */
  "history.list": { kind: "query"; request: ListHistory; response: History };
}
