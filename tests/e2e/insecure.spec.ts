import { browserFlags, chromiumPath } from "../browser.ts";
import { expect, test } from "./test.ts";

/** A name that leads here, and that is no localhost: over plain HTTP the browser does not count it as secure. */
const name = "tafel.example";

test.use({
  launchOptions: {
    executablePath: chromiumPath(),
    args: [...browserFlags, `--host-resolver-rules=MAP ${name} localhost`],
  },
});

test("over plain HTTP, elsewhere than on this machine, the page says that it needs HTTPS", async ({
  page,
  baseURL,
  offences,
}) => {
  offences.allow(new RegExp(`another origin: http://${name}`));
  // Chromium's own word on an insecure origin: it takes no notice of this header there.
  offences.allow(/Cross-Origin-Opener-Policy header has been ignored/);
  await page.goto((baseURL ?? "").replace("localhost", name));
  await expect(page.locator("#root")).toContainText(/https/i);
});
