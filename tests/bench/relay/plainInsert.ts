import pg from "pg";
import type { LogName } from "../../../src/protocol/logs.ts";
import type { Written } from "../../server/people.ts";

/**
 * What the relay is held against: the same rows with the same keys, as plainly as they can be put into the same server. It
 * asks nothing, numbers nothing and checks nothing.
 */
export async function createPlain(databaseUrl: string, writers: number) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: writers });
  await pool.query("CREATE TABLE IF NOT EXISTS plain (LIKE log_row INCLUDING ALL)");
  const columns = "agency, case_id, kind, seq, device, n, id, chain, received_at, bytes";
  const each = columns.split(", ").length;
  const texts = new Map<number, string>();
  let seq = 0;

  function textFor(rows: number): string {
    const known = texts.get(rows);
    if (known) return known;
    const values = Array.from(
      { length: rows },
      (_, i) =>
        `(${Array.from({ length: each }, (_none, column) => `$${i * each + column + 1}`).join(", ")})`,
    );
    const text = `INSERT INTO plain (${columns}) VALUES ${values.join(", ")}`;
    texts.set(rows, text);
    return text;
  }

  return {
    async insert(log: LogName, device: string, rows: readonly Written[]): Promise<void> {
      const bytesOf = (hex: string) => Buffer.from(hex, "hex");
      const [agency, caseId] = [bytesOf(log.agency), bytesOf(log.case)];
      const by = Buffer.from(device, "base64url");
      const chain = Buffer.alloc(16);
      const values = rows.flatMap(({ n, id, bytes }) => {
        seq += 1;
        return [agency, caseId, 2, seq, by, n, bytesOf(id), chain, 1_000_000, Buffer.from(bytes)];
      });
      await pool.query({ name: `plain ${rows.length}`, text: textFor(rows.length), values });
    },
    close: () => pool.end(),
  };
}
