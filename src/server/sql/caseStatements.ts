/** Who has to do with a case, and what was kept apart there. The agency is $1 in each. */

export const forgetReaders = "DELETE FROM reader WHERE agency = $1 AND case_id = $2";

export const addReaders = `
  INSERT INTO reader (agency, case_id, member, reads_entries)
  SELECT $1, $2, decode(one.member, 'hex'), one.reads = 1
  FROM unnest($3::text[], $4::integer[]) AS one(member, reads)`;

/** 1 and 2: the kinds of a case's logs, see `columns.ts`. */
export const headsFor = `
  SELECT reader.case_id, kinds.kind, log_head.seq, log_head.chain
  FROM reader
  CROSS JOIN (VALUES (1::smallint), (2::smallint)) AS kinds(kind)
  LEFT JOIN log_head ON log_head.agency = $1 AND log_head.case_id = reader.case_id AND log_head.kind = kinds.kind
  WHERE reader.agency = $1 AND reader.member = $2 AND (kinds.kind = 1 OR reader.reads_entries)
  ORDER BY reader.case_id, kinds.kind`;

export const keepLate = `
  INSERT INTO late_entry (agency, case_id, id, device, n, received_at, bytes)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (agency, case_id, id) DO NOTHING`;

export const lateAmong = `
  SELECT late_entry.id
  FROM unnest($3::text[]) AS asked(id)
  JOIN late_entry ON late_entry.agency = $1 AND late_entry.case_id = $2 AND late_entry.id = decode(asked.id, 'hex')`;

export const lateCounts = `
  SELECT late_entry.case_id, late_entry.device, count(*) AS count
  FROM reader
  JOIN late_entry ON late_entry.agency = $1 AND late_entry.case_id = reader.case_id
  WHERE reader.agency = $1 AND reader.member = $2
  GROUP BY late_entry.case_id, late_entry.device
  ORDER BY late_entry.case_id, late_entry.device`;

export const lateOf = `
  SELECT id, device, n, received_at, bytes FROM late_entry
  WHERE agency = $1 AND case_id = $2 ORDER BY received_at, device, n`;
