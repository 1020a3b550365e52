import { expect, test } from "vitest";
import { shownAt } from "../../src/app/draftPlace.ts";
import type { EntryId } from "../../src/domain/ids.ts";

const head = (id: string): EntryId => id as EntryId;
const standing = { saved: "oma", heads: [head("a")] };

test("a field shows what is saved", () => {
  expect(shownAt({ ...standing, kept: undefined, typed: undefined })).toEqual({
    value: "oma",
    from: undefined,
    offered: undefined,
  });
});

test("half-typed words come back where nobody wrote since, and go on from where they started", () => {
  const kept = { heads: [head("a")], text: "oma haalt No" };
  expect(shownAt({ ...standing, kept, typed: undefined })).toEqual({
    value: "oma haalt No",
    from: [head("a")],
    offered: undefined,
  });
});

test("where somebody wrote since, half-typed words are offered and never put in by themselves", () => {
  const kept = { heads: [head("before")], text: "Loes haalt" };
  const shown = shownAt({ ...standing, kept, typed: undefined });
  expect(shown.value).toBe("oma");
  expect(shown.offered).toBe("Loes haalt");
  expect(shown.from).toBeUndefined();
});

test("an offer that says what is saved already is no offer", () => {
  const kept = { heads: [head("before")], text: "oma" };
  expect(shownAt({ ...standing, kept, typed: undefined }).offered).toBeUndefined();
});

test("while somebody types, their words stand, and nothing is offered over them", () => {
  const kept = { heads: [head("before")], text: "Loes haalt" };
  const shown = shownAt({ ...standing, kept, typed: "juf Anouk" });
  expect(shown).toMatchObject({ value: "juf Anouk", offered: undefined });
});

test("a field that was emptied is empty, and does not fall back to what was saved", () => {
  expect(shownAt({ ...standing, kept: undefined, typed: "" }).value).toBe("");
  const kept = { heads: [head("a")], text: "" };
  expect(shownAt({ ...standing, kept, typed: undefined }).value).toBe("");
});
