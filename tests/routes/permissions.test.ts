import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { layCard } from "../../src/commands/plan.ts";
import { allowSight } from "../../src/commands/sight.ts";
import { headAt, valueAt } from "../../src/domain/casefile.ts";
import { fields } from "../../src/domain/instrument.ts";
import { cardFields, cardsOf } from "../../src/domain/plan.ts";
import { maySee } from "../../src/domain/sight.ts";
import { ownRecords } from "../../src/routes/ownHost.ts";
import { allow, namedIn, personNamed } from "../../src/routes/permissions.ts";
import { whoKnows } from "../../src/screens/visit/whoKnows.ts";
import { newCase, theCase } from "../domain/caseBuilder.ts";

/** A child that laid one card, with its grandmother not at the table. */
async function noorTold() {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const bram = await family.person("Bram", ["parent-concern"]);
  const sevim = await family.person("oma Sevim", ["relative"]);
  const visit = await family.visit();
  const values = { [cardFields.text]: "Papa schreeuwt.", [cardFields.column]: "worries" };
  await family.run(layCard, { values }, { voice: noor, visit });
  const card = cardsOf(family.file())[0]?.id;
  if (!card) throw new Error("a card was laid");
  const name = (text: string) =>
    family.run(
      allowSight,
      { records: ownRecords(family.file(), noor, visit), ...namedIn(family.file(), text, noor) },
      { voice: noor, visit },
    );
  const seesCard = (id: typeof noor): boolean => {
    const head = headAt(family.file(), card, cardFields.text);
    return head !== undefined && maySee(family.file(), card, head, { kind: "person", id });
  };
  return { family, noor, bram, sevim, visit, card, name, seesCard };
}

describe("somebody else who may know", () => {
  test("a person of the family is found by the whole name, however it is written, and by nothing less", async () => {
    const { family, noor, sevim } = await noorTold();
    expect(personNamed(family.file(), "  Oma  sevim ", noor)?.id).toBe(sevim);
    for (const name of ["oma", "Sevim", "", "Noor", "juf Anouk"])
      expect(personNamed(family.file(), name, noor), name).toBeUndefined();
  });

  test("two of one name are not told apart, so neither may read along", async () => {
    const { family, noor } = await noorTold();
    await family.person("Oma Sevim", ["relative"]);
    expect(personNamed(family.file(), "oma Sevim", noor)).toBeUndefined();
  });

  test("the permission holds for that person and for nobody else", async () => {
    const { name, seesCard, sevim, bram, family, visit, noor } = await noorTold();
    await name("oma Sevim");
    expect([seesCard(sevim), seesCard(bram)]).toEqual([true, false]);
    expect(whoKnows(family.file(), visit, noor)[0]?.may.map((one) => one.name)).toEqual(["oma Sevim"]);
  });

  test("who is nobody of the case stays a name, which workers read and which opens nothing", async () => {
    const { family, name, noor, sevim, bram, card, visit, seesCard } = await noorTold();
    await name(" de moeder van Fatima ");
    expect(valueAt(family.file(), card, fields.mayKnowByName)).toBe("de moeder van Fatima");
    expect([seesCard(sevim), seesCard(bram)]).toEqual([false, false]);
    const [known] = whoKnows(family.file(), visit, noor);
    expect(known).toMatchObject({ byName: "de moeder van Fatima", may: [] });
  });

  test("new words in an older card end what was said last time, also for who is not at the table", async () => {
    const { family, noor, sevim, card, name, seesCard } = await noorTold();
    await name("oma Sevim");
    await name("de buurvrouw");
    const now = await family.visit();
    await family.run(
      layCard,
      { record: card, values: { [cardFields.text]: "Papa pakte me vast." } },
      { voice: noor, visit: now },
    );
    family.setMode({ kind: "together", voice: noor });
    const write: Parameters<typeof allow>[0]["write"] = (command, args, how) =>
      family.door.run(theCase, command, args, { visit: now, ...how });
    await allow({ file: family.file(), person: noor, visit: now, write }, {});
    expect(seesCard(sevim)).toBe(false);
    expect(valueAt(family.file(), card, fields.mayKnowByName) ?? null).toBeNull();
  });
});
