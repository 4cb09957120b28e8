-- Schema version 6: the start of a retrospective may be taken back and brought back.

-- What was said meanwhile stays, so nothing ties it to the retrospective but the id.
CREATE TABLE retro_private_new (
  id      TEXT PRIMARY KEY,
  retro   TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('card', 'checkIn', 'vote', 'rating')),
  subject TEXT,                            -- a card's column; what a vote is for: a card or a group
  number  INTEGER,                         -- a mood or a rating
  text    TEXT NOT NULL,
  person  TEXT,                            -- null where the retrospective is anonymous
  CHECK (kind <> 'vote' OR person IS NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO retro_private_new SELECT id, retro, kind, subject, number, text, person FROM retro_private;
DROP TABLE retro_private;
ALTER TABLE retro_private_new RENAME TO retro_private;
CREATE INDEX retro_private_retro ON retro_private (retro, kind);
CREATE TRIGGER retro_private_made AFTER INSERT ON retro_private BEGIN
  UPDATE aside SET changes = changes + 1 WHERE tbl = 'retro_private';
END;
CREATE TRIGGER retro_private_gone AFTER DELETE ON retro_private BEGIN
  UPDATE aside SET changes = changes + 1 WHERE tbl = 'retro_private';
END;
