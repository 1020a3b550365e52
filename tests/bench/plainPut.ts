import Dexie, { type EntityTable } from "dexie";
import { type Measure, median, timed } from "./measure.ts";

type Row = { id: number; bytes: Uint8Array };

/** One strict put of the size of a sealed answer: what everything that writes is compared with. */
export async function plainPutSamples(times: number, bytes = 512): Promise<number[]> {
  const name = "bench-plain-put";
  const database = new Dexie(name, { chromeTransactionDurability: "strict" }) as Dexie & {
    rows: EntityTable<Row, "id">;
  };
  database.version(1).stores({ rows: "id" });
  await database.open();
  try {
    return await timed(times, async (id) => {
      await database.rows.put({ id, bytes: crypto.getRandomValues(new Uint8Array(bytes)) });
    });
  } finally {
    database.close();
    await Dexie.delete(name);
  }
}

export const plainPut: Measure = {
  name: "plain-put",
  run: async () => [{ id: "plain-put", value: median(await plainPutSamples(100)), unit: "ms" }],
};
