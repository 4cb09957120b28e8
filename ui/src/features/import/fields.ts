import type { ImportField, ImportReport } from "$lib/contract";

/** What a column may be, in the order in which people look for it. */
export const FIELDS: { value: ImportField; label: string }[] = [
  { value: "leaveOut", label: "Leave out" },
  { value: "title", label: "Title" },
  { value: "description", label: "Description" },
  { value: "acceptanceCriteria", label: "Acceptance criteria" },
  { value: "type", label: "Type" },
  { value: "status", label: "Status" },
  { value: "estimate", label: "Estimate" },
  { value: "value", label: "Value" },
  { value: "epic", label: "Epic" },
  { value: "labels", label: "Labels" },
  { value: "assignee", label: "Assignee" },
  { value: "reporter", label: "Reporter" },
  { value: "sprint", label: "Sprint" },
  { value: "key", label: "Key" },
  { value: "created", label: "Created" },
  { value: "resolved", label: "Resolved" },
  { value: "comments", label: "Comments" },
];

/** Fields of which an item has more than one, or that stand in for each other. */
const SEVERAL: ReadonlySet<ImportField> = new Set(["labels", "sprint", "comments", "estimate", "acceptanceCriteria", "resolved", "leaveOut"]);

/** Read in a way that only the file's own tool has, such as its order. */
export const AS_READ = "asRead";
export type Choice = ImportField | typeof AS_READ;
export type Mapping = Record<string, ImportField>;
export type Column = { name: string; rows: number; sample: string; choice: Choice; as: string };

/** Every column of a file and what it is, by its name or by what was said of it. Columns without a value come last. */
export function columnsOf(report: ImportReport, said: Mapping): Column[] {
  const read = report.columnsRead.map(({ column, as, field, rows, sample }) => ({ name: column, rows, sample, as, choice: said[column] ?? field ?? AS_READ }) satisfies Column);
  const rest = report.columnsIgnored.map(({ column, rows, sample }) => ({ name: column, rows, sample, as: "", choice: said[column] ?? "leaveOut" }) satisfies Column);
  const all = new Map<string, Column>();
  for (const column of [...read, ...rest]) if (!all.has(column.name)) all.set(column.name, column);
  return [...all.values()].toSorted((a, b) => Number(a.rows === 0) - Number(b.rows === 0));
}

/** The mapping with one more thing said. What an item has once is taken away from another column. */
export function withChoice(said: Mapping, column: string, choice: Choice): Mapping {
  const next = { ...said };
  delete next[column];
  if (choice === AS_READ) return next;
  for (const [other, field] of Object.entries(next)) if (field === choice && !SEVERAL.has(choice)) delete next[other];
  next[column] = choice;
  return next;
}
