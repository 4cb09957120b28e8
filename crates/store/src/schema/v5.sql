-- Schema version 5: the meetings of a sprint, and what comes of them.

-- ── timers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── Planning Poker and task templates ───────────────────────────────────────────────────────────────────────────────

-- ── Daily Scrum ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── board ───────────────────────────────────────────────────────────────────────────────────────────────────────────

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

-- ── improvement register ────────────────────────────────────────────────────────────────────────────────────────────
