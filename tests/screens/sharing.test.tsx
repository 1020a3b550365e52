import { beforeEach, expect, test, vi } from "vitest";
import type { AgencyView, SharingView } from "../../src/app/agency/views.ts";
import { firstSettings } from "../../src/app/profile.ts";
import type { UnsentFamily } from "../../src/app/saved.ts";
import { type AppState, appStore } from "../../src/app/state.ts";
import { noteDown } from "../../src/commands/plan.ts";
import { familyCardOf } from "../../src/domain/familyCard.ts";
import type { DeviceId } from "../../src/domain/ids.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { FamilyCardView } from "../../src/screens/families/FamilyCardView.tsx";
import { ExchangePart } from "../../src/screens/saved/ExchangePart.tsx";
import { HalfTyped } from "../../src/screens/saved/SavedScreen.tsx";
import { UnsentRows } from "../../src/screens/saved/UnsentPart.tsx";
import { AddDialog } from "../../src/screens/sharing/AddDialog.tsx";
import { LeaveDialog } from "../../src/screens/sharing/LeaveDialog.tsx";
import { MissingNotice } from "../../src/screens/sharing/MissingNotice.tsx";
import { NoWriting } from "../../src/screens/sharing/NoWriting.tsx";
import { OfferDialog } from "../../src/screens/sharing/OfferDialog.tsx";
import { OffersPutAway, OffersToMe } from "../../src/screens/sharing/OffersToMe.tsx";
import { OfferToMe } from "../../src/screens/sharing/OfferToMe.tsx";
import { SharingPart } from "../../src/screens/sharing/SharingPart.tsx";
import { newCase, theCase } from "../domain/caseBuilder.ts";
import { drawn } from "../instrument/drawn.tsx";

/** Drawn as a server draws it a store stands as it began: here it is asked as it stands now. */
vi.mock("../../src/app/useApp.ts", () => ({
  useApp: <Result,>(select: (state: AppState) => Result) => select(appStore.getState()),
}));

const i18n = await createI18n({
  language: "nl",
  namespaces: ["sharing", "saved", "families", "casefile", "instruments", "aspects", "rules", "safety"],
});
const drawnWords = (key: string, values: Record<string, unknown> = {}): string =>
  (i18n.t(key, values) as string).replaceAll("'", "&#x27;");
const say = (key: string, values: Record<string, unknown> = {}): string =>
  drawnWords(`sharing:${key}`, values);

const person = (member: string, name: string, role: "worker" | "supervisor" = "worker") => ({
  member,
  name,
  role,
  isSelf: member === "marit",
  devices: [{ id: `tablet of ${member}`, since: 1, isThis: member === "marit", isRevoked: false }],
});

const agency: AgencyView = {
  agency: "ab",
  name: "De Brug",
  self: "marit",
  role: "worker",
  people: [person("marit", "Marit"), person("youssef", "Youssef"), person("saskia", "Saskia", "supervisor")],
  invitations: [],
  recoveries: [],
};

const member = (id: string, name: string, right: "write" | "read" = "write") => ({
  member: id,
  name,
  right,
  since: Date.UTC(2026, 10, 3, 12),
  isSelf: id === "marit",
});

const shared = (change: Partial<SharingView> = {}): SharingView => ({
  case: theCase,
  members: [member("marit", "Marit"), member("youssef", "Youssef")],
  offers: [],
  mayWrite: true,
  mayRead: true,
  late: [],
  left: undefined,
  leftLate: [],
  ...change,
});

const left = { members: [member("youssef", "Youssef")], mayWrite: false, mayRead: false };

const share = (...sharing: readonly SharingView[]): void =>
  appStore.setState({ agency, sharing: new Map(sharing.map((one) => [one.case, one])) });

beforeEach(() => appStore.setState(appStore.getInitialState(), true));

const part = () => drawn(i18n, <SharingPart caseId={theCase} />);

test("without an agency nothing is asked or said about colleagues", () => {
  expect(part()).toBe("");
  expect(drawn(i18n, <OffersToMe />)).toBe("");
  expect(drawn(i18n, <NoWriting caseId={theCase} isPeoplePage={false} />)).toBe("");
});

test("a family that nobody shares is this worker's alone, and can be brought under the agency", () => {
  share();
  expect(part()).toContain(say("alone.title"));
  expect(part()).toContain(say("alone.share"));
});

test("a device that the agency has revoked shares nothing", () => {
  appStore.setState({ agency: { ...agency, role: undefined } });
  expect(part()).toContain(say("alone.title"));
  expect(part()).not.toContain(say("alone.share"));
});

test("of a shared family everybody is named with what they may and since when", () => {
  share(shared({ members: [member("marit", "Marit"), member("saskia", "Saskia", "read"), member("x", "")] }));
  const page = part();
  expect(page).toContain("Saskia");
  expect(page).toContain(say("right.read"));
  expect(page).toContain("3\u00a0november\u00a02026");
  expect(page).toContain(say("someone"));
  expect(page).toContain(say("remove.one", { name: "Saskia" }));
  expect(page).not.toContain(say("remove.one", { name: "Marit" }));
  expect(page).toContain(say("add.open"));
});

test("who reads along changes nothing and can stop", () => {
  share(
    shared({ members: [member("marit", "Marit", "read"), member("youssef", "Youssef")], mayWrite: false }),
  );
  const page = part();
  expect(page).toContain(say("readOnly"));
  expect(page).toContain(say("leave.open"));
  for (const word of ["add.open", "offer.open", "remove.open"]) expect(page).not.toContain(say(word));
  expect(drawn(i18n, <NoWriting caseId={theCase} isPeoplePage={false} />)).toContain(say("reads.title"));
});

test("who was taken out is told so on every page, and changes nothing", () => {
  share(shared(left));
  expect(drawn(i18n, <NoWriting caseId={theCase} isPeoplePage={false} />)).toContain(say("left.title"));
  const page = part();
  expect(page).toContain(say("left.text"));
  for (const word of ["add.open", "leave.open", "remove.open"]) expect(page).not.toContain(say(word));
  // Nothing is taken away before it is known that nothing of it is here alone.
  expect(page).not.toContain(say("left.open"));
});

test("who stopped is not told that a colleague did it, nor the other way round", () => {
  share(shared({ ...left, left: "stopped" }));
  expect(part()).toContain(say("left.stopped"));
  share(shared({ ...left, left: "removed" }));
  expect(part()).toContain(say("left.removed"));
});

test("on the family's page who was taken out is told where the words are that came too late", () => {
  share(shared(left));
  expect(part()).not.toContain(say("left.late"));
  share(shared({ ...left, leftLate: ["l"] }));
  expect(part()).toContain(say("left.late"));
});

test("who is asked to take a family over reads who asks, without the family's name", () => {
  const offers = [{ id: "o", member: "marit", name: "Marit", byName: "Youssef" }];
  share(shared({ ...left, offers }));
  appStore.setState({ families: [] });
  expect(drawn(i18n, <OffersToMe />)).toContain(say("offer.toYouBy", { name: "Youssef" }));
  share(shared({ offers: [{ ...offers[0], member: "youssef" } as never] }));
  expect(drawn(i18n, <OffersToMe />)).not.toContain(say("offer.accept"));
});

test("who is asked can put the request away: it leaves the top of the list, and can still be answered", () => {
  const offers = [{ id: "o", member: "marit", name: "Marit", byName: "Youssef" }];
  const settings = { ...firstSettings, offersPutAway: ["o"] };
  share(shared({ ...left, offers }));
  appStore.setState({ families: [], scope: "all", settings: firstSettings });
  expect(drawn(i18n, <OffersToMe />)).toContain(say("offer.notNow"));
  expect(drawn(i18n, <OffersPutAway />)).toBe("");
  appStore.setState({ settings });
  expect(drawn(i18n, <OffersToMe />)).toBe("");
  expect(drawn(i18n, <OffersPutAway />)).toContain(say("offer.putAway", { count: 1 }));
  const onItsPage = drawn(i18n, <OfferToMe sharing={shared({ ...left, offers })} isHere />);
  expect(onItsPage).toContain(say("offer.accept"));
  expect(onItsPage).not.toContain(say("offer.notNow"));
  // Asked anew, it is another request.
  share(shared({ ...left, offers: offers.map((one) => ({ ...one, id: "p" })) }));
  expect(drawn(i18n, <OffersToMe />)).toContain(say("offer.accept"));
});

test("where there is nobody to choose, that is said, and closing is all that is offered", () => {
  // A dialog asks who opened it.
  vi.stubGlobal("document", { activeElement: null });
  const self = member("marit", "Marit");
  const full = shared({
    members: [self, member("youssef", "Youssef"), member("saskia", "Saskia", "read")],
    offers: [{ id: "o", member: "saskia", name: "Saskia", byName: "Marit" }],
  });
  const alone = shared({ members: [self] });
  const others = agency.people.filter(({ isSelf }) => !isSelf);
  const onClose = () => undefined;
  const dialogs = [
    { ask: <AddDialog sharing={full} others={others} onClose={onClose} />, said: "add.none", yes: "add.yes" },
    { ask: <AddDialog sharing={alone} others={[]} onClose={onClose} />, said: "add.none", yes: "add.yes" },
    {
      ask: <OfferDialog sharing={full} others={others} onClose={onClose} />,
      said: "offer.none",
      yes: "offer.yes",
    },
    {
      ask: <LeaveDialog sharing={alone} self={self} onClose={onClose} />,
      said: "leave.last",
      yes: "leave.yes",
    },
  ];
  for (const { ask, said, yes } of dialogs) {
    const dialog = drawn(i18n, ask);
    expect(dialog).toContain(say(said));
    expect(dialog).toContain(`>${say("close")}<`);
    for (const button of [yes, "cancel"]) expect(dialog).not.toContain(`>${say(button)}<`);
  }
  const asked = drawn(i18n, <OfferDialog sharing={alone} others={others} onClose={onClose} />);
  expect(asked).toContain(`>${say("offer.yes")}<`);
  vi.unstubAllGlobals();
});

test("a family that was taken over is awaited until its key has come", () => {
  share(shared());
  appStore.setState({ families: [] });
  expect(drawn(i18n, <OffersToMe />)).toContain(say("offer.accepted"));
});

test("what came too late is counted by person, and taken in by who works there", () => {
  const late = [{ device: "d", name: "Youssef", entries: 9, count: 4 }];
  share(shared({ late }));
  expect(part()).toContain(say("late.from", { name: "Youssef", count: 4 }));
  expect(part()).toContain(say("late.take"));
  share(shared({ late, mayWrite: false }));
  expect(part()).not.toContain(say("late.take"));
  // Who reads along reads this too.
  expect(part()).toContain(`>${say("late.read")}<`);
  share(shared({ late, mayRead: false }));
  expect(part()).not.toContain(`>${say("late.read")}<`);
});

test("the family's card says with how many it is shared, that one has left, and what came too late", async () => {
  const card = familyCardOf((await newCase()).file());
  const drawnCard = () =>
    drawn(i18n, <FamilyCardView family={{ id: theCase, card }} now={new Date()} isPractice={false} />);
  expect(drawnCard()).toContain(i18n.t("families:onlyHereCard"));
  share();
  expect(drawnCard()).toContain(i18n.t("families:onlyHereCard"));
  share(shared({ late: [{ device: "d", name: "", entries: 2, count: 1 }] }));
  expect(drawnCard()).toContain(say("card.shared", { count: 2 }));
  expect(drawnCard()).toContain(say("late.chip"));
  expect(drawnCard()).not.toContain(i18n.t("families:onlyHereCard"));
  share(shared(left));
  expect(drawnCard()).toContain(say("left.chip"));
});

test("what has not come is counted by person; of a device that nobody knows it is said as that", async () => {
  const file = (await newCase()).file();
  const seen = new Map([
    [
      "a" as DeviceId,
      [
        ["tablet of youssef" as DeviceId, 2],
        ["phone of youssef" as DeviceId, 1],
      ] as const,
    ],
    ["b" as DeviceId, [["strange" as DeviceId, 4]] as const],
  ]);
  const memberOf = new Map([
    ["tablet of youssef", "youssef"],
    ["phone of youssef", "youssef"],
  ]);
  appStore.setState({ agency, memberOf });
  const page = drawn(i18n, <MissingNotice file={{ ...file, seen }} />);
  expect(page).toContain(say("missing.title", { name: "Youssef", count: 3 }));
  expect(page).toContain(say("missing.title", { name: say("otherDevice"), count: 4 }));
  expect(drawn(i18n, <MissingNotice file={file} />)).toBe("");
});

test("every reason for which nothing is exchanged has its sentence, and so has every reason for which a thing is not sent", async () => {
  const kinds = [
    "full",
    "newer",
    "elsewhere",
    "connection",
    "locked",
    "missing",
    "emptied",
    "too-large",
    "unknown",
  ];
  const problems = ["offline", "busy", "too-old", "strange", "dishonest", "unknown-device"].concat(
    kinds.map((kind) => `store-${kind}`),
  );
  for (const problem of problems) {
    appStore.setState({
      exchange: {
        isBusy: false,
        heardAt: undefined,
        problem: problem as never,
        unsent: 1,
        progress: undefined,
      },
    });
    expect(drawn(i18n, <ExchangePart />)).toContain(i18n.t(`saved:exchange.problems.${problem}`));
  }
  const builder = await newCase();
  const [entry] = builder.journal.entries();
  const whys = ["too-large", "malformed", "bad-signature", "elsewhere", "not-a-member", "gap"]
    .concat("fork", "void", "behind")
    .map((why) => ({ id: why, why, entry }));
  const rows = [...whys, { id: "closed", why: undefined, entry: undefined }] as UnsentFamily["rows"];
  const page = drawn(
    i18n,
    <UnsentRows
      caseId={theCase}
      file={builder.file()}
      total={12}
      late={0}
      rows={rows}
      onMore={() => undefined}
    />,
  );
  for (const { why } of whys) expect(page).toContain(i18n.t(`saved:unsent.why.${why}`));
  expect(page).toContain(i18n.t("saved:unsent.closed"));
  expect(page).toContain(i18n.t("saved:unsent.more"));
  expect(page).toContain("Marit");
});

test("who was taken out reads the whole of what came too late, and what comes of it; it is not called sent", async () => {
  const builder = await newCase();
  await builder.run(noteDown, { values: { text: "Noor zei: ik slaap liever bij oma." } });
  const entry = builder.journal.entries().at(-1);
  const rows = [{ id: "l", why: "late", entry }] as UnsentFamily["rows"];
  const page = () =>
    drawn(
      i18n,
      <UnsentRows
        caseId={theCase}
        file={builder.file()}
        total={0}
        late={1}
        rows={rows}
        onMore={() => undefined}
      />,
    );
  share(shared({ ...left, leftLate: ["l"] }));
  expect(page()).toContain("Noor zei: ik slaap liever bij oma.");
  expect(page()).toContain(drawnWords("saved:unsent.late.left"));
  for (const word of ["none", "held", "late.open"])
    expect(page()).not.toContain(i18n.t(`saved:unsent.${word}`));
  // Let in again, the worker takes it in where that is done.
  share(shared({ leftLate: ["l"] }));
  expect(page()).toContain(i18n.t("saved:unsent.late.back"));
  expect(page()).toContain(`/families/${theCase}/people`);
});

test("where everything is sent that is said, with the way to what somebody else wrote too late", async () => {
  const builder = await newCase();
  const page = () =>
    drawn(
      i18n,
      <UnsentRows
        caseId={theCase}
        file={builder.file()}
        total={0}
        late={0}
        rows={[]}
        onMore={() => undefined}
      />,
    );
  share(shared());
  expect(page()).toContain(i18n.t("saved:unsent.none"));
  expect(page()).not.toContain(i18n.t("saved:unsent.late.open"));
  share(shared({ late: [{ device: "d", name: "Youssef", entries: 9, count: 4 }] }));
  expect(page()).toContain(i18n.t("saved:unsent.late.others"));
  expect(page()).toContain(i18n.t("saved:unsent.late.open"));
});

test("half-typed words that the disk no longer takes are not called kept, also when they were a moment ago", () => {
  const page = () => drawn(i18n, <HalfTyped drafts={["a"]} />);
  expect(page()).toContain(i18n.t("saved:drafts", { count: 1 }));
  appStore.setState({ draftsNotKept: new Set(["a"]) });
  expect(page()).toContain(i18n.t("saved:draftsNotKept", { count: 1 }));
  expect(page()).not.toContain(i18n.t("saved:drafts", { count: 1 }));
});
