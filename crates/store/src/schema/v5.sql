-- Schema version 5: the meetings of a sprint, and what comes of them.

-- ── timers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── Planning Poker and task templates ───────────────────────────────────────────────────────────────────────────────

-- ── Daily Scrum ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── board ───────────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── Sprint Review ───────────────────────────────────────────────────────────────────────────────────────────────────

-- ── increments ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- ── retrospective ───────────────────────────────────────────────────────────────────────────────────────────────────

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
