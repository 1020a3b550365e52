import { test } from "vitest";
import { expectBadYears } from "./badYears.ts";
import { openedPglite } from "./engines.ts";

test("bad years over the embedded engine leave everybody with the same, and lose nothing", {
  timeout: 900_000,
}, async () => {
  const { sql, close } = await openedPglite();
  await expectBadYears(sql, 50);
  await close();
});
