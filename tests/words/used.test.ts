import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, test } from "vitest";
import { wordsOf } from "../words.ts";

const sourceFolder = join(import.meta.dirname, "../../src");

/** The key of the first language's words that a file asks for: written out, or as a template up to its first hole. */
type Asked = {
  readonly file: string;
  readonly namespaces: readonly string[];
  readonly key: string;
  readonly open: boolean;
};

function askedIn(file: string, source: string): Asked[] {
  const namespaces = [...source.matchAll(/useTranslation\(\s*(\[[^\]]*\]|"[^"]+")/g)].flatMap(([, list]) =>
    [...(list ?? "").matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? ""),
  );
  if (namespaces.length === 0) return [];
  const own = [...new Set(namespaces)];
  const written = [...source.matchAll(/\bt\(\s*(?:"([^"]+)"|`([^`]+)`)/g)];
  return written.map(([, whole, template]) => {
    const text = whole ?? template ?? "";
    const [space, rest] = text.includes(":") ? text.split(":", 2) : [undefined, text];
    const key = (rest ?? "").split("${")[0] ?? "";
    const asked = { file, key, open: text.includes("${") };
    return space === undefined ? { ...asked, namespaces: own } : { ...asked, namespaces: [space] };
  });
}

function hasWord({ namespaces, key, open }: Asked, words: readonly string[]): boolean {
  return namespaces.some((namespace) => {
    const whole = `${namespace}.${key}`;
    return words.some((one) => (open ? one.startsWith(whole) : one === whole || one.startsWith(`${whole}_`)));
  });
}

const files = readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
  .map((entry) => join(entry.parentPath, entry.name));

test("every word that a screen asks for by name stands in the first language", () => {
  const words = [...wordsOf("nl").keys()];
  const lacking = files
    .flatMap((file) => askedIn(relative(sourceFolder, file).split(sep).join("/"), readFileSync(file, "utf8")))
    .filter((asked) => !hasWord(asked, words))
    .map(({ file, namespaces, key }) => `${file}: ${namespaces.join("|")}:${key}`);
  expect([...new Set(lacking)]).toEqual([]);
});

test("a word that nobody wrote would be found missing", () => {
  const template = ["t(`stopped.", "{voice}`)"].join("$");
  const source = `const { t } = useTranslation("family"); t("yes"); t("no.such.word"); ${template};`;
  const words = [...wordsOf("nl").keys()];
  const lacking = askedIn("Made.tsx", source).filter((asked) => !hasWord(asked, words));
  expect(lacking.map(({ key }) => key)).toEqual(["no.such.word"]);
});
