import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, posix, relative, sep } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Who may import whom, beside itself. What stands here is what the README tells. */
const mayImport: Readonly<Record<string, readonly string[] | "anything">> = {
  domain: [],
  protocol: [],
  i18n: [],
  ui: ["i18n"],
  vault: ["protocol"],
  server: ["protocol"],
  store: ["domain", "vault", "protocol"],
  commands: ["domain"],
  sync: ["store", "vault", "protocol"],
  instrument: ["domain", "ui", "i18n"],
  reports: ["domain", "ui", "i18n"],
  app: ["domain", "commands", "vault", "store", "sync", "protocol", "i18n"],
  screens: ["app", "domain", "commands", "instrument", "reports", "ui", "i18n"],
  together: ["domain", "commands", "instrument", "ui", "i18n"],
  main: "anything",
  routes: "anything",
};

const forbiddenNames = ["utils", "helpers", "services", "types", "common", "hooks", "shared"];

type Import = { readonly from: string; readonly specifier: string; readonly to: string | undefined };

/** Paths as Git writes them, from the top of the repository. */
const sources = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));

const isCode = (file: string): boolean => [".ts", ".tsx"].includes(extname(file));

function specifiersOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const imported = ts.preProcessFile(text, true, true).importedFiles.map((one) => one.fileName);
  // A glob imports too: its folder counts as what is imported.
  const globs = [...text.matchAll(/import\.meta\.glob[^(]*\(\s*\[?\s*["'`]([^"'`]+)["'`]/g)].map(
    (match) => match[1] ?? "",
  );
  return [...imported, ...globs];
}

function resolved(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("/")) return specifier.slice(1);
  return specifier.startsWith(".") ? posix.join(dirname(from), specifier.split("?")[0] ?? "") : undefined;
}

const imports: readonly Import[] = sources
  .filter(isCode)
  .flatMap((from) =>
    specifiersOf(from).map((specifier) => ({ from, specifier, to: resolved(from, specifier) })),
  );

/** src/store/journal.ts is of `store`, src/routes.tsx of `routes`. */
const partOf = (file: string): string | undefined => /^src\/([^/.]+)/.exec(file)?.[1];

function isAllowed({ from, to }: Import): boolean {
  const target = to?.startsWith("src/") ? partOf(to) : undefined;
  const origin = partOf(from);
  if (!target || !origin || target === origin) return true;
  const allowed = mayImport[origin];
  return allowed === "anything" || (allowed?.includes(target) ?? false);
}

test("the imports are read: the test would see a forbidden one", () => {
  expect(imports.length).toBeGreaterThan(20);
  expect(isAllowed({ from: "src/together/Scale.tsx", specifier: "", to: "src/store/journal.ts" })).toBe(
    false,
  );
  expect(isAllowed({ from: "src/together/Scale.tsx", specifier: "", to: "src/commands/answer.ts" })).toBe(
    true,
  );
  expect(isAllowed({ from: "src/screens/a.tsx", specifier: "", to: "src/routes.tsx" })).toBe(false);
});

test("every folder of src has a row in the table", () => {
  const parts = new Set(sources.map(partOf));
  expect([...parts].filter((part) => part && !(part in mayImport))).toEqual([]);
});

test("no folder imports what its row does not allow", () => {
  const broken = imports.filter((one) => !isAllowed(one)).map((one) => `${one.from} imports ${one.to}`);
  expect(broken).toEqual([]);
});

test("every import of ours names a file that is there, extension and all", () => {
  const missing = imports.filter(
    ({ to, specifier }) => to && !specifier.includes("*") && !(existsSync(join(root, to)) && extname(to)),
  );
  expect(missing.map((one) => `${one.from} imports ${one.specifier}`)).toEqual([]);
});

test("nothing of the app reaches into the tests, and words come from locales only", () => {
  const outside = imports.filter(({ to }) => to && !to.startsWith("src/") && !to.startsWith("locales/"));
  expect(outside.map((one) => `${one.from} imports ${one.to}`)).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) if (to) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const next of targets.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) walk(file, []);
  expect(cycles).toEqual([]);
});

test("the domain needs neither Node nor a page", () => {
  const outside = imports.filter(({ from, to }) => from.startsWith("src/domain/") && !to);
  // A hash is the one thing that the domain takes from elsewhere.
  const foreign = outside.filter(({ specifier }) => !specifier.startsWith("@noble/hashes/"));
  expect(foreign.map((one) => `${one.from} imports ${one.specifier}`)).toEqual([]);
  const config: unknown = JSON.parse(readFileSync(join(root, "src/domain/tsconfig.json"), "utf8"));
  expect(config).toMatchObject({ compilerOptions: { lib: ["ES2023"], types: [] } });
});

test("only the server uses Node", () => {
  const node = imports.filter(
    ({ from, specifier }) => !from.startsWith("src/server/") && specifier.startsWith("node:"),
  );
  expect(node.map((one) => `${one.from} imports ${one.specifier}`)).toEqual([]);
});

test("a thing lives with what it is about, in no drawer for the rest", () => {
  const drawers = sources.filter((file) =>
    file.split("/").some((part) => forbiddenNames.includes(part.replace(/\.\w+$/, ""))),
  );
  expect(drawers).toEqual([]);
});
