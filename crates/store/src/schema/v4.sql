-- Schema version 4: what the sprint rooms keep.

-- ── impediments and incidents ───────────────────────────────────────────────────────────────────────────────────────
-- An impediment that has a beginning here is an incident: what the team runs was down from then until it was restored.
ALTER TABLE impediment ADD COLUMN began_at TEXT;
ALTER TABLE impediment ADD COLUMN restored_at TEXT;

-- ── planning: tasks and capacity ────────────────────────────────────────────────────────────────────────────────────

-- ── the Daily Scrum ─────────────────────────────────────────────────────────────────────────────────────────────────
