import { describe, expect, test } from "vitest";
import { familyRecord } from "../../src/domain/ids.ts";
import {
  ageOn,
  isFamily,
  isProfessional,
  nameOf,
  peopleOf,
  personFields,
  personOf,
  type Role,
} from "../../src/domain/people.ts";
import { newCase, today } from "./caseBuilder.ts";

describe("an age, from a birth date as people write it", () => {
  test.each([
    ["2019-11-26", 7, true],
    ["2019-11-27", 6, true],
    ["2019-12-01", 6, true],
    ["2026-11-26", 0, true],
    ["1897-01-01", 129, true],
    ["2019-05-04T00:00", 7, true],
    ["2019", 7, false],
    ["2019-03", 7, false],
    ["ongeveer 2019", 7, false],
    ["voorjaar 2023?", 3, false],
    ["c. 1994", 32, false],
    ["7", 7, false],
    ["7 jaar", 7, false],
    [" 32 years ", 32, false],
    ["0", 0, false],
    ["129", 129, false],
  ])("%s is %i years", (birth, years, exact) => expect(ageOn(birth, today)).toEqual({ years, exact }));

  test.each([
    "",
    "onbekend",
    "2026-11-27",
    "2030-01-01",
    "2031",
    "ongeveer 2040",
    "1896-11-26",
    "130",
    "999",
    "-3",
    "in de zomer",
    "٢٠١٩",
    "12345",
    "maandag 26",
  ])("%s is no age, and nothing breaks", (birth) => expect(ageOn(birth, today)).toBeUndefined());
});

describe("the people around a case", () => {
  test("a person can have several roles; a child's role makes the voice a child's", async () => {
    const family = await newCase();
    const anna = await family.person("Anna", ["sibling", "trusted-adult"]);
    expect(personOf(family.file(), anna)).toMatchObject({
      voice: "child",
      roles: ["sibling", "trusted-adult"],
    });
    const oma = await family.person("Sevim", ["relative"], { [personFields.language]: "tr" });
    expect(personOf(family.file(), oma)).toMatchObject({
      voice: "parent",
      language: "tr",
      secretAddress: false,
    });
    expect(peopleOf(family.file()).map((person) => person.name)).toEqual(["Anna", "Sevim"]);
  });

  test("school and professionals have no seat at the family's side", async () => {
    const family = await newCase();
    const is = async (role: Role) => {
      const id = await family.person("x", [role]);
      return personOf(family.file(), id);
    };
    expect(isFamily(await is("network-person"))).toBe(true);
    expect(isFamily(await is("teacher"))).toBe(false);
    for (const role of ["professional", "guardian", "coordinator"] as const) {
      const person = await is(role);
      expect([isFamily(person), isProfessional(person)]).toEqual([false, true]);
    }
  });

  test("a name is kept as written, and the family as a whole has none", async () => {
    const family = await newCase();
    const id = await family.person("  Zoë ‘t Hart 👩  ");
    expect(nameOf(family.file(), id)).toBe("  Zoë ‘t Hart 👩  ");
    expect(nameOf(family.file(), familyRecord)).toBe("");
  });
});
