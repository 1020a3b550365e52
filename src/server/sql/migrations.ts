/**
 * Forwards only, each once, in this order: what stands here is never changed, only added to. The agency stands first in
 * every key and the case next, so that a distributed PostgreSQL can lay the tables out by agency.
 *
 * A row of a log is known by its signer and number; its id is checked by whoever reads the bytes, and has no index.
 * Bytes are sealed, so compressing them (MAIN, EXTENDED) would cost time and save nothing.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE log_head (
    agency bytea NOT NULL, case_id bytea NOT NULL, kind smallint NOT NULL,
    seq bigint NOT NULL, chain bytea NOT NULL,
    PRIMARY KEY (agency, case_id, kind)
  );
  CREATE TABLE log_row (
    agency bytea NOT NULL, case_id bytea NOT NULL, kind smallint NOT NULL,
    seq bigint NOT NULL, device bytea NOT NULL, n bigint NOT NULL,
    id bytea NOT NULL, chain bytea NOT NULL, received_at bigint NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (agency, case_id, kind, seq),
    UNIQUE (agency, case_id, kind, device, n)
  );
  CREATE TABLE reader (
    agency bytea NOT NULL, case_id bytea NOT NULL, member bytea NOT NULL, reads_entries boolean NOT NULL,
    PRIMARY KEY (agency, case_id, member)
  );
  CREATE INDEX reader_member ON reader (agency, member);
  CREATE TABLE late_entry (
    agency bytea NOT NULL, case_id bytea NOT NULL, id bytea NOT NULL,
    device bytea NOT NULL, n bigint NOT NULL, received_at bigint NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (agency, case_id, id)
  );
  CREATE TABLE session (
    agency bytea NOT NULL, token_hash bytea NOT NULL, device bytea NOT NULL, ends_at bigint NOT NULL,
    PRIMARY KEY (agency, token_hash)
  );
  CREATE TABLE setup_link (secret_hash bytea PRIMARY KEY, made_at bigint NOT NULL, used_by bytea);
  CREATE TABLE relay_secret (name text PRIMARY KEY, secret bytea NOT NULL);
  ALTER TABLE log_row ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ALTER TABLE late_entry ALTER COLUMN bytes SET STORAGE EXTERNAL;
  `,
  // A restored backup of before brings the version back and leaves a `log_last` of other rows. A process of before that still
  // runs would move a head and not `log_last`: the CHECK refuses it that, and the lock lets none write while this is filled.
  `
  DROP TABLE IF EXISTS log_last;
  CREATE TABLE log_last (
    agency bytea NOT NULL, case_id bytea NOT NULL, kind smallint NOT NULL, device bytea NOT NULL,
    n bigint NOT NULL, id bytea NOT NULL,
    PRIMARY KEY (agency, case_id, kind, device)
  );
  ALTER TABLE log_head ADD COLUMN log_last_seq bigint NOT NULL DEFAULT 0;
  UPDATE log_head SET log_last_seq = seq;
  ALTER TABLE log_head ADD CONSTRAINT log_last_follows CHECK (log_last_seq = seq);
  INSERT INTO log_last (agency, case_id, kind, device, n, id)
  SELECT DISTINCT ON (agency, case_id, kind, device) agency, case_id, kind, device, n, id
  FROM log_row ORDER BY agency, case_id, kind, device, n DESC;
  `,
];

/** Those that are laid out by agency. The others are small, and touched at set-up only. */
export const tablesByAgency = ["log_head", "log_row", "log_last", "reader", "late_entry", "session"] as const;
