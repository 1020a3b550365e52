import pg from "pg";
import type { Written } from "../../server/people.ts";

/** What the relay is held against: rows of the same bytes, as plainly as they can be put into the same server. */
export async function createPlain(databaseUrl: string, writers: number) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: writers });
  await pool.query(
    "CREATE TABLE plain (case_id bytea, device bytea, n bigint, id bytea, bytes bytea, PRIMARY KEY (case_id, device, n))",
  );
  const texts = new Map<number, string>();

  function textFor(rows: number): string {
    const known = texts.get(rows);
    if (known) return known;
    const values = Array.from(
      { length: rows },
      (_, i) => `(${[1, 2, 3, 4, 5].map((column) => `$${i * 5 + column}`).join(", ")})`,
    );
    const text = `INSERT INTO plain (case_id, device, n, id, bytes) VALUES ${values.join(", ")}`;
    texts.set(rows, text);
    return text;
  }

  return {
    async insert(caseId: string, device: string, rows: readonly Written[]): Promise<void> {
      const [caseBytes, deviceBytes] = [Buffer.from(caseId, "hex"), Buffer.from(device, "base64url")];
      const values = rows.flatMap(({ n, id, bytes }) => [
        caseBytes,
        deviceBytes,
        n,
        Buffer.from(id, "hex"),
        Buffer.from(bytes),
      ]);
      await pool.query({ name: `plain ${rows.length}`, text: textFor(rows.length), values });
    },
    close: () => pool.end(),
  };
}
