import { Outlet, Route, Routes } from "react-router";
import { expect, test } from "vitest";
import { agree } from "../../src/commands/plan.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { ReportAgreements } from "../../src/screens/family/ReportPlan.tsx";
import { newCase, theCase, youssef } from "../domain/caseBuilder.ts";
import { drawn } from "../instrument/drawn.tsx";

test("an agreement with two versions does not stand in the report as if there were one", async () => {
  const i18n = await createI18n({ language: "nl", namespaces: ["casefile", "instruments"] });
  const family = await newCase();
  const id = await family.create("agreement", agree, { what: "Noor ophalen van school" });
  const page = () =>
    drawn(
      i18n,
      <Routes>
        <Route element={<Outlet context={{ caseId: theCase, file: family.file() }} />}>
          <Route path="*" element={<ReportAgreements />} />
        </Route>
      </Routes>,
    );
  const twice = i18n.t("casefile:versions.chip", { count: 2 });
  expect(page()).not.toContain(twice);
  const other = family.apart(youssef);
  await family.run(agree, { record: id, values: { who: "oma" } });
  await other.run(agree, { record: id, values: { who: "Loes" } });
  family.merge(other);
  expect(page()).toContain(twice);
});
