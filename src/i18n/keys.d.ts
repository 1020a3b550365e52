import "i18next";
import type family from "../../locales/nl/family.json";

/**
 * Keys are typed from the first language for what a family reads: a branch (`stopped`, which has words for a parent
 * and for a child) is not a text. Most other keys are built from ids of instruments, rules and choices, so that any
 * string is taken; `tests/words/used.test.ts` holds that every key written out in a screen has its word.
 */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "start";
    returnNull: false;
    resources: { family: typeof family } & { [namespace: string]: { [key: string]: string } };
  }
}
