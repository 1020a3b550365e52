import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../src/ui");

/**
 * The build splits CSS by screen, and a file may arrive before the one with the tokens. Whichever comes first decides
 * the order of the layers, so each states it.
 */
test("every file of controls states the order of the layers, whichever the browser gets first", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".css"));
  const layered = files.filter((name) => readFileSync(join(folder, name), "utf8").includes("@layer"));
  expect(layered.length).toBeGreaterThan(20);
  for (const name of layered) {
    const text = readFileSync(join(folder, name), "utf8");
    const order = text.indexOf("@layer reset, base, ui;");
    expect(order, name).toBeGreaterThanOrEqual(0);
    expect(order, name).toBeLessThan(text.search(/@layer \w+ \{/) >>> 0);
  }
});
