import "fake-indexeddb/auto";
import { afterEach, describe, expect, test } from "vitest";
import { sqlEngines } from "./engines.ts";
import { openServed } from "./served.ts";
import { createTablet } from "./tablets.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const canary = "Kanarievogel";

/** As the word might lie there: as it is, in two bytes a letter, in hexadecimal, in Base64 at each of its offsets. */
function spellings(word: string): readonly string[] {
  const bytes = Buffer.from(word, "utf8");
  const inBase64 = [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    // The letters at either end hang together with what stands beside the word.
    return whole.slice(offset === 0 ? 0 : offset + 1, -1);
  });
  return [word, Buffer.from(word, "utf16le").toString("latin1"), bytes.toString("hex"), ...inBase64];
}

const holds = (text: string, word: string): boolean =>
  spellings(word).some((one) => text.toLowerCase().includes(one.toLowerCase()));

describe.each(sqlEngines)("a relay over %s", (_name, open) => {
  test("holds, says and passes on nothing of what is written, of names, or of what a family is called", async () => {
    const { sql, close } = await open();
    closing.push(close);
    const served = await openServed(sql);
    closing.push(() => served.leave());
    const [anna, bram] = [
      await createTablet(served, `${canary} Anna`),
      await createTablet(served, `${canary} Bram`),
    ];
    closing.push(anna.close, bram.close);
    await anna.found();
    await bram.join(await anna.invite());
    const family = await anna.newFamily(`Gezin ${canary}`);
    await anna.write(family, `Wat ${canary} vertelde`);
    await anna.exchange().openCase(family);
    await anna.add(family, bram.worker);
    for (const tablet of [anna, bram, anna]) await tablet.round();
    expect(await bram.read(family)).toEqual([`Wat ${canary} vertelde`]);
    await anna.exchange().remove(family, bram.worker);
    await bram.write(family, `Te laat, ${canary}`);
    for (const tablet of [anna, bram, anna]) await tablet.round();
    expect((await anna.exchange().toReview(family)).size).toBe(1);

    const tables = await sql.query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
    );
    const content = async (): Promise<string> => {
      const rows = [];
      for (const { name } of tables) rows.push(...(await sql.query(`SELECT * FROM ${String(name)}`)));
      // What is bytes, as letters of one byte each; and all of it once more in hexadecimal by the database itself.
      return JSON.stringify(rows, (_key, value) =>
        value instanceof Uint8Array || value?.type === "Buffer"
          ? Buffer.from(value.data ?? value).toString("latin1")
          : value,
      );
    };
    const passed = (): string => served.bodies.map((one) => Buffer.from(one).toString("latin1")).join("\n");
    const said = (): string => served.lines.join("\n");
    expect(tables.length).toBeGreaterThan(5);
    expect((await content()).length).toBeGreaterThan(10_000);
    expect(passed().length).toBeGreaterThan(10_000);
    expect(said()).not.toBe("");
    for (const text of [await content(), passed(), said()]) expect(holds(text, canary)).toBe(false);

    // The same search finds what lies there in the open.
    await sql.query("INSERT INTO relay_secret (name, secret) VALUES ('control', $1)", [
      Buffer.from(`voor ${canary} na`),
    ]);
    expect(holds(await content(), canary)).toBe(true);
    expect(spellings(canary).every((one) => holds(`x${one}x`, canary))).toBe(true);
    expect(holds(Buffer.from(`ab${canary}cd`).toString("base64"), canary)).toBe(true);
  });
});
