/** A UUIDv7 as text. */
export type Id = string;
/** YYYY-MM-DD, in the team's time zone. */
export type Day = string;
/** RFC 3339, UTC. */
export type Instant = string;
/** A request or response that says nothing. */
export type Empty = Record<string, never>;
