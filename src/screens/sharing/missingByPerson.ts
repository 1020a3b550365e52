import type { PersonView } from "../../app/agency/views.ts";

export type Missing = { readonly key: string; readonly name: string; readonly count: number };

/** By person where the agency knows whose device it is; all others are one line without a name. */
export function missingByPerson(
  missing: ReadonlyMap<string, number>,
  memberOf: ReadonlyMap<string, string>,
  people: readonly Pick<PersonView, "member" | "name">[],
): readonly Missing[] {
  const found = new Map<string, Missing>();
  for (const [device, more] of missing) {
    const person = people.find(({ member }) => member === memberOf.get(device));
    const key = person?.member ?? "";
    const count = (found.get(key)?.count ?? 0) + more;
    found.set(key, { key, name: person?.name ?? "", count });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}
