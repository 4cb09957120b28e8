-- Schema version 3: what the Product Goal was and how far it is, templates, attachments, and where a sprint came from.

-- ── bytes, by what they are; added once, never changed, and not tracked: the history of an attachment names them ─────
CREATE TABLE attachment_content (
  sha256 TEXT PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;
CREATE TRIGGER attachment_content_stays BEFORE UPDATE ON attachment_content BEGIN
  SELECT RAISE(ABORT, 'the bytes of an attachment never change');
END;
-- An undo may bring any attachment back, so its bytes are kept for good.
CREATE TRIGGER attachment_content_kept BEFORE DELETE ON attachment_content BEGIN
  SELECT RAISE(ABORT, 'the bytes of an attachment are kept');
END;

-- ── tracked ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- How the Product Goal that stands in `product` is measured.
CREATE TABLE goal_measure (
  id       TEXT PRIMARY KEY,
  product  TEXT NOT NULL UNIQUE REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name     TEXT NOT NULL,
  unit     TEXT NOT NULL,
  baseline REAL NOT NULL,
  target   REAL NOT NULL
) STRICT;

CREATE TABLE goal_measurement (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  goal    TEXT REFERENCES past_goal (id) DEFERRABLE INITIALLY DEFERRED,  -- null: of the goal that stands
  day     TEXT NOT NULL,
  value   REAL NOT NULL,
  note    TEXT NOT NULL,
  person  TEXT,
  at      TEXT NOT NULL
) STRICT;
CREATE INDEX goal_measurement_product ON goal_measurement (product, goal, day, id);

-- A goal that was fulfilled or abandoned, as it was then.
CREATE TABLE past_goal (
  id        TEXT PRIMARY KEY,
  product   TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  statement TEXT NOT NULL,
  outcome   TEXT NOT NULL CHECK (outcome IN ('fulfilled', 'abandoned')),
  words     TEXT NOT NULL,                   -- what came of it
  measure   TEXT,                            -- name, unit, baseline and target as they were; null where it had none
  unit      TEXT,
  baseline  REAL,
  target    REAL,
  ended_at  TEXT NOT NULL,
  ended_by  TEXT
) STRICT;
CREATE INDEX past_goal_product ON past_goal (product, ended_at, id);

CREATE TABLE item_template (
  id          TEXT PRIMARY KEY,
  product     TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name        TEXT NOT NULL,
  item_type   TEXT NOT NULL,
  title       TEXT NOT NULL,                 -- what a title begins with; may be empty
  description TEXT NOT NULL,
  acceptance  TEXT NOT NULL,                 -- a JSON array of texts, one value as a whole
  labels      TEXT NOT NULL,                 -- the same
  UNIQUE (product, name)
) STRICT;

CREATE TABLE attachment (
  id         TEXT PRIMARY KEY,
  item       TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size       INTEGER NOT NULL,               -- bytes
  sha256     TEXT NOT NULL REFERENCES attachment_content (sha256) DEFERRABLE INITIALLY DEFERRED,
  added_by   TEXT,
  added_at   TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_item ON attachment (item, added_at, id);
CREATE INDEX attachment_content_use ON attachment (sha256);

-- Where a sprint of the past was brought in from.
ALTER TABLE sprint ADD COLUMN source TEXT;
ALTER TABLE sprint ADD COLUMN source_key TEXT;
CREATE UNIQUE INDEX sprint_source ON sprint (product, source, source_key) WHERE source_key IS NOT NULL;

-- What an item had that hangs on another one now: moved by a split or a merge.
CREATE INDEX history_moved ON history (tbl, before) WHERE op = 'update' AND field = 'item';
