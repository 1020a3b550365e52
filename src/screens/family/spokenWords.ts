import { existsField } from "../../domain/casefile.ts";
import { dayOfOrigin } from "../casefile/origin.ts";
import { placeWords } from "../casefile/placeWords.ts";
import { shortened } from "../casefile/undoWords.ts";
import type { Speaking } from "../casefile/valueWords.ts";
import { dayWords } from "../casefile/when.ts";
import type { Spoken } from "./permissions.ts";

/** What somebody said, in one line: what it is part of, its last words where it is words, and the day. */
export function spokenWords({ file, say, language }: Speaking, { record, head }: Spoken): string {
  const { of } = placeWords(file, record, existsField, say);
  const isOwnText = typeof head.value === "string" && /\s/.test(head.value) && !of.includes(head.value);
  const words = isOwnText ? `“${shortened(head.value as string)}”` : "";
  return [of, words, dayWords(language, dayOfOrigin(file, head), new Date())].filter(Boolean).join(" · ");
}
