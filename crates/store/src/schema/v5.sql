-- Schema version 5: the meetings of a sprint, and what comes of them.

-- ── timers ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Outside the history: Ctrl Z neither takes a timer back nor is held up by one. They go with their product.

CREATE TABLE timer (
  id             TEXT PRIMARY KEY,
  product        TEXT NOT NULL REFERENCES product (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  kind           TEXT NOT NULL CHECK (kind IN ('daily', 'review', 'retro', 'planning')),
  subject        TEXT NOT NULL,             -- the id of the meeting, or of the topic in it
  label          TEXT NOT NULL,
  length_seconds INTEGER NOT NULL CHECK (length_seconds > 0),
  running_since  TEXT,                      -- null while it is paused, and after it was stopped
  spent_ms       INTEGER NOT NULL CHECK (spent_ms >= 0),  -- milliseconds that had passed before
  told_at        TEXT,                      -- when its end was told; null while there is none to tell
  started_at     TEXT NOT NULL,
  stopped_at     TEXT,
  CHECK (stopped_at IS NULL OR running_since IS NULL)
) STRICT;
CREATE UNIQUE INDEX timer_live ON timer (kind, subject) WHERE stopped_at IS NULL;
CREATE INDEX timer_of_subject ON timer (kind, subject, started_at);
CREATE INDEX timer_of_product ON timer (product);

-- What is outside the history and still of interest to whoever watches the file: how often each such table changed.
CREATE TABLE aside (tbl TEXT PRIMARY KEY, changes INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO aside (tbl, changes) VALUES ('timer', 0);
CREATE TRIGGER timer_made AFTER INSERT ON timer BEGIN UPDATE aside SET changes = changes + 1 WHERE tbl = 'timer'; END;
CREATE TRIGGER timer_changed AFTER UPDATE ON timer BEGIN UPDATE aside SET changes = changes + 1 WHERE tbl = 'timer'; END;
CREATE TRIGGER timer_gone AFTER DELETE ON timer BEGIN UPDATE aside SET changes = changes + 1 WHERE tbl = 'timer'; END;

-- ── Planning Poker and task templates ───────────────────────────────────────────────────────────────────────────────
-- A round over an item. Its cards are hidden until it is revealed; an estimate may be accepted after it.
CREATE TABLE poker_round (
  id          TEXT PRIMARY KEY,
  item        TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  number      INTEGER NOT NULL,              -- from 1, of the item
  opened_at   TEXT NOT NULL,
  opened_by   TEXT,
  revealed_at TEXT,
  revealed_by TEXT,
  accepted    REAL,
  accepted_at TEXT,
  accepted_by TEXT,
  UNIQUE (item, number)
) STRICT;
CREATE UNIQUE INDEX poker_round_open ON poker_round (item) WHERE revealed_at IS NULL;

-- Who takes part in a round: a person, at whichever window.
CREATE TABLE poker_seat (
  id     TEXT PRIMARY KEY,
  round  TEXT NOT NULL REFERENCES poker_round (id) DEFERRABLE INITIALLY DEFERRED,
  person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (round, person)
) STRICT;

-- A card that was chosen. A row comes whole and goes whole and is never updated: the birth of a row logs no values, so
-- what was chosen stands in the history no sooner than somebody takes it back.
CREATE TABLE poker_vote (
  id        TEXT PRIMARY KEY,
  round     TEXT NOT NULL REFERENCES poker_round (id) DEFERRABLE INITIALLY DEFERRED,
  person    TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  card      TEXT NOT NULL,                   -- a number, '?' or 'break'
  chosen_at TEXT NOT NULL,
  UNIQUE (round, person)
) STRICT;

-- A named list of tasks that an item can be given at once.
CREATE TABLE task_template (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name    TEXT NOT NULL,
  tasks   TEXT NOT NULL,                     -- a JSON array of {title, hours}, one value as a whole
  UNIQUE (product, name)
) STRICT;

-- What was done against guidance is read newest first.
CREATE INDEX guidance_product ON guidance (product, at, id);

-- ── Daily Scrum ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── board ───────────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── Sprint Review ───────────────────────────────────────────────────────────────────────────────────────────────────

-- ── increments ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── retrospective ───────────────────────────────────────────────────────────────────────────────────────────────────

-- ── improvement register ────────────────────────────────────────────────────────────────────────────────────────────
