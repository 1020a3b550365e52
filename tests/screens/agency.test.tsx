import { expect, test } from "vitest";
import { invitationLink } from "../../src/app/agency/invitationLink.ts";
import type { ExchangeView, PersonView } from "../../src/app/agency/views.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { Standing } from "../../src/screens/agency/ExchangePart.tsx";
import { HindranceNotice } from "../../src/screens/agency/Hindrance.tsx";
import { Invitation } from "../../src/screens/agency/Invitation.tsx";
import { PersonCard } from "../../src/screens/agency/PeopleList.tsx";
import { endOf, isEndOf } from "../../src/screens/agency/sheetCode.ts";
import { drawn } from "../instrument/drawn.tsx";

const i18n = await createI18n({ language: "nl", namespaces: ["agency", "lock", "common"] });

const quiet: ExchangeView = {
  ...{ isBusy: false, heardAt: Date.now(), problem: undefined, unsent: 0, progress: undefined },
};

const standing = (change: Partial<ExchangeView>): string =>
  drawn(i18n, <Standing exchange={{ ...quiet, ...change }} />);

test("what was not sent is never called sent", () => {
  expect(standing({})).toContain(i18n.t("agency:exchange.sent"));
  const waiting = standing({ unsent: 3 });
  expect(waiting).toContain(i18n.t("agency:exchange.unsent", { count: 3 }));
  expect(waiting).not.toContain(i18n.t("agency:exchange.sent"));
  expect(standing({ heardAt: undefined })).not.toContain(i18n.t("agency:exchange.sent"));
});

test("each reason why nothing is exchanged has its own sentence, and work goes on", () => {
  const problems = ["offline", "too-old", "busy", "strange", "dishonest", "store-full"] as const;
  const said = problems.map((problem) => standing({ problem }));
  expect(new Set(said).size).toBe(problems.length);
  for (const page of said) expect(page).toContain(i18n.t("agency:exchange.later"));
});

test("each reason why something is refused has its own sentence", () => {
  const reasons = ["offline", "too-old", "busy", "strange", "dishonest", "refused"] as const;
  for (const relay of reasons)
    expect(drawn(i18n, <HindranceNotice hindrance={{ relay }} />)).toContain(
      i18n.t(`agency:problems.${relay}`),
    );
  expect(drawn(i18n, <HindranceNotice hindrance={{ device: "full" }} />)).toContain(
    i18n.t("lock:problems.full"),
  );
});

const person = (change: Partial<PersonView>): PersonView => ({
  ...{ member: "a", name: "Marit", role: "worker", isSelf: true },
  devices: [
    { id: "one", since: 0, isThis: true, isRevoked: false },
    { id: "two", since: 1, isThis: false, isRevoked: false },
    { id: "three", since: 2, isThis: false, isRevoked: true },
  ],
  ...change,
});

const revokeOf = (number: number): string => i18n.t("agency:device.revokeOf", { number, name: "Marit" });

test("a device that is in hand or was revoked can't be revoked, another of one's own can", () => {
  const page = drawn(i18n, <PersonCard person={person({})} mayRevoke mayAppoint={false} />);
  expect(page).toContain(revokeOf(2));
  for (const number of [1, 3]) expect(page).not.toContain(revokeOf(number));
  expect(page).toContain(i18n.t("agency:device.revoked"));
  const other = drawn(i18n, <PersonCard person={person({})} mayRevoke={false} mayAppoint={false} />);
  expect(other).not.toContain(revokeOf(2));
});

test("a colleague whose name has not come is there all the same, with how many devices still count", () => {
  const page = drawn(
    i18n,
    <PersonCard person={person({ name: "", isSelf: false })} mayRevoke={false} mayAppoint />,
  );
  expect(page).toContain(i18n.t("agency:people.noName"));
  expect(page).toContain(i18n.t("agency:people.devices", { count: 2 }));
});

test("who is invited sees what to compare, and a second tablet whose words it will write", () => {
  const invited = { agency: "0123456789abcdef".repeat(2), role: "worker", member: "", until: 0 } as const;
  const draw = (member: string): string =>
    drawn(
      i18n,
      <Invitation
        invited={{ ...invited, member }}
        hindrance={undefined}
        isPending={false}
        onJoin={() => undefined}
      />,
    );
  for (const group of ["0123", "4567", "89AB", "CDEF"]) expect(draw("")).toContain(group);
  expect(draw("")).toContain(i18n.t("agency:join.means.own"));
  expect(draw("f0".repeat(16))).toContain(i18n.t("agency:join.meansSecond.author"));
});

test("the end of the code counts however it is typed, and no other end", () => {
  const code = "AGE-SECRET-KEY-PQ-1EYELASV54FJ4JHJK7VP80N5PC85PWDGX2TEG4RSP6UA4TG4DJKESYK0U7J";
  expect(endOf(code)).toBe("YK0U7J");
  for (const typed of ["YK0U7J", "yk0u 7j", " YK0U  7J "]) expect(isEndOf(code, typed)).toBe(true);
  for (const typed of ["", "7J", "KESYK0U7J", "YK0U7"]) expect(isEndOf(code, typed)).toBe(false);
});

test("a link for a colleague holds nothing that a server sees but its path", () => {
  const link = new URL(invitationLink("https://voorbeeld.nl", "ab".repeat(16), "s".repeat(43)));
  expect(link.pathname).toBe("/agency/join");
  expect(link.search).toBe("");
});
