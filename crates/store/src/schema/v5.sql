-- Schema version 5: the meetings of a sprint, and what comes of them.

-- ── timers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── Planning Poker and task templates ───────────────────────────────────────────────────────────────────────────────

-- ── Daily Scrum ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── board ───────────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── Sprint Review ───────────────────────────────────────────────────────────────────────────────────────────────────

-- ── increments ──────────────────────────────────────────────────────────────────────────────────────────────────────

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

-- That a person took part, and how often; never with what. Forgotten when the retrospective closes.
CREATE TABLE retro_part (
  retro  TEXT NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('checkIn', 'vote', 'rating', 'swept')),
  person TEXT NOT NULL,
  times  INTEGER NOT NULL,
  PRIMARY KEY (retro, kind, person)
) STRICT, WITHOUT ROWID;

-- ── improvement register ────────────────────────────────────────────────────────────────────────────────────────────
