import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** All that the page's memory holds, after collection, as one text. */
async function memoryOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => parts.push(chunk));
  await session.send("HeapProfiler.enable");
  for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  return parts.join("");
}

type Snapshot = {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly edge_fields: string[] } };
  readonly nodes: number[];
  readonly edges: number[];
  readonly strings: string[];
};

type Holder = { readonly from: number; readonly by: string };

/** Who holds on to this text, from the text itself outward: what a person needs who must find the leak. */
function holdersOf(memory: string, text: string): string[] {
  if (!memory.includes(text)) return [];
  const { snapshot, nodes, edges, strings } = JSON.parse(memory) as Snapshot;
  const width = snapshot.meta.node_fields.length;
  const edgeWidth = snapshot.meta.edge_fields.length;
  const nameAt = snapshot.meta.node_fields.indexOf("name");
  const countAt = snapshot.meta.node_fields.indexOf("edge_count");
  const holders = new Map<number, readonly Holder[]>();
  let edge = 0;
  for (let node = 0; node < nodes.length; node += width) {
    for (let n = 0; n < (nodes[node + countAt] ?? 0); n += 1, edge += edgeWidth) {
      const [type = 0, name = 0, to = 0] = edges.slice(edge, edge + 3);
      // Weak ones hold nothing.
      if (type === 6) continue;
      const by = type === 1 || type === 4 ? `[${name}]` : (strings[name] ?? "");
      holders.set(to, [...(holders.get(to) ?? []).slice(0, 4), { from: node, by }]);
    }
  }
  const nameOf = (node: number): string => (strings[nodes[node + nameAt] ?? 0] ?? "").slice(0, 60);
  const found: string[] = [];
  for (let node = 0; node < nodes.length; node += width) {
    if (!strings[nodes[node + nameAt] ?? 0]?.includes(text)) continue;
    const path = [nameOf(node)];
    const seen = new Set([node]);
    let at: number | undefined = node;
    for (let steps = 0; steps < 14 && at !== undefined; steps += 1) {
      const next: Holder | undefined = (holders.get(at) ?? []).find(({ from }) => !seen.has(from));
      if (next) {
        path.push(`${next.by} of ${nameOf(next.from)}`);
        seen.add(next.from);
      }
      at = next?.from;
    }
    found.push(path.join(" < "));
  }
  return found.length > 0 ? found : [`only in the table of names: ${text}`];
}

test("on a family's screen the memory holds nothing of another family", async ({ opened: { tablet } }) => {
  test.setTimeout(180_000);
  const { page, say } = tablet;
  await tablet.newFamily("Familie Zwaluwstaart");
  await tablet.note("Kwikstaartzin van de andere familie.");
  await tablet.addPerson("Wielewaal", { roles: ["child"] });
  await tablet.goTo("/families");
  await tablet.newFamily("Familie Boomklever");
  await tablet.note("Nachtegaalzin van deze familie.");
  await tablet.addPerson("Roodborst", { roles: ["parent-other"] });
  await tablet.planVisit();
  await tablet.press("visit:prepare.begin");
  await expect(page()).toHaveURL(/\/table$/);

  // The control: what the search must be able to find. The list of families names both.
  const before = await memoryOf(page());
  expect(before).toContain("Zwaluwstaart");
  expect(before).toContain("Kwikstaartzin");
  expect(before).toContain("Wielewaal");

  await tablet.handOver({ to: "Roodborst", tools: [say("handover:parts.map")] });
  const during = await memoryOf(page());
  expect(during).toContain("Roodborst");
  for (const other of ["Zwaluwstaart", "Kwikstaartzin", "Wielewaal"]) {
    expect(holdersOf(during, other)).toEqual([]);
  }
});
