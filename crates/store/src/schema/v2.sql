-- Schema version 2: what the Product Backlog room keeps, and what makes a hundred thousand items as quick as a thousand.

-- ── derived from the tracked tables by the triggers below, so not tracked themselves; `lineout doctor` compares ──────

-- The Product Backlog in runs of neighbours, each with its sums: where a row stands, and which row stands somewhere, is
-- a sum over a few hundred runs and a count inside one. A run reaches from its lower rank to the next run's.
CREATE TABLE backlog_block (
  product     TEXT NOT NULL,
  lower       TEXT NOT NULL,                -- '' for the first
  items       INTEGER NOT NULL,
  hundredths  INTEGER NOT NULL,             -- of points: whole numbers add up exactly
  unestimated INTEGER NOT NULL,
  PRIMARY KEY (product, lower)
) STRICT, WITHOUT ROWID;

-- The number an item has in the text index, which knows rows by number only.
CREATE TABLE search_doc (
  doc     INTEGER PRIMARY KEY,
  item    TEXT NOT NULL UNIQUE,
  product TEXT NOT NULL
) STRICT;

-- Words of every item. The texts themselves stay in their tables.
CREATE VIRTUAL TABLE item_text USING fts5 (
  key, title, description, comments,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- ── tracked ─────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE saved_view (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name    TEXT NOT NULL,
  filter  TEXT NOT NULL,                    -- JSON, one value as a whole
  sort    TEXT NOT NULL,                    -- JSON, one value as a whole
  UNIQUE (product, name)
) STRICT;

CREATE TABLE item_comment (
  id         TEXT PRIMARY KEY,
  item       TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  author     TEXT,
  written_at TEXT NOT NULL,
  edited_at  TEXT,
  text       TEXT NOT NULL
) STRICT;
CREATE INDEX item_comment_item ON item_comment (item, written_at, id);

CREATE TABLE acceptance_criterion (
  id   TEXT PRIMARY KEY,
  item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  rank TEXT NOT NULL,                       -- place in the item's checklist
  text TEXT NOT NULL,
  met  INTEGER NOT NULL CHECK (met IN (0, 1))
) STRICT;
CREATE INDEX acceptance_criterion_item ON acceptance_criterion (item, rank, id);

-- The Definition of Ready. What is asked no longer is retired, so that the ticks it was given stay.
CREATE TABLE ready_criterion (
  id       TEXT PRIMARY KEY,
  product  TEXT NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text     TEXT NOT NULL,
  retired  INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;
CREATE INDEX ready_criterion_product ON ready_criterion (product, position);

CREATE TABLE ready_policy (
  id      TEXT PRIMARY KEY,
  product TEXT NOT NULL UNIQUE REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  blocks  INTEGER NOT NULL CHECK (blocks IN (0, 1))
) STRICT;

CREATE TABLE item_ready (
  id              TEXT PRIMARY KEY,
  item            TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  ready_criterion TEXT NOT NULL REFERENCES ready_criterion (id) DEFERRABLE INITIALLY DEFERRED,
  person          TEXT,
  at              TEXT NOT NULL,
  UNIQUE (item, ready_criterion)
) STRICT;
CREATE INDEX item_ready_criterion ON item_ready (ready_criterion, item);

CREATE TABLE item_link (
  id        TEXT PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('blocks', 'relates', 'duplicates')),
  from_item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  to_item   TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (from_item, kind, to_item),
  CHECK (from_item <> to_item)
) STRICT;
CREATE INDEX item_link_to ON item_link (to_item, kind, from_item);

CREATE INDEX item_label_label ON item_label (label, item);
CREATE INDEX item_assignee_person ON item_assignee (person, item);
CREATE INDEX item_epic ON item (epic, resolution, estimate) WHERE epic IS NOT NULL;

-- ── keeping what is derived in step ─────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER block_item_insert AFTER INSERT ON item WHEN new.sprint IS NULL AND new.resolution IS NULL BEGIN
  INSERT OR IGNORE INTO backlog_block VALUES (new.product, '', 0, 0, 0);
  UPDATE backlog_block SET
    items = items + 1,
    hundredths = hundredths + CAST(round(coalesce(new.estimate, 0.0) * 100) AS INTEGER),
    unestimated = unestimated + (new.estimate IS NULL)
  WHERE product = new.product
    AND lower = (SELECT max(lower) FROM backlog_block WHERE product = new.product AND lower <= new.rank);
END;

CREATE TRIGGER block_item_delete AFTER DELETE ON item WHEN old.sprint IS NULL AND old.resolution IS NULL BEGIN
  UPDATE backlog_block SET
    items = items - 1,
    hundredths = hundredths - CAST(round(coalesce(old.estimate, 0.0) * 100) AS INTEGER),
    unestimated = unestimated - (old.estimate IS NULL)
  WHERE product = old.product
    AND lower = (SELECT max(lower) FROM backlog_block WHERE product = old.product AND lower <= old.rank);
END;

-- One trigger, so that an item has left its run before it joins one: a run counted too high would be split wrongly.
CREATE TRIGGER block_item_update AFTER UPDATE OF product, rank, sprint, resolution, estimate ON item
WHEN old.rank IS NOT new.rank OR old.sprint IS NOT new.sprint OR old.resolution IS NOT new.resolution
  OR old.estimate IS NOT new.estimate OR old.product IS NOT new.product BEGIN
  UPDATE backlog_block SET
    items = items - 1,
    hundredths = hundredths - CAST(round(coalesce(old.estimate, 0.0) * 100) AS INTEGER),
    unestimated = unestimated - (old.estimate IS NULL)
  WHERE old.sprint IS NULL AND old.resolution IS NULL AND product = old.product
    AND lower = (SELECT max(lower) FROM backlog_block WHERE product = old.product AND lower <= old.rank);
  INSERT OR IGNORE INTO backlog_block SELECT new.product, '', 0, 0, 0
  WHERE new.sprint IS NULL AND new.resolution IS NULL;
  UPDATE backlog_block SET
    items = items + 1,
    hundredths = hundredths + CAST(round(coalesce(new.estimate, 0.0) * 100) AS INTEGER),
    unestimated = unestimated + (new.estimate IS NULL)
  WHERE new.sprint IS NULL AND new.resolution IS NULL AND product = new.product
    AND lower = (SELECT max(lower) FROM backlog_block WHERE product = new.product AND lower <= new.rank);
END;

-- A run that has grown too long is cut in the middle; its second half becomes a run of its own.
CREATE TRIGGER block_split AFTER UPDATE OF items ON backlog_block WHEN new.items > 512 BEGIN
  INSERT INTO backlog_block
    SELECT new.product, cut.rank, count(*),
           CAST(sum(CAST(round(coalesce(i.estimate, 0.0) * 100) AS INTEGER)) AS INTEGER),
           CAST(sum(i.estimate IS NULL) AS INTEGER)
    FROM (SELECT rank FROM item
          WHERE product = new.product AND sprint IS NULL AND resolution IS NULL AND rank >= new.lower
          ORDER BY rank, id LIMIT 1 OFFSET 256) AS cut
    JOIN item AS i ON i.product = new.product AND i.sprint IS NULL AND i.resolution IS NULL AND i.rank >= cut.rank
      AND i.rank < coalesce((SELECT min(lower) FROM backlog_block
                             WHERE product = new.product AND lower > new.lower), '~')
    WHERE cut.rank > new.lower GROUP BY cut.rank;
  UPDATE backlog_block SET
    items = backlog_block.items - half.items,
    hundredths = backlog_block.hundredths - half.hundredths,
    unestimated = backlog_block.unestimated - half.unestimated
  FROM backlog_block AS half
  WHERE backlog_block.product = new.product AND backlog_block.lower = new.lower
    AND half.product = new.product AND half.lower > new.lower
    AND half.lower = (SELECT rank FROM item
                      WHERE product = new.product AND sprint IS NULL AND resolution IS NULL AND rank >= new.lower
                      ORDER BY rank, id LIMIT 1 OFFSET 256);
END;

CREATE TRIGGER block_empty AFTER UPDATE OF items ON backlog_block WHEN new.items = 0 AND new.lower <> '' BEGIN
  DELETE FROM backlog_block WHERE product = new.product AND lower = new.lower;
END;

CREATE VIEW item_words AS
  SELECT d.doc, d.item, p.key || '-' || i.number AS key, i.title, i.description,
         coalesce((SELECT group_concat(c.text, char(10)) FROM item_comment AS c WHERE c.item = i.id), '') AS comments
  FROM search_doc AS d JOIN item AS i ON i.id = d.item JOIN product AS p ON p.id = i.product;

CREATE TRIGGER search_item_insert AFTER INSERT ON item BEGIN
  INSERT INTO search_doc (item, product) VALUES (new.id, new.product);
  INSERT INTO item_text (rowid, key, title, description, comments)
    SELECT doc, key, title, description, comments FROM item_words WHERE item = new.id;
END;

CREATE TRIGGER search_item_update AFTER UPDATE OF title, description, number, product ON item
WHEN old.title IS NOT new.title OR old.description IS NOT new.description OR old.number IS NOT new.number
  OR old.product IS NOT new.product BEGIN
  UPDATE search_doc SET product = new.product WHERE item = new.id AND product IS NOT new.product;
  DELETE FROM item_text WHERE rowid = (SELECT doc FROM search_doc WHERE item = new.id);
  INSERT INTO item_text (rowid, key, title, description, comments)
    SELECT doc, key, title, description, comments FROM item_words WHERE item = new.id;
END;

CREATE TRIGGER search_item_delete AFTER DELETE ON item BEGIN
  DELETE FROM item_text WHERE rowid = (SELECT doc FROM search_doc WHERE item = old.id);
  DELETE FROM search_doc WHERE item = old.id;
END;

-- An undo may put an item back before its product, whose key is a word of it.
CREATE TRIGGER search_product_insert AFTER INSERT ON product BEGIN
  DELETE FROM item_text WHERE rowid IN (SELECT doc FROM search_doc WHERE item IN
    (SELECT id FROM item WHERE product = new.id));
  INSERT INTO item_text (rowid, key, title, description, comments)
    SELECT doc, key, title, description, comments FROM item_words
    WHERE item IN (SELECT id FROM item WHERE product = new.id);
END;

CREATE TRIGGER search_comment_insert AFTER INSERT ON item_comment BEGIN
  DELETE FROM item_text WHERE rowid = (SELECT doc FROM search_doc WHERE item = new.item);
  INSERT INTO item_text (rowid, key, title, description, comments)
    SELECT doc, key, title, description, comments FROM item_words WHERE item = new.item;
END;

CREATE TRIGGER search_comment_update AFTER UPDATE OF text, item ON item_comment
WHEN old.text IS NOT new.text OR old.item IS NOT new.item BEGIN
  DELETE FROM item_text WHERE rowid IN (SELECT doc FROM search_doc WHERE item IN (old.item, new.item));
  INSERT INTO item_text (rowid, key, title, description, comments)
    SELECT doc, key, title, description, comments FROM item_words WHERE item IN (old.item, new.item);
END;

CREATE TRIGGER search_comment_delete AFTER DELETE ON item_comment BEGIN
  DELETE FROM item_text WHERE rowid = (SELECT doc FROM search_doc WHERE item = old.item);
  INSERT INTO item_text (rowid, key, title, description, comments)
    SELECT doc, key, title, description, comments FROM item_words WHERE item = old.item;
END;

-- ── what a file of version 1 holds already ──────────────────────────────────────────────────────────────────────────
INSERT INTO backlog_block SELECT id, '', 0, 0, 0 FROM product;
-- Rows of one rank count as one step, so that a run never ends between them.
INSERT INTO backlog_block
  SELECT product, CASE WHEN run = 0 THEN '' ELSE min(rank) END, count(*),
         CAST(sum(CAST(round(coalesce(estimate, 0.0) * 100) AS INTEGER)) AS INTEGER),
         CAST(sum(estimate IS NULL) AS INTEGER)
  FROM (SELECT product, rank, estimate, (rank() OVER (PARTITION BY product ORDER BY rank) - 1) / 256 AS run
        FROM item WHERE sprint IS NULL AND resolution IS NULL)
  WHERE true GROUP BY product, run
  ON CONFLICT DO UPDATE SET
    items = excluded.items, hundredths = excluded.hundredths, unestimated = excluded.unestimated;

INSERT INTO search_doc (item, product) SELECT id, product FROM item ORDER BY created_at, id;
INSERT INTO item_text (rowid, key, title, description, comments)
  SELECT doc, key, title, description, comments FROM item_words ORDER BY doc;
