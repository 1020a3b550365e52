import "i18next";
import type family from "../../locales/nl/family.json";

/**
 * Keys are typed from the first language where a namespace's keys are written out; those built from ids (of
 * instruments, rules, warnings) are held by tests instead.
 */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "start";
    returnNull: false;
    resources: { family: typeof family; [namespace: string]: { [key: string]: string } };
  }
}
