import { expect, test } from "vitest";
import { answerItem } from "../../src/commands/answer.ts";
import { settle } from "../../src/commands/settle.ts";
import { headsAt } from "../../src/domain/casefile.ts";
import { instrumentById } from "../../src/domain/instruments/list.ts";
import { maySee } from "../../src/domain/sight.ts";
import { howChosen, howCombined } from "../../src/screens/family/settling.ts";
import { marit, newCase, youssef } from "../domain/caseBuilder.ts";

/** Two workers write down what Noor says, each for other eyes, without having seen each other. */
async function twoWorkers() {
  const family = await newCase(marit);
  const noor = await family.person("Noor", ["child"]);
  const [elif, bram] = [await family.person("Elif"), await family.person("Bram")];
  const visit = await family.visit();
  const other = family.apart(youssef);
  const instrument = instrumentById("signs-of-safety");
  if (!instrument) throw new Error("no instrument");
  const key = { instrument: instrument.id, about: noor, voice: noor, visit };
  const item =
    instrument.groups.flatMap((group) => group.items).find(({ input }) => input === "score")?.id ?? "";
  const write = (worker: typeof family, value: number, audience: (typeof noor)[]) =>
    worker.run(
      answerItem,
      { instrument, key, item, value },
      { voice: noor, means: "interpreter", visit, audience },
    );
  const mine = await write(family, 2, [elif, bram]);
  await write(other, 4, [elif]);
  family.merge(other);
  const op = mine?.ops.find(({ field }) => field === item);
  if (!op) throw new Error("nothing was written");
  return { family, noor, elif, bram, visit, ...op };
}

test("what a child said stays its own words, as they came and for whom they were, whoever chooses between them", async () => {
  const { family, noor, elif, bram, visit, record, field } = await twoWorkers();
  const heads = headsAt(family.file(), record, field);
  expect(heads).toHaveLength(2);
  const chosen = heads.find(({ value }) => value === 4);
  if (!chosen) throw new Error("not there");
  await family.run(settle, { record, field, value: 4 }, howChosen(family.file(), chosen));
  const [head, ...others] = headsAt(family.file(), record, field);
  expect(others).toEqual([]);
  expect(head).toMatchObject({ value: 4, voice: noor, means: "interpreter", visit, author: marit.id });
  const sees = (id: typeof noor) => head && maySee(family.file(), record, head, { kind: "person", id });
  expect([sees(noor), sees(elif), sees(bram)]).toEqual([true, true, false]);
});

test("what is put together is seen only by those who could see each of the two", async () => {
  const { family, noor, elif, record, field } = await twoWorkers();
  const heads = headsAt(family.file(), record, field);
  expect(howCombined(family.file(), heads)).toEqual({ voice: noor, means: "told", audience: [elif] });
  const [first, second] = heads;
  if (!first || !second) throw new Error("two");
  const { audience: _, ...hidden } = second;
  expect(howCombined(family.file(), [first, hidden])).toEqual({ voice: noor, means: "told" });
  expect(howCombined(family.file(), [first, { ...second, voice: marit.id }])).toEqual({ audience: [elif] });
});

test("of two workers' words, the one who chooses is the voice", async () => {
  const { family, elif, record, field } = await twoWorkers();
  const [head] = headsAt(family.file(), record, field);
  if (!head) throw new Error("not there");
  expect(howChosen(family.file(), { ...head, voice: youssef.id, audience: [elif] })).toEqual({
    audience: [elif],
  });
});
