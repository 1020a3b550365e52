import fc from "fast-check";
import { expect, test } from "vitest";
import type { ExchangeView, SharingView } from "../../src/app/agency/views.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { sendingOf as sendingIn } from "../../src/screens/sending.ts";

const family = "a" as CaseId;
const alone = "b" as CaseId;
const sharingWith = (leftLate: readonly string[]) => new Map([[family, { leftLate } as SharingView]]);
const sharing = sharingWith([]);
const sendingOf = (sending: Omit<Parameters<typeof sendingIn>[0], "isOut">, isOut = false) =>
  sendingIn({ ...sending, isOut });
const exchange = (change: Partial<ExchangeView> = {}): ExchangeView => ({
  isBusy: false,
  heardAt: 5,
  problem: undefined,
  unsent: 0,
  progress: undefined,
  ...change,
});

test("without an agency nothing is said of sending", () => {
  expect(sendingOf({ exchange: undefined, sharing: new Map(), here: [family] })).toEqual([]);
});

test("what waits is said, also without a network, and without alarm", () => {
  const waiting = exchange({ unsent: 3, problem: "offline" });
  expect(sendingOf({ exchange: waiting, sharing, here: [family] })).toEqual(["waiting"]);
});

test("sent is said once something was heard and nothing waits, also when the network has gone since", () => {
  expect(sendingOf({ exchange: exchange(), sharing, here: [family] })).toEqual(["sent"]);
  expect(sendingOf({ exchange: exchange({ problem: "offline" }), sharing, here: [family] })).toEqual([
    "sent",
  ]);
  expect(sendingOf({ exchange: exchange({ heardAt: undefined }), sharing, here: [family] })).toEqual([]);
});

test("a family that is on this device alone is not called sent", () => {
  expect(sendingOf({ exchange: exchange(), sharing, here: [alone] })).toEqual([]);
  expect(sendingOf({ exchange: exchange(), sharing, here: [family, alone] })).toEqual([]);
  expect(sendingOf({ exchange: exchange(), sharing, here: undefined })).toEqual([]);
});

test("what came too late and nobody has taken in is not called sent", () => {
  expect(sendingOf({ exchange: exchange(), sharing: sharingWith(["e"]), here: [family] })).toEqual([]);
});

test("on a device that was revoked nothing is called sent, though nothing waits", () => {
  expect(sendingOf({ exchange: exchange(), sharing: new Map(), here: [] }, true)).toEqual([]);
  expect(sendingOf({ exchange: exchange({ unsent: 2 }), sharing, here: [family] }, true)).toEqual([
    "waiting",
  ]);
});

test("what somebody has to look at is said", () => {
  const unknown = exchange({ unsent: 2, problem: "unknown-device" });
  expect(sendingOf({ exchange: unknown, sharing, here: [family] })).toEqual(["waiting", "attention"]);
  expect(sendingOf({ exchange: exchange({ problem: "too-old" }), sharing, here: [family] })).toEqual([
    "attention",
  ]);
});

test("never is sent said while anything waits", () => {
  const problem = fc.constantFrom<ExchangeView["problem"]>(
    undefined,
    "offline",
    "busy",
    "strange",
    "store-full",
  );
  const any = fc.record({
    isBusy: fc.boolean(),
    heardAt: fc.option(fc.nat(), { nil: undefined }),
    problem,
    unsent: fc.integer({ min: 1, max: 999 }),
    progress: fc.constant(undefined),
  });
  fc.assert(
    fc.property(any, fc.subarray([family, alone]), (one, here) => {
      expect(sendingOf({ exchange: one, sharing, here })).not.toContain("sent");
    }),
  );
});
