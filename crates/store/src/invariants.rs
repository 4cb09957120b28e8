//! What must hold of a workspace whatever was done in it. Use cases keep it by their rules; the integrity check looks
//! at all of it, and an undo, which knows no rules, at what it has touched: taking an action out of the middle is
//! refused where what was done later rests on it.

use rusqlite::params;

use crate::Result;
use crate::action::Db;

/// A question to the database whose every answer is a sentence about something that must not be so.
struct Invariant {
    /// The sentence.
    says: &'static str,
    /// FROM and WHERE of what must not be.
    of: &'static str,
    /// What has to be touched for it to be asked after an undo.
    ids: &'static [&'static str],
}

/// Short for the key of an item `i`.
const KEY: &str = "(SELECT key FROM product WHERE id = i.product) || '-' || i.number";

const STANDING: &[Invariant] = &[
    Invariant {
        says: "{key} || ' stands on a board whose sprint does not run'",
        of: "item AS i LEFT JOIN sprint AS s ON s.id = i.sprint
             WHERE i.board_column IS NOT NULL AND s.state IS NOT 'active'",
        ids: &["i.id", "i.sprint"],
    },
    Invariant {
        says: "{key} || ' is in the running sprint and in no column'",
        of:
            "item AS i JOIN sprint AS s ON s.id = i.sprint WHERE s.state = 'active' AND i.board_column IS NULL
             AND (i.resolution IS NULL OR i.resolution = 'done')",
        ids: &["i.id", "i.sprint"],
    },
    Invariant {
        says: "{key} || ' and its column do not agree on whether it is Done'",
        of: "item AS i JOIN board_column AS c ON c.id = i.board_column
             WHERE (c.category = 'done') <> (i.resolution IS 'done')",
        ids: &["i.id"],
    },
    Invariant {
        says: "{key} || ' is open in ' || s.name || ', which is over'",
        of: "item AS i JOIN sprint AS s ON s.id = i.sprint
             WHERE i.resolution IS NULL AND s.state IN ('closed', 'cancelled')",
        ids: &["i.id", "i.sprint"],
    },
    Invariant {
        says: "{key} || ' has a place in a sprint without being in one, or none in its sprint'",
        of: "item AS i WHERE (i.sprint IS NULL) <> (i.board_rank IS NULL)",
        ids: &["i.id"],
    },
    Invariant {
        says: "{key} || ' is Done without meeting its Definition of Done'",
        of: "item AS i WHERE i.resolution = 'done' AND EXISTS (
               SELECT 1 FROM done_criterion AS d WHERE d.definition = i.definition AND NOT EXISTS (
                 SELECT 1 FROM item_criterion AS x WHERE x.item = i.id AND x.criterion = d.id))",
        ids: &["i.id"],
    },
    Invariant {
        says: "p.key || ' is part of an increment and not Done'",
        of: "increment_item AS p JOIN item AS i ON i.id = p.item WHERE i.resolution IS NOT 'done'",
        ids: &["p.id", "i.id"],
    },
    Invariant {
        says: "n.name || ' is released with nothing in it'",
        of: "increment AS n WHERE n.state = 'released'
             AND NOT EXISTS (SELECT 1 FROM increment_item WHERE increment = n.id)",
        ids: &["n.id"],
    },
    Invariant {
        says: "s.name || ' began without a commitment, or has one without having begun'",
        of: "sprint AS s WHERE (s.state = 'planned')
             = EXISTS (SELECT 1 FROM sprint_commitment WHERE sprint = s.id)",
        ids: &["s.id"],
    },
    Invariant {
        says: "s.name || ' is over without a record, or has one without being over'",
        of: "sprint AS s WHERE (s.state IN ('closed', 'cancelled'))
             <> EXISTS (SELECT 1 FROM sprint_record WHERE sprint = s.id)",
        ids: &["s.id"],
    },
    Invariant {
        says: "s.name || ' runs without a goal'",
        of: "sprint AS s WHERE s.state = 'active' AND trim(s.goal) = ''",
        ids: &["s.id"],
    },
    Invariant {
        says: "s.name || ' and ' || o.name || ' share days'",
        of: "sprint AS s JOIN sprint AS o ON o.product = s.product AND o.number > s.number
             AND o.start_day <= s.end_day AND s.start_day <= o.end_day
             WHERE s.state IN ('planned', 'active') AND o.state IN ('planned', 'active')",
        ids: &["s.id", "o.id"],
    },
    Invariant {
        says: "'two retrospectives are open'",
        of: "retrospective AS r JOIN retrospective AS o ON o.product = r.product AND o.id > r.id
             WHERE r.state = 'open' AND o.state = 'open'",
        ids: &["r.id", "o.id"],
    },
    Invariant {
        says: "'a retrospective has ended with nothing decided'",
        of: "retrospective AS r WHERE r.state = 'closed' AND r.none_reason IS NULL
             AND NOT EXISTS (SELECT 1 FROM improvement WHERE retro = r.id)",
        ids: &["r.id"],
    },
    Invariant {
        says: "s.name || ' has a Sprint Review without having begun'",
        of: "review AS r JOIN sprint AS s ON s.id = r.sprint WHERE s.state = 'planned'",
        ids: &["r.id", "s.id"],
    },
    Invariant {
        says: "'two points of the Sprint Review of ' || s.name || ' share the place ' || p.rank",
        of: "review_point AS p JOIN review_point AS o ON o.review = p.review AND o.rank = p.rank AND o.id > p.id
             JOIN review AS r ON r.id = p.review JOIN sprint AS s ON s.id = r.sprint WHERE true",
        ids: &["p.id", "o.id"],
    },
    Invariant {
        says: "'feedback is about a point of another Sprint Review'",
        of: "review_feedback AS f JOIN review_point AS p ON p.id = f.point WHERE p.review <> f.review",
        ids: &["f.id"],
    },
    Invariant {
        says: "'a retrospective is closed before its last phase'",
        of: "retrospective AS r WHERE r.state = 'closed' AND r.phase <> 'close'",
        ids: &["r.id"],
    },
    Invariant {
        says: "'two topics of a retrospective are talked about at once'",
        of: "retro_topic AS t JOIN retro_topic AS o ON o.retro = t.retro AND o.id > t.id
             WHERE t.state = 'now' AND o.state = 'now'",
        ids: &["t.id", "o.id"],
    },
    Invariant {
        says: "'the group ' || g.name || ' holds fewer than two cards, or stands in two columns'",
        of: "retro_group AS g WHERE (
             (SELECT count(DISTINCT retro_column) FROM retro_card WHERE retro_group = g.id) <> 1
             OR (SELECT count(*) FROM retro_card WHERE retro_group = g.id) < 2)",
        // Deleted rows name their group by a value that they had, moved ones by their id.
        ids: &["g.id", "(SELECT id FROM retro_card WHERE retro_group = g.id AND id IN (SELECT id FROM touched) LIMIT 1)"],
    },
    // Anonymous means anonymous: no row and no action links what was said to who said it.
    Invariant {
        says: "'a card of an anonymous retrospective leads to a person'",
        of: "retro_card AS c JOIN retro_column AS k ON k.id = c.retro_column
             JOIN retrospective AS r ON r.id = k.retro AND r.anonymous = 1
             WHERE (c.author IS NOT NULL OR EXISTS (SELECT 1 FROM history AS h JOIN action AS a ON a.id = h.action
               WHERE h.tbl = 'retro_card' AND h.row = c.id AND (a.author IS NOT NULL OR a.device <> '')))",
        ids: &["c.id"],
    },
    Invariant {
        says: "'a check-in or a rating of an anonymous retrospective leads to a person'",
        of: "(SELECT 'retro_check_in' AS tbl, id, retro, person FROM retro_check_in
              UNION ALL SELECT 'retro_rating', id, retro, person FROM retro_rating) AS x
             JOIN retrospective AS r ON r.id = x.retro AND r.anonymous = 1
             WHERE (x.person IS NOT NULL OR EXISTS (SELECT 1 FROM history AS h JOIN action AS a ON a.id = h.action
               WHERE h.tbl = x.tbl AND h.row = x.id AND (a.author IS NOT NULL OR a.device <> '')))",
        ids: &["x.id"],
    },
    Invariant {
        says: "'something private of an anonymous retrospective, or a vote, leads to a person'",
        of: "retro_private AS p JOIN retrospective AS r ON r.id = p.retro
             WHERE p.person IS NOT NULL AND (r.anonymous = 1 OR p.kind = 'vote')",
        ids: &["p.id"],
    },
    Invariant {
        says: "p.name || ' has a board without a column for ' || w.value",
        of: "product AS p JOIN json_each('[\"todo\", \"inProgress\", \"done\"]') AS w
             WHERE NOT EXISTS (SELECT 1 FROM board_column WHERE product = p.id AND category = w.value)",
        ids: &["p.id"],
    },
    Invariant {
        says: "'two columns are called ' || c.name",
        of: "board_column AS c JOIN board_column AS o
             ON o.product = c.product AND o.id > c.id AND lower(o.name) = lower(c.name) WHERE true",
        ids: &["c.id", "o.id"],
    },
    Invariant {
        says: "{key} || ' waits for itself'",
        of: "item_link AS l JOIN item AS i ON i.id = l.from_item WHERE l.kind = 'blocks' AND EXISTS (
               WITH RECURSIVE ahead (id) AS (
                 SELECT l.to_item UNION
                 SELECT n.to_item FROM item_link AS n JOIN ahead ON n.from_item = ahead.id WHERE n.kind = 'blocks')
               SELECT 1 FROM ahead WHERE id = l.from_item)",
        ids: &["l.id"],
    },
    Invariant {
        says: "'two cards of ' || s.name || ' share the place ' || i.board_rank",
        of: "item AS i JOIN item AS o ON o.sprint = i.sprint AND o.board_rank = i.board_rank AND o.id > i.id
             JOIN sprint AS s ON s.id = i.sprint WHERE true",
        ids: &["i.id", "o.id"],
    },
    Invariant {
        says: "'two acceptance criteria of ' || {key} || ' share the place ' || a.rank",
        of: "acceptance_criterion AS a
             JOIN acceptance_criterion AS o ON o.item = a.item AND o.rank = a.rank AND o.id > a.id
             JOIN item AS i ON i.id = a.item WHERE true",
        ids: &["a.id", "o.id"],
    },
    Invariant {
        says: "'two tasks of ' || {key} || ' share the place ' || t.rank",
        of: "task AS t JOIN task AS o ON o.item = t.item AND o.rank = t.rank AND o.id > t.id
             JOIN item AS i ON i.id = t.item WHERE true",
        ids: &["t.id", "o.id"],
    },
    Invariant {
        says: "'a round of Planning Poker over ' || {key} || ' is open under a later one'",
        of: "poker_round AS r JOIN item AS i ON i.id = r.item WHERE r.revealed_at IS NULL
             AND EXISTS (SELECT 1 FROM poker_round WHERE item = r.item AND number > r.number)",
        ids: &["r.id", "i.id"],
    },
    Invariant {
        says: "'round ' || r.number || ' over ' || {key} || ' has an estimate that was not accepted over turned cards'",
        of: "poker_round AS r JOIN item AS i ON i.id = r.item
             WHERE ((r.accepted IS NULL) <> (r.accepted_at IS NULL)
               OR r.accepted IS NOT NULL AND r.revealed_at IS NULL)",
        ids: &["r.id"],
    },
    Invariant {
        says: "'somebody without a seat has a card of round ' || r.number || ' over ' || {key}",
        of: "poker_vote AS v JOIN poker_round AS r ON r.id = v.round JOIN item AS i ON i.id = r.item
             WHERE NOT EXISTS (SELECT 1 FROM poker_seat WHERE round = v.round AND person = v.person)",
        ids: &["r.id"],
    },
    Invariant {
        says: "'the cards of round ' || r.number || ' over ' || {key} || ' are turned, and there are none'",
        of: "poker_round AS r JOIN item AS i ON i.id = r.item WHERE r.revealed_at IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM poker_vote WHERE round = r.id)",
        ids: &["r.id"],
    },
    Invariant {
        says: "'a task of ' || {key} || ' stands in a column that says otherwise of it'",
        of: "task AS t JOIN board_column AS c ON c.id = t.board_column JOIN item AS i ON i.id = t.item
             WHERE c.category <> t.state OR c.product <> i.product",
        ids: &["t.id"],
    },
    Invariant {
        says: "'IMP-' || m.number || ' is restored without having been down before'",
        of: "impediment AS m WHERE m.restored_at IS NOT NULL
             AND (m.began_at IS NULL OR m.restored_at < m.began_at)",
        ids: &["m.id"],
    },
    Invariant {
        says: "p.name || ' has spoken, planned or voted in a Daily Scrum without taking part'",
        of: "daily AS d JOIN (
               SELECT daily, person FROM daily_turn WHERE person IS NOT NULL UNION
               SELECT daily, person FROM daily_plan UNION SELECT daily, person FROM daily_vote UNION
               SELECT daily, person FROM daily_impediment) AS said ON said.daily = d.id
             JOIN person AS p ON p.id = said.person
             WHERE NOT EXISTS (SELECT 1 FROM daily_person AS o WHERE o.daily = d.id AND o.person = p.id)",
        ids: &["d.id"],
    },
    Invariant {
        says: "'two people are called ' || a.name",
        of: "person AS a JOIN person AS o ON o.id > a.id AND lower(o.name) = lower(a.name)
             WHERE a.removed = 0 AND o.removed = 0",
        ids: &["a.id", "o.id"],
    },
];

/// What an action taken back or brought back must leave as it is. `?1` is the action under way.
const FINAL: &[Invariant] = &[
    Invariant {
        says: "n.name || ' is released, and what was delivered does not change'",
        of: "increment AS n WHERE n.state = 'released' AND EXISTS (
               SELECT 1 FROM history AS h WHERE h.action = ?1 AND h.tbl = 'increment_item'
               AND (h.before = n.id OR h.row IN (SELECT id FROM increment_item WHERE increment = n.id)))",
        ids: &[],
    },
    Invariant {
        says: "s.name || ' is over and stays as its record has it'",
        of:
            "sprint AS s JOIN history AS h ON h.action = ?1 AND h.tbl = 'sprint' AND h.row = s.id
             WHERE s.state IN ('closed', 'cancelled') AND h.field IN ('name', 'goal', 'start_day', 'end_day')",
        ids: &["s.id"],
    },
    Invariant {
        says: "s.name || ' runs, and its first day is a fact'",
        of: "sprint AS s JOIN history AS h ON h.action = ?1 AND h.tbl = 'sprint' AND h.row = s.id
             WHERE s.state = 'active' AND h.field = 'start_day'",
        ids: &["s.id"],
    },
    Invariant {
        says: "{key} || ' is part of the record of ' || s.name",
        of:
            "item AS i JOIN sprint AS s ON s.id = i.sprint
             JOIN history AS h ON h.action = ?1 AND h.tbl = 'item' AND h.row = i.id AND h.field = 'estimate'
             WHERE s.state IN ('closed', 'cancelled') AND NOT EXISTS (
               SELECT 1 FROM history WHERE action = ?1 AND tbl = 'sprint' AND row = s.id AND field = 'state')",
        ids: &["i.id"],
    },
    Invariant {
        says: "'the cards of Planning Poker are turned and stay as they lie'",
        of: "poker_round AS r WHERE r.revealed_at IS NOT NULL AND EXISTS (
               SELECT 1 FROM history AS h WHERE h.action = ?1 AND h.tbl IN ('poker_vote', 'poker_seat')
               AND (h.before = r.id OR h.row IN (SELECT id FROM poker_vote WHERE round = r.id
                 UNION SELECT id FROM poker_seat WHERE round = r.id)))
             AND NOT EXISTS (
               SELECT 1 FROM history WHERE action = ?1 AND tbl = 'poker_round' AND row = r.id
               AND op IN ('insert', 'delete'))",
        ids: &[],
    },
    Invariant {
        says: "'the cards of a retrospective that is closed stay as they are'",
        of:
            "retrospective AS r JOIN retro_column AS c ON c.retro = r.id WHERE r.state = 'closed' AND EXISTS (
               SELECT 1 FROM history AS h WHERE h.action = ?1 AND h.tbl = 'retro_card'
               AND (h.before = c.id OR h.after = c.id
                 OR h.row IN (SELECT id FROM retro_card WHERE retro_column = c.id)))",
        ids: &[],
    },
    Invariant {
        says: "n.name || ' and ' || o.name || ' would both be ' || n.version",
        of: "increment AS n JOIN increment AS o ON o.product = n.product AND o.id <> n.id
               AND lower(o.version) = lower(n.version) WHERE true",
        ids: &["n.id"],
    },
    Invariant {
        says: "'the Sprint Review of ' || s.name || ' is over, and what was shown and said stays'",
        of: "review AS r JOIN sprint AS s ON s.id = r.sprint WHERE r.ended_at IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM history WHERE action = ?1 AND tbl = 'review' AND row = r.id AND field = 'ended_at')
             AND EXISTS (SELECT 1 FROM history AS h WHERE h.action = ?1 AND (
               h.tbl = 'review' AND h.row = r.id AND h.field IN ('goal_met', 'goal_reason', 'started_at')
               OR h.tbl IN ('review_attendee', 'review_point', 'review_feedback')
                 AND (h.op <> 'update' OR h.field <> 'item')
                 AND (h.before = r.id OR h.row IN (SELECT id FROM review_attendee WHERE review = r.id
                   UNION SELECT id FROM review_point WHERE review = r.id
                   UNION SELECT id FROM review_feedback WHERE review = r.id))))",
        ids: &[],
    },
    Invariant {
        says: "'what was said in a retrospective that is closed stays as it is'",
        of: "retrospective AS r JOIN history AS h ON h.action = ?1
             AND h.tbl IN ('retro_group', 'retro_topic', 'retro_check_in', 'retro_rating')
             WHERE r.state = 'closed' AND (h.before = r.id OR h.row IN (
               SELECT id FROM retro_group WHERE retro = r.id UNION ALL SELECT id FROM retro_topic WHERE retro = r.id
               UNION ALL SELECT id FROM retro_check_in WHERE retro = r.id
               UNION ALL SELECT id FROM retro_rating WHERE retro = r.id))",
        ids: &[],
    },
    Invariant {
        says: "'votes have been cast on these topics'",
        of: "retrospective AS r JOIN retro_column AS c ON c.retro = r.id WHERE (
               EXISTS (SELECT 1 FROM retro_topic WHERE retro = r.id)
               OR EXISTS (SELECT 1 FROM retro_private WHERE retro = r.id AND kind = 'vote'))
             AND EXISTS (SELECT 1 FROM history AS h WHERE h.action = ?1 AND h.tbl = 'retro_card'
               AND (h.before = c.id OR h.after = c.id OR h.row IN (SELECT id FROM retro_card WHERE retro_column = c.id)))",
        ids: &[],
    },
    Invariant {
        says: "'the answers of a retrospective that is closed stay as they are'",
        of: "retrospective AS r WHERE r.state = 'closed' AND EXISTS (
               SELECT 1 FROM history AS h WHERE h.action = ?1 AND h.tbl = 'retro_review'
               AND (h.before = r.id OR h.row IN (SELECT id FROM retro_review WHERE retro = r.id)))",
        ids: &[],
    },
    Invariant {
        says: "s.name || ' is over, and what was said in its Daily Scrums stays as it was'",
        of:
            // The end of the sprint itself ends the one that is under way.
            "sprint AS s WHERE s.state IN ('closed', 'cancelled') AND NOT EXISTS (
               SELECT 1 FROM history AS e
               WHERE e.action = ?1 AND e.tbl = 'sprint' AND e.row = s.id AND e.field = 'state') AND EXISTS (
               SELECT 1 FROM history AS h
               WHERE h.action = ?1 AND h.tbl IN (
                 'daily', 'daily_person', 'daily_turn', 'daily_plan', 'daily_vote', 'daily_impediment')
               AND (h.before = s.id OR EXISTS (
                 SELECT 1 FROM daily AS d WHERE d.sprint = s.id AND (h.before = d.id OR h.row = d.id OR h.row IN (
                   SELECT id FROM daily_person WHERE daily = d.id UNION SELECT id FROM daily_turn WHERE daily = d.id UNION
                   SELECT id FROM daily_plan WHERE daily = d.id UNION SELECT id FROM daily_vote WHERE daily = d.id UNION
                   SELECT id FROM daily_impediment WHERE daily = d.id)))))",
        ids: &[],
    },
];

/// Everything the action under way has touched: rows, and rows that its values name.
const TOUCHED: &str = "WITH touched (id) AS MATERIALIZED (
    SELECT row FROM history WHERE action = ?1 UNION
    SELECT before FROM history WHERE action = ?1 UNION SELECT after FROM history WHERE action = ?1)";

impl Db<'_> {
    /// What does not hold of the workspace, at most so many sentences of each kind.
    pub(crate) fn broken(&self, most: usize) -> Result<Vec<String>> {
        let mut broken = Vec::new();
        for invariant in STANDING {
            let (says, of) = (invariant.says.replace("{key}", KEY), invariant.of);
            let mut statement = self.conn.prepare(&format!("SELECT {says} FROM {of} LIMIT {most}"))?;
            broken.extend(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        Ok(broken)
    }

    /// The first thing that would not hold after the action under way.
    pub(crate) fn broken_by(&self, action: &str) -> Result<Option<String>> {
        for invariant in STANDING.iter().chain(FINAL) {
            let ids = invariant.ids.iter().map(|id| format!("{id} IN (SELECT id FROM touched)"));
            let touched = match ids.collect::<Vec<_>>().join(" OR ") {
                none if none.is_empty() => String::new(),
                some => format!(" AND ({some})"),
            };
            let (says, of) = (invariant.says.replace("{key}", KEY), invariant.of);
            let sql = format!("{TOUCHED} SELECT {says} FROM {of}{touched} LIMIT 1");
            let mut statement = self.conn.prepare_cached(&sql)?;
            if let Some(says) = statement.query_map(params![action], |row| row.get(0))?.next() {
                return Ok(Some(says?));
            }
        }
        Ok(None)
    }
}
