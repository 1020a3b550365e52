/**
 * Each names its one agency as $1, the case as $2 and the kind as $3, so that it touches one shard. Which index is read must
 * not depend on statistics: of a table that has just begun, and of ids that only occur together, they say that a log has one
 * row, and then each of the two indexes would do. So what is asked for comes in the order of the index that has it, and
 * LATERAL with LIMIT 1 keeps it to one probe per number.
 */
const ofLog = "agency = $1 AND case_id = $2 AND kind = $3";

export const lockHead = `SELECT seq, chain FROM log_head WHERE ${ofLog} FOR UPDATE`;

export const beginHead =
  "INSERT INTO log_head (agency, case_id, kind, seq, chain) VALUES ($1, $2, $3, 0, '') ON CONFLICT DO NOTHING";

export const readHead = `SELECT seq, chain FROM log_head WHERE ${ofLog}`;

export const lastOf = `
  SELECT asked.device, found.n, found.id
  FROM (SELECT decode(hex, 'hex') AS device FROM unnest($4::text[]) AS hex) AS asked
  CROSS JOIN LATERAL (
    SELECT n, id FROM log_last WHERE ${ofLog} AND log_last.device = asked.device LIMIT 1
  ) AS found`;

/** Where nothing is sorted, see `sqlTables.ts`: then only the index of devices and numbers will do. */
export const taken = `
  SELECT found.id, asked.device, asked.n, found.seq, found.received_at
  FROM (SELECT decode(hex, 'hex') AS device, n FROM unnest($4::text[], $5::bigint[]) AS one(hex, n)) AS asked
  CROSS JOIN LATERAL (
    SELECT n, id, seq, received_at FROM log_row
    WHERE ${ofLog} AND log_row.device = asked.device AND log_row.n >= asked.n ORDER BY n LIMIT 1
  ) AS found
  WHERE found.n = asked.n`;

export const chainAt = `
  SELECT chain FROM (
    SELECT seq, chain FROM log_row WHERE ${ofLog} AND seq >= $4 ORDER BY seq LIMIT 1
  ) AS found
  WHERE seq = $4`;

/** Numbers have no gaps: the first row after $4 is $4 + 1, and is sent however large it is. */
export const rowsAfter = `
  SELECT seq, bytes, received_at FROM (
    SELECT seq, bytes, received_at, sum(octet_length(bytes)) OVER (ORDER BY seq) AS so_far
    FROM log_row WHERE ${ofLog} AND seq > $4 ORDER BY seq LIMIT $5
  ) AS counted
  WHERE so_far <= $6::bigint OR seq = $4 + 1 ORDER BY seq`;

export const idsAfter = `SELECT id FROM log_row WHERE ${ofLog} AND seq > $4 ORDER BY seq LIMIT $5`;

/**
 * All rows of a push, the head that they lead to, and the last number of each device: $14 says where in the push these stand.
 * Ids, devices, chains and bytes come as one piece each, cut here: a list of bytes would travel as text of twice their length.
 */
export const append = `
  WITH moved AS (UPDATE log_head SET seq = $11, chain = $12, log_last_seq = $11 WHERE ${ofLog}),
  followed AS (
    INSERT INTO log_last (agency, case_id, kind, device, n, id)
    SELECT $1, $2, $3, substring($5::bytea FROM 32 * i - 31 FOR 32), ($7::bigint[])[i],
      substring($4::bytea FROM 32 * i - 31 FOR 32)
    FROM unnest($14::integer[]) AS i
    ON CONFLICT (agency, case_id, kind, device) DO UPDATE SET n = excluded.n, id = excluded.id
  )
  INSERT INTO log_row (agency, case_id, kind, seq, device, n, id, chain, received_at, bytes)
  SELECT $1, $2, $3, $11::bigint - cardinality($7::bigint[]) + i,
    substring($5::bytea FROM (32 * i - 31)::integer FOR 32), one.n,
    substring($4::bytea FROM (32 * i - 31)::integer FOR 32),
    substring($6::bytea FROM (16 * i - 15)::integer FOR 16),
    $13::bigint, substring($10::bytea FROM one.start FOR one.length)
  FROM unnest($7::bigint[], $8::integer[], $9::integer[]) WITH ORDINALITY AS one(n, start, length, i)`;
