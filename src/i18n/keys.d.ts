import "i18next";

/**
 * Keys are strings to the compiler: most are built from ids of instruments, rules and choices, and a type of all
 * written keys would refuse those. `tests/words/used.test.ts` holds that every key a screen writes out has its word,
 * and that every template begins as some word does.
 */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "start";
    returnNull: false;
  }
}
