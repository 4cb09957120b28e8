// Generated from the contract in crates/app. Do not edit.

export type Id = string;
export type Day = string;
export type Instant = string;

export type ItemType = "feature" | "enhancement" | "fix" | "spike" | "chore" | "improvement";
export type Role = "productOwner" | "scrumMaster" | "developer" | "stakeholder";
export type Category = "todo" | "inProgress" | "done";
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type Mode = "guide" | "strict";
export type Place =
  | { to: "top" }
  | { to: "bottom" }
  | { to: "position"; position: number }
  | { to: "before"; item: Id }
  | { to: "after"; item: Id };
export type Empty = Record<string, never>;

// workspace
export type Workspace = { id: Id; name: string; path: string; schema: number; people: Person[]; products: Product[] };
export type Person = { id: Id; name: string; initials: string; hue: number; removed: boolean };
export type Member = { person: Id; roles: Role[] };
export type Criterion = { id: Id; text: string };
export type DefinitionOfDone = { id: Id; version: number; criteria: Criterion[] };
export type Holiday = { day: Day; name: string };
export type Product = {
  id: Id; key: string; name: string; goal: string; timeZone: string; workingDays: Weekday[]; sprintLengthDays: number;
  estimateScale: number[]; accountability: Mode; members: Member[]; columns: Column[];
  definitionOfDone: DefinitionOfDone; holidays: Holiday[];
};
export type Column = { id: Id; name: string; category: Category; wipLimit: number | null };
export type CurrentWorkspace = { open: Workspace | null };
export type CreateWorkspace = { name: string };
export type CheckFinding = { check: string; detail: string };
export type WorkspaceCheck = { ok: boolean; findings: CheckFinding[] };

// people, product
export type AddPerson = { name: string; roles?: { product: Id; roles: Role[] } };
export type EditPerson = { person: Id; name?: string };
export type RemovePerson = { person: Id };
export type SetMember = { product: Id; person: Id; roles: Role[] };
export type NewColumn = { name: string; category: Category; wipLimit?: number | null };
export type CreateProduct = {
  key: string; name: string; goal?: string; definitionOfDone?: string[]; sprintLengthDays?: number; timeZone?: string;
  workingDays?: Weekday[]; estimateScale?: number[]; accountability?: Mode; columns?: NewColumn[];
};
export type EditProduct = {
  product: Id; name?: string; goal?: string; sprintLengthDays?: number; timeZone?: string; workingDays?: Weekday[];
  estimateScale?: number[]; accountability?: Mode;
};
export type ReviseDefinitionOfDone = { product: Id; criteria: string[] };
export type AddColumn = { product: Id; name: string; category: Category; wipLimit?: number | null };
export type EditColumn = { column: Id; name?: string; wipLimit?: number | null };
export type MoveColumn = { column: Id; to: number };
export type DeleteColumn = { column: Id };

// items, Product Backlog
export type Epic = { id: Id; name: string; hue: number };
export type Lineage = { item: Id; key: string };
export type ItemRow = {
  id: Id; key: string; number: number; type: ItemType; title: string; estimate: number | null; value: number | null;
  position: number | null; epic: Epic | null; labels: string[]; assignees: Id[]; sprint: Id | null; column: Id | null;
  category: Category | null; blocked: boolean; done: boolean; resolution: null | "done" | "cancelled" | "split";
  lineage: Lineage | null; fromImprovement: Id | null; scope: null | "added"; columnSince: Instant | null;
};
export type Waiver = { person: Id | null; reason: string; at: Instant };
export type DoneCriterion = { criterion: Id; text: string; met: boolean; waiver: Waiver | null };
export type ItemImpediment = { id: Id; key: string; title: string; state: ImpedimentState };
export type Item = ItemRow & {
  description: string; descriptionHtml: string; created: Instant; createdBy: Id | null; sourceKey: string | null;
  doneCriteria: DoneCriterion[]; impediments: ItemImpediment[]; history: HistoryEntry[];
};
export type CreateItem = { product: Id; title: string; type?: ItemType; description?: string; estimate?: number; place?: Place };
export type EditItem = {
  item: Id; title?: string; description?: string; type?: ItemType; estimate?: number | null; value?: number | null;
  assignees?: Id[]; labels?: string[]; epic?: Id | null;
};
export type MoveItems = { items: Id[]; place: Place };
export type ItemsMoved = { positions: { item: Id; position: number }[] };
export type DeleteItems = { items: Id[] };
export type ItemsDeleted = { deleted: number };
export type CancelItems = { items: Id[]; reason: string };
export type ItemsCancelled = { cancelled: number };
export type GetItem = { item: Id };
export type BacklogWindowRequest = { product: Id; offset: number; limit: number };
export type BacklogWindow = { total: number; points: number; unestimated: number; rows: ItemRow[] };
export type LocateItem = { item: Id };
export type ItemLocation = { position: number | null };
export type CreateEpic = { product: Id; name: string; hue?: number };
export type Epics = { epics: Epic[] };

// sprints
export type SprintState = "planned" | "active" | "closed" | "cancelled";
export type Sprint = {
  id: Id; product: Id; number: number; name: string; goal: string; startDay: Day; endDay: Day; state: SprintState;
  startedAt: Instant | null; endedAt: Instant | null; cancelReason: string | null;
  items: number; points: number; donePoints: number; committedPoints: number | null;
};
export type CreateSprint = { product: Id; goal?: string; startDay?: Day; endDay?: Day };
export type EditSprint = { sprint: Id; name?: string; goal?: string; startDay?: Day; endDay?: Day };
export type DeleteSprint = { sprint: Id };
export type TakeItems = { sprint: Id; items: Id[] };
export type GiveBackItems = { items: Id[] };
export type StartSprint = { sprint: Id };
export type CancelSprint = { sprint: Id; reason: string };
export type Outcome = "top" | "place" | "next" | "split";
export type CloseDecision = { item: Id; outcome: Outcome; doneEstimate?: number | null; remainderTitle?: string };
export type CloseSprint = { sprint: Id; decisions: CloseDecision[] };
export type ListForProduct = { product: Id };
export type Sprints = { sprints: Sprint[] };
export type GetSprint = { sprint: Id };
export type VelocityRange = { low: number; typical: number; high: number; best: number; n: number };
export type SprintDay = { day: Day; working: boolean };
export type SprintDetail = {
  sprint: Sprint; items: ItemRow[]; velocity: VelocityRange | null; workingDaysLeft: number; dayNumber: number | null; days: SprintDay[];
};
export type RecordedWaiver = { criterion: string; person: string; reason: string };
export type RecordItem = {
  item: Id; key: string; title: string; type: ItemType; estimateAtStart: number | null; estimateAtClose: number | null;
  committed: boolean; addedAt: Instant | null; removedAt: Instant | null;
  outcome: "done" | "top" | "place" | "next" | "split" | "cancelled" | "removed"; dodVersion: number | null; waivers: RecordedWaiver[];
};
export type SprintRecord = {
  sprint: Sprint; closedAt: Instant; goal: string; committedPoints: number; completedPoints: number; sayDo: number | null;
  items: RecordItem[]; increments: { id: Id; number: number; name: string }[];
};
export type BurndownRequest = { sprint: Id; asOf?: Instant };
export type ScopeChange = {
  at: Instant; item: Id; key: string; title: string; kind: "added" | "removed" | "reestimated"; delta: number; person: Id | null;
};
export type Burndown = {
  unit: "points"; asOf: Instant; start: Instant; plannedEnd: Instant; end: Instant | null; unestimated: number;
  committed: number; remaining: number; guidelineNow: number; steps: { at: Instant; remaining: number; items: number }[];
  guideline: { at: Instant; remaining: number }[]; scopeChanges: ScopeChange[]; days: { day: Day; working: boolean; start: Instant }[];
};
export type VelocityRequest = { product: Id; last?: number };
export type SprintVelocity = { sprint: Id; number: number; name: string; committed: number; completed: number; sayDo: number | null };
export type Velocity = { sprints: SprintVelocity[]; range: VelocityRange | null };

// board
export type BoardColumn = Column & { items: ItemRow[] };
export type Board = { sprint: Sprint | null; columns: BoardColumn[]; definitionOfDone: DefinitionOfDone };
export type CardPlace = { before: Id } | { after: Id };
export type DoneCheck = { met: Id[]; waivers: { criterion: Id; reason: string }[] };
export type MoveCard = { item: Id; column: Id; place?: CardPlace; done?: DoneCheck };
export type TickCriterion = { item: Id; criterion: Id; met: boolean };

// increment
export type IncrementItem = { item: Id; key: string; title: string; type: ItemType; estimate: number | null; dodVersion: number | null; waivers: RecordedWaiver[] };
export type Increment = {
  id: Id; number: number; name: string; sprint: Id | null; sprintName: string | null; state: "usable" | "released";
  version: string | null; releasedOn: Day | null; notes: string; created: Instant; points: number; items: IncrementItem[];
};
export type CreateIncrement = { product: Id; sprint?: Id; name?: string; items: Id[] };
export type IncrementItems = { increment: Id; items: Id[] };
export type ReleaseIncrement = { increment: Id; version: string; day?: Day; notes?: string };
export type EditIncrement = { increment: Id; name?: string; notes?: string };
export type Increments = { increments: Increment[]; waiting: ItemRow[] };

// impediment
export type ImpedimentState = "raised" | "acknowledged" | "resolved";
export type Severity = "low" | "medium" | "high" | "critical";
export type Impediment = {
  id: Id; key: string; number: number; title: string; description: string; severity: Severity; state: ImpedimentState;
  owner: Id | null; endangersGoal: boolean; raisedBy: Id | null; raisedAt: Instant; acknowledgedAt: Instant | null;
  resolvedAt: Instant | null; resolvedBy: Id | null; resolution: string; items: { id: Id; key: string; title: string }[]; ageHours: number;
};
export type RaiseImpediment = { product: Id; title: string; description?: string; severity?: Severity; owner?: Id; items?: Id[]; endangersGoal?: boolean };
export type EditImpediment = {
  impediment: Id; title?: string; description?: string; severity?: Severity; owner?: Id | null; items?: Id[]; endangersGoal?: boolean;
};
export type OneImpediment = { impediment: Id };
export type ResolveImpediment = { impediment: Id; resolution?: string };
export type TimeToResolve = { n: number; meanHours: number | null; medianHours: number | null; open: number };
export type Impediments = { open: Impediment[]; resolved: Impediment[]; timeToResolve: TimeToResolve };

// retrospective, improvement
export type RetroState = "open" | "closed";
export type RetroCard = { id: Id; column: Id; text: string; author: Id | null; improvement: Id | null };
export type RetroColumn = { id: Id; name: string; cards: RetroCard[] };
export type Retro = {
  id: Id; product: Id; sprint: Id | null; sprintName: string | null; state: RetroState; startedAt: Instant; closedAt: Instant | null;
  noneReason: string | null; columns: RetroColumn[]; improvements: Improvement[]; due: Improvement[];
};
export type RetroRow = {
  id: Id; sprintName: string | null; state: RetroState; startedAt: Instant; closedAt: Instant | null; cards: number; improvements: number;
};
export type RetroFormat = "wentWell" | "startStop" | "madSadGlad" | "own";
export type StartRetro = { product: Id; sprint?: Id; format?: RetroFormat; columns?: string[] };
export type Retros = { retros: RetroRow[] };
export type GetRetro = { retro: Id };
export type AddRetroCard = { retro: Id; column: Id; text: string };
export type EditRetroCard = { card: Id; text?: string; column?: Id };
export type DeleteRetroCard = { card: Id };
export type CloseRetro = { retro: Id; none?: boolean; noneReason?: string };
export type Kpi = { name: string; unit: string; baseline: number | null; target: number | null; direction: "up" | "down" };
export type ImprovementState = "proposed" | "agreed" | "inProgress" | "inReview" | "kept" | "adapted" | "dropped";
export type Improvement = {
  id: Id; number: number; key: string; opportunity: string; justification: string; category: string; size: string;
  timescale: string; priority: string; owner: Id | null; kpi: Kpi | null; state: ImprovementState; outcome: string;
  raisedAt: Instant; raisedBy: Id | null; retro: Id | null; card: Id | null; sprint: Id | null; reviewSprint: Id | null;
  item: { id: Id; key: string; done: boolean } | null;
};
export type ProposeImprovement = {
  product: Id; opportunity: string; justification?: string; retro?: Id; card?: Id; owner?: Id; kpi?: Kpi; reviewSprint?: Id;
  state?: "proposed" | "agreed";
};
export type EditImprovement = {
  improvement: Id; opportunity?: string; justification?: string; category?: string; size?: string; timescale?: string;
  priority?: string; owner?: Id | null; kpi?: Kpi | null; reviewSprint?: Id | null;
};
export type SetImprovementState = { improvement: Id; state: ImprovementState; outcome?: string };
export type ImprovementToItem = { improvement: Id; place?: Place };
export type Improvements = { improvements: Improvement[] };

// history
export type ActionNote = { action: Id; label: string };
export type HistoryState = { undo: ActionNote | null; redo: ActionNote | null };
export type UndoAction = { action?: Id };
export type HistoryStep = { label: string };
export type HistoryChange = { table: string; row: Id; what: string; field: string | null; before: string | null; after: string | null };
export type HistoryEntry = {
  action: Id; at: Instant; author: Id | null; label: string; origin: "user" | "import" | "undo" | "redo"; undone: boolean;
  changes: HistoryChange[]; changeCount: number;
};
export type ListHistory = { product?: Id; before?: Id; limit: number };
export type History = { actions: HistoryEntry[]; more: boolean };

// import
export type ImportRequest = { format: "jira" | "csv"; fileName: string; content: string; product?: string };
export type ImportReport = {
  product: { key: string; name: string; created: boolean }; items: number; updated: number; sprints: number; people: number;
  columnsRead: { column: string; as: string; rows: number }[]; columnsIgnored: { column: string; rows: number }[];
  problems: { line: number; column: string | null; reason: string }[]; scaleAdded: number[]; encoding: string; delimiter: string;
  sample: { key: string; title: string; type: ItemType; estimate: number | null }[];
};

export interface Contract {
  "workspace.current": { request: Empty; response: CurrentWorkspace; kind: "query" };
  "workspace.create": { request: CreateWorkspace; response: Workspace; kind: "command" };
  "workspace.check": { request: Empty; response: WorkspaceCheck; kind: "query" };
  "person.add": { request: AddPerson; response: Person; kind: "command" };
  "person.edit": { request: EditPerson; response: Person; kind: "command" };
  "person.remove": { request: RemovePerson; response: Empty; kind: "command" };
  "member.set": { request: SetMember; response: Empty; kind: "command" };
  "product.create": { request: CreateProduct; response: Product; kind: "command" };
  "product.edit": { request: EditProduct; response: Product; kind: "command" };
  "product.reviseDefinitionOfDone": { request: ReviseDefinitionOfDone; response: Product; kind: "command" };
  "product.velocity": { request: VelocityRequest; response: Velocity; kind: "query" };
  "column.add": { request: AddColumn; response: Column; kind: "command" };
  "column.edit": { request: EditColumn; response: Column; kind: "command" };
  "column.move": { request: MoveColumn; response: Empty; kind: "command" };
  "column.delete": { request: DeleteColumn; response: Empty; kind: "command" };
  "item.create": { request: CreateItem; response: ItemRow; kind: "command" };
  "item.edit": { request: EditItem; response: ItemRow; kind: "command" };
  "item.move": { request: MoveItems; response: ItemsMoved; kind: "command" };
  "item.delete": { request: DeleteItems; response: ItemsDeleted; kind: "command" };
  "item.cancel": { request: CancelItems; response: ItemsCancelled; kind: "command" };
  "item.get": { request: GetItem; response: Item; kind: "query" };
  "backlog.window": { request: BacklogWindowRequest; response: BacklogWindow; kind: "query" };
  "backlog.locate": { request: LocateItem; response: ItemLocation; kind: "query" };
  "epic.create": { request: CreateEpic; response: Epic; kind: "command" };
  "epic.list": { request: ListForProduct; response: Epics; kind: "query" };
  "sprint.create": { request: CreateSprint; response: Sprint; kind: "command" };
  "sprint.edit": { request: EditSprint; response: Sprint; kind: "command" };
  "sprint.delete": { request: DeleteSprint; response: Empty; kind: "command" };
  "sprint.take": { request: TakeItems; response: Empty; kind: "command" };
  "sprint.giveBack": { request: GiveBackItems; response: Empty; kind: "command" };
  "sprint.start": { request: StartSprint; response: Sprint; kind: "command" };
  "sprint.cancel": { request: CancelSprint; response: Sprint; kind: "command" };
  "sprint.close": { request: CloseSprint; response: SprintRecord; kind: "command" };
  "sprint.list": { request: ListForProduct; response: Sprints; kind: "query" };
  "sprint.get": { request: GetSprint; response: SprintDetail; kind: "query" };
  "sprint.record": { request: GetSprint; response: SprintRecord; kind: "query" };
  "sprint.burndown": { request: BurndownRequest; response: Burndown; kind: "query" };
  "board.get": { request: ListForProduct; response: Board; kind: "query" };
  "board.move": { request: MoveCard; response: ItemRow; kind: "command" };
  "board.tick": { request: TickCriterion; response: Empty; kind: "command" };
  "increment.create": { request: CreateIncrement; response: Increment; kind: "command" };
  "increment.addItems": { request: IncrementItems; response: Increment; kind: "command" };
  "increment.removeItems": { request: IncrementItems; response: Increment; kind: "command" };
  "increment.release": { request: ReleaseIncrement; response: Increment; kind: "command" };
  "increment.edit": { request: EditIncrement; response: Increment; kind: "command" };
  "increment.list": { request: ListForProduct; response: Increments; kind: "query" };
  "impediment.raise": { request: RaiseImpediment; response: Impediment; kind: "command" };
  "impediment.edit": { request: EditImpediment; response: Impediment; kind: "command" };
  "impediment.acknowledge": { request: OneImpediment; response: Impediment; kind: "command" };
  "impediment.resolve": { request: ResolveImpediment; response: Impediment; kind: "command" };
  "impediment.reopen": { request: OneImpediment; response: Impediment; kind: "command" };
  "impediment.list": { request: ListForProduct; response: Impediments; kind: "query" };
  "retro.start": { request: StartRetro; response: Retro; kind: "command" };
  "retro.list": { request: ListForProduct; response: Retros; kind: "query" };
  "retro.get": { request: GetRetro; response: Retro; kind: "query" };
  "retro.addCard": { request: AddRetroCard; response: RetroCard; kind: "command" };
  "retro.editCard": { request: EditRetroCard; response: RetroCard; kind: "command" };
  "retro.deleteCard": { request: DeleteRetroCard; response: Empty; kind: "command" };
  "retro.close": { request: CloseRetro; response: Retro; kind: "command" };
  "improvement.propose": { request: ProposeImprovement; response: Improvement; kind: "command" };
  "improvement.edit": { request: EditImprovement; response: Improvement; kind: "command" };
  "improvement.setState": { request: SetImprovementState; response: Improvement; kind: "command" };
  "improvement.toItem": { request: ImprovementToItem; response: ItemRow; kind: "command" };
  "improvement.list": { request: ListForProduct; response: Improvements; kind: "query" };
  "history.state": { request: Empty; response: HistoryState; kind: "query" };
  "history.undo": { request: UndoAction; response: HistoryStep; kind: "command" };
  "history.redo": { request: Empty; response: HistoryStep; kind: "command" };
  "history.list": { request: ListHistory; response: History; kind: "query" };
  "import.preview": { request: ImportRequest; response: ImportReport; kind: "query" };
  "import.run": { request: ImportRequest; response: ImportReport; kind: "command" };
}
