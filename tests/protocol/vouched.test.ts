import fc from "fast-check";
import { expect, test } from "vitest";
import { type Vouching, vouchedFor } from "../../src/protocol/vouched.ts";

const chain = (device: string, length: number): readonly Vouching[] =>
  Array.from({ length }, (_, at) => ({
    id: `${device}${at + 1}`,
    device,
    n: at + 1,
    prev: at === 0 ? "" : `${device}${at}`,
  }));

const idsOf = (entries: readonly Vouching[]): readonly string[] => entries.map(({ id }) => id);

/** All of these are signed, and it is counted how often that is asked. */
function signing(signed: (id: string) => boolean) {
  let asked = 0;
  const isSigned = async ({ id }: Vouching): Promise<boolean> => {
    asked += 1;
    return signed(id);
  };
  return { isSigned, asked: () => asked };
}

test("of each device's chain the last signature is checked, however long it is and in whatever order it came", async () => {
  const entries = [...chain("a", 300), ...chain("b", 200)].reverse();
  const { isSigned, asked } = signing(() => true);
  expect((await vouchedFor(entries, isSigned)).size).toBe(500);
  expect(asked()).toBe(2);
});

test("nobody vouches across a gap, or for another device's entry", async () => {
  const [one, two, three] = chain("a", 3);
  if (!one || !two || !three) throw new Error("three");
  const { isSigned } = signing((id) => id === three.id || id === "b2");
  const stranger = { id: "b2", device: "b", n: 2, prev: one.id };
  expect(await vouchedFor([one, three, stranger], isSigned)).toEqual(new Set([three.id, "b2"]));
});

test("of two that follow one entry either may vouch for it", async () => {
  const [one, two] = chain("a", 2);
  if (!one || !two) throw new Error("two");
  const { isSigned } = signing((id) => id === one.id || id === two.id);
  const twin = { ...two, id: "a2-again" };
  expect(await vouchedFor([one, two, twin], isSigned)).toEqual(new Set([one.id, two.id]));
});

test("an entry counts where it is signed itself, or one after it without a gap is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), async (signatures) => {
      const entries = chain("a", signatures.length);
      const { isSigned } = signing((id) => signatures[Number(id.slice(1)) - 1] ?? false);
      const last = signatures.lastIndexOf(true);
      expect(await vouchedFor(entries, isSigned)).toEqual(new Set(idsOf(entries.slice(0, last + 1))));
    }),
  );
});
