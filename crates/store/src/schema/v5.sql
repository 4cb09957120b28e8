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
-- Which column of its category a task stands in; null: the first one. The category says the same as its state.
ALTER TABLE task ADD COLUMN board_column TEXT REFERENCES board_column (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX task_column ON task (board_column) WHERE board_column IS NOT NULL;

-- ── Sprint Review ───────────────────────────────────────────────────────────────────────────────────────────────────
-- The Review of a sprint: prepared while nothing has begun, ended once it has an end.
CREATE TABLE review (
  id          TEXT PRIMARY KEY,
  product     TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  sprint      TEXT NOT NULL UNIQUE REFERENCES sprint (id) DEFERRABLE INITIALLY DEFERRED,
  goal_met    INTEGER CHECK (goal_met IN (0, 1)),  -- null: nobody said
  goal_reason TEXT NOT NULL,
  notes       TEXT NOT NULL,
  minutes     TEXT,                          -- as somebody wrote them, or as they were at the end; null: as they follow
  started_at  TEXT,
  ended_at    TEXT,
  created_at  TEXT NOT NULL,
  CHECK (ended_at IS NULL OR started_at IS NOT NULL)
) STRICT;
CREATE INDEX review_product ON review (product);

-- Who is invited: a person of the workspace, or a guest who is only a name.
CREATE TABLE review_attendee (
  id      TEXT PRIMARY KEY,
  review  TEXT NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  person  TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  name    TEXT NOT NULL,                     -- of a person as it was then
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  UNIQUE (review, person)
) STRICT;
CREATE INDEX review_attendee_review ON review_attendee (review, id);

-- The running order: Done items and free points.
CREATE TABLE review_point (
  id        TEXT PRIMARY KEY,
  review    TEXT NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  rank      TEXT NOT NULL,
  item      TEXT,                            -- by value as well: the Review outlives it
  item_key  TEXT NOT NULL,
  title     TEXT NOT NULL,
  shown     INTEGER NOT NULL CHECK (shown IN (0, 1)),  -- the item was Done when the Review ended; 1 of a free point
  presenter TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  timebox   INTEGER CHECK (timebox >= 1),    -- minutes
  UNIQUE (review, item)
) STRICT;
CREATE INDEX review_point_review ON review_point (review, rank, id);

CREATE TABLE review_feedback (
  id      TEXT PRIMARY KEY,
  review  TEXT NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  point   TEXT REFERENCES review_point (id) DEFERRABLE INITIALLY DEFERRED,  -- what it is about; null: the whole
  text    TEXT NOT NULL,
  person  TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,        -- who said it
  name    TEXT NOT NULL,                     -- of who said it; empty when nobody is named
  said_at TEXT NOT NULL,
  item    TEXT                               -- the backlog item it became
) STRICT;
CREATE INDEX review_feedback_review ON review_feedback (review, said_at, id);
CREATE INDEX review_feedback_item ON review_feedback (item) WHERE item IS NOT NULL;

-- ── increments ──────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE increment ADD COLUMN released_at TEXT;  -- the instant, where it is known: several may go out on one day

-- How a product writes its release notes, where it is not the usual way.
CREATE TABLE notes_template (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL UNIQUE REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  text    TEXT NOT NULL
) STRICT;

-- ── retrospective ───────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE retrospective ADD COLUMN phase TEXT NOT NULL DEFAULT 'gather'
  CHECK (phase IN ('checkIn', 'last', 'gather', 'group', 'vote', 'discuss', 'decide', 'close'));
ALTER TABLE retrospective ADD COLUMN anonymous INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1));
ALTER TABLE retrospective ADD COLUMN votes_each INTEGER NOT NULL DEFAULT 4 CHECK (votes_each BETWEEN 1 AND 10);
ALTER TABLE retrospective ADD COLUMN votes_several INTEGER NOT NULL DEFAULT 1 CHECK (votes_several IN (0, 1));
UPDATE retrospective SET phase = 'close' WHERE state = 'closed';

-- Cards that belong together. They stand in one column.
CREATE TABLE retro_group (
  id    TEXT PRIMARY KEY,
  retro TEXT NOT NULL REFERENCES retrospective (id) DEFERRABLE INITIALLY DEFERRED,
  name  TEXT NOT NULL
) STRICT;
CREATE INDEX retro_group_retro ON retro_group (retro);
ALTER TABLE retro_card ADD COLUMN retro_group TEXT REFERENCES retro_group (id) DEFERRABLE INITIALLY DEFERRED;

-- What is talked about: a group, or a card that stands alone. They come into being when the votes are counted.
CREATE TABLE retro_topic (
  id          TEXT PRIMARY KEY,
  retro       TEXT NOT NULL REFERENCES retrospective (id) DEFERRABLE INITIALLY DEFERRED,
  retro_card  TEXT REFERENCES retro_card (id) DEFERRABLE INITIALLY DEFERRED,
  retro_group TEXT REFERENCES retro_group (id) DEFERRABLE INITIALLY DEFERRED,
  position    INTEGER NOT NULL,
  votes       INTEGER NOT NULL,
  notes       TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('waiting', 'now', 'done')),
  CHECK ((retro_card IS NULL) <> (retro_group IS NULL))
) STRICT;
CREATE INDEX retro_topic_retro ON retro_topic (retro, position);

CREATE TABLE retro_check_in (
  id     TEXT PRIMARY KEY,
  retro  TEXT NOT NULL REFERENCES retrospective (id) DEFERRABLE INITIALLY DEFERRED,
  mood   INTEGER CHECK (mood BETWEEN 1 AND 5),
  word   TEXT NOT NULL,
  person TEXT                              -- null where the retrospective is anonymous
) STRICT;
CREATE INDEX retro_check_in_retro ON retro_check_in (retro);

CREATE TABLE retro_rating (
  id     TEXT PRIMARY KEY,
  retro  TEXT NOT NULL REFERENCES retrospective (id) DEFERRABLE INITIALLY DEFERRED,
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  person TEXT                              -- null where the retrospective is anonymous
) STRICT;
CREATE INDEX retro_rating_retro ON retro_rating (retro);

-- What people said that the others do not see yet. Outside the history, which would tell when and in which order it
-- came; ids are random and rows lie in their order, so that neither do they. Votes never have a person.
CREATE TABLE retro_private (
  id      TEXT PRIMARY KEY,
  retro   TEXT NOT NULL REFERENCES retrospective (id) DEFERRABLE INITIALLY DEFERRED,
  kind    TEXT NOT NULL CHECK (kind IN ('card', 'checkIn', 'vote', 'rating')),
  subject TEXT,                            -- a card's column; what a vote is for: a card or a group
  number  INTEGER,                         -- a mood or a rating
  text    TEXT NOT NULL,
  person  TEXT,                            -- null where the retrospective is anonymous
  CHECK (kind <> 'vote' OR person IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX retro_private_retro ON retro_private (retro, kind);
INSERT INTO aside (tbl, changes) VALUES ('retro_private', 0);
CREATE TRIGGER retro_private_made AFTER INSERT ON retro_private BEGIN
  UPDATE aside SET changes = changes + 1 WHERE tbl = 'retro_private';
END;
CREATE TRIGGER retro_private_gone AFTER DELETE ON retro_private BEGIN
  UPDATE aside SET changes = changes + 1 WHERE tbl = 'retro_private';
END;

-- That a person took part, and how often; never with what. Forgotten when the retrospective closes.
CREATE TABLE retro_part (
  retro  TEXT NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('checkIn', 'vote', 'rating', 'swept')),
  person TEXT NOT NULL,
  times  INTEGER NOT NULL,
  PRIMARY KEY (retro, kind, person)
) STRICT, WITHOUT ROWID;

-- ── improvement register ────────────────────────────────────────────────────────────────────────────────────────────
-- The figure of the product that the KPI is sampled from; null when it is measured by hand. What a figure was in a sprint
-- is never stored: it follows from the records and the history.
ALTER TABLE improvement ADD COLUMN kpi_figure TEXT CHECK (kpi_figure IN ('velocity', 'sayDo', 'cycleTimeMedian',
  'cycleTime85', 'blockedTime', 'mttr', 'carryOver', 'throughput', 'goalConfidence'));
ALTER TABLE improvement ADD COLUMN kpi_baseline_from TEXT;  -- the sprint it was taken from, by its name then

-- What was measured by hand.
CREATE TABLE improvement_measurement (
  id          TEXT PRIMARY KEY,
  improvement TEXT NOT NULL REFERENCES improvement (id) DEFERRABLE INITIALLY DEFERRED,
  day         TEXT NOT NULL,
  value       REAL NOT NULL,
  note        TEXT NOT NULL,
  person      TEXT,
  at          TEXT NOT NULL
) STRICT;
CREATE INDEX improvement_measurement_of ON improvement_measurement (improvement, day, at, id);
