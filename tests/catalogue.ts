import { instruments } from "../src/domain/instruments/list.ts";
import { languages, missingWords, wordsOf } from "./words.ts";

/** `npm run --silent catalogue -- --json`: what the method offers, and which words each language lacks. */

const catalogue = {
  instruments: instruments.map(({ id, groups }) => ({
    id,
    groups: groups.map((group) => ({
      id: group.id,
      kind: group.kind,
      items: group.items.map((item) => item.id),
    })),
  })),
  languages: Object.fromEntries(
    languages().map((language) => [language, { missing: missingWords(language, instruments) }]),
  ),
};

function table(): string {
  const words = wordsOf("nl");
  const widest = Math.max(...instruments.map(({ id }) => id.length));
  const rows = instruments.map(({ id, groups }) => {
    const items = groups.reduce((sum, group) => sum + group.items.length, 0);
    const title = words.get(`instruments.${id}.title`) ?? "";
    return `${id.padEnd(widest)}  ${String(groups.length).padStart(6)}  ${String(items).padStart(5)}  ${title}`;
  });
  const head = `${"instrument".padEnd(widest)}  groups  items  title`;
  const lacking = Object.entries(catalogue.languages).map(([language, { missing }]) => {
    const shown = missing.slice(0, 20).map((key) => `    ${key}`);
    const more = missing.length > shown.length ? [`    … and ${missing.length - shown.length} more`] : [];
    return [
      `${language}: ${missing.length === 0 ? "complete" : `${missing.length} missing`}`,
      ...shown,
      ...more,
    ].join("\n");
  });
  return [head, ...rows, "", ...lacking].join("\n");
}

const shown = process.argv.includes("--json") ? JSON.stringify(catalogue, null, 2) : table();
process.stdout.write(`${shown}\n`);
