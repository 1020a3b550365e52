import { test } from "vitest";
import { expectBadYears } from "./badYears.ts";
import { openedPostgres } from "./engines.ts";

test("bad years over PostgreSQL leave everybody with the same, and lose nothing", {
  timeout: 900_000,
}, async () => {
  const { sql, close } = await openedPostgres();
  await expectBadYears(sql, 20);
  await close();
});
