import { expect, test } from "vitest";
import { listOf } from "../../src/app/offlineCheck.ts";

const older = ["/index.html", "/assets/index-older.js"];
const newer = ["/index.html", "/assets/index-newer.js", "/assets/words-newer.js"];

test("while an update is fetched, this version asks for its own parts and not for those that are to come", () => {
  expect(listOf([older, newer], ["/assets/index-older.js"])).toBe(older);
  expect(listOf([newer, older], ["/assets/index-older.js"])).toBe(older);
});

test("a page of a version that was never kept asks for what the active version needs", () => {
  expect(listOf([older, newer], ["/assets/index-never.js"])).toBe(older);
});

test("where nothing was kept there is no list", () => {
  expect(listOf([], ["/assets/index-older.js"])).toBeUndefined();
});
