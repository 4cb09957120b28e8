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

-- ── Daily Scrum ─────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE daily (
  id         TEXT PRIMARY KEY,
  product    TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  sprint     TEXT NOT NULL REFERENCES sprint (id) DEFERRABLE INITIALLY DEFERRED,
  day        TEXT NOT NULL,                 -- the team's day
  round      TEXT NOT NULL CHECK (round IN ('people', 'board')),
  started_at TEXT NOT NULL,                 -- what moves from here on is news of the next one
  ended_at   TEXT,
  UNIQUE (sprint, day)
) STRICT;
CREATE INDEX daily_product ON daily (product, day);

-- Who takes part, in the order of speaking.
CREATE TABLE daily_person (
  id       TEXT PRIMARY KEY,
  daily    TEXT NOT NULL REFERENCES daily (id) DEFERRABLE INITIALLY DEFERRED,
  person   TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  UNIQUE (daily, person)
) STRICT;

-- Who spoke, or which item was spoken of, from and until when on the meeting's timer: pauses are nobody's.
CREATE TABLE daily_turn (
  id       TEXT PRIMARY KEY,
  daily    TEXT NOT NULL REFERENCES daily (id) DEFERRABLE INITIALLY DEFERRED,
  person   TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  item     TEXT,                            -- an id only: a record outlives what it names
  position INTEGER NOT NULL,
  from_ms  INTEGER NOT NULL CHECK (from_ms >= 0),
  to_ms    INTEGER CHECK (to_ms >= from_ms),  -- null while it lasts
  CHECK ((person IS NULL) <> (item IS NULL))
) STRICT;
CREATE INDEX daily_turn_daily ON daily_turn (daily, position);
CREATE UNIQUE INDEX daily_turn_open ON daily_turn (daily) WHERE to_ms IS NULL;

-- What somebody wants to get done until the next one. Item, task and impediment are ids only, as above.
CREATE TABLE daily_plan (
  id         TEXT PRIMARY KEY,
  daily      TEXT NOT NULL REFERENCES daily (id) DEFERRABLE INITIALLY DEFERRED,
  person     TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL,
  text       TEXT NOT NULL,
  item       TEXT,
  task       TEXT,
  impediment TEXT
) STRICT;
CREATE INDEX daily_plan_daily ON daily_plan (daily, person, position);

-- How sure somebody is of the Sprint Goal. A vote that changes is another row: nothing tells of it before all have voted.
CREATE TABLE daily_vote (
  id         TEXT PRIMARY KEY,
  daily      TEXT NOT NULL REFERENCES daily (id) DEFERRABLE INITIALLY DEFERRED,
  person     TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 1 AND 5),
  UNIQUE (daily, person)
) STRICT;

-- What was raised in it, and by whom as they said it: whoever acts for them may hold the keyboard.
CREATE TABLE daily_impediment (
  id         TEXT PRIMARY KEY,
  daily      TEXT NOT NULL REFERENCES daily (id) DEFERRABLE INITIALLY DEFERRED,
  person     TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  impediment TEXT NOT NULL REFERENCES impediment (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (daily, impediment)
) STRICT;
CREATE INDEX daily_impediment_impediment ON daily_impediment (impediment);

-- A timer goes with what it times.
CREATE TRIGGER timer_of_daily AFTER DELETE ON daily BEGIN
  DELETE FROM timer WHERE kind = 'daily' AND subject = old.id;
END;

-- ── board ───────────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── Sprint Review ───────────────────────────────────────────────────────────────────────────────────────────────────

-- ── increments ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── retrospective ───────────────────────────────────────────────────────────────────────────────────────────────────

-- ── improvement register ────────────────────────────────────────────────────────────────────────────────────────────
