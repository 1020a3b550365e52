import { cardsOf } from "../../src/domain/plan.ts";
import { browserFlags, chromiumPath } from "../browser.ts";
import { dragByTouch, touchFlags } from "./hands/touch.ts";
import { expect, test } from "./test.ts";

test.use({
  hasTouch: true,
  viewport: { width: 1280, height: 800 },
  launchOptions: { executablePath: chromiumPath(), args: [...browserFlags, ...touchFlags] },
});

test("a finger that rests on a card takes it up, and lays it in another column or before another card", async ({
  opened: { tablet },
}) => {
  const { page } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.openInAssessment("signs-of-safety");
  await tablet.openPart("signs-of-safety", "map");
  await tablet.layCard("goes-well", "Oma past op.");
  await tablet.layCard("worries", "Er is weinig geld.");
  const card = (column: string, text: string) => tablet.column(column).getByText(text, { exact: true });
  const needs = tablet.column("must-happen");
  await needs.scrollIntoViewIfNeeded();
  await dragByTouch(page(), card("goes-well", "Oma past op."), needs);
  await expect(card("must-happen", "Oma past op.")).toBeVisible();
  await expect(card("goes-well", "Oma past op.")).toHaveCount(0);
  await dragByTouch(page(), card("worries", "Er is weinig geld."), needs.getByRole("row").first());
  await expect(needs.getByRole("row")).toHaveCount(2);

  const { file } = await tablet.casefile();
  expect(cardsOf(file).map(({ column }) => column)).toEqual(["must-happen", "must-happen"]);
});
