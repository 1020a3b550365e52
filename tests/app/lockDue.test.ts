import { expect, test } from "vitest";
import { type IdleState, lockDue } from "../../src/app/autoLock.ts";
import { isGuessable } from "../../src/app/pin.ts";

const minute = 60_000;
const calm: IdleState = {
  atTable: false,
  idleMinutes: 5,
  tableMinutes: 20,
  touchedAt: 1000,
  hiddenAt: undefined,
};

test("away from a table the screen locks five minutes after the last touch", () => {
  expect(lockDue(calm)).toBe(1000 + 5 * minute);
});

test("at the table, where one listens rather than types, it stays open for twenty", () => {
  expect(lockDue({ ...calm, atTable: true })).toBe(1000 + 20 * minute);
});

test("a page out of sight locks after one minute, but never later than an untouched one", () => {
  expect(lockDue({ ...calm, hiddenAt: 2000 })).toBe(2000 + minute);
  const soonDue = 1000 + 5 * minute - 10;
  expect(lockDue({ ...calm, hiddenAt: soonDue })).toBe(1000 + 5 * minute);
});

test("at the table a page out of sight has the time of the table: the tablet is laid down to talk", () => {
  expect(lockDue({ ...calm, atTable: true, hiddenAt: 2000 })).toBe(1000 + 20 * minute);
});

test.each(["000000", "123456", "987654", "121212", "555555"])("%s is guessed first, and refused", (pin) => {
  expect(isGuessable(pin)).toBe(true);
});

test.each(["240681", "112233", "135790"])("%s is a PIN like any other", (pin) => {
  expect(isGuessable(pin)).toBe(false);
});
