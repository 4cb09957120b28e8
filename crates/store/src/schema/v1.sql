-- Schema version 1. Released migrations are never edited: a change is a new file beside this one.
-- Ids are UUIDv7 text, instants RFC 3339 UTC with milliseconds, days YYYY-MM-DD, words those of the domain.
-- Foreign keys are deferred so that an undo may put rows back in any order within its transaction.

-- ── what the history is made of; not tracked themselves ─────────────────────────────────────────────────
CREATE TABLE action (
  id      TEXT PRIMARY KEY,
  hlc     TEXT NOT NULL UNIQUE,             -- hybrid logical clock: the order of actions on every machine
  author  TEXT,                             -- a person's id; null when nobody was acting
  device  TEXT NOT NULL,
  at      TEXT NOT NULL,                    -- the wall clock as it was passed in
  command TEXT NOT NULL,
  label   TEXT NOT NULL,
  origin  TEXT NOT NULL CHECK (origin IN ('user', 'import', 'undo', 'redo')),
  undoes  TEXT REFERENCES action (id)
) STRICT;

CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE history (
  id     INTEGER PRIMARY KEY,               -- local reading order only; a change is known by its action
  action TEXT NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
  op     TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  tbl    TEXT NOT NULL,
  row    TEXT NOT NULL,
  field  TEXT,
  before ANY,
  after  ANY
) STRICT;
CREATE INDEX history_row ON history (tbl, row, id);
CREATE INDEX history_action ON history (action);
CREATE INDEX history_gone ON history (tbl, field, before) WHERE op = 'delete';
CREATE INDEX history_sprint_left ON history (before) WHERE tbl = 'item' AND field = 'sprint';
CREATE INDEX history_sprint_joined ON history (after) WHERE tbl = 'item' AND field = 'sprint';

CREATE TRIGGER action_is_final BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'actions are final'); END;
CREATE TRIGGER action_stays BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'actions are final'); END;
CREATE TRIGGER history_is_final BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is final'); END;
CREATE TRIGGER history_stays BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is final'); END;

-- Numbers given out, per product and kind. Never taken back by an undo: a human key is not used twice.
CREATE TABLE number_given (
  product TEXT NOT NULL,
  kind    TEXT NOT NULL,
  last    INTEGER NOT NULL,
  PRIMARY KEY (product, kind)
) STRICT, WITHOUT ROWID;

-- ── tracked tables: every one has an id, and the triggers generated from here on write its history ───────
CREATE TABLE workspace (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE product (
  id                 TEXT PRIMARY KEY,
  key                TEXT NOT NULL UNIQUE,
  name               TEXT NOT NULL,
  goal               TEXT NOT NULL,
  time_zone          TEXT NOT NULL,
  working_days       INTEGER NOT NULL CHECK (working_days BETWEEN 1 AND 127),  -- bit 0 is Monday
  sprint_length_days INTEGER NOT NULL CHECK (sprint_length_days BETWEEN 1 AND 31),
  estimate_scale     TEXT NOT NULL,          -- a JSON array, one value as a whole
  accountability     TEXT NOT NULL CHECK (accountability IN ('guide', 'strict'))
) STRICT;

CREATE TABLE member (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  person  TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  role    TEXT NOT NULL,
  UNIQUE (product, person, role)
) STRICT;

CREATE TABLE holiday (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  day     TEXT NOT NULL,
  name    TEXT NOT NULL,
  UNIQUE (product, day)
) STRICT;

CREATE TABLE board_column (
  id        TEXT PRIMARY KEY,
  product   TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name      TEXT NOT NULL,
  category  TEXT NOT NULL CHECK (category IN ('todo', 'inProgress', 'done')),
  position  INTEGER NOT NULL,
  wip_limit INTEGER CHECK (wip_limit >= 1)
) STRICT;
CREATE INDEX board_column_product ON board_column (product, position);

CREATE TABLE definition_of_done (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  UNIQUE (product, version)
) STRICT;

CREATE TABLE done_criterion (
  id         TEXT PRIMARY KEY,
  definition TEXT NOT NULL REFERENCES definition_of_done (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL,
  text       TEXT NOT NULL
) STRICT;
CREATE INDEX done_criterion_definition ON done_criterion (definition, position);

CREATE TABLE epic (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name    TEXT NOT NULL,
  hue     INTEGER NOT NULL,
  UNIQUE (product, name)
) STRICT;

CREATE TABLE sprint (
  id            TEXT PRIMARY KEY,
  product       TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  number        INTEGER NOT NULL,
  name          TEXT NOT NULL,
  goal          TEXT NOT NULL,
  start_day     TEXT NOT NULL,
  end_day       TEXT NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('planned', 'active', 'closed', 'cancelled')),
  calendar      TEXT,                        -- frozen at start: '1' working, '0' not, a character a day
  started_at    TEXT,
  ended_at      TEXT,
  cancel_reason TEXT,
  UNIQUE (product, number)
) STRICT;
CREATE UNIQUE INDEX one_active_sprint ON sprint (product) WHERE state = 'active';

CREATE TABLE item (
  id            TEXT PRIMARY KEY,
  product       TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  number        INTEGER NOT NULL,
  item_type TEXT NOT NULL,
  title         TEXT NOT NULL,
  description   TEXT NOT NULL,
  estimate      REAL,
  value         INTEGER,
  rank          TEXT NOT NULL,               -- place in the Product Backlog, kept while in a sprint
  epic          TEXT REFERENCES epic (id) DEFERRABLE INITIALLY DEFERRED,
  sprint        TEXT REFERENCES sprint (id) DEFERRABLE INITIALLY DEFERRED,
  board_column  TEXT REFERENCES board_column (id) DEFERRABLE INITIALLY DEFERRED,
  board_rank    TEXT,                        -- place among the sprint's items
  resolution    TEXT CHECK (resolution IN ('done', 'cancelled', 'split')),
  resolved_at   TEXT,
  reason        TEXT NOT NULL DEFAULT '',    -- why it was cancelled
  definition    TEXT REFERENCES definition_of_done (id) DEFERRABLE INITIALLY DEFERRED,  -- the version it met
  split_from    TEXT,                        -- lineage outlives the original
  source        TEXT,
  source_key    TEXT,
  created_at    TEXT NOT NULL,
  created_by    TEXT,
  UNIQUE (product, number)
) STRICT;
CREATE UNIQUE INDEX item_source ON item (product, source, source_key) WHERE source_key IS NOT NULL;
CREATE INDEX item_backlog ON item (product, rank, id) WHERE sprint IS NULL AND resolution IS NULL;
CREATE INDEX item_rank ON item (product, rank, id);
CREATE INDEX item_sprint ON item (sprint, board_rank, id) WHERE sprint IS NOT NULL;
CREATE INDEX item_column ON item (board_column) WHERE board_column IS NOT NULL;
CREATE INDEX item_split ON item (split_from) WHERE split_from IS NOT NULL;
CREATE INDEX item_done ON item (product, resolved_at) WHERE resolution = 'done';

CREATE TABLE item_assignee (
  id     TEXT PRIMARY KEY,
  item   TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (item, person)
) STRICT;

CREATE TABLE item_label (
  id    TEXT PRIMARY KEY,
  item  TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL,
  UNIQUE (item, label)
) STRICT;

-- A criterion of the Definition of Done as met by an item, or waived for it by somebody for a reason.
CREATE TABLE item_criterion (
  id        TEXT PRIMARY KEY,
  item      TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  criterion TEXT NOT NULL REFERENCES done_criterion (id) DEFERRABLE INITIALLY DEFERRED,
  waived    INTEGER NOT NULL CHECK (waived IN (0, 1)),
  person    TEXT,
  reason    TEXT NOT NULL,
  at        TEXT NOT NULL,
  UNIQUE (item, criterion)
) STRICT;

-- Frozen at start; the items are named by value because the record outlives them.
CREATE TABLE sprint_commitment (
  id       TEXT PRIMARY KEY,
  sprint   TEXT NOT NULL REFERENCES sprint (id) DEFERRABLE INITIALLY DEFERRED,
  item     TEXT NOT NULL,
  estimate REAL,
  UNIQUE (sprint, item)
) STRICT;

CREATE TABLE sprint_record (
  id               TEXT PRIMARY KEY,
  sprint           TEXT NOT NULL UNIQUE REFERENCES sprint (id) DEFERRABLE INITIALLY DEFERRED,
  name             TEXT NOT NULL,
  goal             TEXT NOT NULL,
  start_day        TEXT NOT NULL,
  end_day          TEXT NOT NULL,
  state            TEXT NOT NULL CHECK (state IN ('closed', 'cancelled')),
  started_at       TEXT NOT NULL,
  closed_at        TEXT NOT NULL,
  committed_points REAL NOT NULL,
  committed_done   REAL NOT NULL,
  completed_points REAL NOT NULL,
  burndown         TEXT NOT NULL             -- the chart as it stood at close, JSON
) STRICT;

CREATE TABLE sprint_record_item (
  id                TEXT PRIMARY KEY,
  record            TEXT NOT NULL REFERENCES sprint_record (id) DEFERRABLE INITIALLY DEFERRED,
  position          INTEGER NOT NULL,
  item              TEXT NOT NULL,
  key               TEXT NOT NULL,
  title             TEXT NOT NULL,
  item_type TEXT NOT NULL,
  estimate_at_start REAL,
  estimate_at_close REAL,
  committed         INTEGER NOT NULL CHECK (committed IN (0, 1)),
  added_at          TEXT,
  removed_at        TEXT,
  outcome           TEXT NOT NULL,
  done_version      INTEGER,
  waivers           TEXT NOT NULL            -- JSON: [{criterion, person, reason}], names as they were
) STRICT;
CREATE INDEX sprint_record_item_record ON sprint_record_item (record, position);

CREATE TABLE increment (
  id          TEXT PRIMARY KEY,
  product     TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  number      INTEGER NOT NULL,
  name        TEXT NOT NULL,
  sprint      TEXT REFERENCES sprint (id) DEFERRABLE INITIALLY DEFERRED,
  state       TEXT NOT NULL CHECK (state IN ('usable', 'released')),
  version     TEXT,
  released_on TEXT,
  notes       TEXT NOT NULL,
  created_at  TEXT NOT NULL,
  UNIQUE (product, number)
) STRICT;

CREATE TABLE increment_item (
  id           TEXT PRIMARY KEY,
  increment    TEXT NOT NULL REFERENCES increment (id) DEFERRABLE INITIALLY DEFERRED,
  item         TEXT NOT NULL UNIQUE,
  key          TEXT NOT NULL,
  title        TEXT NOT NULL,
  item_type TEXT NOT NULL,
  estimate     REAL,
  done_version INTEGER,
  waivers      TEXT NOT NULL
) STRICT;
CREATE INDEX increment_item_increment ON increment_item (increment);

CREATE TABLE impediment (
  id              TEXT PRIMARY KEY,
  product         TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  number          INTEGER NOT NULL,
  title           TEXT NOT NULL,
  description     TEXT NOT NULL,
  severity        TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  state           TEXT NOT NULL CHECK (state IN ('raised', 'acknowledged', 'resolved')),
  owner           TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  endangers_goal  INTEGER NOT NULL CHECK (endangers_goal IN (0, 1)),
  raised_by       TEXT,
  raised_at       TEXT NOT NULL,
  acknowledged_by TEXT,
  acknowledged_at TEXT,
  resolved_by     TEXT,
  resolved_at     TEXT,
  resolution      TEXT NOT NULL,
  UNIQUE (product, number)
) STRICT;

CREATE TABLE impediment_item (
  id         TEXT PRIMARY KEY,
  impediment TEXT NOT NULL REFERENCES impediment (id) DEFERRABLE INITIALLY DEFERRED,
  item       TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (impediment, item)
) STRICT;
CREATE INDEX impediment_item_item ON impediment_item (item);

CREATE TABLE retrospective (
  id          TEXT PRIMARY KEY,
  product     TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  sprint      TEXT REFERENCES sprint (id) DEFERRABLE INITIALLY DEFERRED,
  format      TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  started_at  TEXT NOT NULL,
  closed_at   TEXT,
  none_reason TEXT
) STRICT;

CREATE TABLE retro_column (
  id       TEXT PRIMARY KEY,
  retro    TEXT NOT NULL REFERENCES retrospective (id) DEFERRABLE INITIALLY DEFERRED,
  name     TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX retro_column_retro ON retro_column (retro, position);

CREATE TABLE retro_card (
  id           TEXT PRIMARY KEY,
  retro_column TEXT NOT NULL REFERENCES retro_column (id) DEFERRABLE INITIALLY DEFERRED,
  text         TEXT NOT NULL,
  author       TEXT,
  written_at   TEXT NOT NULL
) STRICT;
CREATE INDEX retro_card_column ON retro_card (retro_column);

CREATE TABLE improvement (
  id            TEXT PRIMARY KEY,
  product       TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  number        INTEGER NOT NULL,
  opportunity   TEXT NOT NULL,
  justification TEXT NOT NULL,
  category      TEXT NOT NULL,
  size          TEXT NOT NULL,
  timescale     TEXT NOT NULL,
  priority      TEXT NOT NULL,
  owner         TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  kpi_name      TEXT,
  kpi_unit      TEXT,
  kpi_baseline  REAL,
  kpi_target    REAL,
  kpi_direction TEXT CHECK (kpi_direction IN ('up', 'down')),
  state         TEXT NOT NULL,
  outcome       TEXT NOT NULL,
  raised_at     TEXT NOT NULL,
  raised_by     TEXT,
  retro         TEXT REFERENCES retrospective (id) DEFERRABLE INITIALLY DEFERRED,
  retro_card    TEXT,                        -- a card may be deleted afterwards
  review_sprint TEXT REFERENCES sprint (id) DEFERRABLE INITIALLY DEFERRED,
  item          TEXT,                        -- the backlog item it became
  UNIQUE (product, number)
) STRICT;
CREATE INDEX improvement_retro ON improvement (retro) WHERE retro IS NOT NULL;
CREATE INDEX improvement_item ON improvement (item) WHERE item IS NOT NULL;

-- What a retrospective answered about an improvement that was due for review.
CREATE TABLE retro_review (
  id          TEXT PRIMARY KEY,
  retro       TEXT NOT NULL REFERENCES retrospective (id) DEFERRABLE INITIALLY DEFERRED,
  improvement TEXT NOT NULL REFERENCES improvement (id) DEFERRABLE INITIALLY DEFERRED,
  answer      TEXT NOT NULL CHECK (answer IN ('kept', 'adapted', 'dropped', 'carryOn')),
  outcome     TEXT NOT NULL,                 -- the words of that day; empty when carried on
  answered_at TEXT NOT NULL,
  answered_by TEXT,
  UNIQUE (retro, improvement)
) STRICT;

-- What was done against an accountability in guide mode.
CREATE TABLE guidance (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  person  TEXT,
  rule    TEXT NOT NULL,
  message TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;
