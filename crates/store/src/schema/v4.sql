-- Schema version 4: what the sprint rooms keep.

-- ── impediments and incidents ───────────────────────────────────────────────────────────────────────────────────────
-- An impediment that has a beginning here is an incident: what the team runs was down from then until it was restored.
ALTER TABLE impediment ADD COLUMN began_at TEXT;
ALTER TABLE impediment ADD COLUMN restored_at TEXT;

-- ── planning: tasks and capacity ────────────────────────────────────────────────────────────────────────────────────
-- A step on the way of an item to Done. It hangs on the item and goes where that goes.
CREATE TABLE task (
  id     TEXT PRIMARY KEY,
  item   TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  rank   TEXT NOT NULL,                      -- place among the item's tasks
  title  TEXT NOT NULL,
  hours  REAL CHECK (hours BETWEEN 0 AND 999),  -- of work left when it was last said; null: nobody said
  person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  state  TEXT NOT NULL CHECK (state IN ('todo', 'inProgress', 'done'))
) STRICT;
CREATE INDEX task_item ON task (item, rank, id);
CREATE INDEX task_person ON task (person, item) WHERE person IS NOT NULL;

-- Days on which a person does not work, in whichever product.
CREATE TABLE day_off (
  id        TEXT PRIMARY KEY,
  person    TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL,                   -- included
  note      TEXT NOT NULL,
  CHECK (first_day <= last_day)
) STRICT;
CREATE INDEX day_off_person ON day_off (person, first_day, id);

-- Hours a working day that a person has for a product's sprints, where they are not the usual ones.
CREATE TABLE focus_hours (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  person  TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  hours   REAL NOT NULL CHECK (hours BETWEEN 0 AND 24),
  UNIQUE (product, person)
) STRICT;
