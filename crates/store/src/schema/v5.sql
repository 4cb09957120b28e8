-- Schema version 5: the meetings of a sprint, and what comes of them.

-- ── timers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── Planning Poker and task templates ───────────────────────────────────────────────────────────────────────────────

-- ── Daily Scrum ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── board ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Which column of its category a task stands in; null: the first one. The category says the same as its state.
ALTER TABLE task ADD COLUMN board_column TEXT REFERENCES board_column (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX task_column ON task (board_column) WHERE board_column IS NOT NULL;

-- ── Sprint Review ───────────────────────────────────────────────────────────────────────────────────────────────────

-- ── increments ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── retrospective ───────────────────────────────────────────────────────────────────────────────────────────────────

-- ── improvement register ────────────────────────────────────────────────────────────────────────────────────────────
